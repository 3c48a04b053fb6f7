"""Reaching what can be done with an interview in the window."""

from editorial.ui.interviews.interview_acts import InterviewActs
from editorial.ui.interviews.place import InterviewsPlace


def shown(place: InterviewsPlace, interview: int) -> InterviewActs:
    """Choose an interview in the list and return what can be done with it."""
    place.arrive(page="interviews", id=interview)
    acts = place.page.acts
    assert isinstance(acts, InterviewActs)
    return acts
