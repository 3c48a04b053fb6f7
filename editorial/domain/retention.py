"""Which backups are kept: all of the last ten days, then the newest of each week for eight weeks."""

from collections.abc import Iterable
from datetime import datetime, timedelta

DAYS = 10
WEEKS = 8


def kept(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return the backups to keep; the newest one always is, however old."""
    newest_first = sorted(made, reverse=True)
    recent = {at for at in newest_first if now - at < timedelta(days=DAYS)}
    weekly: dict[int, datetime] = {}
    for at in newest_first:
        if at not in recent:
            weekly.setdefault((now - at - timedelta(days=DAYS)).days // 7, at)
    return recent | {at for week, at in weekly.items() if week < WEEKS} | set(newest_first[:1])
