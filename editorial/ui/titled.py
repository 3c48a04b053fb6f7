"""A title with something said after it, in one line."""

from editorial.ui.calendar.texts import is_leftwards

LETTERS = 72
ISOLATE, END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def titled(title: str, said: str, letters: int = LETTERS) -> str:
    """Return “title · said”; a long title ends in an ellipsis, one from right to left leaves what is said in order."""
    short = title if len(title) <= letters else f"{title[: letters - 1].rstrip()}…"
    if not said:
        return short
    return f"{ISOLATE}{short}{END} · {said}" if is_leftwards(short) else f"{short} · {said}"
