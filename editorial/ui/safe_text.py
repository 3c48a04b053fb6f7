"""Formatted text that can do no harm: cleaned HTML in a browser that loads nothing and opens only what is clicked."""

from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from editorial.ui.overriding import override
from editorial.ui.theme import Theme
from editorial.ui.tokens import Tokens

OUTSIDE = frozenset({"http", "https", "mailto"})
"""Kinds of address that a click may hand to the system."""


def html_of(markdown_text: str) -> str:
    """Return Markdown as HTML without anything that runs, loads or hides."""
    import markdown
    import nh3

    made = markdown.markdown(markdown_text, extensions=["tables", "sane_lists", "fenced_code"])
    return clean(nh3, made)


def clean(cleaner: Any, html: str) -> str:
    """Return HTML reduced to text, headings, lists, tables and links."""
    tags = cleaner.ALLOWED_TAGS - {"img", "area", "map"}
    cleaned = cleaner.clean(html, tags=tags, url_schemes=set(OUTSIDE), link_rel=None)
    return str(cleaned)


class SafeText(QTextBrowser):
    """Shows cleaned HTML in the colours of the theme; asks for other pages through `page_wanted`."""

    page_wanted = Signal(str)
    """A link to another page was followed: its address as written."""

    def __init__(self, theme: Theme, widest_in_letters: int = 0) -> None:
        super().__init__()
        self._widest = widest_in_letters
        self._theme = theme
        self._html = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._dress)
        self._dress()

    def show_html(self, html: str) -> None:
        """Show HTML that `html_of` or `clean` returned."""
        self._html = html
        self.setHtml(html)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        # Qt would open the name itself as a file for any other answer, None included.
        return QImage()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._widest:
            widest = self.fontMetrics().averageCharWidth() * self._widest
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
            self.setLineWrapColumnOrWidth(min(widest, self.viewport().width()))
        super().resizeEvent(event)

    def _follow(self, address: QUrl) -> None:
        if address.scheme() in OUTSIDE:
            QDesktopServices.openUrl(address)
        elif not address.scheme():
            self.page_wanted.emit(address.toString())

    def _dress(self) -> None:
        document = self.document()
        document.setDefaultStyleSheet(sheet(self._theme.tokens))
        document.setDocumentMargin(self.fontMetrics().height() * 1.4)
        if self._html:
            at = self.verticalScrollBar().value()
            self.setHtml(self._html)
            self.verticalScrollBar().setValue(at)


def sheet(tokens: Tokens) -> str:
    """Return the style of formatted text in the colours of a theme."""
    return f"""
a {{ color: {tokens.accent}; }}
h1 {{ font-size: x-large; font-weight: 600; }}
h2 {{ font-size: large; font-weight: 600; }}
h3 {{ font-size: medium; font-weight: 600; }}
code, pre {{ background-color: {tokens.quiet}; font-family: monospace; }}
th {{ text-align: left; padding: 4px 14px 4px 0; color: {tokens.muted}; }}
td {{ padding: 4px 14px 4px 0; vertical-align: top; }}
.quiet {{ color: {tokens.muted}; }}
.added {{ background-color: {tokens.good_ground}; color: {tokens.good}; text-decoration: underline; }}
.removed {{ background-color: {tokens.bad_ground}; color: {tokens.bad}; text-decoration: line-through; }}
"""


def plain(html: str) -> str:
    """Return the words of HTML, as a reader sees them."""
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()
