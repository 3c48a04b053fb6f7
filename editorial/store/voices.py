"""Who is heard in a piece."""

from sqlalchemy import Connection, String, select, type_coerce, union

from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, InterviewStatus
from editorial.store.lists import TABLES

_ASSIGNMENT = TABLES["assignment"].c
_INTERVIEW = TABLES["interview"].c
_ASKED, _SERVES = TABLES["interview_person"].c, TABLES["interview_piece"].c
_QUOTE, _USED = TABLES["quote"].c, TABLES["quote_piece"].c
HEARD = (AssignmentRole.SOURCE.value, AssignmentRole.AUTHOR.value, AssignmentRole.SPEAKER.value)


def heard_in(connection: Connection, piece_id: int) -> list[int]:
    """Return who said yes to being source, author or speaker of a piece, was interviewed for it, or is quoted in it."""
    said_yes = (AssignmentStatus.ACCEPTED.value, AssignmentStatus.DELIVERED.value)
    gave = select(_ASSIGNMENT.person_id).where(
        _ASSIGNMENT.piece_id == piece_id, _ASSIGNMENT.role.in_(HEARD), _ASSIGNMENT.status.in_(said_yes)
    )
    talked = select(_ASKED.person_id).where(
        _SERVES.piece_id == piece_id,
        _SERVES.interview_id == _ASKED.interview_id,
        _ASKED.interview_id == _INTERVIEW.id,
        type_coerce(_INTERVIEW.status, String) == InterviewStatus.HELD.value,
    )
    quoted = select(_QUOTE.person_id).where(
        _USED.piece_id == piece_id, _USED.quote_id == _QUOTE.id, _QUOTE.person_id.is_not(None)
    )
    return sorted(row[0] for row in connection.execute(union(gave, talked, quoted)))
