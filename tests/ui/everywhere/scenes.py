"""Every place of the window with its panels and popovers, each as one scene to look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from editorial.domain.packet_answers import GivenAnswer, GivenAnswers
from editorial.domain.people_records import CardSource
from editorial.domain.period import next_period, quarter_of
from editorial.domain.vocabulary import AssignmentRole, BlogPlace
from editorial.services import assignments, calendar, interviews, lists, packets, plan, questions, quotes
from editorial.ui.agreement.place import AgreementPlace
from editorial.ui.assignments.dialog import open_asking
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.sheet import View
from editorial.ui.coverage.place import CoveragePlace
from editorial.ui.experts.place import ExpertsPlace
from editorial.ui.field_notes.capture import open_capture
from editorial.ui.field_notes.place import FieldNotesPlace
from editorial.ui.home.muting import ask_mute
from editorial.ui.home.place import HomePlace, asking
from editorial.ui.ideas.place import IdeasPlace
from editorial.ui.importing.events import EVERYBODY, TakenAs, Taking, bring_events
from editorial.ui.importing.looking import Found, Holds, Source
from editorial.ui.importing.place import ImportPlace
from editorial.ui.importing.steps import Step
from editorial.ui.interviews.interview_acts import InterviewActs
from editorial.ui.interviews.place import InterviewsPlace
from editorial.ui.key_sheet import KeySheet
from editorial.ui.load.place import LoadPlace
from editorial.ui.menu import workspace_menu
from editorial.ui.mix_sheet import MixSheet
from editorial.ui.my_work.place import MyWorkPlace
from editorial.ui.my_work.taking_in import show_answers
from editorial.ui.onlooker.opening import open_share
from editorial.ui.pack.opening import open_pack
from editorial.ui.places import every_place
from editorial.ui.plan.proposing import Answer
from editorial.ui.settings.place import SettingsPlace
from editorial.ui.window import Window

DEEPEST = 8
"""Layouts within layouts, each of which hears of a change after the one inside."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that is shown, under a name for reports."""

    name: str
    widget: QWidget


def every_scene(window: Window) -> Iterator[Scene]:
    """Show one scene after the other, laid out and painted; each is gone when the next is asked for."""
    for scene in scenes(window):
        settle(scene.widget)
        yield scene


def settle(widget: QWidget) -> None:
    """Lay a widget out, down to what lies deepest, and paint it."""
    for _depth in range(DEEPEST):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    widget.grab()


def scenes(window: Window) -> Iterator[Scene]:
    """Go through the places in their order, then through what opens in front of them."""
    idea = some_ideas(window)[0]
    for spot in every_place():
        word = spot.entry.word
        window.go(word, **({"piece_id": idea} if word == "piece" else {}))
        yield Scene(word, window)
        yield from MORE.get(word, nothing_more)(window)
    yield from popovers(window)


def some_ideas(window: Window) -> list[int]:
    """Return the ids of pieces without a day."""
    assert window.desk.workspace is not None
    return [entry.id for entry in calendar.ideas(window.desk.workspace)]


def calendar_scenes(window: Window) -> Iterator[Scene]:
    """Show the views of the calendar, a piece beside it, and several."""
    place = window.places["calendar"]
    assert isinstance(place, CalendarPlace)
    ideas = some_ideas(window)
    for view in View:
        place.choose(view=view)
        yield Scene(f"calendar, {view}", window)
    place.choose(view=View.MONTH)
    for name, selected in (("a piece", ideas[0]), ("several pieces", tuple(ideas[:3]))):
        window.desk.piece_selected.emit(selected)
        yield Scene(f"{name} beside the calendar", window)
    window.desk.piece_selected.emit(None)
    sharing = open_share(place, "folder")
    yield Scene("sharing into a folder", sharing)
    sharing.close()
    yield from plan_scenes(window, place)


def plan_scenes(window: Window, place: CalendarPlace) -> Iterator[Scene]:
    """Show a proposed plan with its figures, and with a pin and something unticked."""
    desk = window.desk
    assert desk.workspace is not None
    quarter = next_period(quarter_of(desk.today, desk.lists.settings), desk.lists.settings)
    proposal = plan.propose(desk.workspace, quarter, today=desk.today)
    place.plan.show(Answer(proposal, plan.ground(desk.workspace, quarter)))
    yield Scene("a proposed plan", window)
    first, second = (each.idea.id for each in proposal.placements[:2])
    place.plan.choose(first, False)
    place.plan.pin(second, True)
    yield Scene("a proposed plan, pinned", window)
    place.plan.leave()


def home_scenes(window: Window) -> Iterator[Scene]:
    """Show Home with what it found, its review list with everything unfolded, and the sheet that mutes."""
    place, workspace = window.places["home"], window.desk.workspace
    assert isinstance(place, HomePlace)
    assert workspace is not None
    place.show_answer(asking(workspace, window.desk.today, place.period, window.desk.lists)(lambda _text, _share: None))
    yield Scene("home, filled", window)
    place.arrive(page="review")
    yield Scene("review list", window)
    sheet = ask_mute(place, window.desk, place.findings[0], QRect(400, 200, 300, 30))
    assert sheet is not None
    yield Scene("muting a finding", sheet)
    sheet.close()
    place.arrive(page="front")


def coverage_scenes(window: Window) -> Iterator[Scene]:
    """Show a gap, a comparison, and the other matrix."""
    place = window.places["coverage"]
    assert isinstance(place, CoveragePlace)
    assert place.coverage is not None
    gap = place.coverage.gaps[0]
    place.arrive(segment_id=gap.segment.id, stage_id=gap.stage.id)
    yield Scene("coverage, a gap", window)
    place.choose_rows("formats")
    yield Scene("coverage of formats", window)


def agreement_scenes(window: Window) -> Iterator[Scene]:
    """Show a new version on its way, two versions side by side, the tags under review, and a dispute."""
    place = window.places["agreement"]
    assert isinstance(place, AgreementPlace)
    place.stages.versions.start()
    yield Scene("agreement, a new version", window)
    place.stages.versions.signing.leave()
    place.stages.compare(1, 0)
    yield Scene("agreement, two versions", window)
    place.arrive(page="tags")
    yield Scene("agreement, tags", window)
    place.tags.dispute.click()
    yield Scene("agreement, a dispute", window)
    place.tags.line.left.emit()


def ideas_scenes(window: Window) -> Iterator[Scene]:
    """Show every page of the ideas, and a piece beside the ranking."""
    place = window.places["ideas"]
    assert isinstance(place, IdeasPlace)
    for word in place.pages:
        place.choice.choose(word)
        yield Scene(f"ideas, {word}", window)
    for word in ("lead", "pairs"):
        place.choice.choose("loose")
        place.loose.choice.choose(word)
        yield Scene(f"loose ends, {word}", window)
    place.choice.choose("ranked")
    place.ranked.list.setCurrentIndex(place.ranked.list.ideas.index(0, 0))
    yield Scene("ideas, a piece beside the ranking", window)
    window.desk.piece_selected.emit(None)


def interviews_scenes(window: Window) -> Iterator[Scene]:
    """Show the times that are offered, the quote bank, the questions, the templates, and the talk itself."""
    place, workspace = window.places["interviews"], window.desk.workspace
    assert isinstance(place, InterviewsPlace)
    assert workspace is not None
    waiting = interviews.to_arrange(workspace)[0]
    place.arrive(id=waiting.id)
    acts = place.page.acts
    assert isinstance(acts, InterviewActs)
    acts.find_time.click()
    yield Scene("interviews, a time is looked for", window)
    quotes.take_down(workspace, waiting.name, person_id=None, interview_id=waiting.id)
    questions.collect(workspace, waiting.name, day=window.desk.today)
    for word in place.listed:
        place.arrive(page=word)
        yield Scene(f"interviews, {word}", window)
    window.go("interview", interview_id=waiting.id)
    yield Scene("an interview, during the talk", window)


def field_notes_scenes(window: Window) -> Iterator[Scene]:
    """Show an answer card with its sources, the tips, and the sheet that takes a note down."""
    place, workspace = window.places["field_notes"], window.desk.workspace
    assert isinstance(place, FieldNotesPlace)
    assert workspace is not None
    heard = lists.read_records(workspace, "field_note")[0].name
    sources = (CardSource(text=heard),)
    lists.add(workspace, "answer_card", heard, day=window.desk.today, sources=sources)
    lists.add(workspace, "tip", heard, day=window.desk.today)
    for word in place.listed:
        place.arrive(page=word)
        yield Scene(f"field notes, {word}", window)
    sheet = open_capture(window.desk, window)
    assert sheet is not None
    yield Scene("taking a note down", sheet)
    sheet.close()


def experts_scenes(window: Window) -> Iterator[Scene]:
    """Show one person with what came of it, and who could speak on something."""
    place, workspace, desk = window.places["experts"], window.desk.workspace, window.desk
    assert isinstance(place, ExpertsPlace)
    assert workspace is not None
    person = max(lists.read_people(workspace), key=lambda one: lists.usage(workspace, "person", one.id))
    last = desk.today - timedelta(days=90)
    lists.edit(workspace, "person", person.id, blog=BlogPlace.ONSITE, blog_last_post=last)
    place.arrive(id=person.id)
    place.page.came_fold.open(True)
    yield Scene("experts, what came of it", window)
    place.arrive(interest_id=next(iter(desk.lists.interests)), segment_id=next(iter(desk.lists.segments)))
    yield Scene("experts, who could speak", window)
    place.page.question.leave()


def load_scenes(window: Window) -> Iterator[Scene]:
    """Show the dialog that asks somebody for something."""
    place, workspace = window.places["load"], window.desk.workspace
    assert isinstance(place, LoadPlace)
    assert workspace is not None
    dialog = open_asking(window.desk, some_ideas(window)[0], window)
    assert dialog is not None
    dialog.choose(lists.read_people(workspace)[0].id)
    yield Scene("asking somebody", dialog)
    dialog.close()


def my_work_scenes(window: Window) -> Iterator[Scene]:
    """Show somebody's work, a reason being asked for, and what came back for a packet."""
    place, workspace, today = window.places["my_work"], window.desk.workspace, window.desk.today
    assert isinstance(place, MyWorkPlace)
    assert workspace is not None
    someone, idea = next(iter(window.desk.lists.people)), some_ideas(window)[0]
    assignments.ask(workspace, idea, someone, AssignmentRole.SPEAKER, today=today)
    place.arrive(person_id=someone)
    yield Scene("my work", window)
    next(iter(place.page.asked.rows.values())).press("decline")
    yield Scene("my work, a reason", window)
    page = packets.prepare(workspace, someone, today=today, made=datetime(2027, 3, 10, tzinfo=UTC))
    packets.sent(workspace, page)
    answers = tuple(GivenAnswer(number=n, reply=one.replies[0]) for n, one in enumerate(page.asked, start=1))
    given = GivenAnswers(packet_uid=page.packet_uid, workspace_uid=page.workspace_uid, answers=answers)
    sheet = show_answers(place, window.desk, packets.preview(workspace, given, today=today), QRect(400, 100, 100, 30))
    yield Scene("answers to a packet", sheet)
    sheet.close()
    # The scenes may be gone through once more.
    assignments.withdraw(workspace, (idea, someone, AssignmentRole.SPEAKER))


def import_scenes(window: Window) -> Iterator[Scene]:
    """Show a calendar that is to become dates, and the days away of whoever each event names."""
    place, workspace, day = window.places["import"], window.desk.workspace, window.desk.today
    assert isinstance(place, ImportPlace)
    assert workspace is not None
    names = [one.name for one in lists.read_people(workspace)[:2]] + ["Nobody"]
    event = "BEGIN:VEVENT\r\nSUMMARY:{name}\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\nEND:VEVENT\r\n"
    data = f"BEGIN:VCALENDAR\r\n{''.join(event.format(name=one, day=day) for one in names)}END:VCALENDAR\r\n".encode()
    for taking in (Taking(TakenAs.DATES, day, day), Taking(TakenAs.AWAY, day, day, EVERYBODY)):
        place.input.found = Found(Source(text=names[0]), Holds.CALENDAR, calendar=data, taking=taking)
        place.input.preview = bring_events(workspace, data, names[0], taking, dry_run=True)
        place.taking.show_taking(taking)
        place.preview.show_preview(place.input.preview)
        place._show(Step.PREVIEW)
        yield Scene(f"import, {taking.taken_as}", window)
    place.start_over()


def settings_scenes(window: Window) -> Iterator[Scene]:
    """Show every page of the settings."""
    place = window.places["settings"]
    assert isinstance(place, SettingsPlace)
    for word in place.words():
        place.show_page(word)
        yield Scene(f"settings, {word}", window)


def popovers(window: Window) -> Iterator[Scene]:
    """Show what opens in front of a place."""
    window.go("calendar")
    window.search()
    if window.box is not None:
        yield from opened("search")
    balance = window.balance.balance
    assert balance is not None
    MixSheet(window.desk, balance.mix, balance.period, window.balance.mix).open_below()
    yield from opened("mix")
    KeySheet(window, window.every_command()).show()
    yield from opened("keys")
    open_pack(window.desk, window)
    yield from opened("pack")
    workspace_menu(window).popup(window.pos())
    yield from opened("workspace menu")


def opened(name: str) -> Iterator[Scene]:
    """Yield what stands in front of the window as a scene, then close it."""
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and not isinstance(widget, Window):
            yield Scene(name, widget)
            widget.close()


def nothing_more(_window: Window) -> Iterator[Scene]:
    """Show nothing besides the place itself."""
    yield from ()


MORE: dict[str, Callable[[Window], Iterator[Scene]]] = {
    "home": home_scenes,
    "agreement": agreement_scenes,
    "calendar": calendar_scenes,
    "coverage": coverage_scenes,
    "experts": experts_scenes,
    "field_notes": field_notes_scenes,
    "ideas": ideas_scenes,
    "import": import_scenes,
    "interviews": interviews_scenes,
    "load": load_scenes,
    "my_work": my_work_scenes,
    "settings": settings_scenes,
}


def menus(widget: QWidget) -> list[QMenu]:
    """Return the menus a widget holds, its own included."""
    return [*widget.findChildren(QMenu), *([widget] if isinstance(widget, QMenu) else [])]
