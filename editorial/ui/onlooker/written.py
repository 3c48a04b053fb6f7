"""Writing shared calendars into a folder, where they read differently from what is there."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from editorial.errors import RuleBroken, Trouble
from editorial.exchange.onlooker_ics import onlooker_ics
from editorial.exchange.whole_file import write_whole
from editorial.services.onlooker import around, person_calendar, stamped
from editorial.ui.onlooker.kept import Kept
from editorial.ui.onlooker.wanted import calendar_of, form_of

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace

File = tuple[Path, str, Callable[[], bytes]]
"""A file, what tells whether it reads as it did, and what makes it."""


class Outcome(NamedTuple):
    """What came of writing: what tells the files that read as they should, and why others could not be written."""

    digests: dict[str, str]
    trouble: Trouble | None = None


def written(workspace: "Workspace", kept: Kept, today: date) -> Outcome:
    """Write the files that are not there or would read differently, as many as can be written.

    The day on which a calendar is made does not count, nor does a change that nobody is told of.
    """
    digests: dict[str, str] = {}
    trouble: Trouble | None = None
    for path, digest, data in _files(workspace, kept, today):
        if kept.digests.get(path.name) != digest or not _is_there(path):
            try:
                write_whole(path, data())
            except Trouble as found:
                trouble = trouble or found
                continue
        digests[path.name] = digest
    return Outcome(digests, trouble)


def _files(workspace: "Workspace", kept: Kept, today: date) -> Iterator[File]:
    if kept.forms:
        shared = replace(kept.shared, period=around(today)) if kept.whole else kept.shared
        calendar = calendar_of(workspace, shared, today)
        told = digest_of(replace(calendar, made_on=date.min), shared.paper, shared.layout.value)
        for path in kept.paths:
            yield path, told, partial(form_of, workspace, calendar, path, shared)
    yield from _people(workspace, kept, today)


def _people(workspace: "Workspace", kept: Kept, today: date) -> Iterator[File]:
    """Give the own calendars of people; the file of somebody who is no longer there stays as it is."""
    for uid, name in kept.people:
        try:
            calendar, besides = person_calendar(workspace, uid, today=today)
        except RuleBroken:
            continue
        told = digest_of(replace(calendar, made_on=date.min), besides)
        yield kept.folder / name, told, partial(onlooker_ics, calendar, stamped(workspace), besides)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # Of a folder that nobody may look into.
        return False


def digest_of(*parts: object) -> str:
    """Return what tells whether something reads as it did."""
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
