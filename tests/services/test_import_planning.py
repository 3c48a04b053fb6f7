"""What planning needs besides pieces goes out with the whole workspace and comes back unchanged."""

import json
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from editorial.domain.drafts import DraftKind
from editorial.domain.people_records import CardSource
from editorial.domain.planning_records import SlotException
from editorial.domain.records import Away, Evidence, Step
from editorial.domain.settings_documents import settings_draft
from editorial.domain.vocabulary import BlogPlace, Clearance, EvidenceKind, InterviewStatus, PersonRole, SalesUse
from editorial.exchange.whole_documents import reader_of
from editorial.exchange.writing import dumped, json_records
from editorial.services import lists, pieces, tasks
from editorial.services.exporting import person_records, piece_records, planning_document, settings_document
from editorial.services.history import changes, undo
from editorial.services.import_documents import import_document
from editorial.services.import_results import DocumentResult
from editorial.services.workspaces import Workspace, create_workspace
from tests.builders import value
from tests.importing import TODAY

DAY = date(2027, 3, 9)


def whole(workspace: Workspace) -> Any:
    document = {
        "settings": settings_document(workspace),
        "people": json_records(DraftKind.PEOPLE, person_records(workspace)),
        "pieces": json_records(DraftKind.PIECES, piece_records(workspace)),
        "planning": planning_document(workspace),
    }
    return json.loads(dumped(document))


def bring(workspace: Workspace, document: Any, skip_bad: bool = False) -> DocumentResult:
    return import_document(
        workspace,
        settings_draft(document["settings"]),
        reader_of(document, DraftKind.PEOPLE),
        reader_of(document, DraftKind.PIECES),
        TODAY,
        planning=document["planning"],
        skip_bad=skip_bad,
    )


@pytest.fixture
def planned(workspace: Workspace) -> Workspace:
    """Give a workspace with one of everything that planning knows."""
    away = Away(first=DAY, last=DAY, reason="fair")
    works = {
        "time_zone": "Asia/Tokyo",
        "works_from": time(8),
        "works_until": time(16, 30),
        "weekdays": frozenset({0, 1}),
    }
    blog = {"blog": BlogPlace.OFFSITE, "blog_last_post": DAY, "successor_id": lists.add(workspace, "person", "Bo")}
    person = lists.add(workspace, "person", "Ada", away=(away,), **works, **blog)
    lists.update_settings(workspace, reminders={"owed": 5}, blog_policy="Say who you are.")
    first = next(iter(lists.read_lists(workspace).formats))
    lists.edit(workspace, "format", first, steps=(Step(name="Draft", offset=-5, hours=Decimal("2.5")),))
    session = lists.add(workspace, "planning_session", "Q2", day=DAY, person_ids=(person,), decisions="More proof")
    piece = pieces.create(workspace, "Pricing", format_id=first, session_id=session, quality=4, given_by_id=person)
    slot = lists.add(
        workspace,
        "slot",
        "Blog",
        first=DAY,
        time=time(9, 30),
        format_id=first,
        fallback_id=piece,
        exceptions=(SlotException(day=DAY), SlotException(day=date(2027, 3, 16), moved_to=date(2027, 3, 17))),
    )
    talk = lists.add(
        workspace,
        "interview",
        "Worries",
        day=DAY,
        status=InterviewStatus.HELD,
        person_ids=(person,),
        piece_ids=(piece,),
    )
    asked = lists.add(workspace, "question", "Who pays?", day=DAY, votes=2, due=DAY, piece_ids=(piece,))
    lists.add(workspace, "question_template", "Our closer", role=PersonRole.SALESPERSON, questions="1. How?")
    lists.add(workspace, "transcript", "talk.vtt", interview_id=talk, text="[00:00:01] Ada: Proof.")
    said = {"person_id": person, "interview_id": talk, "clearance": Clearance.CLEARED, "answered_on": DAY}
    lists.add(workspace, "quote", "Proof.", mark="00:00:01", piece_ids=(piece,), **said)
    told = {"account": "Halyard", "context": "All do", "question_id": asked}
    heard = lists.add(workspace, "field_note", "They ask for proof", day=DAY, person_id=person, piece_id=piece, **told)
    sources = (CardSource(account="Halyard", field_note_id=heard), CardSource(text="Survey", day=DAY))
    lists.add(workspace, "answer_card", "All want proof", day=DAY, expires=date(2027, 9, 9), sources=sources)
    lists.add(workspace, "tip", "Show the sums", day=DAY, situation="Late stage", proof="Won Halyard", person_id=person)
    lists.add(workspace, "request", "A launch post", day=DAY, asked_by="Sales", leaves_id=piece)
    lists.add(workspace, "relevance_review", "Q1", day=DAY, answers={"segments": True})
    lists.add(workspace, "weight_set", "Launch", weights={"gap": Decimal("2.5")})
    lists.add(workspace, "mute", "cadence", until=DAY, reason="summer")
    evidence = (
        Evidence(kind=EvidenceKind.INTERVIEW, interview_id=talk),
        Evidence(kind=EvidenceKind.FIELD_NOTE, field_note_id=heard),
    )
    uses = (SalesUse.COLD, SalesUse.TOUCH)
    pieces.edit(workspace, piece, slot_id=slot, evidence=evidence, sales_uses=uses, author_ids=(person,))
    with workspace.change("Ask") as change:
        connection = change.connection()
        connection.execute(text("UPDATE assignment SET status = 'accepted', hours = '3', comment = 'soon'"))
        connection.execute(
            text(
                "INSERT INTO task(uid, piece_id, position, name, due, pinned) "
                f"VALUES ('t1', {piece}, 0, 'Draft', '2027-03-02', 1)"
            )
        )
        connection.execute(
            text(
                "INSERT INTO stage_agreement(uid, version, marketing, sales, day, notes) "
                "VALUES ('a1', 1, 'Ada', 'Bo', '2027-01-05', '')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO agreed_stage(stage_agreement_id, position, stage_id, name, definition, question, signal, "
                "avoid, approach) "
                "SELECT 1, position, id, name, definition, question, signal, avoid, approach FROM stage"
            )
        )
    return workspace


@pytest.fixture
def other(tmp_path: Path) -> Any:
    opened = create_workspace(tmp_path / "other.editorial", author="Ada")
    yield opened
    opened.close()


def without_ids(document: Any) -> Any:
    """Return a document without the public ids that a new workspace gives anew, and what names by them."""
    told = json.dumps(document)
    for number, record in enumerate((*document["pieces"], *document["people"])):
        for name in ("id", "outside_id"):
            if record[name]:
                told = told.replace(record[name], f"id {number}")
    found = json.loads(told)
    for record in (*found["pieces"], *found["people"]):
        record["outside_id"] = ""
    return found


def test_it_comes_back_into_its_own_workspace_unchanged(planned: Workspace) -> None:
    before = len(changes(planned))
    found = bring(planned, whole(planned))
    assert (found.added, found.updated, found.refused) == (0, 0, [])
    assert len(changes(planned)) == before


def test_a_new_workspace_gives_out_what_it_was_given(planned: Workspace, other: Workspace) -> None:
    document = whole(planned)
    found = bring(other, document)
    assert (found.refused, found.applied) == ([], True)
    assert without_ids(whole(other)) == without_ids(document)


def test_what_came_from_elsewhere_goes_on_to_a_third_workspace(
    planned: Workspace, other: Workspace, tmp_path: Path
) -> None:
    bring(other, whole(planned))
    document = whole(other)
    third = create_workspace(tmp_path / "third.editorial", author="Ada")
    found = bring(third, document)
    assert (found.refused, found.applied) == ([], True)
    assert without_ids(whole(third)) == without_ids(document)
    assert bring(third, document).updated == 0
    third.close()


def test_tasks_that_were_taken_away_stay_away(planned: Workspace, other: Workspace) -> None:
    templated = next(iter(lists.read_lists(planned).formats))
    late = pieces.create(planned, "Done by hand", planned=date(2999, 3, 9), format_id=templated)
    tasks.remove(planned, tasks.of_piece(planned, late)[0].id)
    assert bring(other, whole(planned)).applied
    assert value(other, "SELECT count(*) FROM task JOIN piece p ON p.id = piece_id WHERE title = 'Done by hand'") == 0


def test_it_comes_in_as_one_change(planned: Workspace, other: Workspace) -> None:
    bring(other, whole(planned))
    undo(other)
    counted = "SELECT (SELECT count(*) FROM slot) + (SELECT count(*) FROM task) + (SELECT count(*) FROM agreed_stage)"
    assert value(other, counted) == 0


@pytest.mark.parametrize(
    ("key", "change", "column"),
    [
        ("slots", {"first": "soon"}, "slots.first"),
        ("slots", {"format": "Sculpture"}, "slots.format"),
        ("interviews", {"minutes": "long"}, "interviews.minutes"),
        ("interviews", {"status": "maybe"}, "interviews.status"),
        ("mutes", {"uid": ""}, "mutes.uid"),
        ("slots", {"last": "1999-01-01"}, "slots"),
        ("of_pieces", {"id": "nobody"}, "of_pieces.id"),
        ("of_pieces", {"tasks": "none"}, "of_pieces.tasks"),
    ],
)
def test_what_cannot_be_kept_is_refused_where_it_stands(
    planned: Workspace, key: str, change: dict[str, Any], column: str
) -> None:
    document = whole(planned)
    document["planning"][key][0] |= change
    found = bring(planned, document)
    assert [(one.line, one.column) for one in found.refused] == [(1, f"planning.{column}")]
    assert not found.applied


def test_records_of_another_shape_are_refused(workspace: Workspace) -> None:
    document = whole(workspace) | {"planning": {"slots": "many", "mutes": [3], "wishes": []}}
    found = bring(workspace, document)
    assert [one.column for one in found.refused] == ["planning.mutes", "planning.slots"]
    assert found.ignored == ["planning.wishes"]
