"""What the box on Ctrl+K lists: finds of the workspace, places and commands, each with what choosing it does."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

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
ICONS = {"piece": "file-text", "person": "user", "campaign": "megaphone"}


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


def found_hits(desk: Desk, hits: Iterable[Hit]) -> list[Found]:
    """Return the lines for what a search found."""
    groups = {"piece": _("Pieces"), "person": _("People"), "campaign": _("Campaigns")}
    return [
        Found(hit.title, _detail(hit), ICONS[hit.kind], groups[hit.kind], _opening(desk, hit))
        for hit in hits
        if hit.kind in groups
    ]


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
    fields = ("campaign",) if hit.kind == "campaign" else ("authors", "owner")
    where = Group(Mode.ANY, tuple(Test(field, Operator.IS, (hit.id,)) for field in fields))
    return lambda: desk.place_wanted.emit("calendar", {"view": "list", "stretch": "year", "where": where})
