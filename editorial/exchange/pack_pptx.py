"""The kickoff pack as an editable deck of slides: real tables, native charts, speaker notes."""

from io import BytesIO
from typing import TYPE_CHECKING

from editorial.domain.pack import Pack, section_title
from editorial.domain.pack_words import cover_lines, lead, pack_title
from editorial.exchange.pack_data import shown_texts
from editorial.exchange.pack_fitting import LINE, fitting_size, shortened
from editorial.exchange.pack_fonts import check_letters
from editorial.exchange.pack_tables import ACCENT, MUTED, Paragraph

if TYPE_CHECKING:
    from editorial.exchange.pack_deck import Deck

NAME_SIZES = (40.0, 34.0, 28.0, 24.0, 20.0, 16.0)
NAME_HEIGHT = 94.0
"""Room for the workspace's name on the cover, in points."""


def pack_pptx(pack: Pack) -> bytes:
    """Return the deck. Raises RuleBroken for a letter that no font here has."""
    # python-pptx takes 0.1 s to import.
    from editorial.exchange.pack_deck import Deck
    from editorial.exchange.pack_slides import add_section

    check_letters(shown_texts(pack))
    deck = Deck(pack)
    _cover(deck, pack)
    for section in pack.sections:
        add_section(deck, section)
    file = BytesIO()
    deck.file.save(file)
    return file.getvalue()


def _cover(deck: "Deck", pack: Pack) -> None:
    from editorial.exchange.pack_deck import HEIGHT, INNER, MARGIN

    size = fitting_size(pack.workspace, INNER, NAME_HEIGHT, NAME_SIZES, bold=True)
    name = shortened(pack.workspace, INNER, int(NAME_HEIGHT // (size * LINE)), size, bold=True)
    notes = "\n".join(f"{one.figure} {one.words}" for one in pack.headlines)
    slide = deck.cover(name, size, (MARGIN, 74, INNER, NAME_HEIGHT), notes)
    deck.tile(slide, (0, 0, 14, HEIGHT), ACCENT)
    deck.box(slide, (MARGIN, 46, INNER, 22), [Paragraph(pack_title(pack), 15, bold=True, colour=ACCENT)])
    lines = [Paragraph(shortened(line, INNER, 1, 13), 13, colour=MUTED) for line in cover_lines(pack)]
    deck.box(slide, (MARGIN, 174, INNER, 80), lines)
    _figures(deck, slide, pack)
    contents = [
        Paragraph(shortened(f"{section_title(section)}: {lead(pack, section)}", INNER, 1, 12), 12)
        for section in pack.sections
    ]
    deck.box(slide, (MARGIN, 380, INNER, 130), contents)


def _figures(deck: "Deck", slide: object, pack: Pack) -> None:
    from editorial.exchange.pack_deck import INNER, MARGIN

    gap = 12.0
    wide = (INNER - gap * (len(pack.headlines) - 1)) / max(1, len(pack.headlines))
    for number, one in enumerate(pack.headlines):
        place = (MARGIN + number * (wide + gap), 264, wide, 96)
        figure = Paragraph(one.figure, 26, bold=True)
        deck.tile(slide, place, "FFFFFF", [figure, Paragraph(one.words, 11, colour=MUTED)])
