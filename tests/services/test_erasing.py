"""Erasing a person from a real workspace file."""

from datetime import date
from pathlib import Path

import pytest

from editorial.domain.records import Away
from editorial.domain.vocabulary import AssignmentRole
from editorial.errors import RuleBroken
from editorial.services import assignments, history, interviews, lists, pieces, quotes
from editorial.services.backups import backup
from editorial.services.erasing import before_erasing, erase
from editorial.services.search import find
from editorial.services.workspaces import Workspace, open_workspace

TODAY = date(2027, 3, 9)
NAME, EMAIL = "Zerlinda Quixworth", "zerlinda@quix.example"


@pytest.fixture
def person(workspace: Workspace) -> int:
    """Add somebody who left her name everywhere."""
    away = (Away(first=TODAY, last=TODAY, reason="Operation"),)
    person = lists.add(workspace, "person", "Zerlinda Quixwort", email=EMAIL, organisation="Quix", away=away)
    lists.edit(workspace, "person", person, name=NAME)
    talk = interviews.plan(workspace, f"Talk with {NAME}", today=TODAY, person_ids=(person,))
    interviews.bring_transcript(workspace, talk, "talk.txt", f"{NAME.upper()}: Nobody owns it. Write to {EMAIL}.")
    quotes.take_down(workspace, "Nobody owns it.", person_id=person, interview_id=talk)
    piece = pieces.create(workspace, f"What {NAME} knows", brief=f"Ask {NAME} first.", author_ids=(person,))
    pieces.edit(workspace, piece, brief="Asked.")
    assignments.ask(workspace, piece, person, AssignmentRole.REVIEWER, today=TODAY)
    return person


def left_in(path: Path) -> list[str]:
    """Return which of her words any of the workspace's files still hold."""
    kept = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    return [word for word in ("Quixwort", "Zerlinda", "ZERLINDA", "zerlinda@", "Operation") if word.encode() in kept]


def test_nothing_of_her_is_left_in_the_file(workspace: Workspace, person: int) -> None:
    assert left_in(workspace.path) == ["Quixwort", "Zerlinda", "ZERLINDA", "zerlinda@", "Operation"]
    erase(workspace, person)
    workspace.close()
    assert left_in(workspace.path) == []


def test_what_she_gave_stays_under_no_name(workspace: Workspace, person: int) -> None:
    erase(workspace, person)
    (found,) = lists.read_people(workspace)
    assert (found.name, found.email, found.organisation, found.away) == ("Erased person", "", "", ())
    assert len(assignments.of_person(workspace, person)) == 2
    assert find(workspace, "Zerlinda") == []
    assert [hit.title for hit in find(workspace, "erased knows")] == ["What Erased person knows"]


def test_it_cannot_be_undone_and_no_earlier_change_brings_her_back(workspace: Workspace, person: int) -> None:
    erase(workspace, person)
    labels = [change.label for change in history.changes(workspace)]
    assert labels[0] == "Erase a person"
    assert history.next_undo(workspace) == "Ask Erased person for ‘What Erased person knows’ (reviewer)"
    while history.next_undo(workspace):
        history.undo(workspace)
    assert NAME not in str([history.details(workspace, change.id) for change in history.changes(workspace)])
    workspace.close()
    assert left_in(workspace.path) == []


def test_going_back_to_before_brings_nothing_of_her_back(workspace: Workspace, person: int) -> None:
    before = history.changes(workspace)[0].id
    erase(workspace, person)
    history.back_to(workspace, before)
    assert {one.name for one in lists.read_people(workspace)} == {"Erased person"}


def test_who_shares_a_name_in_part_keeps_it(workspace: Workspace, person: int) -> None:
    other = lists.add(workspace, "person", f"{NAME} the Younger", notes=f"Daughter of {NAME}")
    erase(workspace, person)
    found = {one.id: one for one in lists.read_people(workspace)}[other]
    assert (found.name, found.notes) == (f"{NAME} the Younger", "Daughter of Erased person")


def test_a_namesake_keeps_their_own_name(workspace: Workspace, person: int) -> None:
    others = [lists.add(workspace, "person", name, notes=f"Not {NAME}.") for name in (NAME, NAME.upper())]
    erase(workspace, person)
    people = {one.id: one for one in lists.read_people(workspace)}
    assert [people[other].name for other in others] == [NAME, NAME.upper()]
    assert {people[other].notes for other in others} == {"Not Erased person."}


def test_a_namesake_comes_back_under_their_own_name(workspace: Workspace, person: int) -> None:
    other = lists.add(workspace, "person", NAME)
    lists.edit(workspace, "person", other, organisation="Elsewhere")
    erase(workspace, person)
    lists.remove(workspace, "person", other)
    history.undo(workspace)
    assert NAME in [one.name for one in lists.read_people(workspace)]


def test_what_it_means_is_said_before(workspace: Workspace, person: int) -> None:
    kept = backup(workspace)
    said = before_erasing(workspace, person)
    assert f"{NAME} are replaced everywhere" in said.text
    assert "cannot be undone" in said.text
    assert "1 backup made before" in said.text
    assert said.backups == (kept,)


def test_it_works_while_another_window_is_open(workspace: Workspace, person: int) -> None:
    other = open_workspace(workspace.path)
    with other.read() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM piece").scalar()
        erase(workspace, person)
    assert {one.name for one in lists.read_people(other)} == {"Erased person"}
    other.close()


def test_somebody_who_is_gone_cannot_be_erased(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="no longer there"):
        erase(workspace, 99)
