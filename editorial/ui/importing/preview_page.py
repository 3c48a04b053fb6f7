"""The third step: what bringing it in would do, in full, before anything is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from editorial.domain.drafts import Refusal
from editorial.domain.imports import Preview
from editorial.language import _, ngettext
from editorial.services.import_results import DocumentResult
from editorial.ui.importing.events import EventsResult
from editorial.ui.importing.questions import QuestionStrip
from editorial.ui.importing.rows import (
    RowTable,
    show_changed,
    show_created,
    show_document_changes,
    show_events,
    show_new,
    show_refused,
)

NEW, CHANGED, REFUSED, CREATED = range(4)


class PreviewPage(QWidget):
    """Counts as tabs, with every row behind them; open questions above, and the tick that leaves refused rows out."""

    save_wanted = Signal()
    """The refused rows are wanted as a file."""
    skip_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.refused: Sequence[Refusal] = ()
        self.summary = _label("section")
        self.notes = _label("small")
        self.questions = QuestionStrip()
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(_("What would happen"))
        names = (_("New"), _("Changed"), _("Refused"), _("Added to lists"))
        self.tables = [RowTable(name) for name in names]
        self.stack = QStackedWidget()
        for name, table in zip(names, self.tables, strict=True):
            self.tabs.addTab(name)
            self.stack.addWidget(table)
        self.empty = _label("muted")
        self.skip = QCheckBox()
        self.skip.toggled.connect(lambda _on: self.skip_changed.emit())
        self.copy = QPushButton(_("Copy the refused rows"))
        self.copy.clicked.connect(self.tables[REFUSED].copy)
        self.save = QPushButton(_("Save them as CSV…"))
        self.save.clicked.connect(self.save_wanted)
        self._arrange()
        self.tabs.currentChanged.connect(self._show_tab)

    def show_preview(self, preview: Preview | DocumentResult, nothing: str = "") -> None:
        """Show what would happen; `nothing` is said of a file that holds nothing."""
        new, changed, unchanged = counts(preview)
        self.refused = tuple(preview.refused)
        created = [(kind, name) for kind, names in preview.created.items() for name in names]
        self.summary.setText(summary_words(preview))
        self.notes.setText(" ".join(_notes(preview)))
        self.notes.setVisible(bool(self.notes.text()))
        self.questions.show_questions(preview.questions)
        # Qt forgets here that tabs out of sight have to be laid out anew, so their texts come after it.
        events = isinstance(preview, EventsResult)
        self.tabs.setTabVisible(NEW, events or isinstance(preview, Preview))
        self.tabs.setTabVisible(CREATED, not events)
        self._count((_("New"), new), (_("Changed"), changed), (_("Refused"), len(self.refused)),
                    (_("Added to lists"), len(created)))  # fmt: skip
        if isinstance(preview, Preview):
            show_new(self.tables[NEW], preview)
            show_changed(self.tables[CHANGED], preview)
        else:
            if isinstance(preview, EventsResult):
                show_events(self.tables[NEW], preview)
            show_document_changes(self.tables[CHANGED], preview.changes)
        show_refused(self.tables[REFUSED], self.refused)
        show_created(self.tables[CREATED], created)
        whole = isinstance(preview, DocumentResult) and not events
        self._offer_skip(new + changed)
        self._choose_tab(whole, new, changed, unchanged, nothing)
        if isinstance(preview, EventsResult):
            self._say_of_events(preview)

    @property
    def skips(self) -> bool:
        """Whether the rest is to be taken without the refused rows."""
        return self.skip.isChecked()

    def _count(self, *tabs: tuple[str, int]) -> None:
        for place, (name, n) in enumerate(tabs):
            self.tabs.setTabText(place, f"{name}  {n:,}")

    def _choose_tab(self, whole: bool, new: int, changed: int, unchanged: int, said_of_none: str) -> None:
        first = (CREATED if whole else NEW) if new or not (changed or self.refused) else CHANGED if changed else REFUSED
        self.tabs.setCurrentIndex(first)
        self._show_tab()
        nothing = not (new or changed or self.refused)
        self.empty.setVisible(nothing)
        self.tabs.setVisible(not nothing)
        self.stack.setVisible(not nothing)
        said = ngettext("The {n} row is there already, just so.", "All {n} rows are there already, just so.", unchanged)
        self.empty.setText(said.format(n=f"{unchanged:,}") if unchanged else said_of_none)

    def _say_of_events(self, preview: EventsResult) -> None:
        if preview.lacking:
            self.summary.setText("")
            self.empty.setText(preview.lacking)
        elif preview.unchanged:
            n = preview.unchanged
            said = ngettext("The event is known already, just so.", "All {n} events are known already, just so.", n)
            self.empty.setText(said.format(n=f"{n:,}"))

    def _show_tab(self) -> None:
        self.stack.setCurrentIndex(self.tabs.currentIndex())
        on_refused = self.tabs.currentIndex() == REFUSED and bool(self.refused)
        self.copy.setVisible(on_refused)
        self.save.setVisible(on_refused)

    def _offer_skip(self, rest: int) -> None:
        n = len(self.refused)
        self.skip.setVisible(n > 0 and rest > 0)
        said = ngettext(
            "Take the other {rest} without the {n} refused row",
            "Take the other {rest} without the {n} refused rows",
            n,
        )
        self.skip.setText(said.format(rest=f"{rest:,}", n=n))
        if not n:
            self.skip.setChecked(False)

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.tabs, 1)
        bar.addWidget(self.copy)
        bar.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 8)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.notes)
        column.addWidget(self.questions)
        column.addWidget(self.empty)
        column.addLayout(bar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.skip)
        column.addStretch(0)


def counts(preview: Preview | DocumentResult) -> tuple[int, int, int]:
    """Return how many would be new, changed and unchanged."""
    if isinstance(preview, Preview):
        return len(preview.new), len(preview.changed), preview.unchanged
    return preview.added, preview.updated, preview.unchanged


def summary_words(preview: Preview | DocumentResult) -> str:
    """Say in a line what would happen."""
    new, changed, unchanged = counts(preview)
    return _("{read} read: {new} new, {changed} changed, {unchanged} unchanged, {refused} refused.").format(
        read=f"{preview.read:,}",
        new=f"{new:,}",
        changed=f"{changed:,}",
        unchanged=f"{unchanged:,}",
        refused=f"{len(preview.refused):,}",
    )


def _notes(preview: Preview | DocumentResult) -> list[str]:
    said = list(preview.notes)
    new, changed, unchanged = counts(preview)
    if preview.refused and unchanged and not (new or changed or preview.questions):
        words = ngettext(
            "Nothing would change: the other row is there already, just so.",
            "Nothing would change: the other {n} rows are there already, just so.",
            unchanged,
        )
        said.append(words.format(n=f"{unchanged:,}"))
    if preview.ignored:
        said.append(_("Not used: {columns}.").format(columns=", ".join(preview.ignored)))
    return said


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setObjectName(role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
