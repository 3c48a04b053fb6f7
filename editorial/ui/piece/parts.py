"""How the fields of a piece are grouped where it is edited."""

from dataclasses import dataclass

from editorial.domain.fields import BY_NAME, Field, FieldType
from editorial.domain.records import Piece
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import FieldEditor
from editorial.ui.fields.making import make_editor
from editorial.ui.piece.evidence import EvidenceEditor
from editorial.ui.piece.quality import QualityEditor
from editorial.ui.piece.sales_uses import SalesUsesEditor
from editorial.ui.piece.stage_tag import TagEditor


@dataclass(frozen=True, slots=True)
class Group:
    """Some fields under a heading; those that few pieces need are folded until they say something."""

    word: str
    heading: str
    names: tuple[str, ...]
    folds: bool = True

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(BY_NAME[name] for name in self.names)


OWN_EDITORS: dict[str, type[FieldEditor]] = {
    "evidence": EvidenceEditor,
    "quality": QualityEditor,
    "sales_uses": SalesUsesEditor,
    "tag": TagEditor,
}


def groups() -> tuple[Group, ...]:
    """Return the groups in the order of the panel, after the title."""
    return (
        Group(
            "plan",
            "",
            (
                "kind",
                "stage",
                "segments",
                "interest",
                "format",
                "channel",
                "status",
                "date",
                "time",
                "owner",
                "evidence",
            ),
            folds=False,
        ),
        Group(
            "what", _("More about it"), ("angle", "campaign", "precision", "published_on", "lead", "timely", "quality")
        ),
        Group("people", _("People"), ("authors", "origin", "given_by")),
        Group("further", _("Further tags"), ("further_stages", "further_interests", "tag", "tag_reason")),
        Group("insight", _("Insight"), ("insight_belief", "insight_wrong", "insight_cost", "insight_new")),
        Group("next", _("Aspirational brief"), ("change_level", "catalyst", "not_obvious", "marker")),
        Group("now", _("Practical brief"), ("trend", "meaning", "reaction", "trigger_date")),
        Group("ready", _("Before it is ready"), ("is_relevant", "is_timely", "is_useful", "sales_tone", "sales_uses")),
        Group("parking", _("Parked"), ("parked_until", "parked_because")),
        Group(
            "life",
            _("Exclusive and evergreen"),
            ("exclusive_until", "exclusive_because", "evergreen", "review_date", "stale_on", "audit"),
        ),
        Group("links", _("Links and chain"), ("url", "links", "made_from", "companion", "next_piece", "outside_id")),
        Group("notes", _("Notes"), ("notes",)),
    )


STACKED = frozenset({FieldType.LONG_TEXT, FieldType.LINKS})
"""Fields whose editor stands below its label, over the whole width."""


def said(group: Group, piece: Piece) -> int:
    """Count the fields of a group that say something."""
    plain = (None, "", (), False)
    usual = {"precision": "day", "tag": "proposed"}
    return sum(
        1 for field in group.fields if field.value(piece) not in plain and field.value(piece) != usual.get(field.name)
    )


def editor_of(field: Field, desk: Desk) -> FieldEditor:
    """Return a new editor of a field: one of its own, or the one of its type."""
    own = OWN_EDITORS.get(field.name)
    return own(field, desk) if own is not None else make_editor(field, desk)
