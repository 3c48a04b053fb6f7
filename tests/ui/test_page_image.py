"""A page as a picture."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from editorial.domain.period import quarter_of
from editorial.domain.records import Settings
from editorial.exchange.review_html import review_page
from editorial.services.lists import add
from editorial.services.review import coverage_review
from editorial.services.sample import make_sample
from editorial.services.workspaces import Workspace
from editorial.ui.page_image import WIDTH, Page, page_image


def test_the_picture_is_as_wide_as_asked_and_as_high_as_needed(qtbot: QtBot) -> None:
    short, long = page_image("<p>One</p>", 300), page_image("<p>One</p>" * 40, 300)
    assert (short.width(), long.width()) == (300, 300)
    assert long.height() > 20 * short.height()


def test_what_does_not_fit_beside_is_broken_not_cut(qtbot: QtBot) -> None:
    page = Page()
    page.setHtml("<table width='100%'><tr><td>" + "word " * 200 + "</td></tr></table>")
    page.setTextWidth(300)
    assert page.idealWidth() <= 300


def test_nothing_is_loaded(qtbot: QtBot, tmp_path: Path) -> None:
    secret = tmp_path / "style.css"
    secret.write_text("body { background-color: #ff0000; color: #ff0000 }", encoding="utf-8")
    image = page_image(f'<link rel="stylesheet" href="{secret.as_uri()}"/><p>Words</p>', 200)
    colours = {image.pixelColor(x, y).name() for x in range(0, 200, 3) for y in range(0, image.height(), 3)}
    assert "#ff0000" not in colours


def test_the_coverage_review_fits_its_width(qtbot: QtBot, workspace: Workspace) -> None:
    make_sample(workspace, date(2027, 2, 10))
    for n in range(4):
        add(workspace, "stage", f"A long name of stage number {n}")
    period = quarter_of(date(2027, 2, 10), Settings())
    page = Page()
    page.setDocumentMargin(0)
    page.setHtml(review_page(coverage_review(workspace, period, today=date(2027, 2, 10))))
    page.setTextWidth(WIDTH)
    assert page.idealWidth() <= WIDTH
