from datetime import date

from editorial.domain.period import Period, quarter_of
from editorial.services.checking import file_problems, findings
from editorial.services.lists import read_lists
from editorial.services.pieces import edit
from editorial.services.sample import make_sample
from editorial.services.workspaces import Workspace
from tests.builders import a_piece
from tests.importing import TODAY

QUARTER = Period("FY2026 Q4", date(2026, 10, 1), date(2026, 12, 31))


def rules(workspace: Workspace) -> set[str]:
    period = quarter_of(TODAY, read_lists(workspace).settings)
    return {finding.rule for finding in findings(workspace, period)}


def test_a_new_workspace_is_whole_and_breaks_no_rule(workspace: Workspace) -> None:
    assert file_problems(workspace) == []
    assert rules(workspace) == set()


def test_the_sample_breaks_the_rules_it_is_made_to_break(workspace: Workspace) -> None:
    make_sample(workspace, TODAY)
    assert {"mix", "empty", "thin", "overdue", "repeat", "untagged"} <= rules(workspace)


def test_an_untagged_piece_is_named_with_what_it_lacks(workspace: Workspace) -> None:
    piece = a_piece(workspace, "Loose", planned=TODAY, kind="practical", stage="Interest")
    (found,) = [one for one in findings(workspace, QUARTER) if one.rule == "untagged"]
    assert found.text == "“Loose” has no segments, interest."
    assert found.piece is not None
    edit(workspace, piece, planned=None)
    assert rules(workspace) == set()


def test_a_missing_trigger_is_found(workspace: Workspace) -> None:
    with workspace.engine.connect() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_piece_update")
        connection.commit()
    assert len(file_problems(workspace)) == 1
