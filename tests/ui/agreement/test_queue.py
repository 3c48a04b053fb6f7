"""The order in which stage tags are reviewed."""

from typing import Any

from editorial.domain.agreement import TaggedPiece
from editorial.domain.vocabulary import Precision, Tag
from editorial.ui.agreement.queue import Queue


def a_tagged(id: int, tag: Tag = Tag.PROPOSED) -> TaggedPiece:
    plain: dict[str, Any] = {"day": None, "precision": Precision.DAY, "stage_id": 1, "segment_ids": ()}
    return TaggedPiece(id=id, uid=str(id), title=f"Piece {id}", tag=tag, **plain)


def begun(*pieces: TaggedPiece) -> Queue:
    queue = Queue()
    queue.begin(pieces)
    return queue


def ids(queue: Queue) -> list[int]:
    return [piece.id for piece in queue.pieces]


def test_it_holds_what_is_open() -> None:
    assert ids(begun(a_tagged(1), a_tagged(2, Tag.AGREED), a_tagged(3, Tag.DISPUTED))) == [1, 3]


def test_what_is_answered_stays_in_its_place() -> None:
    queue = begun(a_tagged(1), a_tagged(2))
    queue.step(1)
    queue.update([a_tagged(1, Tag.AGREED), a_tagged(2)])
    assert (ids(queue), queue.at) == ([1, 2], 1)
    assert queue.current is not None
    assert queue.current.id == 2


def test_what_is_gone_leaves_and_what_is_new_comes_last() -> None:
    queue = begun(a_tagged(2), a_tagged(3), a_tagged(4))
    queue.step(2)
    queue.update([a_tagged(1), a_tagged(3), a_tagged(4)])
    assert ids(queue) == [3, 4, 1]
    assert queue.current is not None
    assert queue.current.id == 4


def test_it_steps_to_the_end_and_not_before_the_first() -> None:
    queue = begun(a_tagged(1))
    queue.step(-1)
    assert queue.at == 0
    queue.step(5)
    assert (queue.at, queue.current) == (1, None)


def test_an_agreed_piece_can_be_reviewed_again() -> None:
    queue = begun(a_tagged(1), a_tagged(2, Tag.AGREED))
    queue.go_to(2)
    assert queue.current is not None
    assert (queue.current.id, len(queue)) == (2, 2)
    queue.go_to(99)
    assert queue.current.id == 2
