"""A page typeset from a template: its data comes as JSON and is only ever shown as text."""

import json
from datetime import UTC, date, datetime
from typing import Any

from editorial.exchange.pack_data import breakable
from editorial.exchange.pack_fonts import check_letters, families, fonts
from editorial.locations import resources


def typeset(template: str, data: dict[str, Any], text: str, made_on: date, **wanted: Any) -> Any:
    """Return the PDF, or what typst is asked for instead (`format="png"`).

    `template` lies in the resources; raises RuleBroken where no font here has a letter of `text`.
    """
    from typst import Compiler

    check_letters(text)
    told = json.dumps(_broken(data), ensure_ascii=False)
    inputs = {"data": told, "fonts": json.dumps(families()), "language": "en"}
    root = resources()
    compiler = Compiler(input=root / template, root=root, font_paths=fonts(), sys_inputs=inputs)
    made = datetime.combine(made_on, datetime.min.time(), UTC)
    return compiler.compile(**{"format": "pdf", "timestamp": made, **wanted})


def _broken(value: Any, key: str = "") -> Any:
    """Return the data with places to break words that are wider than a line; addresses to go to stay as they are."""
    if isinstance(value, str):
        return value if key in _ADDRESSES else breakable(value)
    if isinstance(value, dict):
        return {name: _broken(one, name) for name, one in value.items()}
    return [_broken(one) for one in value] if isinstance(value, list | tuple) else value


_ADDRESSES = ("url", "address")
