"""My work in words: what is asked, what is owed and when, in a few words each."""

from datetime import date
from decimal import Decimal

from editorial.domain.letters import your_parts
from editorial.domain.my_work import AskedOfMe, MyInterview, MyWork, Owed, OwedByMe
from editorial.domain.recognition import Contribution
from editorial.domain.spoken import month_name, spoken_day
from editorial.domain.vocabulary import AssignmentRole
from editorial.language import _, ngettext


def asked_words(one: AskedOfMe) -> str:
    """Return what is asked: “review a draft of 1400 words · 2 hours · by 24 March 2027”."""
    parts = [_role_words(one.assignment.role, one.draft_words)]
    if one.assignment.hours:
        parts.append(hours_words(one.assignment.hours))
    if one.due:
        parts.append(_("by {day}").format(day=spoken_day(one.due)))
    if one.assignment.wish:
        parts.append(_("you asked for {day}").format(day=spoken_day(one.assignment.wish)))
    return " · ".join(parts)


def _role_words(role: AssignmentRole, words: int) -> str:
    if role in (AssignmentRole.REVIEWER, AssignmentRole.APPROVER) and words:
        said = {
            AssignmentRole.REVIEWER: ngettext("review a draft of {n} word", "review a draft of {n} words", words),
            AssignmentRole.APPROVER: ngettext("approve a draft of {n} word", "approve a draft of {n} words", words),
        }
        return said[role].format(n=words)
    return {
        AssignmentRole.SOURCE: _("be its source"),
        AssignmentRole.AUTHOR: _("write it"),
        AssignmentRole.REVIEWER: _("review it"),
        AssignmentRole.APPROVER: _("approve it"),
        AssignmentRole.DESIGNER: _("design it"),
        AssignmentRole.SPEAKER: _("speak"),
    }[role]


def hours_words(hours: Decimal) -> str:
    """Return a number of hours in words."""
    return _("1 hour") if hours == 1 else _("{hours} hours").format(hours=f"{hours.normalize():f}")


def owed_title(one: OwedByMe) -> str:
    """Return what is owed in a line: the task, the quotes to clear, or what is to be done for the piece."""
    title = one.piece.title if one.piece else ""
    if one.kind is Owed.TASK and one.task:
        return one.task.name
    if one.kind is Owed.QUOTES:
        n = len(one.quotes)
        return ngettext("Clear {n} quote for use", "Clear {n} quotes for use", n).format(n=n)
    if one.assignment is None:
        return title
    return {
        AssignmentRole.SOURCE: _("What you know for “{title}”"),
        AssignmentRole.AUTHOR: _("Draft of “{title}”"),
        AssignmentRole.REVIEWER: _("Comments on “{title}”"),
        AssignmentRole.APPROVER: _("Your yes to “{title}”"),
        AssignmentRole.DESIGNER: _("Design of “{title}”"),
        AssignmentRole.SPEAKER: _("Your talk “{title}”"),
    }[one.assignment.role].format(title=title)


def owed_detail(one: OwedByMe) -> str:
    """Return what stands below it: the piece of a task, the interview of quotes, the length of a draft."""
    if one.kind is Owed.QUOTES:
        if one.interview is None:
            return ""
        if one.interview.day is None:
            return _("interview “{name}”").format(name=one.interview.name)
        day = spoken_day(one.interview.day)
        return _("interview “{name}” of {day}").format(name=one.interview.name, day=day)
    if one.kind is Owed.TASK:
        return one.piece.title if one.piece else ""
    if one.draft_words:
        return ngettext("draft of {n} word", "draft of {n} words", one.draft_words).format(n=one.draft_words)
    return one.assignment.note if one.assignment else ""


def due_words(due: date | None, late: int, today: date) -> str:
    """Return when something is due: “2 days late”, “due today”, a day, or nothing."""
    if late:
        return ngettext("{n} day late", "{n} days late", late).format(n=late)
    if due is None:
        return ""
    if due == today:
        return _("due today")
    return _("was due on {day}").format(day=spoken_day(due)) if due < today else spoken_day(due)


def load_words(work: MyWork) -> str:
    """Return the interviews of the month against what the person can give."""
    most, month = work.person.interviews_a_month, month_name(work.month.month.first.month)
    if most is None:
        return _("Interviews in {month}: {n}").format(month=month, n=work.month.interviews)
    return _("Interviews in {month}: {n} of {most}").format(month=month, n=work.month.interviews, most=most)


def with_words(one: MyInterview) -> str:
    """Return whom an interview is with; nothing where nobody else is named."""
    return _("with {names}").format(names=", ".join(one.others)) if one.others else ""


def came_words(one: Contribution) -> str:
    """Return what came of it in a sentence said to the person: the piece, its day where it has one, and their part."""
    part = your_parts(one.ways)
    if one.piece.day is None:
        return _("“{title}”: {parts}.").format(title=one.piece.title, parts=part)
    day = spoken_day(one.piece.day)
    return _("“{title}” came out on {day}: {parts}.").format(title=one.piece.title, day=day, parts=part)
