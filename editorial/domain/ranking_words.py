"""The ranking in words: what the factors are called, what each looks at, and why an idea stands where it does."""

from collections.abc import Sequence

from editorial.language import _


def factor_word(name: str) -> str:
    """Return what a factor is called."""
    return {
        "interest": _("Interest"),
        "rotation": _("Rotation"),
        "gap": _("Gap"),
        "mix": _("Mix"),
        "sales_pull": _("Sales pull"),
        "expert": _("Expert"),
        "timeliness": _("Timeliness"),
        "ease": _("Ease"),
    }[name]


def factor_meaning(name: str) -> str:
    """Return what a factor looks at, in a sentence."""
    return {
        "interest": _("How much weight its interest has among the readers."),
        "rotation": _("How far its interest is behind its fair share of the period."),
        "gap": _("How bad the worst gap of the coverage is that it would fill."),
        "mix": _("Whether its kind is the one that is scarce."),
        "sales_pull": _("How many field notes and requests ask for it."),
        "expert": _("Whether an expert has accepted, or is proposed, and has time in the period."),
        "timeliness": _("How soon it goes stale; nothing from 60 days on."),
        "ease": _("How little effort its format takes."),
    }[name]


def points_word(points: float) -> str:
    """Return points with their sign, to one decimal; never a rounded nothing."""
    if 0 < abs(points) < 0.05:
        return _("less than +0.1") if points > 0 else _("less than −0.1")
    return f"{points:+.1f}".replace("-", "−")


def reason_sentence(
    leads: Sequence[tuple[str, float]], against: tuple[str, float] | None, next_title: str | None
) -> str:
    """Return why an idea stands before the next one; of the last idea, what speaks for it."""
    named = _(" and ").join(f"{_lower(name)} {points_word(points)}" for name, points in leads)
    if next_title is None:
        return _("The last one. For it: {factors}.").format(factors=named) if leads else _("Nothing speaks for it yet.")
    title = " ".join(next_title.split())
    if against is None and not leads:
        return _("Level with “{title}” in every factor: what goes stale first, then the title decides.").format(
            title=title
        )
    said = [_("Before “{title}”: {factors}.").format(title=title, factors=named)] if leads else []
    if against is not None:
        factor = f"{_lower(against[0])} {points_word(against[1])}"
        said.append(_("Against it: {factor}.").format(factor=factor))
    return " ".join(said)


def _lower(name: str) -> str:
    word = factor_word(name)
    return word[:1].lower() + word[1:]


def no_ranking_sentence() -> str:
    """Say that nothing is ranked."""
    return _("Every weight is 0, so there is no ranking. Give at least one factor a weight.")
