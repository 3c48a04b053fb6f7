"""The fields of every list a team configures, declared once: the form and the table are made from here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from editorial.domain.records import Lists
from editorial.domain.vocabulary import Kind, Length, Medium, NoteKind, PersonRole, Phase, Readiness
from editorial.language import _


class Shape(StrEnum):
    """What a field of a list holds; its editor follows from it."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    """A decimal from 0 on."""
    WHOLE = "whole"
    """A whole number from 0 on, or none."""
    SHARE = "share"
    """0…1, shown as per cent, or none."""
    WORD = "word"
    WORDS = "words"
    ENTRY = "entry"
    ENTRIES = "entries"
    FLAG = "flag"
    COLOUR = "colour"
    DAY = "day"
    STEPS = "steps"
    """The task template of a format."""
    TIME = "time"
    PIECE = "piece"
    PIECES = "pieces"
    AWAY = "away"
    """The days on which a person is away."""
    SOURCES = "sources"
    """What an answer card rests on."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a record of a list."""

    name: str
    label: str
    shape: Shape = Shape.LINE
    words: type[StrEnum] | None = None
    kind: str = ""
    """The list its ids belong to."""
    note: str = ""
    """Stands in the empty field, or beside a tick."""
    heading: str = ""
    """Its heading in the table; empty where the table leaves it out."""
    needed: bool = False
    told_only: bool = False
    """Whether it stands in the table alone: it is given another way."""
    told: Callable[[Any], str] | None = None
    """What the table says of a record, where the value alone says too little."""
    letters: int = 0
    """How wide its column is; 0 as its shape wants."""


UNUSED = frozenset(
    {"answer_card", "day_note", "field_note", "interview", "question", "question_template", "quote", "request", "tip"}
)
"""Lists whose entries nothing else names, or nothing that people would count."""


@dataclass(frozen=True, slots=True)
class ListForm:
    """A list: its names, what it is for, and the fields of its entries."""

    kind: str
    title: str
    one: str
    icon: str
    about: str
    fields: tuple[FormField, ...]
    ordered: bool = True
    merges: bool = True

    @property
    def used(self) -> bool:
        """Whether other records name its entries."""
        return self.kind not in UNUSED

    @property
    def columns(self) -> tuple[FormField, ...]:
        """The fields that the table shows beside the name."""
        return tuple(field for field in self.fields if field.heading)

    @property
    def named(self) -> str:
        """What the name of an entry is called: “Claim” of an answer card, mostly “Name”."""
        return next((field.label for field in self.fields if field.name == "name"), _("Name"))

    @property
    def coloured(self) -> bool:
        return any(field.shape is Shape.COLOUR for field in self.fields)


def list_forms() -> Mapping[str, ListForm]:
    """Return every list in the order in which the place shows them."""
    forms = (
        _segments(), _stages(), _statuses(), _interests(), _formats(), _channels(), _campaigns(), _people(), _days(),
    )  # fmt: skip
    return {form.kind: form for form in forms}


def _name() -> FormField:
    return FormField("name", _("Name"), needed=True)


def _colour() -> FormField:
    return FormField("colour", _("Colour"), Shape.COLOUR)


def _notes() -> FormField:
    return FormField("notes", _("Notes"), Shape.TEXT)


def _owner() -> FormField:
    return FormField("owner_id", _("Owner"), Shape.ENTRY, kind="person", note=_("Nobody"), heading=_("Owner"))


def _segments() -> ListForm:
    days = _("days, or no limit")
    return ListForm("segment", _("Segments"), _("segment"), "users", _(
        "Groups of readers you write for. A larger weight makes the gaps of a segment count for more."
    ), (
        _name(),
        FormField("archetype", _("Who they are"), Shape.TEXT),
        FormField("worries", _("What worries them"), Shape.TEXT),
        FormField("why_them", _("Why them"), Shape.TEXT),
        FormField("weight", _("Weight"), Shape.NUMBER, heading=_("Weight"), needed=True),
        FormField("longest_silence", _("Longest silence, days"), Shape.WHOLE, note=days, heading=_("Longest silence")),
        _owner(),
        _colour(),
        _notes(),
    ))  # fmt: skip


def _stages() -> ListForm:
    return ListForm("stage", _("Stages"), _("stage"), "layers", _(
        "Steps of the buyer’s way, as marketing and sales have agreed on them."
    ), (
        _name(),
        FormField("definition", _("Definition"), Shape.TEXT),
        FormField("question", _("The buyer’s question"), Shape.TEXT),
        FormField("signal", _("Signal to sales"), Shape.TEXT),
        FormField("approach", _("Suggested approach"), Shape.TEXT),
        FormField("avoid", _("What not to do"), Shape.TEXT),
        FormField("natural_kind", _("Natural kind"), Shape.WORD, Kind, note=_("None"), heading=_("Natural kind")),
        FormField("sales_ready", _("Sales-ready"), Shape.FLAG, note=_("A buyer is ready for sales from here on"),
                  heading=_("Sales-ready")),
        FormField("floor", _("Floor"), Shape.SHARE, note=_("least share of the pieces, or none"), heading=_("Floor")),
        _colour(),
        _notes(),
    ))  # fmt: skip


def _statuses() -> ListForm:
    return ListForm("status", _("Statuses"), _("status"), "flag", _(
        "Where a piece stands. Rules look at the phase, never at the name: parked pieces do not count."
    ), (
        _name(),
        FormField("phase", _("Phase"), Shape.WORD, Phase, heading=_("Phase"), needed=True),
        FormField("wip_limit", _("Most at once"), Shape.WHOLE, note=_("pieces, or no limit"),
                  heading=_("Most at once")),
        FormField("gate", _("What must hold to leave it"), Shape.TEXT),
        _colour(),
    ))  # fmt: skip


def _interests() -> ListForm:
    return ListForm("interest", _("Interests"), _("interest"), "target", _(
        "Subjects your readers care about. The weights share out the calendar among them."
    ), (
        _name(),
        FormField("weight", _("Weight"), Shape.NUMBER, heading=_("Weight"), needed=True),
        FormField("longest_gap", _("Longest gap, days"), Shape.WHOLE, note=_("days, or no limit"),
                  heading=_("Longest gap")),
        FormField("retired", _("Retired"), Shape.FLAG, note=_("No longer offered, and without a share"),
                  heading=_("Retired")),
        _colour(),
        _notes(),
    ))  # fmt: skip


def _formats() -> ListForm:
    return ListForm("format", _("Formats"), _("format"), "file-text", _(
        "What a piece is made as. Length and medium are what variety is measured by."
    ), (
        _name(),
        FormField("length", _("Length"), Shape.WORD, Length, heading=_("Length"), needed=True),
        FormField("medium", _("Medium"), Shape.WORD, Medium, heading=_("Medium"), needed=True),
        FormField("effort_days", _("Effort"), Shape.NUMBER, note=_("working days, or unknown"), heading=_("Effort")),
        FormField("rung", _("Rung on the ladder"), Shape.WHOLE, note=_("1 a post … 4 a talk, or none"),
                  heading=_("Rung")),
        FormField("retired", _("Retired"), Shape.FLAG, note=_("No longer offered for new pieces"),
                  heading=_("Retired")),
        FormField("steps", _("Tasks"), Shape.STEPS),
    ))  # fmt: skip


def _channels() -> ListForm:
    return ListForm("channel", _("Channels"), _("channel"), "radio", _(
        "Where pieces appear: on your own site, or elsewhere."
    ), (
        _name(),
        FormField("onsite", _("Onsite"), Shape.FLAG, note=_("On a site of your own"), heading=_("Onsite")),
        _owner(),
        _colour(),
    ))  # fmt: skip


def _campaigns() -> ListForm:
    return ListForm("campaign", _("Campaigns"), _("campaign"), "megaphone", _(
        "Pieces that belong together, with what the business and sales want of them."
    ), (
        _name(),
        FormField("strategic_objective", _("Business objective"), Shape.TEXT),
        FormField("sales_objective", _("Sales objective"), Shape.TEXT),
        FormField("starts", _("Start"), Shape.DAY, heading=_("Start")),
        FormField("ends", _("End"), Shape.DAY, heading=_("End")),
        FormField("internal_launch", _("Internal launch"), Shape.DAY),
        FormField("external_launch", _("External launch"), Shape.DAY),
        _colour(),
        _notes(),
    ))  # fmt: skip


def _people() -> ListForm:
    return ListForm("person", _("People"), _("person"), "user", _(
        "Everybody who contributes. Two may bear the same name."
    ), (
        _name(),
        FormField("email", _("E-mail")),
        FormField("organisation", _("Organisation"), heading=_("Organisation")),
        FormField("roles", _("Roles"), Shape.WORDS, PersonRole, note=_("None"), heading=_("Roles")),
        FormField("segment_ids", _("Segments"), Shape.ENTRIES, kind="segment", note=_("None")),
        FormField("interest_ids", _("Expertise"), Shape.ENTRIES, kind="interest", note=_("None")),
        FormField("interviews_a_month", _("Interviews a month"), Shape.WHOLE, note=_("at most, or no limit")),
        FormField("hours_a_quarter", _("Hours a quarter"), Shape.WHOLE, note=_("at most, or no limit")),
        FormField("away", _("Away"), Shape.AWAY),
        FormField("readiness", _("Readiness"), Shape.WORD, Readiness, note=_("None")),
        FormField("outside_id", _("Outside id")),
        _notes(),
    ), ordered=False)  # fmt: skip


def _days() -> ListForm:
    return ListForm("day_note", _("Days"), _("day note"), "calendar-off", _(
        "Your own closed days, company events, key dates, and the theme of a month or quarter. On a closed day nobody "
        "works; public holidays come from the country of the workspace."
    ), (
        _name(),
        FormField("kind", _("Kind"), Shape.WORD, NoteKind, heading=_("Kind"), needed=True),
        FormField("first", _("First day"), Shape.DAY, heading=_("First day"), needed=True),
        FormField("last", _("Last day"), Shape.DAY, heading=_("Last day"), needed=True),
    ), ordered=False, merges=False)  # fmt: skip


_ATTRIBUTES = {
    "segment": "segments",
    "stage": "stages",
    "status": "statuses",
    "interest": "interests",
    "format": "formats",
    "channel": "channels",
    "campaign": "campaigns",
}


def records_of(lists: Lists, kind: str) -> Sequence[Any]:
    """Return the records of a list in its order; of people and their fields only the service knows."""
    if kind == "day_note":
        return lists.notes
    return tuple(getattr(lists, _ATTRIBUTES[kind]).values())
