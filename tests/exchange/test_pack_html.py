"""The pack as one HTML file: nothing loaded, nothing let through, and in print within margins and large enough."""

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from editorial.domain.audience import Audience
from editorial.domain.pack import Section
from editorial.exchange.pack_files import write_pack
from editorial.exchange.pack_html import pack_html
from editorial.locations import resources
from editorial.services import pieces
from editorial.services.workspaces import Workspace
from tests.builders import named
from tests.exchange.test_pack_pdf import letters, pages
from tests.packs import HARD, QUARTER, SECRET, fill, pack_of

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""


def test_nothing_is_loaded_and_nothing_runs(workspace: Workspace) -> None:
    fill(workspace, 12)
    page = pack_html(pack_of(workspace))
    assert "default-src 'none'" in page
    assert not re.search(r"<(script|link|img|iframe|object|embed)\b|@import|url\(|\bsrc=", page)
    assert all(link.startswith(("#", "https://")) for link in re.findall(r'href="([^"]*)', page))


def test_what_people_typed_is_only_ever_text(workspace: Workspace) -> None:
    fill(workspace, 12)
    page = pack_html(pack_of(workspace))
    assert "<b>Bold</b>" not in page
    assert "&lt;b&gt;Bold&lt;/b&gt;" in page
    assert HARD[1] in page
    assert HARD[2] in page


def test_an_address_that_would_run_is_no_link(workspace: Workspace) -> None:
    fill(workspace, 1)
    published = {"status_id": named(workspace, "status", "Published"), "published_on": QUARTER.first}
    pieces.create(
        workspace, "Odd", url="javascript:alert(1)", stage_id=1, segment_ids=(1,), **published
    )  # fmt: skip
    page = pack_html(pack_of(workspace))
    assert "Odd" in page
    assert "javascript:" not in page


def test_every_tag_is_closed_and_each_section_has_an_anchor(workspace: Workspace) -> None:
    fill(workspace, 12)
    page = pack_html(pack_of(workspace))
    for name in ("div", "td", "tr", "table", "section", "span", "p", "dl", "main"):
        assert len(re.findall(rf"<{name}[ >]", page)) == page.count(f"</{name}>"), name
    assert re.findall(r'<section id="(\w+)"', page) == [section.value for section in Section]


def test_sales_reads_no_notes_and_the_public_no_titles(workspace: Workspace) -> None:
    fill(workspace, 12)
    team, sales, public = (pack_html(pack_of(workspace, audience)) for audience in Audience)
    assert SECRET in team
    assert SECRET not in sales
    assert "payback" in sales
    assert "payback" not in public
    assert "halyard.example" not in public


def test_in_print_the_small_letters_are_nine_points(workspace: Workspace) -> None:
    screen, _, printed = (resources() / "pack" / "pack.css").read_text("utf-8").partition("@media print")
    small = re.findall(r"^\.?([\w-]+)[^{\n]*\{[^}\n]*font-size: 0\.\d+rem", screen, re.MULTILINE)
    assert small
    sized = re.search(r"([^}]*)\{ font-size: 9pt; \}", printed)
    assert sized
    assert all(re.search(rf"\.?{name}\b", sized[1]) for name in small), small


@pytest.mark.skipif(not CHROMIUM, reason="no browser here to print with")
@pytest.mark.parametrize("count", [1, 90])
def test_every_printed_page_keeps_its_margins_and_sizes(workspace: Workspace, tmp_path: Path, count: int) -> None:
    fill(workspace, count)
    write_pack(pack_of(workspace), tmp_path / "pack.html")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    target = tmp_path / "pack.pdf"
    options = [f"--user-data-dir={tmp_path / 'browser'}", f"--print-to-pdf={target}"]
    subprocess.run(
        [*command, *options, (tmp_path / "pack.html").as_uri()], check=True, capture_output=True, timeout=120
    )
    for number, page in enumerate(pages(target.read_bytes())):
        width, height = page.get_size()
        for letter, (left, bottom, right, top) in boxes(page):
            assert 20 <= left < right <= width - 20, (number, letter)
            assert 20 <= bottom < top <= height - 20, (number, letter)


def boxes(page: pypdfium2.PdfPage) -> list[tuple[str, tuple[float, float, float, float]]]:
    return [(letter, box) for letter, _size, box in letters(page) if box[2] > box[0] and box[3] > box[1]]
