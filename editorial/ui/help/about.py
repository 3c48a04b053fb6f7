"""What the program is made of: its version, the libraries it stands on, and their licences."""

from dataclasses import dataclass
from html import escape
from importlib import metadata

from editorial import __version__
from editorial.language import _

LIBRARIES = (
    "PySide6-Essentials",
    "shiboken6",
    "SQLAlchemy",
    "sqlmodel",
    "pydantic",
    "alembic",
    "Mako",
    "holidays",
    "python-dateutil",
    "tzdata",
    "rapidfuzz",
    "openpyxl",
    "et-xmlfile",
    "markdown",
    "nh3",
    "platformdirs",
    "typer",
    "uuid-utils",
)
UNSAID = "see its own notice"


@dataclass(frozen=True, slots=True)
class Library:
    """A library with its version and licence."""

    name: str
    version: str
    licence: str


def libraries() -> list[Library]:
    """Return the libraries that are installed, by what their own descriptions say."""
    return [made for name in LIBRARIES if (made := _library(name)) is not None]


def about_html() -> str:
    """Return the part of the page that differs from one installation to the next."""
    rows = "".join(
        f"<tr><td>{escape(library.name)}</td><td>{escape(library.version)}</td><td>{escape(library.licence)}</td></tr>"
        for library in libraries()
    )
    heading = "".join(f"<th>{escape(title)}</th>" for title in (_("library"), _("version"), _("licence")))
    version = _("This is Editorial {version}.").format(version=__version__)
    return f"<h2>{escape(_('Libraries'))}</h2><p>{escape(version)}</p><table><tr>{heading}</tr>{rows}</table>"


def _library(name: str) -> Library | None:
    try:
        found = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    return Library(name, found["Version"] or "", _licence(found))


def _licence(found: metadata.PackageMetadata) -> str:
    stated = next((found[key] for key in ("License-Expression", "License") if key in found), "")
    if stated and "\n" not in stated.strip() and len(stated) <= 90:
        return stated.strip()
    named = [c.rsplit(" :: ", 1)[1] for c in found.get_all("Classifier") or [] if c.startswith("License ::")]
    return ", ".join(named) or UNSAID
