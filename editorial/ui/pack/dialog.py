"""“Kickoff pack…”: form, audience, period, sections and place of the file; the window stays in use behind it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editorial.domain.audience import Audience, audience_sentence, audience_word
from editorial.domain.pack import Section, usual_sections
from editorial.domain.period import Period, next_period, previous_period, quarter_of, year_of
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.labels import plain_label, side_by_side
from editorial.ui.pack.export import Wanted, export, open_file, proposed, with_ending
from editorial.ui.pack.sections import SectionList
from editorial.ui.running import Running
from editorial.ui.segmented import Segmented

if TYPE_CHECKING:
    from editorial.errors import Trouble

FORMS = (("pdf", "PDF"), ("pptx", "PPTX"), ("html", "HTML"))
WIDTH_IN_LETTERS = 74


class PackDialog(QDialog):
    """Makes as many packs as are wanted; what was chosen comes back the next time."""

    written = Signal(object)
    """The path of a file that is there now."""

    def __init__(self, desk: Desk, period: Period, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(_("Kickoff pack"))
        self._desk = desk
        self._typed = False
        self._gone = False
        self._written: Path | None = None
        self.form = Segmented(FORMS, _("Form of the pack"))
        self.audience = Segmented([(one.value, audience_word(one)) for one in Audience], _("Audience"))
        self._told = plain_label("small")
        self.period = QComboBox()
        self.period.setAccessibleName(_("Period"))
        self.segment = QComboBox()
        self.segment.setAccessibleName(_("Segment"))
        self.sections = SectionList()
        self.file = QLineEdit()
        self.file.setAccessibleName(_("File"))
        self.choose = QPushButton(_("Choose…"))
        self.state = plain_label("small")
        self.running = Running()
        self.export = QPushButton(_("Export"))
        self.export.setObjectName("primary")
        self.export.setDefault(True)
        self.show_file = QPushButton(_("Open"))
        self.show_folder = QPushButton(_("Show the folder"))
        self.shut = QPushButton(_("Close"))
        self._fill(period)
        self._arrange()
        self._connect()
        self._remembered()
        self._ready()
        self.resize(self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS, self.sizeHint().height())
        self.export.setFocus()

    def _leave(self) -> None:
        """What is being written is written all the same; the window then says so."""
        self._gone = True

    def wanted(self) -> Wanted:
        """Return what is chosen."""
        return Wanted(
            self.period.currentData(),
            Audience(self.audience.chosen),
            tuple(self.sections.ticked),
            self.segment.currentData(),
            Path(self.file.text().strip()).expanduser(),
        )

    def show_period(self, period: Period) -> None:
        """Choose a period; it need not be among those offered."""
        place = self.period.findText(period.name)
        if place < 0:
            self.period.insertItem(0, period.name, period)
            place = 0
        self.period.setCurrentIndex(place)

    def _fill(self, period: Period) -> None:
        settings = self._desk.lists.settings
        quarter = quarter_of(self._desk.today, settings)
        offered = [previous_period(quarter, settings), quarter, next_period(quarter, settings)]
        for one in [*offered, year_of(self._desk.today, settings)]:
            self.period.addItem(one.name, one)
        self.show_period(period)
        self.segment.addItem(_("All segments"), None)
        for segment in self._desk.lists.segments.values():
            self.segment.addItem(segment.name, segment.id)

    def _arrange(self) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(10)
        rows.addRow(_("Form"), side_by_side(self.form, None))
        rows.addRow(_("For"), side_by_side(self.audience, None))
        rows.addRow("", self._told)
        rows.addRow(_("Period"), side_by_side(self.period, None))
        rows.addRow(_("Segment"), side_by_side(self.segment, None))
        up, down = _("Move the section up (Alt+Up)"), _("Move the section down (Alt+Down)")
        rows.addRow(_("Sections"), self.sections.with_arrows(self._desk.theme, up, down))
        rows.addRow(_("File"), side_by_side(self.file, self.choose))
        foot = side_by_side(self.show_file, self.show_folder, self.running, None, self.shut, self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(rows, 1)
        column.addWidget(self.state)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.sections.changed.connect(self._ready)
        self.form.changed.connect(lambda _word: self._propose())
        self.audience.changed.connect(self._audience_chosen)
        self.period.currentIndexChanged.connect(lambda _place: self._propose())
        self.segment.currentIndexChanged.connect(lambda _place: self._propose())
        self.file.textEdited.connect(lambda _text: self._file_typed())
        self.choose.clicked.connect(self._choose_file)
        self.export.clicked.connect(self._export)
        self.show_file.clicked.connect(lambda: self._open(self._written))
        self.show_folder.clicked.connect(lambda: self._open(self._written and self._written.parent))
        self.shut.clicked.connect(self.close)
        self.finished.connect(self._leave)
        self._desk.opened.connect(self.close)

    def _remembered(self) -> None:
        """Choose what was chosen the last time."""
        preferences = self._desk.preferences
        form, audience = str(preferences.get("pack-form", "pdf")), str(preferences.get("pack-audience", "team"))
        self.form.choose(form if form in dict(FORMS) else "pdf")
        self.audience.choose(audience if audience in set(Audience) else "team")
        ticked, order = (_known(preferences.get(f"pack-{name}", [])) for name in ("sections", "order"))
        self.sections.show_sections(ticked or usual_sections(Audience(self.audience.chosen)), order)
        self._told.setText(audience_sentence(Audience(self.audience.chosen)))
        self._propose()

    def _remember(self) -> None:
        preferences = self._desk.preferences
        preferences.put("pack-form", self.form.chosen)
        preferences.put("pack-audience", self.audience.chosen)
        preferences.put("pack-sections", [section.value for section in self.sections.ticked])
        preferences.put("pack-order", [section.value for section in self.sections.order])

    def _audience_chosen(self, word: str) -> None:
        """Tick what this audience is usually told; the order stays."""
        audience = Audience(word)
        self._told.setText(audience_sentence(audience))
        self.sections.show_sections(usual_sections(audience), self.sections.order)
        self._propose()

    def _propose(self) -> None:
        """Name the file after what is chosen; where the user named it, only its ending follows."""
        workspace = self._desk.workspace
        if self._typed:
            self.file.setText(str(with_ending(self.wanted().path, self.form.chosen)))
        elif workspace is not None:
            self.file.setText(
                str(proposed(workspace.path, self.wanted(), self.form.chosen, self.segment.currentText()))
            )
        self._ready()

    def _file_typed(self) -> None:
        self._typed = True
        self._ready()

    def _choose_file(self) -> None:
        kinds = {"pdf": _("PDF (*.pdf)"), "pptx": _("Slides (*.pptx)"), "html": _("Web page (*.html)")}
        path = self._desk.prompts.save_file("pack", _("Kickoff pack"), self.file.text(), kinds[self.form.chosen])
        if path is not None:
            self.file.setText(str(with_ending(path, self.form.chosen)))
            self._file_typed()

    def _ready(self) -> None:
        """Say what would happen, or why nothing can be exported yet."""
        wanted = self.wanted()
        reason = ""
        if not wanted.sections:
            reason = _("Tick at least one section.")
        elif not self.file.text().strip():
            reason = _("Name the file to write.")
        self.export.setEnabled(not reason)
        self._show_written(None)
        if not reason and wanted.path.is_file():
            reason = _("{name} is there already and will be replaced.").format(name=wanted.path.name)
        self._say(reason)

    def _say(self, text: str, role: str = "small") -> None:
        self.state.setObjectName(role)
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.state.setText(text)

    def _export(self) -> None:
        wanted = self.wanted()
        wanted = wanted.at(with_ending(wanted.path, self.form.chosen))
        self.file.setText(str(wanted.path))
        self._remember()
        self.export.setEnabled(False)
        self._show_written(None)
        job = export(self._desk, wanted, self._exported, self._sorry, self._report, self._cancelled)
        self.running.begin(job)

    def _report(self, text: str, fraction: float) -> None:
        if self._gone:
            return
        self._say(text)
        self.running.show_share(fraction)

    def _exported(self, path: Path) -> None:
        if self._gone:
            self._desk.say(_("Written: {name}").format(name=path.name), _("Open"), lambda: open_file(path))
            return
        self._over()
        self._show_written(path)
        self._say(_("Written: {name}").format(name=path.name), "good")
        self.show_file.setFocus()
        self.written.emit(path)

    def _sorry(self, trouble: "Trouble") -> None:
        if self._gone:
            self._desk.tell(trouble)
            return
        self._over()
        self._say(str(trouble), "bad")

    def _cancelled(self) -> None:
        if not self._gone:
            self._over()
            self._say(_("Cancelled; nothing was written."))

    def _over(self) -> None:
        self.running.end()
        self.export.setEnabled(True)

    def _open(self, path: Path | None) -> None:
        if path is not None:
            open_file(path)

    def _show_written(self, path: Path | None) -> None:
        self._written = path
        for button in (self.show_file, self.show_folder):
            button.setVisible(path is not None)


def _known(words: list[str]) -> list[Section]:
    known = {section.value for section in Section}
    return [Section(word) for word in words if word in known]
