"""Whose voices a piece holds."""

from editorial.domain.voices import Voice, voices_of
from editorial.services.workspaces import Workspace
from editorial.store.lists import read_list
from editorial.store.voices import heard_in


def voices(workspace: Workspace, piece_id: int) -> tuple[Voice, ...]:
    """Return the kinds of voices heard in a piece: by assignment, interview held, and quote."""
    with workspace.read() as connection:
        people = heard_in(connection, piece_id)
        return voices_of(read_list(connection, "person", people).values()) if people else ()
