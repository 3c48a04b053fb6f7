"""What the settings of a workspace can be."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from editorial.domain.holiday_places import holiday_countries, holiday_subdivisions
from editorial.domain.records import Settings
from editorial.domain.reminders import why_not_days
from editorial.language import _

FACTORS = tuple("interest rotation gap mix sales_pull expert timeliness ease".split())
"""What ideas are ranked by (domain: ranking ideas)."""


def why_not_settings(fields: Mapping[str, Any]) -> str | None:
    """Return why these settings, named as in Settings, cannot be taken, or None. Raises TypeError for unknown ones."""
    unknown = fields.keys() - Settings.__dataclass_fields__.keys()
    if unknown:
        raise TypeError(f"there are no settings called {', '.join(sorted(unknown))}")
    reasons = (reason for name, value in fields.items() if (reason := _why_not(name, value)))
    return next(reasons, None) or _why_not_holidays(fields.get("country", ""), fields.get("subdivision", ""))


def _why_not_holidays(country: str, subdivision: str) -> str | None:
    if country and country not in holiday_countries():
        return _("No holidays are known for the country “{name}”.").format(name=country)
    if country and subdivision and subdivision not in holiday_subdivisions(country):
        return _("No holidays are known for “{name}”.").format(name=f"{country}-{subdivision}")
    return None


def _why_not(name: str, value: Any) -> str | None:
    if name == "name" and not value.strip():
        return _("A name is needed.")
    if name in ("mix_target", "mix_tolerance", "timely_share") and not 0 <= value <= 1:
        return _("A share lies between 0 and 1.")
    if name == "fiscal_month" and value not in range(1, 13):
        return _("The fiscal year starts in one of the months 1 to 12.")
    if name == "week_start" and value not in range(7):
        return _("The week starts on one of its seven days.")
    if name == "weekend" and not set(value) < set(range(7)):
        return _("A week needs at least one working day.")
    if name in ("ranking_weights", "likely_weights", "reminders"):
        return _why_not_numbers(name, value)
    if name == "time_zone" and not _is_zone(value):
        return _("There is no time zone called {name}.").format(name=value)
    return None


def _why_not_numbers(name: str, weights: Mapping[str, Decimal]) -> str | None:
    if name == "reminders":
        return next(filter(None, (why_not_days(int(days)) for days in weights.values())), None)
    if any(weight < 0 for weight in weights.values()):
        return _("A weight is 0 or more.")
    if name == "likely_weights" and any(weight > 1 for weight in weights.values()):
        return _("A weight of the forecast lies between 0 and 1.")
    return None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
