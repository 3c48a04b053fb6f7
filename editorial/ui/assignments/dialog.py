"""Asking somebody for something: who, in which role, until when, and what that would mean before it is asked."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editorial.domain.asking_words import asking_lines, asking_warnings
from editorial.domain.assignments import Asking
from editorial.domain.experts import chips
from editorial.domain.people_records import Assignment
from editorial.domain.records import Piece
from editorial.domain.vocabulary import AssignmentRole
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.errors import RuleBroken, Trouble
from editorial.language import _
from editorial.services import asking, assignments, pieces
from editorial.ui.assignments.hours import read_hours
from editorial.ui.desk import Desk
from editorial.ui.experts.chips import PeopleList, PersonRow
from editorial.ui.fields.days import DayLine
from editorial.ui.fields.options import capital
from editorial.ui.labels import plain_label

LETTERS, TALL = 64, 42


class AskDialog(QDialog):
    """Asks one person after the other; with an assignment to hand on it asks another in place of who has it."""

    def __init__(
        self, desk: Desk, piece: Piece, parent: QWidget, *, handing: Assignment | None = None, person_id: int = 0
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._desk, self._piece, self._handing = desk, piece, handing
        self.setWindowTitle(_("Hand on") if handing is not None else _("Ask somebody"))
        self.about = plain_label("section")
        self.role = QComboBox()
        self.role.setAccessibleName(_("Role"))
        self.person = QComboBox()
        self.person.setAccessibleName(_("Person"))
        self.best = PeopleList(desk.theme, _("Best for it"))
        self.due = DayLine(_("Due"), desk)
        self.due.line.setPlaceholderText(_("with its tasks, else with the piece"))
        self.due.line.setProperty("quiet", False)
        self.hours = QLineEdit()
        self.hours.setAccessibleName(_("Hours"))
        self.hours.setPlaceholderText(_("those of its tasks, or unknown"))
        self.note = QLineEdit()
        self.note.setAccessibleName(_("Note"))
        self.note.setPlaceholderText(_("what they should know"))
        self.load = plain_label("small")
        self.warning = plain_label("warning")
        self.refused = plain_label("bad")
        self.act = QPushButton()
        self.act.setObjectName("primary")
        self.act.setDefault(True)
        self.shut = QPushButton(_("Close"))
        self._fill(person_id)
        self._arrange()
        self._connect()
        self.weigh()
        self.setMinimumWidth(self._wide())
        self.resize(self._wide(), self.fontMetrics().height() * TALL)
        self.person.setFocus()

    def weigh(self) -> None:
        """Say what asking the person who is chosen would mean."""
        person, found = self.person.currentData(), None
        self.refused.hide()
        if person is not None and self._handing is not None:
            found = self._weigh_handing(self._handing, person)
        elif person is not None:
            role, due, hours, today = self._role, self.due.read().day, self._typed_hours(), self._desk.today
            piece = self._piece.id
            found = self._desk.ask(
                lambda w: asking.before_asking(w, piece, person, role, today=today, due=due, hours=hours)
            )
        self._say(found)

    def _weigh_handing(self, one: Assignment, person: int) -> Asking | None:
        """Return what handing on with its own day and hours would mean; what is refused is said here."""
        workspace = self._desk.workspace
        if workspace is None:
            return None
        try:
            return asking.before_handing(workspace, [_key(one)], person, today=self._desk.today)
        except Trouble as trouble:
            self.refused.setText(str(trouble))
            self.refused.show()
            return None

    def ask(self) -> None:
        """Ask, or hand on; what is refused stays here with the reason."""
        workspace, person = self._desk.workspace, self.person.currentData()
        due = self.due.read()
        if workspace is None or person is None or due.reason:
            return
        try:
            if self._handing is not None:
                assignments.hand_on(workspace, _key(self._handing), person, today=self._desk.today)
            else:
                hours, note = read_hours(self.hours.text()), self.note.text().strip()
                assignments.ask(
                    workspace, self._piece.id, person, self._role,
                    today=self._desk.today, due=due.day, hours=hours, note=note,
                )  # fmt: skip
        except Trouble as trouble:
            self.refused.setText(str(trouble))
            self.refused.show()
            return
        name = self.person.currentText()
        said = _("Handed on to {name}.") if self._handing is not None else _("{name} is asked.")
        self._desk.say(said.format(name=name), _("Undo"), self._desk.undo)
        self.close()

    @property
    def _role(self) -> AssignmentRole:
        return AssignmentRole(self.role.currentData())

    def _typed_hours(self) -> Decimal | None:
        """Return the hours typed; what is no number counts as nothing here, and is refused when it is asked."""
        try:
            return read_hours(self.hours.text())
        except RuleBroken:
            return None

    def _say(self, found: Asking | None) -> None:
        lines = asking_lines(found, self._desk.today) if found is not None else [_("Choose who is to be asked.")]
        warnings = asking_warnings(found) if found is not None else []
        self.load.setText("\n".join(lines))
        self.warning.setText("\n".join(warnings))
        self.warning.setVisible(bool(warnings))
        self.act.setEnabled(found is not None)
        self._fit()
        if self._handing is not None:
            self.act.setText(_("Hand on all the same") if warnings else _("Hand on"))
        else:
            self.act.setText(_("Ask all the same") if warnings else _("Ask"))

    def _fit(self) -> None:
        """Keep the height that the fields need at this width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            room = self.screen().availableGeometry().height() - 80
            self.setMinimumHeight(min(layout.totalMinimumHeightForWidth(max(self.width(), self._wide())), room))

    def _wide(self) -> int:
        return self.fontMetrics().averageCharWidth() * LETTERS

    def _fill(self, person_id: int) -> None:
        desk, piece, handing = self._desk, self._piece, self._handing
        self.about.setText(piece.title)
        for role in AssignmentRole:
            self.role.addItem(capital(vocabulary_word(role)), role.value)
        self.person.addItem(_("Nobody yet"), None)
        for id_, name in sorted(desk.lists.people.items(), key=lambda one: one[1].casefold()):
            if handing is None or id_ != handing.person_id:
                self.person.addItem(name, id_)
        if handing is not None:
            self.role.setCurrentIndex(self.role.findData(handing.role.value))
            self.role.setEnabled(False)
        found = desk.ask(lambda w: asking.next_best(w, piece.id, today=desk.today)) or ()
        interest = desk.lists.interests.get(piece.interest_id or 0)
        segment = desk.lists.segments.get(piece.segment_ids[0]) if piece.segment_ids else None
        names = (interest.name if interest else "", segment.name if segment else "")
        self.best.show_people(PersonRow(one.person.id, one.person.name, chips(one, *names)) for one in found)
        self.best.setVisible(bool(found))
        self.choose(person_id)

    def choose(self, person_id: int) -> None:
        """Choose who is to be asked."""
        self.person.setCurrentIndex(max(0, self.person.findData(person_id)))
        self.weigh()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(8)
        own = [] if self._handing is not None else [
            (_("Due"), self.due), (_("Hours"), self.hours), (_("Note"), self.note),
        ]  # fmt: skip
        for label, box in [(_("Role"), self.role), (_("Person"), self.person), *own]:
            said = QLabel(label)
            said.setObjectName("muted")
            form.addRow(said, box)
        best = plain_label("small")
        best.setText(_("Best for it, who was not asked yet"))
        best.setVisible(not self.best.isHidden())
        self.best.setMinimumHeight(self.fontMetrics().height() * 6)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.shut)
        buttons.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.about)
        column.addLayout(form)
        column.addWidget(best)
        column.addWidget(self.best, 1)
        column.addWidget(self._told(), 1)
        column.addWidget(self.refused)
        self.refused.hide()
        column.addLayout(buttons)

    def _told(self) -> QScrollArea:
        """Return what asking would mean, scrolled where it is much."""
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.warning)
        lines.addWidget(self.load)
        lines.addStretch(1)
        area = QScrollArea()
        area.setObjectName("clear")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setMinimumHeight(self.fontMetrics().height() * 7)
        return area

    def _connect(self) -> None:
        self.person.currentIndexChanged.connect(lambda _at: self.weigh())
        self.role.currentIndexChanged.connect(lambda _at: self.weigh())
        self.due.line.editingFinished.connect(self.weigh)
        self.hours.editingFinished.connect(self.weigh)
        self.best.chosen.connect(self.choose)
        self.best.wanted.connect(self._go_on_with)
        self.act.clicked.connect(self.ask)
        self.shut.clicked.connect(self.close)
        self._desk.opened.connect(self.close)

    def _go_on_with(self, person_id: int) -> None:
        """Choose somebody and go on to the button: what speaks against them is read before it is pressed."""
        self.choose(person_id)
        if self.act.isEnabled():
            self.act.setFocus(Qt.FocusReason.TabFocusReason)


def _key(one: Assignment) -> assignments.Key:
    return one.piece_id, one.person_id, one.role


def open_asking(
    desk: Desk, piece_id: int, parent: QWidget, *, handing: Assignment | None = None, person_id: int = 0
) -> AskDialog | None:
    """Show the dialog for a piece; None where it is gone."""
    piece = desk.ask(lambda w: pieces.read(w, piece_id))
    if piece is None:
        return None
    dialog = AskDialog(desk, piece, parent, handing=handing, person_id=person_id)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
