"""The stage tag in the form of a piece."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import Tag
from editorial.services import agreement, lists
from editorial.store.workspace import Workspace
from editorial.ui.desk import Desk
from editorial.ui.fields.choices import ChoiceEditor
from editorial.ui.piece.form import PieceForm
from tests.builders import a_piece, named


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, workspace: Workspace) -> PieceForm:
    """A piece whose tag was agreed under version 1."""
    piece = a_piece(workspace, stage="Interest")
    agreement.agree(workspace, "Nora", "Marcus", date(2027, 3, 1))
    agreement.set_tag(workspace, [piece], Tag.AGREED)
    made = PieceForm(desk)
    qtbot.addWidget(made)
    made.open(piece)
    return made


def tag(form: PieceForm) -> str:
    editor = form.editors["tag"]
    assert isinstance(editor, ChoiceEditor)
    return editor.button.value


def test_an_agreed_tag_says_so(form: PieceForm) -> None:
    assert tag(form) == "Agreed"


def test_after_the_stage_was_edited_it_names_the_version(form: PieceForm, workspace: Workspace) -> None:
    lists.edit(workspace, "stage", named(workspace, "stage", "Interest"), definition="Something else.")
    assert tag(form) == "Agreed under version 1"
