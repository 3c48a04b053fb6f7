"""Two versions of the stages side by side: which stages came and went, and which words are others."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from editorial.domain.agreement import TEXTS
from editorial.domain.planning_records import AgreedStage

_WORDS = re.compile(r"\s+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+|[^\w\s]")
"""Words, white space and signs; scripts that write no spaces are compared letter by letter."""


class Run(NamedTuple):
    """A stretch of a text that is the same in both versions, or is not."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class TextChange:
    """One text of a stage in both versions, cut into runs."""

    name: str
    before: tuple[Run, ...]
    after: tuple[Run, ...]

    @property
    def is_changed(self) -> bool:
        return any(run.changed for run in (*self.before, *self.after))


@dataclass(frozen=True, slots=True)
class StageChange:
    """A stage in two versions; one side is None where it came or went."""

    before: AgreedStage | None
    after: AgreedStage | None
    texts: tuple[TextChange, ...]

    @property
    def name(self) -> str:
        return (self.after or self.before or _NOBODY).name

    @property
    def was_called(self) -> str:
        """The name before, where it is another now."""
        return self.before.name if self.before and self.after and self.before.name != self.after.name else ""

    @property
    def is_changed(self) -> bool:
        return self.before is None or self.after is None or any(text.is_changed for text in self.texts)


_NOBODY = AgreedStage(stage_id=None, name="")


def compare_versions(older: Sequence[AgreedStage], newer: Sequence[AgreedStage]) -> tuple[StageChange, ...]:
    """Return every stage of either version: those of the newer one in its order, then those that went."""
    return tuple(_change(before, after) for before, after in _pairs(older, newer))


def _pairs(
    older: Sequence[AgreedStage], newer: Sequence[AgreedStage]
) -> Iterator[tuple[AgreedStage | None, AgreedStage | None]]:
    left = list(older)
    for after in newer:
        before = next((one for one in left if _is_same(one, after)), None)
        if before is not None:
            left.remove(before)
        yield before, after
    for gone in left:
        yield gone, None


def _is_same(one: AgreedStage, other: AgreedStage) -> bool:
    """Tell whether two records are one stage; a stage that was removed since is known by its name."""
    if one.stage_id is not None and other.stage_id is not None:
        return one.stage_id == other.stage_id
    return one.name.casefold() == other.name.casefold()


def _change(before: AgreedStage | None, after: AgreedStage | None) -> StageChange:
    texts = (
        TextChange(name, *runs(getattr(before, name) if before else "", getattr(after, name) if after else ""))
        for name in TEXTS
    )
    return StageChange(before, after, tuple(texts))


def runs(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return two texts cut into runs; joined they are the texts again."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    left: list[Run] = []
    right: list[Run] = []
    for kind, i, j, k, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left.append(Run("".join(old[i:j]), kind != "equal"))
        right.append(Run("".join(new[k:end]), kind != "equal"))
    return _merged(left), _merged(right)


def _merged(parts: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs without empty ones; a gap of white space between two changed ones is changed with them."""
    listed = [run for run in parts if run.text]
    joined: list[Run] = []
    for place, run in enumerate(listed):
        between = 0 < place < len(listed) - 1 and listed[place - 1].changed and listed[place + 1].changed
        changed = run.changed or (between and not run.text.strip())
        if joined and joined[-1].changed == changed:
            joined[-1] = Run(joined[-1].text + run.text, changed)
        else:
            joined.append(Run(run.text, changed))
    return tuple(joined)
