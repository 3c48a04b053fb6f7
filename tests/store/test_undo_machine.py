"""Whatever is done to a workspace, undo and redo lead through exactly the states it was in."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import insert, text, update
from sqlmodel import Session, select
from typing_extensions import override

from editorial.errors import RuleBroken
from editorial.services import history
from editorial.services.workspaces import Workspace, create_workspace, open_workspace
from editorial.store.engine import WRITING
from editorial.store.families import journalled, key_columns
from editorial.store.find import rebuild_index
from editorial.store.tables import PieceRow, SegmentRow, assignment, piece_segment
from editorial.store.workspace import new_uid
from tests.builders import CREATED, a_person, a_piece, a_segment, an_interest

State = dict[str, list[tuple[Any, ...]]]

INDEX = ("find_title ORDER BY id", "find_name ORDER BY tab, id")
NAMES = st.sampled_from(["Founders", "Boards", "Engineers", "Ärzte", "采购"])
WORDS = st.sampled_from(["", "Pricing after tariffs", "关税后的定价", 'a "quoted" \\ word', "line\nbreak", "0.1", "7"])
SOME = st.integers(1, 4)
"""Ids of records of which there are three to begin with."""


def state(workspace: Workspace) -> State:
    """Return every row of every journalled table, without the versions."""
    with workspace.read() as connection:
        found = {}
        for table in journalled():
            columns = [column for column in table.columns if column.name != "version"]
            listed = ", ".join(f'"{column.name}"' for column in columns)
            order = ", ".join(f'"{name}"' for name in key_columns(table))
            rows = connection.exec_driver_sql(f'SELECT {listed} FROM "{table.name}" ORDER BY {order}')
            found[table.name] = [tuple(row) for row in rows]
    return found


class Undoing(RuleBasedStateMachine):
    """Edits at random; `states` holds how the workspace was after each standing change, `at` where it is now."""

    template: Path

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        path = Path(shutil.copyfile(self.template, self.folder / "plan.editorial"))
        self.workspace = open_workspace(path, author="Ada")
        self.states = [state(self.workspace)]
        self.at = 0

    @override
    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            self.undo_to(0)
            self.redo_to(len(self.states) - 1)
            self.workspace.close()
            shutil.rmtree(self.folder)

    def newest(self) -> int:
        with self.workspace.read() as connection:
            return int(connection.execute(text("SELECT coalesce(max(id), 0) FROM change")).scalar_one())

    def edit(self, *acts: Any, joins: str = "") -> None:
        """Make one change; refused, it must leave everything as it was."""
        before = self.newest()
        try:
            with self.workspace.change("Edit", joins=joins) as session:
                for act in acts:
                    act(session)
        except RuleBroken:
            assert state(self.workspace) == self.states[self.at]
            return
        if self.newest() == before and not joins:
            assert state(self.workspace) == self.states[self.at]
            return
        self.note(joined=self.newest() == before)

    def note(self, *, joined: bool = False) -> None:
        now = state(self.workspace)
        if joined:
            self.states[self.at] = now
            return
        del self.states[self.at + 1 :]
        self.states.append(now)
        self.at += 1
        self.undo_to(self.at - 1)
        self.redo_to(self.at + 1)

    @rule(name=NAMES, table=st.sampled_from(["segment", "interest", "campaign", "person"]))
    def add_entry(self, name: str, table: str) -> None:
        own = {"segment": "weight", "interest": "weight"}.get(table)
        columns = {
            "segment": "archetype, worries, why_them, weight, colour, notes, position",
            "interest": "weight, colour, notes, retired, position",
            "campaign": "strategic_objective, sales_objective, colour, notes, position",
            "person": "outside_id, email, organisation, notes",
        }[table]
        values = ", ".join(
            "'1'" if c == own else "0" if c in ("retired", "position") else "''" for c in columns.split(", ")
        )
        self.edit(
            run(f"INSERT INTO {table}(uid, name, {columns}) VALUES (:uid, :name, {values})", uid=new_uid(), name=name)
        )

    @rule(title=WORDS, brief=WORDS, segments=st.sets(SOME), people=st.sets(SOME))
    def add_piece(self, title: str, brief: str, segments: set[int], people: set[int]) -> None:
        def act(session: Session) -> None:
            row = PieceRow(uid=new_uid(), title=title, brief=brief, status_id=1, created=CREATED)
            session.add(row)
            session.flush()
            connection = session.connection()
            for id_ in segments:
                connection.execute(insert(piece_segment).values(piece_id=row.id, segment_id=id_))
            for id_ in people:
                connection.execute(insert(assignment).values(piece_id=row.id, person_id=id_, role="author"))

        self.edit(act)

    @rule(which=SOME, title=WORDS, stage=st.integers(1, 5), binned=st.booleans())
    def edit_through_the_session(self, which: int, title: str, stage: int, binned: bool) -> None:
        def act(session: Session) -> None:
            rows = session.exec(select(PieceRow)).all()
            if rows:
                row = rows[which % len(rows)]
                row.title, row.stage_id, row.binned = title, stage, CREATED if binned else None

        self.edit(act)

    @rule(kind=st.sampled_from(["practical", "aspirational", None]), evergreen=st.booleans())
    def edit_all_at_once(self, kind: str | None, evergreen: bool) -> None:
        self.edit(lambda session: session.connection().execute(update(PieceRow).values(kind=kind, evergreen=evergreen)))

    @rule(brief=WORDS, which=SOME)
    def type_in_a_text(self, brief: str, which: int) -> None:
        self.edit(run("UPDATE piece SET brief = brief || :b WHERE id = :id", b=brief, id=which), joins=f"brief {which}")

    @rule(which=SOME, other=SOME)
    def name_a_companion(self, which: int, other: int) -> None:
        self.edit(run("UPDATE piece SET companion_id = :other WHERE id = :id", id=which, other=other))

    @rule(table=st.sampled_from(["piece", "segment", "person", "campaign", "interest"]), which=SOME)
    def delete(self, table: str, which: int) -> None:
        self.edit(run(f"DELETE FROM {table} WHERE id = :id", id=which))

    @rule(one=SOME, other=SOME, how=st.sampled_from(["REPLACE", "IGNORE"]))
    def merge_segments(self, one: int, other: int, how: str) -> None:
        self.edit(
            run(f"UPDATE OR {how} piece_segment SET segment_id = :other WHERE segment_id = :one", one=one, other=other),
            run("DELETE FROM piece_segment WHERE segment_id = :one", one=one),
            run("DELETE FROM segment WHERE id = :one", one=one),
        )

    @rule(which=SOME)
    def delete_and_put_back(self, which: int) -> None:
        columns = ", ".join(f'"{c.name}"' for c in PieceRow.__table__.columns if c.computed is None)  # type: ignore[attr-defined]
        self.edit(
            run(f"CREATE TEMP TABLE kept AS SELECT {columns} FROM piece WHERE id = :id", id=which),
            run("DELETE FROM piece WHERE id = :id", id=which),
            run(f"INSERT INTO piece({columns}) SELECT {columns} FROM temp.kept"),
            run("UPDATE piece SET notes = notes || 'back' WHERE id = :id", id=which),
            run("DROP TABLE temp.kept"),
        )

    @rule(one=SOME, other=SOME)
    def swap_names(self, one: int, other: int) -> None:
        def act(session: Session) -> None:
            first, second = session.get(SegmentRow, one), session.get(SegmentRow, other)
            if first and second and first is not second:
                names = first.name, second.name
                for row, name in ((first, "~~"), (second, names[0]), (first, names[1])):
                    row.name = name
                    session.flush()

        self.edit(act)

    @rule(one=SOME, other=SOME)
    def take_over_a_name(self, one: int, other: int) -> None:
        def act(session: Session) -> None:
            first, second = session.get(SegmentRow, one), session.get(SegmentRow, other)
            if first and second and first is not second:
                name = first.name
                session.delete(first)
                session.flush()
                second.name = name

        self.edit(act)

    @rule(segment=SOME, stage=st.integers(1, 5), wanted=st.integers(0, 3))
    def set_target(self, segment: int, stage: int, wanted: int) -> None:
        self.edit(run("INSERT OR REPLACE INTO target VALUES (:s, :g, :t)", s=segment, g=stage, t=wanted))

    @rule(name=NAMES)
    def come_to_nothing(self, name: str) -> None:
        self.edit(
            run("UPDATE workspace SET name = name || :n", n=name),
            run("UPDATE workspace SET name = 'Test'"),
            run("INSERT INTO channel(uid, name, position, onsite, colour) VALUES ('x', '~', 0, 1, '')"),
            run("DELETE FROM channel WHERE uid = 'x'"),
        )

    @precondition(lambda self: self.at > 0)
    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _step in range(min(steps, self.at)):
            history.undo(self.workspace)
            self.at -= 1
            assert state(self.workspace) == self.states[self.at]

    @precondition(lambda self: self.at == 0)
    @rule()
    def nothing_to_undo(self) -> None:
        with pytest.raises(RuleBroken):
            history.undo(self.workspace)

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _step in range(min(steps, len(self.states) - 1 - self.at)):
            history.redo(self.workspace)
            self.at += 1
            assert state(self.workspace) == self.states[self.at]

    @precondition(lambda self: self.at == len(self.states) - 1)
    @rule()
    def nothing_to_redo(self) -> None:
        with pytest.raises(RuleBroken):
            history.redo(self.workspace)

    @rule()
    def undo_all_and_redo_all(self) -> None:
        start = self.at
        self.undo_to(0)
        self.redo_to(start)

    def undo_to(self, at: int) -> None:
        while self.at > at:
            history.undo(self.workspace)
            self.at -= 1
        assert state(self.workspace) == self.states[self.at]

    def redo_to(self, at: int) -> None:
        while self.at < at:
            history.redo(self.workspace)
            self.at += 1
        assert state(self.workspace) == self.states[self.at]

    @rule(which=st.integers(0, 30))
    def go_back_to(self, which: int) -> None:
        mine = history.changes(self.workspace, author="Ada")
        standing = [line for line in mine if not line.undone and line.undoes is None]
        if not standing or len(standing) != self.at:
            return
        line = standing[which % len(standing)]
        before = self.newest()
        history.back_to(self.workspace, line.id)
        expected = self.states[self.at - standing.index(line)]
        assert state(self.workspace) == expected
        if self.newest() > before:
            self.note()

    @rule()
    def open_again(self) -> None:
        self.workspace.close()
        self.workspace = open_workspace(self.workspace.path, author="Ada")

    @invariant()
    def index_is_what_a_rebuild_makes(self) -> None:
        if not hasattr(self, "workspace"):
            return
        with self.workspace.engine.connect().execution_options(**{WRITING: True}) as connection:
            kept = [connection.execute(text(f"SELECT * FROM {asked}")).all() for asked in INDEX]
            bodies = connection.execute(text("SELECT rowid, body FROM find_text ORDER BY rowid")).all()
            rebuild_index(connection)
            assert kept == [connection.execute(text(f"SELECT * FROM {asked}")).all() for asked in INDEX]
            assert bodies == connection.execute(text("SELECT rowid, body FROM find_text ORDER BY rowid")).all()
            assert connection.execute(text("PRAGMA foreign_key_check")).first() is None
            connection.rollback()


def run(sql: str, **bound: Any) -> Any:
    return lambda session: session.connection().execute(text(sql), bound)


def test_undo_and_redo_lead_through_the_same_states(tmp_path: Path) -> None:
    template = tmp_path / "template.editorial"
    furnished = create_workspace(template, name="Test", author="Founder")
    for n in (1, 2, 3):
        segment, person = a_segment(furnished, f"Segment {n}"), a_person(furnished, f"Person {n}")
        an_interest(furnished, f"Interest {n}")
        a_piece(furnished, f"Piece {n}", segment_ids=(segment,), author_ids=(person,), brief="Pricing", owner_id=person)
    furnished.close()

    class Machine(Undoing):
        pass

    Machine.template = template
    run_state_machine_as_test(Machine, settings=settings(max_examples=15, stateful_step_count=30))
