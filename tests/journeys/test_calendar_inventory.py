"""A long list of posts comes in, and every view shows exactly what an export of the same range gives."""

import csv
import random
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from editorial.domain.conditions import Condition, Operator
from editorial.domain.conditions import Test as Question
from editorial.domain.drafts import DraftKind
from editorial.exchange.columns import match
from editorial.exchange.pieces import drafts
from editorial.exchange.tables import read_table
from editorial.services import exporting, importing, lists
from editorial.services.workspaces import open_workspace
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.sheet import View
from editorial.ui.window import Window

POSTS = 1_653
START, DAYS = date(2010, 10, 22), 5_400
TODAY = date(2027, 3, 10)
TOPICS = ("data", "mobile", "content strategy", "accessibility", "social media", "design")


@pytest.fixture(scope="module")
def imported(workspace_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with posts of fourteen years, brought in from a CSV file."""
    folder = tmp_path_factory.mktemp("inventory")
    chance = random.Random(3)
    with (folder / "inventory.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["title", "published", "authors", "topics", "url_path"])
        for number in range(POSTS):
            day = START + timedelta(days=chance.randrange(DAYS))
            topics = ";".join(chance.sample(TOPICS, 2))
            rows.writerow([f"Post {number}", day, f"Author {number % 90}", topics, f"/{day:%Y/%m/%d}/post-{number}/"])
    path = folder / "plan.editorial"
    path.write_bytes(workspace_template.read_bytes())
    with closing(open_workspace(path, author="Ada")) as workspace:
        table = read_table(folder / "inventory.csv")
        settings = lists.read_lists(workspace).settings
        preview = importing.preview(workspace, drafts(table, match(table.headings, DraftKind.PIECES), settings), TODAY)
        assert importing.apply(workspace, preview).applied
    return path


@pytest.fixture
def place(new_window: Callable[[], Window], imported: Path, tmp_path: Path) -> CalendarPlace:
    copy = tmp_path / "plan.editorial"
    copy.write_bytes(imported.read_bytes())
    window = new_window()
    window.desk.open(open_workspace(copy, author="Ada"))
    shown = window.go("calendar")
    assert isinstance(shown, CalendarPlace)
    return shown


def shown(place: CalendarPlace) -> set[str]:
    """Return the public ids of what the view shows."""
    assert place.sheet is not None
    uids = {entry.id: entry.uid for entry in place.sheet.entries}
    return {uids[id_] for id_ in place.view.shown_ids()}


def exported(place: CalendarPlace, where: Condition | None = None) -> set[str]:
    """Return the public ids that an export of the same range and filter gives."""
    assert place.sheet is not None
    assert place.desk.workspace is not None
    return {record["id"] for record in exporting.piece_records(place.desk.workspace, place.sheet.range, where)}


@pytest.mark.parametrize("view", View)
def test_every_view_shows_what_an_export_gives(place: CalendarPlace, view: View) -> None:
    place.choose(view=view)
    for day in (date(2013, 5, 10), date(2016, 2, 29), date(2019, 12, 31), date(2025, 7, 1)):
        place.desk.look_at(day)
        assert shown(place) == exported(place) != set(), day


@pytest.mark.parametrize("view", View)
def test_and_so_it_does_under_a_filter(place: CalendarPlace, view: View) -> None:
    interests = {interest.name: id_ for id_, interest in place.desk.lists.interests.items()}
    where = Question("interest", Operator.IS, (interests["mobile"],))
    place.desk.look_at(date(2015, 5, 10))
    place.choose(view=view)
    place.filter_by(where)
    assert shown(place) == exported(place, where) < exported(place)
