"""Every column of a piece, declared once: lists, the panel, files and filters all read it from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from editorial.domain.records import Entry, Piece
from editorial.domain.vocabulary import (
    Audit,
    ChangeLevel,
    EvidenceKind,
    Kind,
    Lead,
    Phase,
    Precision,
    SalesTone,
    SalesUse,
    Tag,
)
from editorial.language import _


class FieldType(StrEnum):
    """What a field holds; operators, editors and sorting follow from it."""

    TEXT = "text"
    LONG_TEXT = "long text"
    WORD = "word"
    """One word of a fixed vocabulary."""
    WORDS = "words"
    """Several words of a fixed vocabulary, or records that each have one."""
    STARS = "stars"
    """A whole number from 1 to `MOST_STARS`."""
    CHOICE = "choice"
    """One entry of a list, by id."""
    CHOICES = "choices"
    """Several entries of a list, by id, in an order of their own."""
    PIECE = "piece"
    """Another piece, by id."""
    DATE = "date"
    TIME = "time"
    FLAG = "flag"
    LINKS = "links"


class Part(StrEnum):
    """The part of the piece panel a field stands in."""

    PLAN = "plan"
    TAGS = "tags"
    PEOPLE = "people"
    INSIGHT = "insight"
    NEXT = "next"
    """What an aspirational piece is about."""
    NOW = "now"
    """What a practical piece is about."""
    READY = "ready"
    TEXT = "text"
    LIFE = "life"
    MORE = "more"


Vocabulary = type[StrEnum]
MOST_STARS = 5


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a piece."""

    name: str
    """As the command line and files call it."""
    label: str
    type: FieldType
    attribute: str
    """Its name in Piece; what `pieces.edit` takes."""
    part: Part = Part.MORE
    kind: str = ""
    """The list its ids belong to."""
    words: Vocabulary | None = None
    entry: str = ""
    """Its name in Entry, where entries have it."""
    editable: bool = True

    def value(self, record: Piece | Entry) -> Any:
        """Return the raw value; of an entry only where `entry` is set. See `columns.value_of` for what is compared."""
        return getattr(record, self.attribute if isinstance(record, Piece) else self.entry)


def _plan() -> tuple[Field, ...]:
    part, day = Part.PLAN, FieldType.DATE
    return (
        Field("title", _("Title"), FieldType.TEXT, "title", part, entry="title"),
        Field("angle", _("Angle"), FieldType.LONG_TEXT, "angle", part),
        Field("date", _("Planned date"), day, "planned", part),
        Field("time", _("Time"), FieldType.TIME, "time", part, entry="time"),
        Field("precision", _("Precision"), FieldType.WORD, "precision", part, words=Precision, entry="precision"),
        Field("published_on", _("Published on"), day, "published_on", part),
        Field("publish_date", _("Date"), day, "publish_date", part, entry="day", editable=False),
        Field("status", _("Status"), FieldType.CHOICE, "status_id", part, kind="status", entry="status_id"),
        Field("phase", _("Phase"), FieldType.WORD, "status_id", part, words=Phase, entry="status_id", editable=False),
    )


def _tags() -> tuple[Field, ...]:
    part, one, many = Part.TAGS, FieldType.CHOICE, FieldType.CHOICES
    return (
        Field("kind", _("Kind"), FieldType.WORD, "kind", part, words=Kind, entry="kind"),
        Field("stage", _("Stage"), one, "stage_id", part, kind="stage", entry="stage_id"),
        Field("further_stages", _("Further stages"), many, "further_stage_ids", part, kind="stage"),
        Field("segments", _("Segments"), many, "segment_ids", part, kind="segment", entry="segment_ids"),
        Field("interest", _("Interest"), one, "interest_id", part, kind="interest", entry="interest_id"),
        Field("further_interests", _("Further interests"), many, "further_interest_ids", part, kind="interest"),
        Field("format", _("Format"), one, "format_id", part, kind="format", entry="format_id"),
        Field("channel", _("Channel"), one, "channel_id", part, kind="channel", entry="channel_id"),
        Field("campaign", _("Campaign"), one, "campaign_id", part, kind="campaign", entry="campaign_id"),
        Field("lead", _("Lead"), FieldType.WORD, "lead", part, words=Lead),
        Field("evidence", _("Evidence"), FieldType.WORDS, "evidence", part, words=EvidenceKind),
        Field("quality", _("Quality of the idea"), FieldType.STARS, "quality", part),
        Field("tag", _("Stage tag"), FieldType.WORD, "tag", part, words=Tag),
        Field("tag_reason", _("Reason for the tag"), FieldType.TEXT, "tag_reason", part),
    )


def _people() -> tuple[Field, ...]:
    part = Part.PEOPLE
    return (
        Field("owner", _("Owner"), FieldType.CHOICE, "owner_id", part, kind="person", entry="owner_id"),
        Field("authors", _("Authors"), FieldType.CHOICES, "author_ids", part, kind="person"),
        Field("origin", _("Where it came from"), FieldType.TEXT, "origin", part),
        Field("given_by", _("Given by"), FieldType.CHOICE, "given_by_id", part, kind="person"),
    )


def _insight() -> tuple[Field, ...]:
    part, long = Part.INSIGHT, FieldType.LONG_TEXT
    return (
        Field("insight_belief", _("What readers believe"), long, "insight_belief", part),
        Field("insight_wrong", _("What is wrong with it"), long, "insight_wrong", part),
        Field("insight_cost", _("What it costs them"), long, "insight_cost", part),
        Field("insight_new", _("The new way"), long, "insight_new", part),
    )


def _life() -> tuple[Field, ...]:
    part, day, flag = Part.LIFE, FieldType.DATE, FieldType.FLAG
    return (
        Field("timely", _("Timely"), flag, "timely", part, entry="timely"),
        Field("exclusive_until", _("Exclusive until"), day, "exclusive_until", part),
        Field("exclusive_because", _("Why nobody else has it"), FieldType.TEXT, "exclusive_because", part),
        Field("evergreen", _("Evergreen"), flag, "evergreen", part, entry="evergreen"),
        Field("review_date", _("Review date"), day, "review_date", part),
        Field("stale_on", _("Goes stale on"), day, "stale_on", part),
        Field("audit", _("Audit"), FieldType.WORD, "audit", part, words=Audit),
        Field("url", _("Address"), FieldType.TEXT, "url", part),
    )


def _briefs() -> tuple[Field, ...]:
    to_come, now, long = Part.NEXT, Part.NOW, FieldType.LONG_TEXT
    return (
        Field("change_level", _("Level of change"), FieldType.WORD, "change_level", to_come, words=ChangeLevel),
        Field("catalyst", _("What sets it off"), long, "catalyst", to_come),
        Field("not_obvious", _("Why it is not obvious"), long, "not_obvious", to_come),
        Field("marker", _("What the reader can measure"), FieldType.TEXT, "marker", to_come),
        Field("trend", _("Trend"), long, "trend", now),
        Field("meaning", _("What it means"), long, "meaning", now),
        Field("reaction", _("What to do"), long, "reaction", now),
        Field("trigger_date", _("Day it starts to matter"), FieldType.DATE, "trigger_date", now),
    )


def _readiness() -> tuple[Field, ...]:
    part, flag = Part.READY, FieldType.FLAG
    return (
        Field("is_relevant", _("Relevant to its readers"), flag, "is_relevant", part),
        Field("is_timely", _("Comes at the right time"), flag, "is_timely", part),
        Field("is_useful", _("Useful at its stage"), flag, "is_useful", part),
        Field("sales_tone", _("Sales tone"), FieldType.WORD, "sales_tone", part, words=SalesTone),
        Field("sales_uses", _("What sales does with it"), FieldType.WORDS, "sales_uses", part, words=SalesUse),
        Field("parked_until", _("Parked until"), FieldType.DATE, "parked_until", part),
        Field("parked_because", _("Parked because"), FieldType.TEXT, "parked_because", part),
    )


def _texts() -> tuple[Field, ...]:
    part, long = Part.TEXT, FieldType.LONG_TEXT
    return (
        Field("brief", _("Brief"), long, "brief", part),
        Field("draft", _("Draft"), long, "draft", part),
        Field("notes", _("Notes"), long, "notes", part),
    )


def _more() -> tuple[Field, ...]:
    part, other = Part.MORE, FieldType.PIECE
    return (
        Field("made_from", _("Made from"), other, "made_from_id", part),
        Field("companion", _("Companion piece"), other, "companion_id", part),
        Field("next_piece", _("Next piece for the reader"), other, "next_piece_id", part),
        Field("links", _("Links"), FieldType.LINKS, "links", part),
        Field("outside_id", _("Outside id"), FieldType.TEXT, "outside_id", part),
        Field("id", _("Id"), FieldType.TEXT, "uid", part, entry="uid", editable=False),
    )


FIELDS: tuple[Field, ...] = (
    *_plan(),
    *_tags(),
    *_people(),
    *_life(),
    *_insight(),
    *_briefs(),
    *_readiness(),
    *_texts(),
    *_more(),
)
"""Every declared column, in the order of the panel."""

BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}
BY_ATTRIBUTE: Mapping[str, Field] = {field.attribute: field for field in FIELDS if field.name != "phase"}

_FILE_ORDER = (
    "id title angle date time precision published_on kind stage further_stages segments interest further_interests "
    "format channel campaign status owner authors origin lead url timely exclusive_until exclusive_because evergreen "
    "review_date stale_on insight_belief insight_wrong insight_cost insight_new made_from companion next_piece tag "
    "tag_reason brief draft"
)
FILE_FIELDS: tuple[Field, ...] = tuple(BY_NAME[name] for name in _FILE_ORDER.split())
"""The columns that files carry, in their order."""
