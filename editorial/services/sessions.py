"""Planning sessions: ideas captured while the gaps are on the screen, with who gave them."""

from dataclasses import dataclass
from datetime import date

from editorial.domain.period import quarter_of
from editorial.domain.records import Piece
from editorial.domain.vocabulary import Phase
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.labels import shortened
from editorial.store import list_edits
from editorial.store import pieces as stored
from editorial.store.lists import name_of, read_lists, read_settings
from editorial.store.sessions import captured_ids
from editorial.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Captured:
    """An idea of a session."""

    piece: Piece
    given_by: str


def start(workspace: Workspace, today: date) -> int:
    """Begin a session for the quarter of a day, and return it."""
    with workspace.read() as connection:
        quarter = quarter_of(today, read_settings(connection))
    name = _("Planning {period}").format(period=quarter.name)
    with workspace.change(_("Begin a planning session")) as session:
        return list_edits.insert_entry(session.connection(), "planning_session", {"name": name, "day": today})


def captured(workspace: Workspace, session_id: int) -> list[Captured]:
    """Return the ideas of a session, the newest first."""
    with workspace.read() as connection:
        people = read_lists(connection).people
        pieces = stored.read_pieces(connection, captured_ids(connection, session_id))
    return [Captured(piece, people.get(piece.given_by_id or 0, piece.origin)) for piece in pieces]


def capture(workspace: Workspace, session_id: int, title: str, given_by_id: int | None = None) -> int:
    """Write an idea down in a session as one change, and return it. Raises RuleBroken without a title."""
    title = " ".join(title.split())
    if not title:
        raise RuleBroken(_("A piece needs a title."))
    with workspace.change(_("Add {title}").format(title=shortened(title))) as session:
        connection = session.connection()
        if not name_of(connection, "planning_session", session_id):
            raise RuleBroken(_("This planning session is no longer there."))
        fields = {
            "title": title,
            "status_id": stored.first_status(connection, Phase.IDEA),
            "session_id": session_id,
            "given_by_id": given_by_id,
        }
        if given_by_id is not None:
            list_edits.add_link(connection, "planning_session", "person_ids", session_id, given_by_id)
        return stored.insert_piece(connection, fields, read_settings(connection))
