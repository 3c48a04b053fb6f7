"""Looking words up in the search index: titles and names by any part of a word, texts by the beginnings of words."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, text

from editorial.domain.folding import fold
from editorial.domain.hits import Hit

TEXT_FROM = 4
"""Texts are searched from this many letters on: shorter beginnings hit nearly everything."""

NAMES = 8
"""At most so many people and campaigns come before the pieces."""


def find(connection: Connection, words: str, limit: int) -> list[Hit]:
    """Return what bears these words, all of them: best title first, then the newest; hits in texts follow."""
    terms = fold(words).split()
    if not _is_enough(terms):
        return []
    titled = [id_ for id_, _rank in _ranked(connection, "find_title", "", terms, limit)]
    told = _in_texts(connection, words.split(), limit) if len(titled) < limit else []
    pieces = list(dict.fromkeys((*titled, *told)))[:limit]
    return [*_named(connection, terms), *_pieces(connection, pieces)][:limit]


def _is_enough(terms: Sequence[str]) -> bool:
    # One letter of an alphabet hits everything; one Chinese character is a word.
    letters = "".join(terms)
    return len(letters) > 1 or (letters != "" and not letters.isascii())


def _ranked(
    connection: Connection, table: str, where: str, terms: Sequence[str], limit: int, **bound: Any
) -> list[tuple[int, int]]:
    """Return (id, rank): 0 where the whole begins with the words, 1 where words begin with them, 2 anywhere else."""
    holds = " AND ".join(f"instr(words, :t{n}) > 0" for n in range(len(terms)))
    begins = " AND ".join(f"instr(words, ' ' || :t{n}) > 0" for n in range(len(terms)))
    asked = (
        f"SELECT id, CASE WHEN instr(words, ' ' || :whole) = 1 THEN 0 WHEN {begins} THEN 1 ELSE 2 END AS rank "
        f"FROM {table} WHERE {where} {holds} ORDER BY rank, id DESC LIMIT :limit"
    )
    values = {f"t{n}": term for n, term in enumerate(terms)} | {"whole": " ".join(terms), "limit": limit} | bound
    return [(id_, rank) for id_, rank in connection.execute(text(asked), values)]


def _in_texts(connection: Connection, terms: Sequence[str], limit: int) -> list[int]:
    if max(map(len, terms)) < TEXT_FROM:
        return []
    phrases = (term.replace('"', " ").strip() for term in terms)
    asked = " ".join(f'"{phrase}"*' for phrase in phrases if any(map(str.isalnum, phrase)))
    if not asked:
        return []
    found = connection.execute(
        text("SELECT rowid FROM find_text WHERE find_text MATCH :asked ORDER BY rowid DESC LIMIT :limit"),
        {"asked": asked, "limit": limit},
    )
    return list(found.scalars())


def _named(connection: Connection, terms: Sequence[str]) -> Iterable[Hit]:
    found = [
        (rank, kind, id_)
        for kind in ("campaign", "person")
        for id_, rank in _ranked(connection, "find_name", "tab = :tab AND", terms, NAMES, tab=kind)
    ]
    for _rank, kind, id_ in sorted(found)[:NAMES]:
        asked = _CAMPAIGN if kind == "campaign" else _PERSON
        row = connection.execute(text(asked), {"id": id_}).one()
        yield Hit(kind, id_, row.name, row.detail, row.day and date.fromisoformat(row.day))


_PERSON = "SELECT name, organisation AS detail, NULL AS day FROM person WHERE id = :id"
_CAMPAIGN = "SELECT name, strategic_objective AS detail, starts AS day FROM campaign WHERE id = :id"
_PIECES = """
SELECT p.id, p.title, p.publish_date, status.name AS status, stage.name AS stage FROM piece p
JOIN status ON status.id = p.status_id LEFT JOIN stage ON stage.id = p.stage_id WHERE p.id IN ({ids})
"""


def _pieces(connection: Connection, ids: Sequence[int]) -> list[Hit]:
    if not ids:
        return []
    rows = connection.execute(text(_PIECES.format(ids=", ".join(map(str, ids)))))
    hits = {
        row.id: Hit(
            "piece",
            row.id,
            row.title,
            " · ".join(filter(None, (row.status, row.stage))),
            row.publish_date and date.fromisoformat(row.publish_date),
        )
        for row in rows
    }
    return [hits[id_] for id_ in ids if id_ in hits]
