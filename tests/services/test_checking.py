"""Which planning rules a workspace breaks, area by area, and what silences them."""

from datetime import date, time
from typing import Any

import pytest

from editorial.domain.findings import Finding, Rule
from editorial.domain.period import Period, quarter_of
from editorial.domain.records import Away, Evidence
from editorial.domain.vocabulary import EvidenceKind, InterviewStatus, Kind, Lead, PersonRole, SalesTone, Tag
from editorial.errors import RuleBroken
from editorial.services import history, lists, mutes, tasks
from editorial.services.agreement import agree, set_tag
from editorial.services.checking import file_problems, findings
from editorial.services.lists import read_lists
from editorial.services.pieces import create, edit
from editorial.services.sample import make_sample
from editorial.services.workspaces import Workspace
from tests.builders import a_piece, a_segment, an_interest, named

TODAY = date(2026, 11, 18)
QUARTER = Period("FY2026 Q4", date(2026, 10, 1), date(2026, 12, 31))
SOON = date(2026, 12, 2)


def found(workspace: Workspace, rule: Rule) -> list[Finding]:
    return [one for one in findings(workspace, QUARTER, today=TODAY) if one.rule is rule]


def rules(workspace: Workspace) -> set[Rule]:
    period = quarter_of(TODAY, read_lists(workspace).settings)
    return {finding.rule for finding in findings(workspace, period, today=TODAY)}


def approved(workspace: Workspace, title: str = "Approved", **fields: Any) -> int:
    """Add a planned piece in production of which everything is known, but what a test leaves out."""
    known = {"stage": "Interest", "kind": "practical", "planned": SOON, "status": "Drafting", "lead": "issue-led"}
    return a_piece(workspace, title, **{**known, **fields})


def test_a_new_workspace_is_whole_and_breaks_no_rule(workspace: Workspace) -> None:
    assert file_problems(workspace) == []
    assert rules(workspace) == set()


def test_the_sample_breaks_the_rules_it_is_made_to_break(workspace: Workspace) -> None:
    make_sample(workspace, TODAY)
    assert {"mix", "empty", "thin", "overdue", "repeat", "untagged", "disputed", "stage"} <= rules(workspace)


def test_findings_come_in_the_order_of_the_rules(workspace: Workspace) -> None:
    make_sample(workspace, TODAY)
    order = list(Rule)
    places = [order.index(one.rule) for one in findings(workspace, QUARTER, today=TODAY)]
    assert places == sorted(places)


def test_every_finding_says_what_it_is_about_and_where_it_is_dealt_with(workspace: Workspace) -> None:
    make_sample(workspace, TODAY)
    for one in findings(workspace, QUARTER, today=TODAY):
        assert one.text.endswith((".", "?", "…", "”", ")")) or one.rule is Rule.DISPUTED
        assert one.subject
        assert one.detail
        assert one.remedy.place
    keys = [(one.rule, one.about) for one in findings(workspace, QUARTER, today=TODAY)]
    assert len(keys) == len(set(keys))


def test_an_untagged_piece_is_named_with_what_it_lacks(workspace: Workspace) -> None:
    piece = a_piece(workspace, "Loose", planned=TODAY, kind="practical", stage="Interest")
    (one,) = found(workspace, Rule.UNTAGGED)
    assert one.text == "“Loose” has no segments, interest."
    assert one.piece is not None
    edit(workspace, piece, planned=None)
    assert found(workspace, Rule.UNTAGGED) == []


def test_a_late_task_makes_its_piece_late(workspace: Workspace) -> None:
    person = lists.add(workspace, "person", "Ada Byron")
    piece = approved(workspace, "Pumps")
    tasks.add(workspace, piece, "Draft", due=date(2026, 11, 16), person_id=person)
    (one,) = found(workspace, Rule.LATE)
    assert one.text == "“Pumps” is late by 2 working days: Draft was due on 16 November 2026."
    assert one.person is not None


def test_a_piece_is_late_once_by_its_latest_task(workspace: Workspace) -> None:
    piece = approved(workspace, planned=date(2026, 11, 17))
    tasks.add(workspace, piece, "Draft", due=date(2026, 11, 16))
    tasks.add(workspace, piece, "Interview", due=date(2026, 11, 9))
    assert next(one.rule for one in findings(workspace, QUARTER, today=TODAY)) is Rule.LATE
    assert "Interview" in found(workspace, Rule.LATE)[0].text
    assert found(workspace, Rule.SLIPPED) == []


def test_a_day_that_has_passed_without_the_piece_is_told(workspace: Workspace) -> None:
    approved(workspace, "Pumps", planned=date(2026, 11, 17))
    approved(workspace, "Month", planned=date(2026, 11, 1), precision="month")
    assert [one.text for one in found(workspace, Rule.SLIPPED)] == [
        "“Pumps” was planned for 17 November 2026 and is not published."
    ]


def test_timely_slots_are_to_be_used_or_released(workspace: Workspace) -> None:
    lists.add(workspace, "slot", "Quick reaction", first=date(2026, 11, 20), rule="FREQ=WEEKLY;COUNT=1", timely=True)
    (one,) = found(workspace, Rule.TIMELY_SLOT)
    assert one.text == "The timely slot Quick reaction on 20 November 2026 is still open."
    assert one.detail.startswith("20 November 2026, in 2 working days")
    assert one.remedy.show["day"] == date(2026, 11, 20)


def test_a_month_keeps_room_for_timely_work(workspace: Workspace) -> None:
    first = date(2026, 12, 1)
    lists.add(workspace, "slot", "Column", first=first, rule="FREQ=WEEKLY;COUNT=4")
    assert [one.day for one in found(workspace, Rule.TIMELY_ROOM)] == [first]
    lists.add(workspace, "slot", "Reaction", first=first, rule="FREQ=WEEKLY;COUNT=1", timely=True)
    assert found(workspace, Rule.TIMELY_ROOM) == []


def test_conflicts_of_people_are_listed(workspace: Workspace) -> None:
    away = Away(first=SOON, last=SOON)
    person = lists.add(workspace, "person", "Ada Byron", interviews_a_month=1, away=(away,))
    for name, at in (("First", time(9)), ("Second", time(9, 30))):
        lists.add(
            workspace, "interview", name, day=SOON, time=at, status=InterviewStatus.ARRANGED, person_ids=(person,)
        )
    assert {Rule.OVER, Rule.AWAY, Rule.TWICE} <= rules(workspace)


def test_an_approved_piece_rests_on_something(workspace: Workspace) -> None:
    piece = approved(workspace, kind="aspirational")
    assert [one.subject for one in found(workspace, Rule.FOCUS_GROUP)] == ["Approved"]
    edit(workspace, piece, evidence=(Evidence(kind=EvidenceKind.FEEDBACK, text="They asked twice"),))
    assert found(workspace, Rule.FOCUS_GROUP) == []
    assert [one.subject for one in found(workspace, Rule.RESEARCH)] == ["Approved"]
    edit(workspace, piece, evidence=(Evidence(kind=EvidenceKind.LINK, address="https://example.org"),))
    assert found(workspace, Rule.RESEARCH) == []


def test_pieces_of_other_periods_parked_and_published_ones_are_left_alone(workspace: Workspace) -> None:
    approved(workspace, planned=date(2027, 2, 1))
    approved(workspace, status="On hold")
    approved(workspace, status="Published", published_on=date(2026, 11, 2), planned=date(2026, 11, 2))
    assert found(workspace, Rule.FOCUS_GROUP) == []


def test_an_idea_without_a_day_is_looked_at_in_every_period(workspace: Workspace) -> None:
    create(workspace, "A change", kind=Kind.ASPIRATIONAL)
    assert [one.subject for one in found(workspace, Rule.RESEARCH)] == ["A change"]


def test_an_idea_that_is_put_aside_is_left_alone(workspace: Workspace) -> None:
    piece = create(workspace, "A change", kind=Kind.ASPIRATIONAL)
    edit(workspace, piece, parked_until=date(2027, 1, 1))
    assert found(workspace, Rule.RESEARCH) == []


def test_a_ready_piece_was_asked_three_questions(workspace: Workspace) -> None:
    piece = approved(workspace, status="Ready")
    assert len(found(workspace, Rule.QUESTIONS)) == 1
    edit(workspace, piece, is_relevant=True, is_timely=True, is_useful=True)
    assert found(workspace, Rule.QUESTIONS) == []


def test_the_first_stage_does_not_sell(workspace: Workspace) -> None:
    piece = create(workspace, "Buy now", stage_id=named(workspace, "stage", "Epiphany"), sales_tone=SalesTone.DIRECT)
    assert [one.piece is not None for one in found(workspace, Rule.SALES_TONE)] == [True]
    edit(workspace, piece, stage_id=named(workspace, "stage", "Confidence"))
    assert found(workspace, Rule.SALES_TONE) == []


def test_early_pieces_say_how_they_lead(workspace: Workspace) -> None:
    piece = approved(workspace, "Quiet", stage="Epiphany", lead=None)
    assert [one.subject for one in found(workspace, Rule.UNSET_LEAD)] == ["Quiet"]
    edit(workspace, piece, lead=Lead.OFFERING)
    assert found(workspace, Rule.UNSET_LEAD) == []
    assert len(found(workspace, Rule.OFFERING_LED)) == 1


def test_readers_nobody_has_asked_are_named(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    assert [one.subject for one in found(workspace, Rule.NEED_UNKNOWN)] == ["Founders"]
    reader = lists.add(workspace, "person", "Ana", roles=(PersonRole.CUSTOMER,), segment_ids=(segment,))
    lists.add(workspace, "interview", "Ana", day=TODAY, status=InterviewStatus.HELD, person_ids=(reader,))
    assert found(workspace, Rule.NEED_UNKNOWN) == []


def test_a_request_waits_for_an_answer(workspace: Workspace) -> None:
    lists.add(workspace, "request", "A page for the fair", day=date(2026, 11, 3), asked_by="Marcus")
    (one,) = found(workspace, Rule.REQUEST)
    assert one.text == "“A page for the fair”, asked for by Marcus on 3 November 2026, has no answer yet."


def test_stages_are_agreed_on_once_pieces_use_them(workspace: Workspace) -> None:
    approved(workspace)
    assert [one.about for one in found(workspace, Rule.STAGE)] == ["all"]
    agree(workspace, "Nora", "Marcus", TODAY)
    assert found(workspace, Rule.STAGE) == []
    lists.edit(workspace, "stage", named(workspace, "stage", "Interest"), definition="Something else")
    (one,) = found(workspace, Rule.STAGE)
    assert one.subject == "Interest"
    assert one.word == "reopened"


def test_a_disputed_tag_leads_to_its_review(workspace: Workspace) -> None:
    piece = approved(workspace, "Pumps")
    set_tag(workspace, [piece], Tag.DISPUTED, "Too early")
    (one,) = found(workspace, Rule.DISPUTED)
    assert one.text == "Sales disputes the stage Interest of “Pumps”: Too early"
    assert one.remedy.place == "agreement"
    assert one.remedy.show["piece_id"] == piece


def test_a_muted_finding_is_listed_with_its_day(workspace: Workspace) -> None:
    for name in ("Founders", "Buyers"):
        a_segment(workspace, name)
    first, second = found(workspace, Rule.NEED_UNKNOWN)
    mutes.mute(workspace, first.rule, about=first.about, until=SOON, today=TODAY, reason="Survey is out")
    again = found(workspace, Rule.NEED_UNKNOWN)
    assert [one.muted_until for one in again] == [SOON, None]
    assert again[1].about == second.about


def test_muting_again_moves_the_day(workspace: Workspace) -> None:
    mutes.mute(workspace, "mix", until=SOON, today=TODAY)
    mutes.mute(workspace, "mix", until=date(2027, 1, 1), today=TODAY, reason="Later")
    (one,) = mutes.mutes(workspace, TODAY)
    assert (one.until, one.reason) == (date(2027, 1, 1), "Later")


def test_a_rule_is_muted_until_a_day_to_come(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="until a day to come"):
        mutes.mute(workspace, "mix", until=TODAY, today=TODAY)


def test_a_mute_can_be_taken_back_and_undone(workspace: Workspace) -> None:
    mutes.mute(workspace, "mix", until=SOON, today=TODAY)
    mutes.unmute(workspace, mutes.mutes(workspace, TODAY)[0].id)
    assert mutes.mutes(workspace, TODAY) == []
    assert history.undo(workspace) == "Unmute ‘Mix’"
    assert len(mutes.mutes(workspace, TODAY)) == 1


def test_interests_that_wait_too_long_are_overdue(workspace: Workspace) -> None:
    an_interest(workspace, "Cost", longest_gap=20)
    (one,) = found(workspace, Rule.OVERDUE)
    assert one.remedy.show["interest_id"] == named(workspace, "interest", "Cost")


def test_a_missing_trigger_is_found(workspace: Workspace) -> None:
    with workspace.engine.connect() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_piece_update")
        connection.commit()
    assert len(file_problems(workspace)) == 1
