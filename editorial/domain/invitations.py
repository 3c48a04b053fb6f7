"""Invitations to interviews: what makes one the next version of itself, and when it is on the clock."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from editorial.domain.clock import wall_moment
from editorial.domain.planning_records import Interview
from editorial.domain.records import Settings
from editorial.domain.spans import zone_named
from editorial.domain.vocabulary import InterviewStatus

TOLD = frozenset({"name", "status", "day", "time", "minutes", "place", "person_ids", "interviewer_id"})
"""Fields that an invitation tells: another value makes another version of it."""
WHEN = frozenset({"day", "time"})
"""Fields that make an earlier yes worth nothing."""


def invitation_uid(interview: Interview) -> str:
    """Return the UID of its event, the same for as long as the interview exists (RFC 5545)."""
    return f"{interview.uid}@editorial"


def next_sequence(before: Interview, fields: Mapping[str, Any]) -> int:
    """Return the SEQUENCE of the invitation once these fields are written.

    It rises by one where what an invitation tells differs and one was out: arranged, cancelled, or changed before.
    That an interview was held tells nobody anything new.
    """
    was_out = before.sequence > 0 or before.status in (InterviewStatus.ARRANGED, InterviewStatus.CANCELLED)
    if fields.get("status") is InterviewStatus.HELD:
        return before.sequence
    differs = any(_differs(getattr(before, name), fields[name]) for name in TOLD & fields.keys())
    return before.sequence + (was_out and differs)


def _differs(before: Any, after: Any) -> bool:
    if isinstance(before, tuple):
        return set(before) != set(after)
    return bool(before != after)


def starts_at(interview: Interview, settings: Settings) -> datetime | None:
    """Return the moment an interview begins, in the workspace's zone; None while it has no day and time."""
    if interview.day is None or interview.time is None:
        return None
    return wall_moment(interview.day, interview.time, zone_named(settings.time_zone))


def ends_at(interview: Interview, settings: Settings) -> datetime | None:
    """Return the moment an interview ends; its length is real time, whatever the clocks do meanwhile."""
    start = starts_at(interview, settings)
    if start is None:
        return None
    zone = start.tzinfo
    return (start.astimezone(zone_named("UTC")) + timedelta(minutes=interview.minutes)).astimezone(zone)
