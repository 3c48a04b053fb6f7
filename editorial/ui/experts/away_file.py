"""Days away from a calendar file: looked at first, brought in as one change."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.away import AwayDrafts, AwayPreview
from editorial.domain.records import Person
from editorial.domain.spoken import spoken_day
from editorial.exchange.ics_away import read_away
from editorial.language import _, ngettext
from editorial.services import import_away
from editorial.services.import_dates import usual_range
from editorial.services.workspaces import Workspace
from editorial.ui.desk import Desk

TOLD = 4
"""So many refused lines and stretches are told one by one."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a file would bring for a person."""

    person: Person
    path: Path
    drafts: AwayDrafts
    preview: AwayPreview

    @property
    def brings(self) -> int:
        return len(self.preview.new) + len(self.preview.changed)


class AwayFile(QWidget):
    """Asks for a calendar file, says what it would bring, and brings it."""

    told = Signal(QWidget)
    """Something was said here."""
    left = Signal()
    """The keyboard was here, and is free to go on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person: Person | None = None
        self._found: Found | None = None
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.bring = QPushButton(_("Bring in"))
        self.bring.setObjectName("primary")
        self.cancel = QPushButton(_("Cancel"))
        self.bring.clicked.connect(self._bring)
        self.cancel.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.addWidget(self.bring)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self.text)
        column.addLayout(row)
        self.hide()

    def show_person(self, person: Person) -> None:
        """Be about this person; what was proposed for another goes."""
        if self._person is not None and self._person.id != person.id:
            self.leave()
        self._person = person

    def leave(self) -> None:
        """Propose nothing."""
        self._found = None
        focused = self.window().focusWidget() in (self.bring, self.cancel)
        self.hide()
        if focused:
            self.left.emit()

    def choose(self) -> None:
        """Ask for a file and look at it."""
        person, workspace = self._person, self._desk.workspace
        if person is None or workspace is None:
            return
        path = self._desk.prompts.open_file("away", _("Days away"), _("Calendars (*.ics)"))
        if path is not None:
            today = self._desk.today
            self._desk.background.run(
                "days away", lambda _report: _look(workspace, person, path, today), self._propose, self._desk.tell
            )

    def _propose(self, found: Found) -> None:
        if self._person is None or found.person.id != self._person.id:
            return
        self._found = found
        self.text.setText(found_words(found))
        self.bring.setVisible(found.brings > 0)
        self.cancel.setText(_("Cancel") if found.brings else _("Close"))
        self.show()
        self.told.emit(self)
        (self.bring if found.brings else self.cancel).setFocus()

    def _bring(self) -> None:
        found = self._found
        if found is None:
            return
        person, drafts, name = found.person.id, found.drafts, found.path.name
        if self._desk.did(lambda w: import_away.apply(w, person, drafts, name, skip_bad=True)):
            n = found.brings
            said = ngettext(
                "{n} stretch of days away of {name} came in.", "{n} stretches of days away of {name} came in.", n
            )
            self._desk.say(said.format(n=n, name=found.person.name), _("Undo"), self._desk.undo)
            self.leave()


def _look(workspace: Workspace, person: Person, path: Path, today: date) -> Found:
    first, last = usual_range(today)
    zone, hours = import_away.clock_of(workspace, person)
    drafts = read_away(path, first, last, zone, hours)
    return Found(person, path, drafts, import_away.preview(workspace, person.id, drafts))


def found_words(found: Found) -> str:
    """Return what a file would bring, and what of it cannot be taken."""
    preview = found.preview
    n, longer, same = len(preview.new), len(preview.changed), preview.unchanged
    head = _("{file}: {new}, {longer}, {same}.").format(
        file=found.path.name,
        new=ngettext("{n} new stretch of days", "{n} new stretches of days", n).format(n=n),
        longer=ngettext("{n} made longer", "{n} made longer", longer).format(n=longer),
        same=ngettext("{n} known already", "{n} known already", same).format(n=same),
    )
    lines = [head]
    lines += [" · ".join(filter(None, (_stretch(one.first, one.last), one.reason))) for one in preview.new[:TOLD]]
    if n > TOLD:
        lines.append(ngettext("and {n} more", "and {n} more", n - TOLD).format(n=n - TOLD))
    if refused := len(preview.refused):
        lines.append(ngettext("{n} event is left out:", "{n} events are left out:", refused).format(n=refused))
        lines += [_("line {n}: {reason}").format(n=one.line, reason=one.reason) for one in preview.refused[:TOLD]]
    return "\n".join([*lines, *preview.notes])


def _stretch(first: date, last: date) -> str:
    if first == last:
        return spoken_day(first)
    return _("{first} to {last}").format(first=spoken_day(first), last=spoken_day(last))
