"""What came of what a person gave: how much it was, and every piece in which they had a part."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.recognition import Contribution, Recognition, way_word
from editorial.domain.records import Person
from editorial.domain.spoken import spoken_day
from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.elide import ElidedLabel
from editorial.ui.experts.letter import write_for

LINK_PAD = 5
"""What a link keeps free before its words (px)."""
SHOWN = 12
"""So many pieces are listed; the count tells of the others."""


class CameOfIt(QWidget):
    """The sums in a line, then what was published and what is on its way, each to be opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.sums = QLabel()
        self.sums.setTextFormat(Qt.TextFormat.PlainText)
        self.sums.setWordWrap(True)
        self.sums.setContentsMargins(LINK_PAD, 0, 0, 0)
        self.letter = QPushButton(_("Letter of thanks…"))
        self.letter.setToolTip(_("Write down what came of it for them, as PDF or DOCX"))
        self._person: Person | None = None
        self.letter.clicked.connect(self._write)
        self._pieces = QVBoxLayout()
        self._pieces.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(self.sums)
        column.addLayout(self._pieces)
        column.addWidget(self.letter, 0, Qt.AlignmentFlag.AlignLeft)

    def show_recognition(self, found: Recognition) -> None:
        """Show what came of what somebody gave."""
        self._person = found.person
        self.letter.setVisible(not found.is_empty)
        self.sums.setText(sums_words(found))
        while (item := self._pieces.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        for heading, pieces in ((_("Published"), found.published), (_("On its way"), found.ahead)):
            if pieces:
                label = QLabel(f"{heading} · {len(pieces)}")
                label.setObjectName("small")
                label.setContentsMargins(LINK_PAD, 6, 0, 0)
                self._pieces.addWidget(label)
            for one in pieces[:SHOWN]:
                self._pieces.addWidget(self._row(one))

    def _write(self) -> None:
        if self._person is not None:
            write_for(self._desk, self._person)

    def _row(self, one: Contribution) -> QWidget:
        row = QWidget()
        title = QPushButton()
        title.setObjectName("link")
        words = " ".join(one.piece.title.split())
        metrics = title.fontMetrics()
        title.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, metrics.averageCharWidth() * 46))
        title.setText(title.text().replace("&", "&&"))
        title.setToolTip(words)
        title.setAccessibleName(_("Open {title}").format(title=words))
        title.clicked.connect(lambda: self._desk.piece_opened.emit(one.piece.id))
        day = [spoken_day(one.piece.day)] if one.piece.day else []
        ways = [way_word(way, ahead=not one.piece.published) for way in one.ways]
        detail = ElidedLabel("small", " · ".join([*day, *ways]))
        detail.setContentsMargins(LINK_PAD, 0, 0, 0)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(detail)
        return row


def sums_words(found: Recognition) -> str:
    """Return how much somebody gave and what came of it, in a line."""
    parts = list(_sums(found))
    return ", ".join(parts) if parts else _("Nothing came of it yet.")


def _sums(found: Recognition) -> Iterator[str]:
    if n := len(found.published):
        yield ngettext("{n} piece published", "{n} pieces published", n).format(n=n)
    if n := len(found.ahead):
        yield ngettext("{n} on its way", "{n} on their way", n).format(n=n)
    if n := found.interviews:
        yield ngettext("{n} interview held", "{n} interviews held", n).format(n=n)
    if n := found.quotes:
        yield ngettext("{n} quote cleared", "{n} quotes cleared", n).format(n=n)
    if n := found.ideas:
        yield ngettext("{n} idea given", "{n} ideas given", n).format(n=n)
    if found.quality is not None:
        yield _("ideas rated {n:.1f} of 5").format(n=found.quality)
