"""Countries and subdivisions whose holidays are known."""

from editorial.domain.holiday_places import holiday_countries, holiday_subdivisions
from editorial.domain.workdays import why_not_holidays


def test_countries_are_two_letters_each_once() -> None:
    countries = holiday_countries()
    assert {"DE", "GB", "US"} <= set(countries)
    assert all(len(code) == 2 for code in countries)
    assert len(set(countries)) == len(countries)


def test_subdivisions_have_names() -> None:
    assert holiday_subdivisions("GB")["SCT"] == "Scotland"


def test_every_subdivision_is_accepted() -> None:
    assert all(why_not_holidays("DE", code) is None for code in holiday_subdivisions("DE"))


def test_an_unknown_country_has_no_subdivisions() -> None:
    assert holiday_subdivisions("XX") == {}
