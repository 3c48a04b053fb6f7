"""The third page of sharing: a folder into which the calendar is written again whenever something changes."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editorial.domain.audience import audience_word
from editorial.domain.onlooker import period_words
from editorial.domain.records import Person
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.people_options import person_options
from editorial.ui.fields.picker import Picker
from editorial.ui.folders import show_folder
from editorial.ui.labels import plain_label, say_on, side_by_side
from editorial.ui.moments import short_moment
from editorial.ui.onlooker.keeping import Keeper
from editorial.ui.onlooker.kept import Kept, Wish
from editorial.ui.onlooker.wanted import FORMS, Shared
from editorial.ui.segmented import Segmented
from editorial.ui.settings.choosing import ValueBox

VIEW, WHOLE = "view", "whole"


class FolderPage(QWidget):
    """Writes what the other pages say; it goes on with that until it is told otherwise."""

    def __init__(self, desk: Desk, keeper: Keeper, shared: Callable[[], Shared | None]) -> None:
        super().__init__()
        self._desk, self._keeper, self._shared = desk, keeper, shared
        self.about = plain_label("muted")
        self.about.setText(
            _("Written again a moment after something changes, by you or by others, while Editorial is open.")
        )
        self.folder = QLineEdit()
        self.folder.setAccessibleName(_("Folder"))
        self.choose = QPushButton(_("Choose…"))
        self.forms = {form: QCheckBox(form.upper()) for form in FORMS}
        self.days = Segmented([(VIEW, _("As shown")), (WHOLE, _("Three years"))], _("Days"))
        self.days.setToolTip(_("As shown: the days of the calendar now. Three years: last year, this one and the next"))
        self.people = ValueBox(desk.theme, _("Own calendars of people"), _("Nobody"))
        self.people.setToolTip(_("A calendar file each: their pieces, interviews, and what they are asked and owe"))
        self._chosen_people: tuple[int, ...] = ()
        self._picker: Picker | None = None
        self.start = QPushButton()
        self.stop = QPushButton(_("Stop"))
        self.now = QPushButton(_("Write now"))
        self.show_it = QPushButton(_("Show the folder"))
        self.what = plain_label("small")
        self.state = plain_label("small")
        self._arrange()
        self._connect()
        self.come_back()

    def come_back(self) -> None:
        """Show what is kept for the workspace, or nothing yet."""
        kept = self._keeper.kept()
        self.folder.setText(str(kept.folder) if kept else "")
        for form, box in self.forms.items():
            box.setChecked(form in kept.forms if kept else form == "ics")
        self.days.choose(WHOLE if kept and kept.whole else VIEW)
        uids = {uid for uid, _name in kept.people} if kept else set()
        self._show_people(tuple(one.id for one in self._everybody() if one.uid in uids))
        self.show_state()

    def take_suggestion(self) -> None:
        """Choose the own calendar of a person that somebody wants to keep, besides what is chosen."""
        person_id, self._keeper.suggested = self._keeper.suggested, None
        if person_id is not None:
            self._show_people(tuple(dict.fromkeys((*self._chosen_people, person_id))))
            if self._keeper.kept() is None:
                for box in self.forms.values():
                    box.setChecked(False)
            self.folder.setFocus()
            self.show_state()

    def show_state(self) -> None:
        """Say what is written, when it last was, or why it could not be."""
        kept = self._keeper.kept()
        for button in (self.stop, self.now, self.show_it):
            button.setVisible(kept is not None)
        self.start.setText(_("Write this instead") if kept else _("Start"))
        chosen = self._chosen()
        wanted = self._keeper.wanted(chosen) if chosen else None
        self.start.setEnabled(wanted is not None and not (kept and kept.same(wanted)))
        say_on(self.what, _what(kept) if kept else "")
        if self._keeper.trouble and kept:
            say_on(self.state, self._keeper.trouble, "bad")
        elif kept:
            when = short_moment(datetime.fromisoformat(kept.written)) if kept.written else ""
            say_on(self.state, _("Last written {when}.").format(when=when) if when else "", "good")
        else:
            say_on(self.state, self._lacking())

    def _arrange(self) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(10)
        rows.addRow(_("Folder"), side_by_side(self.folder, self.choose))
        rows.addRow(_("Calendar"), side_by_side(*self.forms.values(), None))
        rows.addRow(_("Days"), side_by_side(self.days, None))
        rows.addRow(_("People"), self.people)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.about)
        column.addLayout(rows)
        column.addLayout(side_by_side(self.start, self.stop, self.now, None))
        column.addWidget(self.what)
        column.addWidget(self.state)
        column.addLayout(side_by_side(self.show_it, None))
        column.addStretch(1)

    def _connect(self) -> None:
        self._keeper.said.connect(self.show_state)
        self.choose.clicked.connect(self._choose)
        self.folder.textChanged.connect(lambda _text: self.show_state())
        for box in self.forms.values():
            box.toggled.connect(lambda _on: self.show_state())
        self.days.changed.connect(lambda _word: self.show_state())
        self.people.wanted.connect(self.choose_people)
        self.start.clicked.connect(self._start)
        self.stop.clicked.connect(self._stop)
        self.now.clicked.connect(self._keeper.write)
        self.show_it.clicked.connect(self._show_folder)

    def choose_people(self, typed: str = "") -> Picker:
        """Open the list of people to tick."""
        picker = Picker(self.people, _("Own calendars of people"), self._desk.theme.tokens)
        options = sorted(person_options(self._everybody()), key=lambda one: one.value not in self._chosen_people)
        picker.offer(options, self._chosen_people, several=True)
        picker.picked.connect(self._pick)
        picker.closed.connect(self._closed)
        self._picker = picker
        picker.open_below(typed)
        return picker

    def _pick(self, ids: tuple[int, ...]) -> None:
        self._show_people(tuple(ids))
        if self._picker is not None:
            self._picker.tick(self._chosen_people)
        self.show_state()

    def _closed(self) -> None:
        self._picker = None

    def _show_people(self, ids: tuple[int, ...]) -> None:
        self._chosen_people = ids
        names = {option.value: option.name for option in person_options(self._everybody())}
        self.people.show_value(", ".join(names[id_] for id_ in ids if id_ in names))

    def _everybody(self) -> list[Person]:
        from editorial.services.lists import read_people

        return (self._desk.ask(read_people) if self._desk.workspace else None) or []

    def _chosen(self) -> Wish | None:
        forms = tuple(form for form, box in self.forms.items() if box.isChecked())
        typed, shared = self.folder.text().strip(), self._shared()
        people = tuple((one.uid, one.name) for one in self._everybody() if one.id in self._chosen_people)
        if not typed or shared is None or not (forms or people):
            return None
        return Wish(Path(typed).expanduser(), forms, shared, self.days.chosen == WHOLE, people)

    def _lacking(self) -> str:
        if not self.folder.text().strip():
            return _("Choose a folder, one that is shared with others for instance.")
        return "" if self._chosen() else _("Tick at least one form, or choose people.")

    def _choose(self) -> None:
        path = self._desk.prompts.open_folder("share-folder", _("Folder for the calendar"))
        if path is not None:
            self.folder.setText(str(path))
            self.show_state()

    def _start(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._keeper.start(chosen)
            self.show_state()

    def _stop(self) -> None:
        self._keeper.stop()

    def _show_folder(self) -> None:
        kept = self._keeper.kept()
        if kept is not None:
            show_folder(self._desk, kept.folder)


def _what(kept: Kept) -> str:
    files = _("Files: {files}.").format(files=", ".join(kept.names))
    if not kept.forms:
        return files
    days = _("Last year, this one and the next") if kept.whole else period_words(kept.shared.period)
    said = _("{period}, for: {audience}. {files}")
    return said.format(period=days, audience=audience_word(kept.shared.audience), files=files)
