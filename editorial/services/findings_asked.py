"""What every area of findings is asked with, and how a finding about one piece is made."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from editorial.domain.findings import Finding, Remedy, Rule
from editorial.domain.period import Period
from editorial.domain.records import Lists
from editorial.language import _
from editorial.store.counting import Scope, scope_of
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.domain.findings import Shown


@dataclass(frozen=True, slots=True)
class Asked:
    """A workspace, the period that is looked at, the day it is, and the lists."""

    workspace: Workspace
    period: Period
    today: date
    lists: Lists

    @property
    def scope(self) -> Scope:
        return scope_of(self.period, self.lists)

    def remedy(self, place: str, **show: "Shown") -> Remedy:
        """Return the way to a place that shows this period."""
        return Remedy(place, {"day": self.today if self.today in self.period else self.period.first, **show})


def about_piece(
    rule: Rule,
    piece: tuple[int, str, str],
    text: str,
    detail: str,
    *,
    day: date | None = None,
    person: str | None = None,
    word: str = "",
    remedy: Remedy | None = None,
) -> Finding:
    """Return a finding about a piece, given by id, public id and title; without another remedy it is opened."""
    id_, uid, title = piece
    return Finding(
        rule=rule,
        text=text,
        subject=title or _("Untitled"),
        detail=detail,
        remedy=remedy or Remedy("piece", {"piece_id": id_}),
        about=uid,
        piece=uid,
        person=person,
        day=day,
        word=word,
    )
