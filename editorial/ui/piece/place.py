"""One piece in full: its texts, links and history in the work area, its fields beside them."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from editorial.domain.fields import BY_NAME
from editorial.domain.records import Piece
from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.fields.texts import LongText, TextEditor
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.piece.acts import piece_menu
from editorial.ui.piece.chain import ChainTab
from editorial.ui.piece.form import PieceForm
from editorial.ui.piece.history import PieceHistory
from editorial.ui.piece.panel import scrolling
from editorial.ui.place import Place

TITLE_LETTERS = 28
TEXTS = ("brief", "draft")
TABS = (*TEXTS, "links", "history")


class PiecePlace(Place):
    """Shows the piece that was opened last; the way back leads to where it was opened from."""

    plans = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._from = "calendar"
        self._before: list[int] = []
        self.form = PieceForm(desk, without=frozenset({"links"}))
        self.history = PieceHistory(desk)
        self.texts = {name: self._text(name) for name in TEXTS}
        self.chain = ChainTab(desk, self.form)
        self.tabs = QTabBar()
        self.pages = QStackedWidget()
        self.back = QPushButton()
        self.back.clicked.connect(self.go_back)
        self.more = QToolButton()
        self.more.setAccessibleName(_("More to do with this piece"))
        self.more.setToolTip(_("More to do with this piece"))
        self.more.clicked.connect(self._show_menu)
        self.locked = QLabel(_("Read only"))
        self.locked.setObjectName("warning")
        self._panel = _panel(self.form)
        self._arrange()
        self.form.editing.shown.connect(self._shown)
        self.form.editing.gone.connect(self._gone)
        desk.opened.connect(self._forget)
        desk.theme.changed.connect(self._tint)
        QShortcut(QKeySequence("Esc"), self, self.go_back)
        self._tint()

    @override
    def title(self) -> str:
        piece = self.form.editing.piece
        return piece.title if piece else _("Piece")

    @override
    def controls(self) -> list[QWidget]:
        return [self.back, self.more, self.locked]

    @override
    def side(self) -> QWidget | None:
        return self._panel

    @override
    def status(self) -> str:
        piece = self.form.editing.piece
        if piece is None:
            return ""
        n = len((piece.draft or piece.brief).split())
        words = ngettext("{n} word", "{n} words", n).format(n=n)
        what = _("Draft") if piece.draft else _("Brief")
        return f"{what} · {words}"

    @override
    def arrive(self, **wanted: Any) -> None:
        piece_id, came_from = wanted.get("piece_id"), wanted.get("back")
        if isinstance(came_from, str) and came_from and came_from != "piece":
            self._from, self._before = came_from, []
        if isinstance(piece_id, int):
            shown = self.form.editing.piece
            if came_from == "piece" and shown is not None and shown.id != piece_id:
                self._before.append(shown.id)
            self.form.open(piece_id)
        if isinstance(tab := wanted.get("tab"), str) and tab in TABS:
            self.tabs.setCurrentIndex(TABS.index(tab))
        self._name_back()
        self._focus()

    @override
    def leave(self) -> None:
        self.form.settle()

    def go_back(self) -> None:
        """Return to the piece, or else the place, from which this one was opened."""
        self.form.settle()
        if self._before:
            self.form.open(self._before.pop())
            self._name_back()
            return
        self.desk.place_wanted.emit(self._from, {})

    def _text(self, name: str) -> TextEditor:
        field = BY_NAME[name]
        box = LongText(field.label)
        box.setObjectName("page")
        box.setPlaceholderText(
            _("What the piece is to say, for whom and why. Plain Markdown.")
            if name == "brief"
            else _("The text itself, in plain Markdown.")
        )
        editor = TextEditor(field, self.desk, box)
        self.form.add_editor(editor)
        return editor

    def _arrange(self) -> None:
        labels = {"brief": _("Brief"), "draft": _("Draft"), "links": _("Links and chain"), "history": _("History")}
        pages: dict[str, QWidget] = {**self.texts, "links": self.chain, "history": self.history}
        for name in TABS:
            self.tabs.addTab(labels[name])
            self.pages.addWidget(pages[name])
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(_("Parts of the piece"))
        self.tabs.currentChanged.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)

    def _turn(self, index: int) -> None:
        self.form.settle()
        self.pages.setCurrentIndex(index)
        piece = self.form.editing.piece
        if TABS[index] == "history" and piece is not None:
            self.history.show_piece(piece.id)

    def _focus(self) -> None:
        text = self.texts.get(TABS[self.tabs.currentIndex()])
        (text or self.tabs).setFocus()

    def _shown(self, piece: Piece) -> None:
        workspace = self.desk.workspace
        self.locked.setVisible(workspace is not None and workspace.readonly)
        if TABS[self.tabs.currentIndex()] == "history" and self.isVisible():
            self.history.show_piece(piece.id)
        self.retitled.emit()

    def _gone(self) -> None:
        if self.isVisible():
            self.desk.place_wanted.emit(self._from, {})

    def _forget(self) -> None:
        """Leave a piece of the workspace before: here its id is another's, or nobody's."""
        self._before = []
        self._gone()

    def _name_back(self) -> None:
        from editorial.ui.fields.pieces import piece_title
        from editorial.ui.places import every_place

        names = {spot.entry.word: spot.entry.label for spot in every_place()}
        name = piece_title(self.desk, self._before[-1]) if self._before else names.get(self._from, self._from)
        short = name if len(name) <= TITLE_LETTERS else f"{name[: TITLE_LETTERS - 1]}…"
        self.back.setText(f"‹ {short}".replace("&", "&&"))
        self.back.setAccessibleName(_("Back to {place}").format(place=name))
        self.back.setToolTip(_("Back to {place} (Esc)").format(place=name))

    def _show_menu(self) -> None:
        piece = self.form.editing.piece
        if piece is not None:
            piece_menu(self.desk, piece, self).popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _tint(self) -> None:
        self.more.setIcon(icon("ellipsis", self.desk.theme.tokens.muted))


def _panel(form: PieceForm) -> QWidget:
    panel = QWidget()
    panel.setObjectName("panel")
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 8, 0, 0)
    column.addWidget(scrolling(form))
    return panel
