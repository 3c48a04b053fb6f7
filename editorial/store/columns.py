"""Column types of our own: enums kept by value, decimals kept as text."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Enum, String, TypeDecorator
from typing_extensions import override


class DecimalText(TypeDecorator[Decimal]):
    """Keep a decimal as its own text: binary floating point never touches it, and JSON gives it back unchanged."""

    impl = String(40)
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else format(value, "f")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Moment(TypeDecorator[datetime]):
    """Keep a moment as UTC without an offset; it is given and returned with one."""

    impl = DateTime()
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def stored(words: type[StrEnum]) -> Enum:
    """Keep an enum as its plain value, the same on SQLite and PostgreSQL; the CHECK stands in the table."""
    return Enum(words, native_enum=False, length=20, values_callable=lambda w: [m.value for m in w])


def one_of(column: str, words: type[StrEnum]) -> str:
    """Return the CHECK that a column holds one of the words, or nothing.

    Word by word, because SQLite fills a table for every IN of more than two words, anew for each row written: a
    third of the time of an insert.
    """
    return " OR ".join([f"{column} IS NULL", *(f"{column} = '{word.value}'" for word in words)])
