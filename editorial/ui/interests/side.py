"""Beside the interests: what is overdue and repeated, or one interest's pieces and ideas."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editorial.domain.records import Entry, Lists
from editorial.domain.rotation import Repeat, Rotation
from editorial.domain.rotation_words import overdue_sentence
from editorial.domain.spoken import spoken_day
from editorial.language import _
from editorial.ui.calendar.colours import MARKS
from editorial.ui.cards import SHOWN, CardPanel, back_link, card, heading, rest, short_day, told
from editorial.ui.desk import Desk
from editorial.ui.interests.rows import InterestRow


class InterestSide(CardPanel):
    """A column of cards."""

    back_wanted = Signal()
    interest_chosen = Signal(int)
    plan_wanted = Signal(int, object)
    """An idea's id and the day it would go on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def show_overview(self, rotation: Rotation, entries: Mapping[int, Entry]) -> None:
        """List what is overdue and what repeats."""
        column = self.start()
        overdue = [turn for turn in rotation.interests if turn.overdue]
        column.addLayout(heading(_("Overdue"), str(len(overdue))))
        if not overdue:
            column.addWidget(told(_("No interest has waited longer than its longest gap.")))
        for turn in overdue[:SHOWN]:
            choose = self._button(_("Ideas"), _("Ideas on {name}").format(name=turn.interest.name))
            choose.clicked.connect(lambda _c=False, i=turn.interest.id: self.interest_chosen.emit(i))
            column.addWidget(card(turn.interest.name, overdue_sentence(turn), choose, None))
        rest(column, len(overdue))
        column.addLayout(heading(_("Repeats"), str(len(rotation.repeats))))
        if not rotation.repeats:
            column.addWidget(told(_("No two neighbours share an interest and a segment.")))
        for repeat in rotation.repeats[:SHOWN]:
            column.addWidget(self._repeat_card(repeat, entries))
        rest(column, len(rotation.repeats))
        column.addStretch(1)

    def show_interest(
        self, row: InterestRow, pieces: Sequence[Entry], ideas: Sequence[Entry], day: date | None, lists: Lists
    ) -> None:
        """List the pieces of the period on an interest, and the ideas on it."""
        column = self.start()
        back_link(column, _("‹ Overdue and repeats"), self.back_wanted.emit)
        column.addLayout(heading(row.interest.name))
        column.addLayout(heading(_("In this period"), str(len(pieces))))
        if not pieces:
            column.addWidget(told(_("No piece yet.")))
        for piece in pieces[:SHOWN]:
            when = spoken_day(piece.day) if piece.day else ""
            column.addWidget(self._entry_card(piece, f"{when} · {lists.statuses[piece.status_id].name}"))
        rest(column, len(pieces))
        column.addLayout(heading(_("Ideas on it"), str(len(ideas))))
        if not ideas:
            column.addWidget(told(_("No idea on this interest yet. Write one down with the button New piece.")))
        for idea in ideas[:SHOWN]:
            column.addWidget(self._idea_card(idea, day, lists))
        rest(column, len(ideas))
        column.addStretch(1)

    def _repeat_card(self, repeat: Repeat, entries: Mapping[int, Entry]) -> QWidget:
        first, second = entries[repeat.first_id], entries[repeat.second_id]
        made = card(f"{first.title} → {second.title}", repeat.interest.name, None, None)
        row = QHBoxLayout()
        for label, piece in ((_("Open first"), first), (_("Open second"), second)):
            button = self._button(label, f"{label}: {piece.title}")
            button.clicked.connect(lambda _c=False, p=piece.id: self._desk.piece_opened.emit(p))
            row.addWidget(button)
        row.addStretch(1)
        _column_of(made).addLayout(row)
        return made

    def _entry_card(self, piece: Entry, line: str) -> QWidget:
        open_ = self._button(_("Open"), _("Open {title}").format(title=piece.title))
        open_.clicked.connect(lambda: self._desk.piece_opened.emit(piece.id))
        return card(f"{MARKS[piece.kind]} {piece.title}", line, open_, lambda: self._desk.piece_selected.emit(piece.id))

    def _idea_card(self, idea: Entry, day: date | None, lists: Lists) -> QWidget:
        stage = lists.stages[idea.stage_id].name if idea.stage_id else _("no stage")
        made = card(f"{MARKS[idea.kind]} {idea.title}", stage, None, lambda: self._desk.piece_selected.emit(idea.id))
        row = QHBoxLayout()
        if day is not None:
            plan = self._button(
                _("Plan it: {day}").format(day=short_day(day)),
                _("Plan {title} on {day}").format(title=idea.title, day=spoken_day(day)),
            )
            plan.setObjectName("primary")
            plan.clicked.connect(lambda: self.plan_wanted.emit(idea.id, day))
            row.addWidget(plan)
        open_ = self._button(_("Open"), _("Open {title}").format(title=idea.title))
        open_.clicked.connect(lambda: self._desk.piece_opened.emit(idea.id))
        row.addWidget(open_)
        row.addStretch(1)
        _column_of(made).addLayout(row)
        return made

    def _button(self, label: str, spoken: str) -> QPushButton:
        button = QPushButton(label)
        button.setAccessibleName(spoken)
        return button


def _column_of(made: QWidget) -> QVBoxLayout:
    layout = made.layout()
    assert isinstance(layout, QVBoxLayout)
    return layout
