"""Looking words up in the search index: titles and names by any part of a word, texts by the beginnings of words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, text

from editorial.domain.folding import fold
from editorial.domain.hits import Hit

TEXT_FROM = 4
"""Texts are searched from this many letters on: shorter beginnings hit nearly everything."""

FEW = 401
"""Fewer hits than this are ranked here; of more the newest, and the newest of the better ones."""

FEW_NAMED = 41
"""The same for each kind of record besides pieces, of which fewer are shown."""

NAMES = 8
"""At most so many people and campaigns come before the pieces."""

BEST = 5
"""So many pieces come before what was said and asked, the others after it."""

RECORDS = 8
"""At most so many interviews, quotes, questions and other records are found."""


def find(connection: Connection, words: str, limit: int) -> list[Hit]:
    """Return what bears these words, all of them: best title first, then the newest; hits in texts follow."""
    terms = fold(words).split()
    if not _is_enough(terms):
        return []
    titled = _ranked(connection, "find_title WHERE true", terms, limit)
    told = _in_texts(connection, words.split(), limit) if len(titled) < limit else []
    pieces = _pieces(connection, list(dict.fromkeys((*(id_ for _rank, id_ in titled), *told)))[:limit])
    people, records = (list(_named(connection, terms, *kinds)) for kinds in ((_LISTS, NAMES), (_RECORDS, RECORDS)))
    # A record that begins with the words comes before pieces that only hold them.
    first = BEST if not records or (titled and titled[0][0] <= records[0][0]) else 0
    named, said = ([hit for _rank, hit in found] for found in (people, records))
    return [*named, *pieces[:first], *said, *pieces[first:]][:limit]


def _is_enough(terms: Sequence[str]) -> bool:
    # One letter of an alphabet hits everything; one Chinese character is a word.
    letters = "".join(terms)
    return len(letters) > 1 or (letters != "" and not letters.isascii())


def _ranked(
    connection: Connection, index: str, terms: Sequence[str], limit: int, few: int = FEW
) -> list[tuple[int, int]]:
    """Return (rank, id), best first, then the newest: 0 where all begins with the words, 1 where words do, else 2."""
    holds = " AND ".join(f"instr(words, :t{n}) > 0" for n in range(len(terms)))
    begins = " AND ".join(f"instr(words, ' ' || :t{n}) > 0" for n in range(len(terms)))
    starts = "substr(words, 1, length(:whole)) = :whole"
    bound = {f"t{n}": term for n, term in enumerate(terms)} | {"whole": " " + " ".join(terms)}

    def newest(where: str, most: int) -> list[tuple[int, str]]:
        asked = text(f"SELECT id, words FROM {index} AND {where} ORDER BY id DESC LIMIT :most")
        return [(id_, words) for id_, words in connection.execute(asked, {**bound, "most": most})]

    # Sorting very many hits takes longer than looking again for better ones: such a look ends early.
    found: dict[int, int] = {}
    for where in (holds, begins, starts):
        hits = newest(where, few)
        found |= {id_: _rank(words, terms) for id_, words in hits}
        if len(hits) < few:
            break
    return sorted(((rank, id_) for id_, rank in found.items()), key=lambda hit: (hit[0], -hit[1]))[:limit]


def _rank(words: str, terms: Sequence[str]) -> int:
    if words.startswith(" " + " ".join(terms)):
        return 0
    return 1 if all(f" {term}" in words for term in terms) else 2


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


def _named(
    connection: Connection, terms: Sequence[str], kinds: Mapping[str, str], most: int
) -> Iterator[tuple[int, Hit]]:
    """Give the best names of all kinds together with their ranks, by kind, that with the best name first."""
    found = [
        (rank, kind, id_)
        for kind in kinds
        for rank, id_ in _ranked(connection, f"find_name WHERE tab = '{kind}'", terms, most, FEW_NAMED)
    ]
    chosen = sorted(found, key=lambda one: one[0])[:most]
    for kind in dict.fromkeys(kind for _rank, kind, _id in chosen):
        for rank, id_ in ((rank, id_) for rank, of, id_ in chosen if of == kind):
            row = connection.execute(text(kinds[kind]), {"id": id_}).one()
            yield rank, Hit(kind, id_, row.name, row.detail or "", row.day and date.fromisoformat(row.day))


_LISTS = {
    "campaign": "SELECT name, strategic_objective AS detail, starts AS day FROM campaign WHERE id = :id",
    "person": "SELECT name, organisation AS detail, NULL AS day FROM person WHERE id = :id",
}
_OF_PERSON = "(SELECT name FROM person WHERE person.id = {key})"
_RECORDS = {
    "interview": "SELECT name, day, (SELECT group_concat(person.name, ', ') FROM interview_person "
    "JOIN person ON person.id = person_id WHERE interview_id = :id) AS detail FROM interview WHERE id = :id",
    "quote": f"SELECT name, {_OF_PERSON.format(key='person_id')} AS detail, NULL AS day FROM quote WHERE id = :id",
    "question": "SELECT name, asks AS detail, day FROM question WHERE id = :id",
    "answer_card": "SELECT name, '' AS detail, day FROM answer_card WHERE id = :id",
    "field_note": "SELECT name, account AS detail, day FROM field_note WHERE id = :id",
    "tip": f"SELECT name, {_OF_PERSON.format(key='person_id')} AS detail, day FROM tip WHERE id = :id",
}
"""Kind of record, in the order of the groups → how one is told from others."""
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
