"""The pieces whose tags are reviewed one after the other; it stays in order while they are answered."""

from collections.abc import Iterable, Mapping

from editorial.domain.agreement import TaggedPiece
from editorial.domain.vocabulary import Tag


class Queue:
    """What is to be reviewed, with a place in it; past the last piece lies the end."""

    def __init__(self) -> None:
        self._ids: list[int] = []
        self._pieces: Mapping[int, TaggedPiece] = {}
        self.at = 0

    def begin(self, pieces: Iterable[TaggedPiece]) -> None:
        """Begin anew with the open tags."""
        self._pieces = {piece.id: piece for piece in pieces}
        self._ids = [piece.id for piece in self._pieces.values() if piece.tag is not Tag.AGREED]
        self.at = 0

    def update(self, pieces: Iterable[TaggedPiece]) -> None:
        """Take what the pieces are now: answered ones stay where they stood, new open ones come last."""
        self._pieces = {piece.id: piece for piece in pieces}
        gone = sum(id_ not in self._pieces for id_ in self._ids[: self.at])
        self._ids = [id_ for id_ in self._ids if id_ in self._pieces]
        self.at -= gone
        known = set(self._ids)
        self._ids += [key for key, piece in self._pieces.items() if piece.tag is not Tag.AGREED and key not in known]

    @property
    def current(self) -> TaggedPiece | None:
        """The piece that is shown; None at the end."""
        return self._pieces[self._ids[self.at]] if self.at < len(self._ids) else None

    @property
    def pieces(self) -> list[TaggedPiece]:
        return [self._pieces[id_] for id_ in self._ids]

    def __len__(self) -> int:
        return len(self._ids)

    def step(self, by: int) -> None:
        """Go on or back; not before the first, and at most to the end."""
        self.at = min(len(self._ids), max(0, self.at + by))

    def go_to(self, piece_id: int) -> None:
        """Go to a piece, which joins the queue where it is not in it."""
        if piece_id not in self._pieces:
            return
        if piece_id not in self._ids:
            self._ids.append(piece_id)
        self.at = self._ids.index(piece_id)
