"""An HTML page as a picture: laid out without a screen, loading nothing."""

import math
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QTextDocument

from editorial.ui.overriding import override

WIDTH = 1440
DOTS_PER_METRE = round(96 / 0.0254)


class Page(QTextDocument):
    """A document that loads nothing, whatever it names."""

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        # Qt would open the name itself as a file for any other answer, None included.
        return QImage()


def page_image(html: str, width: int = WIDTH) -> QImage:
    """Return the whole page as a picture of this width in pixels; needs a QGuiApplication."""
    page = Page()
    page.setDocumentMargin(0)
    page.setHtml(html)
    page.setTextWidth(width)
    image = QImage(width, math.ceil(page.size().height()), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(DOTS_PER_METRE)
    image.setDotsPerMeterY(DOTS_PER_METRE)
    image.fill(QColor("#f6f5f2"))
    painter = QPainter(image)
    page.drawContents(painter)
    painter.end()
    return image


def main(arguments: list[str]) -> int:
    """Read the page named first and write its picture to the file named second."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(["editorial"])
    source, target = map(Path, arguments)
    written = page_image(source.read_text(encoding="utf-8")).save(str(target))
    del application
    return 0 if written else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
