"""What can be done with a quote: have it cleared, and use it in a piece once it is."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from editorial.domain.people_records import Quote
from editorial.domain.quotes import why_not_use
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import Clearance
from editorial.language import _
from editorial.services import quotes
from editorial.services.workspaces import Workspace
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.records.act_bar import ActBar, make_primary, small_label, standing_label
from editorial.ui.records.page import Acts
from editorial.ui.settings.declared import FormField, Shape
from editorial.ui.settings.further import PieceListEditor
from editorial.ui.turns import next_turn


class QuoteActs(Acts):
    """Whether the quote may be used, who said so, and the pieces it stands in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.quote: Quote | None = None
        self.standing, self.source = standing_label(), small_label()
        self.bar = ActBar()
        self.ask = self.bar.add(_("They were asked"), self._ask)
        self.clear = self.bar.add(_("Cleared for use"), self._clear)
        self.refuse = self.bar.add(_("Not to be used"), self._refuse)
        self.open = QPushButton(_("Open where it was said"))
        self.open.setObjectName("link")
        self.open.clicked.connect(self._open)
        self.used = PieceListEditor(FormField("piece_ids", _("Used in"), Shape.PIECES), desk)
        self.used.add.setText(_("Use it in a piece…"))
        # The rows are made anew by what is written: not before the click on one of them has ended.
        self.used.given.connect(lambda value, _joins: next_turn(lambda: self._use(tuple(value)), self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        for part in (self.standing, self.source, self.bar, self.used, self.open):
            column.addWidget(part)

    @override
    def show_record(self, record: Any) -> None:
        """Show a quote and what comes next for it."""
        self.quote = record
        locked = self._desk.readonly
        self.standing.setText(_standing(record))
        self.source.setText(why_not_use(record) or _("It may be used."))
        self.open.setVisible(record.interview_id is not None)
        settled = record.clearance in (Clearance.CLEARED, Clearance.REFUSED)
        self.ask.setVisible(not settled and not locked)
        self.clear.setVisible(record.clearance is not Clearance.CLEARED and not locked)
        self.refuse.setVisible(record.clearance is not Clearance.REFUSED and not locked)
        make_primary(self.ask, record.clearance is Clearance.NOT_ASKED)
        make_primary(self.clear, record.clearance is Clearance.ASKED)
        self.used.show_value(record.piece_ids)
        self.used.lock(locked)
        self.used.add.setEnabled(why_not_use(record) is None and not locked)
        self.used.add.setToolTip(why_not_use(record) or "")

    def _ask(self) -> None:
        quote, today = self.quote, self._desk.today
        if quote is not None:
            self._desk.did(lambda w: quotes.ask(w, [quote.id], today=today))

    def _clear(self) -> None:
        quote, today = self.quote, self._desk.today
        if quote is not None and self._desk.did(lambda w: quotes.clear(w, [quote.id], today=today, by=self._by())):
            self._desk.say(_("The quote may be used now."), _("Undo"), self._desk.undo)

    def _refuse(self) -> None:
        quote, today = self.quote, self._desk.today
        if quote is None:
            return
        reason = self._desk.prompts.text("refusal", _("Why is it not to be used? It may be left empty."))
        if reason is not None:
            self._desk.did(lambda w: quotes.refuse(w, [quote.id], reason, today=today, by=self._by()))

    def _by(self) -> str:
        """Return who notes the answer: it was not the person quoted who did it here."""
        return self._desk.workspace.author if self._desk.workspace is not None else ""

    def _use(self, pieces: tuple[int, ...]) -> None:
        quote = self.quote
        if quote is None:
            return
        for piece in set(pieces) - set(quote.piece_ids):
            self._write(quotes.use, quote.id, piece)
        for piece in set(quote.piece_ids) - set(pieces):
            self._write(quotes.use_no_longer, quote.id, piece)

    def _write(self, act: Callable[[Workspace, int, int], None], quote: int, piece: int) -> None:
        self._desk.did(lambda w: act(w, quote, piece))

    def _open(self) -> None:
        if self.quote is not None and self.quote.interview_id is not None:
            wanted = {"interview_id": self.quote.interview_id, "quote": self.quote}
            self._desk.place_wanted.emit("interview", wanted)


def _standing(quote: Quote) -> str:
    day = quote.answered_on or quote.asked_on
    on = spoken_day(day) if day else ""
    if quote.clearance is Clearance.CLEARED:
        said = _("Cleared on {day}").format(day=on) if on else _("Cleared for use")
    elif quote.clearance is Clearance.REFUSED:
        said = _("Refused on {day}").format(day=on) if on else _("Refused")
    elif quote.clearance is Clearance.ASKED:
        said = _("Asked on {day}").format(day=on) if on else _("Asked")
    else:
        said = _("Nobody asked yet")
    if quote.answered_by:
        said = _("{said}, as {name} noted").format(said=said, name=quote.answered_by)
    return f"{said}: {quote.reason}" if quote.reason else said
