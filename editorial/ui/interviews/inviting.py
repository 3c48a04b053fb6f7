"""Saving the invitation to an interview, or its cancellation, and the mail it goes out with."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from editorial.domain.interview_words import invited_words
from editorial.domain.invitation_mail import invitation_mail
from editorial.domain.mail_texts import Mail
from editorial.domain.planning_records import Interview
from editorial.domain.vocabulary import InterviewStatus
from editorial.errors import Trouble
from editorial.language import _
from editorial.services import interviews
from editorial.services.invitations import invitation
from editorial.ui.desk import Desk
from editorial.ui.my_work.me import author_of
from editorial.ui.my_work.sending import mail_url


class Inviting:
    """Asks where the file goes, writes it, says to whom it is to be sent, and opens the mail program."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl

    def save(self, interview_id: int) -> None:
        """Save the invitation as it is now, or its cancellation."""
        from editorial.exchange.ics_writing import write_ics

        desk = self._desk
        calendar = desk.ask(lambda w: invitation(w, interview_id))
        interview = desk.ask(lambda w: interviews.read(w, interview_id))
        if calendar is None or interview is None:
            return
        called_off = interview.status is InterviewStatus.CANCELLED
        name = _("Cancellation {name}.ics") if called_off else _("Invitation {name}.ics")
        path = desk.prompts.save_file(
            "invitation", _("Save the invitation"), name.format(name=_plain(interview.name)), _("Calendars (*.ics)")
        )
        if path is None:
            return
        try:
            write_ics(calendar, path)
        except Trouble as trouble:
            desk.tell(trouble)
            return
        (saved,) = calendar.appointments
        people = {one.name: one.email for one in saved.participants}
        whom = invited_words(people, called_off=called_off, organiser=saved.organiser)
        said = _("{file} is saved. {whom}").format(file=path.name, whom=whom)
        if to := [email for email in people.values() if email]:
            desk.warn(said, _("Write to them…"), lambda: self._write(interview, to, path.name))
        else:
            desk.warn(said)

    def _write(self, interview: Interview, to: list[str], file: str) -> None:
        desk = self._desk
        sender = author_of(desk.preferences, str(desk.workspace.path)) if desk.workspace else ""
        mail = invitation_mail(interview, desk.lists.settings, to, file=file, sender=sender)
        if not self.open_url(mail_url(mail)):
            self._copy(mail)

    def _copy(self, mail: Mail) -> None:
        QGuiApplication.clipboard().setText(f"{mail.subject}\n\n{mail.body}")
        self._desk.say(_("There is no mail program to open: the text is on the clipboard."))


def _plain(name: str) -> str:
    """Return a name as a file may bear it."""
    kept = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in name)
    return " ".join(kept.split())[:60] or _("interview")
