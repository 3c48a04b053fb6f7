"""Muting rules of the review list until a day, with a reason, and letting them speak again."""

from datetime import date

from editorial.domain.finding_words import rule_title
from editorial.domain.findings import Rule, is_silent
from editorial.domain.planning_records import Mute
from editorial.domain.spoken import spoken_day
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.labels import day_in_label, shortened
from editorial.services.workspaces import Workspace
from editorial.store.list_edits import delete_entry, insert_entry, update_entry
from editorial.store.lists import read_list


def mutes(workspace: Workspace, today: date) -> list[Mute]:
    """Return the mutes that hold, the first to end first."""
    with workspace.read() as connection:
        held: list[Mute] = [one for one in read_list(connection, "mute").values() if is_silent(one, today)]
    return sorted(held, key=lambda one: (one.until, one.id))


def mute(workspace: Workspace, rule: str, *, until: date, today: date, about: str = "", reason: str = "") -> None:
    """Silence a rule, or one finding of it by what it is about, until a day. Raises RuleBroken for a day that has come.

    A mute of the same is given the new day and reason.
    """
    if until <= today:
        raise RuleBroken(_("A rule is muted until a day to come; {day} is not.").format(day=spoken_day(until)))
    name = Rule(rule)
    label = _("Mute {rule} until {day}").format(rule=shortened(rule_title(name)), day=day_in_label(until))
    fields = {"until": until, "reason": reason.strip()}
    with workspace.change(label) as session:
        connection = session.connection()
        there = read_list(connection, "mute").values()
        before = next((one for one in there if one.name == name and one.about == about), None)
        if before is None:
            insert_entry(connection, "mute", {"name": name.value, "about": about, **fields})
        else:
            update_entry(connection, "mute", before.id, fields)


def unmute(workspace: Workspace, mute_id: int) -> None:
    """Let a muted rule or finding speak again."""
    with workspace.read() as connection:
        there: Mute | None = read_list(connection, "mute").get(mute_id)
    if there is None:
        raise RuleBroken(_("This rule is not muted any more."))
    title = rule_title(Rule(there.name)) if there.name in set(Rule) else there.name
    with workspace.change(_("Unmute {rule}").format(rule=shortened(title))) as session:
        delete_entry(session.connection(), "mute", mute_id)
