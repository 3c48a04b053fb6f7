"""The numbers beside the places of the rail: how much waits there."""

from editorial.language import _, ngettext
from editorial.ui.balance import Balance
from editorial.ui.rail import Rail


def show_balance(rail: Rail, balance: Balance | None) -> None:
    """Count what the period lacks; without an answer yet the numbers stay as they are."""
    if balance is None:
        return
    rail.show_count("ideas", balance.ideas, _("pieces without a date"))
    rail.show_count("coverage", balance.gaps, _("gaps in {period}").format(period=balance.period.name))
    disputed = _("disputed stage tags in {period}").format(period=balance.period.name)
    rail.show_count("agreement", balance.tags.disputed, disputed)


def show_mine(rail: Rail, waiting: int) -> None:
    """Count what waits for the user's own answer."""
    rail.show_count("my_work", waiting, ngettext("waits for your answer", "wait for your answer", waiting))
