"""Every slide of the pack: nothing over an edge, nothing too small, real tables, native charts, notes."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from editorial.domain.audience import Audience
from editorial.domain.pack import Section
from editorial.exchange.pack_deck import Deck
from editorial.exchange.pack_fitting import LINE, wrapped
from editorial.exchange.pack_pptx import pack_pptx
from editorial.exchange.pack_tables import GAP
from editorial.services.workspaces import Workspace
from tests.packs import HARD, SECRET, fill, pack_of

LEAST_SIZE = 9.0
ROUNDING = 1.0
"""Points by which sums of rounded places may differ."""


def deck_of(workspace: Workspace, audience: Audience = Audience.TEAM, *sections: Section) -> Any:
    return Presentation(BytesIO(pack_pptx(pack_of(workspace, audience, *sections))))


def shapes(deck: Any) -> Iterator[tuple[int, Any]]:
    for number, slide in enumerate(deck.slides, start=1):
        for shape in slide.shapes:
            yield number, shape


def frames(shape: Any) -> Iterator[tuple[Any, float, float]]:
    """Yield the text frames of a shape with their inner width and height in points."""
    if shape.has_table:
        for row in shape.table.rows:
            for cell, column in zip(row.cells, shape.table.columns, strict=True):
                edges = cell.margin_left.pt + cell.margin_right.pt, cell.margin_top.pt + cell.margin_bottom.pt
                yield cell.text_frame, column.width.pt - edges[0], row.height.pt - edges[1]
    elif shape.has_text_frame and not shape.is_placeholder:
        frame = shape.text_frame
        edges = frame.margin_left.pt + frame.margin_right.pt, frame.margin_top.pt + frame.margin_bottom.pt
        yield frame, shape.width.pt - edges[0], shape.height.pt - edges[1]


def needed(frame: Any, width: float) -> float:
    """Return how high the text of a frame stands."""
    high = 0.0
    for paragraph in frame.paragraphs:
        if paragraph.runs:
            size, bold = paragraph.runs[-1].font.size.pt, bool(paragraph.runs[-1].font.bold)
            text = "".join(run.text for run in paragraph.runs)
            high += len(wrapped(text, width, size, bold=bold)) * size * LINE + GAP
    return high


def texts(deck: Any) -> str:
    return "\n".join(frame.text for _number, shape in shapes(deck) for frame, _w, _h in frames(shape))


def check_geometry(deck: Any) -> None:
    for number, shape in shapes(deck):
        assert shape.left >= 0, (number, shape.name)
        assert shape.top >= 0, (number, shape.name)
        assert shape.left + shape.width <= deck.slide_width, (number, shape.name)
        assert shape.top + shape.height <= deck.slide_height, (number, shape.name)
        if shape.has_table:
            heights = sum(row.height for row in shape.table.rows)
            assert shape.top + heights <= Pt(512), (number, "the table reaches the foot")
        for frame, width, height in frames(shape):
            assert needed(frame, width) <= height + GAP + ROUNDING, (number, frame.text)
            sizes = [run.font.size.pt for paragraph in frame.paragraphs for run in paragraph.runs]
            assert min(sizes, default=LEAST_SIZE) >= LEAST_SIZE, (number, frame.text)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("count", [1, 90])
def test_every_slide_keeps_its_edges_and_sizes(workspace: Workspace, count: int, audience: Audience) -> None:
    fill(workspace, count)
    check_geometry(deck_of(workspace, audience))


def test_many_stages_and_segments_fit_too(workspace: Workspace, crowd: Callable[[Workspace], None]) -> None:
    crowd(workspace)
    check_geometry(deck_of(workspace))


def test_texts_longer_than_a_slide_go_on_over_slides(
    workspace: Workspace, endless: Callable[[Workspace], None]
) -> None:
    endless(workspace)
    check_geometry(deck_of(workspace))


def test_an_empty_workspace_has_slides(workspace: Workspace) -> None:
    deck = deck_of(workspace)
    check_geometry(deck)
    assert "This workspace has no segments yet." in texts(deck)


def test_tables_and_charts_are_real_and_every_section_has_notes(workspace: Workspace) -> None:
    fill(workspace, 12)
    deck = deck_of(workspace)
    found = [shape for _number, shape in shapes(deck)]
    assert sum(shape.has_chart for shape in found) == 3
    assert sum(shape.has_table for shape in found) >= 8
    assert deck.slides[1].notes_slide.notes_text_frame.text.count("\n") >= 5


def test_every_slide_has_a_title(workspace: Workspace) -> None:
    fill(workspace, 12)
    assert all(slide.shapes.title.text_frame.text for slide in deck_of(workspace).slides)


def test_no_word_is_lost_where_a_text_goes_on_over_slides(workspace: Workspace) -> None:
    fill(workspace, 3)
    shown = texts(deck_of(workspace, Audience.TEAM, Section.STAGES))
    assert shown.count("A long definition.") + shown.count("A long\n") >= 118
    assert shown.replace("\n", " ").count("definition.") == 120


def test_titles_are_shown_as_typed_and_links_lead_to_the_web_only(workspace: Workspace) -> None:
    fill(workspace, 12)
    deck = deck_of(workspace)
    assert HARD[4] in texts(deck)
    links = {
        relation.target_ref for slide in deck.slides for relation in slide.part.rels.values() if relation.is_external
    }
    assert links
    assert all(link.startswith("https://") for link in links)


def test_sales_reads_no_notes_and_the_public_no_titles(workspace: Workspace) -> None:
    fill(workspace, 12)
    team, sales, public = (texts(deck_of(workspace, audience)) for audience in Audience)
    assert SECRET in team
    assert SECRET not in sales
    assert "payback" in sales
    assert "payback" not in public


def test_a_long_title_stays_above_its_lead(workspace: Workspace) -> None:
    deck = Deck(pack_of(workspace))
    title = "To use now: Heads of plant maintenance, reliability and continuous improvement"
    run = deck.slide(title, "Live today", []).shapes.title.text_frame.paragraphs[0].runs[0]
    assert run.text == title
    assert len(wrapped(title, 872, run.font.size.pt, bold=True)) == 1
