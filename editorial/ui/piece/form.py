"""The fields of one piece as a form: edited in place, saved at once."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from editorial.domain.fields import BY_NAME, Field, FieldType
from editorial.domain.records import Piece
from editorial.ui.assignments.owed import OwedList
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import FieldEditor
from editorial.ui.fields.making import make_editor
from editorial.ui.overriding import override
from editorial.ui.piece.editing import Editing
from editorial.ui.piece.fold import Fold
from editorial.ui.piece.parts import STACKED, Group, editor_of, groups, said
from editorial.ui.piece.strip import RefusedStrip
from editorial.ui.piece.tasks import Schedule

OPEN_KEY = "piece/open-parts"
LABEL_LETTERS = 15
INDENT = 9
"""How far (px) labels stand in, so that they line up with the text inside a frame."""
LOWER = {FieldType.DATE: 8, FieldType.TIME: 8, FieldType.TEXT: 7}
"""How far (px) a label stands below the top of its row, to be level with what is typed; 5 beside a value."""


class PieceForm(QWidget):
    """Edits one piece; every value given is a change of its own, named and undoable."""

    def __init__(self, desk: Desk, without: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.desk = desk
        self._groups = [group for group in groups() if group.word not in without]
        self.editors: dict[str, FieldEditor] = {}
        self.folds: dict[str, Fold] = {}
        self._labels: list[QLabel] = []
        self._opened = set(str(desk.preferences.get(OPEN_KEY, "")).split())
        self.editing = Editing(desk, self._dirty)
        self.strip = RefusedStrip(self.editing)
        self.schedule = Schedule(desk)
        self.owed = OwedList(desk)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.strip)
        self._build()
        self._fit_labels()
        self.editing.shown.connect(self._show)
        self.editing.unsaved.connect(self._keep)
        desk.settle.connect(self.settle)
        desk.unsaved_asked.connect(self._hold)
        desk.opened.connect(self.strip.clear)
        desk.opened.connect(self._forget)
        desk.lists_changed.connect(self._relist)

    def open(self, piece_id: int) -> None:
        """Show a piece; what was typed for the one before is saved first."""
        self.strip.clear()
        self.close_piece()
        self.editing.open(piece_id)

    def close_piece(self) -> None:
        """Edit nothing; what was typed is saved first."""
        self.settle()
        self.editing.close()
        self._forget()

    def settle(self) -> None:
        """Save whatever is typed and not saved yet."""
        for editor in self.editors.values():
            editor.settle()
        self.schedule.settle()

    def add_editor(self, editor: FieldEditor) -> FieldEditor:
        """Let an editor that stands elsewhere belong to this form."""
        self._connect(editor)
        return editor

    def _hold(self, holders: list[object]) -> None:
        """Add the fields whose text was not taken, here or for the piece before, to those who hold what is unsaved."""
        holders += [*self._dirty(), *([] if self.strip.isHidden() else [self.strip])]

    def _dirty(self) -> set[str]:
        return {editor.field.attribute for editor in self.editors.values() if editor.dirty}

    def _build(self) -> None:
        title = make_editor(BY_NAME["title"], self.desk)
        title.box.setObjectName("headline")  # type: ignore[attr-defined]
        self._connect(title)
        self._column.addWidget(title)
        for group in self._groups:
            body = self._group(group)
            if not group.folds:
                self._column.addWidget(body)
                self._column.addWidget(self.schedule)
                self._column.addWidget(self.owed)
                continue
            fold = Fold(self.desk.theme, group.heading, body)
            fold.open(group.word in self._opened)
            fold.toggled.connect(lambda open_, word=group.word: self._remember(word, open_))
            self.folds[group.word] = fold
            self._column.addWidget(fold)
        self._column.addStretch(1)

    def _group(self, group: Group) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for field in group.fields:
            self._row(grid, field)
        return body

    def _row(self, grid: QGridLayout, field: Field) -> None:
        editor = editor_of(field, self.desk)
        self._connect(editor)
        label = QLabel(field.label)
        label.setObjectName("muted")
        label.setWordWrap(True)
        label.setContentsMargins(INDENT, LOWER.get(field.type, 5), 0, 0)
        label.setBuddy(editor)
        row = grid.rowCount()
        if field.type in STACKED:
            grid.addWidget(label, row, 0, 1, 2)
            grid.addWidget(editor, row + 1, 0, 1, 2)
        else:
            self._labels.append(label)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignTop)

    def _fit_labels(self) -> None:
        """Let the labels of all groups be equally wide, so that the values stand below each other."""
        width = self.fontMetrics().averageCharWidth() * LABEL_LETTERS + INDENT
        for label in self._labels:
            label.setFixedWidth(width)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_labels()

    def _connect(self, editor: FieldEditor) -> None:
        self.editors[editor.field.name] = editor
        editor.given.connect(self.editing.save)
        editor.add_wanted.connect(lambda name: self.editing.save_new(editor.field.attribute, name))

    def _show(self, piece: Piece) -> None:
        locked = self.desk.workspace is not None and self.desk.workspace.readonly
        for editor in self.editors.values():
            editor.show_piece(piece)
            editor.lock(locked)
        self.schedule.show_piece(piece)
        self.owed.show_piece(piece)
        for group in self._groups:
            if group.word in self.folds:
                self.folds[group.word].count(said(group, piece))

    def _forget(self) -> None:
        for editor in self.editors.values():
            editor.forget()
        self.schedule.forget()
        self.owed.forget()

    def _keep(self, fields: Mapping[str, Any]) -> None:
        """Let stay what is typed and could not be saved."""
        for editor in self.editors.values():
            if editor.field.attribute in fields:
                editor.keep()

    def _relist(self) -> None:
        if self.editing.piece is not None:
            self._show(self.editing.piece)

    def _remember(self, word: str, open_: Any) -> None:
        self._opened = self._opened | {word} if open_ else self._opened - {word}
        self.desk.preferences.put(OPEN_KEY, " ".join(sorted(self._opened)))
