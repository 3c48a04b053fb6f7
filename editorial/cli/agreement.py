"""`agreement`, and the stage tags that go out to sales and come back."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from editorial.cli.options import JsonOption, PeriodOption, TodayOption, WorkspaceArgument, opened, period_of, today_of
from editorial.cli.output import columns, period_json, print_json, say
from editorial.errors import StaleEdit
from editorial.language import _

if TYPE_CHECKING:
    from editorial.domain.agreement import Agreement, StageStanding
    from editorial.domain.imports import ImportResult
    from editorial.domain.records import Lists
    from editorial.services.workspaces import Workspace

TRIES = 20


def register(application: typer.Typer) -> None:
    """Add the command."""
    application.command("agreement", help=_("What marketing and sales have agreed on: stages and stage tags."))(
        agreement
    )


def agreement(
    workspace: WorkspaceArgument, period: PeriodOption = "", today: TodayOption = "", as_json: JsonOption = False
) -> int:
    """Show the agreement on stages, and the stage tags of a period."""
    from editorial.services.agreement import agreement as agreement_of
    from editorial.services.lists import read_lists

    with opened(workspace) as open_one:
        lists = read_lists(open_one)
        found = agreement_of(open_one, period_of(period, lists, today), lists=lists)
    if as_json:
        print_json(agreement_json(found, lists))
    else:
        _say(found, lists)
    return 0


def agreement_json(found: "Agreement", lists: "Lists") -> dict[str, Any]:
    """Return the agreement in the keys of the command line."""
    return {
        "period": period_json(found.period),
        "stages": [_stage_json(stage) for stage in found.stages],
        "tags": {"proposed": found.tags.proposed, "agreed": found.tags.agreed, "disputed": found.tags.disputed},
        "share": found.share,
        "disputed": [
            {"id": piece.uid, "title": piece.title, "stage": lists.stages[piece.stage_id].name, "reason": piece.reason}
            for piece in found.disputed
        ],
    }


def _stage_json(standing: "StageStanding") -> dict[str, Any]:
    version = standing.version
    return {
        "stage": standing.stage.name,
        "state": standing.state.value,
        "version": version.version if version else None,
        "marketing": version.marketing if version else None,
        "sales": version.sales if version else None,
        "date": version.day if version else None,
    }


def _say(found: "Agreement", lists: "Lists") -> None:
    from editorial.domain.agreement_words import share_sentence, signed_words, state_word

    say(_("{period} ({first} to {last})").format(
        period=found.period.name, first=found.period.first, last=found.period.last))  # fmt: skip
    rows = [
        (
            one.stage.name,
            state_word(one.state),
            _("version {n}").format(n=one.version.version) if one.version else "",
            signed_words(one.version) if one.version else "",
        )
        for one in found.stages
    ]
    say(*columns(rows), "", share_sentence(found.tags))
    if found.disputed:
        listed = [(piece.title, lists.stages[piece.stage_id].name, piece.reason) for piece in found.disputed]
        say("", _("Disputed"), *columns(listed))


def take_in_answers(workspace: "Workspace", path: Path, *, skip_bad: bool, dry_run: bool) -> "ImportResult":
    """Look at a file of answers and apply it; where another program changed the workspace in between, look again."""
    from editorial.domain.imports import ImportResult
    from editorial.exchange.agreement_answers import read_answers
    from editorial.services.agreement_answers import apply_answers, preview_answers

    answers = read_answers(path)
    for left in reversed(range(TRIES)):
        preview = preview_answers(workspace, answers)
        if dry_run:
            break
        try:
            return apply_answers(workspace, preview, skip_bad=skip_bad, source=path.name)
        except StaleEdit:
            if not left:
                raise
    return ImportResult(preview, applied=False)


def give_out_tags(workspace: "Workspace", path: Path, period: str, today: str) -> None:
    """Write the open stage tags of a period for sales to answer."""
    from editorial.exchange.agreement_html import write_tag_questions
    from editorial.services.agreement import questions
    from editorial.services.lists import read_lists

    span = period_of(period, read_lists(workspace), today)
    write_tag_questions(questions(workspace, span, today_of(today)), path)
