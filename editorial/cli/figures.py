"""`mix`, `coverage`, `rotation` and `variety`: the figures, for people or as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from editorial.cli.options import (
    JsonOption,
    PeriodOption,
    TodayOption,
    WorkspaceArgument,
    day_of,
    opened,
    period_of,
    today_of,
)
from editorial.cli.output import columns, period_json, print_json, say
from editorial.errors import RuleBroken
from editorial.language import _, ngettext

if TYPE_CHECKING:
    from editorial.domain.cadence import Cadence
    from editorial.domain.coverage import Coverage
    from editorial.domain.mix import Mix, MixRow, Remedy
    from editorial.domain.offering import OfferingLed
    from editorial.domain.period import Period
    from editorial.domain.records import Entry, Lists
    from editorial.domain.rotation import Rotation
    from editorial.domain.variety import Spread, Variety


def register(application: typer.Typer) -> None:
    """Add the commands."""
    application.command("mix", help=_("Aspirational against practical, and what would mend it."))(mix)
    application.command("coverage", help=_("Segments by stages: what is planned, what is missing."))(coverage)
    application.command("rotation", help=_("Whether the readers' interests get their turn."))(rotation)
    application.command("variety", help=_("How pieces spread over lengths and media."))(variety)


def mix(
    workspace: WorkspaceArgument, period: PeriodOption = "", today: TodayOption = "", as_json: JsonOption = False
) -> int:
    """Show the mix of a period."""
    from editorial.domain.mix_words import mix_sentence
    from editorial.services.lists import read_lists
    from editorial.services.mix import mix as mix_of

    with opened(workspace) as open_one:
        lists = read_lists(open_one)
        span = period_of(period, lists, today)
        found = mix_of(open_one, span, lists=lists)
    if as_json:
        print_json(mix_json(found, span))
        return 0
    say(_heading(span, found.aspirational + found.practical + found.untagged), "  " + mix_sentence(found))
    if found.untagged:
        said = ngettext("{n} piece has no kind.", "{n} pieces have no kind.", found.untagged)
        say("  " + said.format(n=found.untagged))
    for title, rows in ((_("By stage"), found.by_stage), (_("By segment"), found.by_segment)):
        say("", title, *columns([_mix_line(row) for row in rows], right=(1, 2, 3)))
    return 0


def _heading(span: "Period", pieces: int) -> str:
    return _period_line(span, ngettext("{n} piece", "{n} pieces", pieces).format(n=pieces))


def _used(pieces: int) -> str:
    return ngettext("{n} piece with an interest", "{n} pieces with an interest", pieces).format(n=pieces)


def _period_line(span: "Period", counted: str) -> str:
    return _("{period} ({first} to {last}): {pieces}").format(
        period=span.name, first=span.first, last=span.last, pieces=counted
    )


def _mix_line(row: "MixRow") -> tuple[str, ...]:
    from editorial.domain.spoken import percent

    share = "–" if row.share is None else percent(row.share)
    return (
        row.of.name if row.of else _("untagged"),
        _("{n} aspirational").format(n=row.aspirational),
        _("{n} practical").format(n=row.practical),
        share,
    )


def mix_json(found: "Mix", span: "Period") -> dict[str, Any]:
    """Return the mix in the keys of the command line."""
    return {
        "period": period_json(span),
        "aspirational": found.aspirational,
        "practical": found.practical,
        "untagged": found.untagged,
        "share": found.share,
        "target": found.target,
        "tolerance": found.tolerance,
        "balanced": found.balanced,
        "add": _remedy(found.add),
        "turn": _remedy(found.turn),
        "by_stage": [_mix_row("stage", row) for row in found.by_stage if row.of],
        "by_segment": [_mix_row("segment", row) for row in found.by_segment if row.of],
    }


def _remedy(remedy: "Remedy | None") -> dict[str, Any] | None:
    return None if remedy is None else {"kind": remedy.kind.value, "n": remedy.n}


def _mix_row(name: str, row: "MixRow") -> dict[str, Any]:
    return {
        name: row.of.name if row.of else "",
        "aspirational": row.aspirational,
        "practical": row.practical,
        "share": row.share,
    }


def coverage(
    workspace: WorkspaceArgument,
    period: PeriodOption = "",
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=_("Also say what is live on this day."))] = "",
    today: TodayOption = "",
    as_json: JsonOption = False,
) -> int:
    """Show the coverage of a period."""
    from editorial.services.cadence import cadence
    from editorial.services.coverage import coverage as coverage_of
    from editorial.services.coverage import offering_led_shares
    from editorial.services.lists import read_lists

    with opened(workspace) as open_one:
        lists = read_lists(open_one)
        span = period_of(period, lists, today)
        day = day_of(on, "--on") if on else None
        found = coverage_of(open_one, span, on=day, today=today_of(today), lists=lists)
        silences = cadence(open_one, span, lists=lists)
        leads = offering_led_shares(open_one, span, lists=lists)
    if as_json:
        print_json(coverage_json(found, silences, leads, lists))
    else:
        _say_coverage(found)
        say(*_flags(found, silences, leads))
    return 0


def coverage_json(
    found: "Coverage", silences: "tuple[Cadence, ...]", leads: "tuple[OfferingLed, ...]", lists: "Lists"
) -> dict[str, Any]:
    """Return the coverage in the keys of the command line."""
    segments = {key: record.name for key, record in lists.segments.items()}
    stages = {key: record.name for key, record in lists.stages.items()}
    return {
        "period": period_json(found.period),
        "segments": [segment.name for segment in found.segments],
        "stages": [stage.name for stage in found.stages],
        "cells": [
            {
                "segment": cell.segment.name,
                "stage": cell.stage.name,
                "planned": cell.planned,
                "in_stock": cell.in_stock,
                "target": cell.target,
                "level": cell.level.value,
                "severity": cell.severity,
                "also_served": cell.also_served,
                "likely": cell.likely,
                "live": cell.live,
                "need_unknown": cell.need_unknown,
            }
            for cell in found.cells.values()
        ],
        "gaps": [
            {"segment": gap.segment.name, "stage": gap.stage.name, "severity": gap.severity} for gap in found.gaps
        ],
        "exclusive": {stages[key]: has for key, has in found.exclusive.items()},
        "untagged": [
            {"id": piece.uid, "title": piece.title, "missing": list(piece.missing)} for piece in found.untagged
        ],
        "totals": {
            "segments": {name: found.totals.segments.get(key, 0) for key, name in segments.items()},
            "stages": {name: found.totals.stages.get(key, 0) for key, name in stages.items()},
            "pieces": found.totals.pieces,
        },
        "floors": [
            {"stage": one.stage.name, "share": one.share, "floor": one.floor, "below": one.below}
            for one in found.floors
        ],
        "cadence": [
            {"segment": one.segment.name, "longest": one.longest, "limit": one.limit, "from": one.since}
            for one in silences
        ],
        "offering_led": [
            {"stage": one.stage.name, "share": one.share, "flagged": one.flagged} for one in leads
        ],
    }  # fmt: skip


def _flags(found: "Coverage", silences: "tuple[Cadence, ...]", leads: "tuple[OfferingLed, ...]") -> Iterator[str]:
    """Yield what else the pieces of the period say: exclusives, stages below their floor, silences, offers."""
    from editorial.domain.coverage_words import cadence_sentence, floor_sentence
    from editorial.domain.flag_words import offering_sentence

    exclusive = [stage.name for stage in found.stages if found.exclusive[stage.id]]
    said = [_("Exclusive: {stages}.").format(stages=", ".join(exclusive))] if exclusive else []
    said += [floor_sentence(floor) for floor in found.floors if floor.below]
    said += [cadence_sentence(silence) for silence in silences if silence.over]
    said += [offering_sentence(row) for row in leads if row.flagged]
    if said:
        yield from ("", _("Also"), *(f"  {line}" for line in said))


def _likely_table(found: "Coverage") -> Iterator[str]:
    """Yield what of the plan is likely to be there, by cell."""
    if not found.segments or any(cell.likely is None for cell in found.cells.values()):
        return
    yield from ("", _("Likely of what is planned"))
    rows = [
        (segment.name, *(f"{float(found.cells[segment.id, stage.id].likely or 0):.1f}" for stage in found.stages))
        for segment in found.segments
    ]
    heading = ("", *(stage.name for stage in found.stages))
    yield from columns([heading, *rows], right=range(1, len(heading)))


def _unknown_needs(found: "Coverage") -> Iterator[str]:
    """Yield the segments of which no reader was asked lately."""
    unknown = [
        one.name for one in found.segments if any(c.need_unknown for c in found.cells.values() if c.segment is one)
    ]
    if unknown:
        said = _("Need unknown, no customer asked in 18 months: {segments}.")
        yield from ("", said.format(segments=", ".join(unknown)))


def _live_table(found: "Coverage") -> Iterator[str]:
    """Yield what is live on the day asked for, by cell."""
    if found.live_on is None or not found.segments:
        return
    yield from ("", _("Live on {day}").format(day=found.live_on))
    rows = [
        (segment.name, *(str(found.cells[segment.id, stage.id].live) for stage in found.stages))
        for segment in found.segments
    ]
    heading = ("", *(stage.name for stage in found.stages))
    yield from columns([heading, *rows], right=range(1, len(heading)))


def _say_coverage(found: "Coverage") -> None:
    from editorial.domain.coverage_words import cell_name, gap_reason
    from editorial.domain.spoken import level_word

    say(_heading(found.period, found.totals.pieces))
    heading = ("", *(stage.name for stage in found.stages))
    rows = [heading]
    for segment in found.segments:
        cells = [found.cells[segment.id, stage.id] for stage in found.stages]
        rows.append((segment.name, *(f"{c.planned}/{c.target} {level_word(c.level)}" for c in cells)))
    say(*columns(rows), *_likely_table(found), *_live_table(found), *_unknown_needs(found), "", _("Gaps by severity"))
    gaps = [
        (f"{float(gap.severity):.1f}", level_word(gap.level), cell_name(gap), gap_reason(gap)) for gap in found.gaps
    ]
    say(*(columns(gaps, right=(0,)) or [_("  none")]))
    if found.untagged:
        missing = [(piece.title, ", ".join(piece.missing)) for piece in found.untagged]
        say("", _("Untagged: what they lack"), *columns(missing))


def rotation(
    workspace: WorkspaceArgument,
    period: PeriodOption = "",
    segment: Annotated[str, typer.Option("--segment", metavar="NAME", help=_("Only pieces of this segment."))] = "",
    today: TodayOption = "",
    as_json: JsonOption = False,
) -> int:
    """Show the rotation of a period."""
    from editorial.services.lists import read_lists
    from editorial.services.pieces import read_entries
    from editorial.services.rotation import rotation as rotation_of

    with opened(workspace) as open_one:
        lists = read_lists(open_one)
        span = period_of(period, lists, today)
        found = rotation_of(open_one, span, segment_id=_segment(segment, lists), lists=lists)
        ids = {key for repeat in found.repeats for key in (repeat.first_id, repeat.second_id)}
        entries = {entry.id: entry for entry in read_entries(open_one, sorted(ids))}
    if as_json:
        print_json(rotation_json(found, entries))
    else:
        _say_rotation(found, entries)
    return 0


def _segment(name: str, lists: "Lists") -> int | None:
    if not name:
        return None
    for key, segment in lists.segments.items():
        if segment.name.casefold() == name.strip().casefold():
            return key
    raise RuleBroken(_("There is no segment “{name}”.").format(name=name))


def rotation_json(found: "Rotation", entries: "dict[int, Entry]") -> dict[str, Any]:
    """Return the rotation in the keys of the command line."""
    return {
        "period": period_json(found.period),
        "interests": [
            {
                "name": turn.interest.name,
                "weight": turn.weight,
                "count": turn.count,
                "fair_share": turn.fair_share,
                "deficit": turn.deficit,
                "last": turn.last,
                "overdue": turn.overdue,
            }
            for turn in found.interests
        ],
        "next": [interest.name for interest in found.next],
        "repeats": [
            {
                "first": entries[repeat.first_id].uid,
                "second": entries[repeat.second_id].uid,
                "interest": repeat.interest.name,
            }
            for repeat in found.repeats
        ],
    }


def _say_rotation(found: "Rotation", entries: "dict[int, Entry]") -> None:
    from editorial.domain.rotation_words import next_sentence, overdue_sentence, repeated_sentence

    say(_period_line(found.period, _used(found.pieces)))
    rows = [(_("interest"), _("used"), _("fair share"), _("deficit"), _("last"))]
    for turn in found.interests:
        last = turn.last.isoformat() if turn.last else "–"
        figures = (str(turn.count), f"{float(turn.fair_share):.1f}", f"{float(turn.deficit):+.1f}", last)
        rows.append((turn.interest.name, *figures))
    say(*columns(rows, right=(1, 2, 3)), "", next_sentence(found, 10))
    say(*(overdue_sentence(turn) for turn in found.interests if turn.overdue))
    say(*(repeated_sentence(repeat, entries) for repeat in found.repeats))


def variety(
    workspace: WorkspaceArgument, period: PeriodOption = "", today: TodayOption = "", as_json: JsonOption = False
) -> int:
    """Show the variety of a period."""
    from editorial.services.lists import read_lists
    from editorial.services.variety import variety as variety_of

    with opened(workspace) as open_one:
        lists = read_lists(open_one)
        span = period_of(period, lists, today)
        found = variety_of(open_one, span, lists=lists)
    if as_json:
        spreads = {"length": _spread(found.length), "medium": _spread(found.medium)}
        print_json({"period": period_json(span), "pieces": found.pieces, **spreads})
    else:
        _say_variety(found)
    return 0


def _spread(spread: "Spread") -> dict[str, Any]:
    return {
        "classes": [{"name": one.name, "count": one.count, "share": one.share} for one in spread.classes],
        "evenness": spread.evenness,
        "over": spread.over,
    }


def _say_variety(found: "Variety") -> None:
    from editorial.domain.flag_words import spread_sentence
    from editorial.domain.spoken import percent
    from editorial.domain.vocabulary_words import stored_word

    say(_heading(found.period, found.pieces))
    for title, spread in ((_("Length"), found.length), (_("Medium"), found.medium)):
        rows = [(stored_word(one.name), str(one.count), percent(one.share)) for one in spread.classes]
        even = "" if spread.evenness is None else _("evenness {n:.2f}").format(n=spread.evenness)
        said = [line for line in (even, spread_sentence(spread)) if line]
        say("", title, *columns(rows, right=(1, 2)), *(f"  {line}" for line in said))
