import io
import json
import sys
from contextlib import redirect_stdout

import pytest

from editorial.cli.application import main, sentence
from editorial.cli.output import print_json, say


def narrow() -> io.TextIOWrapper:
    """Return an output that knows the letters of ASCII only."""
    return io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="")


def written(out: io.TextIOWrapper) -> bytes:
    out.seek(0)
    return bytes(out.buffer.read())


def test_json_stays_the_same_where_letters_cannot_be_shown() -> None:
    with redirect_stdout(narrow()) as out:
        print_json({"title": "名前 ×"})
    assert json.loads(written(out)) == {"title": "名前 ×"}


def test_text_is_shown_as_far_as_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    with redirect_stdout(narrow()) as out:
        assert main(["new", "--help"]) == 0
        say("名前 ×")
    assert written(out).endswith(b"?? ?\n")


def test_a_full_disk_under_the_output_is_one_sentence() -> None:
    assert sentence(OSError(28, "No space left on device")) == "This cannot be written out: No space left on device."
