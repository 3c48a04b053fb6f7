from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.counting import KindCounts, kind_counts, kinds_by_segment, kinds_by_stage
from editorial.domain.mix import Mix, Remedy, mix, mix_of
from editorial.domain.mix_words import add_sentence, mix_sentence, turn_sentence
from editorial.domain.records import Settings
from editorial.domain.vocabulary import Kind
from tests.domain.builders import a_segment, a_stage, an_entry, some_lists

A, P = Kind.ASPIRATIONAL, Kind.PRACTICAL
HUNDREDTHS = st.integers(0, 100).map(lambda n: Decimal(n) / 100)


def wanting(target: str, tolerance: str) -> Settings:
    return Settings(mix_target=Decimal(target), mix_tolerance=Decimal(tolerance))


def test_nine_to_three() -> None:
    found = mix_of(KindCounts(9, 3), Settings())
    assert (found.share, found.balanced) == (Fraction(3, 4), False)
    assert (found.add, found.turn) == (Remedy(P, 3), Remedy(P, 2))


def test_three_to_none_has_no_turn() -> None:
    found = mix_of(KindCounts(3, 0), Settings())
    assert (found.add, found.turn) == (Remedy(P, 2), None)
    assert turn_sentence(found).endswith("2 of 3 is too much, 1 of 3 too little.")


def test_no_pieces_have_no_share() -> None:
    found = mix_of(KindCounts(untagged=2), Settings())
    assert (found.share, found.balanced, found.add, found.turn) == (None, None, None, None)
    assert mix_sentence(found) == "There is no share yet: no piece of this period has a kind."


def test_exactly_at_the_tolerance_is_balanced() -> None:
    found = mix_of(KindCounts(9, 6), Settings())
    assert found.balanced
    assert (found.scarce, found.add, found.turn) == (None, None, None)


def test_target_without_tolerance_may_be_missed_by_every_number_added() -> None:
    found = mix_of(KindCounts(1, 1), wanting("0.60", "0"))
    assert found.add is None
    assert add_sentence(found).endswith("2 of 3 is too much, 1 of 2 too little.")


def test_only_aspirational_wanted_and_one_practical_planned() -> None:
    found = mix_of(KindCounts(4, 1), wanting("1", "0"))
    assert (found.add, found.turn) == (None, Remedy(A, 1))
    assert "a single practical piece is too much" in add_sentence(found)


def spaced(mix: Mix) -> str:
    """Return the sentence with plain spaces, for what is to be read here."""
    return mix_sentence(mix).replace("\N{NO-BREAK SPACE}", " ")


def test_no_line_ends_between_a_figure_and_its_sign() -> None:
    nbsp = "\N{NO-BREAK SPACE}"
    said = mix_sentence(mix_of(KindCounts(9, 3), Settings()))
    assert f"the target is 50{nbsp}%{nbsp}±{nbsp}10{nbsp}%." in said


def test_sentence_names_both_remedies() -> None:
    assert spaced(mix_of(KindCounts(9, 3), Settings())) == (
        "75 % aspirational, 25 % practical; the target is 50 % ± 10 %. Add 3 practical pieces. "
        "Or turn 2 aspirational pieces into practical ones."
    )


def test_share_just_out_of_tolerance_reads_so() -> None:
    assert spaced(mix_of(KindCounts(603, 400), Settings())).startswith("60.1 % aspirational, 39.9 % practical;")


def test_target_is_said_with_its_digits() -> None:
    assert "the target is 33.33 % ± 2.5 %" in spaced(mix_of(KindCounts(1, 0), wanting("0.3333", "0.025")))


def test_sentence_of_a_balanced_mix() -> None:
    assert spaced(mix_of(KindCounts(1, 1), Settings())) == "50 % aspirational, 50 % practical: balanced."


def test_piece_of_two_segments_counts_in_both_rows() -> None:
    entries = [an_entry(1, kind=A, segment_ids=(1, 2)), an_entry(2, kind=P, segment_ids=(2,))]
    lists = some_lists(segments=[a_segment(1), a_segment(2)])
    rows = mix(kind_counts(entries), lists, by_segment=kinds_by_segment(entries)).by_segment
    assert [(row.aspirational, row.practical, row.share) for row in rows] == [(1, 0, 1), (1, 1, Fraction(1, 2))]


def test_stage_without_pieces_has_a_row_and_the_untagged_too() -> None:
    entries = [an_entry(kind=A)]
    rows = mix(kind_counts(entries), some_lists(stages=[a_stage(1)]), by_stage=kinds_by_stage(entries)).by_stage
    assert [(row.of and row.of.id, row.aspirational, row.share) for row in rows] == [(1, 0, None), (None, 1, 1)]


def least(found: Mix, after: dict[int, tuple[int, int]]) -> int | None:
    """Return by trial the least n whose (aspirational, all) is within tolerance."""
    for n, (aspirational, everything) in after.items():
        if abs(Fraction(aspirational, everything) - found.target) <= found.tolerance:
            return n
    return None


@given(st.integers(0, 12), st.integers(0, 12), HUNDREDTHS, HUNDREDTHS)
def test_turn_is_the_least(a: int, p: int, target: Decimal, tolerance: Decimal) -> None:
    found = mix_of(KindCounts(a, p), Settings(mix_target=target, mix_tolerance=tolerance))
    if found.scarce:
        sign = 1 if found.scarce is A else -1
        after = {n: (a + sign * n, a + p) for n in range(1, (p if sign > 0 else a) + 1)}
        assert (found.turn.n if found.turn else None) == least(found, after)


@given(st.integers(0, 8), st.integers(0, 8), HUNDREDTHS, HUNDREDTHS)
def test_add_is_the_least(a: int, p: int, target: Decimal, tolerance: Decimal) -> None:
    found = mix_of(KindCounts(a, p), Settings(mix_target=target, mix_tolerance=tolerance))
    if found.scarce:
        after = {n: (a + n * (found.scarce is A), a + p + n) for n in range(1, 900)}
        assert (found.add.n if found.add else None) == least(found, after)


@given(st.integers(0, 30), st.integers(0, 30), HUNDREDTHS, HUNDREDTHS)
def test_every_mix_can_be_said(a: int, p: int, target: Decimal, tolerance: Decimal) -> None:
    said = mix_sentence(mix_of(KindCounts(a, p), Settings(mix_target=target, mix_tolerance=tolerance)))
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("kind", Kind)
def test_remedies_name_the_scarce_kind(kind: Kind) -> None:
    found = mix_of(KindCounts(*((0, 5) if kind is A else (5, 0))), Settings())
    assert found.add
    assert found.add.kind is kind
