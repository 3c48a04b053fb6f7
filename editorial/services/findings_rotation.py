"""Findings of rotation and rhythm: overdue interests, repeats, silences."""

from collections.abc import Iterator

from editorial.domain.cadence import Cadence
from editorial.domain.coverage_words import cadence_sentence
from editorial.domain.findings import Finding, Rule
from editorial.domain.rotation import InterestTurn
from editorial.domain.rotation_words import overdue_sentence, repeated_sentence
from editorial.domain.spoken import spoken_day
from editorial.language import _, ngettext
from editorial.services.cadence import cadence
from editorial.services.findings_asked import Asked, about_piece
from editorial.services.pieces import read_entries
from editorial.services.rotation import rotation


def rotation_findings(asked: Asked) -> Iterator[Finding]:
    """Give interests that are overdue, pieces that repeat one, and segments that hear nothing for too long."""
    found = rotation(asked.workspace, asked.period, ahead=0, lists=asked.lists)
    for turn in found.interests:
        if turn.overdue:
            yield _overdue(asked, turn)
    ids = {key for repeat in found.repeats for key in (repeat.first_id, repeat.second_id)}
    entries = {entry.id: entry for entry in read_entries(asked.workspace, sorted(ids))}
    for repeat in found.repeats:
        first, second = entries[repeat.first_id], entries[repeat.second_id]
        yield about_piece(
            Rule.REPEAT,
            (second.id, second.uid, second.title),
            repeated_sentence(repeat, entries),
            _("follows “{first}” on {interest}").format(first=first.title, interest=repeat.interest.name),
            day=second.day,
            remedy=asked.remedy("calendar", piece=second.id),
        )
    for silence in cadence(asked.workspace, asked.period, lists=asked.lists):
        if silence.over:
            yield _silence(asked, silence)


def _overdue(asked: Asked, turn: InterestTurn) -> Finding:
    last = _("last used on {day}").format(day=spoken_day(turn.last)) if turn.last else _("not used yet")
    limit = turn.interest.longest_gap or 0
    most = ngettext("at most {n} day is wanted", "at most {n} days are wanted", limit).format(n=limit)
    return Finding(
        rule=Rule.OVERDUE,
        text=overdue_sentence(turn),
        subject=turn.interest.name,
        detail=f"{last} · {most}",
        remedy=asked.remedy("interests", interest_id=turn.interest.id),
        about=turn.interest.uid,
    )


def _silence(asked: Asked, silence: Cadence) -> Finding:
    said = ngettext("{n} silent day from {day}", "{n} silent days from {day}", silence.longest)
    since = silence.since or asked.period.first
    return Finding(
        rule=Rule.CADENCE,
        text=cadence_sentence(silence),
        subject=silence.segment.name,
        detail=said.format(n=silence.longest, day=spoken_day(since)),
        remedy=asked.remedy("segments", segment_id=silence.segment.id),
        about=silence.segment.uid,
    )
