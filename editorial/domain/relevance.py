"""The quarterly relevance review: whether the calendar still reaches its readers, question by question."""

from dataclasses import dataclass

from editorial.language import _


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the checklist; `place` is where its answer can be looked up."""

    key: str
    text: str
    place: str


def questions() -> tuple[Question, ...]:
    """Return the questions in the order in which they are asked."""
    return (
        Question("segments", _("Are these still the readers we write for?"), "segments"),
        Question("worries", _("Did readers of each segment tell us lately what worries them?"), "segments"),
        Question("stages", _("Do marketing and sales still mean the same by each stage?"), "agreement"),
        Question("interests", _("Do the weights of the interests rest on what readers said?"), "interests"),
        Question("mix", _("Is the share of aspirational and practical pieces still right?"), "coverage"),
        Question("gaps", _("Are the gaps of the last quarter closed, or left open on purpose?"), "coverage"),
        Question("formats", _("Are our formats and channels those that these readers use?"), "coverage"),
        Question("experts", _("Do our experts have time for what we plan?"), "home"),
    )
