"""Findings of working with sales: disputed tags, requests without an answer, stages nobody has agreed on."""

from collections.abc import Iterator

from editorial.domain.agreement import Agreement, StageStanding, StageState
from editorial.domain.agreement_words import state_sentence, state_word
from editorial.domain.findings import Finding, Remedy, Rule
from editorial.domain.planning_records import Request
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import RequestOutcome
from editorial.language import _
from editorial.services.agreement import agreement
from editorial.services.findings_asked import Asked, about_piece
from editorial.store.lists import read_list, read_people


def sales_findings(asked: Asked) -> Iterator[Finding]:
    """Give what waits for sales, or for an answer to somebody outside."""
    found = agreement(asked.workspace, asked.period, lists=asked.lists)
    for piece in found.disputed:
        stage = asked.lists.stages[piece.stage_id].name
        said = {"title": piece.title, "stage": stage, "reason": piece.reason}
        text = _("Sales disputes the stage {stage} of “{title}”: {reason}")
        detail = _("{stage}: {reason}").format(**said) if piece.reason else stage
        yield about_piece(
            Rule.DISPUTED,
            (piece.id, piece.uid, piece.title),
            text.format(**said).removesuffix(": "),
            detail,
            day=piece.day,
            remedy=asked.remedy("agreement", page="tags", piece_id=piece.id),
        )
    yield from _requests(asked)
    yield from _stages(asked, found)


def _requests(asked: Asked) -> Iterator[Finding]:
    with asked.workspace.read() as connection:
        requests = read_list(connection, "request").values()
        still_open = [one for one in requests if one.outcome is RequestOutcome.OPEN]
        people = {one.id: one.uid for one in read_people(connection)} if still_open else {}
    yield from (_request(asked, one, people) for one in still_open)


def _request(asked: Asked, one: Request, people: dict[int, str]) -> Finding:
    who = asked.lists.people.get(one.person_id or 0) or one.asked_by or _("somebody outside")
    day = spoken_day(one.day)
    text = _("“{name}”, asked for by {who} on {day}, has no answer yet.").format(name=one.name, who=who, day=day)
    return Finding(
        rule=Rule.REQUEST,
        text=text,
        subject=one.name,
        detail=_("asked for by {who} on {day}").format(who=who, day=day),
        remedy=Remedy("requests", {"id": one.id}),
        about=one.uid,
        person=people.get(one.person_id or 0),
        day=one.wanted_on or one.day,
    )


def _stages(asked: Asked, found: Agreement) -> Iterator[Finding]:
    """Give stages with pieces that were never agreed on, and those edited since; one finding where none was."""
    used = [one for one in found.stages if one.state is StageState.REOPENED or _used(found, one)]
    if found.newest is None:
        if used:
            yield Finding(
                rule=Rule.STAGE,
                text=_("Marketing and sales have not agreed on the stages yet."),
                subject=_("Stages"),
                detail=_("marketing and sales have not agreed on them yet"),
                remedy=asked.remedy("agreement", page="stages"),
                about="all",
            )
        return
    for one in used:
        if one.state is not StageState.AGREED:
            yield _stage(asked, one)


def _used(found: Agreement, one: StageStanding) -> bool:
    return found.by_stage[one.stage.id].pieces > 0


def _stage(asked: Asked, one: StageStanding) -> Finding:
    said = state_sentence(one)
    return Finding(
        rule=Rule.STAGE,
        text=_("{stage}: {what}").format(stage=one.stage.name, what=said),
        subject=one.stage.name,
        detail=said,
        remedy=asked.remedy("agreement", page="stages", stage_id=one.stage.id),
        about=one.stage.uid,
        word=state_word(one.state),
    )
