"""The parts of the coverage review beside the matrix: gaps, mix, interests, untagged pieces, cadence."""

from fractions import Fraction

from editorial.domain.coverage import CoverageCell
from editorial.domain.coverage_words import cadence_sentence, cell_name, floor_sentence, gap_reason, was_words
from editorial.domain.flag_words import offering_sentence, spread_sentence
from editorial.domain.mix import Mix, MixRow
from editorial.domain.mix_words import add_sentence, turn_sentence
from editorial.domain.report import CoverageReview
from editorial.domain.rotation import InterestTurn
from editorial.domain.rotation_words import repeated_sentence
from editorial.domain.spoken import level_word, percent, spoken_day
from editorial.domain.untagged import Untagged
from editorial.domain.vocabulary import Level
from editorial.exchange.markup import Content, Markup, element, joined, row, table, words
from editorial.exchange.review_matrix import GROUNDS
from editorial.language import _, ngettext

ASPIRATIONAL, PRACTICAL = "#6b4fd8", "#0f796a"


def panel(title: str, *content: Content, note: str = "") -> Markup:
    """Return a white panel with a heading."""
    said = element("p", note, class_="caption") if note else ""
    space = element("p", Markup("&nbsp;"), class_="gap")
    heading = element("h2", title)
    return table(row(element("td", heading, said, space, *content, class_="panel", bgcolor="#ffffff")))


def gaps(review: CoverageReview) -> Markup:
    """Return the gaps by severity."""
    coverage = review.coverage
    if not coverage.gaps:
        return panel(_("Gaps"), element("p", _("Every cell has the pieces it wants."), class_="muted"))
    was = {change.now.key: was_words(change) for change in review.comparison.gaps} if review.comparison else {}
    rows = [_gap(gap, was.get(gap.key)) for gap in coverage.gaps]
    return panel(
        _("Gaps by severity"), table(*rows), note=_("Segment weight × what is missing, doubled without stock.")
    )


def _gap(gap: CoverageCell, was: str | None) -> Markup:
    said = " · ".join(part for part in (gap_reason(gap), was) if part)
    name = element("p", words(cell_name(gap)), class_="strong")
    figure = element("p", f"{float(gap.severity):.1f}", class_=f"strong {gap.level.value}", align="center")
    return row(
        element("td", name, element("p", said, class_="caption"), class_="line"),
        element("td", figure, class_="line", width=60, align="center", bgcolor=GROUNDS[gap.level]),
    )


def mix_bar(mix: Mix) -> Markup:
    """Return the share of the two kinds as two bars side by side, with a gap between them."""
    if mix.share is None:
        return Markup("")
    left = round(100 * mix.share)
    parts = [
        element("td", Markup("&nbsp;"), class_="bar", bgcolor=colour, width=f"{width}%")
        for colour, width in ((ASPIRATIONAL, left), (PRACTICAL, 100 - left))
        if width
    ]
    return table(row(*parts), spacing=2)


def mix_part(mix: Mix) -> Markup:
    """Return the mix with both remedies, by stage and by segment."""
    remedies = [element("p", said) for said in (add_sentence(mix), turn_sentence(mix)) if said]
    heading = row(
        *(
            element("td", said, class_="label", align=align)
            for said, align in (
                (_("by stage"), "left"),
                (_("✦ aspirational"), "right"),
                (_("▪ practical"), "right"),
                (_("share"), "right"),
            )
        )
    )
    rows = [_mix_row(each, _("No stage")) for each in mix.by_stage]
    rows.append(row(element("td", _("by segment"), class_="label above", colspan=4)))
    rows += [_mix_row(each, _("No segment")) for each in mix.by_segment]
    space = element("p", Markup("&nbsp;"), class_="small")
    return panel(_("Mix"), *remedies, space, table(heading, *rows), note=_mix_note(mix))


def _mix_note(mix: Mix) -> str:
    shares = {"target": percent(mix.target), "tolerance": percent(mix.tolerance)}
    said = _("Wanted: {target} aspirational, give or take {tolerance}.").format(**shares)
    if not mix.untagged:
        return said
    more = ngettext("{n} piece has no kind.", "{n} pieces have no kind.", mix.untagged).format(n=mix.untagged)
    return f"{said} {more}"


def _mix_row(each: MixRow, without: str) -> Markup:
    share = percent(each.share) if each.share is not None else "–"
    name = words(each.of.name) if each.of else element("span", without, class_="muted")
    return row(
        element("td", name, class_="line"),
        *(
            element("td", element("p", said, align="right"), class_="line", align="right")
            for said in (str(each.aspirational), str(each.practical), share)
        ),
    )


def interests(review: CoverageReview) -> Markup:
    """Return every interest with its turn, the next ten, and repeats."""
    titles = (_("Interest"), _("Weight"), _("Used"), _("Fair share"), _("Deficit"), _("Last"), "")
    heading = row(*(element("td", title, class_="label") for title in titles))
    turns = table(heading, *(_turn(turn) for turn in review.rotation.interests))
    following = " → ".join(interest.name for interest in review.rotation.next)
    said = [element("p", element("span", _("Next ten:"), class_="strong"), " ", words(following))]
    said += [
        element(
            "p",
            element("span", _("Repeat:"), class_="strong warning"),
            " ",
            words(repeated_sentence(one, review.entries)),
        )
        for one in review.rotation.repeats
    ]
    return panel(_("Interests"), turns, element("p", Markup("&nbsp;"), class_="small"), *said)


def _turn(turn: InterestTurn) -> Markup:
    overdue = element("span", _("overdue"), class_="strong bad") if turn.overdue else ""
    figures = (
        percent(turn.weight),
        str(turn.count),
        f"{float(turn.fair_share):.1f}",
        signed(turn.deficit),
        spoken_day(turn.last) if turn.last else _("never"),
    )
    return row(
        element("td", words(turn.interest.name), class_="line"),
        *(element("td", figure, class_="line") for figure in figures),
        element("td", overdue, class_="line"),
    )


def signed(number: Fraction) -> str:
    """Return a number with one digit and its sign, with a real minus."""
    said = f"{float(number):+.1f}".replace("-", "−")
    return "0.0" if said in ("+0.0", "−0.0") else said


def untagged_part(pieces: tuple[Untagged, ...]) -> Markup:
    """Return the untagged pieces, each with what it lacks."""
    if not pieces:
        return panel(
            _("Untagged"), element("p", _("Every piece has its kind, stage, segment and interest."), class_="muted")
        )
    return panel(_("Untagged"), table(*map(_untagged, pieces)), note=_("They count, but nobody knows for what."))


def _untagged(piece: Untagged) -> Markup:
    tags = {"kind": _("kind"), "stage": _("stage"), "segments": _("segments"), "interest": _("interest")}
    lacks = _("lacks {tags}").format(tags=", ".join(tags[tag] for tag in piece.missing))
    return row(
        element("td", element("p", words(piece.title)), element("p", lacks, class_="small warning"), class_="line")
    )


def warnings(review: CoverageReview) -> Markup:
    """Return silences, floors, offering-led shares and variety, flagged ones in colour."""
    said = [(cadence_sentence(one), one.over) for one in review.cadence]
    said += [(floor_sentence(one), one.below) for one in review.coverage.floors]
    said += [(offering_sentence(one), one.flagged) for one in review.offering_led]
    said += [(spread_sentence(one), True) for one in (review.variety.length, review.variety.medium) if one.over]
    rows = [row(element("td", words(text, "warning" if flagged else None), class_="line")) for text, flagged in said]
    return panel(_("Rhythm and balance"), table(*rows))


def levels(review: CoverageReview) -> Markup:
    """Return how many cells are on each level, in words and colour."""
    counted = [(level, review.coverage.count(level)) for level in Level]
    parts = [
        element("span", f"{n} {level_word(level)}", class_=f"strong {level.value}")
        for level, n in counted
        if n and level is not Level.OFF
    ]
    return joined(*(part for each in parts for part in (each, Markup(" &nbsp; "))))
