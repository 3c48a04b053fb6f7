"""The rows that week and quarter keep for what stands beside the pieces: open slots, tasks, interviews, reviews."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from editorial.domain.layers import Layer
from editorial.language import _
from editorial.ui.calendar.items import SIGNS, Item, Sort
from editorial.ui.calendar.sheet import Sheet, layer_name

ORDER = (Layer.INTERVIEW, Layer.TASK, Layer.REVIEW)
LAYERS = {Sort.INTERVIEW: Layer.INTERVIEW, Sort.TASK: Layer.TASK, Sort.REVIEW: Layer.REVIEW}
ROW_SIGNS = {Layer.INTERVIEW: SIGNS[Sort.INTERVIEW], Layer.TASK: SIGNS[Sort.TASK], Layer.REVIEW: SIGNS[Sort.REVIEW]}


@dataclass(frozen=True, slots=True)
class LayerRow:
    """A row with its name, and what stands in each of its columns."""

    name: str
    sign: str
    columns: tuple[tuple[Item, ...], ...]


def layer_rows(sheet: Sheet, first: date, columns: int, width: int) -> list[LayerRow]:
    """Return the rows of all layers that have something in so many columns of so many days from a first day.

    Apart, each layer has its own; together, one row holds them all.
    """
    items = [item for item in sheet.items if not item.open_slot]
    if not sheet.look.apart:
        return _row(_("Also"), "", items, first, columns, width)
    return [
        row
        for layer in ORDER
        for row in _row(
            layer_name(layer),
            ROW_SIGNS[layer],
            [item for item in items if LAYERS[item.sort] is layer],
            first,
            columns,
            width,
        )
    ]


def slot_row(sheet: Sheet, first: date, columns: int, width: int) -> list[LayerRow]:
    """Return the row of the open slots, where there are any."""
    slots = [item for item in sheet.items if item.open_slot]
    return _row(_("Open slots"), SIGNS[Sort.SLOT], slots, first, columns, width)


def _row(name: str, sign: str, items: Sequence[Item], first: date, columns: int, width: int) -> list[LayerRow]:
    cells: list[list[Item]] = [[] for _column in range(columns)]
    for item in items:
        column = (item.day - first).days // width
        if 0 <= column < columns:
            cells[column].append(item)
    return [LayerRow(name, sign, tuple(map(tuple, cells)))] if any(cells) else []
