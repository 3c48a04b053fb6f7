"""The mix said in sentences: the shares, both remedies, and why one does not exist."""

from fractions import Fraction
from math import ceil

from editorial.domain.mix import Mix, plentiful_count, scarce_bounds, scarce_count
from editorial.domain.spoken import exact_percent, kind_word, percent, rest_percent, rounded
from editorial.domain.vocabulary import Kind
from editorial.language import _, ngettext


def mix_sentence(mix: Mix) -> str:
    """Say the mix, whether it is balanced, and what would mend it."""
    return " ".join(said for said in (shares_sentence(mix), add_sentence(mix), turn_sentence(mix)) if said)


def shares_sentence(mix: Mix) -> str:
    """Say the mix and whether it is balanced; no line ends between a figure and its sign."""
    if mix.share is None:
        return _("There is no share yet: no piece of this period has a kind.")
    digits = telling_digits(mix)
    said = {
        "aspirational": percent(mix.share, digits),
        "practical": rest_percent(mix.share, digits),
        "target": exact_percent(mix.target),
        "tolerance": exact_percent(mix.tolerance),
    }
    if mix.balanced:
        return _unbroken(_("{aspirational} aspirational, {practical} practical: balanced.").format(**said))
    shares = _("{aspirational} aspirational, {practical} practical; the target is {target} ± {tolerance}.")
    return _unbroken(shares.format(**said))


def _unbroken(text: str) -> str:
    return text.replace(" %", "\N{NO-BREAK SPACE}%").replace(" ± ", "\N{NO-BREAK SPACE}±\N{NO-BREAK SPACE}")


def telling_digits(mix: Mix) -> int:
    """Return how many digits it takes until a share that is out of tolerance also reads so, two at most."""
    if mix.share is None or mix.balanced:
        return 0
    return next((digits for digits in range(2) if not _reads_balanced(mix, mix.share, digits)), 2)


def _reads_balanced(mix: Mix, share: Fraction, digits: int) -> bool:
    read = Fraction(rounded(share * 100, digits)) / 100
    return abs(read - mix.target) <= mix.tolerance


def add_sentence(mix: Mix) -> str:
    """Say how many pieces to add, or why no number helps; empty while nothing needs mending."""
    kind = mix.scarce
    if kind is None:
        return ""
    if mix.add is None:
        return _("Adding {kind} pieces alone does not help: {why}").format(kind=kind_word(kind), why=_why_not_add(mix))
    said = ngettext("Add {n} {kind} piece.", "Add {n} {kind} pieces.", mix.add.n)
    return said.format(n=mix.add.n, kind=kind_word(kind))


def turn_sentence(mix: Mix) -> str:
    """Say how many pieces to turn into the scarce kind, or why none helps; empty while nothing needs mending."""
    kind = mix.scarce
    if kind is None:
        return ""
    if mix.turn is None:
        return _("Turning pieces into {kind} ones does not help: {why}").format(
            kind=kind_word(kind), why=_why_not_turn(mix)
        )
    said = ngettext(
        "Or turn {n} {other} piece into a {kind} one.", "Or turn {n} {other} pieces into {kind} ones.", mix.turn.n
    )
    return said.format(n=mix.turn.n, kind=kind_word(kind), other=kind_word(kind.other))


def _why_not_add(mix: Mix) -> str:
    low, _high = scarce_bounds(mix)
    scarce, plenty = scarce_count(mix), plentiful_count(mix)
    if low >= 1:
        other = kind_word((mix.scarce or Kind.PRACTICAL).other)
        return _("a single {other} piece is too much.").format(other=other)
    n = ceil((low * (scarce + plenty) - scarce) / (1 - low))
    return _too_much(scarce + n, scarce + plenty + n, scarce + n - 1, scarce + plenty + n - 1)


def _why_not_turn(mix: Mix) -> str:
    low, _high = scarce_bounds(mix)
    everything = scarce_count(mix) + plentiful_count(mix)
    reached = ceil(low * everything)
    return _too_much(reached, everything, reached - 1, everything)


def _too_much(much: int, of_much: int, little: int, of_little: int) -> str:
    return _("{much} of {of_much} is too much, {little} of {of_little} too little.").format(
        much=much, of_much=of_much, little=little, of_little=of_little
    )
