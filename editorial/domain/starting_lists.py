"""What a new workspace starts with: stages, statuses, everyday formats and channels; teams change all of it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from editorial.domain.people_records import QuestionTemplate
from editorial.domain.questions import usual_templates
from editorial.domain.records import BuyingStage, Channel, Format, Status
from editorial.domain.vocabulary import Kind, Length, Medium, Phase
from editorial.language import _


@dataclass(frozen=True, slots=True)
class StartingLists:
    """Lists in their order; ids and uids are given when they are stored."""

    stages: tuple[BuyingStage, ...]
    statuses: tuple[Status, ...]
    formats: tuple[Format, ...]
    channels: tuple[Channel, ...]
    templates: tuple[QuestionTemplate, ...] = ()


def starting_lists() -> StartingLists:
    """Return the lists of a new workspace, in the reader's language."""
    return StartingLists(
        stages=(_epiphany(), _awareness(), _interest(), _confidence(), _loyalty()),
        statuses=_statuses(),
        formats=_formats(),
        channels=_channels(),
        templates=tuple(replace(one, position=place) for place, one in enumerate(usual_templates())),
    )


def _epiphany() -> BuyingStage:
    return BuyingStage(
        id=0,
        uid="",
        name=_("Epiphany"),
        position=0,
        definition=_("Has no plan yet. Looks for ideas and news, and may find a reason to change."),
        question=_("What is changing, and why should it concern me?"),
        signal=_("Reads and shares what is new, asks nothing about solutions."),
        approach=_("Offer a point of view on a change that matters to them."),
        avoid=_("Do not speak of what we sell."),
        natural_kind=Kind.ASPIRATIONAL,
        floor=Decimal("0.20"),
        colour="#7B5EA7",
    )


def _awareness() -> BuyingStage:
    return BuyingStage(
        id=0,
        uid="",
        name=_("Awareness"),
        position=1,
        definition=_("Knows there is a problem and learns what it costs and who else has it."),
        question=_("How large is this problem for a firm like mine?"),
        signal=_("Comes back to the same subject and compares figures."),
        approach=_("Help them size the problem and name it in their own words."),
        avoid=_("Do not hurry towards a meeting."),
        natural_kind=Kind.ASPIRATIONAL,
        colour="#3F7CAC",
    )


def _interest() -> BuyingStage:
    return BuyingStage(
        id=0,
        uid="",
        name=_("Interest"),
        position=2,
        definition=_("Knows roughly what to do and looks at the ways of doing it."),
        question=_("What are my options, and how would each work here?"),
        signal=_("Asks how, reads guides, brings a colleague."),
        approach=_("Explain the options fairly and how to start."),
        avoid=_("Do not hide what is hard about it."),
        natural_kind=Kind.PRACTICAL,
        sales_ready=True,
        colour="#2A9D8F",
    )


def _confidence() -> BuyingStage:
    return BuyingStage(
        id=0,
        uid="",
        name=_("Confidence"),
        position=3,
        definition=_("Has a short list and wants proof from peers."),
        question=_("Who like me has done this, and how did it go?"),
        signal=_("Asks for references, prices and terms."),
        approach=_("Show what peers did, with figures and in their words."),
        avoid=_("Do not repeat what they know already."),
        natural_kind=Kind.PRACTICAL,
        sales_ready=True,
        colour="#E09F3E",
    )


def _loyalty() -> BuyingStage:
    return BuyingStage(
        id=0,
        uid="",
        name=_("Loyalty"),
        position=4,
        definition=_("Is a customer and wants more from what they have."),
        question=_("How do I get more out of this, and what comes next?"),
        signal=_("Uses it daily, asks for more, recommends it."),
        approach=_("Teach, thank, and invite them to tell their story."),
        avoid=_("Do not treat them as strangers."),
        natural_kind=Kind.PRACTICAL,
        sales_ready=True,
        colour="#C8553D",
    )


def _statuses() -> tuple[Status, ...]:
    listed = (
        (_("Idea"), Phase.IDEA, "#8D99AE"),
        (_("Approved"), Phase.PRODUCTION, "#577590"),
        (_("Briefed"), Phase.PRODUCTION, "#4D908E"),
        (_("Interviewing"), Phase.PRODUCTION, "#43AA8B"),
        (_("Drafting"), Phase.PRODUCTION, "#F9C74F"),
        (_("In review"), Phase.PRODUCTION, "#F8961E"),
        (_("Ready"), Phase.READY, "#2B9348"),
        (_("Published"), Phase.PUBLISHED, "#1D6FB8"),
        (_("On hold"), Phase.PARKED, "#9A8C98"),
        (_("Dropped"), Phase.PARKED, "#6C757D"),
    )
    return tuple(
        Status(id=0, uid="", name=name, position=at, phase=phase, colour=colour)
        for at, (name, phase, colour) in enumerate(listed)
    )


def _formats() -> tuple[Format, ...]:
    listed = (
        (_("Blog post"), Length.SHORT, Medium.TEXT, "1", 1),
        (_("Newsletter"), Length.SHORT, Medium.TEXT, "1", None),
        (_("Social post"), Length.SHORT, Medium.TEXT, "0.25", None),
        (_("Article"), Length.LONG, Medium.TEXT, "3", 2),
        (_("Infographic"), Length.SHORT, Medium.GRAPHIC, "3", None),
        (_("Podcast"), Length.LONG, Medium.AUDIO, "2", None),
        (_("Video"), Length.SHORT, Medium.VIDEO, "4", 3),
        (_("Webinar"), Length.LONG, Medium.EVENT, "5", None),
        (_("Case study"), Length.LONG, Medium.TEXT, "5", None),
        (_("Talk"), Length.LONG, Medium.EVENT, "4", 4),
        (_("White paper"), Length.LONG, Medium.TEXT, "10", 4),
        (_("Private event"), Length.LONG, Medium.CONVERSATION, "8", 4),
    )
    return tuple(
        Format(id=0, uid="", name=name, position=at, length=length, medium=medium, effort_days=Decimal(days), rung=rung)
        for at, (name, length, medium, days, rung) in enumerate(listed)
    )


def _channels() -> tuple[Channel, ...]:
    listed = (
        (_("Website"), True, "#264653"),
        (_("Newsletter"), True, "#2A9D8F"),
        (_("Podcast feed"), True, "#8AB17D"),
        (_("LinkedIn"), False, "#0A66C2"),
        (_("YouTube"), False, "#C1121F"),
        (_("Trade press"), False, "#6D597A"),
        (_("Events"), False, "#E76F51"),
    )
    return tuple(
        Channel(id=0, uid="", name=name, position=at, onsite=onsite, colour=colour)
        for at, (name, onsite, colour) in enumerate(listed)
    )
