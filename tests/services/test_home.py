"""Home: what is due today, what waits, now and next, and the week."""

from datetime import date, time

from editorial.domain.home import Home
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, InterviewStatus, NoteKind
from editorial.services import interviews, lists, mutes, tasks
from editorial.services.home import home
from editorial.services.sample import make_sample
from editorial.services.workspaces import Workspace
from tests.builders import a_piece

TODAY = date(2027, 3, 10)


def at_home(workspace: Workspace) -> Home:
    return home(workspace, TODAY)


def test_a_new_workspace_has_nothing_to_do(workspace: Workspace) -> None:
    found = at_home(workspace)
    assert not (found.late.lines)
    assert not (found.gaps.lines)
    assert not (found.waiting.lines)
    assert not (found.now)
    assert not (found.next)
    assert not (found.week)
    assert found.findings == 0


def test_a_piece_is_to_be_published_today(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps", planned=TODAY, status="Ready")
    assert [(line.title, line.word) for line in at_home(workspace).late.lines] == [("Pumps", "publish today")]


def test_a_task_is_due_today_until_it_is_done(workspace: Workspace) -> None:
    piece = a_piece(workspace, "Pumps", planned=date(2027, 4, 20), kind="practical", status="Drafting")
    task = tasks.add(workspace, piece, "Draft", due=TODAY)
    assert ("Draft", "due today") in [(line.title, line.word) for line in at_home(workspace).late.lines]
    tasks.done(workspace, task, TODAY)
    assert "Draft" not in [line.title for line in at_home(workspace).late.lines]


def test_an_interview_of_today_leads_to_itself(workspace: Workspace) -> None:
    person = lists.add(workspace, "person", "Ada Byron")
    interview = lists.add(
        workspace,
        "interview",
        "On pumps",
        day=TODAY,
        time=time(14),
        person_ids=(person,),
        status=InterviewStatus.ARRANGED,
    )
    (line,) = at_home(workspace).late.lines
    assert line.detail == "14:00 · with Ada Byron"
    assert line.remedy.show == {"id": interview}


def test_now_is_practical_and_next_aspirational(workspace: Workspace) -> None:
    for kind in ("practical", "aspirational"):
        a_piece(workspace, kind, planned=date(2027, 3, 18), kind=kind, status="Drafting")
        a_piece(workspace, f"{kind}, before", planned=date(2027, 3, 1), kind=kind, status="Published")
        a_piece(workspace, f"{kind}, parked", planned=date(2027, 3, 18), kind=kind, status="Dropped")
    found = at_home(workspace)
    assert [entry.title for entry in found.now] == ["practical"]
    assert [entry.title for entry in found.next] == ["aspirational"]


def test_whoever_has_not_answered_is_waited_for(workspace: Workspace) -> None:
    ada = lists.add(workspace, "person", "Ada Byron")
    piece = a_piece(workspace, "Pumps", planned=date(2027, 3, 18), kind="practical")
    with workspace.change("Ask") as session:
        session.connection().exec_driver_sql(
            "INSERT INTO assignment(piece_id, person_id, role) VALUES (?, ?, ?)",
            (piece, ada, AssignmentRole.SOURCE.value),
        )
    waiting = at_home(workspace).waiting.lines
    assert [(line.title, line.detail) for line in waiting] == [("Ada Byron", "source · “Pumps”")]


def test_who_declines_an_interview_ahead_is_named_with_the_reason(workspace: Workspace) -> None:
    person = lists.add(workspace, "person", "Ada Byron")
    id_ = interviews.plan(workspace, "On pumps", today=TODAY, person_ids=(person,))
    interviews.arrange(workspace, id_, TODAY, time(10))
    interviews.answer(workspace, id_, person, AssignmentStatus.DECLINED, reason="Away")
    (line,) = [line for line in at_home(workspace).waiting.lines if line.word == "said no"]
    assert (line.title, line.detail) == ("Ada Byron", "interview · “On pumps”: Away")
    assert line.remedy is not None
    assert (line.remedy.place, line.remedy.show) == ("interviews", {"id": id_})


def test_an_interview_to_arrange_is_waited_for(workspace: Workspace) -> None:
    lists.add(workspace, "interview", "On pumps")
    assert [line.word for line in at_home(workspace).waiting.lines] == ["to arrange"]


def test_the_week_has_its_pieces_and_its_events(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps", planned=date(2027, 3, 12), kind="practical", status="Drafting")
    lists.add(workspace, "day_note", "Fair", first=date(2027, 3, 11), last=date(2027, 3, 11), kind=NoteKind.EVENT)
    week = at_home(workspace).week
    assert [(day.day.day, day.names, [line.title for line in day.lines]) for day in week] == [
        (11, ("Fair",), []),
        (12, (), ["Pumps"]),
    ]


def test_what_is_muted_is_not_at_home(workspace: Workspace) -> None:
    make_sample(workspace, TODAY)
    before = at_home(workspace)
    mutes.mute(workspace, "mix", until=date(2027, 4, 1), today=TODAY)
    after = at_home(workspace)
    assert before.findings == after.findings + 1
    assert "unbalanced" not in [line.word for line in after.gaps.lines]
