"""The look of the calendar between starts, and as a saved view keeps it."""

from enum import StrEnum
from typing import Any, TypeVar

from editorial.domain.fields import FIELDS
from editorial.domain.layers import Layer
from editorial.domain.legend import Attribute
from editorial.domain.listing import Stretch
from editorial.ui.calendar.sheet import Density, Look, View

Word = TypeVar("Word", bound=StrEnum)
LISTABLE = {field.name: field for field in FIELDS if field.entry and field.name != "phase"}
"""The fields a list can show, by name: those that entries have."""
BACK = (-1, 0, 1, 2)
"""How many weeks back the month view may begin."""
GROUPINGS = {"", *Attribute, *Stretch}


def look_to(look: Look) -> dict[str, Any]:
    """Return a look as plain words."""
    return {
        "view": look.view.value,
        "colour": look.colour.value,
        "lanes": look.lanes.value,
        "split": look.split,
        "density": look.density.value,
        "back": look.back,
        "people": look.people,
        "group": look.group,
        "columns": list(look.columns),
        "sort": look.sort,
        "descending": look.descending,
        "stretch": look.stretch.value,
        "layers": sorted(layer.value for layer in look.layers),
        "apart": look.apart,
        "deadlines": look.deadlines,
    }


def look_of(kept: dict[str, Any]) -> Look:
    """Return a look from plain words; what is unknown is as in a new calendar."""
    plain = Look()
    columns = kept.get("columns")
    known = tuple(name for name in columns if name in LISTABLE) if isinstance(columns, list) else ()
    sort, group = kept.get("sort"), kept.get("group")
    return Look(
        view=_word(View, kept.get("view"), plain.view),
        colour=_word(Attribute, kept.get("colour"), plain.colour),
        lanes=_word(Attribute, kept.get("lanes"), plain.lanes),
        split=kept.get("split") is True,
        density=_word(Density, kept.get("density"), plain.density),
        back=back if isinstance(back := kept.get("back"), int) and back in BACK else plain.back,
        people=kept.get("people") is True,
        group=group if isinstance(group, str) and group in GROUPINGS else plain.group,
        columns=known or plain.columns,
        sort=sort if isinstance(sort, str) and sort in LISTABLE else plain.sort,
        descending=kept.get("descending") is True,
        stretch=_word(View, kept.get("stretch"), plain.stretch),
        layers=_layers(kept.get("layers")) or plain.layers,
        apart=kept.get("apart") is not False,
        deadlines=kept.get("deadlines") is True,
    )


def _layers(kept: object) -> frozenset[Layer]:
    words = kept if isinstance(kept, list) else ()
    return frozenset(Layer(word) for word in words if isinstance(word, str) and word in set(Layer))


def _word(words: type[Word], kept: object, otherwise: Word) -> Word:
    return words(kept) if isinstance(kept, str) and kept in set(words) else otherwise
