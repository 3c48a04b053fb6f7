"""The calendar for onlookers as one HTML file that needs nothing else: no script, no font, no picture to load."""

from collections.abc import Iterator
from datetime import date

from editorial.domain.audience import audience_sentence
from editorial.domain.onlooker import Item, Layout, Month, OnlookerCalendar
from editorial.domain.spoken import spoken_day
from editorial.exchange.markup import Content, Markup, element, joined
from editorial.exchange.markup import words as typed
from editorial.exchange.onlooker_words import (
    day_words,
    listed_words,
    made_words,
    nothing_words,
    said_words,
    strip_rows,
    strip_words,
    title_words,
    weekday_words,
    when_words,
)
from editorial.locations import resources

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
MARKS = {None: "○", "aspirational": "✦", "practical": "▪"}


def onlooker_html(calendar: OnlookerCalendar, layout: Layout = Layout.MONTHS) -> str:
    """Return the page."""
    style = (resources() / "onlooker" / "calendar.css").read_text(encoding="utf-8")
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="referrer" content="no-referrer">'),
        element("title", f"{calendar.workspace} – {calendar.name}"),
        element("style", Markup(style)),
    )
    parts = list(_lists(calendar) if layout is Layout.LIST else _months(calendar))
    nothing = element("p", nothing_words())
    body = element("body", _head(calendar), element("main", *(parts or [nothing]), class_=layout.value))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _head(calendar: OnlookerCalendar) -> Markup:
    return element(
        "header",
        element("h1", typed(calendar.workspace)),
        element("p", calendar.name, class_="period"),
        element("p", f"{audience_sentence(calendar.audience)} {made_words(calendar)}", class_="muted"),
    )


def _months(calendar: OnlookerCalendar) -> Iterator[Markup]:
    for month in calendar.months:
        if month.items or len(calendar.months) == 1:
            yield _month(calendar, month)


def _lists(calendar: OnlookerCalendar) -> Iterator[Markup]:
    told = [month for month in calendar.months if month.items]
    if told and calendar.weeks:
        yield element("figure", element("figcaption", strip_words()), *map(_strip, strip_rows(calendar)))
    for month in told:
        rows = (element("li", _row(item, n, month)) for item, n in month.in_order)
        yield element("section", element("h2", month.name), element("ol", *rows))


def _strip(row: list[tuple[str, int, int]]) -> Markup:
    cells = (
        element("li", element("small", month), element("b", str(n) if n else "", class_=f"busy-{busy}"))
        for month, n, busy in row
    )
    return element("ol", *cells)


def _row(item: Item, n: int, month: Month) -> Markup:
    said = listed_words(item, month)
    return joined(
        element("span", day_words(item), class_="number"),
        element("article", _marked(item, n), element("span", typed(said), class_="details") if said else ""),
    )


def _month(calendar: OnlookerCalendar, month: Month) -> Markup:
    parts: list[Content] = [element("h2", month.name)] if month.name != calendar.name else []
    if month.loose:
        parts.append(
            element("ul", *(element("li", _item(item, item.when, n)) for item, n in month.counted), class_="loose")
        )
    if month.as_list:
        parts += _list(month)
    elif month.days:
        parts.append(_grid(calendar, month))
    return element("section", *parts)


def _list(month: Month) -> Iterator[Markup]:
    for day in sorted(month.days):
        items = (element("li", _item(item, when_words(item))) for item in month.days[day])
        yield joined(element("h3", spoken_day(day)), element("ul", *items, class_="day-list"))


def _grid(calendar: OnlookerCalendar, month: Month) -> Markup:
    names = element("tr", *(element("th", name, scope="col") for name in weekday_words(calendar.weekdays)))
    rows = [element("tr", *(_day(month, day) for day in week)) for week in month.weeks]
    return element("table", element("thead", names), element("tbody", *rows), class_="grid")


def _day(month: Month, day: date) -> Markup:
    if day.month != month.first.month:
        return element("td", class_="outside")
    closed = month.closed.get(day)
    head = element("p", element("b", str(day.day)), f" {closed}" if closed else "", class_="number")
    items = month.days.get(day, ())
    listed = element("ul", *(element("li", _item(item, when_words(item))) for item in items)) if items else ""
    return element("td", head, listed, class_="closed" if closed else None if items else "blank")


def _item(item: Item, when: str, n: int = 1) -> Markup:
    said = said_words(item, when)
    return element("article", _marked(item, n), element("span", typed(said), class_="details") if said else "")


def _marked(item: Item, n: int) -> Markup:
    kind = item.kind.value if item.kind else None
    mark = element("span", MARKS[kind], class_=kind or "none", title=kind)
    return joined(mark, " ", typed(title_words(item, n), "title"))
