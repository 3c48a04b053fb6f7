"""The pages of the manual: their order, titles and texts."""

from dataclasses import dataclass
from html import escape

from editorial.domain.records import BuyingStage, Lists
from editorial.language import _
from editorial.locations import resources
from editorial.ui.help.about import about_html
from editorial.ui.safe_text import html_of

ORDER = (
    "start",
    "home",
    "calendar",
    "slots",
    "plan",
    "ideas",
    "piece",
    "coverage",
    "interests",
    "segments",
    "session",
    "requests",
    "experts",
    "interviews",
    "load",
    "field-notes",
    "my-work",
    "packets",
    "agreement",
    "pack",
    "share",
    "filters",
    "import-export",
    "history",
    "backups",
    "keyboard",
    "command-line",
    "settings",
    "glossary",
    "about",
)
FIRST = ORDER[0]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the manual."""

    word: str
    title: str
    html: str


def read_pages(lists: Lists) -> list[Page]:
    """Return every page in order; the glossary ends with the stages of the open workspace."""
    return [_page(word, lists) for word in ORDER]


def _page(word: str, lists: Lists) -> Page:
    text = (resources() / "help" / f"{word}.md").read_text(encoding="utf-8")
    title = text.split("\n", 1)[0].removeprefix("# ").strip()
    html = html_of(text)
    if word == "glossary":
        html += _stages(lists)
    elif word == "about":
        html += about_html()
    return Page(word, title, html)


def _stages(lists: Lists) -> str:
    if not lists.stages:
        return ""
    told = "".join(_stage(stage) for stage in lists.stages.values())
    return f"<h2>{escape(_('Stages of this workspace'))}</h2>{told}"


def _stage(stage: BuyingStage) -> str:
    name = f"<b>{escape(stage.name)}</b>"
    ready = " · " + escape(_("sales-ready from here")) if stage.sales_ready else ""
    parts = [part for part in (stage.definition, stage.question) if part]
    return f'<p dir="auto">{name}{ready}<br>{"<br>".join(map(escape, parts))}</p>'
