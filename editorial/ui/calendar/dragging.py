"""What travels with the mouse when pieces are dragged: their ids only, never records."""

import json
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

MIME = "application/x-editorial-pieces+json"


@dataclass(frozen=True, slots=True)
class PieceDrag:
    """The pieces that are dragged, in the order in which they were shown."""

    ids: tuple[int, ...]

    def to_bytes(self) -> bytes:
        return json.dumps({"pieces": self.ids}).encode()

    def to_mime(self) -> QMimeData:
        """Return the drag for Qt to carry."""
        data = QMimeData()
        data.setData(MIME, self.to_bytes())
        return data

    @classmethod
    def from_bytes(cls, data: bytes) -> "PieceDrag | None":
        """Return the drag, or None where the bytes are of another making."""
        try:
            ids = json.loads(data)["pieces"]
        except (ValueError, TypeError, KeyError):
            return None
        whole = isinstance(ids, list) and all(isinstance(id_, int) for id_ in ids)
        return cls(tuple(ids)) if whole and ids else None

    @classmethod
    def from_mime(cls, data: QMimeData) -> "PieceDrag | None":
        """Return the drag, or None where something else is dragged."""
        return cls.from_bytes(bytes(data.data(MIME).data())) if data.hasFormat(MIME) else None
