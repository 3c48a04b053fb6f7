"""Findings of balance: the mix of kinds, variety, what starts from the offer, and what does not say."""

from collections.abc import Iterator

from editorial.domain.conditions import Group, Mode, Operator, Test
from editorial.domain.findings import Finding, Rule
from editorial.domain.flag_words import offering_sentence, spread_sentence
from editorial.domain.mix_words import add_sentence, mix_sentence, shares_sentence
from editorial.domain.offering import OfferingLed, early_stages
from editorial.domain.spoken import percent
from editorial.domain.vocabulary import Lead
from editorial.language import _
from editorial.services.coverage import offering_led_shares
from editorial.services.findings_asked import Asked, about_piece
from editorial.services.mix import mix
from editorial.services.variety import variety
from editorial.store.findings import without_lead


def mix_findings(asked: Asked) -> Iterator[Finding]:
    """Give the mix of the period where it is out of tolerance."""
    found = mix(asked.workspace, asked.period, lists=asked.lists)
    if found.balanced is False:
        yield Finding(
            rule=Rule.MIX,
            text=mix_sentence(found),
            subject=_("Mix"),
            detail=f"{shares_sentence(found)} {add_sentence(found)}",
            remedy=asked.remedy("calendar", view="quarter", lanes="kind"),
        )


def balance_findings(asked: Asked) -> Iterator[Finding]:
    """Give one-sided formats, early stages that start from the offer, and their pieces that do not say."""
    for row in offering_led_shares(asked.workspace, asked.period, lists=asked.lists):
        if row.flagged:
            yield _offering(asked, row)
    spread = variety(asked.workspace, asked.period, lists=asked.lists)
    for name, each in (("length", spread.length), ("medium", spread.medium)):
        if said := spread_sentence(each):
            yield Finding(
                rule=Rule.VARIETY,
                text=said,
                subject=_("Length of the pieces") if name == "length" else _("Medium of the pieces"),
                detail=said,
                remedy=asked.remedy("calendar", view="list"),
                about=name,
            )
    yield from _unset(asked)


def _offering(asked: Asked, row: OfferingLed) -> Finding:
    stage = Test("stage", Operator.IS, (row.stage.id,))
    lead = Test("lead", Operator.IS, (Lead.OFFERING.value,))
    share = percent(row.share) if row.share is not None else ""
    return Finding(
        rule=Rule.OFFERING_LED,
        text=offering_sentence(row),
        subject=row.stage.name,
        detail=_("{share} offering-led; at most 20 % so early").format(share=share),
        remedy=asked.remedy("calendar", view="list", where=Group(Mode.ALL, (stage, lead))),
        about=row.stage.uid,
    )


def _unset(asked: Asked) -> Iterator[Finding]:
    stages = tuple(stage.id for stage in early_stages(asked.lists))
    with asked.workspace.read() as connection:
        found = without_lead(connection, asked.scope, stages)
    for piece in found:
        text = _("“{title}” does not say whether it is issue-led or offering-led.").format(title=piece[2])
        yield about_piece(Rule.UNSET_LEAD, piece, text, _("issue-led or offering-led?"))
