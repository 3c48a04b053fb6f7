"""Opening the dialog that shares the calendar: one at a time, following what the calendar shows."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editorial.ui.calendar.place import CalendarPlace
    from editorial.ui.onlooker.dialog import ShareDialog
    from editorial.ui.window import Window


def share_from(window: "Window") -> "ShareDialog | None":
    """Go to the calendar and share what it shows."""
    from editorial.ui.calendar.place import CalendarPlace

    place = window.place if window.word == "calendar" else window.go("calendar")
    return open_share(place) if isinstance(place, CalendarPlace) else None


def open_share(place: "CalendarPlace", page: str = "content") -> "ShareDialog":
    """Show the dialog for what a calendar shows, turned to a page."""
    from editorial.ui.onlooker.dialog import ShareDialog

    open_ones = (one for one in place.window().findChildren(ShareDialog) if not one.left)
    dialog = next(open_ones, None)
    if dialog is None:
        dialog = made = ShareDialog(place.desk, place.window())

        def follow() -> None:
            _follow(made, place)

        following = [follow]

        def part() -> None:
            """Follow no more; a dialog may be closed twice before it is gone."""
            while following:
                place.reloaded.disconnect(following.pop())

        place.reloaded.connect(follow)
        dialog.finished.connect(part)
    _follow(dialog, place)
    dialog.show_page(page)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


def _follow(dialog: "ShareDialog", place: "CalendarPlace") -> None:
    if place.sheet is not None:
        dialog.show_view(place.named(place.sheet), place.where, place.title())
