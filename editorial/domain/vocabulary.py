"""The words a record may carry; stored and exported as these values."""

from enum import StrEnum


class Kind(StrEnum):
    """The two kinds of piece."""

    ASPIRATIONAL = "aspirational"
    PRACTICAL = "practical"

    @property
    def other(self) -> "Kind":
        return Kind.PRACTICAL if self is Kind.ASPIRATIONAL else Kind.ASPIRATIONAL


class Phase(StrEnum):
    """Where a status stands on the way to a reader; rules look at phases, never at names."""

    IDEA = "idea"
    PRODUCTION = "production"
    READY = "ready"
    PUBLISHED = "published"
    PARKED = "parked"


class Precision(StrEnum):
    """How exact a planned date is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


class Length(StrEnum):
    SHORT = "short"
    LONG = "long"


class Medium(StrEnum):
    TEXT = "text"
    GRAPHIC = "graphic"
    AUDIO = "audio"
    VIDEO = "video"
    EVENT = "event"
    CONVERSATION = "conversation"


class Lead(StrEnum):
    """Whether a piece starts from a reader's issue or from what the firm offers."""

    ISSUE = "issue-led"
    OFFERING = "offering-led"


class Tag(StrEnum):
    """What sales said of a piece's stage tag."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DISPUTED = "disputed"


class Audit(StrEnum):
    """The verdict on a published piece."""

    KEEP = "keep"
    UPDATE = "update"
    REPURPOSE = "repurpose"
    RETIRE = "retire"


class AssignmentRole(StrEnum):
    """What a person owes a piece; its authors are the assignments of role author."""

    SOURCE = "source"
    AUTHOR = "author"
    REVIEWER = "reviewer"
    APPROVER = "approver"
    DESIGNER = "designer"
    SPEAKER = "speaker"


class AssignmentStatus(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DELIVERED = "delivered"


class ChangeLevel(StrEnum):
    """What an aspirational piece asks the reader to see changing."""

    PERSONAL = "personal"
    ORGANISATION = "organisation"
    INDUSTRY = "industry"


class SalesTone(StrEnum):
    """How much a piece speaks for the seller's own offer."""

    NONE = "none"
    SOFT = "soft"
    DIRECT = "direct"


class SalesUse(StrEnum):
    """What a salesperson does with a piece."""

    COLD = "open a cold conversation"
    WARM = "open a warm one"
    EMAIL = "hook in an e-mail"
    TOUCH = "stay in touch"
    PERMISSION = "ask permission to discuss"


class EvidenceKind(StrEnum):
    """What an idea rests on besides its author."""

    SURVEY = "survey"
    INTERVIEW = "interview"
    FIELD_NOTE = "field note"
    FEEDBACK = "feedback"
    LINK = "link"


class InterviewStatus(StrEnum):
    TO_ARRANGE = "to arrange"
    ARRANGED = "arranged"
    HELD = "held"
    CANCELLED = "cancelled"


class RequestOutcome(StrEnum):
    """What became of a request from outside the plan."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class PersonRole(StrEnum):
    SME = "SME"
    EDITOR = "editor"
    SALESPERSON = "salesperson"
    SPEAKER = "speaker"
    ANALYST = "analyst"
    ACADEMIC = "academic"
    BLOGGER = "blogger"
    JOURNALIST = "journalist"
    CUSTOMER = "customer"


class Readiness(StrEnum):
    SPOTTED = "spotted"
    INVITED = "invited"
    CONTRIBUTING = "contributing"
    SME = "SME"


class BlogPlace(StrEnum):
    """Whose a person's blog is: on the team's own site or elsewhere."""

    ONSITE = "onsite"
    OFFSITE = "offsite"


class Clearance(StrEnum):
    """What the person quoted said of the use of a quote."""

    NOT_ASKED = "not asked"
    ASKED = "asked"
    CLEARED = "cleared"
    REFUSED = "refused"


class NoteKind(StrEnum):
    """What a day note tells; a closed day is not a working day."""

    CLOSED = "closed day"
    EVENT = "company event"
    KEY_DATE = "key date"
    THEME = "theme"


class Level(StrEnum):
    """How well a cell of the coverage matrix is filled (domain: coverage)."""

    OFF = "off"
    EMPTY = "empty"
    THIN = "thin"
    MET = "met"
    HEAVY = "heavy"
