"""Is the file whole, and which planning rules are broken."""

from collections.abc import Iterator
from dataclasses import dataclass

from editorial.domain.coverage_words import cadence_sentence, floor_sentence, gap_sentence
from editorial.domain.flag_words import offering_sentence, spread_sentence
from editorial.domain.mix_words import mix_sentence
from editorial.domain.period import Period
from editorial.domain.records import Lists
from editorial.domain.rotation_words import overdue_sentence, repeated_sentence
from editorial.language import _
from editorial.services.cadence import cadence
from editorial.services.coverage import coverage, offering_led_shares
from editorial.services.mix import mix
from editorial.services.pieces import read_entries
from editorial.services.rotation import rotation
from editorial.services.variety import variety
from editorial.services.workspaces import Workspace
from editorial.store import health
from editorial.store.lists import read_lists


@dataclass(frozen=True, slots=True)
class Finding:
    """One planning rule that is broken; `piece` is the public id of the piece it is about."""

    rule: str
    text: str
    piece: str | None = None


def file_problems(workspace: Workspace) -> list[str]:
    """Return what is wrong with the file, a sentence each."""
    with workspace.read() as connection:
        return health.problems(connection)


def findings(workspace: Workspace, period: Period) -> list[Finding]:
    """Return every planning rule that the period breaks, in the order people look at them."""
    with workspace.read() as connection:
        lists = read_lists(connection)
    return [
        *_mix(workspace, period, lists),
        *_coverage(workspace, period, lists),
        *_rotation(workspace, period, lists),
        *_rhythm(workspace, period, lists),
    ]


def _mix(workspace: Workspace, period: Period, lists: Lists) -> Iterator[Finding]:
    found = mix(workspace, period, lists=lists)
    if found.balanced is False:
        yield Finding("mix", mix_sentence(found))


def _coverage(workspace: Workspace, period: Period, lists: Lists) -> Iterator[Finding]:
    found = coverage(workspace, period, lists=lists)
    for gap in found.gaps:
        yield Finding(gap.level.value, gap_sentence(gap))
    for floor in found.floors:
        if floor.below:
            yield Finding("floor", floor_sentence(floor))
    for piece in found.untagged:
        missing = ", ".join(piece.missing)
        yield Finding(
            "untagged", _("“{title}” has no {missing}.").format(title=piece.title, missing=missing), piece.uid
        )


def _rotation(workspace: Workspace, period: Period, lists: Lists) -> Iterator[Finding]:
    found = rotation(workspace, period, lists=lists)
    for turn in found.interests:
        if turn.overdue:
            yield Finding("overdue", overdue_sentence(turn))
    ids = {key for repeat in found.repeats for key in (repeat.first_id, repeat.second_id)}
    entries = {entry.id: entry for entry in read_entries(workspace, sorted(ids))}
    for repeat in found.repeats:
        yield Finding("repeat", repeated_sentence(repeat, entries), entries[repeat.second_id].uid)


def _rhythm(workspace: Workspace, period: Period, lists: Lists) -> Iterator[Finding]:
    for silence in cadence(workspace, period, lists=lists):
        if silence.over:
            yield Finding("cadence", cadence_sentence(silence))
    for row in offering_led_shares(workspace, period, lists=lists):
        if row.flagged:
            yield Finding("offering-led", offering_sentence(row))
    spread = variety(workspace, period, lists=lists)
    for each in (spread.length, spread.medium):
        if said := spread_sentence(each):
            yield Finding("variety", said)
