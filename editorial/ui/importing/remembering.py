"""Corrected columns, remembered for every set of headings."""

from collections.abc import Mapping, Sequence

from editorial.domain.drafts import FIELDS, DraftKind
from editorial.exchange.columns import heading_key
from editorial.ui.preferences import Preferences

KEY = "import/headings"
MOST = 200
"""How many sets of headings are remembered; the oldest are forgotten first."""


def remember(preferences: Preferences, kind: DraftKind, headings: Sequence[str], mapping: Mapping[str, str]) -> None:
    """Keep which column the user made which field."""
    kept: dict[str, dict[str, str]] = dict(preferences.get(KEY, {}))
    key = f"{kind}|{heading_key(headings)}"
    kept.pop(key, None)
    kept[key] = dict(mapping)
    preferences.put(KEY, dict(list(kept.items())[-MOST:]))


def remembered(preferences: Preferences, kind: DraftKind, headings: Sequence[str]) -> dict[str, str]:
    """Return the mapping kept for these headings, or an empty one."""
    kept = preferences.get(KEY, {}).get(f"{kind}|{heading_key(headings)}")
    if not isinstance(kept, dict):
        return {}
    return {
        field: heading
        for field, heading in kept.items()
        if field in FIELDS[kind] and (heading == "" or heading in headings)
    }
