"""The manual: every page is there, links lead somewhere, and nothing is loaded or run."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from editorial.locations import resources
from editorial.ui.help.about import libraries
from editorial.ui.help.pages import ORDER
from editorial.ui.help.place import HelpPlace
from editorial.ui.safe_text import SafeText, html_of
from editorial.ui.theme import Theme
from editorial.ui.window import Window

PAGES = sorted(path.stem for path in (resources() / "help").glob("*.md"))


@pytest.fixture
def place(window: Window) -> HelpPlace:
    shown = window.go("help")
    assert isinstance(shown, HelpPlace)
    return shown


def test_every_page_is_listed() -> None:
    assert sorted(ORDER) == PAGES


@pytest.mark.parametrize("word", PAGES)
def test_links_between_pages_lead_somewhere(word: str) -> None:
    text = (resources() / "help" / f"{word}.md").read_text(encoding="utf-8")
    for address in re.findall(r"\]\(([^)]+)\)", text):
        assert address.startswith("https://") or address.removesuffix(".md") in PAGES


def test_f1_opens_the_manual(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.word == "help"
    assert not window.balance.isVisible()


def test_a_link_opens_its_page(place: HelpPlace) -> None:
    place.text.page_wanted.emit("calendar.md")
    assert place._current() == "calendar"


def test_the_glossary_tells_the_stages_of_the_workspace(place: HelpPlace) -> None:
    place.show_page("glossary")
    assert "Epiphany" in place.text.toPlainText()
    assert "aspirational" in place.text.toPlainText().lower()


def test_finding_narrows_the_contents_and_marks_the_words(place: HelpPlace, qtbot: QtBot) -> None:
    place.finder.setText("severity")
    assert place.shown() == ["coverage", "glossary"]
    assert place.text.extraSelections()


def test_about_names_the_licences(place: HelpPlace) -> None:
    place.show_page("about")
    text = place.text.toPlainText()
    assert all(words in text for words in ("MIT licence", "Lucide", "ISC", "PySide6", "LGPL"))
    assert all(library.licence for library in libraries())


def test_markdown_cannot_run_or_load_anything() -> None:
    html = html_of("<script>x</script> ![i](file:///etc/passwd) [bad](javascript:alert(1)) **good**")
    assert "<strong>good</strong>" in html
    assert not re.search(r"script|<img|file:", html)


def test_the_browser_loads_no_file(theme: Theme, qtbot: QtBot) -> None:
    text = SafeText(theme)
    qtbot.addWidget(text)
    kind = int(QTextDocument.ResourceType.ImageResource.value)
    loaded = text.loadResource(kind, QUrl.fromLocalFile("/usr/share/pixmaps/debian-logo.png"))
    assert isinstance(loaded, QImage)
    assert loaded.isNull()


def test_a_click_opens_no_local_file(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("editorial.ui.safe_text.QDesktopServices.openUrl", lambda url: opened.append(url.toString()))
    text = SafeText(theme)
    qtbot.addWidget(text)
    text.anchorClicked.emit(QUrl("file:///etc/passwd"))
    text.anchorClicked.emit(QUrl("https://example.org/"))
    assert opened == ["https://example.org/"]


def test_f1_opens_the_page_of_the_place_that_is_shown(window: Window, qtbot: QtBot) -> None:
    window.go("field_notes")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    place = window.place
    assert isinstance(place, HelpPlace)
    qtbot.waitUntil(lambda: "Take one down" in place.text.toPlainText())
