"""Stage tags out to sales and their answers back in."""

import json
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typing_extensions import override

from editorial.domain.agreement import TaggedPiece, TagQuestions
from editorial.domain.agreement_answers import Answers
from editorial.domain.period import Period
from editorial.domain.vocabulary import Precision, Tag
from editorial.errors import BadFile
from editorial.exchange.agreement_answers import read_answers
from editorial.exchange.agreement_html import tag_page, write_tag_questions
from tests.domain.builders import a_stage

PERIOD = Period("FY2027 Q1", date(2027, 1, 1), date(2027, 3, 31))
EVIL = '=1+1 <script>alert("x")</script> & \'"\x07'


def a_tagged(id: int, **fields: Any) -> TaggedPiece:
    plain: dict[str, Any] = {"day": date(2027, 3, 10), "precision": Precision.DAY, "stage_id": 1, "segment_ids": ()}
    plain |= {"title": f"Piece {id}", "tag": Tag.PROPOSED, "uid": f"0000-{id}"}
    return TaggedPiece(id=id, **plain | fields)


def some_questions(*pieces: TaggedPiece) -> TagQuestions:
    stages = (
        a_stage(1, name="Interest", definition="Looks at the ways.\nCompares.", question="What are my options?"),
        a_stage(2, name="Confidence", definition="Wants proof from peers.", avoid="Do not repeat yourself."),
    )
    listed = pieces or (
        a_tagged(1, insight="Move the megawatt.", url="https://example.org/a", segment_ids=(7,)),
        a_tagged(
            2, title="كيف أثبت مصنع", stage_id=2, tag=Tag.DISPUTED, reason="Too early.", url="javascript:alert(1)"
        ),
        a_tagged(3, title="数字的价值", day=date(2027, 3, 1), precision=Precision.MONTH, segment_ids=(7, 8)),
    )
    return TagQuestions("Halyard", PERIOD, date(2027, 3, 10), stages, listed, {7: "Finance", 8: "Plants & mills"})


def answered(path: Path, *answers: tuple[str, str, str], source: TagQuestions | None = None) -> Answers:
    """Write the sheet, fill in the answers from the first row on, and read it back."""
    write_tag_questions(source or some_questions(), path)
    book = openpyxl.load_workbook(path)
    for line, (answer, reason, who) in enumerate(answers, start=2):
        for column, value in (("J", answer), ("K", reason), ("L", who)):
            cell = book["Tags"][f"{column}{line}"]
            cell.value, cell.data_type = value or None, "s"
    book.save(path)
    return read_answers(path)


def test_the_page_is_as_it_was_reviewed(golden: Callable[[str, bytes], None]) -> None:
    golden("stage-tags.html", tag_page(some_questions()).encode())


def test_the_sheet_is_as_it_was_reviewed(golden: Callable[[str, bytes], None], tmp_path: Path) -> None:
    write_tag_questions(some_questions(), tmp_path / "tags.xlsx")
    book = openpyxl.load_workbook(tmp_path / "tags.xlsx")
    cells = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}
    golden("stage-tags.json", (json.dumps(cells, ensure_ascii=False, indent=1, default=str) + "\n").encode())


def test_a_sheet_nobody_answered_reads_as_such(tmp_path: Path) -> None:
    found = answered(tmp_path / "tags.xlsx")
    assert [(row.uid, row.stage, row.tag) for row in found.rows][:2] == [
        ("0000-1", "Interest", None),
        ("0000-2", "Confidence", None),
    ]
    assert (found.refused, found.ignored, found.notes) == ((), (), ("3 pieces were not answered.",))


def test_answers_carry_back(tmp_path: Path) -> None:
    found = answered(tmp_path / "tags.xlsx", ("agreed", "", "Marcus"), ("Disputed", "too early", ""))
    assert [(row.tag, row.reason, row.who) for row in found.rows] == [
        (Tag.AGREED, "", "Marcus"),
        (Tag.DISPUTED, "too early", ""),
        (None, "", ""),
    ]
    assert found.rows[0].definition == "Looks at the ways.\nCompares."


def test_texts_stay_texts(tmp_path: Path) -> None:
    found = answered(tmp_path / "tags.xlsx", ("agreed", "=1+1", ""), source=some_questions(a_tagged(1, title=EVIL)))
    assert (found.rows[0].title, found.rows[0].reason) == (EVIL.replace("\x07", ""), "=1+1")


def test_unclear_rows_are_refused_with_their_line(tmp_path: Path) -> None:
    found = answered(tmp_path / "tags.xlsx", ("perhaps", "", ""), ("", "but why", ""))
    assert [(one.line, one.column, one.value) for one in found.refused] == [(2, "Answer", "perhaps"), (3, "Answer", "")]


@pytest.mark.parametrize("word", ["agreed", "AGREE", "yes", " Y ", "✓", "Ja"])
def test_people_say_yes_in_many_ways(word: str, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(f"Id,Answer\n0000-1,{word}\n", encoding="utf-8")
    assert read_answers(path).rows[0].tag is Tag.AGREED


def test_what_the_page_saves_is_read(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    said = {"id": "0000-1", "title": "T", "stage": "Interest", "definition": "D", "answer": "disputed", "reason": "r"}
    path.write_text(json.dumps({"answers": [said | {"by_whom": "Marcus"}]}), encoding="utf-8")
    [row] = read_answers(path).rows
    assert (row.tag, row.reason, row.who, row.stage) == (Tag.DISPUTED, "r", "Marcus", "Interest")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rubbish.xlsx", b"\x00\x01rubbish"),
        ("zip.xlsx", b"PK\x03\x04broken"),
        ("empty.csv", b""),
        ("other.csv", b"Title,Date\nA,2027-03-01\n"),
        ("no.json", b"{"),
        ("list.json", b'[{"id": 1}]'),
        ("page.html", b"<!DOCTYPE html><p>hello"),
    ],
)
def test_rubbish_is_refused_in_a_sentence(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadFile) as told:
        read_answers(path)
    assert str(told.value).endswith(".")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=re.escape(".xlsx or .html")):
        write_tag_questions(some_questions(), tmp_path / "tags.pdf")


class Page(HTMLParser):
    """Collects the elements of a page, and what stands in its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    @override
    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def parsed(questions: TagQuestions) -> Page:
    page = Page()
    page.feed(tag_page(questions))
    return page


def test_every_text_of_the_page_is_escaped() -> None:
    piece = a_tagged(1, title=EVIL, insight=EVIL, reason=EVIL, tag=Tag.DISPUTED, uid='"><b>', segment_ids=(7,))
    stages = (a_stage(1, name=EVIL, definition=EVIL, question=EVIL, signal=EVIL, approach=EVIL, avoid=EVIL),)
    page = parsed(TagQuestions(EVIL, PERIOD, date(2027, 3, 10), stages, (piece,), {7: EVIL}))
    assert [name for name, _attributes in page.elements].count("script") == 1
    assert not any(name == "b" for name, _attributes in page.elements)
    article = next(attributes for name, attributes in page.elements if name == "article")
    assert (article["data-id"], article["data-title"]) == ('"><b>', EVIL.replace("\x07", ""))


def test_the_page_needs_nothing_else() -> None:
    page = parsed(some_questions())
    loading = [a for _name, a in page.elements if a.keys() & {"src", "srcset", "background"}]
    assert loading == []
    assert not any(name in {"link", "img", "iframe"} for name, _attributes in page.elements)
    assert "url(" not in tag_page(some_questions())


def test_only_web_addresses_become_links() -> None:
    links = [attributes["href"] for name, attributes in parsed(some_questions()).elements if name == "a"]
    assert links == ["https://example.org/a"]


def test_a_page_without_questions_says_so() -> None:
    nothing = TagQuestions("Halyard", PERIOD, date(2027, 3, 10), some_questions().stages, (), {})
    assert "There is nothing to answer." in tag_page(nothing)
