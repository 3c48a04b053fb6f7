"""The kickoff pack as one HTML file that needs nothing else: no script, no font, no picture to load."""

from editorial.domain.pack import Pack, Section, section_title
from editorial.domain.pack_words import cover_lines, footer, lead, pack_title, words
from editorial.exchange.markup import Markup, element, joined
from editorial.exchange.markup import words as typed
from editorial.exchange.pack_data import shown_texts
from editorial.exchange.pack_fonts import check_letters
from editorial.exchange.pack_html_parts import section_part
from editorial.locations import resources

POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def pack_html(pack: Pack) -> str:
    """Return the page. Raises RuleBroken for a letter that no font here has."""
    check_letters(shown_texts(pack))
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="referrer" content="no-referrer">'),
        element("title", f"{pack.workspace} – {pack_title(pack)}"),
        element("style", Markup((resources() / "pack" / "pack.css").read_text(encoding="utf-8"))),
    )
    sections = [_section(pack, section) for section in pack.sections]
    main = element("main", *sections, element("footer", typed(footer(pack))))
    return f"<!DOCTYPE html>\n{element('html', head, element('body', _cover(pack), main), lang='en')}\n"


def _cover(pack: Pack) -> Markup:
    figures = [element("li", element("b", one.figure), one.words) for one in pack.headlines]
    contents = [
        element(
            "li",
            element("a", section_title(section), href=f"#{section.value}"),
            element("span", typed(lead(pack, section)), class_="muted"),
        )
        for section in pack.sections
    ]
    return element(
        "header",
        element("p", pack_title(pack), class_="eyebrow"),
        element("h1", typed(pack.workspace)),
        *(element("p", typed(line), class_="muted") for line in cover_lines(pack)),
        element("ul", *figures, class_="figures") if figures else "",
        element("nav", element("ol", *contents), aria_label=words()["contents"]),
        class_="cover",
    )


def _section(pack: Pack, section: Section) -> Markup:
    head = joined(element("h2", section_title(section)), element("p", typed(lead(pack, section)), class_="lead"))
    return element("section", head, section_part(pack, section), id=section.value)
