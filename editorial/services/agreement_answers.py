"""Taking in what sales answered on stage tags: look first, then all of it as one change."""

import logging

from editorial.domain.agreement_answers import Answer, Answers, changes_of, why_not_answer
from editorial.domain.drafts import DraftKind, Refusal
from editorial.domain.imports import ChangedRecord, ImportResult, Preview
from editorial.domain.vocabulary import Tag
from editorial.errors import StaleEdit
from editorial.language import _, ngettext
from editorial.store.agreement import pieces_by_uid, version_for
from editorial.store.importing import newest_change
from editorial.store.lists import read_lists
from editorial.store.pieces import set_fields
from editorial.store.workspace import Workspace

logger = logging.getLogger("editorial.services")


def preview_answers(workspace: Workspace, answers: Answers) -> Preview:
    """Find out what the answers would change; nothing is written.

    Refused are answers on a piece that is gone, that has another stage or definition now, or was answered above.
    """
    with workspace.read() as connection:
        stages = read_lists(connection).stages
        as_of = newest_change(connection)
        known = pieces_by_uid(connection, {answer.uid for answer in answers.rows if answer.tag})
    changed: list[ChangedRecord] = []
    refused = list(answers.refused)
    lines: dict[str, int] = {}
    for answer in answers.rows:
        if answer.tag is None:
            continue
        piece, stage_id = known.get(answer.uid, (None, None))
        bad = _repeat(answer, lines) or why_not_answer(answer, piece, stages.get(stage_id) if stage_id else None)
        if bad is not None:
            name, value, reason = bad
            refused.append(Refusal(answer.line, answers.heading(name), value, reason))
        elif piece is not None and (fields := changes_of(answer, piece)):
            changed.append(ChangedRecord(answer.line, piece.id, piece.title, fields))
    return Preview(
        kind=DraftKind.PIECES,
        read=answers.read,
        new=(),
        changed=tuple(changed),
        unchanged=answers.read - len(changed) - len(refused),
        refused=tuple(sorted(refused, key=lambda refusal: refusal.line)),
        created={},
        questions=(),
        mapping=answers.mapping,
        ignored=answers.ignored,
        notes=answers.notes,
        as_of=as_of,
    )


def _repeat(answer: Answer, lines: dict[str, int]) -> tuple[str, str, str] | None:
    first = lines.setdefault(answer.uid, answer.line)
    if first == answer.line:
        return None
    return "id", answer.uid, _("a repeat of line {n}").format(n=first)


def apply_answers(workspace: Workspace, preview: Preview, *, skip_bad: bool = False, source: str = "") -> ImportResult:
    """Do what the preview says as one change; agreed tags belong to the newest version.

    Raises StaleEdit where the workspace has changed since the preview. Where nothing would change, no change is made.
    """
    if preview.why_not_apply(skip_bad=skip_bad) is not None:
        return ImportResult(preview, applied=False)
    if not preview.changed:
        return ImportResult(preview, applied=True)
    with workspace.change(answers_label(len(preview.changed), source)) as session:
        connection = session.connection()
        if newest_change(connection, workspace.open_change) != preview.as_of:
            raise StaleEdit(_("The workspace has changed since you looked; look again before importing."))
        settings = read_lists(connection).settings
        for record in preview.changed:
            fields = {change.field: change.after for change in record.fields}
            if "tag" in fields:
                fields["tag"] = Tag(fields["tag"])
                fields["tag_version"] = version_for(connection, fields["tag"])
            set_fields(connection, [record.id], fields, settings)
        made = workspace.open_change
    logger.info("Took in %d answers on stage tags", len(preview.changed))
    return ImportResult(preview, applied=True, change_id=made)


def answers_label(n: int, source: str) -> str:
    """Return what taking in answers is called in the history."""
    what = ngettext("Take in {n} answer on stage tags", "Take in {n} answers on stage tags", n).format(n=n)
    return _("{what} from {source}").format(what=what, source=source) if source else what
