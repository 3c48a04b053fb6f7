"""What a move did to the deadlines of pieces, said in the bar: those of accepted assignments stay until one asks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from editorial.language import _, ngettext
from editorial.ui.desk import Desk

if TYPE_CHECKING:
    from editorial.domain.load import Conflict
    from editorial.domain.planning_records import Task
    from editorial.services.workspaces import Workspace

Answer = TypeVar("Answer")
CONFLICTS_TOLD = 2


def moving(desk: Desk, ids: Sequence[int], act: "Callable[[Workspace], Answer]") -> Answer | None:
    """Do what moves these pieces, then say how many deadlines moved with them and how many stayed."""
    with deadlines_followed(desk, ids):
        return desk.ask(act)


@contextmanager
def deadlines_followed(desk: Desk, ids: Sequence[int]) -> Iterator[None]:
    """Say after what moved these pieces how many deadlines moved with them, how many stayed, and what cannot be now."""
    from editorial.services import deadlines, tasks
    from editorial.services.load import conflicts_of_pieces

    before = desk.ask(lambda w: tasks.of_pieces(w, ids)) or {}
    days = desk.ask(lambda w: deadlines.publish_days(w, ids)) or {}
    known = desk.ask(lambda w: conflicts_of_pieces(w, ids)) or {}
    yield
    after = (desk.ask(lambda w: tasks.of_pieces(w, ids)) or {}) if before else {}
    moved = count_moved(before, after)
    kept = desk.ask(lambda w: tasks.count_kept(w, ids)) or 0 if before else 0
    own = desk.ask(lambda w: deadlines.stayed(w, days)) if days else None
    accepted, asked = (kept + own.accepted, own.asked) if own is not None else (kept, 0)
    now = desk.ask(lambda w: conflicts_of_pieces(w, ids)) or {}
    wrong = conflict_words([one for about, one in now.items() if about not in known])
    words = " ".join(part for part in (followed_words(moved, accepted, asked), wrong) if part)
    say = desk.warn if wrong else desk.say
    if accepted + asked:
        more = ngettext("Move it too", "Move them too", accepted + asked)
        say(words, more, lambda: desk.ask(lambda w: deadlines.move_too(w, ids, days)))
    elif wrong:
        say(words, _("Undo"), desk.undo)
    elif words:
        say(words)


@contextmanager
def conflicts_told(desk: Desk, ids: Sequence[int]) -> Iterator[None]:
    """Say after what gave people other days for these pieces what cannot be now."""
    from editorial.services.load import conflicts_of_pieces

    known = desk.ask(lambda w: conflicts_of_pieces(w, ids)) or {}
    yield
    now = desk.ask(lambda w: conflicts_of_pieces(w, ids)) or {}
    if wrong := conflict_words([one for about, one in now.items() if about not in known]):
        desk.warn(wrong, _("Undo"), desk.undo)


def conflict_words(found: "Sequence[Conflict]") -> str:
    """Say what cannot be by now; of many the first, and how many more there are."""
    from editorial.domain.load_words import conflict_sentence

    told = [conflict_sentence(one) for one in found[:CONFLICTS_TOLD]]
    if (more := len(found) - CONFLICTS_TOLD) > 0:
        told.append(ngettext("And {n} conflict more.", "And {n} conflicts more.", more).format(n=more))
    return " ".join(told)


def count_moved(before: "Mapping[int, Sequence[Task]]", after: "Mapping[int, Sequence[Task]]") -> int:
    """Count the tasks that are due on another day than before."""
    due = {task.id: task.due for tasks in before.values() for task in tasks}
    return sum(task.id in due and due[task.id] != task.due for tasks in after.values() for task in tasks)


def followed_words(moved: int, kept: int, asked: int = 0) -> str:
    """Say what became of the deadlines; nothing where there were none. `asked` are days nobody accepted yet."""
    words = [ngettext("{n} deadline moved", "{n} deadlines moved", moved).format(n=moved)] if moved else []
    if kept and words:
        said = ngettext("{n} of an accepted assignment stayed", "{n} of accepted assignments stayed", kept)
        words.append(said.format(n=kept))
    elif kept:
        said = ngettext(
            "{n} deadline of an accepted assignment stayed", "{n} deadlines of accepted assignments stayed", kept
        )
        words.append(said.format(n=kept))
    if asked and words:
        said = ngettext("{n} that somebody was asked for stayed", "{n} that people were asked for stayed", asked)
        words.append(said.format(n=asked))
    elif asked:
        said = ngettext(
            "{n} deadline that somebody was asked for stayed", "{n} deadlines that people were asked for stayed", asked
        )
        words.append(said.format(n=asked))
    return ", ".join(words) + "." if words else ""
