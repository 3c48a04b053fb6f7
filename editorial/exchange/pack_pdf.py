"""The kickoff pack as a PDF, typeset from templates that only ever show its data as text."""

import json
from datetime import UTC, datetime

from editorial.domain.pack import Pack
from editorial.exchange.pack_data import pack_data, shown_texts
from editorial.exchange.pack_fonts import check_letters, families, fonts
from editorial.locations import resources


def pack_pdf(pack: Pack) -> bytes:
    """Return the PDF. Raises RuleBroken for a letter that no font here has."""
    from typst import Compiler

    check_letters(shown_texts(pack))
    folder = resources() / "pack"
    inputs = {
        "data": json.dumps(pack_data(pack), ensure_ascii=False),
        "fonts": json.dumps(families()),
        "language": "en",
    }
    compiler = Compiler(input=folder / "pack.typ", root=folder, font_paths=fonts(), sys_inputs=inputs)
    made = datetime(pack.made_on.year, pack.made_on.month, pack.made_on.day, tzinfo=UTC)
    done = compiler.compile(format="pdf", timestamp=made)
    if not isinstance(done, bytes):
        raise TypeError("the typesetter gave no single document")
    return done
