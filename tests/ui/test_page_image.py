"""A page as a picture."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from editorial.ui.page_image import Page, page_image


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
