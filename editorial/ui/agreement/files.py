"""Stage tags out to sales and their answers back, by files; read and written off the GUI thread."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from editorial.domain.drafts import Refusal
from editorial.domain.imports import Preview
from editorial.domain.period import Period
from editorial.errors import StaleEdit, Trouble
from editorial.language import _, ngettext
from editorial.ui.background import Progress
from editorial.ui.desk import Desk

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace


class TagFiles(QObject):
    """Asks for files through the prompts of the desk."""

    looked = Signal(object, object)
    """A file of answers was read: its preview and its path."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._preview: Preview | None = None
        self._source = Path()

    def export(self, period: Period) -> None:
        """Ask for a file and write the open tags of a period to it."""
        workspace = self._desk.workspace
        if workspace is None:
            return
        name = workspace.path.with_name(_("Stage tags {period}").format(period=period.name) + ".xlsx")
        kinds = _("Spreadsheet (*.xlsx);;Page to print or to answer in a browser (*.html)")
        path = self._desk.prompts.save_file("export agreement", _("Send open tags to sales"), str(name), kinds)
        if path is None:
            return
        target, today = path if path.suffix else path.with_suffix(".xlsx"), self._desk.today

        def write(_report: Progress) -> int:
            from editorial.exchange.agreement_html import write_tag_questions
            from editorial.services.agreement import questions

            asked = questions(workspace, period, today)
            write_tag_questions(asked, target)
            return len(asked.pieces)

        self._desk.background.run("export", write, lambda n: self._written(target, n), self._sorry)

    def ask(self) -> None:
        """Ask for a file of answers and look at it."""
        workspace = self._desk.workspace
        if workspace is None:
            return
        kinds = _("Answers (*.xlsx *.json *.csv);;All files (*)")
        path = self._desk.prompts.open_file("import agreement", _("Take in answers on stage tags"), kinds)
        if path is not None:
            self.look(path)

    def look(self, path: Path) -> None:
        """Read a file of answers and tell what it would change."""
        workspace = self._desk.workspace
        if workspace is None:
            return
        self._source = path

        def work(_report: Progress) -> Preview:
            return _looked_at(workspace, path)

        self._desk.background.run("answers", work, self._looked, self._sorry)

    def apply(self, *, skip_bad: bool) -> bool:
        """Take in what was looked at; where the workspace changed since, look again instead and return False."""
        from editorial.services.agreement_answers import apply_answers

        workspace, preview = self._desk.workspace, self._preview
        if workspace is None or preview is None:
            return False
        try:
            apply_answers(workspace, preview, skip_bad=skip_bad, source=self._source.name)
        except StaleEdit:
            self._desk.say(_("The workspace changed in between; this is what the answers would change now."))
            self.look(self._source)
            return False
        except Trouble as trouble:
            self._desk.tell(trouble)
            return False
        n = len(preview.changed)
        said = ngettext("{n} answer was taken in.", "{n} answers were taken in.", n).format(n=n)
        self._desk.say(said, _("Undo"), self._desk.undo)
        return True

    def save_refused(self, refused: Sequence[Refusal]) -> None:
        """Ask for a file and write the refused rows to it."""
        from editorial.exchange.whole_file import write_whole
        from editorial.ui.importing.applying import refusals_csv

        title, kinds = _("Save the refused rows"), _("Tables (*.csv)")
        path = self._desk.prompts.save_file("refused", title, _("refused rows.csv"), kinds)
        if path is None:
            return
        try:
            write_whole(path, refusals_csv(refused))
        except Trouble as trouble:
            self._desk.tell(trouble)
        else:
            self._desk.say(_("Saved: {name}").format(name=path.name))

    def _looked(self, preview: Preview) -> None:
        self._preview = preview
        self.looked.emit(preview, self._source)

    def _written(self, path: Path, pieces: int) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        said = ngettext("Written: {name} with {n} open tag", "Written: {name} with {n} open tags", pieces)
        self._desk.say(
            said.format(name=path.name, n=pieces), _("Show the folder"), lambda: QDesktopServices.openUrl(folder)
        )

    def _sorry(self, trouble: Trouble) -> None:
        self._desk.tell(trouble)


def _looked_at(workspace: "Workspace", path: Path) -> Preview:
    from editorial.exchange.agreement_answers import read_answers
    from editorial.services.agreement_answers import preview_answers

    return preview_answers(workspace, read_answers(path))
