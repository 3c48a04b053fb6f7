"""Random planning with slots and tasks: undone and done again it is the same, tasks stand where the rule puts them."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import insert
from typing_extensions import override

from editorial.domain.records import Step
from editorial.domain.slots import Scope
from editorial.domain.tasks import due_day
from editorial.domain.vocabulary import AssignmentRole, Kind, Precision
from editorial.domain.workdays import WorkCalendar
from editorial.errors import RuleBroken
from editorial.services import history, lists, pieces, schedule, slot_series, slots, tasks
from editorial.services.workspaces import Workspace, create_workspace, open_workspace
from editorial.store.lists import TABLES
from editorial.store.tasks import accepted_of, plans
from tests.builders import a_person, a_piece, named

TODAY = date(2027, 3, 10)
FIRST, LAST = date(2027, 2, 1), date(2027, 5, 31)
PIECES = st.integers(1, 4)
DAYS = st.integers(-9, 40).map(lambda n: TODAY + timedelta(days=n))
STATE = ("piece", "task", "slot", "slot_exception")
STEPS = (
    (
        Step(name="Draft", role=AssignmentRole.AUTHOR, offset=-5),
        Step(name="Post", offset=0),
        Step(name="Tell", offset=2),
    ),
    (Step(name="Record", role=AssignmentRole.SPEAKER, offset=-8), Step(name="Post", offset=0)),
)


def state(workspace: Workspace) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of the tables that planning writes, without the versions."""
    found = {}
    with workspace.read() as connection:
        for name in STATE:
            columns = ", ".join(f'"{one.name}"' for one in TABLES[name].columns if one.name != "version")
            rows = connection.exec_driver_sql(f"SELECT {columns} FROM {name} ORDER BY id")
            found[name] = [tuple(row) for row in rows]
    return found


def furnished(path: Path) -> None:
    """Make a workspace of two formats with steps, two slots, and four pieces, one of them with an accepted author."""
    workspace = create_workspace(path, name="Test")
    formats = [lists.add(workspace, "format", f"Format {n}", steps=steps) for n, steps in enumerate(STEPS)]
    for n in range(4):
        a_piece(workspace, f"Piece {n}", format_id=formats[n % 2])
    slot_series.add(workspace, "Weekly", rule="FREQ=WEEKLY;BYDAY=TU", first=FIRST, format_id=formats[0])
    slot_series.add(
        workspace, "Timely", rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", first=FIRST, timely=True, fallback_id=4
    )
    person = a_person(workspace)
    with workspace.change("Accept") as session:
        row = {"piece_id": 1, "person_id": person, "role": "author", "status": "accepted"}
        session.execute(insert(TABLES["assignment"]).values(row))
    workspace.close()


class Planning(RuleBasedStateMachine):
    template: Path

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        path = Path(shutil.copyfile(self.template, self.folder / "plan.editorial"))
        self.workspace = open_workspace(path)
        self.statuses = [named(self.workspace, "status", name) for name in ("Drafting", "On hold", "Idea")]
        self.formats = [named(self.workspace, "format", f"Format {n}") for n in range(2)]
        self.states = [state(self.workspace)]

    @override
    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            for before in reversed(self.states[:-1]):
                history.undo(self.workspace)
                assert state(self.workspace) == before
            for after in self.states[1:]:
                history.redo(self.workspace)
                assert state(self.workspace) == after
            self.workspace.close()
            shutil.rmtree(self.folder)

    def act(self, work: Callable[[], object]) -> None:
        """Do something; refused, it leaves everything as it was, and done, it is one change."""
        try:
            work()
        except RuleBroken:
            assert state(self.workspace) == self.states[-1]
            return
        if (now := state(self.workspace)) != self.states[-1]:
            self.states.append(now)

    def past(self) -> list[tuple[date, str, Kind | None]]:
        found = slots.occurrences(self.workspace, FIRST, TODAY - timedelta(days=1))
        return [(one.day, one.slot.name, one.slot.kind) for one in found]

    @rule(piece=PIECES, day=DAYS)
    def move(self, piece: int, day: date) -> None:
        self.act(lambda: schedule.move(self.workspace, {piece: day}))

    @rule(piece=PIECES)
    def unschedule(self, piece: int) -> None:
        self.act(lambda: schedule.unschedule(self.workspace, [piece]))

    @rule(by=st.integers(-6, 6), working=st.booleans())
    def shift(self, by: int, working: bool) -> None:
        self.act(lambda: schedule.shift(self.workspace, [1, 2, 3, 4], by, working=working))

    @rule(piece=PIECES, which=st.integers(0, 1))
    def make_another_format(self, piece: int, which: int) -> None:
        self.act(lambda: pieces.edit(self.workspace, piece, format_id=self.formats[which]))

    @rule(piece=PIECES, which=st.integers(0, 2), precision=st.sampled_from(Precision))
    def edit(self, piece: int, which: int, precision: Precision) -> None:
        self.act(lambda: pieces.edit(self.workspace, piece, status_id=self.statuses[which], precision=precision))

    @rule(which=st.integers(0, 9), how=st.sampled_from(("done", "open", "pin", "unpin", "due", "offset")))
    def work_on_a_task(self, which: int, how: str) -> None:
        listed = [task for found in tasks.of_pieces(self.workspace, [1, 2, 3, 4]).values() for task in found]
        if not listed:
            return
        task = listed[which % len(listed)].id
        if how in ("done", "open"):
            self.act(lambda: tasks.done(self.workspace, task, TODAY if how == "done" else None))
            return
        ways: dict[str, dict[str, Any]] = {
            "pin": {"pinned": True}, "unpin": {"pinned": False}, "due": {"due": TODAY}, "offset": {"offset": -1},
        }  # fmt: skip
        self.act(lambda: tasks.edit(self.workspace, task, **ways[how]))

    @rule(piece=PIECES)
    def move_what_was_kept(self, piece: int) -> None:
        self.act(lambda: tasks.move_kept(self.workspace, [piece]))

    @rule(piece=PIECES, which=st.integers(0, 20))
    def fill(self, piece: int, which: int) -> None:
        if found := slots.occurrences(self.workspace, TODAY, LAST):
            one = found[which % len(found)]
            self.act(lambda: slots.fill(self.workspace, piece, one.slot.id, one.day))

    @rule(
        which=st.integers(0, 20), scope=st.sampled_from(Scope), how=st.sampled_from(("edit", "rule", "remove", "move"))
    )
    def work_on_a_series(self, which: int, scope: Scope, how: str) -> None:
        found = slots.occurrences(self.workspace, FIRST, LAST)
        if not found:
            return
        one, before = found[which % len(found)], self.past()
        target = (self.workspace, one.slot.id, one.original)
        if how == "remove":
            self.act(lambda: slot_series.remove(*target, scope, today=TODAY))
        elif how == "move":
            self.act(lambda: slot_series.move(*target, one.day + timedelta(days=1), today=TODAY))
        else:
            fields: dict[str, Any] = {"kind": Kind.PRACTICAL} if how == "edit" else {"rule": "FREQ=WEEKLY;BYDAY=WE"}
            self.act(lambda: slot_series.edit(*target, scope, today=TODAY, **fields))
        assert self.past() == before

    @rule(which=st.integers(0, 5), release=st.booleans())
    def let_go_of_a_timely_slot(self, which: int, release: bool) -> None:
        if found := slots.to_release(self.workspace, TODAY):
            one = found[which % len(found)].occurrence
            if release:
                self.act(lambda: slots.release(self.workspace, one.slot.id, one.original))
            else:
                self.act(lambda: slots.use_fallback(self.workspace, one.slot.id, one.day))

    @invariant()
    def tasks_stand_where_the_rule_puts_them(self) -> None:
        if not hasattr(self, "workspace"):
            return
        with self.workspace.read() as connection:
            ids = [row[0] for row in self.states[-1]["piece"]]
            plan, accepted = plans(connection, ids), accepted_of(connection, ids)
        for id_, found in tasks.of_pieces(self.workspace, ids).items():
            for task in found:
                held = id_ in accepted and accepted[id_].holds(task)
                if (publish := plan[id_].day) and task.offset is not None and not (task.done_on or task.pinned or held):
                    assert task.due == due_day(task.offset, publish, WorkCalendar())


def test_planning_at_random(tmp_path: Path) -> None:
    template = tmp_path / "template.editorial"
    furnished(template)

    class Machine(Planning):
        pass

    Machine.template = template
    run_state_machine_as_test(Machine, settings=settings(max_examples=15, stateful_step_count=25))
