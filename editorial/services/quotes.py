"""Quotes: taking them down, having them cleared for use, and the bank of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from editorial.domain.people_records import Quote
from editorial.domain.quotes import BankQuote, holding, why_not_use
from editorial.domain.vocabulary import Clearance
from editorial.errors import RuleBroken
from editorial.language import _, ngettext
from editorial.services.labels import shortened
from editorial.store import list_edits
from editorial.store.lists import read_list
from editorial.store.pieces import titles
from editorial.store.workspace import Workspace


def take_down(
    workspace: Workspace, text: str, *, person_id: int | None, interview_id: int | None = None, mark: str = ""
) -> int:
    """Keep a quote and return it; without a person, it is of the only one who was asked in the interview."""
    plain = " ".join(text.split())
    if not plain:
        raise RuleBroken(_("A quote needs its words."))
    with workspace.change(_("Quote {text}").format(text=shortened(plain))) as session:
        connection = session.connection()
        interview = (
            read_list(connection, "interview", [interview_id]).get(interview_id) if interview_id is not None else None
        )
        if person_id is None and interview is not None and len(interview.person_ids) == 1:
            person_id = interview.person_ids[0]
        fields = {"name": plain, "person_id": person_id, "interview_id": interview_id, "mark": mark}
        return list_edits.insert_entry(connection, "quote", fields)


def ask(workspace: Workspace, ids: Sequence[int], *, today: date) -> None:
    """Note that the people quoted were asked whether these quotes may be used; what is answered stays so."""
    n = len(ids)
    label = ngettext("Ask for {n} quote to be cleared", "Ask for {n} quotes to be cleared", n).format(n=n)
    with workspace.change(label) as session:
        connection = session.connection()
        quotes = read_list(connection, "quote")
        for id_ in ids:
            if id_ in quotes and quotes[id_].clearance in (Clearance.NOT_ASKED, Clearance.ASKED):
                asked = {"clearance": Clearance.ASKED, "asked_on": today}
                list_edits.update_entry(connection, "quote", id_, asked)


def clear(workspace: Workspace, ids: Sequence[int], *, today: date, by: str = "") -> None:
    """Note that quotes may be used; `by` names who said so where it was not the person quoted."""
    n = len(ids)
    label = ngettext("Clear {n} quote for use", "Clear {n} quotes for use", n).format(n=n)
    _answer(
        workspace, ids, label, {"clearance": Clearance.CLEARED, "answered_on": today, "answered_by": by, "reason": ""}
    )


def refuse(workspace: Workspace, ids: Sequence[int], reason: str = "", *, today: date, by: str = "") -> None:
    """Note that quotes may not be used, and why where that was said."""
    n = len(ids)
    label = ngettext("Refuse {n} quote", "Refuse {n} quotes", n).format(n=n)
    fields = {"clearance": Clearance.REFUSED, "answered_on": today, "answered_by": by, "reason": reason.strip()}
    _answer(workspace, ids, label, fields)


def use(workspace: Workspace, quote_id: int, piece_id: int) -> None:
    """Note that a quote is used in a piece. Raises RuleBroken while it is not cleared."""
    quote = _read(workspace, quote_id)
    if reason := why_not_use(quote):
        raise RuleBroken(reason)
    with workspace.change(_("Use the quote {text}").format(text=shortened(quote.name))) as session:
        list_edits.add_link(session.connection(), "quote", "piece_ids", quote_id, piece_id)


def use_no_longer(workspace: Workspace, quote_id: int, piece_id: int) -> None:
    """Note that a quote is used in a piece no longer."""
    quote = _read(workspace, quote_id)
    with workspace.change(_("Use the quote {text} no longer").format(text=shortened(quote.name))) as session:
        left = tuple(id_ for id_ in quote.piece_ids if id_ != piece_id)
        list_edits.update_entry(session.connection(), "quote", quote_id, {"piece_ids": left})


def bank(
    workspace: Workspace,
    words: str = "",
    *,
    person_id: int | None = None,
    interview_id: int | None = None,
    piece_id: int | None = None,
    clearance: Clearance | None = None,
) -> list[BankQuote]:
    """Return the quotes that hold every word and fit what else is asked, the newest first, with where they are used."""
    with workspace.read() as connection:
        quotes: list[Quote] = sorted(read_list(connection, "quote").values(), key=lambda one: -one.id)
        people, interviews = read_list(connection, "person"), read_list(connection, "interview")
        named = titles(connection, sorted({id_ for one in quotes for id_ in one.piece_ids}))
    found = [
        BankQuote(
            one,
            people[one.person_id].name if one.person_id in people else "",
            interviews[one.interview_id].name if one.interview_id in interviews else "",
            {id_: named[id_] for id_ in one.piece_ids if id_ in named},
        )
        for one in quotes
        if person_id in (None, one.person_id)
        and interview_id in (None, one.interview_id)
        and (piece_id is None or piece_id in one.piece_ids)
        and clearance in (None, one.clearance)
    ]
    return holding(found, words)


def waiting(workspace: Workspace, person_id: int) -> list[Quote]:
    """Return the quotes that a person was asked to clear and has not answered, the longest waiting first."""
    with workspace.read() as connection:
        quotes: list[Quote] = list(read_list(connection, "quote").values())
    asked = [one for one in quotes if one.person_id == person_id and one.clearance is Clearance.ASKED]
    return sorted(asked, key=lambda one: (one.asked_on or date.min, one.id))


def _answer(workspace: Workspace, ids: Sequence[int], label: str, fields: dict[str, Any]) -> None:
    with workspace.change(label) as session:
        for id_ in ids:
            list_edits.update_entry(session.connection(), "quote", id_, fields)


def _read(workspace: Workspace, quote_id: int) -> Quote:
    with workspace.read() as connection:
        found: Quote | None = read_list(connection, "quote", [quote_id]).get(quote_id)
    if found is None:
        raise RuleBroken(_("This quote is no longer there."))
    return found
