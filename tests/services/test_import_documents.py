import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from editorial.domain.drafts import DraftKind, Drafts
from editorial.domain.records import Settings
from editorial.domain.settings_documents import settings_draft
from editorial.domain.vocabulary import Precision
from editorial.exchange import people, pieces
from editorial.exchange.columns import match
from editorial.exchange.documents import records_table
from editorial.exchange.writing import dumped, json_records
from editorial.services.exporting import person_records, piece_records, settings_document
from editorial.services.history import changes, undo
from editorial.services.import_documents import DraftsFor, import_document
from editorial.services.import_results import DocumentResult
from editorial.services.lists import read_lists, set_target
from editorial.services.pieces import edit
from editorial.services.sample import make_sample
from editorial.services.workspaces import Workspace, create_workspace
from tests.builders import a_segment
from tests.importing import TODAY


def whole(workspace: Workspace) -> Any:
    document = {
        "settings": settings_document(workspace),
        "people": json_records(DraftKind.PEOPLE, person_records(workspace)),
        "pieces": json_records(DraftKind.PIECES, piece_records(workspace)),
    }
    return json.loads(dumped(document))


def reader(document: Mapping[str, Any], kind: DraftKind) -> DraftsFor:
    def read(settings: Settings) -> Drafts:
        table = records_table(document[kind.value])
        drafts = pieces.drafts if kind is DraftKind.PIECES else people.drafts
        return drafts(table, match(table.headings, kind), settings)

    return read


def bring(workspace: Workspace, document: Any) -> DocumentResult:
    settings = settings_draft(document["settings"])
    read_people, read_pieces = reader(document, DraftKind.PEOPLE), reader(document, DraftKind.PIECES)
    return import_document(workspace, settings, read_people, read_pieces, TODAY)


def configure(workspace: Workspace, document: Any, skip_bad: bool = False, dry_run: bool = False) -> DocumentResult:
    draft = settings_draft(document)
    return import_document(workspace, draft, None, None, TODAY, skip_bad=skip_bad, dry_run=dry_run)


def test_a_whole_workspace_comes_back_unchanged(workspace: Workspace) -> None:
    make_sample(workspace, TODAY)
    found = bring(workspace, whole(workspace))
    assert (found.added, found.updated, found.refused, found.questions) == (0, 0, [], [])
    assert len(changes(workspace)) == 1


def test_a_new_workspace_becomes_the_same_as_one_change(workspace: Workspace) -> None:
    make_sample(workspace, TODAY)
    other = create_workspace(workspace.path.with_name("other.editorial"))
    try:
        assert bring(other, whole(workspace)).applied
        assert settings_document(other) == settings_document(workspace)
        unlike = {"id": "", "outside_id": "", "made_from": "", "companion": "", "next_piece": ""}
        assert [{**one, **unlike} for one in piece_records(other)] == [
            {**one, **unlike} for one in piece_records(workspace)
        ]
        undo(other)
        assert piece_records(other) == []
    finally:
        other.close()


def test_a_rehearsal_changes_nothing(workspace: Workspace) -> None:
    found = configure(workspace, {"segments": [{"name": "Banks"}]}, dry_run=True)
    assert (found.added, found.applied, read_lists(workspace).segments) == (1, False, {})


def test_one_refused_entry_keeps_all_of_it_out_unless_the_user_says_so(workspace: Workspace) -> None:
    document = {"segments": [{"name": "Banks"}, {"name": "Bakers", "weight": -1}]}
    assert not configure(workspace, document).applied
    assert read_lists(workspace).segments == {}
    assert configure(workspace, document, skip_bad=True).applied
    assert [one.name for one in read_lists(workspace).segments.values()] == ["Banks"]


def test_a_key_that_is_absent_is_left_alone(workspace: Workspace) -> None:
    segment = a_segment(workspace, "Banks", worries="Rates")
    configure(workspace, {"segments": [{"name": "BANKS", "weight": 3}], "mix": {"target": "0.6"}})
    found = read_lists(workspace)
    assert (found.segments[segment].worries, found.segments[segment].weight) == ("Rates", Decimal(3))
    assert (found.settings.mix_target, found.settings.mix_tolerance) == (Decimal("0.6"), Decimal("0.10"))


def test_the_order_of_the_document_becomes_the_order_of_the_list(workspace: Workspace) -> None:
    configure(workspace, {"stages": [{"name": "Loyalty"}, {"name": "Epiphany"}]})
    names = [stage.name for stage in read_lists(workspace).stages.values()]
    assert names == ["Loyalty", "Epiphany", "Awareness", "Interest", "Confidence"]


def test_targets_go_by_names(workspace: Workspace) -> None:
    segment = a_segment(workspace, "Banks")
    stage = next(key for key, one in read_lists(workspace).stages.items() if one.name == "Interest")
    configure(workspace, {"targets": [{"segment": "Banks", "stage": "Interest", "target": 4}]})
    assert read_lists(workspace).targets == {(segment, stage): 4}
    set_target(workspace, segment, stage, 1)
    found = configure(workspace, {"targets": [{"segment": "Nobody", "stage": "Interest", "target": 4}]})
    assert [(bad.column, bad.value) for bad in found.refused] == [("targets", "Nobody")]


def test_another_first_day_of_the_week_moves_the_weeks(workspace: Workspace) -> None:
    make_sample(workspace, TODAY)
    edit(workspace, 1, planned=date(2027, 3, 10), published_on=None, precision=Precision.WEEK)
    configure(workspace, {"workspace": {"week_start": 6}})
    assert piece_records(workspace, ids=[1])[0]["date"] == date(2027, 3, 7)


def test_a_factor_that_is_absent_keeps_its_weight(workspace: Workspace) -> None:
    configure(workspace, {"ranking_weights": {"gap": 2, "mix": 1}})
    configure(workspace, {"ranking_weights": {"mix": "0.5"}})
    assert read_lists(workspace).settings.ranking_weights == {"gap": Decimal(2), "mix": Decimal("0.5")}


def test_an_entry_that_only_moves_is_told_as_changed(workspace: Workspace) -> None:
    found = configure(workspace, {"stages": [{"name": "Awareness"}, {"name": "Epiphany"}, {"name": "Interest"}]})
    assert (found.read, found.updated, found.unchanged) == (3, 2, 1)
    again = configure(workspace, {"stages": [{"name": "Awareness"}, {"name": "Epiphany"}, {"name": "Interest"}]})
    assert (again.updated, again.unchanged) == (0, 3)
