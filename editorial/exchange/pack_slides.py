"""The sections of the kickoff pack as slides with real tables and native charts."""

from collections.abc import Callable, Mapping, Sequence

from editorial.domain.pack import (
    ExclusivePart,
    GapPart,
    MatrixCell,
    MatrixPart,
    MixLine,
    Pack,
    PackPiece,
    Section,
    StagePart,
    StageUse,
    section_title,
)
from editorial.domain.pack_words import (
    about_piece,
    held_word,
    lead,
    note_line,
    stage_texts,
    talk_lines,
    uses_line,
    words,
)
from editorial.domain.spoken import kind_word
from editorial.domain.vocabulary import Kind, Level
from editorial.exchange.pack_data import columns_in_parts, short_address
from editorial.exchange.pack_deck import BOTTOM, INNER, KINDS, MARGIN, TOP, Deck
from editorial.exchange.pack_fitting import shortened
from editorial.exchange.pack_tables import ACCENT, MUTED, Paragraph, Row, arranged, cell
from editorial.language import _

LEVELS = {
    Level.EMPTY: ("B42318", "FDE8E6"),
    Level.THIN: ("B05109", "FDF0DC"),
    Level.MET: ("2E7A31", "E6F3E6"),
    Level.HEAVY: ("3B4CCA", "E9ECFB"),
    Level.OFF: ("676B72", "EFEDE8"),
}
STATES = {"none": Level.OFF, "agreed": Level.MET, "reopened": Level.THIN}
WANTED = "C9CCD3"
ROOM = BOTTOM - TOP
CHARTED = 12
"""The most bars one chart shows."""
CHART_NAME = 110.0
"""How wide a name below a bar may be, in points."""


def add_section(deck: Deck, section: Section) -> None:
    """Add the slides of a section."""
    _SECTIONS[section](deck)


def small(text: str, colour: str = MUTED, *, bold: bool = False) -> Paragraph:
    """Return a paragraph in the least size there is."""
    return Paragraph(text, 10, bold, colour)


def heads(*titles: str) -> Row:
    """Return the heading of a table."""
    return tuple(cell(small(title, bold=True)) for title in titles)


def _tables(
    deck: Deck, section: Section, title: str, said: str, head: Row | None, rows: Sequence[Row], widths: Sequence[float]
) -> None:
    """Add a table on as many slides as it needs, each with the heading; the notes stand below the first."""
    notes = talk_lines(deck.pack, section)
    for number, page in enumerate(arranged(head, rows, widths, ROOM)):
        name = title if number == 0 else _("{title}, continued").format(title=title)
        slide = deck.slide(name, said, notes if number == 0 else ())
        deck.table(slide, page, widths)


def _columns(*shares: float) -> list[float]:
    return [INNER * share / sum(shares) for share in shares]


def _nothing(deck: Deck, section: Section, said: str) -> None:
    slide = deck.slide(section_title(section), lead(deck.pack, section), ())
    deck.box(slide, (MARGIN, TOP + 12, INNER, 30), [Paragraph(said, 14, colour=MUTED)])


def _head(pack: Pack, section: Section) -> tuple[str, str]:
    return section_title(section), lead(pack, section)


def _stages(deck: Deck) -> None:
    if not deck.pack.stages:
        return _nothing(deck, Section.STAGES, words()["no_stages"])
    rows = [_stage(one) for one in deck.pack.stages]
    _tables(deck, Section.STAGES, *_head(deck.pack, Section.STAGES), None, rows, _columns(1.1, 1.4, 1.8))
    return None


def _stage(one: StagePart) -> Row:
    said = words()
    counted = f"{one.planned} {said['planned']} · {one.live} {said['live']}"
    agreed = Paragraph(one.agreed, 9, colour=LEVELS[STATES[one.state]][0])
    texts = [
        Paragraph(_("{name}: {text}").format(name=name, text=text), 10)
        for name, text in stage_texts(one.signal, one.approach, one.avoid)
    ]
    return (
        cell(Paragraph(one.name, 13, bold=True, mark=one.kind), agreed, Paragraph(counted, 9, colour=MUTED)),
        cell(Paragraph(one.question, 12, bold=True, colour=ACCENT), Paragraph(one.definition, 10)),
        cell(*texts),
    )


def _matrix(deck: Deck) -> None:
    part = deck.pack.matrix
    if not part.rows:
        return _nothing(deck, Section.MATRIX, words()["no_segments"])
    for shown in columns_in_parts(len(part.stages)):
        widths = _columns(1.5, *(1.15,) * len(shown), 0.5)
        head = (
            cell(),
            *(cell(Paragraph(part.stages[n], 11, bold=True, mark=part.kinds[n])) for n in shown),
            cell(small(words()["total"], bold=True), align="center"),
        )
        rows = [_matrix_row(part, row, shown) for row in range(len(part.rows))]
        rows.append(_sums(part, shown))
        _tables(deck, Section.MATRIX, *_head(deck.pack, Section.MATRIX), head, rows, widths)
    _coverage_chart(deck, part)
    return None


def _matrix_row(part: MatrixPart, row: int, shown: Sequence[int]) -> Row:
    one = part.rows[row]
    return (
        cell(Paragraph(one.name, 11, bold=True), small(one.weight)),
        *(cell(*_figure(one.cells[n]), fill=LEVELS[one.cells[n].level][1]) for n in shown),
        cell(Paragraph(str(one.total), 12, bold=True), align="center"),
    )


def _figure(one: MatrixCell) -> tuple[Paragraph, ...]:
    colour = LEVELS[one.level][0]
    if one.level is Level.OFF:
        figure = f"{one.planned or '–'} {one.word}"
    else:
        figure = f"{one.planned} / {one.target} {one.word}"
    return Paragraph(figure, 12, bold=True, colour=colour), Paragraph(one.beside, 9, colour=MUTED)


def _sums(part: MatrixPart, shown: Sequence[int]) -> Row:
    return (
        cell(small(words()["pieces"], bold=True)),
        *(cell(Paragraph(str(part.totals[n]), 12, bold=True)) for n in shown),
        cell(Paragraph(str(part.pieces), 12, bold=True), align="center"),
    )


def _coverage_chart(deck: Deck, part: MatrixPart) -> None:
    """Add a chart of what is planned against what is wanted, stage by stage."""
    for shown in columns_in_parts(len(part.stages)):
        planned = [sum(row.cells[n].planned for row in part.rows) for n in shown]
        wanted = [sum(row.cells[n].target for row in part.rows) for n in shown]
        said = _("A piece for two segments counts for both.")
        slide = deck.slide(_("Planned against wanted, by stage"), said, part.remarks)
        series = ((_("Planned"), planned, ACCENT), (_("Wanted"), wanted, WANTED))
        names = [shortened(part.stages[n], CHART_NAME, 1, 11) for n in shown]
        about = _("Bars of the pieces planned and wanted at each stage")
        low = 22.0 * len(part.remarks)
        deck.bars(slide, (MARGIN, TOP, INNER, ROOM - low), names, series, stacked=False, about=about)
        remarks = [Paragraph(remark, 12, colour=LEVELS[Level.THIN][0]) for remark in part.remarks]
        if remarks:
            deck.box(slide, (MARGIN, BOTTOM - low, INNER, low), remarks)


def _mix(deck: Deck) -> None:
    part = deck.pack.mix
    slide = deck.slide(*_head(deck.pack, Section.MIX), talk_lines(deck.pack, Section.MIX))
    said = [Paragraph(remedy, 14, bold=True) for remedy in part.remedies] + [small(part.wanted)]
    high = sum(one.height(INNER) for one in said) + 6
    deck.box(slide, (MARGIN, TOP, INNER, high), said)
    half = (INNER - 24) / 2
    for number, (title, rows) in enumerate(
        ((words()["by_stage"], part.by_stage), (words()["by_segment"], part.by_segment))
    ):
        left = MARGIN + number * (half + 24)
        deck.box(slide, (left, TOP + high + 6, half, 18), [Paragraph(title, 12, bold=True)])
        _mix_chart(deck, slide, (left, TOP + high + 26, half, ROOM - high - 26), rows)


def _mix_chart(deck: Deck, slide: object, place: tuple[float, float, float, float], rows: Sequence[MixLine]) -> None:
    tagged = [row for row in rows if row.aspirational + row.practical][:CHARTED]
    if not tagged:
        deck.box(slide, place, [Paragraph(_("No piece has a kind yet."), 12, colour=MUTED)])
        return
    series = (
        (kind_word(Kind.ASPIRATIONAL), [row.aspirational for row in tagged], KINDS[Kind.ASPIRATIONAL][1]),
        (kind_word(Kind.PRACTICAL), [row.practical for row in tagged], KINDS[Kind.PRACTICAL][1]),
    )
    about = _("Bars of the share of aspirational and practical pieces")
    deck.bars(
        slide, place, [shortened(row.name, CHART_NAME, 1, 11) for row in tagged], series, stacked=True, about=about
    )


def _gaps(deck: Deck) -> None:
    if not deck.pack.gaps:
        return _nothing(deck, Section.GAPS, words()["no_gaps"])
    said = words()
    head = heads("", said["gap"], said["why"], said["done"], said["severity"])
    rows = [_gap(one) for one in deck.pack.gaps]
    _tables(
        deck, Section.GAPS, *_head(deck.pack, Section.GAPS), head, rows, _columns(0.55, 1.4, 1.05, 2.6, 0.7)
    )  # fmt: skip
    return None


def _gap(one: GapPart) -> Row:
    colour, _ground = LEVELS[one.level]
    ideas = [Paragraph("• " + idea, 10, bold=True) for idea in one.ideas]
    return (
        cell(Paragraph(one.word, 11, bold=True, colour=colour)),
        cell(Paragraph(f"{one.segment} × {one.stage}", 11, bold=True)),
        cell(small(one.why)),
        cell(Paragraph(one.done, 10), *ideas),
        cell(Paragraph(one.severity, 12, bold=True, colour=colour), align="right"),
    )


def _use(deck: Deck) -> None:
    if not deck.pack.use:
        return _nothing(deck, Section.USE, words()["no_segments"])
    for one in deck.pack.use:
        title = _("{section}: {segment}").format(section=section_title(Section.USE), segment=one.segment)
        rows = [row for stage in one.stages for row in _stage_use(stage)]
        _tables(deck, Section.USE, title, one.who or lead(deck.pack, Section.USE), None, rows, _columns(1, 3.2))
    return None


def _stage_use(stage: StageUse) -> list[Row]:
    """Return a row a piece; the stage is named in the first."""
    name = cell(Paragraph(stage.stage, 12, bold=True, mark=stage.kind), Paragraph(stage.question, 9, colour=MUTED))
    if not stage.pieces:
        return [(name, cell(Paragraph(words()["nothing"], 10, colour=LEVELS[Level.EMPTY][0])))]
    rows: list[Row] = [(name if n == 0 else cell(), cell(*_piece(piece))) for n, piece in enumerate(stage.pieces)]
    if stage.more:
        first, last = rows[-1]
        rows[-1] = (first, cell(*last.paragraphs, small(stage.more)))
    return rows


def _piece(piece: PackPiece) -> list[Paragraph]:
    said = " · ".join(part for part in (piece.when, about_piece(piece)) if part)
    return [
        *_piece_text(piece),
        Paragraph(said, 9, colour=MUTED),
        Paragraph(short_address(piece.link), 9, colour=ACCENT, link=piece.link),
    ]


def _piece_text(piece: PackPiece) -> list[Paragraph]:
    return [
        Paragraph(piece.title, 11, bold=True, mark=piece.kind),
        Paragraph(piece.insight, 10),
        Paragraph(uses_line(piece), 9, bold=True, colour=ACCENT),
        Paragraph(note_line(piece), 9, colour=MUTED),
    ]


def _coming(deck: Deck) -> None:
    if not deck.pack.coming:
        return _nothing(deck, Section.COMING, words()["no_segments"])
    said = words()
    head = heads(said["date"], said["piece"], said["stage"], said["state"])
    for one in deck.pack.coming:
        title = _("{section}: {segment}").format(section=section_title(Section.COMING), segment=one.segment)
        rows = [_coming_row(piece) for piece in one.pieces]
        nothing = cell(Paragraph(words()["nothing_planned"], 11, colour=MUTED))
        rows = rows or [(cell(), nothing, cell(), cell())]
        _tables(deck, Section.COMING, title, lead(deck.pack, Section.COMING), head, rows, _columns(1.1, 3, 0.9, 1.2))
    return None


def _coming_row(piece: PackPiece) -> Row:
    return (
        cell(Paragraph(piece.when, 10)),
        cell(*_piece_text(piece)),
        cell(Paragraph(piece.stage, 10)),
        cell(small(about_piece(piece))),
    )


def _exclusives(deck: Deck) -> None:
    if not deck.pack.exclusives:
        return _nothing(deck, Section.EXCLUSIVES, words()["no_stages"])
    rows = [_exclusive(one) for one in deck.pack.exclusives]
    _tables(deck, Section.EXCLUSIVES, *_head(deck.pack, Section.EXCLUSIVES), None, rows, _columns(1, 0.4, 3))
    return None


def _exclusive(one: ExclusivePart) -> Row:
    word, level = held_word(one)
    colour, _ground = LEVELS[level]
    said = [
        paragraph
        for piece in one.pieces
        for paragraph in (
            Paragraph(piece.title, 11, bold=True),
            Paragraph(f"{piece.when} · {piece.fresh}", 10, colour=ACCENT),
            Paragraph(piece.insight, 10),
            Paragraph(piece.note, 9, colour=MUTED),
        )
    ]
    name = cell(Paragraph(one.stage, 12, bold=True, mark=one.kind))
    return name, cell(Paragraph(word, 11, bold=True, colour=colour)), cell(*said)


_SECTIONS: Mapping[Section, Callable[[Deck], None]] = {
    Section.STAGES: _stages,
    Section.MATRIX: _matrix,
    Section.MIX: _mix,
    Section.GAPS: _gaps,
    Section.USE: _use,
    Section.COMING: _coming,
    Section.EXCLUSIVES: _exclusives,
}
