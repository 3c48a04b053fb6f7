"""The register: everybody in a list, or those who could speak; one person in full beside it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.blogs import blog_state, blog_words, is_dormant
from editorial.domain.columns import word
from editorial.domain.experts import chips
from editorial.domain.folding import fold
from editorial.domain.records import Person
from editorial.domain.spoken import spoken_day
from editorial.domain.told_apart import told_apart
from editorial.language import _, ngettext
from editorial.services import erasing, experts, interviews, recognition
from editorial.services.workspaces import Workspace
from editorial.ui.desk import Desk
from editorial.ui.experts.away_file import AwayFile
from editorial.ui.experts.came_of_it import CameOfIt
from editorial.ui.experts.chips import PeopleList, PersonRow
from editorial.ui.experts.declared import expert_form
from editorial.ui.experts.editors import WeekdaysEditor, ZoneEditor
from editorial.ui.experts.question import QuestionBar
from editorial.ui.labels import plain_label
from editorial.ui.overriding import override
from editorial.ui.piece.fold import Fold
from editorial.ui.polish import repolish
from editorial.ui.settings.declared import FormField
from editorial.ui.settings.editors import SettingEditor
from editorial.ui.settings.entry_form import EntryForm
from editorial.ui.settings.list_page import ListPage


class PersonForm(EntryForm):
    """A person with every field; zone and weekdays have editors of their own."""

    @override
    def _make(self, field: FormField) -> SettingEditor:
        if field.name == "time_zone":
            return ZoneEditor(field, self._desk)
        return WeekdaysEditor(field, self._desk) if field.name == "weekdays" else super()._make(field)

    @override
    def _named_others(self) -> Iterable[tuple[Person, str]]:
        names = told_apart(self._others)
        return ((one, names[one.id]) for one in self._others)

    @override
    def _what_stays(self, old: str, new: str) -> str:
        said = _("“{old}” goes away; what is not known of “{new}” yet is taken from there.")
        return said.format(old=old, new=new)


class RegisterPage(ListPage):
    """Everybody who contributes; a question turns the list into an answer, the best first."""

    def __init__(self, desk: Desk) -> None:
        self.question = QuestionBar(desk)
        self.candidates = PeopleList(desk.theme, _("Who could speak"))
        self.answer = QLabel()
        self.interview = QPushButton(_("Plan an interview"))
        self.interview.setToolTip(_("Begin an interview with the person chosen, on what was asked for"))
        self.contact = plain_label("small")
        self.blog = plain_label("small")
        self.came = CameOfIt(desk)
        self.came_fold = Fold(desk.theme, _("What came of it"), self.came)
        self.away_file = AwayFile(desk)
        self.from_calendar = QPushButton(_("Days away from a calendar…"))
        self.from_calendar.setToolTip(_("Bring in the days away from a calendar file (ICS)"))
        self.erase = QPushButton(_("Erase…"))
        self.erase.setToolTip(_("Replace the name and e-mail address everywhere, for good"))
        self.import_table = QPushButton(_("Import a spreadsheet"))
        self._names: Mapping[int, str] = {}
        self._contacts: Mapping[int, date] = {}
        self._was_full = False
        super().__init__(desk, expert_form())
        self.model.named = lambda person: self._names[person.id]
        self.model.told = self._findable
        self.model.reads["last_contact"] = self._contact
        self.model.reads["blog"] = lambda person: blog_state(person, desk.today)
        self.bring.hide()

    @override
    def reload(self) -> None:
        self.question.relist()
        super().reload()
        locked = self.desk.readonly
        if self._records and not self._was_full and not self.adding.line.hasFocus():
            self.adding.hide()
        self._was_full = bool(self._records)
        self.question.setVisible(self._was_full)
        self.import_table.setVisible(not self._was_full and not locked)
        self.from_calendar.setVisible(not locked)
        self.erase.setVisible(not locked)
        if self.question.is_asked:
            self.show_answer()

    @override
    def _read(self) -> Sequence[Person]:
        people: Sequence[Person] = sorted(super()._read(), key=lambda one: fold(one.name))
        self._names = told_apart(people)
        today = self.desk.today
        self._contacts = self.desk.ask(lambda w: experts.last_contacts(w, today)) or {}
        return people

    def _contact(self, person: Person) -> str:
        day = self._contacts.get(person.id)
        return spoken_day(day) if day else ""

    def _findable(self, person: Person) -> str:
        """Return all that the search looks through: who they are, where, in which roles, and what they know."""
        lists = self.desk.lists
        known = [lists.segments[one].name for one in person.segment_ids if one in lists.segments]
        known += [lists.interests[one].name for one in person.interest_ids if one in lists.interests]
        blog = blog_state(person, self.desk.today)
        words = (person.email, person.organisation, person.place, blog, *map(word, person.roles), *known)
        return " ".join((self._names[person.id], *words))

    def show_answer(self) -> None:
        """List who could speak on what is asked for."""
        wanted, day, today = self.question.wanted, self.question.day, self.desk.today
        found = self.desk.ask(lambda w: experts.who_could(w, day, today=today, **wanted)) or ()
        lists = self.desk.lists
        interest = lists.interests.get(wanted["interest_id"] or 0)
        segment = lists.segments.get(wanted["segment_id"] or 0)
        names = (interest.name if interest else "", segment.name if segment else "")
        self.candidates.show_people(
            PersonRow(one.person.id, self._names[one.person.id], chips(one, *names)) for one in found
        )
        n = len(found)
        said = ngettext("{n} person could speak, the best first.", "{n} people could speak, the best first.", n)
        none = _("Nobody is known who could. Give somebody a role or expertise, and they are listed here.")
        self.answer.setText(said.format(n=n) if n else none)
        self._swap(asked=True)
        self.interview.setVisible(bool(found) and not self.desk.readonly)
        if found and self.candidates.person is None:
            self.candidates.setCurrentRow(0)

    def plan_interview(self) -> None:
        """Begin an interview with the person chosen and go there to arrange it."""
        person, today = self.candidates.person, self.desk.today
        if person is None:
            return
        interest = self.desk.lists.interests.get(self.question.wanted["interest_id"] or 0)
        name = interest.name if interest else _("Interview with {person}").format(person=self._names[person])
        made: list[int] = []

        def plan(workspace: Workspace) -> None:
            made.append(interviews.plan(workspace, name, today=today, person_ids=(person,)))

        if self.desk.did(plan):
            self.desk.place_wanted.emit("interviews", {"page": "interviews", "id": made[0]})

    def show_everybody(self) -> None:
        """Show the whole register again."""
        self._swap(asked=False)

    def show_person(self, person_id: int) -> None:
        """Show a person in full."""
        self.search.clear()
        self.entry = person_id
        self._show_current()

    @override
    def arrive(self, **wanted: Any) -> None:
        if wanted.get("ask") and self._records:
            self.question.interest.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if {"interest_id", "segment_id", "day"} & wanted.keys():
            self.question.put(wanted.get("interest_id"), wanted.get("segment_id"), wanted.get("day"))
            return
        if isinstance(person := wanted.get("id", wanted.get("person_id")), int):
            self.question.leave()
            wanted["id"] = person
        super().arrive(**wanted)

    def recognise(self) -> None:
        """Ask anew what came of what the person gave."""
        person = self.editor.record
        if person is None:
            return
        found = self.desk.ask(lambda w: recognition.recognition(w, person.id))
        if found is not None:
            self.came.show_recognition(found)
            n = len(found.published)
            self.came_fold.count(n)
            said = ngettext("What came of it: {n} piece published", "What came of it: {n} pieces published", n)
            self.came_fold.head.setAccessibleName(said.format(n=n))

    def erase_person(self) -> None:
        """Say what erasing means, and erase once that is wanted."""
        person = self.editor.record
        before = self.desk.ask(lambda w: erasing.before_erasing(w, person.id)) if person is not None else None
        if before is None:
            return
        question = _("Erase {name}?").format(name=before.person.name)
        if not self.desk.prompts.confirm("erase", question, before.text, _("Erase for good")):
            return
        if self.desk.did(lambda w: erasing.erase(w, before.person.id)):
            self.show_person(before.person.id)
            self.desk.say(_("The person was erased."))

    @override
    def _make_form(self) -> EntryForm:
        return PersonForm(self.desk, self.form)

    @override
    def _show_current(self) -> None:
        super()._show_current()
        person = self.editor.record
        if isinstance(person, Person) and not self._area.isHidden():
            self.away_file.show_person(person)
            self._say_contact(person)
            self._say_blog(person)
            self.recognise()

    def _say_contact(self, person: Person) -> None:
        """Say when they were last heard of where that is later than what was noted."""
        heard, noted = self._contacts.get(person.id, date.min), person.last_contact or date.min
        self.contact.setText(_("Last heard of on {day}.").format(day=self._contact(person)))
        self.contact.setVisible(heard > noted)

    def _say_blog(self, person: Person) -> None:
        today, successor = self.desk.today, self.desk.lists.people.get(person.successor_id or 0, "")
        self.blog.setText(blog_words(person, today, successor))
        self.blog.setVisible(person.blog is not None)
        self.blog.setObjectName("warning" if is_dormant(person, today) else "small")
        repolish(self.blog)

    def _swap(self, *, asked: bool) -> None:
        for part in (self.table, self.search):
            part.setVisible(not asked)
        self.add.setVisible(not asked and bool(self._records) and not self.desk.readonly)
        self.candidates.setVisible(asked)
        self.answer.setVisible(asked)
        if not asked:
            self.interview.hide()
            self.candidates.show_people(())

    @override
    def _arrange(self) -> None:
        super()._arrange()
        side = self._split.widget(0)
        assert side is not None
        left = side.layout()
        whole = self.layout()
        assert isinstance(left, QVBoxLayout)
        assert isinstance(whole, QVBoxLayout)
        self.answer.setObjectName("muted")
        self.answer.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.answer, 1)
        head.addWidget(self.interview)
        left.addLayout(head)
        left.addWidget(self.candidates, 1)
        whole.insertWidget(1, self.question)
        whole.insertWidget(whole.indexOf(self.adding) + 1, self.import_table, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.came_fold, self.blog, self.contact):
            self.editor.put_above(part)
        acts = QWidget()
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.from_calendar)
        row.addWidget(self.erase)
        row.addStretch(1)
        self.editor.put_below(acts)
        self.editor.put_below(self.away_file)
        asked = (self.question.interest, self.question.segment, self.question.month, self.question.ask)
        listed = (self.question.clear, self.search, self.add, self.table, self.candidates, self.interview)
        follows = (self.bring, *asked, *listed, self.came_fold.head)
        for one, next_one in pairwise(follows):
            self.setTabOrder(one, next_one)
        self._swap(asked=False)

    @override
    def _connect(self) -> None:
        super()._connect()
        self.import_table.clicked.connect(lambda: self.desk.place_wanted.emit("import", {}))
        self.question.ask.clicked.connect(lambda _on: self.candidates.setFocus())
        self.question.asked.connect(self.show_answer)
        self.interview.clicked.connect(self.plan_interview)
        self.question.cleared.connect(self.show_everybody)
        self.candidates.chosen.connect(self.show_person)
        self.candidates.wanted.connect(lambda _person: self.editor.name_it())
        self.away_file.told.connect(self.editor.told)
        self.away_file.left.connect(self.from_calendar.setFocus)
        self.from_calendar.clicked.connect(self.away_file.choose)
        self.erase.clicked.connect(self.erase_person)
