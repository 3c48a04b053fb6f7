"""What a kickoff pack says around its figures: the sentence that heads each section, and lines to talk along."""

from collections.abc import Mapping

from editorial.domain.audience import Audience
from editorial.domain.pack import ExclusivePart, Pack, PackPiece, Section
from editorial.domain.spoken import kind_word, spoken_day
from editorial.domain.vocabulary import Kind, Level
from editorial.language import _, ngettext


def pack_title(pack: Pack) -> str:
    """Return what the pack is called."""
    return _("Kickoff pack · {period}").format(period=pack.period.name)


def cover_lines(pack: Pack) -> tuple[str, ...]:
    """Return what stands below the title: the days, the day of making, for whom."""
    readers = {
        Audience.TEAM: _("For the team, with internal notes"),
        Audience.SALES: _("For sales"),
        Audience.PUBLIC: _("For everybody: titles and exact dates are withheld"),
    }
    lines = [pack.dates, _("As of {day}").format(day=spoken_day(pack.made_on)), readers[pack.audience]]
    if pack.segment:
        lines.insert(0, _("Narrowed to {segment}").format(segment=pack.segment))
    return tuple(lines)


def footer(pack: Pack) -> str:
    """Return what stands at the foot of every page."""
    return " · ".join(said for said in (pack.workspace, pack_title(pack), pack.segment) if said)


def lead(pack: Pack, section: Section) -> str:
    """Say in one sentence what a section shows."""
    return _LEADS[section](pack)


def _stages(pack: Pack) -> str:
    n, agreed = len(pack.stages), sum(stage.state == "agreed" for stage in pack.stages)
    if not agreed:
        return _("Marketing and sales have not agreed on a stage yet.")
    said = ngettext("{agreed} of {n} stage is agreed with sales.", "{agreed} of {n} stages are agreed with sales.", n)
    return said.format(agreed=agreed, n=n)


def _matrix(pack: Pack) -> str:
    counted = " · ".join(f"{n} {word}" for _level, n, word in pack.matrix.levels)
    return _("Pieces planned / wanted. Cells: {levels}").format(levels=counted) if counted else _("No segment yet.")


def _mix(pack: Pack) -> str:
    return pack.mix.said


def _gaps(pack: Pack) -> str:
    n = len(pack.gaps)
    if not pack.matrix.rows:
        return _("Without segments there is no cell to fill.")
    if not n:
        return _("Every cell has the pieces it wants.")
    ideas = sum(bool(gap.ideas) for gap in pack.gaps)
    said = ngettext("{n} gap, the worst first", "{n} gaps, the worst first", n).format(n=n)
    if pack.audience is Audience.PUBLIC:
        return said + "."
    waiting = ngettext("for {n} of them an idea waits.", "for {n} of them ideas wait.", ideas).format(n=ideas)
    return f"{said}; {waiting}"


def _use(pack: Pack) -> str:
    return _("Live today, by segment and stage: what sales can send, say or show now.")


def _coming(pack: Pack) -> str:
    if not any(segment.pieces for segment in pack.coming):
        return _("Nothing more is planned in this period.")
    return _("Planned and on its way, by segment, the next first.")


def _exclusives(pack: Pack) -> str:
    n, held = len(pack.exclusives), sum(stage.held for stage in pack.exclusives)
    said = ngettext(
        "{held} of {n} stage has something nobody else has.", "{held} of {n} stages have something nobody else has.", n
    ).format(held=held, n=n)
    past = sum(bool(stage.pieces) and not stage.held for stage in pack.exclusives)
    if not past:
        return said
    had = ngettext("{n} had it earlier.", "{n} had it earlier.", past).format(n=past)
    return f"{said} {had}"


def held_word(part: ExclusivePart) -> tuple[str, Level]:
    """Say whether a stage has something nobody else has, and in which tone."""
    if part.held:
        return _("yes"), Level.MET
    return (_("past"), Level.OFF) if part.pieces else (_("none"), Level.OFF)


_LEADS = {
    Section.STAGES: _stages,
    Section.MATRIX: _matrix,
    Section.MIX: _mix,
    Section.GAPS: _gaps,
    Section.USE: _use,
    Section.COMING: _coming,
    Section.EXCLUSIVES: _exclusives,
}


def stage_texts(signal: str, approach: str, avoid: str) -> tuple[tuple[str, str], ...]:
    """Return what was agreed about selling at a stage, each with its name; what is empty is left out."""
    named = ((_("Signal to sales"), signal), (_("Approach"), approach), (_("Do not"), avoid))
    return tuple((name, text) for name, text in named if text.strip())


def about_piece(piece: PackPiece) -> str:
    """Return in one line what is known of a piece beside its title and date."""
    return " · ".join(said for said in (_kind(piece.kind), piece.made_as, piece.state, piece.fresh) if said)


def _kind(kind: Kind | None) -> str:
    return kind_word(kind) if kind else ""


def uses_line(piece: PackPiece) -> str:
    """Return what sales does with a piece in one line; empty where nothing is set."""
    return _("Use it to: {uses}").format(uses=", ".join(piece.uses)) if piece.uses else ""


def note_line(piece: PackPiece) -> str:
    """Return the internal note of a piece as it is shown; empty without one."""
    return _("Note: {note}").format(note=piece.note) if piece.note else ""


def talk_lines(pack: Pack, section: Section) -> tuple[str, ...]:
    """Return what to say to a section, for the notes below a slide."""
    said = [lead(pack, section)]
    if section is Section.STAGES:
        said += [_("{stage} answers: {question}").format(stage=one.name, question=one.question) for one in pack.stages]
    elif section is Section.MATRIX:
        said += pack.matrix.remarks
    elif section is Section.MIX:
        said += [*pack.mix.remedies, pack.mix.wanted]
    elif section is Section.GAPS:
        said += [f"{gap.segment} × {gap.stage}: {gap.why}. {gap.done}" for gap in pack.gaps[:5]]
    elif section is Section.EXCLUSIVES:
        said += [f"{one.stage}: {piece.title} ({piece.fresh})" for one in pack.exclusives for piece in one.pieces]
    return tuple(said)


def words() -> Mapping[str, str]:
    """Return the fixed words of a pack by the name under which a template finds them."""
    return {
        "contents": _("In this pack"),
        "stage": _("Stage"),
        "segment": _("Segment"),
        "total": _("Total"),
        "pieces": _("Pieces"),
        "aspirational": _("aspirational"),
        "practical": _("practical"),
        "share": _("share"),
        "by_stage": _("By stage"),
        "by_segment": _("By segment"),
        "gap": _("Gap"),
        "why": _("Why"),
        "done": _("What is done about it"),
        "ideas": _("Ideas"),
        "severity": _("Severity"),
        "date": _("Date"),
        "piece": _("Piece"),
        "state": _("Where it stands"),
        "open": _("Open"),
        "nothing": _("Nothing to use at this stage yet."),
        "nothing_planned": _("Nothing more is planned for this segment."),
        "no_gaps": _("There is no gap to list."),
        "no_segments": _("This workspace has no segments yet."),
        "no_stages": _("This workspace has no stages yet."),
        "planned": _("planned"),
        "live": _("to use now"),
        "in_stock": _("In stock"),
    }
