"""HTML that is escaped unless it was made here."""

from html import escape


class Markup(str):
    """Text that is HTML already; any other string is escaped on its way into an element."""

    __slots__ = ()


Content = str | Markup


def element(name: str, *content: Content, **attributes: str | int | None) -> Markup:
    """Return an element with its content; a trailing underscore of an attribute's name is left out (`class_`)."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{joined(*content)}</{name}>")


def joined(*content: Content) -> Markup:
    """Return the parts one after the other, each escaped unless it is markup."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in content))


def words(text: str, class_: str | None = None) -> Markup:
    """Return what people typed, in whatever script: its direction is its own and does not turn its surroundings."""
    return element("span", text, dir="auto", class_=class_)


def row(*cells: Content, **attributes: str | int | None) -> Markup:
    """Return a table row."""
    return element("tr", *cells, **attributes)


def table(*rows: Content, class_: str | None = None, spacing: int = 0, padding: int = 0) -> Markup:
    """Return a table as wide as its place; spacing and padding in pixels."""
    return element("table", *rows, class_=class_, width="100%", border=0, cellspacing=spacing, cellpadding=padding)
