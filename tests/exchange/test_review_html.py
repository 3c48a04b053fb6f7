"""The coverage review as a page: everything in it, nothing loaded, nothing let through."""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typing_extensions import override

from editorial.domain.period import quarter_of
from editorial.domain.records import Settings
from editorial.domain.report import CoverageReview
from editorial.exchange.markup import Markup, element, words
from editorial.exchange.review_html import review_page, write_review
from editorial.services.review import coverage_review
from editorial.services.sample import make_sample
from editorial.services.workspaces import Workspace
from tests.builders import a_piece

TODAY = date(2027, 2, 10)
QUARTER = quarter_of(TODAY, Settings())
VOID = {"meta"}


class Balanced(HTMLParser):
    """Notes what is open, what is used, and what people can read."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.read: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action")]
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        self.read.append(data)


def parsed(page: str) -> Balanced:
    parser = Balanced()
    parser.feed(page)
    assert not parser.open
    return parser


@pytest.fixture
def review(workspace: Workspace) -> CoverageReview:
    make_sample(workspace, TODAY)
    return coverage_review(workspace, QUARTER, today=TODAY)


def test_every_cell_says_its_figures_and_its_level(review: CoverageReview) -> None:
    said = "".join(parsed(review_page(review)).read)
    assert said.count("in stock") >= len(review.coverage.cells) - 1
    assert [said.count(word) >= 1 for word in ("empty", "thin", "met", "heavy", "off")] == [True] * 5


def test_gaps_remedies_interests_and_untagged_pieces_are_there(review: CoverageReview) -> None:
    said = "".join(parsed(review_page(review)).read)
    for part in ("Finance leaders × Loyalty", "Add 4 practical pieces.", "Next ten:", "lacks kind, stage", "Repeat:"):
        assert part in said


def test_nothing_is_loaded_and_nothing_runs(review: CoverageReview) -> None:
    page = parsed(review_page(review))
    assert not page.addresses
    assert not page.tags & {"script", "img", "link", "iframe", "object", "a"}


def test_titles_are_escaped_and_keep_their_direction(workspace: Workspace) -> None:
    a_piece(workspace, '<b>كيف</b> & "you"', planned=TODAY)
    page = review_page(coverage_review(workspace, QUARTER, today=TODAY))
    assert '<span dir="auto">&lt;b&gt;كيف&lt;/b&gt; &amp; &quot;you&quot;</span>' in page


def test_an_empty_workspace_has_a_page_too(workspace: Workspace) -> None:
    said = "".join(parsed(review_page(coverage_review(workspace, QUARTER, today=TODAY))).read)
    assert "No piece has a kind yet." in said


def test_beside_another_period_cells_say_what_they_were(workspace: Workspace) -> None:
    make_sample(workspace, TODAY)
    other = quarter_of(date(2026, 11, 1), Settings())
    assert "was " in review_page(coverage_review(workspace, QUARTER, today=TODAY, other=other))


def test_a_page_is_written_whole(review: CoverageReview, tmp_path: Path) -> None:
    write_review(review, tmp_path / "page.html")
    assert [path.name for path in tmp_path.glob("*.html")] == ["page.html"]
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == review_page(review)


def test_markup_is_escaped_once() -> None:
    assert (
        element("p", words("<&>"), " & ", Markup("<br/>")) == '<p><span dir="auto">&lt;&amp;&gt;</span> &amp; <br/></p>'
    )
