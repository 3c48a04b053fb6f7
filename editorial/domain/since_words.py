"""What changed since the last look, in words."""

from datetime import date

from editorial.domain.coverage_words import cell_name
from editorial.domain.since import CellSince, Since, Turn
from editorial.domain.spoken import level_word, month_name
from editorial.language import _, ngettext


def since_sentence(since: Since, today: date) -> str:
    """Say how many cells are better and worse: “Since 14 November: 3 cells better, 1 worse”."""
    parts = []
    if n := since.count(Turn.BETTER):
        parts.append(ngettext("{n} cell better", "{n} cells better", n).format(n=n))
    if n := since.count(Turn.WORSE):
        word = _("{n} worse") if parts else ngettext("{n} cell worse", "{n} cells worse", n)
        parts.append(word.format(n=n))
    if n := since.count(Turn.OTHER):
        word = _("{n} changed") if parts else ngettext("{n} cell changed", "{n} cells changed", n)
        parts.append(word.format(n=n))
    said = _(", ").join(parts) if parts else _("nothing changed")
    return _("Since {day}: {what}").format(day=day_seen(since.day, today), what=said)


def day_seen(day: date, today: date) -> str:
    """Return the day of the last look, with its year where that is another."""
    if day == today:
        return _("earlier today")
    said = _("{day} {month}").format(day=day.day, month=month_name(day.month))
    return said if day.year == today.year else f"{said} {day.year}"


def by_words(cell: CellSince) -> str:
    """Return the mark of a cell: +1, −1, or a sign that its target is another."""
    return f"{cell.by:+d}".replace("-", "−") if cell.by else "≠"


def change_words(cell: CellSince) -> str:
    """Say what a cell was and is: “was 0, empty; now 1 of 2, thin”."""
    return _("was {was}, {level}; now {planned} of {target}, {word}").format(
        was=cell.was.planned,
        level=level_word(cell.was.level),
        planned=cell.now.planned,
        target=cell.now.target,
        word=level_word(cell.now.level),
    )


def turn_word(cell: CellSince) -> str:
    """Return whether a cell is better or worse."""
    return {Turn.BETTER: _("better"), Turn.WORSE: _("worse"), Turn.OTHER: _("changed")}[cell.turn]


def cell_since(cell: CellSince) -> str:
    """Say it with the cell's name, for screen readers."""
    return f"{cell_name(cell.now)}: {turn_word(cell)}, {change_words(cell)}"
