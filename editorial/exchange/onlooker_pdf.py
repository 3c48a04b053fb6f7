"""The calendar for onlookers as a PDF: a month a page, fit to it, a crowded one as a list; or all as one list."""

import json
import re
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from editorial.domain.audience import audience_sentence
from editorial.domain.onlooker import Item, Layout, Month, OnlookerCalendar
from editorial.domain.spoken import spoken_day
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
from editorial.exchange.pack_fonts import check_letters, families, fonts
from editorial.locations import resources

LONGEST_IN_A_CELL = 60
"""Letters of a title beyond which a grid's columns would break it into too many lines: the month becomes a list."""
MOST_IN_A_WEEK_ROW = 5
_LETTERS = r"[!-\u024f\u0370-\u052f]"
_LONG = {Layout.MONTHS: re.compile(_LETTERS + "{15,}"), Layout.LIST: re.compile(_LETTERS + "{28,}")}
"""What may be wider than a cell or a column: words of scripts whose letters stand alone and break at spaces only."""


class Paper(StrEnum):
    """The sheets people print on."""

    A4 = "a4"
    LETTER = "us-letter"


def onlooker_pdf(
    calendar: OnlookerCalendar, paper: Paper = Paper.A4, layout: Layout = Layout.MONTHS, **wanted: Any
) -> Any:
    """Return the PDF, or what typst is asked for instead (`format="png"`). Raises RuleBroken for a missing letter."""
    from typst import Compiler

    data = _data(calendar, layout)
    told = json.dumps(data, ensure_ascii=False)
    check_letters(told)
    inputs = {"data": told, "fonts": json.dumps(families()), "language": "en", "paper": paper.value}
    root = resources()
    compiler = Compiler(input=root / "onlooker" / "calendar.typ", root=root, font_paths=fonts(), sys_inputs=inputs)
    made = datetime.combine(calendar.made_on, datetime.min.time(), UTC)
    return compiler.compile(**{"format": "pdf", "timestamp": made, **wanted})


def _data(calendar: OnlookerCalendar, layout: Layout) -> dict[str, Any]:
    told = [month for month in calendar.months if month.items]
    as_list = layout is Layout.LIST
    return {
        "layout": layout.value,
        "workspace": _breakable(calendar.workspace, Layout.LIST),
        "name": calendar.name,
        "said": f"{audience_sentence(calendar.audience)} {made_words(calendar)}",
        "nothing": nothing_words(),
        "weekdays": weekday_words(calendar.weekdays),
        "strip": strip_rows(calendar) if as_list else [],
        "strip_said": strip_words(),
        "months": [_listed(month) if as_list else _month(month) for month in told],
    }


def _listed(month: Month) -> dict[str, Any]:
    items = [
        _item(item, listed_words(item, month), n, Layout.LIST) | {"day": day_words(item)} for item, n in month.in_order
    ]
    return {"name": month.name, "items": items}


def _month(month: Month) -> dict[str, Any]:
    listed = month.as_list or _too_full(month)
    days = [{"name": spoken_day(day), "items": list(map(_dated, month.days[day]))} for day in sorted(month.days)]
    weeks = [
        [
            {
                "number": str(day.day),
                "closed": month.closed.get(day, ""),
                "items": list(map(_dated, month.days.get(day, ()))),
            }
            if day.month == month.first.month
            else None
            for day in week
        ]
        for week in month.weeks
    ]
    return {
        "name": month.name,
        "loose": [_item(item, said_words(item, item.when), n) for item, n in month.counted],
        "listed": listed,
        "days": days,
        "weeks": weeks if days and not listed else [],
    }


def _too_full(month: Month) -> bool:
    """Tell whether a row of the grid could grow beyond a page: many pieces on a day, or very long titles on one."""
    return any(
        len(items) > MOST_IN_A_WEEK_ROW
        or sum(len(item.title) for item in items) > LONGEST_IN_A_CELL * MOST_IN_A_WEEK_ROW
        for items in month.days.values()
    )


def _dated(item: Item) -> dict[str, Any]:
    return _item(item, said_words(item, when_words(item)))


def _item(item: Item, said: str, n: int = 1, layout: Layout = Layout.MONTHS) -> dict[str, Any]:
    kind = item.kind.value if item.kind else None
    return {"title": _breakable(title_words(item, n), layout), "kind": kind, "said": _breakable(said, layout)}


def _breakable(text: str, layout: Layout) -> str:
    """Return a text whose long words may go on in the next line after any letter, by zero-width spaces."""
    return _LONG[layout].sub(lambda word: "\u200b".join(word[0]), text)
