"""Commands that lead to a page of another place: Ctrl+K finds them wherever one is."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from editorial.language import _
from editorial.ui.commands import Command

if TYPE_CHECKING:
    from editorial.ui.window import Window


def far_commands(window: "Window") -> list[Command]:
    """Return what leads into the pages of all places; what the place shown offers itself comes before them."""

    def why_not() -> str | None:
        return None if window.desk.workspace is not None else _("No workspace is open yet.")

    def page(word: str, label: str, picture: str, place: str, **wanted: object) -> Command:
        return Command(word, label, partial(window.visit, place, **wanted), "", picture, why_not)

    return [
        page("home-review", _("Review list"), "list", "home", page="review"),
        *_calendar(window, why_not),
        *(
            page(f"ideas-{word}", _("Ideas: {page}").format(page=label), "lightbulb", "ideas", page=word)
            for word, label in _idea_pages()
        ),
        page("relevance", _("Relevance review"), "check", "session", page="review"),
        page("who-could", _("Who could speak…"), "search", "experts", ask=True),
        page(
            "new-interview", _("New {one}").format(one=_("interview")), "mic", "interviews", page="interviews", add=True
        ),
        page(
            "new-question",
            _("New {one}").format(one=_("question")),
            "circle-help",
            "interviews",
            page="questions",
            add=True,
        ),
        *(
            page(f"interviews-{word}", _("Interviews: {page}").format(page=label), "mic", "interviews", page=word)
            for word, label in _interview_pages()
        ),
        *(
            page(
                f"notes-{word}",
                _("Field notes: {page}").format(page=label),
                "message-square-quote",
                "field_notes",
                page=word,
            )
            for word, label in _note_pages()
        ),
        page("review-tags", _("Review stage tags"), "check", "agreement", page="tags"),
        *(
            page(f"settings-{word}", _("Settings: {list}").format(list=label), picture, "settings", kind=word)
            for word, label, picture in _settings_pages()
        ),
    ]


def _calendar(window: "Window", why_not: Callable[[], str | None]) -> list[Command]:
    from editorial.ui.calendar.sheet import View, view_name

    views = [
        Command(
            f"calendar-{view.value}",
            _("Calendar: {view}").format(view=view_name(view)),
            partial(window.visit, "calendar", view=view.value),
            "",
            "calendar-days",
        )
        for view in View
    ]
    return [Command("plan", _("Propose a plan…"), lambda: _propose(window), "", "sparkles", why_not), *views]


def _propose(window: "Window") -> None:
    from editorial.ui.calendar.place import CalendarPlace

    place = window.go("calendar")
    assert isinstance(place, CalendarPlace)
    place.plan.start()


def _idea_pages() -> list[tuple[str, str]]:
    from editorial.ui.ideas.pages import page_words

    return page_words()


def _interview_pages() -> list[tuple[str, str]]:
    return [("quotes", _("Quotes")), ("questions", _("Questions")), ("templates", _("Templates"))]


def _note_pages() -> list[tuple[str, str]]:
    return [("heard", _("By interest")), ("cards", _("Answer cards")), ("tips", _("Tips"))]


def _settings_pages() -> list[tuple[str, str, str]]:
    from editorial.ui.settings.pages import settings_pages

    return settings_pages()
