"""Going to where something is dealt with."""

from editorial.domain.findings import Remedy
from editorial.language import _
from editorial.ui.desk import Desk


def go(desk: Desk, remedy: Remedy) -> None:
    """Go to the place of a remedy; a piece opens in the work area."""
    if remedy.place == "piece" and isinstance(piece := remedy.show.get("piece_id"), int):
        desk.piece_opened.emit(piece)
        return
    desk.place_wanted.emit(remedy.place, dict(remedy.show))


def act_label(remedy: Remedy) -> str:
    """Say where a remedy leads, for a menu."""
    return {
        "piece": _("Open the piece"),
        "calendar": _("Show on the calendar"),
        "coverage": _("Show the cell"),
        "interests": _("Show the interest"),
        "segments": _("Show the segment"),
        "agreement": _("Show in the agreement"),
        "interviews": _("Go to the interviews"),
        "load": _("Show the load"),
        "requests": _("Show the request"),
        "settings": _("Show in the settings"),
    }[remedy.place]
