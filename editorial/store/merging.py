"""What one of two people that are the same takes over from the other."""

from dataclasses import replace

from sqlalchemy import Connection, update

from editorial.domain.people_records import Assignment
from editorial.domain.records import Person
from editorial.domain.vocabulary import AssignmentStatus
from editorial.store import assignments
from editorial.store.list_edits import update_entry
from editorial.store.lists import LINKS, TABLES, read_list

_FURTHEST = (
    AssignmentStatus.DECLINED,
    AssignmentStatus.PROPOSED,
    AssignmentStatus.ACCEPTED,
    AssignmentStatus.DELIVERED,
)
_OWN = frozenset({"id", "uid", "name", "notes", "away", "last_contact", "successor_id", *LINKS["person"]})


def carry_person(connection: Connection, old: int, new: int) -> None:
    """Give a person what is not known of them and is of the other, before the other goes.

    Notes follow each other, days away come together, the last contact is the later. Where both have the same role for a
    piece, what is further along stays. Who names the other as successor names this one.
    """
    people: dict[int, Person] = read_list(connection, "person", [old, new])
    other, survivor = people[old], people[new]
    fields = {
        name: getattr(other, name)
        for name in Person.__dataclass_fields__
        if name not in _OWN and getattr(survivor, name) in (None, "", frozenset()) and getattr(other, name)
    }
    fields["away"] = tuple(sorted({*survivor.away, *other.away}, key=lambda one: (one.first, one.last, one.reason)))
    fields["notes"] = "\n\n".join(dict.fromkeys(filter(None, (survivor.notes, other.notes))))
    fields["last_contact"] = max(filter(None, (survivor.last_contact, other.last_contact)), default=None)
    successor = survivor.successor_id if survivor.successor_id != old else None
    fields["successor_id"] = successor or (other.successor_id if other.successor_id != new else None)
    update_entry(connection, "person", new, fields)
    table = TABLES["person"]
    connection.execute(update(table).where(table.c.successor_id == old, table.c.id != new).values(successor_id=new))
    _keep_furthest(connection, old, new)


def _keep_furthest(connection: Connection, old: int, new: int) -> None:
    mine = {(one.piece_id, one.role): one for one in assignments.of_person(connection, new)}
    for other in assignments.of_person(connection, old):
        own = mine.get((other.piece_id, other.role))
        if own is not None and _FURTHEST.index(other.status) > _FURTHEST.index(own.status):
            _take_over(connection, other, own)


def _take_over(connection: Connection, other: Assignment, own: Assignment) -> None:
    taken = replace(other, person_id=own.person_id, position=own.position)
    fields = {name: getattr(taken, name) for name in assignments.WRITABLE}
    assignments.write_assignment(connection, (own.piece_id, own.person_id, own.role), fields)
