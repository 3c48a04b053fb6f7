"""Choosing by whom or about what a note is: an entry of a list, or a name that comes into the list with the note."""

from collections.abc import Mapping
from typing import Any

from editorial.domain.columns import names_of
from editorial.domain.told_apart import told_apart
from editorial.services import lists
from editorial.ui.desk import Desk
from editorial.ui.fields.options import Option, named
from editorial.ui.fields.picker import Picker
from editorial.ui.settings.choosing import ValueBox


class NameChoice(ValueBox):
    """Opens the list on a click, Down or a letter; a name that is not there yet can be added."""

    def __init__(self, desk: Desk, kind: str, name: str, nothing: str) -> None:
        super().__init__(desk.theme, name, nothing)
        self.kind = kind
        self.label = name
        self._desk = desk
        self._nothing = nothing
        self.id: int | None = None
        self.new = ""
        """The name that is to be added."""
        self.wanted.connect(self.choose)

    def put(self, entry: int | None, new: str = "") -> None:
        """Choose an entry, nothing, or a name that is not there yet."""
        self.id, self.new = entry, new
        self.show_value(new if entry is None else self._names().get(entry, ""))

    def put_named(self, name: str) -> None:
        """Choose the entry of a name, or the name itself."""
        found = named(self.options(), name)
        self.put(found.value) if found is not None else self.put(None, name)

    def options(self) -> list[Option]:
        """Return what can be chosen: people by name, the others in their order; what is retired is left out."""
        retired = {one.id for one in self._desk.lists.interests.values() if one.retired}
        names = self._names().items()
        found = [Option(id_, name) for id_, name in names if self.kind != "interest" or id_ not in retired]
        return sorted(found, key=lambda one: one.name.casefold()) if self.kind == "person" else found

    def _names(self) -> Mapping[int, str]:
        """Return the names of the list; people of equal names are told apart."""
        if self.kind == "person":
            return told_apart(self._desk.ask(lists.read_people) or ())
        return names_of(self._desk.lists, self.kind)

    def choose(self, typed: str = "") -> Picker:
        """Open the list."""
        picker = Picker(self, self.label, self._desk.theme.tokens)
        picker.offer([Option(None, self._nothing), *self.options()], (self.id,), several=False, grows=True)
        picker.picked.connect(self._take)
        picker.add_wanted.connect(lambda name: self.put(None, name))
        picker.open_below(typed)
        return picker

    def _take(self, entry: Any) -> None:
        self.put(entry)
