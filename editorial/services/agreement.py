"""The agreement with sales: versions of the stages, the stage tags of a period, and what sales says of them."""

import logging
from collections.abc import Mapping, Sequence
from datetime import date

from editorial.domain.agreement import (
    AgreedCount,
    Agreement,
    Cells,
    StageStanding,
    TaggedPiece,
    TagQuestions,
    Tags,
    frozen_stage,
    standing,
)
from editorial.domain.agreement_words import why_not_agree, why_not_tag
from editorial.domain.counting import Cell
from editorial.domain.period import Period
from editorial.domain.planning_records import StageAgreement
from editorial.domain.records import Lists
from editorial.domain.vocabulary import Tag
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.labels import these_pieces
from editorial.store import agreement as stored
from editorial.store.counting import scope_of
from editorial.store.lists import read_lists
from editorial.store.pieces import read_pieces, set_fields
from editorial.store.workspace import Workspace

logger = logging.getLogger("editorial.services")

OPEN = (Tag.PROPOSED, Tag.DISPUTED)
"""Tags that sales has not agreed to."""


def agreement(workspace: Workspace, period: Period, *, lists: Lists | None = None) -> Agreement:
    """Return how each stage stands to the agreement, and the stage tags of a period."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        versions = stored.read_versions(connection)
        scope = scope_of(period, lists)
        counts = stored.stage_tags(connection, scope)
        disputed = stored.tagged_pieces(connection, scope, (Tag.DISPUTED,))
    by_stage = {stage: Tags.of(counts.get(stage, {})) for stage in lists.stages}
    return Agreement(
        period=period,
        stages=tuple(standing(stage, versions) for stage in lists.stages.values()),
        tags=_sum(by_stage),
        disputed=disputed,
        by_stage=by_stage,
        newest=versions[0] if versions else None,
    )


def _sum(by_stage: Mapping[int, Tags]) -> Tags:
    return Tags(
        sum(tags.proposed for tags in by_stage.values()),
        sum(tags.agreed for tags in by_stage.values()),
        sum(tags.disputed for tags in by_stage.values()),
    )


def tags(workspace: Workspace, period: Period, *, lists: Lists | None = None) -> Tags:
    """Count the stage tags of a period's pieces: what the balance bar shows."""
    with workspace.read() as connection:
        counts = stored.stage_tags(connection, scope_of(period, lists or read_lists(connection)))
    return _sum({stage: Tags.of(of) for stage, of in counts.items()})


def standings(workspace: Workspace, *, lists: Lists | None = None) -> dict[int, StageStanding]:
    """Return how each stage stands to the agreement, by its id."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        versions = stored.read_versions(connection)
    return {key: standing(stage, versions) for key, stage in lists.stages.items()}


def versions(workspace: Workspace) -> tuple[StageAgreement, ...]:
    """Return every version of the agreement, the newest first."""
    with workspace.read() as connection:
        return stored.read_versions(connection)


def agree(workspace: Workspace, marketing: str, sales: str, day: date, *, notes: str = "") -> StageAgreement:
    """Freeze what every stage says now as the next version, with who agreed on it and when; one change.

    Raises RuleBroken where a name is missing or there is no stage.
    """
    marketing, sales = (" ".join(name.split()) for name in (marketing, sales))
    with workspace.read() as connection:
        stages = read_lists(connection).stages
    if reason := why_not_agree(stages, marketing, sales, day):
        raise RuleBroken(reason)
    with workspace.change(_("Agree on the stages with sales")) as session:
        connection = session.connection()
        frozen = [frozen_stage(stage) for stage in read_lists(connection).stages.values()]
        stored.insert_version(connection, frozen, marketing=marketing, sales=sales, day=day, notes=notes.strip())
        made = stored.read_versions(connection)[0]
    logger.info("Version %d of the stage agreement was made", made.version)
    return made


def set_tag(workspace: Workspace, ids: Sequence[int], tag: Tag, reason: str = "") -> None:
    """Propose, agree or dispute the stage tag of pieces, as one change; an agreed one belongs to the newest version.

    Raises RuleBroken for a piece without a stage, and for a dispute without a reason.
    """
    label = {
        Tag.PROPOSED: _("Propose the stage tag of {what} again"),
        Tag.AGREED: _("Agree to the stage tag of {what}"),
        Tag.DISPUTED: _("Dispute the stage tag of {what}"),
    }[tag]
    with workspace.change(label.format(what=these_pieces(workspace, ids))) as session:
        connection = session.connection()
        staged = [piece.stage_id is not None for piece in read_pieces(connection, ids)]
        if not staged:
            raise RuleBroken(_("This piece is no longer there."))
        if refusal := why_not_tag(tag, reason, has_stage=all(staged)):
            raise RuleBroken(refusal)
        version = stored.version_for(connection, tag)
        fields = {"tag": tag, "tag_reason": reason.strip(), "tag_version": version}
        set_fields(connection, ids, fields, read_lists(connection).settings)


def agreed_by_stage(workspace: Workspace, period: Period, *, lists: Lists | None = None) -> dict[int, AgreedCount]:
    """Return for each stage how many of the pieces planned for it sales has agreed to."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        counts = stored.stage_tags(connection, scope_of(period, lists))
    found = {stage: Tags.of(counts.get(stage, {})) for stage in lists.stages}
    return {stage: AgreedCount(of.agreed, of.pieces) for stage, of in found.items()}


def agreed_by_cell(workspace: Workspace, period: Period, *, lists: Lists | None = None) -> Cells:
    """Return the same for each cell of segment and stage that has pieces."""
    with workspace.read() as connection:
        found: dict[Cell, AgreedCount] = stored.agreed_cells(
            connection, scope_of(period, lists or read_lists(connection))
        )
    return found


def tagged(
    workspace: Workspace, period: Period, which: Sequence[Tag] = OPEN, *, lists: Lists | None = None
) -> tuple[TaggedPiece, ...]:
    """Return the pieces of a period with a stage and one of these tags, in order: what is reviewed."""
    with workspace.read() as connection:
        return stored.tagged_pieces(connection, scope_of(period, lists or read_lists(connection)), which)


def questions(workspace: Workspace, period: Period, today: date) -> TagQuestions:
    """Return the open tags of a period as they go out to sales, with what each stage means."""
    with workspace.read() as connection:
        lists = read_lists(connection)
        pieces = stored.tagged_pieces(connection, scope_of(period, lists), OPEN)
    names = {key: segment.name for key, segment in lists.segments.items()}
    return TagQuestions(lists.settings.name, period, today, tuple(lists.stages.values()), pieces, names)
