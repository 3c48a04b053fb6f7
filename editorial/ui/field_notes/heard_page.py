"""What was heard on each interest: notes that belong together become one idea, or one answer card."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QListWidgetItem,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from editorial.domain.bulletin import independent, source_of, sources_warning
from editorial.domain.columns import names_of
from editorial.domain.heard import Heard, heard, with_words
from editorial.domain.planning_records import FieldNote
from editorial.domain.spoken import spoken_day
from editorial.language import _, ngettext
from editorial.services import answer_cards, field_notes, lists
from editorial.ui.desk import Desk
from editorial.ui.importing.rows import RowTable
from editorial.ui.overriding import override
from editorial.ui.records.act_bar import ActBar, make_primary, small_label, standing_label
from editorial.ui.settings.page import SettingsPage
from editorial.ui.ticklist import WORD, TickList

UNCHOSEN = -1
MOST_TICKED = 12
"""Of more notes nobody means all at first."""
MOST_NOTES = 200
"""How many notes of one interest are shown; the search reaches the others."""


class Airy(QStyledItemDelegate):
    """Leaves notes some air; letters of other scripts need more height than is reckoned for them."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(0, self._line() // 2)

    def _line(self) -> int:
        """Return the height of a line in the list."""
        parent = self.parent()
        return parent.fontMetrics().lineSpacing() if isinstance(parent, QWidget) else 0


class HeardPage(SettingsPage):
    """The interests with what was heard on each, and the notes of the one that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._every: Sequence[FieldNote] = ()
        self._found: Sequence[Heard] = ()
        self._interest: int | None = UNCHOSEN
        """The interest that is shown; None for the notes of none."""
        self._notes: dict[int, FieldNote] = {}
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(_("Search in what was heard"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(self._roll_up)
        self.table = RowTable(_("Interests"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _was: self._choose(now.row()))
        self.head, self.said, self.rests = standing_label(), small_label(), small_label()
        self.ticks = TickList(_("What was heard"))
        self.ticks.setWordWrap(True)
        self.ticks.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.ticks.setResizeMode(QListView.ResizeMode.Adjust)
        self.ticks.setItemDelegate(Airy(self.ticks))
        self.ticks.changed.connect(self._offer)
        self.ticks.itemActivated.connect(self._open)
        self.called = QLineEdit()
        self.called.setPlaceholderText(_("Title or claim; if empty, the words of the first note"))
        self.called.setAccessibleName(_("Title of the idea, or the claim of the card"))
        self.bar = ActBar()
        self.idea = self.bar.add("", self._make_idea)
        self.card = self.bar.add("", self._make_card)
        self.every = self.bar.add(_("Tick all"), lambda: self.ticks.tick_all(not self.ticks.ticked))
        self.empty = QLabel()
        self._arrange()

    @override
    def reload(self) -> None:
        """Read the notes anew; the interest that was shown stays."""
        self._every = self.desk.ask(lambda w: lists.read_records(w, "field_note")) or ()
        self._roll_up()

    def _roll_up(self) -> None:
        """Roll up the notes that hold the words that are searched for."""
        words, people = self.search.text(), self.desk.lists.people
        names = names_of(self.desk.lists, "interest")
        self._found = heard(with_words(self._every, words, names, people), names)
        headings = (_("Interest"), _("Notes"), _("Accounts"), _("Newest"))
        blocked = self.table.selectionModel().blockSignals(True)
        self.table.rows.show_rows(headings, self._found, _cells)
        self.table.measure((24, 8, 10, 20))
        self.table.selectionModel().blockSignals(blocked)
        nothing = _("Nothing that was heard matches “{words}”.").format(words=words)
        self.empty.setText(nothing if words.strip() else _("Nothing was heard yet. Ctrl+Shift+N takes a note down."))
        self.empty.setVisible(not self._found)
        self._split.setVisible(bool(self._found))
        if self._found:
            ids = [one.interest_id for one in self._found]
            row = ids.index(self._interest) if self._interest in ids else 0
            self.table.selectRow(row)
            self._choose(row)

    @override
    def forget(self) -> None:
        self._interest = UNCHOSEN
        self.called.clear()
        self.search.clear()

    @override
    def arrive(self, **wanted: Any) -> None:
        if "interest_id" in wanted:
            self._interest = wanted["interest_id"]
            self.reload()

    def status(self) -> str:
        """Return what the status line says: how much was heard."""
        n = sum(len(one.notes) for one in self._found)
        return ngettext("{n} note", "{n} notes", n).format(n=n)

    def _choose(self, row: int) -> None:
        """Show the notes of an interest; those that became no idea yet are ticked, where they are few."""
        if not 0 <= row < len(self._found):
            return
        heard = self._found[row]
        another, self._interest = heard.interest_id != self._interest, heard.interest_id
        if another:
            self.called.clear()
        self._notes = {note.id: note for note in heard.notes[:MOST_NOTES]}
        self.head.setText(heard.interest or _("No interest"))
        self.said.setText(_heard_words(heard))
        people = self.desk.lists.people
        lines = [(note.id, _note_words(note, people.get(note.person_id or 0, ""))) for note in self._notes.values()]
        unused = [note.id for note in self._notes.values() if note.piece_id is None]
        self.ticks.show_lines(lines, unused if len(unused) <= MOST_TICKED else ())
        self._offer()

    def _offer(self) -> None:
        """Say what would be made of the ticked notes, and on how much a card would rest."""
        ticked, unused, locked = self.ticks.ticked, self._unused(), self.desk.readonly
        of = ngettext("Make an idea of {n} note", "Make an idea of {n} notes", len(unused)).format(n=len(unused))
        self.idea.setText(of if unused else _("Make an idea of them"))
        on = ngettext("Make an answer card of {n}", "Make an answer card of {n}", len(ticked)).format(n=len(ticked))
        self.card.setText(on if ticked else _("Make an answer card of them"))
        self.idea.setEnabled(bool(unused) and not locked)
        self.card.setEnabled(bool(ticked) and not locked)
        self.every.setText(_("Tick none") if ticked else _("Tick all"))
        self.called.setEnabled(bool(ticked) and not locked)
        make_primary(self.idea, bool(unused))
        sources = [source_of(self._notes[id_]) for id_ in ticked]
        n, warning = independent(sources), sources_warning(sources)
        said = ngettext("{n} independent source for a card.", "{n} independent sources for a card.", n).format(n=n)
        self.rests.setText("" if not ticked else f"⚠ {warning}" if warning else said)
        self.rests.setObjectName("warning" if warning and ticked else "small")
        self.rests.style().polish(self.rests)

    def _unused(self) -> list[int]:
        return [id_ for id_ in self.ticks.ticked if self._notes[id_].piece_id is None]

    def _open(self, item: QListWidgetItem) -> None:
        """Show a note by itself."""
        self.desk.place_wanted.emit("field_notes", {"page": "notes", "id": item.data(WORD)})

    def _make_idea(self) -> None:
        ids, title = self._unused(), self.called.text()
        made = self.desk.ask(lambda w: field_notes.make_idea_of(w, ids, title))
        if made is not None:
            self.called.clear()
            self.desk.say(_("It is among the ideas now."), _("Open it"), lambda: self.desk.piece_opened.emit(made))

    def _make_card(self) -> None:
        ids, claim, today = self.ticks.ticked, self.called.text(), self.desk.today
        made = self.desk.ask(lambda w: answer_cards.from_notes(w, ids, claim, today=today))
        if made is not None:
            self.called.clear()
            self.desk.place_wanted.emit("field_notes", {"page": "cards", "id": made})

    def _arrange(self) -> None:
        about = QLabel(
            _("What was heard on each interest. Notes that belong together become one idea, or one answer card.")
        )
        for label in (about, self.empty):
            label.setObjectName("muted")
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        left, right = QWidget(), QWidget()
        first, second = QVBoxLayout(left), QVBoxLayout(right)
        first.setContentsMargins(0, 0, 12, 0)
        second.setContentsMargins(16, 0, 0, 0)
        first.addWidget(self.table)
        for part in (self.head, self.said):
            second.addWidget(part)
        second.addWidget(self.ticks, 1)
        for below in (self.rests, self.called, self.bar):
            second.addWidget(below)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(left)
        self._split.addWidget(right)
        self._split.setSizes([4_500, 5_000])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(10)
        whole.addWidget(about)
        whole.addWidget(self.search)
        whole.addWidget(self.empty)
        whole.addWidget(self._split, 1)
        whole.addStretch(0)


def _cells(heard: Heard) -> tuple[str, ...]:
    name = heard.interest or _("No interest")
    return name, str(len(heard.notes)), str(heard.accounts or "–"), spoken_day(heard.last)


def _heard_words(heard: Heard) -> str:
    """Say from how many a roll-up comes, and when it was heard."""
    n = len(heard.notes)
    parts = [
        ngettext("{n} note", "{n} notes", n).format(n=n),
        ngettext("{n} account", "{n} accounts", heard.accounts).format(n=heard.accounts) if heard.accounts else "",
        ngettext("heard by {n} person", "heard by {n} people", heard.people).format(n=heard.people)
        if heard.people
        else "",
        _("on {day}").format(day=spoken_day(heard.last))
        if heard.first == heard.last
        else _("from {first} to {last}").format(first=spoken_day(heard.first), last=spoken_day(heard.last)),
    ]
    if n > MOST_NOTES:
        parts.append(_("the newest {n} are shown").format(n=MOST_NOTES))
    return " · ".join(filter(None, parts))


def _note_words(note: FieldNote, person: str) -> str:
    """Return a note with where it comes from, and with the wider half of it below."""
    used = _("became an idea") if note.piece_id is not None else ""
    where = " · ".join(filter(None, (note.account, person, spoken_day(note.day), used)))
    return "\n".join(filter(None, (note.name, where, " ".join(note.context.split()))))
