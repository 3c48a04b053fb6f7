"""Taking in what sales answered on stage tags."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from editorial.domain.agreement_answers import Answer, Answers
from editorial.domain.imports import Preview
from editorial.domain.period import quarter_of
from editorial.domain.vocabulary import Tag
from editorial.errors import StaleEdit
from editorial.exchange.agreement_answers import read_answers
from editorial.exchange.agreement_html import write_tag_questions
from editorial.services import agreement, history, lists, pieces
from editorial.services.agreement_answers import apply_answers, preview_answers
from editorial.services.lists import read_lists
from editorial.store.workspace import Workspace
from tests.builders import a_piece, named

TODAY = date(2027, 3, 10)


@pytest.fixture
def piece(workspace: Workspace) -> int:
    return a_piece(workspace, "Pumps", planned=TODAY, stage="Interest")


def uid_of(workspace: Workspace, piece: int) -> str:
    return pieces.read(workspace, piece).uid


def an_answer(workspace: Workspace, piece: int, tag: Tag = Tag.AGREED, line: int = 2, **fields: str) -> Answer:
    return Answer(line=line, uid=uid_of(workspace, piece), tag=tag, **fields)


def looked(workspace: Workspace, *answers: Answer) -> Preview:
    return preview_answers(workspace, Answers(answers))


def refusal(workspace: Workspace, *answers: Answer) -> str:
    [refused] = looked(workspace, *answers).refused
    return refused.reason


def test_an_answer_is_previewed_and_then_applied_as_one_change(workspace: Workspace, piece: int) -> None:
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    preview = looked(workspace, an_answer(workspace, piece, reason="", who="Marcus Bell"))
    assert (preview.read, len(preview.changed), preview.refused) == (1, 1, ())
    assert pieces.read(workspace, piece).tag is Tag.PROPOSED
    assert apply_answers(workspace, preview, source="tags.xlsx").applied
    read = pieces.read(workspace, piece)
    assert (read.tag, read.tag_reason, read.tag_version) == (Tag.AGREED, "Marcus Bell", 1)
    assert history.undo(workspace) == "Take in 1 answer on stage tags from tags.xlsx"
    assert pieces.read(workspace, piece).tag is Tag.PROPOSED


def test_a_second_time_changes_nothing(workspace: Workspace, piece: int) -> None:
    answer = an_answer(workspace, piece, Tag.DISPUTED, reason="Too early.", who="Marcus")
    apply_answers(workspace, looked(workspace, answer))
    again = looked(workspace, answer)
    assert (len(again.changed), again.unchanged, again.refused) == (0, 1, ())
    result = apply_answers(workspace, again)
    assert (result.applied, result.change_id) == (True, None)


def test_agreeing_takes_the_reason_of_the_dispute_away(workspace: Workspace, piece: int) -> None:
    agreement.set_tag(workspace, [piece], Tag.DISPUTED, "Too early.")
    apply_answers(workspace, looked(workspace, an_answer(workspace, piece)))
    assert pieces.read(workspace, piece).tag_reason == ""


def test_a_dispute_without_a_new_reason_keeps_the_old_one(workspace: Workspace, piece: int) -> None:
    agreement.set_tag(workspace, [piece], Tag.DISPUTED, "Too early.")
    assert looked(workspace, an_answer(workspace, piece, Tag.DISPUTED)).unchanged == 1


def test_an_answer_for_another_stage_is_stale(workspace: Workspace, piece: int) -> None:
    answer = an_answer(workspace, piece, stage="Interest")
    pieces.edit(workspace, piece, stage_id=named(workspace, "stage", "Loyalty"))
    assert refusal(workspace, answer) == (
        "this went out for the stage Interest; since then the piece was moved to Loyalty"
    )


def test_an_answer_on_an_edited_definition_is_stale(workspace: Workspace, piece: int) -> None:
    stage = read_lists(workspace).stages[named(workspace, "stage", "Interest")]
    answer = an_answer(workspace, piece, stage="Interest", definition=stage.definition)
    assert len(looked(workspace, answer).changed) == 1
    lists.edit(workspace, "stage", stage.id, definition="Something else.")
    assert "was edited after this went out" in refusal(workspace, answer)


def test_a_piece_that_lost_its_stage_or_is_gone_is_refused(workspace: Workspace, piece: int) -> None:
    answer = an_answer(workspace, piece)
    pieces.edit(workspace, piece, stage_id=None)
    assert "has no stage any more" in refusal(workspace, answer)
    pieces.bin(workspace, [piece])
    assert refusal(workspace, answer) == "there is no piece with this id"


def test_the_second_answer_on_one_piece_is_a_repeat(workspace: Workspace, piece: int) -> None:
    first, second = (an_answer(workspace, piece, line=line) for line in (2, 5))
    assert refusal(workspace, first, second) == "a repeat of line 2"


def test_one_refused_row_keeps_all_from_being_applied(workspace: Workspace, piece: int) -> None:
    other = a_piece(workspace, "Valves", planned=TODAY, stage="Interest")
    preview = looked(workspace, an_answer(workspace, piece), an_answer(workspace, other, Tag.DISPUTED, line=3))
    assert not apply_answers(workspace, preview).applied
    assert pieces.read(workspace, piece).tag is Tag.PROPOSED
    assert apply_answers(workspace, preview, skip_bad=True).applied
    assert pieces.read(workspace, piece).tag is Tag.AGREED


def test_a_change_in_between_is_noticed(workspace: Workspace, piece: int) -> None:
    preview = looked(workspace, an_answer(workspace, piece))
    pieces.edit(workspace, piece, title="Pumps again")
    with pytest.raises(StaleEdit):
        apply_answers(workspace, preview)


def filled(path: Path, fill: Callable[[int], tuple[str, str, str]]) -> Path:
    book = openpyxl.load_workbook(path)
    sheet = book["Tags"]
    for line in range(2, sheet.max_row + 1):
        for column, said in zip("JKL", fill(line), strict=True):
            sheet[f"{column}{line}"] = said or None
    book.save(path)
    return path


def test_what_goes_out_comes_back_answered(workspace: Workspace, tmp_path: Path) -> None:
    made = [a_piece(workspace, f"=Piece {n}, “{n}”", planned=TODAY, stage="Interest") for n in range(4)]
    path = tmp_path / "tags.xlsx"
    period = quarter_of(TODAY, read_lists(workspace).settings)
    write_tag_questions(agreement.questions(workspace, period, TODAY), path)
    assert preview_answers(workspace, read_answers(path)).unchanged == 4
    answers = read_answers(filled(path, lambda n: ("agreed", "", "Sofia") if n < 4 else ("disputed", "No.", "Sofia")))
    apply_answers(workspace, preview_answers(workspace, answers))
    tags = [(one.tag, one.tag_reason) for one in pieces.read_many(workspace, made)]
    assert tags == [(Tag.AGREED, "Sofia")] * 2 + [(Tag.DISPUTED, "No. (Sofia)")] * 2
    assert len(agreement.questions(workspace, period, TODAY).pieces) == 2
