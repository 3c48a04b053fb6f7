from datetime import date

import pytest

from editorial.domain.period import Period
from editorial.errors import RuleBroken
from editorial.services.calendar import between
from editorial.services.exporting import piece_id, piece_records, settings_document
from editorial.services.pieces import bin as put_in_bin
from editorial.services.pieces import read
from editorial.services.sample import make_sample
from editorial.services.workspaces import Workspace
from tests.builders import a_piece
from tests.importing import TODAY

MARCH = Period("2027-03", date(2027, 3, 1), date(2027, 3, 31))


def test_pieces_of_a_period_are_those_the_calendar_shows(workspace: Workspace) -> None:
    make_sample(workspace, TODAY)
    period = Period("2026-11", date(2026, 11, 1), date(2026, 11, 30))
    shown = {entry.uid for entry in between(workspace, period.first, period.last)}
    assert {values["id"] for values in piece_records(workspace, period)} == shown != set()


def test_what_is_in_the_bin_stays_inside(workspace: Workspace) -> None:
    put_in_bin(workspace, [a_piece(workspace, "A", planned=date(2027, 3, 11))])
    assert (piece_records(workspace), piece_records(workspace, MARCH)) == ([], [])


def test_a_piece_is_found_by_its_id_or_the_end_of_it(workspace: Workspace) -> None:
    piece = a_piece(workspace, "A", outside_id="T-7")
    uid = read(workspace, piece).uid
    assert [piece_id(workspace, text) for text in (uid, uid[-6:], "T-7")] == [piece] * 3
    with pytest.raises(RuleBroken, match="no piece"):
        piece_id(workspace, "zzzzzz")


def test_settings_name_everything_a_team_configures(workspace: Workspace) -> None:
    document = settings_document(workspace)
    assert set(document) == {
        "workspace", "mix", "segments", "stages", "targets", "interests", "formats", "channels", "statuses",
        "campaigns", "day_notes", "ranking_weights", "likely_weights", "reminders",
    }  # fmt: skip
    assert document["mix"] == {"target": "0.50", "tolerance": "0.10"}
    assert document["stages"][0]["floor"] == "0.20"
