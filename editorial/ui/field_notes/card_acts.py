"""What is said of an answer card: whether it rests on enough, and whether it still holds."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from editorial.domain.bulletin import sources_warning
from editorial.domain.people_records import AnswerCard
from editorial.domain.spoken import spoken_day
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.records.act_bar import small_label, standing_label
from editorial.ui.records.page import Acts


class CardActs(Acts):
    """The warning where a claim rests on too little, and the day on which it lapses."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.standing, self.until = standing_label(), small_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(self.standing)
        column.addWidget(self.until)

    @override
    def show_record(self, record: Any) -> None:
        """Show how an answer card stands."""
        warning = sources_warning(record.sources)
        enough = _("It rests on two independent sources or more.")
        wanted = _("Find a second one.") if record.sources else _("Add two that are independent of each other.")
        self.standing.setText(f"⚠ {warning} {wanted}" if warning else enough)
        self.standing.setObjectName("warning" if warning else "section")
        self.standing.style().polish(self.standing)
        self.until.setText(lapse_words(record, lapsed(record, self._desk)))


def lapsed(card: AnswerCard, desk: Desk) -> bool:
    """Return whether a card is past its time."""
    return card.expires is not None and card.expires < desk.today


def lapse_words(card: AnswerCard, over: bool) -> str:
    """Say until when a card holds."""
    if card.expires is None:
        return _("It has no end: look at it now and then.")
    day = spoken_day(card.expires)
    return _("It lapsed on {day}.").format(day=day) if over else _("It is good until {day}.").format(day=day)
