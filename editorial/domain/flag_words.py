"""What is flagged besides gaps, said in sentences: uneven variety, too much that starts from the offer."""

from editorial.domain.offering import OfferingLed
from editorial.domain.spoken import percent
from editorial.domain.variety import Spread
from editorial.domain.vocabulary_words import stored_word
from editorial.language import _, ngettext


def spread_sentence(spread: Spread) -> str:
    """Say which class takes too much of a period's pieces; empty where none does."""
    over = next((each for each in spread.classes if each.name == spread.over), None)
    if over is None:
        return ""
    return _("{share} of the pieces are {name}; more than 60 % is too much of one.").format(
        share=percent(over.share), name=stored_word(over.name)
    )


def offering_sentence(row: OfferingLed) -> str:
    """Say how a stage stands: its offering-led share, and how many pieces do not say."""
    if not row.offering + row.issue + row.unset:
        return _("{stage}: no pieces yet.").format(stage=row.stage.name)
    unset = ngettext("{n} piece does not say.", "{n} pieces do not say.", row.unset).format(n=row.unset)
    if row.share is None:
        return _("{stage}: no piece says whether it is issue-led. {unset}").format(stage=row.stage.name, unset=unset)
    flag = _("more than 20 % is too much so early") if row.flagged else _("within 20 %")
    said = _("{stage}: {share} offering-led, {flag}.").format(stage=row.stage.name, share=percent(row.share), flag=flag)
    return f"{said} {unset}" if row.unset else said
