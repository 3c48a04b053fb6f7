"""What the box on Ctrl+K lists: finds of the workspace, places and commands, each with what choosing it does."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from editorial.domain.conditions import Group, Mode, Operator, Test
from editorial.domain.folding import fold
from editorial.domain.hits import Hit
from editorial.language import _
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.keys import shown_keys
from editorial.ui.moments import short_day

COMMANDS_FIRST = 5
"""So many commands that begin with the words come before what was found in the workspace."""
COMMANDS_SHOWN = 8
ICONS = {
    "piece": "file-text",
    "person": "user",
    "campaign": "megaphone",
    "interview": "mic",
    "quote": "message-square-quote",
    "question": "circle-help",
    "answer_card": "book-open-text",
    "field_note": "message-square-quote",
    "tip": "sparkles",
}
PAGES = {
    "interview": ("interviews", "interviews"),
    "quote": ("interviews", "quotes"),
    "question": ("interviews", "questions"),
    "field_note": ("field_notes", "notes"),
    "answer_card": ("field_notes", "cards"),
    "tip": ("field_notes", "tips"),
}
"""Kind of record → the place and its page that show it."""
FEW_PEOPLE = 2
"""With so few people found, the pieces of each are offered too."""


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the box."""

    title: str
    detail: str
    icon: str
    group: str
    act: Callable[[], object]
    why_not: str = ""
    """Why it cannot be done just now; such a line is listed and does nothing."""


def found_hits(desk: Desk, hits: Sequence[Hit]) -> list[Found]:
    """Return the lines for what a search found; pieces that follow after other records stand under their own heading.

    A person leads to their record among the experts, and where few were found to their pieces too.
    """
    few = sum(hit.kind == "person" for hit in hits) <= FEW_PEOPLE
    return [line for at, hit in enumerate(hits) for line in _lines(desk, hit, hits[:at], few=few)]


def _lines(desk: Desk, hit: Hit, before: Sequence[Hit], *, few: bool) -> list[Found]:
    group = _groups()[hit.kind]
    kinds = [one.kind for one in before]
    if hit.kind == "piece" and "piece" in kinds and not PAGES.keys().isdisjoint(kinds[kinds.index("piece") :]):
        group = _("More pieces")
    title = " ".join(hit.title.split())
    lines = [Found(title, _detail(hit), ICONS[hit.kind], group, _opening(desk, hit))]
    if hit.kind == "person" and few:
        said = _("Pieces of {name}").format(name=title)
        lines.append(Found(said, "", ICONS["piece"], group, partial(_list_pieces, desk, hit, ("authors", "owner"))))
    return lines


def _groups() -> Mapping[str, str]:
    return {
        "piece": _("Pieces"),
        "person": _("People"),
        "campaign": _("Campaigns"),
        "interview": _("Interviews"),
        "quote": _("Quotes"),
        "question": _("Questions"),
        "answer_card": _("Answer cards"),
        "field_note": _("Field notes"),
        "tip": _("Tips"),
    }


def found_commands(commands: Sequence[Command], words: str) -> tuple[list[Found], list[Found]]:
    """Return the places and commands whose names hold every word: those that begin with them, and the others.

    Without words every one of them is among the others. Of two that bear one name the first is listed.
    """
    terms, whole = fold(words).split(), " ".join(fold(words).split())
    named: dict[str, Command] = {}
    for command in commands:
        named.setdefault(fold(command.label), command)
    if not terms:
        return [], _listed(named.values())
    fitting = {name: command for name, command in named.items() if all(term in name for term in terms)}
    first = [fitting.pop(name) for name in list(fitting) if name.startswith(whole)]
    others = sorted(fitting, key=lambda name: f" {whole}" not in name)[:COMMANDS_SHOWN]
    return _listed(first)[:COMMANDS_FIRST], _listed(fitting[name] for name in others)


def _listed(commands: Iterable[Command]) -> list[Found]:
    """Return the lines of commands, places before all others."""
    return sorted(map(_command, commands), key=lambda line: line.group != _("Places"))


def _command(command: Command) -> Found:
    group = _("Places") if command.word.startswith("go-") else _("Commands")
    keys = shown_keys(command.shortcut) if command.shortcut else ""
    return Found(command.label, keys, command.icon, group, command.run, command.why_not() or "")


def _detail(hit: Hit) -> str:
    day = short_day(hit.day) if hit.day else ""
    return " · ".join(part for part in (hit.detail, day) if part)


def _opening(desk: Desk, hit: Hit) -> Callable[[], object]:
    if hit.kind == "piece":
        return lambda: desk.piece_opened.emit(hit.id)
    if hit.kind == "person":
        return lambda: desk.place_wanted.emit("experts", {"id": hit.id})
    if hit.kind in PAGES:
        place, page = PAGES[hit.kind]
        return lambda: desk.place_wanted.emit(place, {"page": page, "id": hit.id})
    return partial(_list_pieces, desk, hit, ("campaign",))


def _list_pieces(desk: Desk, hit: Hit, fields: Sequence[str]) -> None:
    """List the pieces that name what was found in one of these fields."""
    where = Group(Mode.ANY, tuple(Test(field, Operator.IS, (hit.id,)) for field in fields))
    desk.place_wanted.emit("calendar", {"view": "list", "stretch": "year", "where": where})
