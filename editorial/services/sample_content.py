"""What the sample workspace is made of, as it is written down in resources/sample/."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from editorial.locations import resources

Written = Mapping[str, Any]
"""One entry of a file: fields named as in the records, lists referred to by name, pieces by key."""


@dataclass(frozen=True, slots=True)
class Content:
    """The lists, and the pieces before the quarter, in it, after it and without a date, each in order."""

    lists: Written
    before: tuple[Written, ...]
    quarter: tuple[Written, ...]
    after: tuple[Written, ...]
    ideas: tuple[Written, ...]


@cache
def content() -> Content:
    """Return the content of the sample."""
    return Content(
        lists=_read("lists"),
        before=tuple(_read("before")["pieces"]),
        quarter=tuple(_read("quarter")["pieces"]),
        after=tuple(_read("after")["pieces"]),
        ideas=tuple(_read("ideas")["pieces"]),
    )


def _read(name: str) -> dict[str, Any]:
    with (resources() / "sample" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
