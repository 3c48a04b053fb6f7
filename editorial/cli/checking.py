"""`check`: is the file whole, and which planning rules are broken."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from editorial.cli.options import JsonOption, PeriodOption, TodayOption, WorkspaceArgument, opened, period_of, today_of
from editorial.cli.output import print_json, say
from editorial.errors import StoreUnavailable
from editorial.language import _, ngettext

if TYPE_CHECKING:
    from editorial.domain.findings import Finding
    from editorial.domain.period import Period


def register(application: typer.Typer) -> None:
    """Add the command."""
    application.command("check", help=_("Is the file whole, and which planning rules are broken?"))(check)


def check(
    workspace: WorkspaceArgument, period: PeriodOption = "", today: TodayOption = "", as_json: JsonOption = False
) -> int:
    """Check the file and the plan of a period; 1 where a finding is not muted, 2 where the file is damaged."""
    from editorial.services.checking import file_problems, findings
    from editorial.services.lists import read_lists

    with opened(workspace) as open_one:
        problems = file_problems(open_one)
        lists = read_lists(open_one)
        span = period_of(period, lists, today)
        found = [] if problems else findings(open_one, span, today=today_of(today), lists=lists)
    if as_json:
        print_json(check_json(problems, found))
    if problems:
        raise StoreUnavailable(" ".join(problems))
    if not as_json:
        say(_("The file is whole."), *_lines(span, found))
    return 1 if any(one.mute is None for one in found) else 0


def check_json(problems: "list[str]", found: "list[Finding]") -> dict[str, Any]:
    """Return the state of the file and the findings in the keys of the command line."""
    return {
        "file": {"whole": not problems, "problems": problems},
        "findings": [
            {
                "rule": one.rule.value,
                "text": one.text,
                "piece": one.piece,
                "person": one.person,
                "muted_until": one.muted_until,
            }
            for one in found
        ],
    }


def _lines(period: "Period", found: "list[Finding]") -> Iterator[str]:
    """Give the findings by list and rule, then how many are muted."""
    from editorial.domain.finding_words import group_title, rule_title
    from editorial.domain.findings import Group, by_rule

    loud = [one for one in found if one.mute is None]
    yield _("{period}: {what}").format(period=period.name, what=_counted(len(loud)))
    for group in Group:
        rules = by_rule(one for one in loud if one.rule.group is group)
        if rules:
            yield ""
            yield group_title(group)
        for rule, of in rules.items():
            yield f"  {rule_title(rule)} ({len(of)}) [{rule.value}]"
            yield from (f"    {one.text}" for one in of)
    yield from _muted(found)


def _muted(found: "list[Finding]") -> Iterator[str]:
    silent = [one for one in found if one.mute is not None]
    if silent:
        yield ""
        yield ngettext("{n} muted", "{n} muted", len(silent)).format(n=len(silent))
    for one in silent:
        yield "  " + _("{text} (muted until {day})").format(text=one.text, day=one.muted_until)


def _counted(n: int) -> str:
    return ngettext("{n} finding", "{n} findings", n).format(n=n) if n else _("no findings")
