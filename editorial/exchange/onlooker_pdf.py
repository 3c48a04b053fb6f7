"""The calendar for onlookers as a PDF: a month a page, fit to it; a crowded month goes on as a list, never cut."""

import json
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from editorial.domain.audience import audience_sentence
from editorial.domain.onlooker import Item, Month, OnlookerCalendar
from editorial.domain.spoken import spoken_day
from editorial.exchange.onlooker_words import made_words, nothing_words, title_words, weekday_words, when_words
from editorial.exchange.pack_fonts import check_letters, families, fonts
from editorial.exchange.whole_file import write_whole
from editorial.locations import resources

LONGEST_IN_A_CELL = 60
"""Letters of a title beyond which a grid's columns would break it into too many lines: the month becomes a list."""
MOST_IN_A_WEEK_ROW = 5


class Paper(StrEnum):
    """The sheets people print on."""

    A4 = "a4"
    LETTER = "us-letter"


def write_onlooker_pdf(calendar: OnlookerCalendar, path: Path, paper: Paper = Paper.A4) -> None:
    """Write the PDF whole or not at all. Raises RuleBroken for a letter without a font, BadFile where it cannot be."""
    write_whole(path, onlooker_pdf(calendar, paper))


def onlooker_pdf(calendar: OnlookerCalendar, paper: Paper = Paper.A4, **wanted: Any) -> Any:
    """Return the PDF, or what typst is asked for instead (`format="png"`). Raises RuleBroken for a missing letter."""
    from typst import Compiler

    data = _data(calendar)
    told = json.dumps(data, ensure_ascii=False)
    check_letters(told)
    inputs = {"data": told, "fonts": json.dumps(families()), "language": "en", "paper": paper.value}
    root = resources()
    compiler = Compiler(input=root / "onlooker" / "calendar.typ", root=root, font_paths=fonts(), sys_inputs=inputs)
    made = datetime.combine(calendar.made_on, datetime.min.time(), UTC)
    return compiler.compile(**{"format": "pdf", "timestamp": made, **wanted})


def _data(calendar: OnlookerCalendar) -> dict[str, Any]:
    return {
        "workspace": calendar.workspace,
        "name": calendar.name,
        "said": f"{audience_sentence(calendar.audience)} {made_words(calendar)}",
        "nothing": nothing_words(),
        "weekdays": weekday_words(calendar.weekdays),
        "months": [_month(month) for month in calendar.months if month.items],
    }


def _month(month: Month) -> dict[str, Any]:
    listed = month.as_list or _too_full(month)
    days = [{"name": spoken_day(day), "items": list(map(_item, month.days[day]))} for day in sorted(month.days)]
    weeks = [
        [
            {
                "number": str(day.day),
                "closed": month.closed.get(day, ""),
                "items": list(map(_item, month.days.get(day, ()))),
            }
            if day.month == month.first.month
            else None
            for day in week
        ]
        for week in month.weeks
    ]
    return {
        "name": month.name,
        "loose": [_item(item, item.when, n) for item, n in month.counted],
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


def _item(item: Item, when: str = "", n: int = 1) -> dict[str, Any]:
    details = [said for _label, said in item.details]
    parts = [when or when_words(item), *details]
    return {
        "title": title_words(item, n),
        "kind": item.kind.value if item.kind else None,
        "said": " · ".join(dict.fromkeys(part for part in parts if part)),
    }
