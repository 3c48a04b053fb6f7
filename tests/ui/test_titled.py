"""A title with what is said after it."""

from editorial.ui.titled import titled


def test_a_title_is_followed_by_what_is_said() -> None:
    assert titled("Pricing", "3 March 2027") == "Pricing · 3 March 2027"


def test_a_title_from_right_to_left_keeps_a_date_together() -> None:
    assert titled("كيف", "10 December 2026") == "\u2068كيف\u2069 · 10 December 2026"


def test_a_long_title_ends_in_an_ellipsis() -> None:
    assert titled("Pricing after tariffs", "idea", 10) == "Pricing a… · idea"
