"""The weights panel: a slider and a number for each factor, and the sets of weights a team keeps."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from editorial.domain.ranking import full_weights
from editorial.domain.ranking_words import factor_meaning, factor_word
from editorial.domain.settings_rules import FACTORS
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.ideas.weight_sets import WeightSets
from editorial.ui.overriding import override

STEPS = 10
"""Steps of the slider for a weight of one."""
SLID = 5
"""The greatest weight the slider gives; the number takes more."""
MOST = 1_000_000
LETTERS = 40


class FactorRow:
    """A factor's label, slider and number; they always say the same."""

    def __init__(self, name: str) -> None:
        word = factor_word(name)
        self.weight = Decimal(1)
        self.label = QLabel(word)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, SLID * STEPS)
        self.slider.setPageStep(STEPS)
        self.slider.setAccessibleName(_("Weight of {factor}").format(factor=word))
        self.number = QDoubleSpinBox()
        self.number.setRange(0, MOST)
        self.number.setDecimals(2)
        self.number.setSingleStep(0.1)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.number.setAccessibleName(_("Weight of {factor}").format(factor=word))
        for part in (self.label, self.slider, self.number):
            part.setToolTip(factor_meaning(name))

    def show_weight(self, weight: Decimal) -> None:
        """Show a weight without telling of it; it is kept exactly, however many digits are shown."""
        self.weight = weight
        self.number.blockSignals(True)
        self.number.setValue(float(weight))
        self.number.blockSignals(False)
        self._put_slider()

    def take_number(self) -> None:
        """Take the weight that is typed; the number itself is left alone, for somebody is typing in it."""
        self.weight = Decimal(str(round(self.number.value(), 2)))
        self._put_slider()

    def _put_slider(self) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(min(SLID * STEPS, round(float(self.weight) * STEPS)))
        self.slider.blockSignals(False)


class WeightsPanel(QWidget):
    """Tells of the weights as they move; nothing is kept until it is asked for."""

    moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._touched = False
        self.rows: dict[str, FactorRow] = {name: FactorRow(name) for name in FACTORS}
        self.sets = WeightSets(desk, self.weights)
        self.sets.chosen.connect(self._choose)
        self.keep = QPushButton(_("Rank by these from now on"))
        self.keep.setToolTip(_("Make them the workspace’s own weights, also for the command line"))
        self.keep.clicked.connect(self.sets.keep)
        self.even = QPushButton(_("All 1"))
        self.even.setObjectName("link")
        self.even.setToolTip(_("Give every factor the same weight"))
        self.even.clicked.connect(self._even)
        self.told = QLabel()
        self.told.setObjectName("small")
        self.told.setWordWrap(True)
        self._arrange()
        self.sets.listed.connect(self._say)

    def weights(self) -> Mapping[str, Decimal]:
        """Return the weights as they stand."""
        return {name: row.weight for name, row in self.rows.items()}

    def show_weights(self, weights: Mapping[str, Decimal]) -> None:
        """Show weights as they are kept, without telling of it."""
        self._touched = False
        for name, weight in full_weights(weights).items():
            self.rows[name].show_weight(weight)
        self._say()

    def reload(self) -> None:
        """Read the workspace's own weights and its sets; weights that were moved by hand stay."""
        self.sets.reload()
        if not self._touched:
            self.show_weights(self.sets.current())
        self._say()

    def forget(self) -> None:
        """Start anew by the weights of another workspace."""
        self._touched = False
        self.sets.forget()

    def _choose(self, weights: Mapping[str, Decimal]) -> None:
        self.show_weights(weights)
        self.moved.emit()

    def _slid(self, name: str, place: int) -> None:
        self.rows[name].show_weight(Decimal(place) / STEPS)
        self._moved()

    def _typed(self, name: str) -> None:
        self.rows[name].take_number()
        self._moved()

    def _even(self) -> None:
        for row in self.rows.values():
            row.show_weight(Decimal(1))
        self._moved()

    def _moved(self) -> None:
        self._touched = True
        self._say()
        self.moved.emit()

    def _say(self) -> None:
        """Say whether the weights are kept anywhere, and offer to keep them."""
        self.sets.name_button()
        if dict(self.weights()) == dict(self.sets.current()):
            self._touched = False
        own = self.sets.are_own()
        self.keep.setEnabled(not own and not self._desk.readonly)
        self.told.setText(
            _("These are the workspace’s own weights.") if own else _("Tried out: nothing is kept until you say so.")
        )

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setObjectName("panel")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading = QLabel(_("Weights"))
        heading.setObjectName("section")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(self.sets)
        column.addLayout(self._grid())
        column.addWidget(self.even, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.told)
        column.addWidget(self.keep)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._fit()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        figures = self.fontMetrics().horizontalAdvance("1000.00") + 22
        for at, (name, row) in enumerate(self.rows.items()):
            row.slider.valueChanged.connect(lambda place, name=name: self._slid(name, place))
            row.number.valueChanged.connect(lambda _value, name=name: self._typed(name))
            row.number.setFixedWidth(figures)
            row.label.setBuddy(row.number)
            for place, part in enumerate((row.label, row.slider, row.number)):
                grid.addWidget(part, at, place, Qt.AlignmentFlag.AlignVCenter)
        return grid

    def _fit(self) -> None:
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTERS + 32)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()
