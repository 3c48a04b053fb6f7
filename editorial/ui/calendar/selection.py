"""The pieces that are selected on the calendar, the same in every view."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Selected ids in the order they were picked; the anchor is where Shift extends from."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[int, None] = {}
        self.anchor: int | None = None

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(self._ids)

    def __contains__(self, piece_id: object) -> bool:
        return piece_id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def only(self, piece_id: int) -> None:
        """Select one piece."""
        self.anchor = piece_id
        self._become([piece_id])

    def toggle(self, piece_id: int) -> None:
        """Add a piece, or take it out."""
        self.anchor = piece_id
        self._become([id_ for id_ in self._ids if id_ != piece_id] + [piece_id] * (piece_id not in self._ids))

    def extend(self, piece_id: int, order: Sequence[int]) -> None:
        """Select everything from the anchor to a piece, in the order shown."""
        if self.anchor not in order or piece_id not in order:
            self.only(piece_id)
            return
        one, two = sorted((order.index(self.anchor), order.index(piece_id)))
        self._become(order[one : two + 1])

    def put(self, ids: Iterable[int]) -> None:
        """Select exactly these pieces."""
        self._become(ids)

    def clear(self) -> None:
        self.anchor = None
        self._become([])

    def keep(self, there: Iterable[int]) -> None:
        """Let go of what is no longer there."""
        there = set(there)
        self._become([id_ for id_ in self._ids if id_ in there])

    def _become(self, ids: Iterable[int]) -> None:
        ids = dict.fromkeys(ids)
        if list(ids) != list(self._ids):
            self._ids = ids
            self.changed.emit()
