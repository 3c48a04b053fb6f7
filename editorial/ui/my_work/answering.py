"""The line below something that is asked, where a reason, another day or the hours spent are filled in."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.days import read_typed
from editorial.ui.my_work.lines import Act, Form, Given
from editorial.ui.overriding import override


class Answering(QWidget):
    """Asks for what an answer needs; Enter gives it, Escape goes back."""

    given = Signal(object)
    """What was filled in, a `Given`."""
    left = Signal()

    def __init__(self, desk: Desk, act: Act, title: str) -> None:
        super().__init__()
        self._desk = desk
        self._form = act.form
        self.day = _field(_("Which day would suit: {title}").format(title=title), _("Such as 11 March"))
        self.text = _field(_("Why: {title}").format(title=title), _reason_words(act.form))
        self.hours = _field(_("Hours spent: {title}").format(title=title), _("Hours spent, where known"))
        self.wrong = QLabel()
        self.wrong.setObjectName("bad")
        self.wrong.setWordWrap(True)
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.hide()
        self.send = QPushButton(act.label.rstrip("…"))
        self.send.setObjectName("primary")
        self.send.setAccessibleName(f"{act.label.rstrip('…')}: {title}")
        self.back = QPushButton(_("Back"))
        self.back.setObjectName("quiet")
        self._arrange()
        self.send.clicked.connect(self._give)
        self.back.clicked.connect(self.left)
        for field in (self.day, self.text, self.hours):
            field.returnPressed.connect(self._give)

    @property
    def first(self) -> QLineEdit:
        """The field that is filled in first."""
        return {Form.DAY: self.day, Form.HOURS: self.hours}.get(self._form, self.text)

    def _arrange(self) -> None:
        self.day.setVisible(self._form is Form.DAY)
        self.hours.setVisible(self._form is Form.HOURS)
        self.text.setVisible(self._form is not Form.HOURS)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self.day, 1)
        fields.addWidget(self.hours, 1)
        fields.addWidget(self.text, 1 if self._form is Form.DAY else 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(fields)
        keys = fields
        if self._form is Form.DAY:
            # Two fields and two buttons in one line leave a narrow card no room to say what is filled in.
            keys = QHBoxLayout()
            keys.setSpacing(8)
            keys.addStretch()
            column.addLayout(keys)
        keys.addWidget(self.back)
        keys.addWidget(self.send)
        column.addWidget(self.wrong)

    def _give(self) -> None:
        text = " ".join(self.text.text().split())
        if self._form is Form.REASON and not text:
            self._refuse(_("A no needs a reason, so that the next person can be asked."))
        elif self._form is Form.DAY:
            self._give_day(text)
        elif self._form is Form.HOURS:
            self._give_hours()
        else:
            self.given.emit(Given(text))

    def _give_day(self, text: str) -> None:
        typed = read_typed(self.day.text(), self._desk.lists, self._desk.today)
        if typed.day is None or typed.day < self._desk.today:
            self._refuse(typed.reason or _("Another day needs a day from today on."))
        else:
            self.given.emit(Given(text, day=typed.day))

    def _give_hours(self) -> None:
        typed = self.hours.text().strip().replace(",", ".")
        try:
            hours = Decimal(typed) if typed else None
        except InvalidOperation:
            hours = Decimal(-1)
        if hours is not None and not (hours.is_finite() and 0 <= hours < 10_000):
            self._refuse(_("Hours are a number from 0 on, or nothing."))
        else:
            self.given.emit(Given(hours=hours))

    def _refuse(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.show()
        self.first.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _reason_words(form: Form) -> str:
    return _("Why not?") if form is Form.REASON else _("Why, if you like")


def _field(name: str, placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    field.setMaxLength(2000)
    return field
