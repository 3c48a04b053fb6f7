import pytest
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import SalesUse
from editorial.services import pieces
from editorial.store.workspace import Workspace
from editorial.ui.desk import Desk
from editorial.ui.piece.panel import PiecePanel
from editorial.ui.piece.sales_uses import SalesUsesEditor
from tests.builders import a_piece


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> PiecePanel:
    made = PiecePanel(desk)
    qtbot.addWidget(made)
    return made


def test_a_tick_is_saved_at_once(panel: PiecePanel, workspace: Workspace) -> None:
    piece = a_piece(workspace)
    panel.show_selected(piece)
    (editor,) = panel.findChildren(SalesUsesEditor)
    editor.boxes[SalesUse.TOUCH].click()
    editor.boxes[SalesUse.COLD].click()
    assert pieces.read(workspace, piece).sales_uses == (SalesUse.COLD, SalesUse.TOUCH)
