"""Saving edits of one piece at once, refusing those made on what somebody else has changed since."""

from collections.abc import Callable, Collection, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from editorial.domain.records import Piece
from editorial.errors import RuleBroken, StaleEdit, StoreUnavailable, Trouble
from editorial.ui.calendar.followed import deadlines_followed
from editorial.ui.desk import Desk

KINDS = frozenset({"piece", "segment", "stage", "status", "interest", "format", "channel", "campaign", "person"})
MOVES = frozenset({"planned", "precision"})
"""Fields whose new values move the piece, and its tasks with it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An edit that was not saved: what it would have written, and why not."""

    piece: Piece
    """As it was when the edit was made."""
    fields: Mapping[str, Any]
    sentence: str


class Editing(QObject):
    """Holds the piece that is edited as it was read, and saves new values of its fields."""

    shown = Signal(object)
    """The piece as it is now."""
    gone = Signal()
    """The piece is no longer there."""
    refused = Signal(object)
    """A `Refused`; what is stored stays as it is."""
    unsaved = Signal(object)
    """Fields whose new values the workspace could not take, as where the disk is full; they may be given again."""

    def __init__(self, desk: Desk, dirty: Callable[[], Collection[str]]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._dirty = dirty
        self.piece: Piece | None = None
        self._seen = 0
        self._unsaved: dict[str, Any] = {}
        self._why_not = ""
        desk.changed.connect(self._changed)
        desk.opened.connect(self.close)

    def open(self, piece_id: int) -> None:
        """Read a piece and show it."""
        self.close()
        self._read(piece_id)

    def close(self) -> None:
        """Edit nothing; what was typed and could not be saved is refused now."""
        piece, unsaved = self.piece, {name: self._unsaved[name] for name in self._unsaved if name in self._dirty()}
        self.piece, self._unsaved = None, {}
        if piece is not None and unsaved:
            self.refused.emit(Refused(piece, unsaved, self._why_not))

    def save(self, fields: Mapping[str, Any], joins: str = "") -> None:
        """Write new values; where the piece changed since it was read, only if these fields did not."""
        from editorial.services import pieces

        key = f"{self.piece.id}-{joins}" if joins and self.piece else ""
        moved = [self.piece.id] if self.piece and MOVES & fields.keys() else []
        with deadlines_followed(self._desk, moved) if moved else nullcontext():
            self._write(
                fields,
                lambda workspace, piece_id, seen: pieces.edit(workspace, piece_id, seen=seen, joins=key, **fields),
            )

    def save_new(self, attribute: str, name: str) -> None:
        """Add a name to the list of a field and give it to the piece, as one change."""
        from editorial.services import tagging

        self._write(
            {attribute: name},
            lambda workspace, piece_id, seen: tagging.tag_with_new(workspace, [piece_id], attribute, name, seen=seen),
        )

    def _write(self, fields: Mapping[str, Any], write: Callable[[Any, int, int], object]) -> None:
        piece, workspace = self.piece, self._desk.workspace
        if piece is None or workspace is None:
            return
        try:
            write(workspace, piece.id, self._seen)
        except StaleEdit as stale:
            self._after_stale(piece, fields, write, str(stale))
        except StoreUnavailable as failed:
            self._keep(piece, fields, failed)
        except Trouble as trouble:
            self._desk.tell(trouble)
            self._read(piece.id)
        else:
            self._unsaved = {name: value for name, value in self._unsaved.items() if name not in fields}

    def _keep(self, piece: Piece, fields: Mapping[str, Any], failed: StoreUnavailable) -> None:
        """Let what is typed stay where it is: once there is room again it is saved by typing on or by leaving it."""
        self._unsaved.update(fields)
        self._why_not = str(failed)
        self._desk.tell(failed)
        self.unsaved.emit(fields)
        self.shown.emit(piece)

    def _after_stale(
        self, before: Piece, fields: Mapping[str, Any], write: Callable[[Any, int, int], object], sentence: str
    ) -> None:
        """Try once more where others changed other fields; else refuse, and keep what was to be written."""
        self._read(before.id, keep_seen=False)
        now = self.piece
        if now is None:
            self.refused.emit(Refused(before, fields, sentence))
            return
        if all(getattr(now, name) == getattr(before, name) for name in fields):
            self._write_again(fields, write, sentence)
        else:
            self.refused.emit(Refused(before, fields, sentence))

    def _write_again(self, fields: Mapping[str, Any], write: Callable[[Any, int, int], object], sentence: str) -> None:
        assert self.piece is not None
        try:
            write(self._desk.workspace, self.piece.id, self._seen)
        except Trouble as trouble:
            self.refused.emit(Refused(self.piece, fields, str(trouble) or sentence))

    def apply(self, refused: Refused) -> None:
        """Write what was refused after all, over what is stored now."""
        from editorial.services import pieces

        workspace = self._desk.workspace
        if workspace is None:
            return
        try:
            pieces.edit(workspace, refused.piece.id, **refused.fields)
        except Trouble as trouble:
            self.refused.emit(replace(refused, sentence=str(trouble)))

    def _changed(self, changed: Any) -> None:
        if self.piece is not None and changed.kinds & KINDS:
            self._read(self.piece.id)

    def _read(self, piece_id: int, *, keep_seen: bool = True) -> None:
        """Read the piece anew. Where what is being typed stands on a value that changed, saving it must be refused."""
        from editorial.services import pieces

        workspace, before = self._desk.workspace, self.piece
        if workspace is None:
            return
        try:
            piece = pieces.read(workspace, piece_id)
        except RuleBroken:
            piece = None
        except Trouble as trouble:
            self._desk.tell(trouble)
            return
        if piece is None or piece.binned is not None:
            self.piece = None
            self.gone.emit()
            return
        if keep_seen and before is not None and self._overtaken(before, piece):
            return
        self.piece, self._seen = piece, piece.version
        self.shown.emit(piece)

    def _overtaken(self, before: Piece, now: Piece) -> bool:
        return any(getattr(before, name) != getattr(now, name) for name in self._dirty())


def refused_words(refused: Refused) -> str:
    """Return the text that was typed and refused; nothing where a value was chosen."""
    typed = [value for value in refused.fields.values() if isinstance(value, str)]
    return typed[0] if typed else ""
