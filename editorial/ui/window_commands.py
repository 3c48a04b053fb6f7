"""Everything a window can do in any place: the menu, the keyboard and the box on Ctrl+K take it from here."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from editorial.language import _
from editorial.locations import log_folder
from editorial.ui.commands import Command
from editorial.ui.folders import show_folder
from editorial.ui.importing.pasting import pasted_table

if TYPE_CHECKING:
    from editorial.ui.theme import Choice
    from editorial.ui.window import Window

WhyNot = Callable[[], str | None]
ZOOM_STEP = 0.1


def window_commands(window: "Window") -> list[Command]:
    """Return the commands of a window, places included."""
    return [
        *_edit(window),
        *_files(window),
        *_exports(window),
        *_places(window),
        *_look(window),
        *_help(window),
        Command("close", _("Close window"), lambda: _close(window), "Ctrl+W", "x"),
        Command("quit", _("Quit"), QGuiApplication.quit, "Ctrl+Q"),
    ]


def _edit(window: "Window") -> list[Command]:
    desk, nothing, writes = window.desk, _needs_workspace(window), _needs_writing(window)

    def redoable() -> str | None:
        return nothing() or _why_not_redo(window)

    return [
        Command("new-piece", _("New piece"), window.new_piece, "N", "plus", writes, ("Ctrl+N",)),
        _capture(window),
        Command("search", _("Search or command"), window.search, "Ctrl+K", "search", also=("/",)),
        Command("undo", _("Undo"), desk.undo, "Ctrl+Z", "undo-2", lambda: nothing() or _why_not_undo(window)),
        Command("redo", _("Redo"), desk.redo, "Ctrl+Shift+Z", "redo-2", redoable, ("Ctrl+Y",)),
        Command("back", _("Back to the place before"), window.back, "Alt+Left", "arrow-left"),
    ]


def _files(window: "Window") -> list[Command]:
    files, nothing, writes = window.files, _needs_workspace(window), _needs_writing(window)
    return [
        Command("new", _("New workspace…"), files.new, "", "file-plus"),
        Command("new-lists", _("New workspace with these lists…"), files.new_with_lists, "", "copy", nothing),
        Command("open", _("Open…"), files.open, "Ctrl+O", "folder-open"),
        Command("sample", _("Open the sample"), files.open_sample),
        Command("copy", _("Save a copy…"), files.save_copy, "Ctrl+Shift+S", "copy", nothing),
        Command("window", _("Second window on this workspace"), files.open_in_another, "Ctrl+Alt+N", "", nothing),
        Command("import", _("Import…"), lambda: window.visit("import"), "Ctrl+I", "import", writes),
        Command("paste", _("Import copied rows"), lambda: _paste(window), "Ctrl+V", "import", writes),
        Command("backup", _("Back up now"), files.back_up, "", "database", nothing),
        Command("author", _("I am…"), files.ask_author, "", "user"),
        Command("reminders", _("Turn reminders off or on"), lambda: _turn_reminders(window), "", "clock"),
    ]


def _turn_reminders(window: "Window") -> None:
    """Made once the window is shown, they are not there when the commands are."""
    window.reminding.turn()


def _exports(window: "Window") -> list[Command]:
    labels = {
        "pieces": _("Export pieces…"),
        "people": _("Export people…"),
        "settings": _("Export settings…"),
        "all": _("Export everything…"),
    }

    def command(kind: str, label: str) -> Command:
        return Command(
            f"export-{kind}", label, lambda: window.files.export(kind), "", "upload", _needs_workspace(window)
        )

    return [*(command(kind, label) for kind, label in labels.items()), _pack(window), _share(window)]


def _pack(window: "Window") -> Command:
    def open_now() -> None:
        from editorial.ui.pack.opening import open_pack

        open_pack(window.desk, window, getattr(window.place, "period", None))

    return Command("pack", _("Kickoff pack…"), open_now, "", "presentation", _needs_workspace(window))


def _share(window: "Window") -> Command:
    def open_now() -> None:
        from editorial.ui.onlooker.opening import share_from

        share_from(window)

    return Command("share", _("Share the calendar…"), open_now, "", "calendar-days", _needs_workspace(window))


def _places(window: "Window") -> list[Command]:
    def command(word: str) -> Command:
        entry = window.entry(word)
        return Command(f"go-{word}", entry.label, lambda: window.visit(word), entry.shortcut, entry.icon)

    return [command(word) for word in window.words() if window.entry(word).group]


def _look(window: "Window") -> list[Command]:
    return [
        Command("larger", _("Larger text"), lambda: _zoom(window, ZOOM_STEP), "Ctrl++", also=("Ctrl+=",)),
        Command("smaller", _("Smaller text"), lambda: _zoom(window, -ZOOM_STEP), "Ctrl+-"),
        Command("normal", _("Normal text size"), lambda: _zoom(window, None), "Ctrl+0"),
        Command("side", _("Show or hide the side panel"), window.toggle_side, "Ctrl+\\", "panel-right-open"),
        Command("system", _("Theme: as the system"), lambda: _theme(window, "system"), "", "monitor"),
        Command("light", _("Theme: light"), lambda: _theme(window, "light"), "", "sun"),
        Command("dark", _("Theme: dark"), lambda: _theme(window, "dark"), "", "moon"),
    ]


def _help(window: "Window") -> list[Command]:
    def page(word: str) -> None:
        window.visit("help", page=word)

    return [
        # The page of the place that is shown; where there is none, the page read last or the first.
        Command("manual", _("Manual"), lambda: page(window.word.replace("_", "-")), "F1", "book-open-text"),
        Command("glossary", _("Glossary"), lambda: page("glossary"), "", "tag"),
        Command("keys", _("Keyboard shortcuts"), window.show_keys, "?", "keyboard"),
        Command("about", _("About Editorial"), lambda: page("about"), "", "info"),
        Command("log", _("Open the log folder"), lambda: _open_log(window), "", "folder-open"),
        Command("report", _("Copy a report about the program"), lambda: _copy_report(window), "", "copy"),
        Command("menu", _("Workspace menu"), window.open_menu, "F10", "ellipsis"),
    ]


def _capture(window: "Window") -> Command:
    def run() -> None:
        from editorial.ui.field_notes.capture import open_capture

        front = _front(window)
        open_capture(front.desk, front)

    why_not, icon = _needs_writing(window), "message-square-quote"
    return Command("capture", _("Field note…"), run, "Ctrl+Shift+N", icon, why_not, everywhere=True)


def _front(window: "Window") -> "Window":
    """Return the window that is worked in, or whose dialog is; this one where another kind of window is in front."""
    front = QApplication.activeWindow()
    while front is not None and (owner := front.parentWidget()) is not None:
        front = owner.window()
    return front if isinstance(front, type(window)) else window


def _paste(window: "Window") -> None:
    """Show rows from a spreadsheet in the import assistant; in a field of text the same keys paste as usual."""
    if rows := pasted_table():
        window.visit("import", text=rows)
    else:
        window.desk.say(_("There are no rows on the clipboard. Copy some in your spreadsheet first."))


def _needs_workspace(window: "Window") -> WhyNot:
    return lambda: None if window.desk.workspace is not None else _("No workspace is open yet.")


def _needs_writing(window: "Window") -> WhyNot:
    def why_not() -> str | None:
        workspace = window.desk.workspace
        if workspace is None:
            return _("No workspace is open yet.")
        return _("This workspace was opened for reading only.") if workspace.readonly else None

    return why_not


def _why_not_undo(window: "Window") -> str | None:
    from editorial.services.history import next_undo

    return None if window.desk.ask(next_undo) else _("There is nothing to undo.")


def _why_not_redo(window: "Window") -> str | None:
    from editorial.services.history import next_redo

    return None if window.desk.ask(next_redo) else _("There is nothing to do again.")


def _zoom(window: "Window", step: float | None) -> None:
    theme = window.desk.theme
    theme.enlarge(1.0 if step is None else theme.zoom + step)
    window.desk.preferences.put("zoom", theme.zoom)
    window.desk.say(_("Text size {n} %").format(n=round(theme.zoom * 100)))


def _theme(window: "Window", choice: "Choice") -> None:
    window.desk.theme.choose(choice)
    window.desk.preferences.put("theme", choice)


def _close(window: "Window") -> None:
    window.close()


def _open_log(window: "Window") -> None:
    with suppress(OSError):
        log_folder().mkdir(parents=True, exist_ok=True)
    show_folder(window.desk, log_folder())


def _copy_report(window: "Window") -> None:
    from editorial.ui.reports import facts

    QGuiApplication.clipboard().setText(facts(window.desk))
    window.desk.say(_("The report is on the clipboard. It holds versions and counts, none of your texts."))
