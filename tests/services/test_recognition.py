"""What came of what people gave."""

from datetime import date

from editorial.domain.recognition import Contribution, Way
from editorial.domain.records import Evidence
from editorial.domain.vocabulary import AssignmentRole, EvidenceKind
from editorial.services import assignments, interviews, pieces, quotes
from editorial.services.recognition import recognition
from editorial.services.workspaces import Workspace
from tests.builders import a_person

TODAY = date(2027, 3, 10)


def ways(found: tuple[Contribution, ...]) -> dict[str, tuple[Way, ...]]:
    return {one.piece.title: one.ways for one in found}


def test_every_way_of_having_a_part_is_told(workspace: Workspace) -> None:
    ada = a_person(workspace)
    talk = interviews.plan(workspace, "Robots", today=TODAY, person_ids=(ada,))
    interviews.hold(workspace, talk, today=TODAY)
    quote = quotes.take_down(workspace, "Nobody", person_id=ada, interview_id=talk)
    quotes.clear(workspace, [quote], today=TODAY)
    out = pieces.create(workspace, "Out", published_on=TODAY, url="https://x.example/out", given_by_id=ada)
    quotes.use(workspace, quote, out)
    assignments.ask(workspace, out, ada, AssignmentRole.REVIEWER, today=TODAY)
    assignments.deliver(workspace, (out, ada, AssignmentRole.REVIEWER), today=TODAY)
    evidence = (Evidence(kind=EvidenceKind.INTERVIEW, interview_id=talk),)
    pieces.create(workspace, "Idea", evidence=evidence, quality=4)
    found = recognition(workspace, ada)
    assert ways(found.published) == {"Out": (Way.IDEA, Way.QUOTE, Way.REVIEWER)}
    assert found.published[0].url == "https://x.example/out"
    assert ways(found.ahead) == {"Idea": (Way.INTERVIEW,)}
    assert (found.interviews, found.quotes, found.ideas, found.quality) == (1, 1, 1, None)


def test_only_what_lies_between_the_days_counts_as_published(workspace: Workspace) -> None:
    ada = a_person(workspace)
    for title, day in (("Old", date(2026, 3, 1)), ("New", TODAY)):
        pieces.create(workspace, title, published_on=day, author_ids=(ada,))
    found = recognition(workspace, ada, first=date(2027, 1, 1), last=date(2027, 12, 31))
    assert list(ways(found.published)) == ["New"]


def test_what_was_declined_or_binned_is_no_part(workspace: Workspace) -> None:
    ada = a_person(workspace)
    piece = pieces.create(workspace, "Out", published_on=TODAY, author_ids=(ada,))
    assignments.decline(workspace, (piece, ada, AssignmentRole.AUTHOR), "Busy", today=TODAY)
    pieces.bin(workspace, [pieces.create(workspace, "Thrown", given_by_id=ada)])
    assert recognition(workspace, ada).is_empty


def test_the_quality_of_ideas_is_their_mean(workspace: Workspace) -> None:
    ada = a_person(workspace)
    for quality in (4, 5, None):
        pieces.create(workspace, "Idea", given_by_id=ada, quality=quality)
    found = recognition(workspace, ada)
    assert (found.ideas, found.quality) == (3, 4.5)


def test_what_is_on_its_way_comes_soonest_first(workspace: Workspace) -> None:
    ada = a_person(workspace, "Ada")
    for title, day in (("Later", date(2027, 5, 1)), ("Some day", None), ("Soon", date(2027, 4, 1))):
        pieces.create(workspace, title, planned=day, author_ids=(ada,))
    assert [one.piece.title for one in recognition(workspace, ada).ahead] == ["Soon", "Later", "Some day"]
