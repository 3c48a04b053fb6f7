"""The short lists of Home."""

from editorial.domain.findings import Finding, Group, Remedy, Rule
from editorial.domain.home import FOR_TODAY, SHOWN, Line, short_list


def findings(n: int, rule: Rule = Rule.LATE) -> list[Finding]:
    return [
        Finding(rule=rule, text="So.", subject=f"{rule} {k}", detail="so", remedy=Remedy("piece"), about=str(k))
        for k in range(n)
    ]


def lines(n: int) -> list[Line]:
    return [Line(title=f"today {k}", detail="", remedy=Remedy("piece")) for k in range(n)]


def test_a_list_holds_the_findings_of_its_group() -> None:
    found = short_list(Group.LATE, [*findings(1), *findings(1, Rule.MIX)])
    assert [line.title for line in found.lines] == ["late 0"]
    assert found.more == 0


def test_what_is_left_out_is_counted() -> None:
    found = short_list(Group.LATE, findings(20), lines(20))
    assert len(found.lines) == SHOWN
    assert found.more == 40 - SHOWN


def test_what_is_late_leaves_room_for_today() -> None:
    titles = [line.title for line in short_list(Group.LATE, findings(20), lines(20)).lines]
    assert sum(title.startswith("today") for title in titles) == FOR_TODAY


def test_today_takes_the_room_that_nothing_late_needs() -> None:
    found = short_list(Group.LATE, findings(1), lines(20))
    assert len(found.lines) == SHOWN
    assert found.lines[0].title == "late 0"
