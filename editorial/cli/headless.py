"""The main job where there is no screen: a sample workspace, what its plan lacks, and the coverage review of it."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from editorial.domain.coverage_words import cell_name, gap_reason
from editorial.domain.mix_words import add_sentence, shares_sentence, turn_sentence
from editorial.domain.period import quarter_of
from editorial.domain.report import CoverageReview
from editorial.domain.spoken import level_word
from editorial.errors import StoreUnavailable, Trouble
from editorial.exchange.review_html import write_review
from editorial.language import _, ngettext
from editorial.services.lists import read_lists
from editorial.services.review import coverage_review
from editorial.services.sample import make_sample
from editorial.services.workspaces import create_workspace, open_workspace

SAMPLE, PAGE, PICTURE = "sample.editorial", "coverage-review.html", "coverage-review.png"


def main_job(out: Path, today: date) -> int:
    """Make the sample, print what its quarter lacks, write the review into `out`; return the exit status."""
    out.mkdir(parents=True, exist_ok=True)
    review = _reviewed_sample(out, today)
    print("\n".join(lines(review)))
    page, picture = out / PAGE, out / PICTURE
    write_review(review, page)
    drawn = _draw(page, picture)
    written = [out / SAMPLE, page, *([picture] if drawn else [])]
    print("", _("Written:"), *(f"  {path}" for path in written), sep="\n")
    return 0 if drawn else 2


def _reviewed_sample(out: Path, today: date) -> CoverageReview:
    """Make the sample beside an earlier one, review it, and only then let it take the earlier one's place."""
    with tempfile.TemporaryDirectory(dir=out, prefix=".making-") as folder:
        made = Path(folder) / SAMPLE
        workspace = create_workspace(made)
        try:
            make_sample(workspace, today)
            period = quarter_of(today, read_lists(workspace).settings)
            review = coverage_review(workspace, period, today=today)
        finally:
            workspace.close()
        _take_place(made, out / SAMPLE)
    return review


def _take_place(made: Path, target: Path) -> None:
    """Replace an earlier sample together with the files that belong to it; anything else of that name is kept."""
    if target.exists() and not _is_sample(target):
        raise StoreUnavailable(
            _("{name} is there already and is not a sample; nothing was overwritten.").format(name=target)
        )
    for beside in ("-wal", "-shm"):
        target.with_name(target.name + beside).unlink(missing_ok=True)
    shutil.move(made, target)


def _is_sample(path: Path) -> bool:
    workspace = open_workspace(path)
    try:
        return read_lists(workspace).settings.sample
    finally:
        workspace.close()


def lines(review: CoverageReview) -> list[str]:
    """Return what is printed: the mix with both remedies, the gaps by severity, the next ten interests."""
    n = review.coverage.totals.pieces
    said = ngettext("{workspace} · {period} · {n} piece", "{workspace} · {period} · {n} pieces", n)
    title = said.format(workspace=review.workspace, period=review.period.name, n=n)
    return [title, "", _("Mix"), *_mix_lines(review), "", *_gap_lines(review), "", *_interest_lines(review)]


def _mix_lines(review: CoverageReview) -> list[str]:
    said = (shares_sentence(review.mix), add_sentence(review.mix), turn_sentence(review.mix))
    return [f"  {line}" for line in said if line]


def _gap_lines(review: CoverageReview) -> list[str]:
    width = max((len(cell_name(gap)) for gap in review.coverage.gaps), default=0)
    rows = [
        f"  {float(gap.severity):4.1f}  {level_word(gap.level):5}  {cell_name(gap):{width}}  {gap_reason(gap)}"
        for gap in review.coverage.gaps
    ]
    return [_("Gaps by severity"), *(rows or [_("  none")])]


def _interest_lines(review: CoverageReview) -> list[str]:
    named = [f"  {place:2}. {interest.name}" for place, interest in enumerate(review.rotation.next, start=1)]
    return [_("Next ten interests"), *named]


def _draw(page: Path, picture: Path) -> bool:
    """Draw the page in a process of its own: only the window's part of the program may know Qt."""
    command = [sys.executable, "-m", "editorial.ui.page_image", str(page), str(picture)]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or [_("no reason given")])[-1]
        print(_("The picture of the page could not be made: {reason}").format(reason=reason), file=sys.stderr)
    return done.returncode == 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Do the main job in the folder and for the day that the arguments name."""
    parser = argparse.ArgumentParser(prog="editorial.cli.headless", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out"), help=_("folder to write into"))
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="YYYY-MM-DD")  # noqa: DTZ011
    chosen = parser.parse_args(arguments)
    try:
        return main_job(chosen.out, chosen.today)
    except (Trouble, OSError) as trouble:
        print(trouble, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
