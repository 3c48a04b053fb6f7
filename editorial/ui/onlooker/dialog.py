"""“Share the calendar…”: what the view shows, told to somebody; the window stays in use and the dialog follows it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from editorial.domain.audience import Audience
from editorial.domain.condition_words import sentence
from editorial.domain.conditions import Condition
from editorial.domain.onlooker import Layout
from editorial.domain.period import Period
from editorial.domain.records import Entry
from editorial.domain.vocabulary import Phase
from editorial.errors import Trouble
from editorial.language import _, ngettext
from editorial.ui.background import Progress
from editorial.ui.desk import Desk
from editorial.ui.labels import plain_label, say_on, side_by_side
from editorial.ui.onlooker.content import ContentPage
from editorial.ui.onlooker.folder import FolderPage
from editorial.ui.onlooker.keeping import keeper_of
from editorial.ui.onlooker.pieces import PiecesPage
from editorial.ui.onlooker.preview import Preview, first_page, lines_of, page_text
from editorial.ui.onlooker.wanted import Shared, calendar_of, file_name, form_of, with_form
from editorial.ui.running import Running
from editorial.ui.segmented import Segmented

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace

MOMENT_MS = 150
"""How long the preview waits for the next tick."""
LEFT_IN_LETTERS, SIZE_IN_LETTERS, LINES = 46, 136, 36
Seen = tuple[list[Entry], QImage | str, int]
"""The pieces there are, a picture or a text, and how many pages it has (0 for a text)."""


class ShareDialog(QDialog):
    """Saves as many files as are wanted; what was chosen comes back the next time."""

    previewed = Signal()
    written = Signal(object)
    """The path of a file that is there now."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(_("Share the calendar"))
        self._desk = desk
        self._gone = False
        self._written: Path | None = None
        self._period: Period | None = None
        self._where: Condition | None = None
        self._named = ""
        self.what = plain_label("strong")
        self.filtered = plain_label("small")
        self.content = ContentPage(desk.theme)
        self.pieces = PiecesPage()
        self.folder = FolderPage(desk, keeper_of(desk), self.shared)
        pages = [("content", _("Content")), ("pieces", _("Pieces")), ("folder", _("Folder"))]
        self.page = Segmented(pages, _("Page"))
        self.pages = QStackedWidget()
        self.preview = Preview()
        self.state = plain_label("small")
        self.running = Running()
        self.save = QPushButton(_("Save…"))
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        self.show_file, self.show_folder = QPushButton(_("Open")), QPushButton(_("Show the folder"))
        self.shut = QPushButton(_("Close"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(MOMENT_MS)
        self._arrange()
        self._connect()
        self.content.come_back(desk.preferences)
        self._show_written(None)
        letter, room = self.fontMetrics(), self.screen().availableSize()
        wanted = QSize(letter.averageCharWidth() * SIZE_IN_LETTERS, letter.height() * LINES)
        self.resize(wanted.boundedTo(room))
        self.save.setFocus()

    @property
    def left(self) -> bool:
        """Whether it was closed; it is gone a moment later."""
        return self._gone

    def shared(self) -> Shared | None:
        """Return what is chosen, or None before a view was shown."""
        if self._period is None:
            return None
        content = self.content
        return Shared(
            self._period,
            self._where,
            Audience(content.audience.chosen),
            tuple(content.fields.ticked),
            self.pieces.left_out,
            content.paper.chosen,
            Layout(content.layout_.chosen),
        )

    def show_view(self, period: Period, where: Condition | None, named: str) -> None:
        """Share this range under this filter from now on."""
        self._period, self._where, self._named = period, where, named
        self.what.setText(named)
        told = _("Filter: {filter}").format(filter=sentence(where, self._desk.lists)) if where else ""
        say_on(self.filtered, told)
        self._refresh()

    def show_page(self, word: str) -> None:
        """Turn to one of the pages."""
        self.page.choose(word)
        if word == "folder":
            self.folder.take_suggestion()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        for part in (self.what, self.filtered):
            left.addWidget(part)
        left.addLayout(side_by_side(self.page, None))
        for page in (self.content, self.pieces, self.folder):
            self.pages.addWidget(page)
        left.addWidget(self.pages, 1)
        self.pages.setFixedWidth(self.fontMetrics().averageCharWidth() * LEFT_IN_LETTERS)
        halves = QHBoxLayout()
        halves.setSpacing(20)
        halves.addLayout(left)
        halves.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(halves, 1)
        column.addWidget(self.state)
        column.addLayout(side_by_side(self.show_file, self.show_folder, self.running, None, self.shut, self.save))

    def _connect(self) -> None:
        self.page.changed.connect(self._turn)
        self.content.changed.connect(self._refresh)
        self.pieces.changed.connect(self._refresh)
        self._soon.timeout.connect(self._look)
        self.save.clicked.connect(self._save)
        self.show_file.clicked.connect(lambda: self._open(self._written))
        self.show_folder.clicked.connect(lambda: self._open(self._written and self._written.parent))
        self.shut.clicked.connect(self.close)
        self.finished.connect(self._leave)
        self._desk.opened.connect(self.close)

    def _turn(self, word: str) -> None:
        page = {"content": self.content, "pieces": self.pieces, "folder": self.folder}[word]
        self.pages.setCurrentWidget(page)

    def _leave(self) -> None:
        """What is being written is written all the same; the window then says so."""
        self._gone = True
        self._soon.stop()
        self.content.keep(self._desk.preferences)

    def _refresh(self) -> None:
        self._show_written(None)
        say_on(self.state, "")
        self.folder.show_state()
        self._soon.start()

    def _look(self) -> None:
        """Read the pieces and draw the preview in the background."""
        workspace, shared, form = self._desk.workspace, self.shared(), self.content.form.chosen
        if workspace is None or shared is None:
            return
        today = self._desk.today

        def work(report: Progress) -> Seen:
            entries = _entries(workspace, shared)
            report("", 0.2)
            calendar = calendar_of(workspace, shared, today)
            report("", 0.4)
            if form == "pdf":
                image, pages = first_page(calendar, shared)
                return entries, image, pages
            return entries, page_text(calendar) if form == "html" else lines_of(calendar), 0

        self._desk.background.run("onlooker preview", work, self._show, self._unseen)

    def _show(self, seen: Seen) -> None:
        if self._gone:
            return
        entries, found, pages = seen
        self._show_pieces(entries)
        if isinstance(found, QImage):
            said = ngettext("Page 1 of {n}", "Page 1 of {n}", pages).format(n=pages)
            self.preview.show_page(found, said)
        elif self.content.form.chosen == "html":
            self.preview.show_text(found, _("The text of the page; a browser shows it in full."))
        else:
            self.preview.show_text(found, _("This is what calendar programs list."))
        self.previewed.emit()

    def _show_pieces(self, entries: Sequence[Entry]) -> None:
        if [entry.id for entry in entries] != self.pieces.list.order or not entries:
            self.pieces.show_pieces(entries)
            self.folder.show_state()

    def _unseen(self, trouble: Trouble) -> None:
        if not self._gone:
            self.preview.show_text("", "")
            say_on(self.state, str(trouble), "bad")

    def _save(self) -> None:
        workspace, shared, form = self._desk.workspace, self.shared(), self.content.form.chosen
        if workspace is None or shared is None:
            return
        kinds = {"ics": _("Calendar (*.ics)"), "html": _("Web page (*.html)"), "pdf": _("PDF (*.pdf)")}
        proposed = workspace.path.with_name(file_name(workspace.path.stem, shared, form, self._named))
        asked = self._desk.prompts.save_file("share", _("Save the calendar"), str(proposed), kinds[form])
        if asked is None:
            return
        path, today = with_form(asked, form), self._desk.today
        self.content.keep(self._desk.preferences)
        self.save.setEnabled(False)
        say_on(self.state, _("Writing {name}").format(name=path.name))

        def work(report: Progress) -> Path:
            from editorial.exchange.whole_file import write_whole

            report("", 0.0)
            data = form_of(workspace, calendar_of(workspace, shared, today), path, shared)
            report("", 1.0)
            write_whole(path, data)
            return path

        run = self._desk.background.run
        self.running.begin(run("onlooker file", work, self._saved, self._sorry, cancelled=self._cancelled))

    def _cancelled(self) -> None:
        if not self._gone:
            self._over()
            say_on(self.state, _("Cancelled; nothing was written."))

    def _over(self) -> None:
        self.running.end()
        self.save.setEnabled(True)

    def _saved(self, path: Path) -> None:
        said = _("Written: {name}").format(name=path.name)
        if self._gone:
            self._desk.say(said, _("Open"), lambda: _show_outside(path))
            return
        self._over()
        self._show_written(path)
        say_on(self.state, said, "good")
        self.show_file.setFocus()
        self.written.emit(path)

    def _sorry(self, trouble: Trouble) -> None:
        if self._gone:
            self._desk.tell(trouble)
            return
        self._over()
        say_on(self.state, str(trouble), "bad")

    def _open(self, path: Path | None) -> None:
        if path is not None:
            _show_outside(path)

    def _show_written(self, path: Path | None) -> None:
        self._written = path
        for button in (self.show_file, self.show_folder):
            button.setVisible(path is not None)


def _entries(workspace: "Workspace", shared: Shared) -> list[Entry]:
    """Return the pieces that could be shared: those that are parked never are."""
    from editorial.services.calendar import between
    from editorial.services.lists import read_lists

    lists = read_lists(workspace)
    found = between(workspace, shared.period.first, shared.period.last, shared.where)
    return [entry for entry in found if lists.phase(entry.status_id) is not Phase.PARKED]


def _show_outside(path: Path) -> Any:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
