"""What a shared calendar will look like: the first page of the PDF as a picture, or the text of the other forms."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from editorial.domain.audience import audience_sentence
from editorial.domain.onlooker import OnlookerCalendar
from editorial.language import _
from editorial.ui.labels import plain_label
from editorial.ui.onlooker.wanted import Shared
from editorial.ui.overriding import override

DOTS_PER_INCH = 110.0
LEAST = (280, 240)


class Preview(QWidget):
    """Shows one of the two, fitted to the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.page = QLabel()
        self.page.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.page.setAccessibleName(_("Preview of the first page"))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(_("Preview"))
        self.area.setWidget(self.page)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(_("Preview"))
        self.said = plain_label("small")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.stack, 1)
        column.addWidget(self.said)

    def show_page(self, image: QImage, said: str) -> None:
        """Show a page as a picture."""
        self._image = image
        self.stack.setCurrentWidget(self.area)
        self.said.setText(said)
        self._fit()

    def show_text(self, text: str, said: str) -> None:
        """Show lines of text."""
        self.text.setPlainText(text)
        self.stack.setCurrentWidget(self.text)
        self.said.setText(said)

    def _fit(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self.area.viewport().width() - 2
        width = round(min(room * ratio, self._image.width()))
        scaled = self._image.scaledToWidth(max(1, width), Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        self.page.setPixmap(QPixmap.fromImage(scaled))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(*LEAST)


def first_page(calendar: OnlookerCalendar, shared: Shared) -> tuple[QImage, int]:
    """Return page 1 of the PDF as a picture, and how many pages there are. Raises RuleBroken for a missing letter."""
    from editorial.exchange.onlooker_pdf import Paper, onlooker_pdf

    made = onlooker_pdf(calendar, Paper(shared.paper), shared.layout, format="png", ppi=DOTS_PER_INCH)
    pages = made if isinstance(made, list) else [made]
    return QImage.fromData(pages[0]), len(pages)


def lines_of(calendar: OnlookerCalendar) -> str:
    """Return what is told as text: a line a piece, with its fields below."""
    lines = []
    for item in calendar.items:
        time = f", {item.time:%H:%M}" if item.time else ""
        lines.append(f"{item.when}{time}: {item.title}")
        lines += [f"    {label}: {said}" for label, said in item.details]
    return "\n".join(lines) or _("Nothing is planned in this period.")


def page_text(calendar: OnlookerCalendar) -> str:
    """Return the text of the web page: what it is, then month by month what is told."""
    head = [calendar.workspace, calendar.name, audience_sentence(calendar.audience)]
    told = [month for month in calendar.months if month.items]
    months = [f"{month.name}\n\n{lines_of(replace(calendar, months=(month,)))}" for month in told]
    return "\n\n".join(["\n".join(head), *(months or [lines_of(calendar)])])
