"""Bringing field notes in from a table: what would come is said first, then all of it comes as one change."""

from pathlib import Path

from editorial.domain.drafts import Refusal
from editorial.domain.note_drafts import NoteDrafts, NotesPreview
from editorial.errors import Trouble
from editorial.exchange.field_notes import read_field_notes
from editorial.language import _, ngettext
from editorial.services import import_field_notes
from editorial.ui.desk import Desk

MOST_TOLD = 3
"""How many refused rows are named."""


def bring_notes(desk: Desk) -> None:
    """Ask for a table and bring its notes in; rows that cannot be taken are named before anything is done."""
    if desk.readonly or desk.workspace is None:
        return
    path = desk.prompts.open_file("notes", _("Import field notes"), _("Tables (*.csv *.xlsx *.json *.txt)"))
    drafts = read(desk, path) if path is not None else None
    if path is None or drafts is None:
        return
    found = desk.ask(lambda w: import_field_notes.preview(w, drafts))
    if found is None:
        return
    if found.refused:
        _ask_about(desk, path, drafts, found)
    else:
        take_in(desk, path, drafts)


def read(desk: Desk, path: Path) -> NoteDrafts | None:
    """Read a table; where days can be read in several ways, ask which one is meant."""
    try:
        drafts = read_field_notes(path, desk.lists.settings)
        if drafts.readings:
            options = [order_words(order) for order in drafts.readings]
            chosen = desk.prompts.choose("date-order", _("How are the days written?"), options)
            if chosen is None:
                return None
            drafts = read_field_notes(path, desk.lists.settings, date_order=drafts.readings[chosen])
    except Trouble as trouble:
        desk.tell(trouble)
        return None
    return drafts


def take_in(desk: Desk, path: Path, drafts: NoteDrafts) -> None:
    """Bring the notes in that can be taken, and say so with the way back."""
    today = desk.today
    done = desk.ask(lambda w: import_field_notes.apply(w, drafts, today=today, source=path.name, skip_bad=True))
    if done is None:
        return
    n = len(done.new)
    if not n:
        desk.say(_("Every field note of {name} is there already.").format(name=path.name))
        return
    said = ngettext("{n} field note came in from {name}.", "{n} field notes came in from {name}.", n)
    desk.say(said.format(n=n, name=path.name), _("Undo"), desk.undo)


def _ask_about(desk: Desk, path: Path, drafts: NoteDrafts, found: NotesPreview) -> None:
    """Name what cannot be taken; the others come in when that is wanted."""
    n = len(found.refused)
    head = ngettext(
        "Nothing came in: {n} row cannot be taken.", "Nothing came in: {n} rows cannot be taken.", n
    ).format(n=n)
    words = " ".join(map(_refusal_words, found.refused[:MOST_TOLD]))
    others = (_("Take the others"), lambda: take_in(desk, path, drafts)) if found.new else ("", None)
    desk.warn(f"{head} {words}", *others)


def _refusal_words(one: Refusal) -> str:
    return _("Line {line}: {reason}.").format(line=one.line, reason=one.reason)


def order_words(order: str) -> str:
    """Return an order of day and month as an example shows it."""
    words = {"dmy": _("31.12.2027: day first"), "mdy": _("12/31/2027: month first"), "ymd": _("2027-12-31: year first")}
    return words.get(order, order)
