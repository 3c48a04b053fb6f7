"""What can be done with a field note: it becomes an idea, and whoever gave it is told what came of it."""

from typing import Any

from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from editorial.domain.field_notes import Told, told
from editorial.domain.planning_records import FieldNote
from editorial.domain.spoken import spoken_day
from editorial.language import _
from editorial.services import field_notes, lists
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.records.act_bar import ActBar, make_primary, standing_label
from editorial.ui.records.page import Acts

REPLY_LINES = 7


class NoteActs(Acts):
    """The idea, and the letter back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._note: FieldNote | None = None
        self.standing = standing_label()
        self.bar, self.back = ActBar(), ActBar()
        self.button = self.bar.add(_("Make an idea of it"), self._act)
        self.card = self.bar.add(_("Make an answer card of it"), self._make_card)
        self.reply = QPlainTextEdit()
        self.reply.setTabChangesFocus(True)
        self.reply.setAccessibleName(_("Reply to whoever gave it"))
        self.reply.setMinimumHeight(self.fontMetrics().lineSpacing() * REPLY_LINES)
        self.copy = self.back.add(_("Copy the reply"), self._copy)
        self.write = self.back.add(_("Write to them…"), self._write)
        self.tell = self.back.add(_("They were told"), self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        for part in (self.standing, self.bar, self.reply, self.back):
            column.addWidget(part)

    @override
    def show_record(self, record: Any) -> None:
        """Show whether an idea was made from a note, and what is told back."""
        another = self._note is None or self._note.id != record.id
        self._note = record
        made, state, locked = record.piece_id is not None, told(record), self._desk.readonly
        self.button.setText(_("Open the idea") if made else _("Make an idea of it"))
        make_primary(self.button, state is Told.NEW)
        self.button.setEnabled(made or not locked)
        self.card.setEnabled(not locked)
        self.standing.setText(_standing(record, state))
        self.tell.setVisible(state is not Told.TOLD and not locked)
        make_primary(self.tell, state is Told.TO_TELL)
        if another or not self.reply.document().isModified():
            said = self._desk.ask(lambda w: field_notes.reply(w, record.id))
            self.reply.setPlainText(said or "")
        for part in (self.reply, self.copy, self.write):
            part.setVisible(state is not Told.NEW or record.person_id is not None)

    def _act(self) -> None:
        note = self._note
        if note is None:
            return
        if note.piece_id is not None:
            self._desk.piece_opened.emit(note.piece_id)
        elif self._desk.ask(lambda w: field_notes.make_idea(w, note.id)) is not None:
            self._desk.say(_("It is among the ideas now."), _("Undo"), self._desk.undo)

    def _make_card(self) -> None:
        from editorial.services import answer_cards

        note, today = self._note, self._desk.today
        made = self._desk.ask(lambda w: answer_cards.from_note(w, note.id, today=today)) if note is not None else None
        if made is not None:
            self._desk.place_wanted.emit("field_notes", {"page": "cards", "id": made})

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.reply.toPlainText())
        self._desk.say(_("The reply is on the clipboard."))

    def _write(self) -> None:
        """Open the user's mail program with the reply in it."""
        note = self._note
        if note is None:
            return
        people = self._desk.ask(lists.read_people) or []
        email = next((one.email for one in people if one.id == note.person_id), "")
        address = QUrl(f"mailto:{email}")
        query = QUrlQuery()
        query.addQueryItem("subject", str(QUrl.toPercentEncoding(_("What came of your note")).data(), "ascii"))
        query.addQueryItem("body", str(QUrl.toPercentEncoding(self.reply.toPlainText()).data(), "ascii"))
        address.setQuery(query)
        if not QDesktopServices.openUrl(address):
            self._copy()

    def _tell(self) -> None:
        note, today = self._note, self._desk.today
        if note is not None and self._desk.did(lambda w: field_notes.tell_back(w, note.id, today=today)):
            self._desk.say(_("Noted: they know what came of it."), _("Undo"), self._desk.undo)


def _standing(note: FieldNote, state: Told) -> str:
    if note.told_back_on is not None:
        return _("Told back on {day}").format(day=spoken_day(note.told_back_on))
    return _("Something came of it: tell it back") if state is Told.TO_TELL else _("Nothing came of it yet")
