"""What goes out to somebody and comes back: packets, calendar files, mails and answers."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton

from editorial.domain.mail_texts import Mail, Occasion, mail_for
from editorial.domain.my_work import MyWork
from editorial.language import _
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.my_work.me import author_of
from editorial.ui.my_work.taking_in import TakingIn, show_answers

if TYPE_CHECKING:
    from pathlib import Path

    from editorial.domain.packet_answers import GivenAnswers
    from editorial.services.workspaces import Workspace


LONGEST_LINK = 2000
"""Letters of a link to a mail, as they are written: Windows and some mail programs cut longer ones off."""


class Sending(QObject):
    """Writes files for one person, opens the mail program, and takes answers in."""

    def __init__(self, desk: Desk, parent: QObject, work: Callable[[], MyWork | None]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work = work
        self._made: dict[int, list[str]] = {}
        """The files last made for a person, by name."""
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self.button = QPushButton(_("Packet and mail"))
        self.button.clicked.connect(self.open_menu)

    def commands(self) -> list[Command]:
        """Return everything that can be sent and taken in."""
        acts: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("packet", _("Make a packet…"), "file-text", self.make_packet),
            ("my-calendar", _("Save as a calendar file…"), "calendar", self.save_calendar),
            ("my-folder", _("Keep the calendar in a folder…"), "calendar-days", self.keep_calendar),
            ("mail-ask", _("Write to them: ask…"), "external-link", lambda: self.write(Occasion.ASK)),
            ("mail-remind", _("Write to them: remind…"), "external-link", lambda: self.write(Occasion.REMIND)),
            ("mail-thank", _("Write to them: thank…"), "external-link", lambda: self.write(Occasion.THANK)),
        )
        outgoing = [Command(word, said, act, icon=sign, why_not=self._nobody) for word, said, sign, act in acts]
        return [
            *outgoing,
            Command("answers", _("Import answers…"), self.take_in, icon="import"),
            Command("answers-pasted", _("Import answers from the clipboard"), self.take_in_pasted, icon="copy"),
        ]

    def open_menu(self) -> QMenu:
        """Open the menu below its button."""
        menu = QMenu(self.button)
        for command in self.commands():
            action = menu.addAction(command.label)
            action.setEnabled(command.why_not() is None)
            action.triggered.connect(command.run)
            if command.word in ("my-folder", "mail-thank"):
                menu.addSeparator()
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
        return menu

    def _nobody(self) -> str | None:
        return None if self._work() else _("Choose a person first.")

    def make_packet(self) -> None:
        """Write a packet and its calendar, and offer the mail it goes with."""
        work = self._work()
        if work is None:
            return
        name = f"{file_name(work.person.name)}.html"
        path = self._desk.prompts.save_file("packet", _("Save a packet"), name, _("Packet (*.html)"))
        if path is None:
            return
        page = path.with_suffix(".html")
        if self._desk.did(lambda w: _write_packet(w, work, page)):
            self._made[work.person.id] = [page.name, page.with_suffix(".ics").name]
            said = _("Written: {page}, and beside it the calendar file {calendar}.")
            said = said.format(page=page.name, calendar=page.with_suffix(".ics").name)
            self._desk.say(said, _("Write to them…"), lambda: self._mail(Occasion.ASK, work))

    def save_calendar(self) -> None:
        """Write what is wanted of somebody to a calendar file."""
        from editorial.exchange.ics_writing import write_ics
        from editorial.services.invitations import wanted_calendar

        work = self._work()
        if work is None:
            return
        name, title = f"{file_name(work.person.name)}.ics", _("Save as a calendar file")
        path = self._desk.prompts.save_file("my-work", title, name, _("Calendar file (*.ics)"))
        today, person = self._desk.today, work.person.id
        if path and self._desk.did(lambda w: write_ics(wanted_calendar(w, person, today=today), path)):
            self._desk.say(_("Written: {name}").format(name=path.name))

    def keep_calendar(self) -> None:
        """Go where a folder is chosen into which their calendar is written whenever something changes."""
        from editorial.ui.onlooker.keeping import keeper_of

        if work := self._work():
            keeper_of(self._desk).suggested = work.person.id
            self._desk.place_wanted.emit("calendar", {"share": "folder"})

    def write(self, occasion: Occasion) -> None:
        """Open the user's mail program with a text for the person who is shown."""
        if work := self._work():
            self._mail(occasion, work)

    def _mail(self, occasion: Occasion, work: MyWork) -> None:
        workspace = self._desk.workspace
        sender = author_of(self._desk.preferences, str(workspace.path)) if workspace else ""
        files = self._made.get(work.person.id, []) if occasion is not Occasion.THANK else []
        mail = mail_for(occasion, work, sender=sender, files=files, fits=_fits)
        if not self.open_url(mail_url(mail)):
            QGuiApplication.clipboard().setText(f"{mail.subject}\n\n{mail.body}")
            self._desk.say(_("There is no mail program to open: the text is on the clipboard."))
        elif not mail.to:
            said = _("No e-mail address is known of {name}.").format(name=work.person.name)
            self._desk.say(said)

    def take_in(self) -> TakingIn | None:
        """Ask for a file that came back, and show what it would change."""
        from editorial.exchange.packet_answers import read_packet_answers

        kinds = _("Answers (*.json *.eml *.txt);;All files (*)")
        path = self._desk.prompts.open_file("answers", _("Import answers"), kinds)
        return self._show(lambda: read_packet_answers(path)) if path else None

    def take_in_pasted(self) -> TakingIn | None:
        """Show what a mail text on the clipboard would change."""
        from editorial.exchange.packet_answers import answers_of_text

        text = QGuiApplication.clipboard().text()
        return self._show(lambda: answers_of_text(text, _("The clipboard")))

    def _show(self, read: "Callable[[], GivenAnswers]") -> TakingIn | None:
        from editorial.services.packets import preview

        if self._desk.readonly:
            self._desk.say(_("This workspace was opened for reading only."))
            return None
        found = self._desk.ask(lambda w: preview(w, read(), today=self._desk.today))
        if found is None:
            return None
        at = QRect(self.button.mapToGlobal(QPoint(0, 0)), self.button.size())
        return show_answers(self.button, self._desk, found, at)


def _fits(mail: Mail) -> bool:
    return len(mail_url(mail).toEncoded().data()) <= LONGEST_LINK


def mail_url(mail: Mail) -> QUrl:
    """Return a mail as the link that opens a mail program on it."""
    address = QUrl()
    address.setScheme("mailto")
    address.setPath(mail.to)
    query = QUrlQuery()
    for name, text in (("subject", mail.subject), ("body", mail.body.replace("\n", "\r\n"))):
        query.addQueryItem(name, bytes(QUrl.toPercentEncoding(text).data()).decode("ascii"))
    address.setQuery(query)
    return address


def _write_packet(workspace: "Workspace", work: MyWork, path: "Path") -> None:
    from editorial.exchange.ics_writing import write_ics
    from editorial.exchange.packet_html import write_packet
    from editorial.services.invitations import wanted_calendar
    from editorial.services.packets import prepare, sent

    page = prepare(workspace, work.person.id, today=work.today, made=datetime.now(UTC))
    write_packet(page, path)
    write_ics(wanted_calendar(workspace, work.person.id, today=work.today), path.with_suffix(".ics"))
    sent(workspace, page)


def file_name(name: str) -> str:
    """Return a name as it can stand in the name of a file."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in name)[:60].strip("-")
    return kept or "person"
