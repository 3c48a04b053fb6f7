"""The agreement with sales in words: the state of a stage, a tag, a share, and why a version cannot be made."""

from collections.abc import Mapping
from datetime import date

from editorial.domain.agreement import AgreedCount, StageStanding, StageState, Tags, agreed_under
from editorial.domain.planning_records import StageAgreement
from editorial.domain.records import BuyingStage
from editorial.domain.spoken import percent, spoken_day
from editorial.domain.vocabulary import Tag
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.language import _, ngettext

NAMES = 3
"""The most texts of a stage that a sentence names."""


def text_word(name: str) -> str:
    """Return what a text of a stage is called."""
    return {
        "definition": _("Definition"),
        "question": _("The buyer’s question"),
        "signal": _("Signal to sales"),
        "approach": _("Suggested approach"),
        "avoid": _("What not to do"),
    }[name]


def state_word(state: StageState) -> str:
    """Return the state of a stage in the reader's language."""
    return {
        StageState.NONE: _("not agreed"),
        StageState.AGREED: _("agreed"),
        StageState.REOPENED: _("reopened"),
    }[state]


def state_sentence(standing: StageStanding) -> str:
    """Say how a stage stands to the agreement: who agreed on it and when, and what was edited since."""
    version = standing.version
    if version is None:
        return _("Marketing and sales have not agreed on this stage yet.")
    said = _("Agreed in version {n}: {who}.").format(n=version.version, who=signed_words(version))
    if standing.state is StageState.AGREED:
        return said
    edited = [text_word(name) for name in standing.edited]
    named = _(", ").join(edited[:NAMES])
    more = len(edited) - NAMES
    if more > 0:
        named = ngettext("{names} and {n} more", "{names} and {n} more", more).format(names=named, n=more)
    return said + " " + _("Reopened: edited since then ({texts}).").format(texts=named)


def signed_words(version: StageAgreement) -> str:
    """Say who agreed on a version, and when."""
    return _("{marketing} for marketing and {sales} for sales, {day}").format(
        marketing=version.marketing, sales=version.sales, day=spoken_day(version.day)
    )


def version_word(version: StageAgreement) -> str:
    """Return what a version is called."""
    return _("Version {n}").format(n=version.version)


def tag_words(tag: Tag, version: int | None, standing: StageStanding | None) -> str:
    """Return a tag in words: `agreed under version 2` where the stage says something else now."""
    under = agreed_under(tag, version, standing) if standing else None
    return vocabulary_word(tag) if under is None else _("agreed under version {n}").format(n=under)


def share_words(tags: Tags) -> str:
    """Return the share agreed as the balance bar says it."""
    if tags.share is None:
        return _("No stage tags yet")
    return _("{share} of tags").format(share=percent(tags.share))


def share_sentence(tags: Tags) -> str:
    """Say what sales says of the tags of a period."""
    if tags.share is None:
        return _("No piece of this period has a stage, so there is nothing to agree on.")
    said = ngettext(
        "Sales has agreed to {agreed} of {n} stage tag; {disputed} disputed, {proposed} not answered yet.",
        "Sales has agreed to {agreed} of {n} stage tags; {disputed} disputed, {proposed} not answered yet.",
        tags.pieces,
    )
    return said.format(agreed=tags.agreed, n=tags.pieces, disputed=tags.disputed, proposed=tags.proposed)


def count_words(count: AgreedCount) -> str:
    """Say how many of the planned pieces of a stage or cell are agreed: “3 of 5 agreed”."""
    return _("{agreed} of {pieces} agreed").format(agreed=count.agreed, pieces=count.pieces)


def why_not_agree(stages: Mapping[int, BuyingStage], marketing: str, sales: str, day: date | None) -> str | None:
    """Return why no version can be made, or None."""
    if not stages:
        return _("There is no stage to agree on.")
    missing = [side for side, name in ((_("marketing"), marketing), (_("sales"), sales)) if not name.strip()]
    if missing:
        return _("An agreement needs a name for marketing and one for sales; {side} is missing.").format(
            side=_(" and ").join(missing)
        )
    return None if day else _("An agreement needs the day on which it was made.")


def why_not_tag(tag: Tag, reason: str, *, has_stage: bool) -> str | None:
    """Return why a piece cannot carry this tag, or None."""
    if not has_stage and tag is not Tag.PROPOSED:
        return _("A piece without a stage has no tag to agree on or to dispute.")
    if tag is Tag.DISPUTED and not reason.strip():
        return _("A dispute needs a reason.")
    return None


def reason_of(reason: str, who: str) -> str:
    """Return what is kept of an answer: the reason, and who gave it."""
    reason, who = reason.strip(), " ".join(who.split())
    return _("{reason} ({who})").format(reason=reason, who=who) if reason and who else reason or who
