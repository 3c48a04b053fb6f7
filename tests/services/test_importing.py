from datetime import date

import pytest

from editorial.domain.drafts import DraftKind
from editorial.domain.imports import FieldChange
from editorial.domain.vocabulary import Precision
from editorial.errors import StaleEdit
from editorial.services import lists, pieces
from editorial.services.calendar import everything
from editorial.services.exporting import person_records, piece_records
from editorial.services.history import changes, redo, undo
from editorial.services.importing import apply
from editorial.services.lists import read_lists
from editorial.services.workspaces import Workspace
from tests.builders import a_person, a_piece, a_segment
from tests.importing import DATA, bring, look

PEOPLE = DraftKind.PEOPLE


def one(workspace: Workspace) -> dict[str, object]:
    (values,) = piece_records(workspace)
    return values


def test_new_pieces_come_in_as_one_change_and_go_with_one_undo(workspace: Workspace) -> None:
    result = bring(workspace, "Title,Date,Segments,Author\nA,2027-03-11,Banks;Insurers,Ann\nB,,,\n")
    assert (result.applied, len(everything(workspace)), len(changes(workspace))) == (True, 2, 1)
    assert undo(workspace) == "Import 2 pieces"
    assert (everything(workspace), read_lists(workspace).segments, read_lists(workspace).people) == ([], {}, {})
    redo(workspace)
    assert [entry.title for entry in everything(workspace)] == ["A", "B"]


def test_a_second_import_changes_nothing_and_leaves_no_change(workspace: Workspace) -> None:
    text = 'Title,Date,Topics,Author,Evergreen,Brief\nA,2026-03-11,data;GSA,"Lee, M.D.",yes,text\n'
    bring(workspace, text)
    again = look(workspace, text)
    assert (len(again.new), len(again.changed), again.unchanged) == (0, 0, 1)
    assert apply(workspace, again).change_id is None
    assert len(changes(workspace)) == 1


def test_rows_without_a_status_get_one_by_their_day(workspace: Workspace) -> None:
    bring(workspace, "Title,Date\nA,\nB,2027-03-11\nC,2026-03-11\n")
    found = [(values["status"], values["published_on"]) for values in piece_records(workspace)]
    assert found == [("Idea", None), ("Approved", None), ("Published", date(2026, 3, 11))]


def test_a_blank_cell_clears_nothing_and_an_absent_column_is_left_alone(workspace: Workspace) -> None:
    bring(workspace, "Title,Brief,Angle,Owner\nA,long,sharp,Ann\n")
    bring(workspace, "Title,Brief,Owner\nA,,Bob\n")
    assert [one(workspace)[name] for name in ("brief", "angle", "owner")] == ["long", "sharp", "Bob"]


def test_the_preview_says_what_changes(workspace: Workspace) -> None:
    bring(workspace, "Title,Date,Kind\nA,2027-03-11,now\n")
    (changed,) = look(workspace, "Title,Date,Kind\nA,2027-03-11,next\n").changed
    assert (changed.line, changed.title) == (2, "A")
    assert changed.fields == (FieldChange("kind", "practical", "aspirational"),)


def test_a_preview_writes_nothing(workspace: Workspace) -> None:
    look(workspace, "Title,Segments\nA,Banks\n")
    assert (everything(workspace), read_lists(workspace).segments, changes(workspace)) == ([], {}, [])


def test_one_refused_row_keeps_all_of_it_out_unless_the_user_says_so(workspace: Workspace) -> None:
    text = "Title,Stage,Segments\nA,Interest,Banks\nB,Nowhere,Bakers\n"
    refused = bring(workspace, text)
    assert (refused.applied, everything(workspace)) == (False, [])
    bad = refused.preview.refused[0]
    assert (bad.line, bad.column, bad.value) == (3, "Stage", "Nowhere")
    assert "Epiphany, Awareness" in bad.reason
    assert bring(workspace, text, skip_bad=True).applied
    assert [segment.name for segment in read_lists(workspace).segments.values()] == ["Banks"]


@pytest.mark.parametrize("title", ["", "   ", "\x07"])
def test_a_piece_needs_a_title(workspace: Workspace, title: str) -> None:
    (refusal,) = look(workspace, f"Title,Brief\n{title},x\n").refused
    assert (refusal.line, refusal.column, refusal.reason) == (2, "Title", "a piece needs a title")


def test_an_open_question_keeps_all_of_it_out(workspace: Workspace) -> None:
    assert not bring(workspace, "Title,Date\nA,05/04/2027\n", skip_bad=True).applied
    assert everything(workspace) == []


def test_names_that_are_not_known_are_created_and_listed_and_case_does_not_make_two(workspace: Workspace) -> None:
    a_segment(workspace, "Banks")
    created = look(
        workspace, "Title,Segments,Topic,Channel,Author\nA,BANKS;Bakers,data,Fax,Ann\nB,bakers,DATA,fax,ANN\n"
    ).created
    assert created["segments"] == ("Bakers",)
    assert (created["interests"], created["channels"], created["people"]) == (("data",), ("Fax",), ("Ann",))


def test_stages_formats_and_statuses_are_never_created(workspace: Workspace) -> None:
    refused = look(workspace, "Title,Stage,Format,Status\nA,Nowhere,,\nB,,Opera,\nC,,,purple\n").refused
    assert [(bad.line, bad.column) for bad in refused] == [(2, "Stage"), (3, "Format"), (4, "Status")]


def test_an_unknown_id_is_kept_as_outside_id_and_matches_next_time(workspace: Workspace) -> None:
    bring(workspace, "id,Title\nT-7,A\n")
    assert one(workspace)["outside_id"] == "T-7"
    bring(workspace, "id,Title\nT-7,Renamed\n")
    assert one(workspace)["title"] == "Renamed"


def test_a_row_may_name_a_piece_by_id_alone(workspace: Workspace) -> None:
    bring(workspace, "id,Title\nT-7,A\n")
    bring(workspace, "id,Kind\nT-7,now\n")
    assert (one(workspace)["title"], one(workspace)["kind"]) == ("A", "practical")


def test_a_piece_in_the_bin_is_not_matched(workspace: Workspace) -> None:
    pieces.bin(workspace, [a_piece(workspace, "A")])
    assert len(look(workspace, "Title\nA\n").new) == 1


def test_a_changed_stage_makes_the_tag_proposed(workspace: Workspace) -> None:
    a_piece(workspace, "A", stage="Interest", tag="disputed", tag_reason="Too early")
    bring(workspace, "Title,Stage\nA,Loyalty\n")
    assert [one(workspace)[name] for name in ("stage", "tag", "tag_reason")] == ["Loyalty", "proposed", ""]


def test_coarser_days_are_kept_as_the_first_of_their_span(workspace: Workspace) -> None:
    bring(workspace, "Title,Date,Precision\nA,2027-03-11,month\n")
    assert (one(workspace)["date"], one(workspace)["precision"]) == (date(2027, 3, 1), "month")
    assert look(workspace, "Title,Date\nA,2027-03-01\n").unchanged == 1


def test_pieces_refer_to_each_other_across_the_file(workspace: Workspace) -> None:
    bring(workspace, "id,Title,made_from,next_piece\n1,A,,2\n2,B,A,\n")
    first, second = piece_records(workspace)
    assert (first["next_piece"], second["made_from"]) == (second["id"], first["id"])
    assert look(workspace, "id,Title,made_from,next_piece\n1,A,,2\n2,B,A,\n").unchanged == 2


def test_an_unknown_reference_is_refused(workspace: Workspace) -> None:
    (bad,) = look(workspace, "Title,made_from\nA,nothing\n").refused
    assert (bad.column, bad.value) == ("made_from", "nothing")


def test_an_edit_raises_the_version_even_where_only_tags_change(workspace: Workspace) -> None:
    piece = a_piece(workspace, "A")
    before = pieces.read(workspace, piece).version
    bring(workspace, "Title,Segments\nA,Banks\n")
    assert pieces.read(workspace, piece).version > before


def test_a_preview_that_is_no_longer_true_is_refused(workspace: Workspace) -> None:
    preview = look(workspace, "Title\nA\n")
    a_piece(workspace, "B")
    with pytest.raises(StaleEdit, match="look again"):
        apply(workspace, preview)


def test_the_blog_comes_in_unmapped(workspace: Workspace) -> None:
    result = bring(workspace, DATA / "blog-inventory.csv", skip_bad=True)
    preview = result.preview
    assert (preview.read, len(preview.new)) == (62, 58)
    assert [(bad.line, bad.column) for bad in preview.refused] == [
        (44, "title"),
        (49, "title"),
        (50, "title"),
        (58, "title"),
    ]
    assert preview.ignored == ("words", "images", "author_slugs")
    assert preview.mapping["url"] == "url_path"
    again = bring(workspace, DATA / "blog-inventory.csv", skip_bad=True)
    assert (again.preview.unchanged, again.change_id) == (58, None)


def test_a_calendar_and_its_manifest_come_in_without_doubling(workspace: Workspace) -> None:
    bring(workspace, DATA / "bilingual-calendar.csv")
    manifest = bring(workspace, DATA / "bilingual-manifest.csv", skip_bad=True)
    assert (len(manifest.preview.new), len(manifest.preview.changed), len(manifest.preview.refused)) == (2, 11, 1)
    again = [look(workspace, DATA / f"bilingual-{name}.csv") for name in ("calendar", "manifest")]
    assert [(preview.new, preview.changed) for preview in again] == [((), ())] * 2


def test_the_manifest_may_come_first(workspace: Workspace) -> None:
    bring(workspace, DATA / "bilingual-manifest.csv", skip_bad=True)
    calendar = bring(workspace, DATA / "bilingual-calendar.csv").preview
    assert (calendar.new, len(calendar.changed)) == ((), 11)


def test_what_is_done_and_still_to_come_is_ready_and_what_is_pending_was_not_published(workspace: Workspace) -> None:
    text = "Title,Date\nPast,2026-08-03\nTo come,2027-05-03\nLate,2026-08-10\n"
    bring(workspace, text)
    bring(workspace, "Title,Status\nPast,done\nTo come,done\nLate,pending\n")
    found = [(values["status"], values["published_on"]) for values in piece_records(workspace)]
    assert found == [("Published", date(2026, 8, 3)), ("Ready", None), ("Approved", None)]


def test_a_template_of_another_tool_comes_in(workspace: Workspace) -> None:
    bring(workspace, DATA / "multi-platform-template.csv")
    found = [(values["title"], values["channel"], values["status"]) for values in piece_records(workspace)]
    assert found == [
        ("Automating Lead Triage with Zapier", "LinkedIn", "Ready"),
        ("Building AI Workflows in Notion", "LinkedIn", "Drafting"),
    ]


def test_a_week_column_plans_by_week(workspace: Workspace) -> None:
    bring(workspace, DATA / "bilingual-calendar.csv")
    assert {values["precision"] for values in piece_records(workspace)} == {Precision.WEEK}


def test_people_come_in_with_what_they_are_good_at(workspace: Workspace) -> None:
    bring(workspace, "Name,E-mail,Roles,Expertise,Capacity\nAnn,ann@example.com,sme;speaker,data,4\n", PEOPLE)
    (ann,) = person_records(workspace)
    assert [ann[name] for name in ("name", "roles", "expertise", "capacity")] == [
        "Ann",
        ("SME", "speaker"),
        ("data",),
        4,
    ]


def test_people_are_matched_by_email_and_changed(workspace: Workspace) -> None:
    a_person(workspace, "Ann", email="ann@example.com")
    bring(workspace, "Name,Email,Organisation\nAnn Lee,ANN@example.com,Acme\n", PEOPLE)
    (ann,) = person_records(workspace)
    assert (ann["name"], ann["organisation"]) == ("Ann Lee", "Acme")


def test_an_equal_name_alone_is_asked_about_and_the_answer_is_kept_to(workspace: Workspace) -> None:
    a_person(workspace, "Ann")
    text = "Name,Organisation\nANN,Acme\n"
    (question,) = look(workspace, text, PEOPLE).questions
    assert (question.column, question.readings, question.examples) == ("Name", ("same", "new"), ("ANN",))
    assert len(look(workspace, text, PEOPLE, "same").changed) == 1
    assert len(look(workspace, text, PEOPLE, "new").new) == 1


def test_a_person_already_there_in_full_is_no_question(workspace: Workspace) -> None:
    a_person(workspace, "Ann", organisation="Acme")
    found = look(workspace, "Name,Organisation\nAnn,Acme\n", PEOPLE)
    assert (found.questions, found.unchanged) == ((), 1)


def test_a_role_nobody_has_is_refused(workspace: Workspace) -> None:
    (bad,) = look(workspace, "Name,Roles\nAnn,pope\n", PEOPLE).refused
    assert (bad.column, bad.value) == ("Roles", "pope")


def test_authors_keep_their_order(workspace: Workspace) -> None:
    a_person(workspace, "Zoe")
    bring(workspace, "Title,Authors\nA,Zoe;Ann;Bob\n")
    assert one(workspace)["authors"] == ("Zoe", "Ann", "Bob")
    bring(workspace, "Title,Authors\nA,Bob;Zoe\n")
    assert one(workspace)["authors"] == ("Bob", "Zoe")


def test_lists_named_by_the_team_are_used(workspace: Workspace) -> None:
    lists.add(workspace, "format", "Fireside chat")
    bring(workspace, "Title,Content type\nA,fireside-chat\n")
    assert one(workspace)["format"] == "Fireside chat"
