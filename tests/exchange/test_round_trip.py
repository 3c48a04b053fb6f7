"""What is exported comes back in unchanged: into the same workspace, and whole into a new one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.domain.drafts import DraftKind
from editorial.domain.records import Link
from editorial.exchange.writing import write_records
from editorial.services import lists, pieces
from editorial.services.exporting import person_records, piece_records
from editorial.services.importing import apply, preview
from editorial.services.workspaces import Workspace, open_workspace
from tests.builders import a_person, a_piece, a_segment, an_interest
from tests.importing import TODAY, drafts_of

FEW = settings(max_examples=max(8, settings.default.max_examples // 6 if settings.default else 8))
"""Each example makes workspaces, which takes a while."""
ENDINGS = (".csv", ".tsv", ".xlsx", ".json")
OWN = frozenset({"id", "outside_id", "made_from", "companion", "next_piece"})
"""What a new workspace gives anew."""

TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.text("=+-@'\"\t\r\n;,|\\ aé😀\x00\x07\u0085", max_size=12),
    st.sampled_from(["=HYPERLINK(1)", "'", "''", "_x0041_", "#N/A", "2027-03-11", "TRUE", "⟦x⟧", "1e5", "\ufeffx"]),
)
NAMES = TEXTS.map(lambda text: " ".join("".join(c for c in text if c.isprintable()).split())).filter(bool)
NAMED = st.lists(NAMES, min_size=1, max_size=3, unique_by=lambda name: name.casefold())
PIECE = st.fixed_dictionaries(
    {"title": NAMES, "brief": TEXTS, "angle": TEXTS, "draft": TEXTS, "url": TEXTS},
    optional={
        "kind": st.sampled_from(["aspirational", "practical"]),
        "planned": st.dates(date(2000, 1, 1), date(2090, 1, 1)),
        "published_on": st.dates(date(1900, 3, 1), date(2090, 1, 1)),
        "time": st.sampled_from(["00:00", "14:30", "23:59"]),
        "evergreen": st.booleans(),
        "tag": st.sampled_from(["proposed", "agreed", "disputed"]),
        "status": st.sampled_from(["Idea", "In review", "Published", "On hold"]),
    },
)


@contextmanager
def copied(template: Path) -> Iterator[Workspace]:
    with TemporaryDirectory() as folder:
        workspace = open_workspace(Path(shutil.copyfile(template, Path(folder) / "plan.editorial")), author="Ada")
        try:
            yield workspace
        finally:
            workspace.close()


def carried(workspace: Workspace, ending: str, into: Workspace) -> Any:
    path = workspace.path.with_name(f"pieces{ending}")
    write_records(DraftKind.PIECES, piece_records(workspace), path)
    return preview(into, drafts_of(into, path), TODAY)


def fill(workspace: Workspace, written: list[dict[str, Any]], segments: list[str], authors: list[str]) -> None:
    known = [lists.add(workspace, "segment", name) for name in segments if not _taken(workspace, name)]
    people = [a_person(workspace, name) for name in authors]
    for place, fields in enumerate(written):
        some = place % 2 == 0
        a_piece(workspace, segment_ids=tuple(known) if some else (), author_ids=tuple(people) if some else (), **fields)


def _taken(workspace: Workspace, name: str) -> bool:
    folded = {" ".join(one.name.split()).casefold() for one in lists.read_lists(workspace).segments.values()}
    return " ".join(name.split()).casefold() in folded


@pytest.mark.parametrize("ending", ENDINGS)
@FEW
@given(written=st.lists(PIECE, min_size=1, max_size=3), segments=NAMED, authors=NAMED)
def test_pieces_come_back_unchanged(
    workspace_template: Path, ending: str, written: list[dict[str, Any]], segments: list[str], authors: list[str]
) -> None:
    with copied(workspace_template) as workspace:
        fill(workspace, written, segments, authors)
        found = carried(workspace, ending, workspace)
        assert (found.new, found.changed, found.refused, found.questions) == ((), (), (), ())


@pytest.mark.parametrize("ending", ENDINGS)
@FEW
@given(written=st.lists(PIECE, min_size=1, max_size=3), segments=NAMED, authors=NAMED)
def test_a_new_workspace_gets_the_same_pieces(
    workspace_template: Path, ending: str, written: list[dict[str, Any]], segments: list[str], authors: list[str]
) -> None:
    with copied(workspace_template) as workspace, copied(workspace_template) as other:
        fill(workspace, written, segments, authors)
        assert apply(other, carried(workspace, ending, other)).applied
        again = carried(workspace, ending, other)
        assert (again.new, again.changed, again.refused) == ((), (), ())


def plain(workspace: Workspace) -> list[dict[str, Any]]:
    return [{name: value for name, value in values.items() if name not in OWN} for values in piece_records(workspace)]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_field_arrives_in_a_new_workspace(workspace_template: Path, ending: str) -> None:
    with copied(workspace_template) as workspace, copied(workspace_template) as other:
        first = a_piece(workspace, "Whole", **_everything(workspace))
        a_piece(workspace, "Part", made_from_id=first)
        assert apply(other, carried(workspace, ending, other)).applied
        assert plain(other) == plain(workspace)
        whole, part = piece_records(other)
        assert part["made_from"] == whole["id"]


def _everything(workspace: Workspace) -> dict[str, Any]:
    known = lists.read_lists(workspace)
    stages = list(known.stages)
    return {
        "angle": "-5 % and more", "kind": "practical", "stage": "Interest", "further_stage_ids": (stages[0], stages[4]),
        "segment_ids": (a_segment(workspace, "Banks, insurers"), a_segment(workspace, "R;D")),
        "interest_id": an_interest(workspace, "Risk, compliance"),
        "further_interest_ids": (an_interest(workspace, "Talent"),),
        "format_id": next(iter(known.formats)), "channel_id": next(iter(known.channels)),
        "campaign_id": lists.add(workspace, "campaign", "Spring; again"), "status": "Published",
        "planned": date(2027, 3, 1), "precision": "month", "time": "09:05", "published_on": date(2027, 3, 11),
        "author_ids": (a_person(workspace, "Scott Gottlieb, M.D."),), "owner_id": a_person(workspace, "Bob"),
        "origin": "=talk", "lead": "issue-led", "timely": True, "exclusive_until": date(2027, 4, 1),
        "exclusive_because": "first", "evergreen": True, "review_date": date(2028, 1, 1), "stale_on": date(2029, 1, 1),
        "insight_belief": "a", "insight_wrong": "b", "insight_cost": "c", "insight_new": "d", "brief": "# One\n\n  two",
        "draft": "long " * 500, "url": "https://example.com/a", "tag": "disputed", "tag_reason": "'tis",
        "audit": "keep", "notes": "+1",
    }  # fmt: skip


def test_a_text_too_long_for_a_sheet_is_left_out_and_changes_nothing(workspace: Workspace) -> None:
    a_piece(workspace, "A", draft="a" * 32_001, brief="b" * 32_000)
    found = carried(workspace, ".xlsx", workspace)
    assert (found.changed, found.unchanged) == ((), 1)


def test_links_travel_in_json(workspace_template: Path) -> None:
    with copied(workspace_template) as workspace, copied(workspace_template) as other:
        pieces.create(workspace, "A", links=(Link(title="Survey", address="https://example.com/s"),))
        assert apply(other, carried(workspace, ".json", other)).applied
        assert piece_records(other)[0]["links"] == (("Survey", "https://example.com/s"),)
        assert carried(workspace, ".json", other).unchanged == 1


def test_pieces_of_one_title_stay_two(workspace_template: Path) -> None:
    with copied(workspace_template) as workspace, copied(workspace_template) as other:
        for _time in range(2):
            a_piece(workspace, "Same", url="/same")
        assert apply(other, carried(workspace, ".csv", other)).applied
        assert len(piece_records(other)) == 2


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".json"])
def test_people_come_back_unchanged_and_whole(workspace_template: Path, ending: str) -> None:
    with copied(workspace_template) as workspace, copied(workspace_template) as other:
        for name in ("Scott Gottlieb, M.D.", "Twin", "Twin"):
            lists.add(
                workspace, "person", name, roles=("SME", "speaker"), interviews_a_month=3, hours_a_quarter=8,
                segment_ids=tuple(lists.read_lists(workspace).segments) or (a_segment(workspace, "A, B"),),
                readiness="invited", notes="=1",
            )  # fmt: skip
        path = workspace.path.with_name(f"people{ending}")
        write_records(DraftKind.PEOPLE, person_records(workspace), path)
        same = preview(workspace, drafts_of(workspace, path, DraftKind.PEOPLE), TODAY)
        assert (same.new, same.changed, same.unchanged, same.questions) == ((), (), 3, ())
        assert apply(other, preview(other, drafts_of(other, path, DraftKind.PEOPLE), TODAY)).applied
        before, after = person_records(workspace), person_records(other)
        assert [{**one, "id": "", "outside_id": ""} for one in after] == [{**one, "id": ""} for one in before]
