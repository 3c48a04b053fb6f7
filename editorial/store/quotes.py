"""Reading quotes of one person."""

from sqlalchemy import Connection, select

from editorial.domain.people_records import Quote
from editorial.store.lists import TABLES, read_list


def of_person(connection: Connection, person_id: int) -> list[Quote]:
    """Return the quotes of a person, in the order in which they were taken down."""
    table = TABLES["quote"].c
    ids = connection.execute(select(table.id).where(table.person_id == person_id)).scalars().all()
    found: list[Quote] = list(read_list(connection, "quote", ids).values())
    return sorted(found, key=lambda one: one.id)
