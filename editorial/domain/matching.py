"""Which record of the workspace a row of a file is: the rules of matching, pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from editorial.domain.drafts import Draft, Refusal
from editorial.language import _

_SCHEME = re.compile(r"^https?://(www\.)?", re.IGNORECASE)


class KnownPiece(NamedTuple):
    """What identifies a piece of the workspace."""

    id: int
    uid: str
    outside_id: str
    url: str
    title: str
    planned: date | None
    published_on: date | None


class KnownPerson(NamedTuple):
    """What identifies a person of the workspace."""

    id: int
    uid: str
    outside_id: str
    email: str
    name: str


@dataclass(slots=True)
class Matches:
    """For each row, by its index: the record it is, or the refusal of a repeat; a row in neither is new."""

    found: dict[int, int] = field(default_factory=dict)
    repeats: dict[int, Refusal] = field(default_factory=dict)
    same_name: dict[int, int] = field(default_factory=dict)
    """Rows that share a name alone with a person: row → person. What they are is a question."""

    def claim(self, row: int, record: int, claimed: dict[int, int], rows: Sequence[Draft], column: str) -> None:
        """Take a record for a row; where another row has it, this one is its repeat."""
        first = claimed.setdefault(record, row)
        if first == row:
            self.found[row] = record
        else:
            self.repeats[row] = repeat(rows[row], rows[first], column)


def title_key(title: str) -> str:
    """Return what titles and names are compared by: letter case and white space make no difference."""
    return " ".join(title.split()).casefold()


def url_key(url: str) -> str:
    """Return what addresses are compared by: without scheme, `www.` and a slash at the end."""
    return _SCHEME.sub("", url.strip()).rstrip("/")


def repeat(row: Draft, first: Draft, column: str) -> Refusal:
    """Return the refusal of a row that is the same as an earlier one."""
    value = str(row.values.get(column) or row.values.get("title") or row.values.get("name") or "")
    return Refusal(row.line, column, value, _("this repeats line {n}").format(n=first.line))


def _identity(row: Draft) -> str:
    return str(row.values.get("outside_id") or row.values.get("id") or "")


def _day(row: Draft) -> date | None:
    found: date | None = row.values.get("published_on") or row.values.get("date")
    return found


def match_pieces(rows: Sequence[Draft], known: Iterable[KnownPiece]) -> Matches:
    """Match by id, else outside id, else URL, else title and date where not both sides have a URL, else title alone
    where one side has no date and exactly one piece bears it. By title, records with ids of their own never match.
    """  # noqa: D205
    matches = Matches(repeats=_repeated_pieces(rows))
    index = _PieceIndex(known)
    claimed: dict[int, int] = {}
    left = [row for row in range(len(rows)) if row not in matches.repeats]
    for step, column in ((index.by_identity, "id"), (index.by_url, "url"), (index.by_title, "title")):
        rest = []
        for row in left:
            record = step(rows[row], _TakenByIdentity(claimed, rows))
            if record is None:
                rest.append(row)
            else:
                matches.claim(row, record, claimed, rows, column)
        left = rest
    return matches


class _TakenByIdentity:
    """Tell whether a piece is already taken by a row that carries an id of its own."""

    __slots__ = ("claimed", "rows")

    def __init__(self, claimed: dict[int, int], rows: Sequence[Draft]) -> None:
        self.claimed = claimed
        self.rows = rows

    def __contains__(self, record: int) -> bool:
        row = self.claimed.get(record)
        return row is not None and bool(_identity(self.rows[row]))


class _PieceIndex:
    """The pieces of a workspace by everything they are matched by."""

    def __init__(self, known: Iterable[KnownPiece]) -> None:
        self.uids: dict[str, int] = {}
        self.outside: dict[str, int] = {}
        self.urls: dict[str, list[KnownPiece]] = {}
        self.titles: dict[str, list[KnownPiece]] = {}
        for piece in known:
            self.uids[piece.uid] = piece.id
            if piece.outside_id:
                self.outside.setdefault(piece.outside_id, piece.id)
            if piece.url:
                self.urls.setdefault(url_key(piece.url), []).append(piece)
            self.titles.setdefault(title_key(piece.title), []).append(piece)

    def by_identity(self, row: Draft, taken: _TakenByIdentity) -> int | None:
        for name in ("id", "outside_id"):
            value = row.values.get(name)
            if value and (found := self.uids.get(value) or self.outside.get(value)):
                return found
        return None

    def by_url(self, row: Draft, taken: _TakenByIdentity) -> int | None:
        url = row.values.get("url")
        if not url:
            return None
        fitting = [piece for piece in self.urls.get(url_key(url), ()) if not _identity(row) or piece.id not in taken]
        if len(fitting) > 1:
            title = title_key(row.values.get("title", ""))
            fitting = [piece for piece in fitting if title_key(piece.title) == title] or fitting
        return fitting[0].id if fitting else None

    def by_title(self, row: Draft, taken: _TakenByIdentity) -> int | None:
        title = row.values.get("title")
        bearing = self.titles.get(title_key(title), ()) if title else ()
        if not bearing:
            return None
        day, url = _day(row), row.values.get("url")
        for piece in bearing:
            same_day = day in (piece.published_on or piece.planned, piece.planned)
            if same_day and not (url and piece.url) and _may_be(row, piece, taken):
                return piece.id
        only = bearing[0]
        if len(bearing) > 1 or (url and only.url) or not _may_be(row, only, taken):
            return None
        undated = day is None or (only.planned is None and only.published_on is None)
        return only.id if undated else None


def _may_be(row: Draft, piece: KnownPiece, taken: _TakenByIdentity) -> bool:
    """Two records that each carry an id of their own are two, though they share a title."""
    if not _identity(row):
        return True
    return not piece.outside_id and piece.id not in taken


def _repeated_pieces(rows: Sequence[Draft]) -> dict[int, Refusal]:
    """Refuse rows that are the same piece as an earlier row of their file."""
    repeats: dict[int, Refusal] = {}
    ids: dict[str, int] = {}
    urls: dict[str, int] = {}
    titles: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        identity, url, title = _identity(row), url_key(row.values.get("url", "")), row.values.get("title", "")
        earlier, column = ids.get(identity) if identity else None, "id"
        if earlier is None and url and (same := urls.get(url)) is not None and not (identity and _identity(rows[same])):
            earlier, column = same, "url"
        bearing = titles.setdefault(title_key(title), []) if title else []
        if earlier is None and bearing:
            earlier, column = _same_title(rows, bearing, row), "title"
        if earlier is not None:
            repeats[index] = repeat(row, rows[earlier], column)
            continue
        ids[identity] = index
        urls.setdefault(url, index)
        bearing.append(index)
    return repeats


def _same_title(rows: Sequence[Draft], bearing: Sequence[int], row: Draft) -> int | None:
    day, url, identity = _day(row), row.values.get("url"), _identity(row)
    for index in bearing:
        other = rows[index]
        if (url and other.values.get("url")) or (identity and _identity(other)):
            continue
        if _day(other) == day or (len(bearing) == 1 and (day is None or _day(other) is None)):
            return index
    return None


def match_people(rows: Sequence[Draft], known: Iterable[KnownPerson]) -> Matches:
    """Match by id, else outside id, else e-mail; an equal name alone is a question."""
    matches = Matches(repeats=_repeated_people(rows))
    index = _PersonIndex(known)
    claimed: dict[int, int] = {}
    left = [row for row in range(len(rows)) if row not in matches.repeats]
    for step, column in ((index.by_identity, "id"), (index.by_email, "email")):
        rest = []
        for row in left:
            record = step(rows[row])
            if record is None:
                rest.append(row)
            else:
                matches.claim(row, record, claimed, rows, column)
        left = rest
    for row in left:
        bearing = index.names.get(title_key(rows[row].values.get("name", "")), ())
        fitting = (person.id for person in bearing if _same_person(rows[row], person))
        free = next((person for person in fitting if person not in claimed), None)
        if free is not None:
            claimed[free] = row
            matches.same_name[row] = free
    return matches


def _same_person(row: Draft, person: KnownPerson) -> bool:
    """Two people of one name with different ids or different addresses are two."""
    if _identity(row) and person.outside_id:
        return False
    return not (row.values.get("email") and person.email)


class _PersonIndex:
    """The people of a workspace by everything they are matched by."""

    def __init__(self, known: Iterable[KnownPerson]) -> None:
        self.ids: dict[str, int] = {}
        self.emails: dict[str, int] = {}
        self.names: dict[str, list[KnownPerson]] = {}
        for person in known:
            if person.outside_id:
                self.ids.setdefault(person.outside_id, person.id)
            if person.email:
                self.emails.setdefault(person.email.casefold(), person.id)
            self.names.setdefault(title_key(person.name), []).append(person)
            self.ids[person.uid] = person.id

    def by_identity(self, row: Draft) -> int | None:
        for name in ("id", "outside_id"):
            value = row.values.get(name)
            if value and value in self.ids:
                return self.ids[value]
        return None

    def by_email(self, row: Draft) -> int | None:
        return self.emails.get(row.values.get("email", "").casefold())


def _repeated_people(rows: Sequence[Draft]) -> dict[int, Refusal]:
    """Refuse rows that are the same person as an earlier row: by id, by e-mail, or by name where neither has more."""
    repeats: dict[int, Refusal] = {}
    seen: dict[tuple[str, str], int] = {}
    for index, row in enumerate(rows):
        identity, email = _identity(row), row.values.get("email", "").casefold()
        name = "" if identity or email else title_key(row.values.get("name", ""))
        keys = [key for key in (("id", identity), ("email", email), ("name", name)) if key[1]]
        earlier = next((key for key in keys if key in seen), None)
        if earlier is not None:
            repeats[index] = repeat(row, rows[seen[earlier]], earlier[0])
            continue
        seen.update(dict.fromkeys(keys, index))
    return repeats
