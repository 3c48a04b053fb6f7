"""The stages with their state on the left, one of them in full, and the versions beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editorial.domain.agreement import Agreement, StageStanding, Tags
from editorial.domain.agreement_words import state_word
from editorial.domain.planning_records import StageAgreement
from editorial.language import _, ngettext
from editorial.ui.agreement.comparing import NOW, Comparing
from editorial.ui.agreement.labels import STATE_MARKS, plain
from editorial.ui.agreement.stage_form import StageForm
from editorial.ui.agreement.versions import Versions
from editorial.ui.desk import Desk
from editorial.ui.overriding import override

ID = Qt.ItemDataRole.UserRole
BESIDE = 128
"""Letters from which the versions stand beside the form."""
LIST_LETTERS, VERSION_LETTERS = 28, 44


class StagesPage(QWidget):
    """Shows one stage at a time, or two versions of all of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._agreement: Agreement | None = None
        self.list = QListWidget()
        self.list.setObjectName("roomy")
        self.list.setAccessibleName(_("Stages"))
        self.list.setWordWrap(True)
        self.form = StageForm(desk)
        self.versions = Versions(desk)
        self.comparing = Comparing(desk)
        self._nothing = plain("muted", _("There are no stages yet. Add them in the settings."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrange()
        self._measure()
        desk.theme.changed.connect(self._measure)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.form.compare_wanted.connect(self._compare_with_now)
        self.comparing.back_wanted.connect(lambda: self._pages.setCurrentWidget(self._both))

    @property
    def standing(self) -> StageStanding | None:
        """The stage that is shown."""
        row = self.list.currentRow()
        if row < 0 or self._agreement is None:
            return None
        wanted = self.list.item(row).data(ID)
        return next((one for one in self._agreement.stages if one.stage.id == wanted), None)

    def show_agreement(self, agreement: Agreement, versions: Sequence[StageAgreement]) -> None:
        """Show every stage as it is now; the chosen one stays chosen."""
        shown = self.standing
        self._agreement = agreement
        with QSignalBlocker(self.list):
            self.list.clear()
            for standing in agreement.stages:
                self._add_row(standing, agreement)
        self.versions.show_versions(agreement, versions)
        self.comparing.show_versions(versions)
        if not agreement.stages:
            self._pages.setCurrentWidget(self._nothing)
        elif self._pages.currentWidget() is self._nothing or not versions:
            self._pages.setCurrentWidget(self._both)
        kept = [one.stage.id for one in agreement.stages if shown and one.stage.id == shown.stage.id]
        if agreement.stages:
            self.choose(kept[0] if kept else agreement.stages[0].stage.id)

    def choose(self, stage_id: int) -> None:
        """Show a stage."""
        for row in range(self.list.count()):
            if self.list.item(row).data(ID) == stage_id:
                self.list.setCurrentRow(row)
        self._show()

    def compare(self, older: int, newer: int) -> None:
        """Show two versions side by side."""
        self._desk.settle.emit()
        self.comparing.compare(older, newer)
        self._pages.setCurrentWidget(self.comparing)
        self.comparing.back.setFocus()

    def _add_row(self, standing: StageStanding, agreement: Agreement) -> None:
        state = f"{STATE_MARKS[standing.state]} {state_word(standing.state)}"
        tags = agreement.by_stage[standing.stage.id]
        count = _tags_agreed(tags) if tags.pieces else _("no piece")
        item = QListWidgetItem(f"{standing.stage.name}\n{state} · {count}")
        item.setData(ID, standing.stage.id)
        told = _("{stage}: {state}; tags of this period: {count}")
        said = told.format(stage=standing.stage.name, state=state_word(standing.state), count=count)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(said)
        self.list.addItem(item)

    def _show(self) -> None:
        if (standing := self.standing) is not None:
            self.form.show_stage(standing)

    def _compare_with_now(self) -> None:
        standing = self.form.standing
        if standing is not None and standing.version is not None:
            self.compare(standing.version.version, NOW)

    def _measure(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.list.setFixedWidth(letter * LIST_LETTERS)

    def _arrange(self) -> None:
        detail = QWidget()
        detail.setObjectName("work")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, detail)
        self._halves.setContentsMargins(20, 16, 20, 16)
        self._halves.setSpacing(28)
        self._halves.addWidget(self.form, 3)
        self._halves.addWidget(self.versions, 2, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setObjectName("clear")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(detail)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._both = QWidget()
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(area, 1)
        self._pages = QStackedWidget()
        for page in (self._both, self.comparing, self._nothing):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= self.fontMetrics().averageCharWidth() * BESIDE
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)


def _tags_agreed(tags: Tags) -> str:
    said = ngettext("{agreed} of {n} tag", "{agreed} of {n} tags", tags.pieces)
    return said.format(agreed=tags.agreed, n=tags.pieces)
