"""Loose ends: ideas nobody but their author vouches for, pieces without a lead, pieces without a companion."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.companions import Unpaired
from editorial.domain.conditions import Condition
from editorial.domain.fields import BY_NAME
from editorial.domain.records import Entry
from editorial.domain.spoken import spoken_day
from editorial.language import _, ngettext
from editorial.services import loose_ends, pieces
from editorial.ui.desk import Desk
from editorial.ui.fields.options import options_of
from editorial.ui.fields.picker import Picker
from editorial.ui.ideas.cardpage import CardPage
from editorial.ui.ideas.noted import NotedList
from editorial.ui.overriding import override
from editorial.ui.piece.acts import told
from editorial.ui.segmented import Segmented

PARTNER_LETTERS = 46


class LoosePage(CardPage):
    """Three lists of planned pieces and ideas; each says what is to be done, and does it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, NotedList(desk, _("Loose ends")))
        self._unpaired: dict[int, Unpaired] = {}
        self._where: Condition | None = None
        self.choice = Segmented(
            [("alone", _("Focus group of one")), ("lead", _("No lead")), ("pairs", _("No companion"))],
            _("Which loose ends"),
        )
        self.choice.changed.connect(lambda _word: self._again())
        self.set_lead = QPushButton(_("Set lead…"))
        self.set_lead.setToolTip(_("Say of the selected pieces whether they start from an issue or from the offer"))
        self.set_lead.clicked.connect(self.choose_lead)
        self.hint = QLabel()
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.head.addWidget(self.choice)
        self.head.addWidget(self.set_lead)
        self.head.addWidget(self.hint, 1)
        self.partners = Partners(desk)
        self.body.addWidget(self.partners)
        self.partners.list.opened.connect(self.pair)
        self.partners.act.clicked.connect(lambda: self.pair(self.partners.list.current()))
        self.table.selected_now.connect(lambda _ids: self._fit())

    @override
    def reload(self, where: Condition | None) -> int:
        self._where = where
        found, hidden = self._read(where), 0
        if where is not None:
            hidden = len(self._read(None)) - len(found)
            found = self._read(where)
        notes = {entry.id: self._note(entry) for entry in found}
        self.table.show_noted(found, notes)
        self.show_empty("" if found else _("No piece fits the filter.") if hidden else _none_left(self.choice.chosen))
        self.hint.setText(_hint(self.choice.chosen))
        self.told.emit(ngettext("{n} loose end", "{n} loose ends", len(found)).format(n=len(found)))
        self._fit()
        return hidden

    def _again(self) -> None:
        self.reload(self._where)

    def _read(self, where: Condition | None) -> list[Entry]:
        """Return what the chosen list holds."""
        self._unpaired = {}
        if self.choice.chosen == "alone":
            return self.desk.ask(lambda w: loose_ends.focus_groups_of_one(w, where)) or []
        if self.choice.chosen == "lead":
            return self.desk.ask(lambda w: loose_ends.without_lead(w, where)) or []
        found = self.desk.ask(lambda w: loose_ends.without_companion(w, where)) or []
        self._unpaired = {one.entry.id: one for one in found}
        return [one.entry for one in found]

    def _note(self, entry: Entry) -> str:
        day = spoken_day(entry.day) if entry.day else _("idea")
        if self.choice.chosen != "pairs":
            return day
        n = len(self._unpaired[entry.id].partners)
        suits = ngettext("{n} partner would suit", "{n} partners would suit", n).format(n=n)
        return f"{day} · {suits if n else why_no_partner(entry)}"

    def choose_lead(self) -> Picker | None:
        """Open the list from which the selected pieces get their lead."""
        ids, field = self.table.selected(), BY_NAME["lead"]
        if not ids:
            return None
        picker = Picker(self.set_lead, field.label, self.desk.theme.tokens)
        picker.offer(options_of(field, self.desk.lists), (), several=False)
        picker.picked.connect(lambda value: self._set_lead(ids, value))
        picker.open_below()
        return picker

    def _set_lead(self, ids: Sequence[int], value: object) -> None:
        told(self.desk, lambda w: pieces.edit_many(w, ids, set={"lead": value}))
        self.table.setFocus()

    def pair(self, partner_id: int | None) -> None:
        """Make the selected piece and a partner companions of each other."""
        ids = self.table.selected()
        if partner_id is not None and len(ids) == 1:
            told(self.desk, lambda w: loose_ends.pair(w, ids[0], partner_id))
            self.table.setFocus()

    def _fit(self) -> None:
        """Show what can be done with what is selected."""
        ids, word = self.table.selected(), self.choice.chosen
        self.set_lead.setVisible(word == "lead")
        self.set_lead.setEnabled(bool(ids) and not self.desk.readonly)
        one = self._unpaired.get(ids[0]) if len(ids) == 1 else None
        self.partners.setVisible(word == "pairs" and bool(self._unpaired))
        self.partners.show_partners(one)

    @override
    def _select(self, ids: Sequence[int]) -> None:
        # Partners stand where the piece beside would be.
        if self.choice.chosen != "pairs":
            super()._select(ids)


class Partners(QWidget):
    """The pieces that would suit the one selected; Enter pairs them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.heading = QLabel(_("Partners"))
        self.heading.setObjectName("section")
        self.told = QLabel()
        self.told.setObjectName("small")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.list = NotedList(desk, _("Partners that would suit"))
        self.act = QPushButton(_("Pair them"))
        self.act.setObjectName("primary")
        self.list.selected_now.connect(lambda ids: self.act.setEnabled(bool(ids) and not desk.readonly))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        for part in (self.heading, self.told):
            column.addWidget(part)
        column.addWidget(self.list)
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.list.setObjectName("bare")
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * PARTNER_LETTERS)

    def show_partners(self, one: Unpaired | None) -> None:
        """List the partners of a piece, the best selected; nothing where none is selected."""
        partners = one.partners if one is not None else ()
        notes = {entry.id: spoken_day(entry.day) if entry.day else _("idea") for entry in partners}
        self.list.show_noted(partners, notes)
        self.list.setVisible(bool(partners))
        self.list.setFixedHeight(max(1, len(partners)) * self.list.sizeHintForRow(0) + 4 if partners else 1)
        self.act.setVisible(bool(partners))
        if one is None:
            self.told.setText(_("Select a piece to see which others would suit it."))
        elif partners:
            self.told.setText(_("The other kind on the same interest, for the same readers."))
            self.list.go_to(partners[0].id)
        else:
            self.told.setText(why_no_partner(one.entry))
        self.act.setEnabled(bool(partners) and not self._desk.readonly)


def why_no_partner(entry: Entry) -> str:
    """Say why no piece suits another as its companion."""
    if entry.kind is None or entry.interest_id is None or not entry.segment_ids:
        return _("It needs a kind, an interest and a segment first.")
    return _("No piece of the other kind has this interest for these readers.")


def _hint(word: str) -> str:
    return {
        "alone": _("Nothing but their author vouches for these. Add evidence: a survey, an interview, a note, a link."),
        "lead": _("These do not say whether they start from an issue of the readers or from the offer."),
        "pairs": _("An aspirational and a practical piece on one interest are read as a pair."),
    }[word]


def _none_left(word: str) -> str:
    return {
        "alone": _("Every planned piece and idea rests on more than its author."),
        "lead": _("Every planned piece and idea says what it starts from."),
        "pairs": _("Every planned piece and idea has a companion."),
    }[word]
