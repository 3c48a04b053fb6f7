"""The import assistant: choose, check the columns, look, and bring it in as one change."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout

from editorial.errors import Trouble
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.importing.applying import Applying
from editorial.ui.importing.choose_page import ChoosePage
from editorial.ui.importing.columns_page import ColumnsPage
from editorial.ui.importing.done_page import DonePage
from editorial.ui.importing.foot import Foot
from editorial.ui.importing.input import Input
from editorial.ui.importing.looking import Holds, Source
from editorial.ui.importing.pasting import pasted_table
from editorial.ui.importing.preview_page import PreviewPage
from editorial.ui.importing.steps import Step, StepLine
from editorial.ui.importing.taking_strip import TakingStrip
from editorial.ui.overriding import override
from editorial.ui.place import Place

KINDS = frozenset(
    {
        "piece",
        "person",
        "field_note",
        "day_note",
        "segment",
        "stage",
        "status",
        "interest",
        "format",
        "channel",
        "campaign",
    }
)


class ImportPlace(Place):
    """Leads through the steps; all reading and looking happens off the GUI thread."""

    plans = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.step = Step.CHOOSE
        self.input = Input(desk)
        self.applying = Applying(desk)
        self.line = StepLine()
        self.choosing = ChoosePage(desk)
        self.columns = ColumnsPage(desk)
        self.preview = PreviewPage()
        self.done = DonePage(desk)
        self.foot = Foot()
        self.taking = TakingStrip(desk)
        self.stack = QStackedWidget()
        for page in (self.choosing, self.columns, self.preview, self.done):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.taking)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)
        self._connect()
        self._show(Step.CHOOSE)

    @override
    def title(self) -> str:
        return _("Import")

    @override
    def status(self) -> str:
        return self.input.source.name if self.input.source is not None else ""

    @override
    def arrive(self, **wanted: Any) -> None:
        if isinstance(path := wanted.get("path"), (str, Path)):
            self.read(Source(Path(path)), Holds(told) if (told := wanted.get("holds")) else None)
        elif isinstance(text := wanted.get("text"), str):
            self.read(Source(text=text))
        elif self.step in (Step.CHOOSE, Step.DONE):
            self.start_over()

    def start_over(self) -> None:
        """Begin with another file."""
        self.input.forget()
        self.choosing.refuse("")
        self._show(Step.CHOOSE)
        self.choosing.choose.setFocus()

    def read(self, source: Source, told: Holds | None = None) -> None:
        """Read a file or pasted rows, and show what was found; `told` is what it holds, else the user's word counts."""
        if self.applying.busy:
            self.desk.say(_("An import is under way. Bring in the next file once it has ended."))
            return
        self.choosing.refuse("")
        self._show(Step.CHOOSE)
        self.foot.work(_("Reading {name} …").format(name=source.name))
        self.input.read(source, told or self.choosing.told)

    def look(self) -> None:
        """Find out what would happen."""
        self.foot.work(_("Looking at every row …"))
        self.input.look()

    def apply(self) -> None:
        """Bring it in."""
        if self.input.preview is not None and self.input.found is not None:
            self.taking.setEnabled(False)
            self.foot.work(_("Importing …"), 0.0)
            self.applying.begin(self.input.found, self.input.preview, self.input.answers, skip_bad=self.preview.skips)

    def _choose_file(self) -> None:
        kinds = _(
            "Tables, documents and calendars (*.csv *.tsv *.txt *.xlsx *.xlsm *.json *.ics *.ical);;All files (*)"
        )
        path = self.desk.prompts.open_file("import", _("Import"), kinds)
        if path is not None:
            self.read(Source(path))

    def _paste(self) -> None:
        text = pasted_table()
        if text:
            self.read(Source(text=text))
        else:
            self.choosing.refuse(_("There are no rows on the clipboard. Copy some in your spreadsheet first."))

    def _was_read(self) -> None:
        found = self.input.found
        assert found is not None
        self.retitled.emit()
        if self.input.answers.taking is not None:
            self.taking.show_taking(self.input.answers.taking)
        if found.table is None:
            self.look()
            return
        self.columns.show_found(found)
        self._matched()
        self._show(Step.COLUMNS)
        self.foot.next.setFocus()

    def _matched(self) -> None:
        if self.input.matching is not None:
            self.columns.show_matching(self.input.matching, self.input.corrected)
        if self.step is Step.COLUMNS:
            self._offer()

    def _looked(self) -> None:
        assert self.input.preview is not None
        self.preview.show_preview(self.input.preview, self.input.nothing_there())
        self._show(Step.PREVIEW)
        focus = QApplication.focusWidget()
        if focus is not None and self.taking.isVisible() and self.taking.isAncestorOf(focus):
            return
        if answers := list(self.preview.questions.buttons.values()):
            answers[0].setFocus()
        elif self.foot.next.isEnabled():
            self.foot.next.setFocus()
        else:
            (self.preview.tabs if self.preview.skip.isHidden() else self.preview.skip).setFocus()

    def _sorry(self, trouble: Trouble) -> None:
        if self.step is Step.CHOOSE:
            self.choosing.refuse(str(trouble))
            self._offer()
        else:
            self._offer()
            self.desk.tell(trouble)

    def _applied(self) -> None:
        done = self.applying.done
        assert done is not None
        self.done.show_done(done.said, done.detail, done.show, undoable=done.change_id is not None)
        self._show(Step.DONE)
        if self.input.found is not None:
            self.input.remember()

    def _next(self) -> None:
        if self.step is Step.COLUMNS:
            self.look()
        elif self.step is Step.PREVIEW and self.input.changes_nothing:
            self.start_over()
        elif self.step is Step.PREVIEW:
            self.apply()

    def _back(self) -> None:
        if self.step is Step.PREVIEW and self.input.found is not None and self.input.found.table is not None:
            self._show(Step.COLUMNS)
        else:
            self.start_over()

    def _cancel(self) -> None:
        self.input.cancel()
        self.applying.cancel()
        self._offer()

    def _show(self, step: Step) -> None:
        self.step = step
        found = self.input.found
        self.line.show_step(step, without_columns=found is not None and found.table is None)
        self.taking.setVisible(step is Step.PREVIEW and found is not None and found.calendar is not None)
        self.stack.setCurrentIndex(step)
        self._offer()

    def _offer(self) -> None:
        """Offer the next step, or say what keeps it."""
        self.taking.setEnabled(not self.applying.busy)
        if self.step is Step.COLUMNS:
            self.foot.offer(_("Look at the result"), self.input.why_not_look())
        elif self.step is Step.PREVIEW and self.input.changes_nothing:
            self.foot.offer(_("Import another file"))
        elif self.step is Step.PREVIEW:
            self.foot.offer(self.input.apply_label(), self.input.why_not_apply(skip_bad=self.preview.skips))
        else:
            self.foot.offer("", back=False)
        self.foot.setVisible(self.step in (Step.COLUMNS, Step.PREVIEW))
        if self.step is Step.CHOOSE and self.input.busy:
            self.foot.show()

    def _answered(self, topic: str, answer: str) -> None:
        if topic == "sheet":
            self.foot.work(_("Reading {name} …").format(name=self.status()))
            self.input.choose_sheet(answer)
            return
        self.input.answer(topic, answer)
        self.look()

    def _taken(self) -> None:
        self.input.take_as(self.taking.taking)
        self.look()

    def _save_refused(self) -> None:
        path = self.desk.prompts.save_file(
            "refused", _("Save the refused rows"), _("refused rows.csv"), _("Tables (*.csv)")
        )
        if path is not None and self.applying.save_refused(self.preview.refused, path):
            self.desk.say(_("Saved: {name}").format(name=path.name))

    def _changed(self, kinds: frozenset[str]) -> None:
        """Look again where somebody changed what the preview is about; say where the import was taken back."""
        if self.step is Step.PREVIEW and kinds & KINDS and not self.applying.busy:
            self.look()
        elif self.step is Step.DONE and self.applying.was_undone():
            self.done.undone()

    def _opened(self) -> None:
        if self.step is Step.PREVIEW:
            self.look()
        elif self.step is Step.DONE:
            self.start_over()

    def _connect(self) -> None:
        self.choosing.file_wanted.connect(self._choose_file)
        self.choosing.paste_wanted.connect(self._paste)
        self.columns.holds_chosen.connect(lambda word: self.input.choose_holds(Holds(word)))
        self.columns.sheet_chosen.connect(self.input.choose_sheet)
        self.columns.columns.chosen.connect(self.input.correct)
        self.taking.changed.connect(self._taken)
        self.preview.questions.answered.connect(self._answered)
        self.preview.skip_changed.connect(self._offer)
        self.preview.save_wanted.connect(self._save_refused)
        self.done.undo_wanted.connect(self.applying.undo)
        self.done.show_wanted.connect(self.applying.show)
        self.done.again_wanted.connect(self.start_over)
        self.foot.next_wanted.connect(self._next)
        self.foot.back_wanted.connect(self._back)
        self.foot.cancel_wanted.connect(self._cancel)
        self.input.was_read.connect(self._was_read)
        self.input.matched.connect(self._matched)
        self.input.looked.connect(self._looked)
        self.input.failed.connect(self._sorry)
        self.applying.progress.connect(lambda fraction: self.foot.work(_("Importing …"), fraction))
        self.applying.applied.connect(self._applied)
        self.applying.failed.connect(self._sorry)
        self.applying.cancelled.connect(self._offer)
        self.desk.changed.connect(lambda notice: self._changed(notice.kinds))
        self.desk.opened.connect(self._opened)
