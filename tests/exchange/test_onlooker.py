"""The calendar for onlookers as files: read back, and never telling what an audience may not know."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from icalendar import Calendar

from editorial.domain.audience import Audience
from editorial.domain.onlooker import Layout, OnlookerCalendar, onlooker_calendar
from editorial.domain.period import parse_period
from editorial.domain.records import Piece, Settings
from editorial.domain.vocabulary import Kind, Precision
from editorial.errors import RuleBroken
from editorial.exchange.onlooker_html import onlooker_html
from editorial.exchange.onlooker_ics import onlooker_ics
from editorial.exchange.onlooker_pdf import Paper, onlooker_pdf
from tests.domain.builders import DRAFTING, some_lists

QUARTER = parse_period("FY2027Q1", Settings())
DAY = date(2027, 3, 9)
STAMP = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)
TITLES = ("Pricing after tariffs", "关税后的定价", "التسعير بعد الرسوم", "Why " + "a very long title goes on " * 5)


def a_calendar(*pieces: Piece, audience: Audience = Audience.TEAM) -> OnlookerCalendar:
    return onlooker_calendar(pieces, some_lists(), QUARTER, audience=audience, made_on=DAY)


def a_year(*pieces: Piece, audience: Audience = Audience.TEAM) -> OnlookerCalendar:
    return onlooker_calendar(
        pieces, some_lists(), parse_period("FY2027", Settings()), audience=audience, made_on=DAY
    )  # fmt: skip


def a_piece(id_: int = 1, **fields: Any) -> Piece:
    values: dict[str, Any] = {
        "title": "Pricing",
        "status_id": DRAFTING,
        "planned": DAY,
        "kind": Kind.PRACTICAL,
        **fields,
    }
    return Piece(id=id_, uid=f"piece-{id_}", **values)


def many(n: int) -> list[Piece]:
    return [
        a_piece(k, title=f"{k} {TITLES[k % 4]}", planned=date(2027, 1, 1) + timedelta(days=k % 90)) for k in range(1, n)
    ]


def test_days_are_dates_without_a_time() -> None:
    (event,) = Calendar.from_ical(onlooker_ics(a_calendar(a_piece()), STAMP)).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (DAY, DAY + timedelta(days=1))
    assert (str(event["uid"]), str(event["summary"])) == ("piece-1@editorial", "Pricing")


def test_a_typed_time_is_wall_time_in_the_zone() -> None:
    settings = Settings(time_zone="Europe/Berlin")
    calendar = onlooker_calendar(
        [a_piece(time=time(9, 30))], some_lists(settings=settings), QUARTER, audience=Audience.TEAM, made_on=DAY
    )
    read = Calendar.from_ical(onlooker_ics(calendar, STAMP))
    (event,) = read.walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == "2027-03-09T09:30:00+01:00"
    assert [str(zone["tzid"]) for zone in read.walk("VTIMEZONE")] == ["Europe/Berlin"]


def test_equal_contents_are_equal_bytes() -> None:
    calendar = a_calendar(*many(20))
    assert onlooker_ics(calendar, STAMP) == onlooker_ics(calendar, STAMP)


@pytest.mark.parametrize("write", [lambda c: onlooker_ics(c, STAMP).decode(), onlooker_html])
def test_the_public_finds_no_title_in_the_file(write: Callable[[OnlookerCalendar], str]) -> None:
    told = write(a_calendar(a_piece(), audience=Audience.PUBLIC))
    assert "Pricing" not in told
    assert "piece-1" not in told
    assert "20270309" not in told
    assert "A practical piece" in told


def test_what_was_typed_is_text_and_nothing_else() -> None:
    page = onlooker_html(a_calendar(a_piece(title="<script>alert(1)</script>")))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_page_needs_nothing_else() -> None:
    page = onlooker_html(a_calendar(*many(40)))
    assert "src=" not in page
    assert "http://" not in page
    assert "https://" not in page


@pytest.mark.parametrize("layout", Layout)
def test_a_long_word_stays_in_its_cell(layout: Layout) -> None:
    title = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    sunday = a_piece(title=title, planned=date(2027, 3, 7))
    page = pypdfium2.PdfDocument(onlooker_pdf(a_calendar(sunday), layout=layout))[0]
    text = page.get_textpage()
    right = max(text.get_charbox(number)[2] for number in range(text.count_chars()))
    assert right <= page.get_width() - 30
    page.parent.close()


def test_an_empty_calendar_says_so() -> None:
    assert "Nothing is planned in this period." in onlooker_html(a_calendar())


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("n", [1, 2, 90, 300])
def test_the_pdf_takes_every_quarter(n: int, paper: Paper) -> None:
    assert onlooker_pdf(a_calendar(*many(n)), paper)[:5] == b"%PDF-"


@pytest.mark.parametrize("paper", Paper)
def test_a_month_of_six_weeks_stays_on_its_page(paper: Paper) -> None:
    days = [date(2027, 5, 1) + timedelta(days=k) for k in range(31)]
    pieces = [a_piece(k, title=TITLES[k % 3], planned=day) for k, day in enumerate(days, 1)]
    may = parse_period("2027-05", Settings())
    calendar = onlooker_calendar(pieces, some_lists(), may, audience=Audience.TEAM, made_on=DAY)
    pages = onlooker_pdf(calendar, paper, format="png", ppi=20.0)
    assert not isinstance(pages, list) or len(pages) == 1


def test_markup_of_the_typesetter_is_text_too() -> None:
    assert onlooker_pdf(a_calendar(a_piece(title="#panic() *bold* $x$ @ref")))[:5] == b"%PDF-"


def test_a_letter_without_a_font_is_named() -> None:
    with pytest.raises(RuleBroken, match="No font on this computer"):
        onlooker_pdf(a_calendar(a_piece(title="\U0001343f")))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("n", [0, 1, 90, 900])
def test_the_list_takes_every_year(n: int, paper: Paper) -> None:
    first = date(2027, 1, 1)
    pieces = [a_piece(k, title=TITLES[k % 4], planned=first + timedelta(days=k % 365)) for k in range(n)]
    assert onlooker_pdf(a_year(*pieces), paper, Layout.LIST)[:5] == b"%PDF-"


def test_a_year_as_a_list_takes_few_pages() -> None:
    weekly = [a_piece(k, planned=date(2027, 1, 5) + timedelta(days=7 * k)) for k in range(52)]
    months = onlooker_pdf(a_year(*weekly), format="png", ppi=20.0)
    listed = onlooker_pdf(a_year(*weekly), layout=Layout.LIST, format="png", ppi=20.0)
    assert (len(months), len(listed) if isinstance(listed, list) else 1) == (12, 1)


def test_the_list_tells_day_title_and_fields_in_order() -> None:
    precise = a_piece(1, title="Exact", planned=date(2027, 3, 9), time=time(9, 30))
    vague = a_piece(2, title="Some time", precision=Precision.MONTH, planned=date(2027, 3, 1))
    week = a_piece(3, title="That week", planned=date(2027, 3, 8), precision=Precision.WEEK)
    page = onlooker_html(a_year(precise, vague, week), Layout.LIST)
    assert page.index("Some time") < page.index("That week") < page.index("Exact")
    for said in ("Tue 9", "09:30", "8–14", "Pieces by week"):
        assert said in page
    assert "March 2027</h2>" in page
    assert "March 2027</span>" not in page


def test_the_public_reads_no_weeks_in_the_list() -> None:
    page = onlooker_html(a_year(a_piece(), audience=Audience.PUBLIC), Layout.LIST)
    assert "Pieces by week" not in page
    assert "Tue 9" not in page
