"""What the settings of a workspace can be."""

from decimal import Decimal
from typing import Any

import pytest

from editorial.domain.settings_rules import why_not_settings


@pytest.mark.parametrize(
    "fields",
    [
        {"name": " "},
        {"mix_target": Decimal("1.1")},
        {"fiscal_month": 13},
        {"week_start": 7},
        {"weekend": frozenset(range(7))},
        {"ranking_weights": {"gap": Decimal(-1)}},
        {"time_zone": "Europe/Atlantis"},
        {"time_zone": "../etc/passwd"},
        {"country": "ZZ"},
        {"country": "DE", "subdivision": "XX"},
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(fields: dict[str, Any]) -> None:
    assert why_not_settings(fields)


def test_what_can_be_is_taken() -> None:
    fields = {
        "mix_tolerance": Decimal("0.05"),
        "fiscal_month": 7,
        "weekend": frozenset({4}),
        "time_zone": "Europe/Berlin",
    }
    assert why_not_settings(fields) is None


def test_a_setting_that_is_none_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="colour"):
        why_not_settings({"colour": "red"})
