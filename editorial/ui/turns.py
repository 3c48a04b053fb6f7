"""Steps taken one a turn of the event loop, so that the window answers and paints in between."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

Step = Callable[[], object]

TURN_MS = 4
"""Between two steps: with 0 Qt would take the next before it looks at the keyboard."""


def at_once(steps: Sequence[Step], _owner: QObject) -> None:
    """Take all steps in this turn."""
    for step in steps:
        step()


def in_turn(steps: Sequence[Step], owner: QObject) -> None:
    """Take each step in a turn of its own, from the next one on, as long as their owner lives."""

    def take() -> None:
        steps[0]()
        in_turn(steps[1:], owner)

    if steps:
        next_turn(take, owner)


def next_turn(step: Step, owner: QObject) -> None:
    """Take a step in the next turn."""
    # Not QTimer.singleShot: PySide never lets go of a step whose owner dies before its turn.
    turn = QTimer(owner)
    turn.setSingleShot(True)
    turn.timeout.connect(step)
    turn.timeout.connect(turn.deleteLater)
    turn.start(TURN_MS)
