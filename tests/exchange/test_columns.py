import pytest

from editorial.domain.drafts import PERSON_FIELDS, PIECE_FIELDS, DraftKind
from editorial.domain.fields import FIELDS
from editorial.errors import RuleBroken
from editorial.exchange.columns import heading_key, match
from editorial.exchange.synonyms import names_of

PIECES, PEOPLE = DraftKind.PIECES, DraftKind.PEOPLE


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Published", "date"), ("Publish date", "date"), ("Go-live", "date"), ("PUBLISH_DATE", "date"),
        ("Topic", "interest"), ("Topics", "interest"), ("Author", "authors"), ("Writer", "authors"),
        ("Persona", "segments"), ("Audience", "segments"), ("Buyer stage", "stage"), ("Funnel stage", "stage"),
        ("Content type", "format"), ("published on", "published_on"), ("further-stages", "further_stages"),
        ("Insight Belief", "insight_belief"), ("url_path", "url"), ("week_start", "date"),
    ],
)  # fmt: skip
def test_everyday_names_are_known_whatever_case_and_spaces(heading: str, field: str) -> None:
    assert match([heading], PIECES).mapping == {field: heading}


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Generation Date", "date"), ("Performance Link", "url"), ("Content Titel", "title"), ("Publsh date", "date")],
)
def test_likely_names_are_read_with_less_confidence(heading: str, field: str) -> None:
    found = match([heading], PIECES).columns[0]
    assert found.field == field
    assert found.confidence < 0.96


@pytest.mark.parametrize(
    "heading", ["words", "images", "author_slugs", "Created date", "Last modified", "week", "x", "Pages"]
)
def test_other_columns_are_left_alone_and_said(heading: str) -> None:
    found = match(["title", heading], PIECES)
    assert found.mapping == {"title": "title"}
    assert found.ignored == (heading,)


def test_the_fields_own_name_wins_over_an_everyday_one() -> None:
    assert match(["Published", "date"], PIECES).mapping["date"] == "date"


def test_planned_and_published_together_are_two_days() -> None:
    assert match(["Planned", "Published"], PIECES).mapping == {"date": "Planned", "published_on": "Published"}


def test_of_two_languages_the_readers_own_is_taken() -> None:
    headings = ["title_zh", "title_en", "title_de"]
    assert match(headings, PIECES).mapping == {"title": "title_en"}
    assert match(headings, PIECES, language="de").mapping == {"title": "title_de"}


def test_a_column_the_user_gives_is_taken_and_its_own_reading_dropped() -> None:
    found = match(["title", "published", "when"], PIECES, given={"Date": "When", "published_on": "published"})
    assert found.mapping == {"title": "title", "date": "when", "published_on": "published"}


def test_one_column_may_be_given_to_two_fields() -> None:
    found = match(["title", "start"], PIECES, given={"date": "start", "time": "start"})
    assert (found.mapping["date"], found.mapping["time"]) == ("start", "start")


def test_a_field_given_nothing_is_left_out() -> None:
    assert "url" not in match(["title", "url"], PIECES, given={"url": ""}).mapping


def test_a_mapping_is_remembered_for_the_same_headings_in_any_order() -> None:
    assert heading_key(["Title", "Go live"]) == heading_key(["go-live", "title"])
    assert match(["a", "b"], PIECES, remembered={"title": "b", "date": "gone"}).mapping == {"title": "b"}


def test_unknown_fields_and_columns_are_refused_with_what_there_is() -> None:
    with pytest.raises(RuleBroken, match="no field “colour”"):
        match(["title"], PIECES, given={"colour": "title"})
    with pytest.raises(RuleBroken, match="its columns are title"):
        match(["title"], PIECES, given={"title": "headline"})


def test_people_have_names_of_their_own() -> None:
    found = match(["slug", "Full name", "E-mail", "Company", "posts"], PEOPLE)
    assert found.mapping == {"id": "slug", "name": "Full name", "email": "E-mail", "organisation": "Company"}


def test_every_declared_field_can_come_in() -> None:
    of_a_workspace = {"evidence", "quality", "sales_uses"}  # carried with the whole workspace, in no table
    assert {field.name for field in FIELDS if field.editable} - of_a_workspace <= set(PIECE_FIELDS)


def test_every_field_is_known_by_its_own_name() -> None:
    assert {names_of(PIECES)[name.replace("_", "")][0] for name in PIECE_FIELDS} == set(PIECE_FIELDS)
    assert {names_of(PEOPLE)[name.replace("_", "")][0] for name in PERSON_FIELDS} == set(PERSON_FIELDS)
