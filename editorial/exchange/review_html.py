"""The coverage review as one HTML page that needs nothing else: no script, no font, no picture to load."""

from pathlib import Path

from editorial.domain.mix import Mix
from editorial.domain.mix_words import telling_digits
from editorial.domain.report import CoverageReview
from editorial.domain.spoken import percent, rest_percent, spoken_day
from editorial.exchange.markup import Content, Markup, element, joined, row, table, words
from editorial.exchange.review_matrix import matrix
from editorial.exchange.review_sections import (
    gaps,
    interests,
    levels,
    mix_bar,
    mix_part,
    panel,
    untagged_part,
    warnings,
)
from editorial.language import _, ngettext
from editorial.locations import resources

WIDTH = 1440
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_review(review: CoverageReview, path: Path) -> None:
    """Write the page to a file, whole or not at all."""
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.write_text(review_page(review), encoding="utf-8")
    unfinished.replace(path)


def review_page(review: CoverageReview) -> str:
    """Return the page. It is laid out in tables, so that it looks alike in a browser, in a mail and as a picture."""
    title = _("Coverage · {period}").format(period=review.period.name)
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'),
        Markup('<meta name="viewport" content="width=1440">'),
        element("title", f"{title} – {review.workspace}"),
        element("style", Markup((resources() / "review" / "review.css").read_text(encoding="utf-8"))),
    )
    inside = element("td", *_parts(review), class_="edge")
    page = element("table", row(inside), class_="page", width=WIDTH, border=0, cellspacing=0, cellpadding=0)
    return f"<!DOCTYPE html>\n{element('html', head, element('body', page), lang='en')}\n"


def _parts(review: CoverageReview) -> list[Markup]:
    legend = _(
        "Pieces planned / wanted, with what is in stock. ✦ aspirational and ▪ practical are each stage’s natural kind."
    )
    return [
        _title(review),
        _space(),
        _tiles(review),
        _space(),
        panel(_("Segments × buying stages"), matrix(review.coverage, review.comparison), note=legend),
        _space(),
        _side_by_side(joined(gaps(review), _space(), untagged_part(review.coverage.untagged)), mix_part(review.mix)),
        _space(),
        interests(review),
        _space(),
        warnings(review),
        _space(),
        _foot(review),
    ]


def _space() -> Markup:
    return element("p", Markup("&nbsp;"))


def _title(review: CoverageReview) -> Markup:
    first, last = spoken_day(review.period.first), spoken_day(review.period.last)
    dates = _("{first} to {last}").format(first=first, last=last)
    pieces = review.coverage.totals.pieces
    counted = ngettext("{n} piece planned", "{n} pieces planned", pieces).format(n=pieces)
    as_of = _("as of {day}").format(day=spoken_day(review.made_on))
    return joined(
        element("p", words(review.workspace), class_="caption"),
        element("h1", _("Coverage · {period}").format(period=review.period.name)),
        element("p", " · ".join((dates, counted, as_of)), class_="muted"),
    )


def _tiles(review: CoverageReview) -> Markup:
    following = " → ".join(interest.name for interest in review.rotation.next[:3]) or _("No interests yet.")
    overdue = [turn.interest.name for turn in review.rotation.interests if turn.overdue]
    late = _("Overdue: {names}").format(names=", ".join(overdue)) if overdue else _("Nothing is overdue.")
    return table(
        row(
            _tile(_("Mix"), *_mix_figures(review.mix)),
            _gutter(),
            _tile(_("Coverage"), element("p", levels(review)), _gap_line(review)),
            _gutter(),
            _tile(
                _("Next interests"),
                element("p", words(following), class_="strong"),
                element("p", words(late), class_="small bad" if overdue else "caption"),
            ),
        )
    )


def _tile(caption: str, *content: Content) -> Markup:
    return element(
        "td", element("p", caption, class_="caption"), *content, class_="tile", bgcolor="#ffffff", width="33%"
    )


def _gutter() -> Markup:
    return element("td", Markup("&nbsp;"), width=20, class_="gutter")


def _mix_figures(mix: Mix) -> list[Markup]:
    if mix.share is None:
        return [element("p", _("No piece has a kind yet."), class_="muted")]
    digits = telling_digits(mix)
    aspirational = _("✦ {share} aspirational").format(share=percent(mix.share, digits))
    practical = _("▪ {share} practical").format(share=rest_percent(mix.share, digits))
    shares = joined(
        element("span", aspirational, class_="strong aspirational"),
        Markup(" &nbsp; "),
        element("span", practical, class_="strong practical"),
    )
    word, class_ = (_("balanced"), "good") if mix.balanced else (_("out of tolerance"), "warning")
    return [element("p", shares), mix_bar(mix), element("p", word, class_=f"small strong {class_}")]


def _gap_line(review: CoverageReview) -> Markup:
    n = len(review.coverage.gaps)
    said = ngettext("{n} gap to close", "{n} gaps to close", n).format(n=n) if n else _("no gap to close")
    return element("p", said, class_="caption")


def _side_by_side(left: Markup, right: Markup) -> Markup:
    return table(row(element("td", left, width="50%"), _gutter(), element("td", right, width="50%")))


def _foot(review: CoverageReview) -> Markup:
    said = _("Made by Editorial on {day}.").format(day=spoken_day(review.made_on))
    return element("p", said, class_="caption")
