"""What a workspace is set to, as fields of a form, and what each of them offers."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QLocale

from editorial.domain.holiday_places import holiday_countries, holiday_subdivisions
from editorial.domain.likely import USUAL, Sureness
from editorial.domain.records import Settings
from editorial.domain.reminders import USUAL as USUAL_DAYS
from editorial.domain.reminders import Reminder, days_of
from editorial.domain.spoken import month_name
from editorial.domain.typed_values import shown_share
from editorial.language import _
from editorial.ui.fields.options import Option
from editorial.ui.settings.declared import FormField, Shape

WEIGHTS = "likely_weights/"
"""Begins the name of a field that holds one weight of the forecast."""
REMINDERS = "reminders/"
"""Begins the name of a field that holds the days of one reminder."""


def workspace_fields() -> tuple[tuple[str, tuple[FormField, ...]], ...]:
    """Return the fields under their headings."""
    return (
        (_("This workspace"), (
            FormField("name", _("Name"), needed=True),
            FormField("time_zone", _("Time zone"), Shape.ENTRY, needed=True),
            FormField("currency", _("Currency"), note=_("three letters, such as EUR"), needed=True),
        )),
        (_("Year and week"), (
            FormField("fiscal_month", _("Fiscal year starts in"), Shape.ENTRY, needed=True),
            FormField("week_start", _("Week starts on"), Shape.ENTRY, needed=True),
            FormField("weekend", _("Weekend"), Shape.ENTRIES, note=_("No day off")),
        )),
        (_("Public holidays"), (
            FormField("country", _("Country"), Shape.ENTRY, note=_("No public holidays")),
            FormField("subdivision", _("State or region"), Shape.ENTRY, note=_("The whole country’s only")),
        )),
        (_("Mix"), (
            FormField("mix_target", _("Aspirational share"), Shape.SHARE, needed=True),
            FormField("mix_tolerance", _("Tolerance either way"), Shape.SHARE, needed=True),
        )),
        (_("Forecast: what a planned piece counts"), tuple(
            FormField(f"{WEIGHTS}{sure}", label, Shape.SHARE, note=_("usually {n}").format(n=shown_share(USUAL[sure])))
            for sure, label in _sure_words().items()
        )),
        (_("Timely work"), (
            FormField("timely_share", _("Places kept open"), Shape.SHARE, needed=True),
        )),
        (_("Reminders, in the system tray and in calendar files"), tuple(
            FormField(f"{REMINDERS}{reminder}", label, Shape.WHOLE, needed=True)
            for reminder, label in _reminder_words().items()
        )),
    )  # fmt: skip


def _reminder_words() -> Mapping[Reminder, str]:
    return {
        Reminder.INTERVIEW: _("Interviews"),
        Reminder.OWED: _("What is owed"),
        Reminder.UNANSWERED: _("No answer yet"),
    }


def _sure_words() -> Mapping[Sureness, str]:
    return {
        Sureness.PUBLISHED: _("Published"),
        Sureness.READY: _("Ready"),
        Sureness.PRODUCTION: _("In production, with an accepted expert and no late step"),
        Sureness.DOUBTFUL: _("In production, one of the two missing"),
        Sureness.OPEN: _("Both missing, or not approved yet"),
    }


def setting(settings: Settings, name: str) -> Any:
    """Return the value that a field shows; a weight that is not set is the usual one."""
    if name.startswith(WEIGHTS):
        sure = Sureness(name.removeprefix(WEIGHTS))
        return settings.likely_weights.get(sure, USUAL[sure])
    if name.startswith(REMINDERS):
        return days_of(Reminder(name.removeprefix(REMINDERS)), settings.reminders)
    value = getattr(settings, name)
    return tuple(sorted(value)) if name == "weekend" else value


def with_weight(settings: Settings, name: str, weight: Decimal | None) -> dict[str, Any]:
    """Return the weights of the forecast with another one; None is the usual one again."""
    sure = name.removeprefix(WEIGHTS)
    kept = {word: each for word, each in settings.likely_weights.items() if word != sure}
    return {"likely_weights": kept if weight is None else {**kept, sure: weight}}


def with_reminder(settings: Settings, name: str, days: int) -> dict[str, Any]:
    """Return the days of the reminders with another number of them; the usual one is not kept."""
    reminder = Reminder(name.removeprefix(REMINDERS))
    kept = {word: each for word, each in settings.reminders.items() if word != reminder}
    return {"reminders": kept if days == USUAL_DAYS[reminder] else {**kept, reminder.value: days}}


def offered(name: str, settings: Settings) -> Sequence[Option]:
    """Return what can be chosen for a setting."""
    if name == "time_zone":
        known = sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC")
        return [Option(zone, zone.replace("_", " ")) for zone in dict.fromkeys([settings.time_zone, *known])]
    if name == "fiscal_month":
        return [Option(month, month_name(month)) for month in range(1, 13)]
    if name in ("week_start", "weekend"):
        return [Option(day, QLocale().standaloneDayName(day + 1)) for day in range(7)]
    if name == "country":
        return _countries(settings.country)
    return [Option(code, name) for code, name in _regions(settings).items()]


def _regions(settings: Settings) -> Mapping[str, str]:
    regions = holiday_subdivisions(settings.country)
    kept = settings.subdivision
    return regions if not kept or kept in regions else {kept: kept, **regions}


def _countries(kept: str) -> list[Option]:
    codes = set(holiday_countries()) | ({kept} if kept else set())
    return sorted((Option(code, country_name(code)) for code in codes), key=lambda option: option.name)


def country_name(code: str) -> str:
    """Return the name of a country by its two letters, or the letters where it has none."""
    territory = QLocale.codeToTerritory(code)
    return QLocale.territoryToString(territory) if territory != QLocale.Country.AnyTerritory else code
