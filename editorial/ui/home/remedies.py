"""Going to where something is dealt with."""

from editorial.domain.findings import Remedy
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.places import every_place


def go(desk: Desk, remedy: Remedy) -> None:
    """Go to the place of a remedy; a piece opens in the work area."""
    if remedy.place == "piece" and isinstance(piece := remedy.show.get("piece_id"), int):
        desk.piece_opened.emit(piece)
        return
    desk.place_wanted.emit(reachable(remedy), dict(remedy.show))


def reachable(remedy: Remedy) -> str:
    """Return the place of a remedy, or the nearest one where this program has no such place."""
    if remedy.place in {spot.entry.word for spot in every_place()}:
        return remedy.place
    return "segments" if "segment_id" in remedy.show else "calendar"


def act_label(remedy: Remedy) -> str:
    """Say where a remedy leads, for a menu."""
    return {
        "piece": _("Open the piece"),
        "calendar": _("Show on the calendar"),
        "coverage": _("Show the cell"),
        "interests": _("Show the interest"),
        "segments": _("Show the segment"),
        "agreement": _("Show in the agreement"),
        "interviews": _("Show the interviews"),
        "requests": _("Show the request"),
        "settings": _("Show in the settings"),
    }.get(reachable(remedy), _("Show"))
