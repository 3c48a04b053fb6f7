"""Two versions of the stages side by side."""

from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.agreement_comparison import Run, compare_versions, runs
from editorial.domain.planning_records import AgreedStage


def frozen(stage_id: int | None, name: str, **texts: str) -> AgreedStage:
    return AgreedStage(stage_id=stage_id, name=name, **texts)


def test_words_that_changed_are_marked() -> None:
    before, after = runs("Has a short list and wants proof.", "Has a short list and wants proof from peers.")
    assert before == (Run("Has a short list and wants proof.", False),)
    assert after == (
        Run("Has a short list and wants proof", False),
        Run(" from peers", True),
        Run(".", False),
    )


def test_neighbouring_changed_words_are_one_run() -> None:
    before, after = runs("wants quick wins", "wants lasting proof")
    assert before == (Run("wants ", False), Run("quick wins", True))
    assert after == (Run("wants ", False), Run("lasting proof", True))


def test_scripts_without_spaces_are_compared_letter_by_letter() -> None:
    _before, after = runs("客户想要证明", "客户想要更多证明")
    assert after == (Run("客户想要", False), Run("更多", True), Run("证明", False))


texts = st.text(st.sampled_from("ab .\n客"), max_size=30)


@given(before=texts, after=texts)
def test_runs_join_to_the_texts_again(before: str, after: str) -> None:
    left, right = runs(before, after)
    assert ("".join(run.text for run in left), "".join(run.text for run in right)) == (before, after)


@given(text=texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not any(run.changed for side in runs(text, text) for run in side)


def test_stages_are_matched_by_record_and_then_by_name() -> None:
    older = [frozen(1, "Interest"), frozen(None, "Trial"), frozen(3, "Loyalty")]
    newer = [frozen(1, "Options"), frozen(4, "trial"), frozen(5, "Advocacy")]
    found = compare_versions(older, newer)
    assert [change.name for change in found] == ["Options", "trial", "Advocacy", "Loyalty"]
    assert found[0].was_called == "Interest"
    assert (found[2].before, found[3].after) == (None, None)


def test_only_what_differs_is_changed() -> None:
    older = [frozen(1, "Interest", signal="Asks how."), frozen(2, "Loyalty")]
    newer = [frozen(1, "Interest", signal="Asks when."), frozen(2, "Loyalty")]
    interest, loyalty = compare_versions(older, newer)
    assert (interest.is_changed, loyalty.is_changed) == (True, False)
    assert [text.name for text in interest.texts if text.is_changed] == ["signal"]
