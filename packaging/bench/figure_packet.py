"""The packet of one person, from the workspace of 10,000 pieces to the page on disk."""

import tempfile
from datetime import UTC, date, datetime, time
from pathlib import Path

from figure_coverage import fill

from editorial.domain.packet import packet_page
from editorial.domain.vocabulary import AssignmentRole
from editorial.exchange.packet_html import write_packet
from editorial.services import assignments, interviews, lists, pieces, quotes
from editorial.services.my_work import my_work
from editorial.services.workspaces import Workspace, create_workspace
from measuring import Figure, milliseconds

TODAY = date(2027, 3, 10)
PIECES, WISHES = 10_000, 12


def measure() -> list[Figure]:
    """Measure in a folder that is gone afterwards; the floor is gathering what is wanted of the person."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace = create_workspace(folder / "packet.editorial")
        fill(workspace, PIECES)
        person = ask(workspace)

        def write() -> None:
            work = my_work(workspace, person, TODAY)
            made = datetime(2027, 3, 10, 9, tzinfo=UTC)
            page = packet_page(work, packet_uid="p", workspace_uid="w", workspace="Bench", made=made)
            write_packet(page, folder / "packet.html")

        floor = milliseconds(lambda: my_work(workspace, person, TODAY))
        value = milliseconds(write)
        workspace.close()
    return [Figure("packet for one person at 10,000 pieces", value, "ms", floor, 100, note="floor: gathering it")]


def ask(workspace: Workspace) -> int:
    """Add a person of whom an interview, reviews and quotes are wanted, and return them."""
    person = lists.add(workspace, "person", "Elena Ruiz", interviews_a_month=3)
    talk = interviews.plan(workspace, "Robots", today=TODAY, person_ids=(person,), questions="1. Who noticed?\n" * 8)
    interviews.arrange(workspace, talk, date(2027, 3, 19), time(14))
    for number in range(WISHES):
        piece = pieces.create(workspace, f"Proof {number}", planned=date(2027, 4, 1))
        assignments.ask(workspace, piece, person, AssignmentRole.REVIEWER, today=TODAY)
        quote = quotes.take_down(workspace, f"Nobody owned it, {number} times.", person_id=person, interview_id=talk)
        quotes.ask(workspace, [quote], today=TODAY)
    return person
