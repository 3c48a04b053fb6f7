"""What a calendar shows besides publish days, asked once for a range: slots, tasks, interviews and reviews."""

from collections.abc import Collection, Sequence
from datetime import date

from editorial.domain.conditions import Condition
from editorial.domain.layers import Deadline, Layer, Layers, deadlines
from editorial.domain.records import Entry
from editorial.domain.slots import occurrences
from editorial.domain.tasks import DueTask
from editorial.store.entries import entries_of
from editorial.store.filtering import clause
from editorial.store.layers import interviews_between, let_through, reviews_between
from editorial.store.slots import fillings, read_slots
from editorial.store.tasks import tasks_between, tasks_of
from editorial.store.workspace import Workspace


def between(
    workspace: Workspace, first: date, last: date, layers: Collection[Layer], where: Condition | None = None
) -> Layers:
    """Return the slots of the days from first to last, both included, and what of the other layers is asked for.

    A filter of pieces leaves tasks and reviews of other pieces out; slots and interviews stay.
    """
    with workspace.read() as connection:
        slots = read_slots(connection)
        standing = occurrences(slots, first, last, fillings(connection, first, last)) if slots else []
        tasks = tasks_between(connection, first, last) if Layer.TASK in layers else []
        reviews = reviews_between(connection, first, last) if Layer.REVIEW in layers else []
        interviews = interviews_between(connection, first, last) if Layer.INTERVIEW in layers else []
        pieces = {one.id: one for one in entries_of(connection, sorted({task.piece_id for task in tasks}))}
        if (wanted := clause(where)) is not None:
            seen = let_through(connection, {*pieces, *(one.piece.id for one in reviews)}, wanted)
            pieces = {id_: piece for id_, piece in pieces.items() if id_ in seen}
            reviews = [one for one in reviews if one.piece.id in seen]
    due = tuple(DueTask(task, pieces[task.piece_id]) for task in tasks if task.piece_id in pieces)
    return Layers(tuple(standing), due, tuple(interviews), tuple(reviews))


def deadlines_of(workspace: Workspace, entries: Sequence[Entry]) -> tuple[Deadline, ...]:
    """Return from when to when these pieces are worked on; those that have no open tasks are left out."""
    with workspace.read() as connection:
        return deadlines(entries, tasks_of(connection, [entry.id for entry in entries]))
