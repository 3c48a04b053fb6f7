"""What is to be brought in, as far as it is known: read, matched and looked at off the GUI thread."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from editorial.domain.drafts import DraftKind
from editorial.domain.imports import Preview
from editorial.errors import Trouble
from editorial.exchange.columns import Matching
from editorial.language import _, ngettext
from editorial.services.import_results import DocumentResult
from editorial.ui.background import Job, Progress
from editorial.ui.desk import Desk
from editorial.ui.importing import looking
from editorial.ui.importing.events import EventsResult, TakenAs, Taking
from editorial.ui.importing.looking import Answers, Found, Holds, Source
from editorial.ui.importing.preview_page import counts
from editorial.ui.importing.remembering import remember, remembered

QUESTION = "import"
Answer = TypeVar("Answer")


class Input(QObject):
    """Holds the decisions of one import; a newer question makes the older one's answer unwanted."""

    was_read = Signal()
    matched = Signal()
    """The columns mean something else now."""
    looked = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.forget()

    def forget(self) -> None:
        """Begin anew."""
        self.source: Source | None = None
        self.found: Found | None = None
        self.matching: Matching | None = None
        self.preview: Preview | DocumentResult | None = None
        self.answers = Answers({})
        self.corrected: dict[str, str] = {}
        """The columns the user chose: field → heading."""
        self._sheet = ""
        self._sheets: tuple[str, ...] = ()
        self._holds: Holds | None = None
        self._job: Job | None = None
        self._edited = False
        self.busy = False

    def read(self, source: Source, holds: Holds | None) -> None:
        """Read a source from the beginning."""
        self.forget()
        self.source, self._holds = source, holds
        self._read()

    def choose_sheet(self, sheet: str) -> None:
        """Read another sheet of the same file."""
        self._sheet = sheet
        self._read()

    def choose_holds(self, holds: Holds) -> None:
        """Take the rows for something else."""
        if self.found is not None:
            self._holds = holds
            self.found = replace(self.found, holds=holds)
            self._match()
            self.matched.emit()

    def correct(self, heading: str, field: str) -> None:
        """Let a column become a field, or nothing."""
        assert self.matching is not None
        mapping = looking.whole_mapping(self.matching)
        mapping |= {name: "" for name, of in mapping.items() if of == heading}
        self.corrected = {name: of for name, of in self.corrected.items() if of != heading}
        if field:
            mapping[field] = self.corrected[field] = heading
        assert self.found is not None
        self.answers = replace(self.answers, mapping=mapping)
        self.matching = looking.matching_of(self.found, mapping)
        self._edited = True
        self.matched.emit()

    def answer(self, topic: str, answer: str) -> None:
        """Keep the answer to a question."""
        if topic == "date_order":
            self.answers = replace(self.answers, date_order=answer)
        else:
            self.answers = replace(self.answers, equal_names=answer)

    def take_as(self, taking: Taking) -> None:
        """Let the events of a calendar become something else."""
        self.answers = replace(self.answers, taking=taking)

    def look(self) -> None:
        """Find out what would happen."""
        workspace, found = self._desk.workspace, self.found
        if workspace is None or found is None:
            return
        work = partial(looking.look, workspace, found, self.answers, self._desk.today)
        self._run(work, self._looked)

    def cancel(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.cancel()
        self.busy = False

    def remember(self) -> None:
        """Keep corrected columns for the next file with these headings."""
        if self._edited and self.matching is not None and self.found is not None and self.found.table is not None:
            mapping = looking.whole_mapping(self.matching)
            remember(self._desk.preferences, self.matching.kind, self.found.table.headings, mapping)

    def why_not_look(self) -> str:
        """Say what keeps the rows from being looked at, or nothing."""
        if self.matching is None:
            return ""
        needed = {"title", "id", "url", "outside_id"}
        if self.matching.kind is DraftKind.PEOPLE:
            needed = {"name", "id", "email", "outside_id"}
        elif self.matching.kind is DraftKind.FIELD_NOTES:
            needed = {"name"}
        if needed & set(self.matching.mapping):
            return ""
        if self.matching.kind is DraftKind.PIECES:
            return _("No column is a title yet. Say which one is.")
        if self.matching.kind is DraftKind.FIELD_NOTES:
            return _("No column holds what was said yet. Say which one does.")
        return _("No column is a name yet. Say which one is.")

    @property
    def changes_nothing(self) -> bool:
        """Whether everything is there already, as far as can be told without answers."""
        preview = self.preview
        lacking = isinstance(preview, EventsResult) and preview.lacking
        return preview is not None and not any(counts(preview)[:2]) and not preview.questions and not lacking

    def why_not_apply(self, *, skip_bad: bool) -> str:
        """Say what keeps this from being applied, or nothing."""
        preview = self.preview
        if preview is None:
            return _("There is nothing to change.")
        if isinstance(preview, EventsResult) and preview.lacking:
            return preview.lacking
        if preview.questions:
            return _("Answer the question first.")
        if preview.refused and not skip_bad:
            return _("Some rows are refused. Tick that the others are to be taken, or mend the file.")
        if self._desk.workspace is not None and self._desk.workspace.readonly:
            return _("This workspace was opened for reading only.")
        return ""

    def nothing_there(self) -> str:
        """Say that what was asked for holds nothing."""
        if self.found is not None and self.found.calendar is not None:
            return _("Nothing in this calendar falls into these days.")
        return _("The file holds no rows.")

    def apply_label(self) -> str:
        """Return what the button that brings it in says."""
        if self.preview is None:
            return _("Import")
        n = sum(counts(self.preview)[:2])
        if isinstance(self.preview, EventsResult):
            if self.preview.taken_as is TakenAs.DATES:
                return ngettext("Import {n} date", "Import {n} dates", n).format(n=f"{n:,}")
            said = ngettext("Import {n} stretch of days away", "Import {n} stretches of days away", n)
            return said.format(n=f"{n:,}")
        if not isinstance(self.preview, Preview):
            return _("Import")
        if self.preview.kind is DraftKind.PIECES:
            return ngettext("Import {n} piece", "Import {n} pieces", n).format(n=f"{n:,}")
        if self.preview.kind is DraftKind.FIELD_NOTES:
            return ngettext("Import {n} field note", "Import {n} field notes", n).format(n=f"{n:,}")
        return ngettext("Import {n} person", "Import {n} people", n).format(n=f"{n:,}")

    def _read(self) -> None:
        assert self.source is not None
        workspace, today = self._desk.workspace, self._desk.today
        work = partial(looking.read_for, workspace, self.source, self._holds, self._sheet, today)
        self._run(work, self._was_read)

    def _was_read(self, found: Found) -> None:
        if found.table is not None:
            self._sheets = self._sheets or found.table.sheets
            found = replace(found, table=replace(found.table, sheets=self._sheets))
        self.found = found
        self._match()
        self.was_read.emit()

    def _match(self) -> None:
        """Match the headings: as they were corrected before, else as they read."""
        assert self.found is not None
        self.corrected, self._edited = {}, False
        if self.found.table is None:
            self.matching, self.answers = None, Answers({}, taking=self.found.taking)
            return
        kept = remembered(self._desk.preferences, DraftKind(self.found.holds.value), self.found.table.headings)
        self.answers = Answers(kept)
        self.matching = looking.matching_of(self.found, kept)

    def _looked(self, preview: Preview | DocumentResult) -> None:
        self.preview = preview
        self.looked.emit()

    def _run(self, work: Callable[[], Answer], then: Callable[[Answer], None]) -> None:
        def ended(answer: Answer) -> None:
            self.busy = False
            then(answer)

        def job(report: Progress) -> Answer:
            answer = work()
            report("", 1.0)  # Raises where it is not wanted any more.
            return answer

        self.busy = True
        self._job = self._desk.background.run(QUESTION, job, ended, self._sorry)

    def _sorry(self, trouble: Trouble) -> None:
        self.busy = False
        self.failed.emit(trouble)
