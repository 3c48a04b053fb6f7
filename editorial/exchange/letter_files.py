"""The recognition letter as a file of the kind its name asks for: PDF or DOCX."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from editorial.domain.letters import Letter, letter_text
from editorial.errors import BadFile
from editorial.exchange.letter_docx import write_letter_docx
from editorial.exchange.typeset import typeset
from editorial.exchange.whole_file import write_whole
from editorial.language import _


def write_letter(letter: Letter, path: Path, made_on: date) -> None:
    """Write a letter whole or not at all. Raises BadFile or RuleBroken with one sentence."""
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise BadFile(_("{name}: a letter is written as .pdf or .docx.").format(name=path.name))
    writer(letter, path, made_on)


def letter_pdf(letter: Letter, made_on: date, **wanted: Any) -> Any:
    """Return the PDF, or what typst is asked for instead. Raises RuleBroken for a letter that no font here has."""
    data = {**asdict(letter), "headings": letter.headings}
    return typeset("letters/letter.typ", data, letter_text(letter), made_on, **wanted)


def _write_pdf(letter: Letter, path: Path, made_on: date) -> None:
    write_whole(path, letter_pdf(letter, made_on))


_WRITERS: Mapping[str, Callable[[Letter, Path, date], None]] = {".pdf": _write_pdf, ".docx": write_letter_docx}
