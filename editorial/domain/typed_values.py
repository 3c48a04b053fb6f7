"""Figures as people type them: numbers, whole numbers and shares, with what is wrong where they are none."""

import re
from decimal import Decimal

from editorial.errors import RuleBroken
from editorial.language import _

_NUMBER = re.compile(r"\d{1,9}([.,]\d{1,6})?|[.,]\d{1,6}")
_WHOLE = re.compile(r"\d{1,9}")


def typed_number(text: str, *, needed: bool = True) -> Decimal | None:
    """Return a number from 0 on, exactly as it was typed, with a point or a comma. Raises RuleBroken."""
    plain = text.strip()
    if not plain and not needed:
        return None
    if not _NUMBER.fullmatch(plain):
        raise RuleBroken(_("“{typed}” is not a number from 0 on, such as 2 or 0.5.").format(typed=text))
    return Decimal(plain.replace(",", "."))


def typed_whole(text: str, *, needed: bool = False) -> int | None:
    """Return a whole number from 0 on. Raises RuleBroken."""
    plain = text.strip()
    if not plain and not needed:
        return None
    if not _WHOLE.fullmatch(plain):
        raise RuleBroken(_("“{typed}” is not a whole number from 0 on.").format(typed=text))
    return int(plain)


def typed_share(text: str, *, needed: bool = False) -> Decimal | None:
    """Return a share of 0…1 from what was typed as per cent, with or without the sign. Raises RuleBroken."""
    plain = text.strip().removesuffix("%").strip()
    if not plain and not needed:
        return None
    if not _NUMBER.fullmatch(plain) or Decimal(plain.replace(",", ".")) > 100:
        raise RuleBroken(_("“{typed}” is not a share from 0 % to 100 %.").format(typed=text))
    return Decimal(plain.replace(",", ".")).scaleb(-2)


def shown_number(number: Decimal | int | None) -> str:
    """Return a number as it may be typed again; nothing for none."""
    if number is None:
        return ""
    return format(number.normalize(), "f") if isinstance(number, Decimal) else str(number)


def shown_share(share: Decimal | None) -> str:
    """Return a share as per cent, as it may be typed again; nothing for none."""
    return "" if share is None else _("{n} %").format(n=shown_number(share.scaleb(2)))
