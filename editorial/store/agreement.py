"""The versions of the stages as agreed, and the stage tags of the pieces of a period."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Integer, Select, cast, func, insert, select, update

from editorial.domain.agreement import TEXTS, AgreedCount, TaggedPiece
from editorial.domain.counting import Cell
from editorial.domain.planning_records import AgreedStage, StageAgreement
from editorial.domain.vocabulary import Tag
from editorial.store.counting import PIECE, P, Scope, counts_in, in_order
from editorial.store.entries import chunks, these
from editorial.store.figures import IN_SEGMENTS, SEGMENT
from editorial.store.lists import TABLES
from editorial.store.tables import piece_segment
from editorial.store.workspace import new_uid

_VERSION = TABLES["stage_agreement"]
_AGREED = TABLES["agreed_stage"]
_FROZEN = ("stage_id", "name", *TEXTS)
_SIGNED = ("id", "uid", "version", "marketing", "sales", "day", "notes")


def read_versions(connection: Connection) -> tuple[StageAgreement, ...]:
    """Return every version with its stages in order, the newest first."""
    stages: defaultdict[int, list[AgreedStage]] = defaultdict(list)
    asked = select(_AGREED.c.stage_agreement_id, *(_AGREED.c[name] for name in _FROZEN))
    for owner, *values in connection.execute(asked.order_by(_AGREED.c.position, _AGREED.c.id)):
        stages[owner].append(AgreedStage(**dict(zip(_FROZEN, values, strict=True))))
    listed = select(*(_VERSION.c[name] for name in _SIGNED)).order_by(_VERSION.c.version.desc())
    return tuple(
        StageAgreement(**dict(row._mapping), stages=tuple(stages[row.id])) for row in connection.execute(listed)
    )


def newest_version(connection: Connection) -> int | None:
    """Return the number of the newest version, or None where nothing was agreed yet."""
    return connection.execute(select(func.max(_VERSION.c.version))).scalar()


def version_for(connection: Connection, tag: Tag | None) -> int | None:
    """Return the version that a tag set now belongs to: the newest for an agreed one, none for another."""
    return newest_version(connection) if tag is Tag.AGREED else None


def insert_version(
    connection: Connection, stages: Sequence[AgreedStage], *, marketing: str, sales: str, day: date, notes: str = ""
) -> int:
    """Add the next version with these stages in order, and return its number."""
    version = (newest_version(connection) or 0) + 1
    made = insert(_VERSION).values(
        uid=new_uid(), version=version, marketing=marketing, sales=sales, day=day, notes=notes
    )
    owner = connection.execute(made.returning(_VERSION.c.id)).scalar_one()
    rows = [
        {"stage_agreement_id": owner, "position": place, **{name: getattr(stage, name) for name in _FROZEN}}
        for place, stage in enumerate(stages)
    ]
    connection.execute(insert(_AGREED), rows)
    return version


def follow_tags(connection: Connection, ids: Collection[int]) -> None:
    """Let the version of pieces whose tag was just written be that of their tag."""
    newest = newest_version(connection)
    for some in chunks(ids):
        for version, wanted in ((newest, P.tag == Tag.AGREED), (None, P.tag != Tag.AGREED)):
            differs = P.tag_version.is_distinct_from(version)
            connection.execute(update(PIECE).values(tag_version=version).where(P.id.in_(these(some)), wanted, differs))


def agreed_pieces(connection: Connection) -> list[int]:
    """Return the pieces whose tag is agreed, whenever they are planned."""
    return list(connection.execute(select(P.id).where(P.tag == Tag.AGREED)).scalars())


def stage_tags(connection: Connection, scope: Scope) -> dict[int, Counter[Tag]]:
    """Count the tags of a period's pieces by main stage; pieces without one have no tag to count."""
    counted = select(P.stage_id, P.tag, func.count()).where(counts_in(scope), P.stage_id.is_not(None))
    found: defaultdict[int, Counter[Tag]] = defaultdict(Counter)
    for stage, tag, n in connection.execute(counted.group_by(P.stage_id, P.tag)):
        found[stage][tag] += n
    return found


def agreed_cells(connection: Connection, scope: Scope) -> dict[Cell, AgreedCount]:
    """Count the pieces of a period by segment and main stage, and how many of them sales has agreed to."""
    agreed = func.sum(cast(P.tag == Tag.AGREED, Integer))
    counted = select(SEGMENT, P.stage_id, agreed, func.count()).select_from(IN_SEGMENTS)
    rows = connection.execute(counted.where(counts_in(scope), P.stage_id.is_not(None)).group_by(SEGMENT, P.stage_id))
    return {(segment, stage): AgreedCount(said_yes, n) for segment, stage, said_yes, n in rows}


def tagged_pieces(connection: Connection, scope: Scope, tags: Collection[Tag]) -> tuple[TaggedPiece, ...]:
    """Return the pieces of a period with a stage that carry one of these tags, in order."""
    listed = _reading().where(counts_in(scope), P.stage_id.is_not(None), P.tag.in_(tags)).order_by(*in_order())
    return _pieces(connection, listed)


def pieces_by_uid(connection: Connection, uids: Collection[str]) -> dict[str, tuple[TaggedPiece, int | None]]:
    """Return these pieces by their public id, out of the bin, each with its stage, which may be none."""
    found: dict[str, tuple[TaggedPiece, int | None]] = {}
    wanted = list(uids)
    for start in range(0, len(wanted), 500):
        listed = _reading().where(P.uid.in_(wanted[start : start + 500]), P.binned.is_(None))
        found |= {piece.uid: (piece, piece.stage_id or None) for piece in _pieces(connection, listed)}
    return found


def _reading() -> Select[Any]:
    insight = func.coalesce(
        *(func.nullif(column, "") for column in (P.insight_new, P.insight_wrong, P.insight_belief, P.angle)), ""
    )
    day = func.coalesce(P.published_on, P.planned)
    return select(
        P.id, P.uid, P.title, day, P.precision, func.coalesce(P.stage_id, 0), P.tag, P.tag_reason, P.tag_version,
        insight, P.url,
    )  # fmt: skip


def _pieces(connection: Connection, listed: Select[Any]) -> tuple[TaggedPiece, ...]:
    rows = connection.execute(listed).all()
    segments = _segments(connection, [row[0] for row in rows])
    return tuple(
        TaggedPiece(
            id=id_,
            uid=uid,
            title=title,
            day=day,
            precision=precision,
            stage_id=stage,
            segment_ids=tuple(segments.get(id_, ())),
            tag=tag,
            reason=reason,
            version=version,
            insight=insight,
            url=url,
        )
        for id_, uid, title, day, precision, stage, tag, reason, version, insight, url in rows
    )


def _segments(connection: Connection, ids: Sequence[int]) -> dict[int, list[int]]:
    link = piece_segment.c
    asked = select(link.piece_id, link.segment_id).order_by(link.piece_id, link.position, link.segment_id)
    found: dict[int, list[int]] = {}
    for some in chunks(ids):
        for piece, segment in connection.execute(asked.where(link.piece_id.in_(these(some)))):
            found.setdefault(piece, []).append(segment)
    return found
