"""Findings about single pieces on their way to a reader: evidence, research, kind, questions, tone, staleness."""

from collections.abc import Iterator
from datetime import date

from editorial.domain.finding_pieces import Grounds, OpenPiece, broken
from editorial.domain.findings import Finding, Rule
from editorial.domain.spoken import spoken_day
from editorial.language import _
from editorial.services.findings_asked import Asked, about_piece
from editorial.store.findings import open_pieces, researched
from editorial.store.ranking import grounded


def piece_findings(asked: Asked) -> Iterator[Finding]:
    """Give what pieces of the period and ideas without a date lack before they can go on."""
    with asked.workspace.read() as connection:
        pieces = open_pieces(connection, asked.scope, asked.today)
        grounds = Grounds(grounded(connection), researched(connection), next(iter(asked.lists.stages), None))
    for piece in pieces:
        for rule in broken(piece, grounds, asked.today):
            text, detail = _said(rule, piece)
            day = piece.stale_on if rule is Rule.STALE else piece.planned
            yield about_piece(rule, (piece.id, piece.uid, piece.title), text, detail, day=day)


def _said(rule: Rule, piece: OpenPiece) -> tuple[str, str]:
    """Return a finding in one sentence, and what is wrong in a few words."""
    if rule is Rule.STALE and piece.stale_on is not None:
        return _stale(piece, piece.stale_on)
    texts = {
        Rule.SALES_TONE: (
            _("“{title}” sells directly at the first stage, where readers do not want selling."),
            _("sells directly at the first stage"),
        ),
        Rule.QUESTIONS: (
            _("“{title}” is ready, and not said to be relevant, timely and useful."),
            _("relevant, timely, useful: not all three are ticked"),
        ),
        Rule.FOCUS_GROUP: (
            _("“{title}” is approved and rests on its author alone."),
            _("approved, and rests on its author alone"),
        ),
        Rule.NO_KIND: (_("“{title}” is approved without a kind."), _("approved, neither aspirational nor practical")),
        Rule.RESEARCH: (
            _("“{title}” is aspirational and has no survey, interview or link behind it."),
            _("no survey, interview or link behind it"),
        ),
    }
    text, detail = texts[rule]
    return text.format(title=piece.title), detail


def _stale(piece: OpenPiece, stale: date) -> tuple[str, str]:
    on = spoken_day(stale)
    if piece.planned is None:
        text = _("“{title}” goes stale on {day} and has no date.").format(title=piece.title, day=on)
        return text, _("goes stale on {day} and has no date").format(day=on)
    planned = spoken_day(piece.planned)
    text = _("“{title}” goes stale on {day} and is planned for {planned}.")
    detail = _("goes stale on {day}, planned for {planned}").format(day=on, planned=planned)
    return text.format(title=piece.title, day=on, planned=planned), detail
