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
    assert evidence_of(form).rows[0].text.placeholderText() == "Heard"
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
