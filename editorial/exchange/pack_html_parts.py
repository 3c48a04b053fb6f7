"""The sections of the kickoff pack as HTML; every text is escaped on its way in."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

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
)
from editorial.domain.pack_words import about_piece, held_word, note_line, stage_texts, uses_line, words
from editorial.domain.spoken import kind_word
from editorial.domain.vocabulary import Kind, Level
from editorial.exchange.markup import Content, Markup, element, joined, row
from editorial.exchange.markup import words as typed
from editorial.exchange.pack_data import columns_in_parts, short_address

STATES = {"none": Level.OFF, "agreed": Level.MET, "reopened": Level.THIN}
"""In which level's colours the state of a stage is told."""
COMING = {"date": "18%", "piece": "48%", "stage": "13%", "state": "21%"}
"""The columns of what is coming, and how wide they are."""


def section_part(pack: Pack, section: Section) -> Markup:
    """Return what a section shows below its heading."""
    return _PARTS[section](pack)


def paragraph(text: str, class_: str | None = None) -> Markup:
    """Return what people typed as a paragraph; nothing where it is empty."""
    return element("p", typed(text), class_=class_) if text else Markup("")


def marked(kind: Kind | None, text: str) -> Markup:
    """Return a name with the mark of its kind, which is said to those who do not see it."""
    if kind is None:
        return typed(text)
    return joined(element("span", class_=f"kind {kind.value}", role="img", aria_label=kind_word(kind)), typed(text))


def _stages(pack: Pack) -> Markup:
    if not pack.stages:
        return paragraph(words()["no_stages"], "muted")
    return joined(*(_stage(one) for one in pack.stages))


def _stage(one: StagePart) -> Markup:
    counted = f"{one.planned} {words()['planned']} · {one.live} {words()['live']}"
    texts = stage_texts(one.signal, one.approach, one.avoid)
    listed = [part for name, text in texts for part in (element("dt", name), element("dd", typed(text)))]
    return element(
        "div",
        element(
            "div",
            element("p", marked(one.kind, one.name), class_="strong"),
            paragraph(one.agreed, f"small {STATES[one.state].value}"),
            paragraph(counted, "small muted"),
        ),
        element("div", paragraph(one.question, "question"), paragraph(one.definition)),
        element("dl", *listed) if listed else "",
        class_="row stage",
    )


def _matrix(pack: Pack) -> Markup:
    part = pack.matrix
    if not part.rows:
        return paragraph(words()["no_segments"], "muted")
    tables = [
        element("div", _matrix_table(part, shown), class_="scroll") for shown in columns_in_parts(len(part.stages))
    ]
    return joined(*tables, *(paragraph(said, "thin") for said in part.remarks))


def _matrix_table(part: MatrixPart, shown: Sequence[int]) -> Markup:
    heads = [element("th", marked(part.kinds[n], part.stages[n]), scope="col") for n in shown]
    total = element("th", words()["total"], class_="number small sum", scope="col")
    rows = [
        row(
            element("th", typed(one.name), element("div", one.weight, class_="small muted"), scope="row"),
            *(_cell(one.cells[n]) for n in shown),
            element("td", str(one.total), class_="number strong"),
        )
        for one in part.rows
    ]
    sums = row(
        element("th", words()["pieces"], class_="muted small", scope="row"),
        *(element("td", str(part.totals[n]), class_="strong") for n in shown),
        element("td", str(part.pieces), class_="number strong"),
    )
    head = element("thead", row(element("td", class_="side"), *heads, total))
    return element("table", head, element("tbody", *rows, sums), class_="matrix")


def _cell(cell: MatrixCell) -> Markup:
    off = cell.level is Level.OFF
    figure = joined(
        element("b", "–" if off and not cell.planned else str(cell.planned), class_=cell.level.value),
        "" if off else element("span", f" / {cell.target}", class_="muted"),
    )
    word = element("span", cell.word, class_=f"small strong {cell.level.value}")
    top = element("div", element("span", figure), word, class_="top")
    return element("td", top, element("div", cell.beside, class_="small muted"), class_=f"cell on-{cell.level.value}")


def _mix(pack: Pack) -> Markup:
    part = pack.mix
    bar = Markup("")
    if part.share is not None:
        ends = [_end(Kind.ASPIRATIONAL, part.aspirational), _end(Kind.PRACTICAL, part.practical)]
        bar = joined(_bar(part.share, part.target), element("div", *ends, class_="ends"))
    tables = [_mix_table(words()["by_stage"], part.by_stage), _mix_table(words()["by_segment"], part.by_segment)]
    return joined(
        bar,
        *(paragraph(said, "strong") for said in part.remedies),
        paragraph(part.wanted, "small muted"),
        element("div", *tables, class_="two"),
    )


def _end(kind: Kind, n: int) -> Markup:
    return element("span", marked(kind, f"{n} {kind_word(kind)}"), class_=f"word {kind.value}")


def _bar(share: Fraction, target: Fraction | None = None) -> Markup:
    left = float(share * 100)
    shares = ((Kind.ASPIRATIONAL, left), (Kind.PRACTICAL, 100 - left))
    parts = [element("i", class_=kind.value, style=f"width:{wide:.2f}%") for kind, wide in shares if wide]
    if target is not None:
        parts.append(element("i", class_="target", style=f"left:{float(target * 100):.2f}%"))
    return element("div", *parts, class_="bar")


def _mix_table(title: str, rows: Sequence[MixLine]) -> Markup:
    said = words()
    heads = [element("th", said[name], class_="number") for name in ("aspirational", "practical")]
    head = row(element("th", title), *heads, element("th"), element("th", said["share"], class_="number"))
    return element("div", element("table", head, *(_mix_line(one) for one in rows)), class_="scroll")


def _mix_line(one: MixLine) -> Markup:
    tagged = one.aspirational + one.practical
    return row(
        element("td", typed(one.name)),
        element("td", str(one.aspirational), class_="number"),
        element("td", str(one.practical), class_="number"),
        element("td", _bar(Fraction(one.aspirational, tagged)) if tagged else ""),
        element("td", one.share, class_="number"),
    )


def _gaps(pack: Pack) -> Markup:
    if not pack.gaps:
        return paragraph(words()["no_gaps"], "muted")
    said = words()
    titles = (("", "8%"), (said["gap"], "22%"), (said["why"], "17%"), (said["done"], "44%"))
    heads = [element("th", title, width=wide) for title, wide in titles]
    head = element("thead", row(*heads, element("th", said["severity"], class_="number")))
    table = element("table", head, element("tbody", *(_gap(one) for one in pack.gaps)), class_="list")
    return element("div", table, class_="scroll")


def _gap(one: GapPart) -> Markup:
    ideas = element("ul", *(element("li", typed(idea)) for idea in one.ideas), class_="ideas") if one.ideas else ""
    return row(
        element("td", chip(one.word, one.level)),
        element("td", typed(one.segment), " × ", typed(one.stage), class_="strong"),
        element("td", one.why, class_="muted"),
        element("td", typed(one.done), ideas),
        element("td", one.severity, class_=f"number strong {one.level.value}"),
    )


def chip(word: str, level: Level) -> Markup:
    """Return a word on the ground of a level."""
    return element("span", word, class_=f"chip {level.value} on-{level.value}")


def _use(pack: Pack) -> Markup:
    if not pack.use:
        return paragraph(words()["no_segments"], "muted")
    return joined(
        *(
            joined(element("h3", typed(one.segment)), paragraph(one.who, "muted"), *(_stage_use(s) for s in one.stages))
            for one in pack.use
        )
    )


def _stage_use(stage: StageUse) -> Markup:
    name = joined(
        element("p", marked(stage.kind, stage.stage), class_="strong"), paragraph(stage.question, "small muted")
    )
    pieces = [_piece(piece) for piece in stage.pieces] or [paragraph(words()["nothing"], "empty")]
    return element(
        "div", element("div", name), element("div", *pieces, paragraph(stage.more, "small muted")), class_="row"
    )


def _piece(piece: PackPiece) -> Markup:
    said = " · ".join(part for part in (piece.when, about_piece(piece)) if part)
    return element(
        "div", piece_text(piece), element("p", typed(said), "  ", _link(piece), class_="small muted"), class_="piece"
    )


def piece_text(piece: PackPiece) -> Markup:
    """Return the title of a piece with its insight, uses and note."""
    return joined(
        element("p", marked(piece.kind, piece.title), class_="strong"),
        paragraph(piece.insight),
        paragraph(uses_line(piece), "uses"),
        paragraph(note_line(piece), "small muted"),
    )


def _link(piece: PackPiece) -> Content:
    if not piece.link:
        return ""
    return element("a", short_address(piece.link), href=piece.link, rel="noopener noreferrer")


def _coming(pack: Pack) -> Markup:
    if not pack.coming:
        return paragraph(words()["no_segments"], "muted")
    return joined(
        *(
            joined(element("h3", typed(one.segment)), _coming_table(one.pieces))
            for one in pack.coming
        )
    )  # fmt: skip


def _coming_table(pieces: Sequence[PackPiece]) -> Markup:
    if not pieces:
        return paragraph(words()["nothing_planned"], "muted")
    said = words()
    head = element("thead", row(*(element("th", said[name], width=wide) for name, wide in COMING.items())))
    rows = [
        row(
            element("td", piece.when, class_="nowrap"),
            element("td", piece_text(piece)),
            element("td", typed(piece.stage)),
            element("td", typed(about_piece(piece)), class_="muted"),
        )
        for piece in pieces
    ]
    return element("div", element("table", head, element("tbody", *rows), class_="list"), class_="scroll")


def _exclusives(pack: Pack) -> Markup:
    if not pack.exclusives:
        return paragraph(words()["no_stages"], "muted")
    return element("table", *(_exclusive(one) for one in pack.exclusives))


def _exclusive(one: ExclusivePart) -> Markup:
    held = chip(*held_word(one))
    pieces = [
        element(
            "div",
            paragraph(piece.title, "strong"),
            paragraph(f"{piece.when} · {piece.fresh}", "uses"),
            paragraph(piece.insight),
            paragraph(piece.note, "small muted"),
            class_="piece",
        )
        for piece in one.pieces
    ]
    name = element("td", marked(one.kind, one.stage), class_="strong nowrap")
    return row(name, element("td", held), element("td", *pieces, width="70%"))


_PARTS: Mapping[Section, Callable[[Pack], Markup]] = {
    Section.STAGES: _stages,
    Section.MATRIX: _matrix,
    Section.MIX: _mix,
    Section.GAPS: _gaps,
    Section.USE: _use,
    Section.COMING: _coming,
    Section.EXCLUSIVES: _exclusives,
}
