"""What people read can be translated: the template is complete, and sentences are made as translators need them."""

import ast
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import translations

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "editorial").rglob("*.py"))
TREES = {path: ast.parse(path.read_text("utf-8")) for path in SOURCES}
SPEAKING = {
    "addAction", "addButton", "addItem", "addMenu", "addTab", "setAccessibleDescription", "setAccessibleName",
    "setInformativeText", "setLabelText", "setPlaceholderText", "setSpecialValueText", "setStatusTip", "setSuffix",
    "setText", "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle",
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QPushButton", "QRadioButton", "Command",
}  # fmt: skip
"""Calls whose words people read."""
KEPT = re.compile(r"Editorial|https://|#rrggbb|\((Ctrl|Alt|Shift)\+\w+\)")
"""What is the same in every language."""
LISTS_OF_OWN = {
    ROOT / "editorial" / "services" / f"{name}.py"
    for name in ("sample", "sample_agreement", "sample_planning", "sample_records")
}
"""The sample looks up names of the starting lists, whose texts stand in domain/starting_lists.py."""

IDS = translations.ids(translations.gathered())


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    """Yield the calls of functions or methods of these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in names:
                yield node


def where(path: Path, node: ast.Call) -> str:
    """Return a place in the sources and what stands there."""
    return f"{path.relative_to(ROOT)}:{node.lineno} {ast.unparse(node)[:80]}"


def fields(text: str) -> list[str]:
    """Return the names of a text's placeholders, sorted."""
    return sorted(name for _text, name, _form, _conversion in string.Formatter().parse(text) if name is not None)


def test_the_template_holds_every_text() -> None:
    missing = IDS ^ translations.ids(translations.read(translations.TEMPLATE))
    assert not missing, "run: .venv/bin/python packaging/translations.py"


def test_only_whole_literal_texts_are_translated() -> None:
    loose = [
        where(path, call)
        for path, tree in TREES.items()
        if path not in LISTS_OF_OWN
        for call in calls(tree, {"_", "ngettext"})
        for word in call.args[: 1 if getattr(call.func, "id", "") == "_" else 2]
        if not (isinstance(word, ast.Constant) and isinstance(word.value, str) and word.value)
    ]
    assert not loose


def test_words_on_the_screen_go_through_gettext() -> None:
    plain = [
        where(path, call)
        for path, tree in TREES.items()
        if path.is_relative_to(ROOT / "editorial" / "ui")
        for call in calls(tree, SPEAKING)
        for word in [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg in ("text", "label"))]
        for said in [KEPT.sub("", spoken(word))]
        if re.search(r"[^\W\d_]{2,}", said) and not is_name(call, word)
    ]
    assert not plain


def spoken(node: ast.expr) -> str:
    """Return the fixed words of a literal or of an f-string."""
    if isinstance(node, ast.JoinedStr):
        return " ".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def is_name(call: ast.Call, word: ast.expr) -> bool:
    """Tell whether a word is a name inside the program, as the first of a command is."""
    return getattr(call.func, "id", "") == "Command" and word is not call.args[1]


def test_placeholders_have_names() -> None:
    texts = [text for key in IDS for text in ([key] if isinstance(key, str) else key)]
    assert not [text for text in texts if any(not name or name[0].isdigit() for name in fields(text))]


def test_plurals_use_ngettext() -> None:
    counted = re.compile(r"\{(n|count|number|total)\} (?!.*\{(n|count|number|total)\})[a-z]+s\b|\(s\)")
    singles = [key for key in IDS if isinstance(key, str)]
    assert not [text for text in singles if counted.search(text)]


def test_the_made_up_language_keeps_placeholders() -> None:
    assert fields(translations.pseudo("{n} of {total:,} pieces")) == ["n", "total"]


@pytest.mark.parametrize(("language", "said"), [("", "Quarter"), (translations.PSEUDO, "⟦Qúàrtér")])
def test_the_language_is_chosen_by_a_variable(tmp_path: Path, language: str, said: str) -> None:
    translations.write_pseudo(tmp_path)
    chosen = {"EDITORIAL_LANGUAGE": language, "EDITORIAL_LOCALES": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", "from editorial.language import _; print(_('Quarter'))"]
    done = subprocess.run(command, env=chosen, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.startswith(said)
