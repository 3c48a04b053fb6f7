"""What one does with what stands beside the pieces: filling open slots, and going to tasks, interviews and reviews."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect

from editorial.domain.moves import why_not_move
from editorial.domain.period import quarter_of
from editorial.domain.records import Entry
from editorial.language import _
from editorial.ui.calendar.dragging import PieceDrag
from editorial.ui.calendar.dropping import Effect
from editorial.ui.calendar.followed import moving
from editorial.ui.calendar.items import Item, Sort

if TYPE_CHECKING:
    from editorial.domain.planning_records import Slot
    from editorial.domain.slots import Occurrence
    from editorial.ui.calendar.place import CalendarPlace
    from editorial.ui.calendar.slotsheet import SlotSheet


class ItemActs:
    """Acts on the items of one calendar."""

    def __init__(self, place: "CalendarPlace") -> None:
        self._place = place

    def show(self, item: Item, at: QRect, full: bool) -> None:
        """Show what an item is about: the ideas that fit an open slot, a piece beside or in full, an interview."""
        desk = self._place.desk
        if item.sort is Sort.GHOST:
            self._place.plan.gone_to.emit(item.piece_id)
        elif item.occurrence is not None:
            self.offer(item.occurrence, at)
        elif item.interview_id is not None:
            desk.place_wanted.emit("interviews", {"id": item.interview_id})
        elif item.piece_id is not None and full:
            desk.piece_opened.emit(item.piece_id)
        elif item.piece_id is not None:
            desk.piece_selected.emit(item.piece_id)

    def offer(self, occurrence: "Occurrence", at: QRect) -> "SlotSheet | None":
        """List the ideas that fit an open slot, the best first."""
        from editorial.ui.calendar.slotsheet import SlotSheet

        place = self._place
        if place.desk.readonly:
            return None
        sheet = SlotSheet(place, occurrence, place.desk.lists, self.fitting(occurrence))
        sheet.idea_chosen.connect(lambda piece: self.fill(piece, occurrence))
        sheet.title_written.connect(lambda title: self.write(title, occurrence))
        sheet.slot_wanted.connect(lambda: self.edit_slot(occurrence))
        sheet.open_at(at, sheet.line)
        return sheet

    def edit_slot(self, occurrence: "Occurrence") -> None:
        """Show the slot where it is edited."""
        wanted = {"kind": "slot", "id": occurrence.slot.id, "day": occurrence.original}
        self._place.desk.place_wanted.emit("settings", wanted)

    def fitting(self, occurrence: "Occurrence") -> list[Entry]:
        """Return the unparked ideas that fit a slot, the best score first."""
        from editorial.domain.slot_fit import fitting
        from editorial.services.ranking import rank

        desk = self._place.desk
        period = quarter_of(occurrence.day, desk.lists.settings)
        ranking = desk.ask(lambda w: rank(w, period, today=desk.today, lists=desk.lists))
        return fitting([one.entry for one in ranking.ideas] if ranking else [], occurrence.slot)

    def fill(self, piece: int, occurrence: "Occurrence") -> None:
        """Put a piece into an open slot and go to it."""
        from editorial.services import slots

        place = self._place
        slot, day = occurrence.slot, occurrence.day
        if moving(place.desk, [piece], lambda w: slots.fill(w, piece, slot.id, day)) is not None:
            self._go_to(piece)

    def write(self, title: str, occurrence: "Occurrence") -> None:
        """Write a new piece down and put it into an open slot."""
        from editorial.services import pieces

        slot, day = occurrence.slot, occurrence.day
        fields = {"planned": day, "slot_id": slot.id, **_given(slot)}
        piece = self._place.desk.ask(lambda w: pieces.create(w, title, **fields))
        if piece is not None:
            self._go_to(piece)

    def advise(self, drag: PieceDrag, item: Item) -> Effect:
        """Return what a drop on an open slot would do."""
        from editorial.domain.slot_fit import given

        place = self._place
        entries = place.adviser.entries(drag)
        if item.occurrence is None or not entries:
            return Effect((), refused=True)
        if len(entries) > 1:
            return Effect((_("A slot takes one piece."),), refused=True)
        if why := why_not_move(entries[0]):
            return Effect((why,), refused=True)
        slot = item.occurrence.slot
        into = _("Fills {slot}.").format(slot=slot.name)
        on_day = place.adviser.on_day(drag, item.day, slot.kind)
        return Effect((into, given(entries[0], slot, place.desk.lists), *on_day.words), on_day.refused)

    def _go_to(self, piece: int) -> None:
        place = self._place
        place.selection.only(piece)
        place.view.focus_piece(piece)
        place.view.setFocus()


def _given(slot: "Slot") -> dict[str, Any]:
    """Return what a slot gives to a piece that is written down for it."""
    own = {name: getattr(slot, name) for name in ("format_id", "channel_id", "kind", "time")}
    return {name: value for name, value in own.items() if value is not None} | {"timely": slot.timely}
