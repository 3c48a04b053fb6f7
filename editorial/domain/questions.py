"""Questions: which templates fit an interview, and which questions of the bank wait for an answer."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from editorial.domain.people_records import Question, QuestionTemplate
from editorial.domain.records import Entry
from editorial.domain.vocabulary import Kind, PersonRole, Phase
from editorial.language import _


class Answered(StrEnum):
    """How far the answer to a question is."""

    UNANSWERED = "unanswered"
    PLANNED = "planned"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question of the bank with what answers it, and how many field notes replied to it or asked it."""

    question: Question
    answered: Answered
    pieces: tuple[Entry, ...] = ()
    replies: int = 0


def bank(
    questions: Iterable[Question], pieces: Mapping[int, Entry], phases: Mapping[int, Phase], replies: Mapping[int, int]
) -> list[BankQuestion]:
    """Return the questions, unanswered ones first, then by votes, replies, and the oldest.

    A parked piece answers nothing; a question is answered once a piece that answers it is published.
    """
    found = []
    for question in questions:
        listed = [pieces[id_] for id_ in question.piece_ids if id_ in pieces]
        counted = tuple(one for one in listed if phases[one.status_id] is not Phase.PARKED)
        state = Answered.ANSWERED if any(one.published for one in counted) else Answered.PLANNED
        found.append(
            BankQuestion(question, state if counted else Answered.UNANSWERED, counted, replies.get(question.id, 0))
        )
    order = list(Answered)
    return sorted(
        found,
        key=lambda one: (
            order.index(one.answered), -one.question.votes, -one.replies, one.question.day, one.question.id
        ),
    )  # fmt: skip


def fitting(
    templates: Iterable[QuestionTemplate], kinds: Collection[Kind], roles: Collection[PersonRole]
) -> list[QuestionTemplate]:
    """Return the templates that fit an interview, the closest first: those made for its role, for its kind, for all."""
    found = [
        one for one in templates if (one.role is None or one.role in roles) and (one.kind is None or one.kind in kinds)
    ]
    return sorted(found, key=lambda one: (one.role is None, one.kind is None, one.position, one.id))


def usual_templates() -> tuple[QuestionTemplate, ...]:
    """Return the templates that a new workspace starts with, in the reader's language."""
    return (
        _template(
            _("Expert, looking ahead"),
            Kind.ASPIRATIONAL,
            PersonRole.SME,
            _("What do people in your field believe that you no longer do?"),
            _("Where did it go wrong first, and who noticed?"),
            _("What will be ordinary in three years that sounds odd today?"),
            _("What would you tell a peer to do on Monday?"),
        ),
        _template(
            _("Expert, what to do now"),
            Kind.PRACTICAL,
            PersonRole.SME,
            _("What changed this year, and what does it ask of people?"),
            _("What is the first step, and what does it take?"),
            _("What do most people get wrong?"),
            _("Which example shows it best, and may we name it?"),
        ),
        _template(
            _("Closer"),
            None,
            PersonRole.SALESPERSON,
            _("How did you find your last three good customers?"),
            _("What had they begun to worry about before they spoke to you?"),
            _("How do you tell early who will not buy?"),
            _("What do you send or say to stay in touch?"),
            _("What is it that makes them say yes in the end?"),
        ),
        _template(
            _("Customer"),
            None,
            PersonRole.CUSTOMER,
            _("What was going on when you first looked for help?"),
            _("Whom did you ask, and what did you read?"),
            _("What nearly stopped you?"),
            _("What do you know now that you wish you had known then?"),
        ),
        _template(
            _("Analyst"),
            None,
            PersonRole.ANALYST,
            _("What do your figures show that is not in the headlines?"),
            _("Which belief do they contradict?"),
            _("Where do you and others disagree, and why?"),
        ),
        _template(
            _("Any conversation"),
            None,
            None,
            _("What should we have asked?"),
            _("Who else should we speak to?"),
        ),
    )  # fmt: skip


def _template(name: str, kind: Kind | None, role: PersonRole | None, *questions: str) -> QuestionTemplate:
    listed = "\n".join(f"{n}. {question}" for n, question in enumerate(questions, start=1))
    return QuestionTemplate(id=0, uid="", name=name, kind=kind, role=role, questions=listed)
