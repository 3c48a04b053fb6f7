"""The place of field notes: what was heard, the answer cards made of it, and tips that worked."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton, QWidget

from editorial.domain.bulletin import independent, sources_warning
from editorial.domain.columns import names_of
from editorial.domain.field_notes import Told, told
from editorial.domain.people_records import AnswerCard, Tip
from editorial.domain.planning_records import FieldNote
from editorial.domain.records import Lists
from editorial.domain.spoken import spoken_day
from editorial.language import _
from editorial.ui.calendar.words import qdate
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.field_notes.bringing import bring_notes
from editorial.ui.field_notes.bulletins import choose_quarter
from editorial.ui.field_notes.capture import open_capture
from editorial.ui.field_notes.card_acts import CardActs, lapsed
from editorial.ui.field_notes.declared import answer_card_form, field_note_form, tip_form
from editorial.ui.field_notes.heard_page import HeardPage
from editorial.ui.field_notes.note_acts import NoteActs
from editorial.ui.overriding import override
from editorial.ui.records.page import EVERY, Groups, RecordsPage
from editorial.ui.records.paged import Listed, PagedPlace

NOTES, HEARD, CARDS, TIPS = "notes", "heard", "cards", "tips"


class FieldNotesPlace(PagedPlace):
    """Field notes, answer cards and tips."""

    def __init__(self, desk: Desk) -> None:
        listed = (
            Listed(NOTES, _("Field notes"), notes_page(desk), frozenset({"piece", "person"})),
            Listed(HEARD, _("By interest"), HeardPage(desk), frozenset({"field_note", "interest", "person", "piece"})),
            Listed(CARDS, _("Answer cards"), cards_page(desk)),
            Listed(TIPS, _("Tips"), tips_page(desk)),
        )
        super().__init__(desk, _("Field notes"), listed)
        self.note = QPushButton(_("Note…"))
        self.note.setToolTip(_("Take down what was heard (Ctrl+Shift+N)"))
        self.note.clicked.connect(self._capture)
        self.bring = QPushButton(_("Import…"))
        self.bring.setToolTip(_("Bring in field notes from a table (CSV, XLSX)"))
        self.bring.clicked.connect(lambda: bring_notes(desk))
        self.bulletin = QPushButton(_("Bulletin…"))
        self.bulletin.setToolTip(_("Save the answer cards of a quarter as a page (HTML) or PDF"))
        self.bulletin.clicked.connect(self.choose_bulletin)
        self.bulletin.hide()
        self.choice.changed.connect(self._fit_tools)

    @override
    def status(self) -> str:
        return self.shown.status() if isinstance(self.shown, HeardPage) else super().status()

    @override
    def controls(self) -> list[QWidget]:
        return [self.choice, self.note, self.bring, self.bulletin]

    @override
    def commands(self) -> list[Command]:
        bulletin = Command("bulletin", _("Bulletin of answer cards…"), self.choose_bulletin, icon="book-open-text")
        said = _("Import field notes…")
        bring = Command("import-notes", said, lambda: bring_notes(self.desk), "", "import", self.why_not_write)
        return [*super().commands(), bulletin, bring]

    @override
    def _show(self) -> None:
        super()._show()
        for button in (self.note, self.bring):
            button.setEnabled(not self.desk.readonly)

    def choose_bulletin(self) -> None:
        """Show the answer cards, and the quarters a bulletin can be of."""
        self.arrive(page=CARDS)
        choose_quarter(self.desk, self.bulletin)

    def _fit_tools(self, word: str) -> None:
        """Show the tools of the list that is looked at."""
        self.bring.setVisible(word == NOTES)
        self.bulletin.setVisible(word == CARDS)

    def _capture(self) -> None:
        open_capture(self.desk, self.window())


def notes_page(desk: Desk) -> RecordsPage:
    """Return the list of field notes, the newest first."""
    options = (
        (EVERY, _("All")),
        (Told.NEW.value, _("New")),
        (Told.TO_TELL.value, _("To tell back")),
        (Told.TOLD.value, _("Told back")),
    )
    groups = Groups(options, lambda record: told(record).value)
    page = RecordsPage(desk, field_note_form(), _newest, NoteActs(desk), groups)
    page.model.told = lambda note: findable(note, ("name", "account", "context", "source", "notes"), desk.lists)
    return page


def cards_page(desk: Desk) -> RecordsPage:
    """Return the list of answer cards, the newest first."""
    options = ((EVERY, _("All")), ("good", _("Good")), ("lapsed", _("Lapsed")))
    groups = Groups(options, lambda record: "lapsed" if lapsed(record, desk) else "good")
    page = RecordsPage(desk, answer_card_form(), _newest, CardActs(desk), groups)
    page.model.told = lambda card: f"{findable(card, ('name', 'notes'), desk.lists)} {_source_words(card)}"
    page.model.reads = {"sources": _sources_word, "expires": lambda card: _end_word(card, over=lapsed(card, desk))}
    page.model.dimmed = lambda card: lapsed(card, desk)
    return page


def tips_page(desk: Desk) -> RecordsPage:
    """Return the list of tips, the newest first."""
    page = RecordsPage(desk, tip_form(), _newest)
    page.model.told = lambda tip: findable(tip, ("name", "situation", "failed", "proof", "notes"), desk.lists)
    return page


def findable(record: Any, texts: Iterable[str], lists: Lists) -> str:
    """Return what the search looks through: texts of a record, and the names of what it is about or from."""
    named = ((kind, getattr(record, f"{kind}_id", None)) for kind in ("person", "segment", "interest", "stage"))
    names = (names_of(lists, kind).get(entry, "") for kind, entry in named if entry is not None)
    return " ".join((*(getattr(record, text) for text in texts), *names))


def _source_words(card: AnswerCard) -> str:
    return " ".join(f"{one.text} {one.account}" for one in card.sources)


def _sources_word(card: AnswerCard) -> str:
    """Return how many independent sources a card has, marked where they are too few."""
    n = independent(card.sources)
    return f"⚠ {n}" if sources_warning(card.sources) else str(n)


def _end_word(card: AnswerCard, *, over: bool) -> str:
    """Return until when a card holds; what is past its time says so."""
    if card.expires is None:
        return ""
    day = card.expires
    return _("lapsed {day}").format(day=QLocale().toString(qdate(day), "d MMM yyyy")) if over else spoken_day(day)


def _newest(record: FieldNote | AnswerCard | Tip) -> tuple[int, int]:
    return -record.day.toordinal(), -record.id
