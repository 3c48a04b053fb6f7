from pytestqt.qtbot import QtBot

from editorial.domain.records import Link
from editorial.services import pieces
from editorial.store.workspace import Workspace
from editorial.ui.desk import Desk
from editorial.ui.fields.links import LinksEditor
from editorial.ui.piece.form import PieceForm
from tests.builders import a_piece


def test_a_link_is_edited_again_after_it_was_saved(qtbot: QtBot, desk: Desk, workspace: Workspace) -> None:
    form, idea = PieceForm(desk), a_piece(workspace)
    qtbot.addWidget(form)
    form.open(idea)
    editor = form.editors["links"]
    assert isinstance(editor, LinksEditor)
    editor.add.click()
    for address in ("https://a.example", "https://b.example"):
        editor.rows[0].address.setText(address)
        editor.settle()
        assert pieces.read(workspace, idea).links == (Link(address=address),)
