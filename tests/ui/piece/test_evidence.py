from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from editorial.domain.records import Evidence
from editorial.domain.vocabulary import EvidenceKind
from editorial.services import history, lists, pieces
from editorial.store.workspace import Workspace
from editorial.ui.desk import Desk
from editorial.ui.piece.evidence import EvidenceEditor
from editorial.ui.piece.form import PieceForm
from editorial.ui.piece.quality import QualityEditor
from tests.builders import a_piece


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> PieceForm:
    made = PieceForm(desk)
    qtbot.addWidget(made)
    made.resize(400, 900)
    made.show()
    return made


def evidence_of(form: PieceForm) -> EvidenceEditor:
    editor = form.editors["evidence"]
    assert isinstance(editor, EvidenceEditor)
    return editor


def quality_of(form: PieceForm) -> QualityEditor:
    editor = form.editors["quality"]
    assert isinstance(editor, QualityEditor)
    return editor


def test_a_focus_group_of_one_says_so_until_it_has_evidence(
    qtbot: QtBot, form: PieceForm, workspace: Workspace
) -> None:
    idea = a_piece(workspace)
    form.open(idea)
    editor = evidence_of(form)
    assert editor.alone.isVisible()
    qtbot.mouseClick(editor.add, Qt.MouseButton.LeftButton)
    row = editor.rows[0]
    qtbot.keyClicks(row.text, "62 % named it")
    qtbot.keyClick(row.text, Qt.Key.Key_Return)
    assert pieces.read(workspace, idea).evidence == (Evidence(kind=EvidenceKind.SURVEY, text="62 % named it"),)
    assert not editor.alone.isVisible()
    assert history.undo(workspace) == "Change evidence of ‘A piece’"
    assert editor.alone.isVisible()


def test_another_kind_and_removing_are_saved(qtbot: QtBot, form: PieceForm, workspace: Workspace) -> None:
    idea = a_piece(workspace)
    pieces.edit(workspace, idea, evidence=(Evidence(kind=EvidenceKind.SURVEY, text="n = 40"),))
    form.open(idea)
    row = evidence_of(form).rows[0]
    row.kind.setCurrentIndex(3)
    row.kind.activated.emit(3)
    assert pieces.read(workspace, idea).evidence[0].kind is EvidenceKind.FEEDBACK
    qtbot.mouseClick(evidence_of(form).rows[0].remove, Qt.MouseButton.LeftButton)
    assert pieces.read(workspace, idea).evidence == ()


def test_a_field_note_that_is_named_stays_named(form: PieceForm, workspace: Workspace) -> None:
    idea = a_piece(workspace)
    note = lists.add(workspace, "field_note", "Heard", day=date(2027, 3, 1))
    named = Evidence(kind=EvidenceKind.FIELD_NOTE, field_note_id=note)
    pieces.edit(workspace, idea, evidence=(named,))
    form.open(idea)
    assert evidence_of(form).rows[0].ground.button.value == "Heard"
    form.settle()
    assert pieces.read(workspace, idea).evidence == (named,)


def test_stars_are_given_by_keyboard(qtbot: QtBot, form: PieceForm, workspace: Workspace) -> None:
    idea = a_piece(workspace)
    form.open(idea)
    stars = quality_of(form).stars
    for key, expected in (
        (Qt.Key.Key_4, 4), (Qt.Key.Key_Right, 5), (Qt.Key.Key_Right, 5), (Qt.Key.Key_Left, 4), (Qt.Key.Key_0, None),
    ):  # fmt: skip
        qtbot.keyClick(stars, key)
        assert pieces.read(workspace, idea).quality == expected
    assert stars.accessibleName() == "Quality of the idea: not rated"


def test_stars_are_given_by_mouse(qtbot: QtBot, form: PieceForm, workspace: Workspace) -> None:
    idea = a_piece(workspace)
    form.open(idea)
    stars = quality_of(form).stars
    third = QPoint(8 + int(2.5 * stars._star()), 10)
    qtbot.mouseClick(stars, Qt.MouseButton.LeftButton, pos=third)
    assert pieces.read(workspace, idea).quality == 3
    qtbot.mouseClick(stars, Qt.MouseButton.LeftButton, pos=third)
    assert pieces.read(workspace, idea).quality is None


def test_after_removing_one_undo_is_the_windows(qtbot: QtBot, form: PieceForm, workspace: Workspace) -> None:
    idea = a_piece(workspace)
    pieces.edit(workspace, idea, evidence=(Evidence(kind=EvidenceKind.SURVEY, text="n = 40"),))
    form.open(idea)
    editor = evidence_of(form)
    editor.add.click()
    row = editor.rows[1]
    qtbot.keyClicks(row.text, "Said by three")
    qtbot.keyClick(row.text, Qt.Key.Key_Return)
    assert not row.text.isUndoAvailable()
    editor.rows[0].remove.click()
    assert form.window().focusWidget() is editor.add


def with_two(workspace: Workspace) -> int:
    first, second = (Evidence(kind=EvidenceKind.SURVEY, text=text) for text in ("First", "Second"))
    idea = a_piece(workspace)
    pieces.edit(workspace, idea, evidence=(first, second))
    return idea


def said(workspace: Workspace, idea: int) -> list[str]:
    return [one.text for one in pieces.read(workspace, idea).evidence]


def test_an_interview_is_chosen_by_its_words(qtbot: QtBot, form: PieceForm, workspace: Workspace) -> None:
    lists.add(workspace, "interview", "Another talk")
    talk = lists.add(workspace, "interview", "Pricing talk", day=date(2027, 3, 1))
    idea = a_piece(workspace)
    form.open(idea)
    evidence_of(form).add.click()
    row = evidence_of(form).rows[0]
    row.kind.setCurrentIndex(1)
    row.kind.activated.emit(1)
    picker = row.ground.choose("pric")
    assert [option.name for option in picker.model.options] == ["Pricing talk · 1 March 2027"]
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    expected = Evidence(kind=EvidenceKind.INTERVIEW, interview_id=talk)
    assert pieces.read(workspace, idea).evidence == (expected,)
    history.undo(workspace)
    assert pieces.read(workspace, idea).evidence == ()


def test_evidence_of_another_kind_names_no_more_what_it_named(form: PieceForm, workspace: Workspace) -> None:
    talk = lists.add(workspace, "interview", "Pricing talk")
    idea = a_piece(workspace)
    named = Evidence(kind=EvidenceKind.INTERVIEW, text="They pay", interview_id=talk)
    pieces.edit(workspace, idea, evidence=(named,))
    form.open(idea)
    row = evidence_of(form).rows[0]
    for at, expected in ((0, Evidence(kind=EvidenceKind.SURVEY, text="They pay")), (1, named)):
        row.kind.setCurrentIndex(at)
        row.kind.activated.emit(at)
        assert pieces.read(workspace, idea).evidence == (expected,)


def test_what_is_named_is_opened_where_it_stands(qtbot: QtBot, form: PieceForm, workspace: Workspace) -> None:
    talk = lists.add(workspace, "interview", "Pricing talk")
    idea = a_piece(workspace)
    pieces.edit(workspace, idea, evidence=(Evidence(kind=EvidenceKind.INTERVIEW, interview_id=talk),))
    form.open(idea)
    with qtbot.waitSignal(form.desk.place_wanted) as wanted:
        evidence_of(form).rows[0].ground.go.click()
    assert wanted.args == ["interviews", {"page": "interviews", "id": talk}]


def test_evidence_is_put_in_another_order(form: PieceForm, workspace: Workspace) -> None:
    idea = with_two(workspace)
    form.open(idea)
    evidence_of(form).rows[1].up.click()
    assert said(workspace, idea) == ["Second", "First"]
    assert [row.up.isEnabled() for row in evidence_of(form).rows] == [False, True]
    history.undo(workspace)
    assert [row.text.text() for row in evidence_of(form).rows] == ["First", "Second"]


def test_evidence_is_moved_by_keys_from_where_one_types(qtbot: QtBot, form: PieceForm, workspace: Workspace) -> None:
    idea = with_two(workspace)
    form.open(idea)
    with qtbot.waitActive(form):
        form.activateWindow()
    qtbot.waitUntil(evidence_of(form).rows[0].isVisible)
    for part in ("text", "kind"):
        row = evidence_of(form).rows[0]
        first, focused = row.text.text(), getattr(row, part)
        focused.setFocus()
        qtbot.keyClick(focused, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert said(workspace, idea)[1] == first
        assert evidence_of(form).rows[1] is row
        assert focused.hasFocus()


def test_evidence_alone_is_not_moved(form: PieceForm, workspace: Workspace) -> None:
    idea = with_two(workspace)
    form.open(idea)
    evidence_of(form).rows[0].remove.click()
    assert evidence_of(form).rows[0].up.isHidden()
    history.undo(workspace)
    assert not evidence_of(form).rows[0].up.isHidden()


def test_in_a_workspace_for_reading_evidence_is_only_opened(form: PieceForm, workspace: Workspace) -> None:
    idea = with_two(workspace)
    form.open(idea)
    evidence_of(form).lock(True)
    row = evidence_of(form).rows[1]
    assert not any(part.isEnabled() for part in (row.up, row.kind, row.remove, row.ground.button))


def test_tab_comes_to_what_is_filled_in_before_what_moves_it(
    qtbot: QtBot, form: PieceForm, workspace: Workspace
) -> None:
    form.open(with_two(workspace))
    row = evidence_of(form).rows[1]
    with qtbot.waitActive(form):
        form.activateWindow()
    qtbot.waitUntil(row.isVisible)
    row.kind.setFocus()
    order = [row.text, row.address, row.go, row.up, row.remove]
    for part in order:
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled():
            qtbot.keyClick(form.window().focusWidget(), Qt.Key.Key_Tab)
            assert form.window().focusWidget() is part
