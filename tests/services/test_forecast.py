"""The forecast through the service: expert, late step and readers who were asked, on a real file."""

from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy import text

from editorial.domain.coverage import CoverageCell
from editorial.domain.period import quarter_of
from editorial.domain.records import Settings
from editorial.domain.vocabulary import InterviewStatus, PersonRole
from editorial.services import lists
from editorial.services.coverage import coverage
from editorial.services.workspaces import Workspace
from tests.builders import a_piece, a_segment, named

DAY = date(2027, 2, 10)
QUARTER = quarter_of(DAY, Settings())


def in_production(workspace: Workspace, segment: int) -> int:
    expert = lists.add(workspace, "person", "Ada", roles=(PersonRole.SME,))
    return a_piece(
        workspace, planned=DAY, status="Drafting", stage="Interest", segment_ids=(segment,), author_ids=(expert,)
    )


def written(workspace: Workspace, statement: str) -> None:
    with workspace.change("Set up") as session:
        session.connection().execute(text(statement))


def cell(workspace: Workspace, segment: int) -> CoverageCell:
    found = coverage(workspace, QUARTER, today=DAY)
    return found.cells[segment, named(workspace, "stage", "Interest")]


def test_expert_who_was_only_asked_leaves_a_doubt(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    in_production(workspace, segment)
    assert cell(workspace, segment).likely == Fraction(1, 2)


def test_expert_who_accepted_makes_it_surer(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    in_production(workspace, segment)
    written(workspace, "UPDATE assignment SET status = 'accepted'")
    assert cell(workspace, segment).likely == Fraction(4, 5)


def test_late_step_takes_it_back(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    piece = in_production(workspace, segment)
    due = DAY - timedelta(days=2)
    written(
        workspace,
        "INSERT INTO task(uid, piece_id, position, name, due, pinned) "
        f"VALUES ('t', {piece}, 0, 'Draft', '{due.isoformat()}', 0)",
    )
    assert cell(workspace, segment).likely == Fraction(1, 4)


def test_need_is_known_where_a_customer_was_interviewed(workspace: Workspace) -> None:
    asked, unasked = a_segment(workspace, "Banks"), a_segment(workspace, "Insurers")
    customer = lists.add(workspace, "person", "Grace", roles=(PersonRole.CUSTOMER,), segment_ids=(asked,))
    lists.add(
        workspace,
        "interview",
        "What worries you?",
        day=DAY - timedelta(days=400),
        status=InterviewStatus.HELD,
        person_ids=(customer,),
    )
    assert (cell(workspace, asked).need_unknown, cell(workspace, unasked).need_unknown) == (False, True)


def test_interview_that_was_not_held_tells_nothing(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    customer = lists.add(workspace, "person", "Grace", roles=(PersonRole.CUSTOMER,), segment_ids=(segment,))
    lists.add(workspace, "interview", "What worries you?", day=DAY, person_ids=(customer,))
    assert cell(workspace, segment).need_unknown
