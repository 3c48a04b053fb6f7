"""Every table of a workspace; one module per group of records."""

from editorial.store.tables.history import ChangeRow, journal_open, journal_row
from editorial.store.tables.lists import (
    CampaignRow,
    ChannelRow,
    DayNoteRow,
    FormatRow,
    InterestRow,
    SavedViewRow,
    SegmentRow,
    StageRow,
    StatusRow,
    TargetRow,
    WorkspaceRow,
)
from editorial.store.tables.people import PersonRow, person_interest, person_role, person_segment
from editorial.store.tables.pieces import (
    PieceLinkRow,
    PieceRow,
    assignment,
    piece_interest,
    piece_segment,
    piece_stage,
)
from editorial.store.tables.search import find_name, find_title

__all__ = [
    "CampaignRow",
    "ChangeRow",
    "ChannelRow",
    "DayNoteRow",
    "FormatRow",
    "InterestRow",
    "PersonRow",
    "PieceLinkRow",
    "PieceRow",
    "SavedViewRow",
    "SegmentRow",
    "StageRow",
    "StatusRow",
    "TargetRow",
    "WorkspaceRow",
    "assignment",
    "find_name",
    "find_title",
    "journal_open",
    "journal_row",
    "person_interest",
    "person_role",
    "person_segment",
    "piece_interest",
    "piece_segment",
    "piece_stage",
]
