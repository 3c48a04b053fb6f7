"""Bringing it in: one change off the GUI thread, with progress, and what to say of it afterwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editorial.domain.drafts import DraftKind, Refusal
from editorial.domain.imports import ImportResult, Preview
from editorial.errors import BadFile, Trouble
from editorial.exchange.cells import guarded
from editorial.exchange.whole_file import write_whole
from editorial.language import _, ngettext
from editorial.services import history, importing
from editorial.services.import_results import DocumentResult
from editorial.services.workspaces import Workspace
from editorial.ui.background import Job, Progress
from editorial.ui.desk import Desk
from editorial.ui.importing import looking
from editorial.ui.importing.events import EventsResult, TakenAs, came_in
from editorial.ui.importing.looking import Answers, Found
from editorial.ui.importing.preview_page import counts


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, in words, and where it can be seen."""

    said: str
    detail: str = ""
    show: str = ""
    place: str = ""
    kind: str = ""
    """The list that is shown in the settings."""
    day: date | None = None
    change_id: int | None = None


class Applying(QObject):
    """Applies one preview at a time."""

    progress = Signal(float)
    applied = Signal()
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._job: Job | None = None
        self.busy = False
        self.done: Done | None = None

    def begin(self, found: Found, preview: Preview | DocumentResult, answers: Answers, *, skip_bad: bool) -> None:
        """Apply it in the background; until it is committed it can be cancelled, and then nothing of it is left."""
        workspace, today = self._desk.workspace, self._desk.today
        if workspace is None or self.busy:
            return

        def work(report: Progress) -> Done:
            if isinstance(preview, Preview):
                return _bring_rows(workspace, preview, found.source.name, today, report, skip_bad=skip_bad)
            result = looking.bring_document(workspace, found, answers, today, skip_bad=skip_bad)
            if isinstance(result, EventsResult):
                return _events_done(result, found.source.name, today, _newest(workspace))
            said, detail = _document_words(result, found.source.name), _detail(result)
            return Done(said, detail, _("Show settings"), "settings", change_id=_newest(workspace))

        self.busy = True
        self._job = self._desk.background.run(
            "apply an import",
            work,
            self._ended,
            self._sorry,
            progress=lambda _words, fraction: self.progress.emit(fraction),
            cancelled=self._was_cancelled,
        )

    def cancel(self) -> None:
        """Stop at the next chance; nothing of it is kept then."""
        if self._job is not None and self.busy:
            self._job.cancel()

    def show(self) -> None:
        """Go where it can be seen."""
        if self.done is not None and self.done.place:
            wanted: dict[str, object] = {"kind": self.done.kind} if self.done.kind else {}
            if self.done.day is not None:
                wanted = {"view": "month", "day": self.done.day}
            self._desk.place_wanted.emit(self.done.place, wanted)

    def undo(self) -> None:
        """Take it back where it is the newest change; else show the history, where changes stand one by one."""
        newest = self._desk.ask(lambda w: history.changes(w, limit=1)) or []
        if self.done is not None and newest and newest[0].id == self.done.change_id:
            self._desk.undo()
            return
        self._desk.say(_("Something was changed since. Go back as far as you want to in the history."))
        self._desk.place_wanted.emit("history", {})

    def was_undone(self) -> bool:
        """Tell whether the import was taken back."""
        if self.done is None or self.done.change_id is None:
            return False
        change_id = self.done.change_id
        lines = self._desk.ask(lambda w: history.changes(w, limit=1, before=change_id + 1)) or []
        return bool(lines) and lines[0].id == change_id and lines[0].undone

    def save_refused(self, refused: Sequence[Refusal], path: Path) -> bool:
        """Write the refused rows as CSV, whole or not at all; trouble is told."""
        try:
            write_whole(path, refusals_csv(refused))
        except BadFile as trouble:
            self._desk.tell(trouble)
            return False
        return True

    def _ended(self, done: Done) -> None:
        self.busy, self.done = False, done
        self.applied.emit()

    def _sorry(self, trouble: Trouble) -> None:
        self.busy = False
        self.failed.emit(trouble)

    def _was_cancelled(self) -> None:
        self.busy = False
        self._desk.say(_("Cancelled. Nothing was changed."))
        self.cancelled.emit()


def _bring_rows(
    workspace: Workspace, preview: Preview, name: str, today: date, report: Progress, *, skip_bad: bool
) -> Done:
    result = importing.apply(workspace, preview, skip_bad, name, lambda fraction: report("", fraction))
    day = day_to_show(preview, today)
    if preview.kind is DraftKind.PEOPLE:
        show, place = _("Show people"), "experts"
        day = None
    elif preview.kind is DraftKind.FIELD_NOTES:
        show, place = _("Show field notes"), "field_notes"
    elif day is not None:
        show, place = _("Show on the calendar"), "calendar"
    else:
        show, place = _("Show ideas"), "ideas"
    kind = "person" if preview.kind is DraftKind.PEOPLE else ""
    return Done(_row_words(result, name), _detail(preview), show, place, kind, day, result.change_id)


def _events_done(result: EventsResult, name: str, today: date, change_id: int | None) -> Done:
    said, detail = came_in(result, name), _detail(result)
    if result.taken_as is TakenAs.AWAY:
        return Done(said, detail, _("Show people"), "experts", "person", change_id=change_id)
    day = _next_of((first for _who, _name, first, _last in result.rows), today)
    return Done(said, detail, _("Show on the calendar"), "calendar", day=day, change_id=change_id)


def day_to_show(preview: Preview, today: date) -> date | None:
    """Return the next day on which something was brought in, else the last one."""
    return _next_of(_days(preview), today)


def _next_of(listed: Iterable[date], today: date) -> date | None:
    days = list(listed)
    coming = [day for day in days if day >= today]
    return min(coming) if coming else max(days, default=None)


def _days(preview: Preview) -> Iterable[date]:
    for draft in preview.new:
        if (day := draft.values.get("published_on") or draft.values.get("date")) is not None:
            yield day
    for record in preview.changed:
        yield from (c.after for c in record.fields if c.field in ("date", "published_on") and c.after is not None)


def _row_words(result: ImportResult, name: str) -> str:
    new, changed, _same = counts(result.preview)
    if result.preview.kind is DraftKind.PIECES:
        said = ngettext("{n} piece came in from {name}.", "{n} pieces came in from {name}.", new)
    elif result.preview.kind is DraftKind.FIELD_NOTES:
        said = ngettext("{n} field note came in from {name}.", "{n} field notes came in from {name}.", new)
    else:
        said = ngettext("{n} person came in from {name}.", "{n} people came in from {name}.", new)
    parts = [said.format(n=f"{new:,}", name=name)] if new else []
    if changed:
        parts.append(ngettext("{n} was changed.", "{n} were changed.", changed).format(n=f"{changed:,}"))
    return " ".join(parts)


def _detail(preview: Preview | DocumentResult) -> str:
    n = len(preview.refused)
    left = ngettext("{n} row was left out.", "{n} rows were left out.", n).format(n=n) + " " if n else ""
    return left + _("It is one change: one undo takes all of it back.")


def _document_words(result: DocumentResult, name: str) -> str:
    return _("{name} came in: {added} new, {updated} changed.").format(
        name=name, added=f"{result.added:,}", updated=f"{result.updated:,}"
    )


def _newest(workspace: Workspace) -> int | None:
    lines = history.changes(workspace, limit=1)
    return lines[0].id if lines else None


def refusals_csv(refused: Sequence[Refusal]) -> bytes:
    """Return refused rows as a table, with a mark so that spreadsheets read UTF-8, and nothing they would run."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow((_("Line"), _("Column"), _("Value"), _("Reason")))
    writer.writerows((one.line, guarded(one.column), guarded(one.value), one.reason) for one in refused)
    return out.getvalue().encode("utf-8-sig")
