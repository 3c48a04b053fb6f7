"""What stands beside the title of the calendar: turning, the five views, colours and lanes."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from editorial.domain.layers import Layer
from editorial.domain.legend import Attribute
from editorial.domain.listing import Stretch
from editorial.language import _
from editorial.ui.calendar.looks import BACK, LISTABLE
from editorial.ui.calendar.sheet import (
    Density,
    Look,
    View,
    attribute_name,
    density_name,
    layer_name,
    stretch_name,
    view_name,
)
from editorial.ui.header import OF_TITLE
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.segmented import Segmented
from editorial.ui.theme import Theme

COLOURS = (
    Attribute.KIND, Attribute.STAGE, Attribute.SEGMENT, Attribute.INTEREST, Attribute.STATUS, Attribute.CHANNEL,
    Attribute.CAMPAIGN,
)  # fmt: skip
LANES = (Attribute.STAGE, Attribute.SEGMENT, Attribute.INTEREST, Attribute.CHANNEL, Attribute.CAMPAIGN)
Word = TypeVar("Word", bound=StrEnum)
GAP = 6


class CalendarControls(QWidget):
    """Tells what the user wants of the calendar; in a narrow window colours and lanes move into one menu."""

    turned = Signal(int)
    today_wanted = Signal()
    pick_wanted = Signal(QPoint)
    plan_wanted = Signal()
    share_wanted = Signal()
    view_chosen = Signal(object)
    look_chosen = Signal(object)
    """Fields of `Look` that are to be another, by name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._look = Look()
        self._held: QPushButton | None = None
        """The button that lost the focus when there was no room for it."""
        self.pick = self._tool(_("Go to another month or year"), "chevron-down")
        self.pick.setProperty(OF_TITLE, True)
        self.earlier = self._tool(_("Earlier"), "chevron-left")
        self.later = self._tool(_("Later"), "chevron-right")
        self.today = QPushButton(_("Today"))
        self.views = Segmented([(view.value, view_name(view)) for view in View], _("View"))
        self.colour = QPushButton()
        self.lanes = QPushButton()
        self.more = QPushButton(_("View ▾"))
        self._arrange()
        self._connect()
        theme.changed.connect(self._tint)
        self._tint()

    def show_look(self, look: Look) -> None:
        """Show what is chosen."""
        self._look = look
        self.views.blockSignals(True)
        self.views.choose(look.view.value)
        self.views.blockSignals(False)
        self.colour.setText(_("Colour: {attribute} ▾").format(attribute=attribute_name(look.colour)))
        self.lanes.setText(_("Lanes: {attribute} ▾").format(attribute=attribute_name(look.lanes)))
        self._fit()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        turning: tuple[QWidget, ...] = (self.pick, self.earlier, self.today, self.later)
        showing: tuple[QWidget, ...] = (self.views, self.colour, self.lanes, self.more)
        for part in turning:
            row.addWidget(part)
        row.addSpacing(GAP)
        for part in showing:
            row.addWidget(part)
        row.addStretch(1)

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.turned.emit(-1))
        self.later.clicked.connect(lambda: self.turned.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.today.setToolTip(_("Show today (T)"))
        self.pick.clicked.connect(lambda: self.pick_wanted.emit(_below(self.pick)))
        self.views.changed.connect(lambda word: self.view_chosen.emit(View(word)))
        self.colour.clicked.connect(lambda: self._pop(self.colour, self._colour_menu))
        self.lanes.clicked.connect(lambda: self._pop(self.lanes, self._lane_menu))
        self.more.clicked.connect(lambda: self._pop(self.more, self._view_menu))

    def _tool(self, name: str, drawn: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("drawn", drawn)
        return button

    def _tint(self) -> None:
        for button in (self.pick, self.earlier, self.later):
            button.setIcon(icon(button.property("drawn"), self._theme.tokens.text))

    def _pop(self, below: QWidget, fill: Callable[[QMenu], None]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu)
        menu.popup(_below(below))

    def _colour_menu(self, menu: QMenu) -> None:
        self._choices(menu, COLOURS, self._look.colour, attribute_name, "colour")

    def _lane_menu(self, menu: QMenu) -> None:
        self._choices(menu, LANES, self._look.lanes, attribute_name, "lanes")
        menu.addSeparator()
        split = menu.addAction(_("Split into now and next"))
        split.setCheckable(True)
        split.setChecked(self._look.split)
        split.toggled.connect(lambda on: self.look_chosen.emit({"split": on}))

    def _view_menu(self, menu: QMenu) -> None:
        self._colour_menu(menu.addMenu(_("Colour")))
        if self._look.view is View.QUARTER:
            self._lane_menu(menu.addMenu(_("Lanes")))
        if self._look.view is not View.YEAR:
            self._layer_menu(menu.addMenu(_("Show")))
        if self._look.view is View.MONTH:
            self._month_menus(menu)
        if self._look.view is View.LIST:
            self._list_menus(menu)
        else:
            self._choices(menu.addMenu(_("Density")), tuple(Density), self._look.density, density_name, "density")
        menu.addSeparator()
        menu.addAction(_("Propose a plan…")).triggered.connect(lambda _on=False: self.plan_wanted.emit())
        menu.addAction(_("Share the calendar…")).triggered.connect(lambda _on=False: self.share_wanted.emit())

    def _layer_menu(self, menu: QMenu) -> None:
        """Offer what the calendar shows, together or each in a row of its own, and the deadlines of pieces."""
        for layer in Layer:
            shown = layer in self._look.layers
            self._tick(menu, layer_name(layer), shown, {"layers": self._look.layers ^ {layer}})
        if self._look.view in (View.WEEK, View.QUARTER):
            menu.addSeparator()
            self._tick(menu, _("Each in rows of its own"), self._look.apart, {"apart": not self._look.apart})
        if self._look.view is View.QUARTER:
            every = self._look.deadlines
            self._tick(menu, _("Deadlines of every piece"), every, {"deadlines": not every})

    def _tick(self, menu: QMenu, label: str, on: bool, fields: dict[str, object]) -> None:
        action = menu.addAction(label)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _on=False: self.look_chosen.emit(fields))

    def _month_menus(self, menu: QMenu) -> None:
        begin = menu.addMenu(_("Begin with"))
        group = QActionGroup(begin)
        names = (_("the month"), _("this week"), _("the week before"), _("two weeks before"))
        for back, name in zip(BACK, names, strict=True):
            self._choice(begin, group, name, back == self._look.back, {"back": back})
        people = menu.addAction(_("Order days by owner"))
        people.setCheckable(True)
        people.setChecked(self._look.people)
        people.toggled.connect(lambda on: self.look_chosen.emit({"people": on}))

    def _list_menus(self, menu: QMenu) -> None:
        stretches = (View.MONTH, View.QUARTER, View.YEAR)
        self._choices(menu.addMenu(_("Range")), stretches, self._look.stretch, view_name, "stretch")
        groups = menu.addMenu(_("Group by"))
        names: dict[str, str] = {"": _("nothing"), **{word.value: stretch_name(word) for word in Stretch}}
        names |= {by.value: attribute_name(by) for by in Attribute}
        group = QActionGroup(groups)
        for word, name in names.items():
            self._choice(groups, group, name, word == self._look.group, {"group": word})
        columns = menu.addMenu(_("Columns"))
        for name, field in LISTABLE.items():
            action = columns.addAction(field.label)
            action.setCheckable(True)
            action.setChecked(name in self._look.columns)
            action.toggled.connect(lambda on, name=name: self._toggle_column(name, on=on))

    def _toggle_column(self, name: str, *, on: bool) -> None:
        kept = [column for column in self._look.columns if column != name]
        columns = (*kept, name) if on else tuple(kept)
        if columns:
            self.look_chosen.emit({"columns": columns})

    def _choices(
        self, menu: QMenu, words: Sequence[Word], chosen: Word, name: Callable[[Word], str], field: str
    ) -> None:
        group = QActionGroup(menu)
        for word in words:
            self._choice(menu, group, name(word), word is chosen, {field: word})

    def _choice(self, menu: QMenu, group: QActionGroup, label: str, chosen: bool, fields: dict[str, object]) -> None:
        action = QAction(label[:1].upper() + label[1:], menu)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda _on=True: self.look_chosen.emit(fields))
        group.addAction(action)
        menu.addAction(action)

    def _fit(self) -> None:
        """Keep the buttons of colour and lanes only where there is room for them."""
        quarter = self._look.view is View.QUARTER
        wide = self.width() >= self.sizeHint().width()
        if not wide:
            self._held = next((each for each in (self.colour, self.lanes) if each.hasFocus()), self._held)
        self.colour.setVisible(wide)
        self.lanes.setVisible(wide and quarter)
        if wide and self._held is not None:
            # A longer word took more room than there was a moment ago: the focus was only lent.
            if self.more.hasFocus() and self._held.isVisible():
                self._held.setFocus()
            self._held = None

    def _least(self) -> int:
        parts = (self.pick, self.earlier, self.today, self.later, self.views, self.more)
        return sum(part.sizeHint().width() + GAP for part in parts) + GAP

    @override
    def sizeHint(self) -> QSize:
        wide = self._least() + self.colour.sizeHint().width() + GAP
        lanes = self.lanes.sizeHint().width() + GAP if self._look.view is View.QUARTER else 0
        return QSize(wide + lanes, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._least(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(0, widget.height() + 2))
