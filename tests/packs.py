"""Workspaces to make kickoff packs of: a full quarter with hard texts, and one of a single piece."""

from datetime import date, timedelta
from decimal import Decimal

from editorial.domain.audience import Audience
from editorial.domain.pack import Pack, Section
from editorial.domain.period import quarter_of
from editorial.domain.records import Settings
from editorial.domain.vocabulary import Kind, SalesUse, Tag
from editorial.services import lists, pieces
from editorial.services.pack import pack
from editorial.services.workspaces import Workspace
from tests.builders import named

TODAY = date(2027, 2, 10)
QUARTER = quarter_of(TODAY, Settings())
HARD = (
    "What a payback of eleven months really assumes",
    "供应链中断之后：工厂如何用数据重新安排生产计划并且减少停机时间",
    "كيف أثبت مصنع للأسمنت عائد الصيانة التنبؤية خلال عام واحد",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsjahreshauptversammlung",
    '<b>Bold</b> & #eval("1") $x$ *stars* _under_ `code` [link](x) \\ @label <tag>',
    "A title that goes on and on, because its author could not decide what to leave out, " * 3,
)
STAGES = ("Epiphany", "Awareness", "Interest", "Confidence", "Loyalty")
SECRET = "Only the team may read this"


def fill(workspace: Workspace, count: int) -> None:
    """Add segments, ideas and so many pieces of the quarter, the first third of them published."""
    lists.update_settings(workspace, name="Halyard Industrial")
    segments = [
        lists.add(workspace, "segment", name, archetype="Heads of things. " * 4, weight=Decimal(weight))
        for name, weight in (("Operations leaders", 3), ("Finance leaders", 2), ("Versicherungsfachangestellte", 1))
    ]
    lists.edit(workspace, "stage", named(workspace, "stage", "Interest"), definition="A long definition. " * 120)
    formats = list(lists.read_lists(workspace).formats)
    for number in range(count):
        _piece(workspace, number, count, segments, formats)
    for title in ("An idea for anybody", HARD[1], HARD[5]):
        pieces.create(workspace, title, kind=Kind.PRACTICAL)


def _piece(workspace: Workspace, number: int, count: int, segments: list[int], formats: list[int]) -> None:
    day = QUARTER.first + timedelta(days=number * (QUARTER.days - 1) // max(1, count - 1) if count > 1 else 60)
    out = day < TODAY
    pieces.create(
        workspace,
        f"{HARD[number % len(HARD)].strip()} {number}",
        angle="Every business case quotes one number; show the assumptions behind it.",
        kind=(Kind.ASPIRATIONAL, Kind.PRACTICAL)[number % 2],
        stage_id=named(workspace, "stage", STAGES[number % 5]),
        segment_ids=(segments[number % len(segments)],),
        format_id=formats[number % len(formats)],
        planned=day,
        published_on=day if out else None,
        status_id=named(workspace, "status", "Published" if out else "Drafting"),
        url=f"https://halyard.example/{'long-address-' * 8}{number}" if out else "",
        sales_uses=(SalesUse.COLD, SalesUse.EMAIL) if number % 3 == 0 else (),
        tag=Tag.AGREED if number % 2 else Tag.PROPOSED,
        timely=number % 7 == 0,
        exclusive_until=day + timedelta(days=14) if number % 7 == 0 else None,
        notes=SECRET,
    )


def pack_of(workspace: Workspace, audience: Audience = Audience.TEAM, *sections: Section) -> Pack:
    """Return the pack of the quarter, of all sections unless some are named."""
    return pack(workspace, QUARTER, today=TODAY, audience=audience, sections=sections or tuple(Section))
