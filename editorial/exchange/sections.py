"""Rows that only name a stretch of the calendar, as people put them between the rows of a plan."""

import re
from collections.abc import Sequence
from typing import Any

from editorial.exchange.rows import is_blank

_MONTHS = (
    "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|"
    "oct(ober)?|nov(ember)?|dec(ember)?"
)
_DAYS = rf"(\W|\d|to|of|st|nd|rd|th|{_MONTHS})*"
_WEEKS = rf"(week|wk|kw|w|cw)\s*#?\d{{1,2}}(\W{_DAYS})?|week (of|commencing|beginning)\s{_DAYS}"
_STRETCH = re.compile(rf"({_WEEKS}|q[1-4](\s+\d{{4}})?|({_MONTHS})\.?(\s+\d{{4}})?)", re.IGNORECASE)


def is_section(cells: Sequence[Any]) -> bool:
    """Tell whether a row holds one cell alone, in the first column, and that names a week, month or quarter.

    A title that only begins with a week, such as `Week 3: pricing`, is a title.
    """
    if is_blank(cells[0]) or not all(map(is_blank, cells[1:])):
        return False
    return isinstance(cells[0], str) and bool(_STRETCH.fullmatch(cells[0].strip()))
