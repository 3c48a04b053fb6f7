"""Writing ideas down while people speak: a line, who gave it, and the ideas of the session with their stars."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editorial.language import _
from editorial.services import pieces, sessions
from editorial.services.sessions import Captured
from editorial.ui.desk import Desk
from editorial.ui.elide import ElidedLabel
from editorial.ui.ideas.similar import Similar
from editorial.ui.piece.quality import Stars
from editorial.ui.session.gaps import muted


class Capture(QWidget):
    """Enter adds the idea and leaves the line ready for the next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.session: int | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("An idea, then Enter"))
        self.line.setAccessibleName(_("Idea"))
        self.given_by = QComboBox()
        self.given_by.setEditable(True)
        self.given_by.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.given_by.setAccessibleName(_("Who gave it"))
        edit = self.given_by.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(_("who gave it"))
        self.similar = Similar(desk)
        self.add = QPushButton(_("Add"))
        self.add.setObjectName("primary")
        self._rows: list[QWidget] = []
        self._arrange()
        self.line.returnPressed.connect(self._take)
        self.line.textChanged.connect(self.similar.look_for)
        self.add.clicked.connect(self._take)

    def show_session(self, session: int | None) -> None:
        """Show the ideas of a session."""
        self.session = session
        self._offer_people()
        locked = session is None or self._desk.readonly
        for part in (self.line, self.given_by, self.add):
            part.setEnabled(not locked)
        found = self._desk.ask(lambda w: sessions.captured(w, session)) if session is not None else None
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one) for one in found or ()] or [
            muted(_("No idea yet. What would fill the first gap?"))
        ]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)

    def _offer_people(self) -> None:
        chosen = self.given_by.currentText()
        self.given_by.clear()
        for key, name in sorted(self._desk.lists.people.items(), key=lambda one: one[1].casefold()):
            self.given_by.addItem(name, key)
        self.given_by.setCurrentIndex(-1)
        self.given_by.setEditText(chosen)

    def _take(self) -> None:
        session, title = self.session, self.line.text()
        if session is None or not title.strip():
            return
        person = self._person()
        if self._desk.ask(lambda w: sessions.capture(w, session, title, person)) is not None:
            self.line.clear()
            self.line.setFocus()

    def _person(self) -> int | None:
        """Return the person who was named; one that is not known yet is added."""
        from editorial.services import lists

        name = " ".join(self.given_by.currentText().split())
        known = {said.casefold(): key for key, said in self._desk.lists.people.items()}
        if not name or name.casefold() in known:
            return known.get(name.casefold())
        return self._desk.ask(lambda w: lists.add(w, "person", name))

    def _row(self, one: Captured) -> QWidget:
        row = QWidget()
        stars = Stars(self._desk, _("Quality of {title}").format(title=one.piece.title))
        stars.show_stars(one.piece.quality)
        stars.setEnabled(not self._desk.readonly)
        stars.given.connect(lambda n: self._rate(one.piece.id, n))
        open_ = QPushButton(_("Open"))
        open_.setAccessibleName(_("Open {title}").format(title=one.piece.title))
        open_.clicked.connect(lambda: self._desk.piece_selected.emit(one.piece.id))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel("strong", one.piece.title))
        if one.given_by:
            words.addWidget(ElidedLabel("small", one.given_by))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(8)
        line.addLayout(words, 1)
        line.addWidget(stars)
        line.addWidget(open_)
        return row

    def _rate(self, piece: int, n: Any) -> None:
        self._desk.ask(lambda w: pieces.edit(w, piece, quality=n))

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.line, 3)
        top.addWidget(self.given_by, 2)
        top.addWidget(self.add)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("clear")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.similar)
        column.addWidget(area, 1)
