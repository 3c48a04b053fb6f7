from datetime import date, time

from editorial.domain.order import order_key, precision_of
from editorial.domain.vocabulary import Precision
from tests.domain.builders import an_entry


def test_date_then_untimed_then_time_then_id() -> None:
    entries = [
        an_entry(1, day=None),
        an_entry(2, day=date(2027, 3, 2)),
        an_entry(3, time=time(14, 0)),
        an_entry(4, time=time(9, 0)),
        an_entry(6),
        an_entry(5),
    ]
    assert [entry.id for entry in sorted(entries, key=order_key)] == [5, 6, 4, 3, 2, 1]


def test_what_happened_is_exact_to_the_day() -> None:
    assert precision_of(an_entry(published=True, precision=Precision.MONTH)) is Precision.DAY
