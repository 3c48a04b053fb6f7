"""What a scene is searched for: things without a name, cut texts, controls the keyboard does not reach."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFontMetrics, QPainter, QStaticText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from editorial.ui.elide import ElidedLabel

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QTextEdit,
)  # fmt: skip
ONE_LINE = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit)
SLACK = 1
"""Pixels that rounding may cost."""


def seen(top: QWidget) -> list[QWidget]:
    """Return the widgets of a scene a person sees."""
    return [one for one in [top, *top.findChildren(QWidget)] if one.isVisible() and not one.visibleRegion().isEmpty()]


def told(widget: QWidget) -> str:
    """Describe a widget in a report."""
    words = getattr(widget, "text", lambda: "")() or widget.accessibleName()
    inside = widget.parentWidget()
    return f"{type(widget).__name__}#{widget.objectName()} {words!r} in {type(inside).__name__}"


def is_inner(widget: QWidget) -> bool:
    """Tell whether Qt made a widget as part of another, which stands for it."""
    parent = widget.parentWidget()
    if isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_"):
        return True
    while parent is not None:
        if isinstance(parent, (QAbstractSpinBox, QCalendarWidget, QTabBar)):
            return True
        if isinstance(parent, QComboBox) and not isinstance(widget, QComboBox):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QAbstractButton) and isinstance(widget.parentWidget(), QAbstractItemView)


def nameless(top: QWidget) -> list[str]:
    """Return what takes the focus and tells nobody its name."""
    able = [one for one in seen(top) if one.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(one, CONTROLS)]
    return [told(one) for one in able if not is_inner(one) and not one.isWindow() and not name_of(one)]


def name_of(widget: QWidget) -> str:
    """Return the name that assistive technology reads."""
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def silent_marks(top: QWidget) -> list[str]:
    """Return buttons that show a mark or a sign only and explain it in no tooltip."""
    buttons = [one for one in seen(top) if isinstance(one, QAbstractButton) and not is_inner(one)]
    marks = [one for one in buttons if len(one.text().strip()) < 2 and (one.text() or not one.icon().isNull())]
    return [told(one) for one in marks if not one.toolTip()]


def out_of_reach(top: QWidget) -> list[str]:
    """Return controls that Tab never stops at."""
    controls = [one for one in seen(top) if isinstance(one, CONTROLS) and one.isEnabled() and not is_inner(one)]
    return [told(one) for one in controls if not one.focusPolicy() & Qt.FocusPolicy.TabFocus and not has_key(one)]


def has_key(widget: QWidget) -> bool:
    """Tell whether a control is reached by a key its tooltip names, or by arrows from the chosen one of its group."""
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and widget.group() is not None:
        return True
    return re.search(r"\(\w.*\)", widget.toolTip()) is not None


def cut(top: QWidget) -> list[str]:
    """Return labels and controls that have less room than their text needs."""
    return [f"{told(one)}: {reason}" for one in seen(top) if not is_inner(one) for reason in [lack(one)] if reason]


def lack(widget: QWidget) -> str:
    """Return what a label or a control lacks to show its text, or nothing."""
    if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel):
        if widget.wordWrap() and widget.text():
            return lack_of("height", widget.height(), widget.heightForWidth(widget.width()))
        return lack_in_both(widget) if widget.text() else ""
    if isinstance(widget, QToolButton) and not widget.text():
        return ""
    if isinstance(widget, (QAbstractButton, QCheckBox, QRadioButton, QComboBox)):
        return lack_in_both(widget)
    if isinstance(widget, (*ONE_LINE, ElidedLabel)):
        return lack_of("height", widget.height(), widget.minimumSizeHint().height())
    return ""


def lack_in_both(widget: QWidget) -> str:
    """Compare a widget with the smallest size that shows its text."""
    needed = widget.minimumSizeHint().boundedTo(widget.sizeHint())
    return lack_of("width", widget.width(), needed.width()) or lack_of("height", widget.height(), needed.height())


def lack_of(what: str, there: int, needed: int) -> str:
    return f"{there} of {needed} px {what}" if there + SLACK < needed else ""


@dataclass(slots=True)
class Painted:
    """Texts that places paint themselves, and those that had too little room."""

    texts: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)


@contextmanager
def painting() -> Iterator[Painted]:
    """Listen to what is painted from here on."""
    heard = Painted()
    plain, static = QPainter.drawText, QPainter.drawStaticText

    def draw(painter: QPainter, *given: Any) -> Any:
        note(heard, painter, given)
        return plain(painter, *given)

    def draw_static(painter: QPainter, *given: Any) -> Any:
        heard.texts += [one.text() for one in given if isinstance(one, QStaticText)]
        return static(painter, *given)

    QPainter.drawText, QPainter.drawStaticText = draw, draw_static  # type: ignore[assignment, method-assign]
    try:
        yield heard
    finally:
        QPainter.drawText, QPainter.drawStaticText = plain, static  # type: ignore[method-assign]


def note(heard: Painted, painter: QPainter, given: tuple[Any, ...]) -> None:
    """Keep a painted text, and whether its room was too small."""
    text = next((one for one in given if isinstance(one, str)), "")
    heard.texts.append(text)
    if isinstance(given[0], (QRect, QRectF)) and text:
        room, metrics = given[0], QFontMetrics(painter.font())
        wraps = isinstance(given[1], int) and bool(given[1] & int(Qt.TextFlag.TextWordWrap.value))
        height = room.height() + SLACK < metrics.height() - metrics.leading()
        width = not wraps and room.width() + SLACK < metrics.horizontalAdvance(text)
        if height or width:
            heard.cut.append(f"painted {text!r}: {'height' if height else 'width'} of {room}")
