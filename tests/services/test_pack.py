"""The kickoff pack: what it gathers, and what each audience is not told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from editorial.domain.audience import Audience
from editorial.domain.pack import Section, sections_named, texts, usual_sections
from editorial.domain.pack_pieces import FOR_A_CELL, LivePiece, best_of_cells, one_line, web_address
from editorial.domain.pack_words import held_word, lead
from editorial.domain.vocabulary import InterviewStatus, Level, PersonRole, Precision, SalesUse, Tag
from editorial.errors import RuleBroken
from editorial.services import agreement, lists, pieces
from editorial.services.pack import pack
from editorial.services.sample import make_sample
from editorial.services.workspaces import Workspace
from tests.builders import named
from tests.packs import QUARTER, TODAY, pack_of


@pytest.fixture
def finance(workspace: Workspace) -> int:
    return lists.add(workspace, "segment", "Finance")


def live(workspace: Workspace, title: str, segment: int, day: date, **fields: object) -> int:
    status = named(workspace, "status", "Published")
    stage = named(workspace, "stage", "Interest")
    return pieces.create(
        workspace, title, published_on=day, status_id=status, stage_id=stage, segment_ids=(segment,), **fields
    )


def titles_to_use(workspace: Workspace) -> list[str]:
    (segment,) = pack_of(workspace).use
    return [piece.title for stage in segment.stages for piece in stage.pieces]


def test_what_is_live_today_is_to_use_and_nothing_else(workspace: Workspace, finance: int) -> None:
    live(workspace, "Fresh", finance, TODAY - timedelta(days=10))
    live(workspace, "Stale", finance, TODAY - timedelta(days=400))
    live(workspace, "Old but evergreen", finance, TODAY - timedelta(days=400), evergreen=True)
    live(workspace, "Past its review", finance, TODAY - timedelta(days=10), review_date=TODAY - timedelta(days=1))
    live(workspace, "Tomorrow", finance, TODAY + timedelta(days=1))
    pieces.create(workspace, "Planned, not out", planned=TODAY - timedelta(days=3), segment_ids=(finance,), stage_id=3)
    assert titles_to_use(workspace) == ["Fresh", "Old but evergreen"]


def test_a_piece_with_a_use_comes_first_then_one_agreed_then_the_newest(workspace: Workspace, finance: int) -> None:
    live(workspace, "Newest", finance, TODAY - timedelta(days=1))
    live(workspace, "Agreed", finance, TODAY - timedelta(days=20), tag=Tag.AGREED)
    live(workspace, "Of use", finance, TODAY - timedelta(days=30), sales_uses=(SalesUse.COLD,))
    assert titles_to_use(workspace) == ["Of use", "Agreed", "Newest"]


def test_only_the_best_of_a_cell_are_named_and_the_rest_counted() -> None:
    pieces_ = [LivePiece(n, 1, 2, TODAY - timedelta(days=n), agreed=False, uses=0) for n in range(1, 8)]
    named_, counts = best_of_cells(pieces_)
    assert named_ == {(1, 2): [1, 2, 3, 4]}
    assert counts[1, 2] - FOR_A_CELL == 3


def test_untagged_pieces_do_not_vanish_from_what_to_use(workspace: Workspace, finance: int) -> None:
    status = named(workspace, "status", "Published")
    day = TODAY - timedelta(days=3)
    pieces.create(workspace, "No stage", published_on=day, status_id=status, segment_ids=(finance,))
    pieces.create(workspace, "Nothing at all", published_on=day, status_id=status)
    told = [(part.segment, stage.stage, piece.title) for part in pack_of(workspace).use
            for stage in part.stages for piece in stage.pieces]  # fmt: skip
    assert told == [("Finance", "No stage yet", "No stage"), ("No segment yet", "No stage yet", "Nothing at all")]


def test_without_segments_no_cell_is_said_to_be_filled(workspace: Workspace) -> None:
    assert lead(pack_of(workspace), Section.GAPS) == "Without segments there is no cell to fill."


def test_what_counts_and_is_not_out_is_coming(workspace: Workspace, finance: int) -> None:
    live(workspace, "Out", finance, QUARTER.first)
    pieces.create(workspace, "Soon", planned=QUARTER.last, segment_ids=(finance,))
    pieces.create(workspace, "Parked", planned=QUARTER.last, status_id=named(workspace, "status", "On hold"))
    pieces.create(workspace, "For nobody yet", planned=QUARTER.last)
    coming = pack_of(workspace).coming
    assert [[piece.title for piece in part.pieces] for part in coming] == [["Soon"], ["For nobody yet"]]


def test_a_gap_says_which_ideas_would_fill_it(workspace: Workspace, finance: int) -> None:
    pieces.create(workspace, "Fits", stage_id=named(workspace, "stage", "Loyalty"), segment_ids=(finance,))
    gap = next(gap for gap in pack_of(workspace).gaps if gap.stage == "Loyalty")
    assert gap.ideas == ("Fits",)
    assert gap.done == "1 idea would fill it. Nobody has asked Finance lately: arrange an interview."


def test_a_gap_whose_need_is_known_and_without_ideas_says_nobody_has_one(workspace: Workspace, finance: int) -> None:
    customer = lists.add(workspace, "person", "Ada", roles=(PersonRole.CUSTOMER,), segment_ids=(finance,))
    lists.add(
        workspace,
        "interview",
        "Talk",
        day=TODAY - timedelta(days=9),
        status=InterviewStatus.HELD,
        person_ids=(customer,),
    )
    assert {gap.done for gap in pack_of(workspace).gaps} == {"Nobody has an idea for it yet."}


def test_an_interview_to_come_is_what_is_done_about_an_unknown_need(workspace: Workspace, finance: int) -> None:
    customer = lists.add(workspace, "person", "Ada", roles=(PersonRole.CUSTOMER,), segment_ids=(finance,))
    lists.add(workspace, "interview", "Talk", status=InterviewStatus.TO_ARRANGE, person_ids=(customer,))
    assert pack_of(workspace).gaps[0].done == "1 interview with Finance is under way."


def test_a_stage_is_told_as_it_was_agreed(workspace: Workspace) -> None:
    stage = named(workspace, "stage", "Interest")
    lists.edit(workspace, "stage", stage, question="Then?")
    agreement.agree(workspace, "Ada", "Ben", TODAY)
    lists.edit(workspace, "stage", stage, question="Now?")
    part = next(part for part in pack_of(workspace).stages if part.name == "Interest")
    assert (part.question, part.state) == ("Then?", "reopened")
    assert "Ada for marketing and Ben for sales" in part.agreed


def test_the_public_is_not_told_who_agreed_nor_how_to_sell(workspace: Workspace) -> None:
    agreement.agree(workspace, "Ada", "Ben", TODAY)
    part = pack_of(workspace, Audience.PUBLIC).stages[0]
    assert (part.signal, part.approach, part.avoid, part.agreed) == ("", "", "", "Agreed with sales.")


def test_an_exclusive_is_told_with_its_last_day_and_reason(workspace: Workspace, finance: int) -> None:
    live(
        workspace,
        "Scoop",
        finance,
        TODAY,
        timely=True,
        exclusive_until=TODAY,
        exclusive_because="Only we have the data",
    )
    part = next(part for part in pack_of(workspace).exclusives if part.stage == "Interest")
    assert [(piece.title, piece.fresh, piece.note) for piece in part.pieces] == [
        ("Scoop", "ours alone until 10 February 2027", "Only we have the data")
    ]


def test_an_exclusive_that_is_over_is_told_as_past(workspace: Workspace, finance: int) -> None:
    over = TODAY - timedelta(days=1)
    live(workspace, "Scoop", finance, over, timely=True, exclusive_until=over)
    found = pack_of(workspace)
    part = next(part for part in found.exclusives if part.stage == "Interest")
    assert (part.held, part.pieces[0].fresh) == (False, "was ours alone until 9 February 2027")
    assert held_word(part) == ("past", Level.OFF)
    assert lead(found, Section.EXCLUSIVES) == "0 of 5 stages have something nobody else has. 1 had it earlier."


def test_a_coarse_date_is_told_as_such(workspace: Workspace, finance: int) -> None:
    pieces.create(workspace, "Some day", planned=QUARTER.last, precision=Precision.MONTH, segment_ids=(finance,))
    assert pack_of(workspace).coming[0].pieces[0].when == "March 2027"


@pytest.fixture
def sample(workspace: Workspace) -> Workspace:
    make_sample(workspace, TODAY)
    return workspace


def test_the_public_reads_no_title_no_day_and_no_address(sample: Workspace) -> None:
    said = "\n".join(texts(replace(pack_of(sample, Audience.PUBLIC), workspace="")))
    for entry in pieces.read_entries(sample, range(1, 200)):
        assert entry.title not in said
    assert "http" not in said
    assert not any(f"{day} February 2027" in said for day in range(1, 29))


def test_sales_reads_titles_but_no_notes(sample: Workspace) -> None:
    first = pieces.read_entries(sample, range(1, 200))[0]
    pieces.edit_many(sample, [entry.id for entry in pieces.read_entries(sample, range(1, 200))], set={"notes": "Hush"})
    assert first.title
    assert "Hush" in "\n".join(texts(pack_of(sample, Audience.TEAM)))
    assert "Hush" not in "\n".join(texts(pack_of(sample, Audience.SALES)))


def test_a_pack_can_be_narrowed_to_a_segment(sample: Workspace) -> None:
    chosen = named(sample, "segment", "Finance leaders")
    found = pack(sample, QUARTER, today=TODAY, segment_id=chosen)
    assert [part.segment for part in found.use] == [part.segment for part in found.coming] == ["Finance leaders"]
    assert {gap.segment for gap in found.gaps} <= {"Finance leaders"}
    assert [row.name for row in found.matrix.rows] == ["Finance leaders"]


def test_a_segment_that_is_gone_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="no longer there"):
        pack(workspace, QUARTER, today=TODAY, segment_id=99)


def test_sections_are_read_in_their_order_and_once() -> None:
    assert sections_named(["use", " Matrix", "use"]) == (Section.USE, Section.MATRIX)
    with pytest.raises(RuleBroken, match="at least one section"):
        sections_named([])


def test_the_public_is_not_told_the_gaps_unless_asked() -> None:
    assert Section.GAPS not in usual_sections(Audience.PUBLIC)
    assert usual_sections(Audience.TEAM) == tuple(Section)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" https://a.example/x ", "https://a.example/x"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("http://", ""),
        ("http://[broken", ""),
        ("halyard.example", ""),
    ],
)
def test_only_an_address_of_the_web_is_a_link(text: str, address: str) -> None:
    assert web_address(text) == address


def test_an_insight_is_one_line_cut_at_a_word() -> None:
    assert one_line("a\n b  c") == "a b c"
    assert one_line("word " * 100).endswith("word…")
