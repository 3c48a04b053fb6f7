"""What the matrix says at the edge of a cell or heading: forecast, agreement, unknown needs, exclusives, changes."""

from datetime import date

from editorial.domain.agreement import StageState
from editorial.domain.agreement_words import count_words, state_sentence
from editorial.domain.coverage import Coverage, CoverageCell, Exclusive
from editorial.domain.coverage_words import alone_words, likely_words, need_sentence
from editorial.domain.records import BuyingStage, Segment
from editorial.domain.since import Turn
from editorial.domain.since_words import by_words, change_words, turn_word
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import Level
from editorial.language import _, ngettext
from editorial.ui.cards import short_day
from editorial.ui.coverage.besides import Besides
from editorial.ui.coverage.faces import KIND_MARKS, Face, Head

TURN_TONES = {Turn.BETTER: "good", Turn.WORSE: "bad", Turn.OTHER: "muted"}
STATES = {StageState.NONE: "bad", StageState.AGREED: "good", StageState.REOPENED: "warning"}


def stage_head(stage: BuyingStage, besides: Besides) -> Head:
    """Return the heading of a stage: its name, how it stands to the agreement, and how many of its tags are agreed."""
    mark = KIND_MARKS[stage.natural_kind] if stage.natural_kind else ""
    standing = besides.standings.get(stage.id)
    if standing is None:
        return Head(stage.name, mark=mark)
    more = [(STATES[standing.state], _("! not yet agreed"))]
    if standing.state is StageState.REOPENED:
        more = [(STATES[standing.state], _("! reopened"))]
    elif standing.version is not None:
        more = [(STATES[standing.state], _("✓ agreed {day}").format(day=_unbroken(standing.version.day)))]
    count = besides.stages.get(stage.id)
    said = state_sentence(standing)
    if count is not None and count.pieces:
        more.append(("muted", count_words(count)))
        tags = ngettext(
            "Sales has agreed to {agreed} of {n} piece.", "Sales has agreed to {agreed} of {n} pieces.", count.pieces
        )
        said += " " + tags.format(agreed=count.agreed, n=count.pieces)
    return Head(stage.name, mark=mark, more=tuple(more), told=said)


def _unbroken(day: date) -> str:
    """Return a short day that is shown whole or not at all."""
    return short_day(day).replace(" ", "\N{NO-BREAK SPACE}")


def segment_head(segment: Segment, coverage: Coverage) -> Head:
    """Return the heading of a segment, marked where nobody knows what it needs."""
    weight = _("weight {n}").format(n=format(segment.weight.normalize(), "f"))
    if not coverage.is_unknown(segment.id):
        return Head(segment.name, weight)
    return Head(segment.name, weight, more=(("warning", need_mark()),), told=need_sentence(segment))


def need_mark() -> str:
    """Return the mark of an unknown need: a sign with a word."""
    return _("? need unknown")


def foot_lines(cell: CoverageCell, besides: Besides, *, on_a_day: bool) -> tuple[tuple[str, str], ...]:
    """Return the quiet lines below a cell's stock: what is likely, what sales agreed to, whether its need is known."""
    lines: list[tuple[str, str]] = []
    said = []
    if cell.planned and cell.likely is not None:
        planned = ngettext("{n} planned", "{n} planned", cell.planned).format(n=cell.planned)
        said.append(planned if besides.likely else likely_words(cell))
    count = besides.cells.get(cell.key)
    if count is not None and count.pieces and not on_a_day:
        said.append(count_words(count))
    if said:
        lines.append(("muted", " · ".join(said)))
    if cell.need_unknown and cell.level is not Level.OFF:
        # The heading of the row says it in full; a cell has room for two words.
        lines.append(("warning", _("? need")))
    return tuple(lines)


def since_mark(cell: CoverageCell, besides: Besides) -> tuple[str, str, list[str]]:
    """Return how a cell changed since the last look: its mark, the mark's tone, and the same in words."""
    changed = besides.since.cells.get(cell.key) if besides.since else None
    if changed is None:
        return "", "muted", []
    said = _("Since your last look: {turn}, {what}.").format(turn=turn_word(changed), what=change_words(changed))
    return by_words(changed), TURN_TONES[changed.turn], [said]


def exclusive_row(coverage: Coverage, besides: Besides) -> tuple[Face, ...]:
    """Return the strip that says which stages have something nobody else has, and until when."""
    faces = (_exclusive(coverage, stage, besides) for stage in coverage.stages)
    return (*faces, Face("", ""), Face("", ""))


def _exclusive(coverage: Coverage, stage: BuyingStage, besides: Besides) -> Face:
    pieces = besides.exclusives.get(stage.id, ())
    if not coverage.exclusive[stage.id]:
        return Face(_("– none"), _("{stage}: no exclusive").format(stage=stage.name), tone="sign")
    if not pieces:
        return Face(_("⚡ yes"), _("{stage}: an exclusive").format(stage=stage.name), tone="sign")
    longest = max(pieces, key=lambda piece: piece.until)
    today = besides.today
    sentences = [exclusive_sentence(piece, today) for piece in pieces]
    told = [_("{stage}: an exclusive").format(stage=stage.name), *sentences]
    past = today is not None and longest.until < today
    until = (_("was until {day}") if past else _("⚡ until {day}")).format(day=short_day(longest.until))
    more = f"+{len(pieces) - 1}" if len(pieces) > 1 else ""
    return Face(until, "\n".join(told), beside=more, tone="sign", stage=stage.id)


def exclusive_sentence(piece: Exclusive, today: date | None) -> str:
    """Say which piece is or was exclusive, until when, and why nobody else has it."""
    alone = alone_words(spoken_day(piece.until), past=today is not None and piece.until < today)
    said = _("“{title}”, {alone}").format(title=piece.title, alone=alone)
    return f"{said}: {piece.because}" if piece.because else said
