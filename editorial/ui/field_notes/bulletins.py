"""Saving the bulletin of answer cards: of which quarter, and into which file."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from editorial.domain.period import Period
from editorial.language import _, ngettext
from editorial.services import answer_cards
from editorial.services.workspaces import Workspace
from editorial.ui.desk import Desk
from editorial.ui.fields.options import Option
from editorial.ui.fields.picker import Picker
from editorial.ui.folders import show_folder


def choose_quarter(desk: Desk, owner: QWidget) -> Picker | None:
    """Offer the quarters there are, this one first; the chosen one is saved."""
    found = desk.ask(lambda w: answer_cards.quarters(w, today=desk.today))
    if found is None:
        return None
    picker = Picker(owner, _("Bulletin of which quarter"), desk.theme.tokens)
    current = found[0][0]
    picker.offer([Option(one, quarter_words(one, n)) for one, n in found], (current,), several=False)
    picker.picked.connect(lambda quarter: save_bulletin(desk, quarter))
    picker.open_below()
    return picker


def quarter_words(quarter: Period, n: int) -> str:
    """Return what the list says of a quarter."""
    return ngettext("{quarter} · {n} card", "{quarter} · {n} cards", n).format(quarter=quarter.name, n=n)


def save_bulletin(desk: Desk, quarter: Period) -> None:
    """Ask for a file and write the cards of a quarter into it, in the background."""
    workspace, today = desk.workspace, desk.today
    name = _("Bulletin {period}.html").format(period=quarter.name.replace("/", "-"))
    kinds = _("Web page (*.html);;PDF (*.pdf)")
    path = desk.prompts.save_file("bulletin", _("Save the bulletin"), name, kinds)
    if path is None or workspace is None:
        return
    desk.settle.emit()
    desk.background.run(
        "bulletin",
        lambda _report: _write(workspace, quarter, today, path),
        lambda n: _saved(desk, path, quarter, n),
        desk.tell,
    )


def _write(workspace: Workspace, quarter: Period, today: date, path: Path) -> int:
    from editorial.exchange.bulletin_files import write_bulletin

    made = answer_cards.quarterly(workspace, quarter, today=today)
    write_bulletin(made, path)
    return made.cards


def _saved(desk: Desk, path: Path, quarter: Period, n: int) -> None:
    said = ngettext("{file} is saved: {n} card of {quarter}.", "{file} is saved: {n} cards of {quarter}.", n)
    none = _("{file} is saved; it holds no card, as none was made in {quarter} or all are past their time.")
    words = (said if n else none).format(file=path.name, n=n, quarter=quarter.name)
    desk.say(words, _("Show the folder"), lambda: show_folder(desk, path.parent))
