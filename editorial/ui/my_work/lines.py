"""What My work lists, in words: each line with what can be answered to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Form(StrEnum):
    """What an answer asks for before it is given."""

    NOTHING = "nothing"
    REASON = "reason"
    """A reason, which has to be given."""
    WORD = "word"
    """A reason that may be given."""
    DAY = "day"
    """Another day, and perhaps why."""
    HOURS = "hours"
    """How many hours it took, where that is known."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was filled in."""

    text: str = ""
    day: date | None = None
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """An answer somebody can give to a line."""

    word: str
    label: str
    give: Callable[[Given], object]
    form: Form = Form.NOTHING
    primary: bool = False
    quiet: bool = False
    """Beside what matters more: shown without an edge."""


@dataclass(frozen=True, slots=True)
class Line:
    """Something that is asked or owed."""

    key: str
    title: str
    detail: str = ""
    why: str = ""
    """What it is for."""
    chip: str = ""
    level: str = ""
    """Of the chip: `bad`, `warning` or nothing."""
    acts: Sequence[Act] = ()

    @property
    def shown(self) -> tuple[object, ...]:
        """Return what tells it from another line: where it is the same, what is being typed into it stays."""
        return self.key, self.title, self.detail, self.why, self.chip, self.level, tuple(act.word for act in self.acts)

    def act(self, word: str) -> Act | None:
        """Return an answer by its word, or None."""
        return next((act for act in self.acts if act.word == word), None)
