from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from editorial.domain.history import RowChange
from editorial.errors import RuleBroken
from editorial.services import history
from editorial.services.workspaces import Workspace, open_workspace
from tests.builders import a_piece, a_segment, value


def run(workspace: Workspace, label: str, sql: str) -> None:
    with workspace.change(label) as session:
        session.connection().execute(text(sql))


def title(workspace: Workspace) -> str:
    return str(value(workspace, "SELECT title FROM piece"))


@pytest.fixture
def other(workspace: Workspace) -> Workspace:
    """Open the same file as somebody else."""
    opened = open_workspace(workspace.path, author="Ben")
    workspace.when_closing.append(opened.close)
    return opened


def test_undo_takes_back_the_newest_change_and_says_which(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    run(workspace, "Rename", "UPDATE piece SET title = 'Heat pumps'")
    assert history.undo(workspace) == "Rename"
    assert title(workspace) == "Pumps"


def test_redo_makes_it_again(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    run(workspace, "Rename", "UPDATE piece SET title = 'Heat pumps'")
    history.undo(workspace)
    assert history.next_redo(workspace) == "Rename"
    assert history.redo(workspace) == "Rename"
    assert title(workspace) == "Heat pumps"


def test_undo_goes_all_the_way_and_back(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    for words in "abc":
        run(workspace, words, f"UPDATE piece SET title = '{words}'")
    assert [history.undo(workspace) for _step in range(3)] == ["c", "b", "a"]
    assert title(workspace) == "Pumps"
    assert [history.redo(workspace) for _step in range(3)] == ["a", "b", "c"]


def test_redo_is_gone_after_a_new_edit(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    history.undo(workspace)
    a_piece(workspace, "Boilers")
    assert history.next_redo(workspace) is None
    with pytest.raises(RuleBroken, match="nothing to redo"):
        history.redo(workspace)


def test_nothing_left_to_undo(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="nothing left to undo"):
        history.undo(workspace)


def test_undo_works_after_a_restart(workspace_path: Path) -> None:
    first = open_workspace(workspace_path, author="Ada")
    a_piece(first, "Pumps")
    first.close()
    second = open_workspace(workspace_path, author="Ada")
    assert history.undo(second) == "Add “Pumps”"
    second.close()


def test_undo_reaches_into_another_window_of_the_same_person(workspace: Workspace) -> None:
    window = open_workspace(workspace.path, author="Ada")
    a_piece(window, "Pumps")
    assert history.undo(workspace) == "Add “Pumps”"
    window.close()


def test_undo_leaves_the_changes_of_others(workspace: Workspace, other: Workspace) -> None:
    a_piece(other, "Theirs")
    assert history.next_undo(workspace) is None


def test_undo_is_refused_where_another_changed_the_same_since(workspace: Workspace, other: Workspace) -> None:
    a_piece(workspace, "Pumps")
    run(other, "Rename", "UPDATE piece SET title = 'Boilers'")
    with pytest.raises(RuleBroken, match="Ben has changed the same since: “Rename”"):
        history.undo(workspace)
    assert title(workspace) == "Boilers"


def test_links_that_another_added_count_as_the_same_record(workspace: Workspace, other: Workspace) -> None:
    a_segment(other)
    a_piece(workspace)
    run(other, "Tag", "INSERT INTO piece_segment(piece_id, segment_id) VALUES (1, 1)")
    with pytest.raises(RuleBroken, match="Ben has changed the same since"):
        history.undo(workspace)


def test_what_another_took_back_again_is_no_hindrance(workspace: Workspace, other: Workspace) -> None:
    a_piece(workspace, "Pumps")
    run(other, "Rename", "UPDATE piece SET title = 'Boilers'")
    history.undo(other)
    assert history.undo(workspace) == "Add “Pumps”"


def test_undo_is_refused_while_something_else_uses_it(workspace: Workspace, other: Workspace) -> None:
    segment = a_segment(workspace)
    a_piece(other, segment_ids=(segment,))
    with pytest.raises(RuleBroken, match="Something else still uses this"):
        history.undo(workspace)


def test_undo_across_a_migration_is_refused(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    workspace.revision = "9999"
    with pytest.raises(RuleBroken, match="before the workspace was brought to a newer version"):
        history.undo(workspace)


def test_names_that_were_swapped_swap_back(workspace: Workspace) -> None:
    a_segment(workspace, "One")
    a_segment(workspace, "Two")
    swap = "UPDATE segment SET name = CASE id WHEN 1 THEN '~' ELSE 'One' END WHERE id = {id}"
    with workspace.change("Swap") as session:
        for statement in (swap.format(id=1), swap.format(id=2), "UPDATE segment SET name = 'Two' WHERE id = 1"):
            session.connection().execute(text(statement))
    history.undo(workspace)
    assert value(workspace, "SELECT group_concat(name) FROM (SELECT name FROM segment ORDER BY id)") == "One,Two"


def test_name_taken_over_from_a_deleted_one_goes_back(workspace: Workspace) -> None:
    a_segment(workspace, "One")
    a_segment(workspace, "Two")
    with workspace.change("Take over") as session:
        session.connection().execute(text("DELETE FROM segment WHERE id = 1"))
        session.connection().execute(text("UPDATE segment SET name = 'One' WHERE id = 2"))
    history.undo(workspace)
    assert value(workspace, "SELECT group_concat(name) FROM (SELECT name FROM segment ORDER BY id)") == "One,Two"


def test_undo_of_links_raises_the_version(workspace: Workspace) -> None:
    a_segment(workspace)
    a_piece(workspace)
    run(workspace, "Tag", "INSERT INTO piece_segment(piece_id, segment_id) VALUES (1, 1)")
    history.undo(workspace)
    assert value(workspace, "SELECT version FROM piece") == 3


def test_back_to_is_one_change_that_can_be_undone(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    [first] = history.changes(workspace)
    run(workspace, "One", "UPDATE piece SET title = 'x'")
    run(workspace, "Two", "UPDATE piece SET brief = 'y'")
    history.back_to(workspace, first.id)
    assert title(workspace) == "Pumps"
    assert history.undo(workspace) == "Back to “Add “Pumps””"
    assert (title(workspace), value(workspace, "SELECT brief FROM piece")) == ("x", "y")


def test_changes_are_listed_newest_first(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    a_piece(workspace, "Boilers", segment_ids=(a_segment(workspace),))
    lines = history.changes(workspace)
    assert [line.label for line in lines] == ["Add “Boilers”", "Add segment Founders", "Add “Pumps”"]
    assert [line.rows for line in lines] == [2, 1, 1]
    assert lines[0].author == "Ada"


def test_changes_are_found_by_their_words(workspace: Workspace) -> None:
    a_piece(workspace, "Ärger mit Pumpen")
    a_piece(workspace, "Boilers")
    assert [line.label for line in history.changes(workspace, words="pumpen arger")] == ["Add “Ärger mit Pumpen”"]


def test_changes_are_found_by_who_made_them(workspace: Workspace, other: Workspace) -> None:
    a_piece(workspace, "Mine")
    a_piece(other, "Theirs")
    assert [line.label for line in history.changes(workspace, author="Ben")] == ["Add “Theirs”"]
    assert history.authors(workspace) == ["Ada", "Ben"]


def test_changes_go_on_before_the_last_one_shown(workspace: Workspace) -> None:
    for name in "abc":
        a_segment(workspace, name)
    first = history.changes(workspace, limit=2)
    rest = history.changes(workspace, before=first[-1].id)
    assert [line.label for line in rest] == ["Add segment a"]


def test_history_of_a_piece_has_its_own_changes_alone(workspace: Workspace) -> None:
    a_segment(workspace)
    piece = a_piece(workspace, "Pumps")
    a_piece(workspace, "Boilers")
    run(workspace, "Tag", "INSERT INTO piece_segment(piece_id, segment_id) VALUES (1, 1)")
    assert [line.label for line in history.piece_history(workspace, piece)] == ["Tag", "Add “Pumps”"]


def test_undone_changes_are_marked(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    history.undo(workspace)
    assert [(line.label, line.undone) for line in history.changes(workspace)] == [
        ("Undo: Add “Pumps”", False),
        ("Add “Pumps”", True),
    ]


def newest(workspace: Workspace) -> list[tuple[str, str, str]]:
    [line] = history.changes(workspace, limit=1)
    return [(row.field, row.before, row.after) for row in history.details(workspace, line.id)]


def test_details_say_fields_and_values_in_words(workspace: Workspace) -> None:
    a_piece(workspace, stage="Interest", planned=date(2027, 3, 4))
    run(
        workspace, "Edit", "UPDATE piece SET stage_id = 1, planned = '2027-03-11', evergreen = 1, version = version + 1"
    )
    assert newest(workspace) == [
        ("Stage", "Interest", "Epiphany"),
        ("Planned date", "4 March 2027", "11 March 2027"),
        ("Evergreen", "no", "yes"),
    ]


def test_details_tell_links_as_what_went_and_what_came(workspace: Workspace) -> None:
    one, two = a_segment(workspace, "One"), a_segment(workspace, "Two")
    a_piece(workspace, segment_ids=(one,))
    run(workspace, "Retag", f"UPDATE piece_segment SET segment_id = {two}")
    assert newest(workspace) == [("Segments", "One", "Two")]


def test_details_name_what_is_gone(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    run(workspace, "Delete", "DELETE FROM piece")
    [line] = history.changes(workspace, limit=1)
    assert history.details(workspace, line.id) == [RowChange("piece", 1, "Pumps", "delete", "", "Pumps", "")]


def test_details_of_one_piece_leave_out_the_others(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    two = a_piece(workspace, "Boilers")
    run(workspace, "Edit", "UPDATE piece SET timely = 1")
    [line] = history.changes(workspace, limit=1)
    assert [row.title for row in history.details(workspace, line.id, two)] == ["Boilers"]
