"""Findings: their order, what silences them, and which are looked at first."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.finding_words import group_title, level_of_rule, rule_title, rule_word
from editorial.domain.findings import Finding, Group, Remedy, Rule, by_rule, foremost, muted
from editorial.domain.planning_records import Mute

TODAY = date(2027, 3, 10)


def finding(rule: Rule = Rule.EMPTY, about: str = "a") -> Finding:
    return Finding(rule=rule, text="It is so.", subject="It", detail="is so", remedy=Remedy("coverage"), about=about)


def mute(rule: Rule = Rule.EMPTY, about: str = "", until: date = date(2027, 4, 1)) -> Mute:
    return Mute(id=1, uid="m", name=rule.value, about=about, until=until)


def test_a_rule_without_a_subject_silences_all_its_findings() -> None:
    found = muted([finding(about="a"), finding(about="b"), finding(Rule.THIN)], [mute()], TODAY)
    assert [one.muted_until for one in found] == [date(2027, 4, 1), date(2027, 4, 1), None]


def test_one_finding_is_silenced_alone() -> None:
    found = muted([finding(about="a"), finding(about="b")], [mute(about="a")], TODAY)
    assert [one.mute is None for one in found] == [False, True]


def test_a_mute_ends_on_its_day() -> None:
    assert muted([finding()], [mute(until=TODAY)], TODAY)[0].mute is None


def test_of_several_mutes_the_last_to_end_counts() -> None:
    late, early = mute(until=date(2027, 5, 1)), mute(about="a", until=date(2027, 4, 1))
    assert muted([finding()], [late, early], TODAY)[0].muted_until == date(2027, 5, 1)
    assert muted([finding()], [early, late], TODAY)[0].muted_until == date(2027, 5, 1)


def test_findings_are_grouped_in_the_order_of_the_rules() -> None:
    assert list(by_rule([finding(Rule.REQUEST), finding(Rule.LATE), finding(Rule.MIX)])) == [
        Rule.LATE,
        Rule.MIX,
        Rule.REQUEST,
    ]


def test_no_rule_takes_the_room_of_the_others() -> None:
    many = [finding(about=str(n)) for n in range(20)]
    assert len(foremost([*many, *(finding(rule) for rule in Rule if rule is not Rule.EMPTY)], 40)) == 40
    chosen = foremost([*many, finding(Rule.REPEAT), finding(Rule.FLOOR)], 6)
    assert [one.rule for one in chosen] == [Rule.EMPTY] * 4 + [Rule.FLOOR, Rule.REPEAT]


@given(st.lists(st.sampled_from(Rule)), st.integers(0, 12))
def test_the_foremost_are_as_many_as_there_is_room_for(rules: list[Rule], most: int) -> None:
    listed = [finding(rule, str(n)) for n, rule in enumerate(rules)]
    chosen = foremost(listed, most)
    assert len(chosen) == min(most, len(listed))
    assert {one.about for one in chosen} <= {one.about for one in listed}


def test_every_rule_and_list_has_its_words() -> None:
    assert all(rule_title(rule) and rule_word(finding(rule)) for rule in Rule)
    assert all(level_of_rule(rule) in {"bad", "warning", ""} for rule in Rule)
    assert {rule.group for rule in Rule} == set(Group)
    assert all(map(group_title, Group))
