"""Recognition letters and bulletins: every page within its margins, every text there, nothing run as code."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pypdfium2  # type: ignore[import-untyped]
import pytest
from docx.oxml.ns import qn

from editorial.domain.bulletin import Bulletin, bulletin, independent
from editorial.domain.letters import Letter, recognition_letter
from editorial.domain.people_records import AnswerCard, CardSource
from editorial.domain.period import Period
from editorial.domain.recognition import Contribution, Recognition, Way
from editorial.domain.records import Person
from editorial.errors import BadFile, RuleBroken
from editorial.exchange.bulletin_files import write_bulletin
from editorial.exchange.letter_files import write_letter
from tests.domain.builders import an_entry

TODAY = date(2027, 4, 2)
QUARTER = Period("FY2027 Q1", date(2027, 1, 1), date(2027, 3, 31))
HARD = '#panic() <b>&amp;</b> "$x$" \\ @a 数字的价值 اختبار W' + "W" * 200


def a_letter(title: str = "The end of the annual plan", many: int = 1) -> Letter:
    out = [an_entry(n, date(2027, 2, 2), title=title, published=True) for n in range(1, many + 1)]
    ahead = an_entry(99, None, title="Who owns the robot’s mistakes?")
    given = Recognition(
        person=Person(id=1, uid="p", name="Elena Ruiz", organisation="Halyard Works"),
        first=QUARTER.first,
        last=QUARTER.last,
        published=tuple(Contribution(one, "https://halyard.example/plan", (Way.INTERVIEW, Way.QUOTE)) for one in out),
        ahead=(Contribution(ahead, "", (Way.IDEA,)),),
        interviews=2,
        quotes=1,
        ideas=1,
        quality=4.0,
    )
    said = ["“The clearest thing I read this year.” – a reader"]
    return recognition_letter(given, workspace="Halyard", today=TODAY, signed="Ana Lind", said=said)


def a_bulletin(claim: str = "Buyers ask for proof before price.", many: int = 1) -> Bulletin:
    two = (CardSource(text="Interview with a plant manager", account="Acme", day=date(2027, 2, 1)),
           CardSource(text="Survey of 40 readers", address="https://halyard.example/survey"))  # fmt: skip
    cards = [
        AnswerCard(id=n, uid="c", name=claim, day=date(2027, 3, 1), segment_id=1, interest_id=1, sources=two,
                   expires=date(2027, 9, 1))
        for n in range(1, many + 1)
    ]  # fmt: skip
    cards += [
        AnswerCard(id=90, uid="d", name="Talks are shorter.", day=date(2027, 3, 3), sources=two[:1]),
        AnswerCard(id=91, uid="e", name="Old news", day=date(2027, 1, 3), expires=date(2027, 3, 1)),
        AnswerCard(id=92, uid="f", name="Of another quarter", day=date(2026, 12, 3)),
    ]
    return bulletin(cards, period=QUARTER, today=TODAY, workspace="Halyard", segments={1: "Plant managers"},
                    interests={1: "Risk"})  # fmt: skip


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "\n".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))


def check_pages(path: Path) -> None:
    """Fail where something is drawn within a centimetre of the edges."""
    document = pypdfium2.PdfDocument(path)
    for number in range(len(document)):
        picture = document[number].render(scale=1).to_pil().convert("L")
        wide, high = picture.size
        for strip in ((0, 0, wide, 28), (0, high - 28, wide, high), (0, 0, 28, high), (wide - 28, 0, wide, high)):
            low, most = picture.crop(strip).getextrema()
            assert low == most, f"page {number + 1}"


def docx_text(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_the_letter_says_what_was_given_and_what_came_of_it() -> None:
    letter = a_letter()
    assert letter.opening == (
        "Between 1 January 2027 and 31 March 2027 you gave us 2 interviews, 1 quote and 1 idea.",
        "1 piece with your part in it came out.",
    )
    assert (letter.published[0].day, letter.published[0].part) == (
        "2 February 2027",
        "we interviewed you and you are quoted",
    )
    assert (letter.ahead[0].day, letter.ahead[0].part) == ("", "you gave the idea")


def test_there_is_no_letter_for_nothing() -> None:
    nothing = Recognition(Person(id=1, uid="p", name="Elena"), None, None, (), (), 0, 0, 0, None)
    with pytest.raises(RuleBroken, match="nothing yet to thank Elena for"):
        recognition_letter(nothing, workspace="Halyard", today=TODAY)


@pytest.mark.parametrize(("ending", "text_of"), [(".pdf", pdf_text), (".docx", docx_text)])
def test_the_letter_carries_every_text(ending: str, text_of: Callable[[Path], str], tmp_path: Path) -> None:
    path = tmp_path / f"letter{ending}"
    write_letter(a_letter(), path, TODAY)
    text = text_of(path)
    for said in ("Elena Ruiz", "Halyard Works", "2 April 2027", "The end of the annual plan", "halyard.example/plan",
                 "Who owns the robot’s mistakes?", "The clearest thing", "Without you", "Ana Lind"):  # fmt: skip
        assert said in text


@pytest.mark.parametrize("title", ["A plan", HARD])
@pytest.mark.parametrize("many", [1, 40])
def test_every_page_keeps_its_margins(title: str, many: int, tmp_path: Path) -> None:
    write_letter(a_letter(title, many), tmp_path / "letter.pdf", TODAY)
    write_bulletin(a_bulletin(title, many), tmp_path / "bulletin.pdf")
    check_pages(tmp_path / "letter.pdf")
    check_pages(tmp_path / "bulletin.pdf")


def test_the_day_beside_a_source_from_right_to_left_stays_whole(tmp_path: Path) -> None:
    source = CardSource(text="قال لنا العميل", address="https://halyard.example/a", day=date(2027, 2, 1))
    card = AnswerCard(id=1, uid="a", name="Late", day=date(2027, 3, 1), interest_id=1, sources=(source,))
    told = bulletin((card,), period=QUARTER, today=TODAY, workspace="Halyard", segments={}, interests={1: "مخاطر"})
    write_bulletin(told, tmp_path / "b.html")
    page = (tmp_path / "b.html").read_text(encoding="utf-8")
    assert page.count('<span dir="auto">1 February 2027</span>') == 1
    assert '<span dir="auto">مخاطر</span> · <span dir="auto">1 March 2027</span>' in page


@pytest.mark.parametrize(
    ("one", "other", "n"),
    [
        ({"account": "Acme"}, {"account": " acme"}, 1),
        ({"account": "Acme"}, {}, 2),
        ({"text": "A visit"}, {"text": "a  Visit"}, 1),
        ({"text": "A", "address": "https://a.example/x"}, {"text": "B", "address": "http://www.a.example/x/"}, 1),
        ({"text": "A visit"}, {"text": "A fair"}, 2),
    ],
)
def test_sources_of_one_origin_count_once(one: dict[str, Any], other: dict[str, Any], n: int) -> None:
    assert independent([CardSource(**{"text": "", **one}), CardSource(**{"text": "", **other})]) == n


def test_a_card_longer_than_a_page_runs_on(tmp_path: Path) -> None:
    sources = tuple(CardSource(text=f"Visit {n} to a plant", account=f"Plant {n}") for n in range(90))
    card = AnswerCard(id=1, uid="c", name="Talks are shorter.", day=date(2027, 3, 1), sources=sources)
    told = bulletin([card], period=QUARTER, today=TODAY, workspace="Halyard", segments={}, interests={})
    write_bulletin(told, tmp_path / "bulletin.pdf")
    check_pages(tmp_path / "bulletin.pdf")
    assert "Visit 89 to a plant" in pdf_text(tmp_path / "bulletin.pdf")


def test_markup_in_a_document_is_text(tmp_path: Path) -> None:
    write_letter(a_letter(HARD), tmp_path / "letter.docx", TODAY)
    assert HARD in docx_text(tmp_path / "letter.docx")


def test_the_bulletin_holds_the_new_cards_by_segment() -> None:
    told = a_bulletin()
    assert [(name, [card.claim for card in cards]) for name, cards in told.groups] == [
        ("Plant managers", ["Buyers ask for proof before price."]),
        ("All readers", ["Talks are shorter."]),
    ]
    assert told.lapsed == 1


def test_one_source_alone_is_warned_of() -> None:
    (_name, proven), (_all, alone) = a_bulletin().groups
    assert (proven[0].warning, alone[0].warning) == ("", "This rests on one source alone.")


@pytest.mark.parametrize("ending", [".pdf", ".html"])
def test_the_bulletin_carries_claims_sources_and_expiry(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"bulletin{ending}"
    write_bulletin(a_bulletin(), path)
    text = pdf_text(path) if ending == ".pdf" else path.read_text()
    for said in ("What we hear", "Plant managers", "proof before price", "Survey of 40 readers",
                 "good until 1 September 2027", "one source alone", "1 card past its time is left out"):  # fmt: skip
        assert said in text


def test_markup_in_a_page_is_text(tmp_path: Path) -> None:
    write_bulletin(a_bulletin("<script>alert(1)</script>"), tmp_path / "bulletin.html")
    assert "<script" not in (tmp_path / "bulletin.html").read_text()


def test_other_endings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"written as \.pdf or \.docx"):
        write_letter(a_letter(), tmp_path / "letter.txt", TODAY)
    with pytest.raises(BadFile, match=r"written as \.html or \.pdf"):
        write_bulletin(a_bulletin(), tmp_path / "bulletin.docx")


def test_every_script_of_the_document_is_as_bold_and_as_large_as_the_others(tmp_path: Path) -> None:
    write_letter(a_letter("خمسة أسئلة"), tmp_path / "letter.docx", TODAY)
    document = docx.Document(str(tmp_path / "letter.docx"))
    title = next(one for one in document.paragraphs if one.text.startswith("خمسة"))
    assert title.runs[0].font.bold
    assert title.runs[0].font.cs_bold
    detail = title.runs[2]
    assert detail.font.size is not None
    assert detail.font.size.pt == 10
    assert detail.element.get_or_add_rPr().find(qn("w:szCs")).get(qn("w:val")) == "20"


def test_pages_of_the_document_are_numbered_from_the_second_on(tmp_path: Path) -> None:
    write_letter(a_letter(many=40), tmp_path / "letter.docx", TODAY)
    page = docx.Document(str(tmp_path / "letter.docx")).sections[0]
    assert page.first_page_footer.paragraphs[0].text == ""
    assert page.footer.paragraphs[0].text.startswith("Halyard · ")
    assert "PAGE" in page.footer.paragraphs[0].part.blob.decode()


def test_nobody_has_written_yet_what_is_on_its_way() -> None:
    ahead = Contribution(an_entry(1, None, title="Next"), "", (Way.AUTHOR,))
    out = Contribution(an_entry(2, date(2027, 2, 2), title="Out", published=True), "", (Way.AUTHOR,))
    given = Recognition(Person(id=1, uid="p", name="Elena"), None, None, (out,), (ahead,), 0, 0, 0, None)
    letter = recognition_letter(given, workspace="Halyard", today=TODAY)
    assert (letter.published[0].part, letter.ahead[0].part) == ("you wrote it", "you are its author")
