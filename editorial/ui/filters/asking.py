"""The sheet in which one test of a filter is made: what is asked of a field, and what it is compared with."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from editorial.domain.conditions import Operator, Test, operators_of
from editorial.domain.fields import BY_NAME, Field
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.ui.calendar.floating import Floating
from editorial.ui.desk import Desk
from editorial.ui.filters.values import LISTED, ValueBox, value_box

LETTERS = 38


def operator_words(operator: Operator, field: Field) -> str:
    """Return what an operator is called; of a list it speaks of several values."""
    said = {
        Operator.IS: _("is one of") if field.type in LISTED else _("is"),
        Operator.IS_NOT: _("is none of") if field.type in LISTED else _("is not"),
        Operator.HAS_ALL: _("has all of"),
        Operator.CONTAINS: _("contains"),
        Operator.CONTAINS_NOT: _("does not contain"),
        Operator.STARTS: _("starts with"),
        Operator.BEFORE: _("is before"),
        Operator.AFTER: _("is after"),
        Operator.BETWEEN: _("is between"),
        Operator.EMPTY: _("is empty"),
        Operator.NOT_EMPTY: _("is not empty"),
    }
    return said[operator]


class TestSheet(Floating):
    """Makes a test, or another of one; Enter applies it."""

    __test__ = False
    made = Signal(object)
    """The `Test`."""

    def __init__(self, above: QWidget, desk: Desk, field_name: str, test: Test | None = None) -> None:
        self.field = BY_NAME[field_name]
        super().__init__(above, self.field.label)
        self._desk = desk
        self._given = test
        self.operators = QComboBox()
        self.operators.setAccessibleName(_("What is asked"))
        for operator in operators_of(self.field):
            self.operators.addItem(operator_words(operator, self.field), operator)
        self.box: ValueBox = value_box(self.field, operators_of(self.field)[0], desk)
        self.act = QPushButton(_("Apply"))
        self.act.clicked.connect(self._apply)
        self.column.addWidget(self.operators)
        self.column.addWidget(self.box)
        self.add_buttons(self.act)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self.operators.currentIndexChanged.connect(self._switch)
        if test is not None:
            self.operators.setCurrentIndex(operators_of(self.field).index(test.operator))
        self._switch()

    def open_beside(self, rect: QRect) -> None:
        """Show the sheet below a rectangle of the screen, ready to type into."""
        focus = self.box.focusProxy() if isinstance(self.box.focusProxy(), QWidget) else self.act
        self.open_at(rect, focus or self.act)

    @property
    def operator(self) -> Operator:
        return Operator(self.operators.currentData())

    def test(self) -> Test | None:
        """Return the test as it stands, or None while something is missing."""
        try:
            return Test(self.field.name, self.operator, self.box.values())
        except RuleBroken:
            return None

    def _switch(self) -> None:
        """Show the box that fits what is asked; what was given stays where it still fits."""
        kept = self.box.values() or (self._given.value if self._given else ())
        box = value_box(self.field, self.operator, self._desk)
        box.put(kept)
        self.column.replaceWidget(self.box, box)
        box.show()
        self.box.hide()
        self.box.deleteLater()
        self.box = box
        box.changed.connect(self._check)
        box.entered.connect(self._apply)
        self._check()
        if self.isVisible():
            self.column.activate()
            self.adjustSize()
            box.setFocus()

    def _check(self) -> None:
        self.act.setEnabled(self.test() is not None)

    def _apply(self) -> None:
        test = self.test()
        if test is not None:
            self.close()
            self.made.emit(test)
