"""What travels with the mouse."""

import pytest
from PySide6.QtCore import QMimeData

from editorial.ui.calendar.dragging import MIME, PieceDrag


def test_ids_arrive_as_they_left() -> None:
    assert PieceDrag.from_mime(PieceDrag((3, 1, 2)).to_mime()) == PieceDrag((3, 1, 2))


@pytest.mark.parametrize("data", [b"", b"[1]", b'{"pieces": "1"}', b'{"pieces": []}', b'{"pieces": ["x"]}', b"\xff"])
def test_what_is_no_drag_of_pieces_is_nothing(data: bytes) -> None:
    assert PieceDrag.from_bytes(data) is None


def test_other_data_is_not_taken() -> None:
    data = QMimeData()
    data.setText("1,2,3")
    assert not data.hasFormat(MIME)
    assert PieceDrag.from_mime(data) is None
