"""The countries and subdivisions whose public holidays are known."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType


@cache
def holiday_countries() -> tuple[str, ...]:
    """Return the two-letter codes of the countries whose public holidays are known, sorted."""
    import holidays

    return tuple(sorted(code for code in holidays.list_supported_countries() if len(code) == 2))


@cache
def holiday_subdivisions(country: str) -> Mapping[str, str]:
    """Return the subdivisions of a country with holidays of their own: code → name, the code itself where unnamed."""
    import holidays

    codes = holidays.list_supported_countries().get(country, [])
    aliases: Mapping[str, str] = getattr(getattr(holidays, country, None), "subdivisions_aliases", {})
    named: dict[str, str] = {}
    for name, code in aliases.items():
        named.setdefault(code, name)
    return MappingProxyType({code: named.get(code, code) for code in codes})
