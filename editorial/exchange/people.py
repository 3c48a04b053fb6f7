"""A table of people into drafts."""

from editorial.domain.drafts import Drafts, Refusal
from editorial.domain.records import Settings
from editorial.domain.vocabulary import PersonRole
from editorial.errors import RuleBroken
from editorial.exchange.columns import Matching
from editorial.exchange.reading import Reading
from editorial.exchange.rows import Table
from editorial.language import _

_ROLES = {role.value.casefold(): role for role in PersonRole}


def drafts(table: Table, matching: Matching, settings: Settings, date_order: str = "") -> Drafts:
    """Read every row. Raises RuleBroken where there are columns and none tells who a row is."""
    if table.headings and not {"id", "name", "email", "outside_id"} & set(matching.mapping):
        raise RuleBroken(_("No column of the file is a name; say which one is."))
    reading = Reading(table, settings, date_order)
    reading.read(matching)
    return reading.drafts(matching, _roles(reading, matching))


def _roles(reading: Reading, matching: Matching) -> dict[int, Refusal]:
    """Turn role names into roles; refuse rows that name another."""
    bad: dict[int, Refusal] = {}
    for index, names in enumerate(reading.columns.get("roles", ())):
        unknown = [name for name in names or () if name.casefold() not in _ROLES]
        if unknown:
            reason = _("write roles as {roles}").format(roles=", ".join(PersonRole))
            bad[index] = Refusal(reading.table.rows[index][0], matching.mapping["roles"], unknown[0], reason)
        elif names:
            reading.columns["roles"][index] = tuple(_ROLES[name.casefold()] for name in names)
    return bad
