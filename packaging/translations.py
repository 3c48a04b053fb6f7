"""Gather what people read into `resources/locale/editorial.pot`: `python packaging/translations.py`.

A translation is `resources/locale/LANGUAGE/LC_MESSAGES/editorial.po` beside its `.mo`: `translations.py fr` starts
one or brings it up to date, and compiles all that are there. `translations.py --pseudo FOLDER` writes a made-up
language of long accented words in brackets, in which a clipped or a forgotten text shows at once.
"""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "resources" / "locale"
TEMPLATE = LOCALES / "editorial.pot"
KEYWORDS = {"_": None, "ngettext": (1, 2)}
NOTE = ("Translators:",)
HEADER = "# Texts of Editorial, written by packaging/translations.py. Placeholders in braces stay as they are."
PSEUDO = "en_XA"
OPEN, CLOSE = "⟦", "⟧"
STRETCH = 0.4
"""How much longer than in English a text of the made-up language is."""
ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "àçéíñöšúýžÀÇÉÍÑÖŠÚÝŽ")
FIXED = re.compile(r"(\{[^{}]*\}|%\([a-z]+\)s|&&)")
"""What a translation keeps as it is: placeholders."""


def main(arguments: list[str]) -> int:
    """Write the template, or a made-up language where asked; then start, renew and compile the languages."""
    if arguments[:1] == ["--pseudo"]:
        print(write_pseudo(Path(arguments[1])))
        return 0
    wanted = gathered()
    if not TEMPLATE.exists() or ids(read(TEMPLATE)) != ids(wanted):
        write(TEMPLATE, wanted)
    for language in {*arguments, *(path.parent.parent.name for path in LOCALES.glob("*/LC_MESSAGES/*.po"))}:
        renew(language, wanted)
    return 0


def gathered() -> Catalog:
    """Return every text of the sources with the files it stands in."""
    catalog = Catalog(project="Editorial", header_comment=HEADER, charset="utf-8", creation_date=datetime.now(UTC))
    found = extract_from_dir(ROOT / "editorial", [("**.py", "python")], keywords=KEYWORDS, comment_tags=NOTE)
    for path, _line, words, comments, context in found:
        # Without lines, and once a file: the template then changes only where a text does.
        catalog.add(words, None, [(f"editorial/{path}", 0)], auto_comments=comments, context=context)
    return catalog


def ids(catalog: Catalog) -> set[str | tuple[str, ...]]:
    """Return the texts of a catalogue, those with a plural as pairs."""
    return {tuple(one.id) if isinstance(one.id, (list, tuple)) else one.id for one in catalog if one.id}


def renew(language: str, template: Catalog) -> None:
    """Bring one language up to date with the template and compile it."""
    path = LOCALES / language / "LC_MESSAGES" / "editorial.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog = read(path, language) if path.exists() else Catalog(language, project="Editorial")
    catalog.update(template)
    write(path, catalog)
    compile_into(path.with_suffix(".mo"), catalog)


def write_pseudo(folder: Path) -> Path:
    """Write the made-up language into a folder of languages and return its file."""
    path = folder / PSEUDO / "LC_MESSAGES" / "editorial.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog = Catalog("en", project="Editorial", charset="utf-8")
    for message in gathered():
        if message.id:
            catalog.add(message.id, pseudo_of(message))
    compile_into(path, catalog)
    return path


def pseudo_of(message: Message) -> str | tuple[str, ...]:
    """Return a message in the made-up language, all forms of a plural."""
    return pseudo(message.id) if isinstance(message.id, str) else tuple(pseudo(form) for form in message.id)


def pseudo(text: str) -> str:
    """Return a text stretched, accented and in brackets, its placeholders untouched."""
    parts = FIXED.split(text)
    letters = sum(len(part) for part in parts[::2])
    said = "".join(part if place % 2 else part.translate(ACCENTS) for place, part in enumerate(parts))
    return f"{OPEN}{said}{''.join(padding(round(letters * STRETCH)))}{CLOSE}"


def padding(length: int) -> Iterator[str]:
    """Yield letters that a long text breaks between, as it would between words."""
    for place in range(length):
        yield " " if place % 8 == 0 and length > 8 else "~"


def read(path: Path, language: str | None = None) -> Catalog:
    """Return a catalogue read from a file."""
    with path.open("rb") as file:
        return read_po(file, locale=language)


def write(path: Path, catalog: Catalog) -> None:
    """Write a catalogue for people to edit, sorted by its texts."""
    with path.open("wb") as file:
        write_po(file, catalog, width=120, sort_output=True, include_lineno=False)


def compile_into(path: Path, catalog: Catalog) -> None:
    """Write a catalogue as the program reads it."""
    with path.open("wb") as file:
        write_mo(file, catalog)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
