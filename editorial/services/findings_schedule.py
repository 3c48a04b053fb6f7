"""Findings of the schedule: what is late, slipped pieces, timely slots and room, and conflicts of people."""

from collections.abc import Iterator

from editorial.domain.finding_words import conflict_detail
from editorial.domain.findings import Finding, Remedy, Rule
from editorial.domain.load import Conflict, ConflictKind
from editorial.domain.load_words import conflict_sentence
from editorial.domain.owed import holders
from editorial.domain.period import span_of
from editorial.domain.slot_room import MonthRoom, Release
from editorial.domain.spoken import month_name, spoken_day
from editorial.domain.tasks import DueTask
from editorial.language import _, ngettext
from editorial.services import slots, tasks
from editorial.services.findings_asked import Asked, about_piece
from editorial.services.findings_owed import Owed, owed_by_people, owed_findings
from editorial.services.load import load
from editorial.store.findings import slipped
from editorial.store.lists import read_people


def late_findings(asked: Asked) -> Iterator[Finding]:
    """Give pieces with late tasks, the latest first, what people owe beside, then pieces whose planned day has passed.

    A late task names who holds it; only what no late task tells is listed as owed.
    """
    worst: dict[int, tuple[DueTask, int]] = {}
    for due, days in tasks.late_tasks(asked.workspace, asked.today):
        if due.piece.id not in worst or days > worst[due.piece.id][1]:
            worst[due.piece.id] = (due, days)
    owed = owed_by_people(asked)
    people = _uids(asked) if worst else {}
    for due, days in sorted(worst.values(), key=lambda pair: -pair[1]):
        yield _late(due, days, owed, people)
    yield from owed_findings(asked, owed, [due.task for due, _days in worst.values()])
    yield from _slipped(asked, worst, owed)


def _uids(asked: Asked) -> dict[int, str]:
    with asked.workspace.read() as connection:
        return {person.id: person.uid for person in read_people(connection)}


def _late(due: DueTask, days: int, owed: Owed, people: dict[int, str]) -> Finding:
    piece, task = due.piece, due.task
    on = spoken_day(task.due) if task.due else ""
    said = ngettext(
        "“{title}” is late by {n} working day: {task} was due on {day}.",
        "“{title}” is late by {n} working days: {task} was due on {day}.",
        days,
    )
    detail = _("{task} was due on {day}").format(task=task.name, day=on)
    held = list(dict.fromkeys(holders(task, owed.work)))
    return about_piece(
        Rule.LATE,
        (piece.id, piece.uid, piece.title),
        said.format(title=piece.title, n=days, task=task.name, day=on),
        " · ".join(part for part in (detail, owed.names(task)) if part),
        day=task.due,
        person=people.get(held[0]) if len(held) == 1 else None,
        word=ngettext("{n} day late", "{n} days late", days).format(n=days),
    )


def _slipped(asked: Asked, late: dict[int, tuple[DueTask, int]], owed: Owed) -> Iterator[Finding]:
    with asked.workspace.read() as connection:
        found = slipped(connection, asked.scope, asked.today)
    for id_, uid, title, day, precision in found:
        if id_ not in late and span_of(day, precision, asked.lists.settings)[1] < asked.today:
            text = _("“{title}” was planned for {day} and is not published.").format(title=title, day=spoken_day(day))
            detail = _("was planned for {day}").format(day=spoken_day(day))
            if names := owed.waited_for(id_):
                detail = _("{detail} · waits for {names}").format(detail=detail, names=names)
            yield about_piece(Rule.SLIPPED, (id_, uid, title), text, detail, day=day)


def slot_findings(asked: Asked) -> Iterator[Finding]:
    """Give timely slots that are to be used or released."""
    yield from (_release(asked, one) for one in slots.to_release(asked.workspace, asked.today))


def _release(asked: Asked, one: Release) -> Finding:
    slot, day = one.occurrence.slot, one.occurrence.day
    left = ngettext("in {n} working day", "in {n} working days", one.days_left).format(n=one.days_left)
    when = left if one.days_left else _("today") if day == asked.today else _("before the next working day")
    detail = _("{day}, {when}: use it, release it or fall back").format(day=spoken_day(day), when=when)
    if slot.fallback_id is None:
        detail = _("{day}, {when}: use it or release it").format(day=spoken_day(day), when=when)
    return Finding(
        rule=Rule.TIMELY_SLOT,
        text=_("The timely slot {slot} on {day} is still open.").format(slot=slot.name, day=spoken_day(day)),
        subject=slot.name,
        detail=detail,
        remedy=Remedy("calendar", {"day": day, "slot_id": slot.id}),
        about=f"{slot.uid}/{one.occurrence.original.isoformat()}",
        day=day,
    )


def room_findings(asked: Asked) -> Iterator[Finding]:
    """Give the months from this one on that keep too little room for timely work."""
    for month in slots.timely_months(asked.workspace, asked.period.first, asked.period.last):
        if month.rooms < month.wanted and month.first >= asked.today.replace(day=1):
            yield _room(month)


def _room(month: MonthRoom) -> Finding:
    name = _("{month} {year}").format(month=month_name(month.first.month), year=month.first.year)
    said = ngettext(
        "{month} keeps {rooms} place for timely work; at least {wanted} are wanted.",
        "{month} keeps {rooms} places for timely work; at least {wanted} are wanted.",
        month.rooms,
    )
    return Finding(
        rule=Rule.TIMELY_ROOM,
        text=said.format(month=name, rooms=month.rooms, wanted=month.wanted),
        subject=name,
        detail=_("{rooms} of {wanted} places kept for timely work").format(rooms=month.rooms, wanted=month.wanted),
        remedy=Remedy("settings", {"kind": "slot"}),
        about=month.first.isoformat(),
        day=month.first,
    )


def conflict_findings(asked: Asked) -> Iterator[Finding]:
    """Give what is asked of people from today on and cannot be."""
    for conflict in load(asked.workspace, asked.period).conflicts:
        if conflict.day >= asked.today or conflict.day.replace(day=1) == asked.today.replace(day=1):
            yield _conflict(conflict)


def _conflict(conflict: Conflict) -> Finding:
    said = conflict_sentence(conflict)
    what = ""
    over = remedy = Remedy("load", {"day": conflict.day, "person_id": conflict.person.id})
    if conflict.work is not None:
        what = str(conflict.work.piece_id)
        remedy = Remedy("piece", {"piece_id": conflict.work.piece_id})
    elif conflict.interviews:
        what = conflict.interviews[-1].uid
        remedy = Remedy("interviews", {"id": conflict.interviews[-1].id})
    if conflict.kind is ConflictKind.OVER:
        # What is too much is told by the load, whichever piece or interview came last.
        remedy = over
    return Finding(
        rule=Rule(conflict.kind.value),
        text=said,
        subject=conflict.person.name,
        detail=conflict_detail(conflict),
        remedy=remedy,
        about=f"{conflict.person.uid}/{conflict.day.isoformat()}/{what}",
        person=conflict.person.uid,
        day=conflict.day,
    )
