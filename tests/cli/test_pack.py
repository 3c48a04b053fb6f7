"""`editorial pack`."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TODAY = ("--today", "2027-03-10")


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF"), ("pptx", b"PK"), ("html", b"<!DOCTYPE html>")])
def test_a_pack_is_written_as_its_ending_says(
    run: "Run", sample: str, tmp_path: Path, ending: str, begins: bytes
) -> None:
    target = tmp_path / f"pack.{ending}"
    done = run("pack", sample, "-o", target, "--json", *TODAY)
    assert (done.status, done.json) == (0, {"path": str(target)})
    assert target.read_bytes().startswith(begins)


def test_sections_audience_period_and_segment_are_taken(run: "Run", sample: str, tmp_path: Path) -> None:
    target = tmp_path / "pack.html"
    wanted = (
        "--sections",
        "coming,matrix",
        "--audience",
        "sales",
        "--period",
        "FY2027Q1",
        "--segment",
        "finance leaders",
    )
    assert run("pack", sample, "-o", target, *wanted, *TODAY).status == 0
    page = target.read_text("utf-8")
    assert page.index('id="coming"') < page.index('id="matrix"')
    assert 'id="stages"' not in page
    assert "For sales" in page
    assert "Narrowed to Finance leaders" in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "pack.doc"), "a pack is written as .pdf, .pptx or .html"),
        (("-o", "pack.html", "--sections", "use,nope"), "“nope” is not a section of the pack"),
        (("-o", "pack.html", "--audience", "press"), "“press” is not an audience"),
        (("-o", "pack.html", "--segment", "Nobody"), "There is no segment “Nobody”."),
        (("-o", "pack.html", "--period", "soon"), "“soon” is not a period"),
        (("-o", "gone/pack.html"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    run: "Run", sample: str, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = run("pack", sample, *words, *TODAY)
    assert done.status == 2
    assert said in done.err
    assert done.err.count("\n") == 1
    assert list(tmp_path.glob("*pack*")) == []
