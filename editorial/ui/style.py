"""The style sheet of the window, made from the tokens."""

from typing import TYPE_CHECKING

from editorial.locations import resources

if TYPE_CHECKING:
    from editorial.ui.tokens import Tokens

SMALL = 0.88
SECTION = 1.0
TITLE = 1.3


def style_sheet(t: "Tokens", points: float, icon: int = 16) -> str:
    """Return Qt style rules; `points` is the size of body text, `icon` the side of an icon (px)."""
    return (
        _icons(icon)
        + _frame(t, points)
        + _controls(t, points)
        + _chips(t, points)
        + _inputs(t, points)
        + _menus_and_tabs(t)
        + _views(t, points)
        + _bars(t, points)
    )


def _icons(side: int) -> str:
    """Return the rules by which icons grow with the text."""
    return f"""
QPushButton, QCheckBox, QListView, QTabBar {{ icon-size: {side}px; }}
QToolButton {{ qproperty-iconSize: {side}px {side}px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {side}px; height: {side}px; }}
"""


def _frame(t: "Tokens", points: float) -> str:
    return f"""
QWidget {{ color: {t.text}; }}
QMainWindow, QDialog, #work {{ background: {t.window}; }}
QToolTip {{ background: {t.panel}; color: {t.text}; border: 1px solid {t.line}; padding: 4px; }}
#header, #side, #panel, #card {{ background: {t.panel}; }}
#header {{ border-bottom: 1px solid {t.line}; }}
#banner {{ background: {t.selection}; border-bottom: 1px solid {t.line}; }}
#popover {{ background: {t.panel}; border: 1px solid {t.line}; }}
#balance {{ background: {t.window}; border-bottom: 1px solid {t.line}; }}
#side {{ border-left: 1px solid {t.line}; }}
#card {{ border: 1px solid {t.line}; border-radius: 6px; }}
#card[selected="true"] {{ border: 2px solid {t.accent}; }}
#ground {{ background: {t.quiet}; border: 1px solid {t.line}; border-radius: 6px; }}
#line {{ background: {t.line}; max-height: 1px; min-height: 1px; }}
QLabel#title {{ font-size: {points * TITLE:.1f}pt; font-weight: 600; }}
QLabel#section {{ font-size: {points * SECTION:.1f}pt; font-weight: 600; }}
QLabel#strong {{ font-weight: 600; }}
QLabel#muted {{ color: {t.muted}; }}
QLabel#small {{ color: {t.muted}; font-size: {points * SMALL:.1f}pt; }}
QLabel#good {{ color: {t.good}; }} QLabel#warning {{ color: {t.warning}; }} QLabel#bad {{ color: {t.bad}; }}
QLabel#notice {{ background: {t.warning_ground}; color: {t.warning}; padding: 6px 12px; }}
QLabel#error {{ background: {t.bad_ground}; color: {t.bad}; padding: 6px 12px; }}
"""


def _controls(t: "Tokens", points: float) -> str:
    return f"""
QPushButton, QToolButton {{
    background: {t.panel}; border: 1px solid {t.line}; border-radius: 6px; padding: 5px 12px; min-height: 1.2em;
    outline: none;
}}
QToolButton {{ padding: 5px 8px; max-height: 1.2em; }}
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.selection}; }}
QPushButton:focus, QToolButton:focus {{ border: 1px solid {t.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.faint}; background: {t.window}; }}
QPushButton:checked, QToolButton:checked {{ background: {t.selection}; color: {t.accent}; font-weight: 600; }}
QPushButton#primary {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; font-weight: 600; }}
QPushButton#primary:hover {{ background: {t.accent}; border-color: {t.text}; }}
QPushButton#primary:focus {{ border: 2px solid {t.text}; }}
QPushButton#primary:disabled {{ background: {t.line}; color: {t.muted}; border-color: {t.line}; }}
QPushButton#quiet, QToolButton#quiet {{ background: transparent; border-color: transparent; }}
QPushButton#quiet:hover, QToolButton#quiet:hover {{ background: {t.hover}; }}
QPushButton#quiet:focus, QToolButton#quiet:focus {{ border: 1px solid {t.accent}; }}
QPushButton#link {{
    background: transparent; border: 1px solid transparent; color: {t.accent}; padding: 2px 4px; text-align: left;
}}
QPushButton#link:hover {{ text-decoration: underline; }}
QPushButton#link:focus {{ border-color: {t.accent}; }}
QToolButton#tiny {{ background: transparent; border: 1px solid transparent; padding: 3px; min-height: 0; }}
QToolButton#tiny:hover {{ background: {t.hover}; }}
QToolButton#tiny[day="true"] {{
    background: {t.panel}; border: 1px solid {t.line}; min-width: 1.5em; padding: 3px 2px;
}}
QToolButton#tiny[day="true"]:checked {{ background: {t.selection}; border-color: {t.accent}; }}
QToolButton#tiny:focus {{ border: 1px solid {t.accent}; }}
QToolButton#tiny[day="true"]:focus {{ border: 2px solid {t.accent}; padding: 2px 1px; }}
QPushButton#fold {{
    background: transparent; border: 1px solid transparent; padding: 3px 6px 3px 0; text-align: left; font-weight: 600;
}}
QPushButton#fold:checked {{ color: {t.text}; }}
QPushButton#fold:hover {{ text-decoration: underline; }}
QPushButton#fold:focus {{ border-color: {t.accent}; }}
QPlainTextEdit#page {{ padding: 16px 20px; }}
QPlainTextEdit#headline {{ font-size: {points * 1.1:.1f}pt; font-weight: 600; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
#segmented QPushButton {{ border-radius: 0; margin: 0; border-right-width: 0; padding: 5px 11px; }}
#segmented QPushButton[edge="first"] {{ border-top-left-radius: 6px; border-bottom-left-radius: 6px; }}
#segmented QPushButton[edge="last"] {{
    border-top-right-radius: 6px; border-bottom-right-radius: 6px; border-right-width: 1px;
}}
"""


def _chips(t: "Tokens", points: float) -> str:
    return f"""
QPushButton#chip, QToolButton#chip {{
    border-radius: 11px; padding: 2px 10px; font-size: {points * SMALL:.1f}pt; min-height: 1.3em;
}}
QPushButton#chip[level="good"] {{ background: {t.good_ground}; color: {t.good}; border-color: {t.good_ground}; }}
QPushButton#chip[level="warning"] {{
    background: {t.warning_ground}; color: {t.warning}; border-color: {t.warning_ground};
}}
QPushButton#chip[level="bad"] {{ background: {t.bad_ground}; color: {t.bad}; border-color: {t.bad_ground}; }}
QPushButton#chip[level="heavy"] {{ background: {t.heavy_ground}; color: {t.heavy}; border-color: {t.heavy_ground}; }}
QPushButton#chip:focus {{ border: 1px solid {t.accent}; }}
QLabel#chip {{
    border: 1px solid {t.line}; border-radius: 11px; padding: 2px 10px; font-size: {points * SMALL:.1f}pt;
    min-height: 1.3em; background: {t.panel};
}}
QLabel#chip[level="good"] {{ background: {t.good_ground}; color: {t.good}; border-color: {t.good_ground}; }}
QLabel#chip[level="warning"] {{
    background: {t.warning_ground}; color: {t.warning}; border-color: {t.warning_ground};
}}
QLabel#chip[level="bad"] {{ background: {t.bad_ground}; color: {t.bad}; border-color: {t.bad_ground}; }}
#filterchip {{ background: {t.selection}; border: 1px solid {t.selection}; border-radius: 11px; }}
QPushButton#chipwords {{
    background: transparent; border: 1px solid transparent; padding: 2px 4px; color: {t.accent};
    font-size: {points * SMALL:.1f}pt; min-height: 1.2em;
}}
QPushButton#chipwords:hover {{ text-decoration: underline; }}
QPushButton#chipwords:focus {{ border-color: {t.accent}; }}
"""


def _inputs(t: "Tokens", points: float) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit {{
    background: {t.panel}; border: 1px solid {t.line}; border-radius: 6px; padding: 4px 8px; min-height: 1.3em;
    selection-background-color: {t.selection}; selection-color: {t.text};
}}
QSpinBox, QDateEdit, QTimeEdit {{ max-height: 1.3em; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus, QTimeEdit:focus {{ border: 1px solid {t.accent}; }}
QLineEdit[quiet="true"], QComboBox[quiet="true"], QPlainTextEdit[quiet="true"] {{
    border-color: transparent; background: transparent;
}}
QLineEdit[quiet="true"]:hover, QComboBox[quiet="true"]:hover, QPlainTextEdit[quiet="true"]:hover {{
    border-color: {t.line};
}}
QLineEdit[quiet="true"]:focus, QComboBox[quiet="true"]:focus, QPlainTextEdit[quiet="true"]:focus {{
    border-color: {t.accent}; background: {t.panel};
}}
QLineEdit[wrong="true"] {{ border-color: {t.bad}; }}
QLineEdit QToolButton {{ padding: 0; border: none; min-height: 0; max-height: 8em; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url({_drawn("down", t)}); width: 12px; height: 12px; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{
    width: 0; border: none;
}}
QDateEdit::drop-down {{ border: none; width: 20px; }}
QDateEdit::down-arrow {{ image: url({_drawn("down", t)}); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{
    background: {t.panel}; border: 1px solid {t.line}; selection-background-color: {t.selection};
    selection-color: {t.text};
}}
QSlider::groove:horizontal {{ height: 4px; border: none; background: transparent; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {t.accent}; }}
QSlider::add-page:horizontal {{ height: 4px; border-radius: 2px; background: {t.line}; }}
QSlider::handle:horizontal {{
    width: 12px; margin: -5px 0; border: 1px solid {t.muted}; border-radius: 7px; background: {t.panel};
}}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ border: 2px solid {t.accent}; width: 10px; }}
QSlider::sub-page:horizontal:disabled {{ background: {t.line}; }}
QCheckBox, QRadioButton {{ spacing: 6px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.faint}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {t.accent}; }}
QCheckBox::indicator, QListView::indicator {{
    width: 14px; height: 14px; border: 1px solid {t.muted}; border-radius: 4px; background: {t.panel};
}}
QCheckBox::indicator:focus, QCheckBox::indicator:hover {{ border: 1px solid {t.accent}; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{
    background: {t.accent}; border-color: {t.accent}; image: url({_drawn("check", t)});
}}
QCheckBox::indicator:checked:focus {{ border-color: {t.text}; }}
QCheckBox::indicator:disabled, QListView::indicator:disabled {{ border-color: {t.faint}; background: {t.window}; }}
"""


def _menus_and_tabs(t: "Tokens") -> str:
    return f"""
QMenu {{ background: {t.panel}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 10px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selection}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.faint}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QTabBar::tab {{ padding: 6px 10px; border-bottom: 2px solid transparent; color: {t.muted}; background: transparent; }}
QTabBar::tab:selected {{ color: {t.accent}; border-bottom-color: {t.accent}; font-weight: 600; }}
QTabBar::tab:focus {{ color: {t.text}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {t.line}; }}
"""


def _views(t: "Tokens", points: float) -> str:
    return f"""
QScrollArea, QTableView, QTreeView, QListView, QTextBrowser {{ background: {t.panel}; border: none; }}
QListView#bare {{ background: transparent; }}
QListWidget#roomy::item {{
    padding: 7px 13px; border: 1px solid transparent; border-bottom-color: {t.line};
}}
QListWidget#roomy::item:focus {{ border-color: {t.accent}; }}
QListWidget#roomy::item:selected {{ background: {t.selection}; color: {t.text}; }}
QListWidget#roomy {{ border-right: 1px solid {t.line}; }}
QListWidget#boxed {{ border: 1px solid {t.line}; border-radius: 6px; padding: 3px; }}
QListWidget#boxed::item {{ padding: 5px 6px; border: 1px solid transparent; border-radius: 4px; }}
QListWidget#boxed::item:selected {{ background: {t.selection}; color: {t.text}; }}
QListWidget#boxed::item:disabled {{ color: {t.faint}; }}
QListWidget#boxed:focus {{ border-color: {t.accent}; }}
QScrollArea#clear, QScrollArea#clear > QWidget > QWidget {{ background: transparent; }}
QTableView#clear, QTableView#clear QHeaderView, QTableView#clear QTableCornerButton::section {{
    background: {t.window}; border: none;
}}
QTableView#padded::item {{ padding: 0 8px; }}
QTableView#padded QHeaderView::section {{ padding-left: 11px; padding-right: 11px; }}
QListWidget#padded::item {{ padding: 0 8px; }}
QTableView, QTreeView, QListView {{
    background: {t.panel}; alternate-background-color: {t.quiet}; gridline-color: {t.line};
    selection-background-color: {t.selection}; selection-color: {t.text}; outline: none;
}}
QTableView::item:focus, QTreeView::item:focus, QListView::item:focus {{ border: 1px solid {t.accent}; }}
QTableView::item {{ padding: 0 6px; }}
#contents {{ padding: 8px; }}
#contents::item {{ padding: 5px 8px; border-radius: 4px; }}
#contents::item:selected {{ background: {t.selection}; color: {t.text}; }}
#edge {{ background: {t.line}; min-width: 1px; max-width: 1px; }}
QHeaderView {{ background: {t.quiet}; }}
QHeaderView::section {{
    background: {t.quiet}; color: {t.muted}; border: none; border-bottom: 1px solid {t.line}; padding: 5px 8px;
    font-size: {points * SMALL:.1f}pt;
}}
QHeaderView#narrow::section {{ padding: 5px 4px; }}
QTableCornerButton::section {{ background: {t.quiet}; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.line}; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {t.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; border: none; width: 0; height: 0;
}}
QSplitter::handle {{ background: {t.line}; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: 4px; max-height: 8px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}
QProgressBar[level="bad"]::chunk {{ background: {t.bad}; }}
QBalloonTip {{ background: {t.panel}; color: {t.text}; }}
QBalloonTip QLabel {{ color: {t.text}; background: transparent; }}
QBalloonTip QPushButton {{ padding: 0; min-height: 0; border: none; background: transparent; }}
QCalendarWidget QToolButton {{ border: none; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {t.panel}; }}
"""


def _bars(t: "Tokens", points: float) -> str:
    return f"""
#rail {{ background: {t.rail}; }}
#rail QLabel {{ color: {t.rail_text}; }}
#rail QPushButton#brand {{ color: {t.rail_strong}; font-weight: 600; font-size: {points * 1.1:.1f}pt; }}
#rail QLabel#group {{ color: {t.rail_text}; font-size: {points * 0.8:.1f}pt; }}
#rail QPushButton {{
    background: transparent; color: {t.rail_text}; border: 1px solid transparent; border-radius: 6px; padding: 6px 10px;
    text-align: left;
}}
#rail QPushButton:hover {{ color: {t.rail_strong}; }}
#rail QPushButton:checked {{ background: {t.rail_selected}; color: {t.rail_strong}; font-weight: 400; }}
#rail QPushButton:disabled {{ color: {t.faint}; background: transparent; }}
#rail QPushButton:focus {{ border-color: {t.rail_text}; }}
#rail QLabel#count {{
    background: {t.rail_selected}; border-radius: 8px; padding: 1px 7px; font-size: {points * 0.8:.1f}pt;
    min-width: 1.2em; qproperty-alignment: AlignCenter;
}}
#rail[narrow="true"] QPushButton {{ padding-left: 9px; padding-right: 9px; }}
#rail QLabel#count[plain="true"] {{ background: transparent; padding: 1px 0; }}
#status {{ background: {t.panel}; border-top: 1px solid {t.line}; }}
#status QLabel, #status QPushButton {{ font-size: {points * SMALL:.1f}pt; color: {t.muted}; }}
#status QLabel#strong, #status QPushButton#link {{ color: {t.text}; }}
#status QPushButton {{ border: 1px solid transparent; background: transparent; padding: 1px 6px; min-height: 1em; }}
#status QPushButton:hover {{ color: {t.text}; text-decoration: underline; }}
#status QPushButton:focus {{ border-color: {t.accent}; }}
"""


def _drawn(name: str, t: "Tokens") -> str:
    """Return an arrow or a tick: style sheets cannot tint, so each theme has its own."""
    return (resources() / "arrows" / f"{name}-{'dark' if t.dark else 'light'}.svg").as_posix()
