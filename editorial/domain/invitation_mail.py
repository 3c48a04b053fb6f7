"""The mail that an invitation to an interview goes out with, or its cancellation."""

from collections.abc import Sequence

from editorial.domain.interview_words import when_words
from editorial.domain.mail_texts import Mail
from editorial.domain.planning_records import Interview
from editorial.domain.records import Settings
from editorial.domain.vocabulary import InterviewStatus
from editorial.language import _


def invitation_mail(
    interview: Interview, settings: Settings, to: Sequence[str], *, file: str, sender: str = ""
) -> Mail:
    """Return the mail for these addresses; `file` is the name of what is to be attached, which the text says."""
    name, when = interview.name, when_words(interview, settings)
    if interview.status is InterviewStatus.CANCELLED:
        subject = _("Cancelled: interview “{name}”").format(name=name)
        parts = [
            _("our interview “{name}” on {when} does not take place.").format(name=name, when=when),
            _("Attached: {file}. Open it, and your calendar lets go of the appointment.").format(file=file),
        ]
    else:
        subject = _("Interview “{name}”").format(name=name)
        parts = [
            _("we would like to talk with you about “{name}”.").format(name=name),
            "\n".join(line for line in (_("When: {when}").format(when=when), _where(interview)) if line),
            _("Attached: {file}. Open it to put it into your calendar and to answer.").format(file=file),
        ]
    signed = _("Best wishes") + (f"\n{sender}" if sender else "")
    return Mail(",".join(to), subject, "\n\n".join((_("Hello,"), *parts, signed)))


def _where(interview: Interview) -> str:
    return _("Where: {place}").format(place=interview.place) if interview.place else ""
