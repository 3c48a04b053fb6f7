"""The sheet that shows what came back for a packet before it is taken in."""

from datetime import UTC, datetime

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editorial.domain.packet_answers import RefusedAnswer
from editorial.domain.packet_words import change_line, claim_words, idea_line
from editorial.language import _, ngettext
from editorial.services import packets
from editorial.services.packets import PacketPreview
from editorial.services.workspaces import Workspace
from editorial.ui.calendar.floating import Floating
from editorial.ui.cards import told
from editorial.ui.desk import Desk

LETTERS, LINES = 62, 14


class TakingIn(Floating):
    """Names who claims to answer, what would change and what is refused; one press takes in what can be."""

    def __init__(self, above: QWidget, desk: Desk, found: PacketPreview) -> None:
        super().__init__(above, _("Answers to a packet"))
        self._desk = desk
        self._found = found
        judged = found.judged
        self.said = QLabel(claim_words(judged))
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self.column.addWidget(self.said)
        self.lines = _lines(found)
        self.column.addWidget(self._listed())
        n = judged.changes
        take = ngettext("Take in {n} answer", "Take in {n} answers", n).format(n=n)
        self.act = QPushButton(take if n else _("Close"))
        self.act.clicked.connect(self._take if n else self.close)
        if n:
            self.add_buttons(self.act)
        else:
            self.column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignRight)

    def _listed(self) -> QScrollArea:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        for text, role in self.lines:
            line = told(text)
            line.setObjectName(role)
            column.addWidget(line)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("clear")
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(_("What would change"))
        area.setWidget(page)
        line_height = self.fontMetrics().lineSpacing() + 8
        area.setMinimumHeight(line_height * min(LINES, len(self.lines) + 1))
        return area

    def _take(self) -> None:
        desk, found = self._desk, self._found

        def take(workspace: Workspace) -> None:
            packets.apply(workspace, found, today=desk.today, now=datetime.now(UTC), skip_bad=True)

        self.close()
        if desk.did(take):
            n = found.judged.changes
            said = ngettext("{n} answer of {person} is taken in.", "{n} answers of {person} are taken in.", n)
            desk.say(said.format(n=n, person=found.judged.person), _("Undo"), desk.undo)


def _lines(found: PacketPreview) -> list[tuple[str, str]]:
    judged = found.judged
    lines = [(change_line(one), "muted") for one in judged.taken]
    lines += [(idea_line(idea), "muted") for idea in judged.ideas]
    lines += [(_refused(one), "bad") for one in judged.refused]
    if n := judged.unchanged:
        lines.append(
            (ngettext("{n} answer is known already.", "{n} answers are known already.", n).format(n=n), "muted")
        )
    return lines or [(_("Nothing was answered."), "muted")]


def _refused(one: RefusedAnswer) -> str:
    reason = _("Refused: {reason}").format(reason=one.reason)
    return f"“{one.title}”: {reason}" if one.title else reason


def show_answers(above: QWidget, desk: Desk, found: PacketPreview, at: QRect) -> TakingIn:
    """Open the sheet below what was pressed."""
    sheet = TakingIn(above, desk, found)
    sheet.open_at(at, sheet.act)
    return sheet
