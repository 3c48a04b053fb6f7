"""The card of an unknown need: what it asks for is an interview, and the first step to one stands on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from editorial.domain.coverage_words import need_sentence
from editorial.domain.needs import Need
from editorial.domain.planning_records import Interview
from editorial.domain.records import Lists, Segment
from editorial.domain.spoken import spoken_day
from editorial.language import _
from editorial.services import needs
from editorial.ui.cards import ClickLabel, card
from editorial.ui.desk import Desk
from editorial.ui.icons import icon

NAMED = 12
"""Customers named in the menu."""


def need_card(desk: Desk, segment: Segment) -> QWidget:
    """Return the card of a segment: why, what is arranged already, and “Plan an interview…”."""
    found = desk.ask(lambda w: needs.need(w, segment.id)) or Need({}, ())
    made = card(_("? Need unknown"), need_sentence(segment), None, None)
    column = made.layout()
    assert isinstance(column, QVBoxLayout)
    for interview in found.ahead:
        _add_ahead(column, desk, interview)
    button = QPushButton(_("Plan an interview…") if not found.ahead else _("Plan another interview…"))
    button.setIcon(icon("users", desk.theme.tokens.text))
    button.setToolTip(_("Add an interview with a customer of this segment, to be arranged"))
    button.setAccessibleName(_("Plan an interview for {segment}").format(segment=segment.name))
    button.setEnabled(not desk.readonly)
    button.clicked.connect(lambda: _offer(desk, segment, found, button))
    column.addWidget(button)
    return made


def _add_ahead(column: QVBoxLayout, desk: Desk, interview: Interview) -> None:
    """Say what is arranged already; a click on it, or the link below it, opens the interview."""

    def open_now() -> None:
        desk.place_wanted.emit("interviews", {"id": interview.id})

    words = ahead_words(interview, desk.lists)
    said = ClickLabel(words, open_now)
    said.setObjectName("muted")
    said.setWordWrap(True)
    said.setTextFormat(Qt.TextFormat.PlainText)
    link = QPushButton(_("Open the interview"))
    link.setObjectName("link")
    link.setAccessibleDescription(words)
    link.clicked.connect(open_now)
    column.addWidget(said)
    column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


def ahead_words(interview: Interview, lists: Lists) -> str:
    """Say of an interview that is ahead with whom it is, and when."""
    names = [lists.people[id_] for id_ in interview.person_ids if id_ in lists.people]
    who = _(", ").join(names) or _("a customer still to be found")
    if interview.day is None:
        return _("An interview is to be arranged with {who}.").format(who=who)
    return _("An interview with {who} is planned for {day}.").format(who=who, day=spoken_day(interview.day))


def interview_menu(desk: Desk, segment: Segment, found: Need, parent: QWidget) -> QMenu:
    """Return whom one could ask: the customers known, and somebody still to be found."""
    menu = QMenu(parent)
    for person, name in list(found.customers.items())[:NAMED]:
        action = menu.addAction(_("With {name}").format(name=name).replace("&", "&&"))
        action.triggered.connect(lambda _c=False, p=person: plan(desk, segment, p))
    menu.addAction(_("With a customer still to be found")).triggered.connect(lambda: plan(desk, segment, None))
    return menu


def plan(desk: Desk, segment: Segment, customer: int | None) -> None:
    """Add the interview, and say so with the way back."""
    if desk.ask(lambda w: needs.plan_interview(w, segment.id, customer)) is not None:
        said = _("An interview for {segment} is on the list, to be arranged.").format(segment=segment.name)
        desk.say(said, _("Undo"), desk.undo)


def _offer(desk: Desk, segment: Segment, found: Need, button: QPushButton) -> None:
    # Not a child of the button, which is made anew as soon as the interview is there.
    menu = interview_menu(desk, segment, found, button.window())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
