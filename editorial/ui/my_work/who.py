"""The button that chooses a person: of thousands, too, by typing a part of the name."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from editorial.domain.records import Person
from editorial.language import _
from editorial.ui.fields.options import Option
from editorial.ui.fields.picker import Picker
from editorial.ui.theme import Theme

LETTERS = 24
"""How much of a name is shown on the button."""


class WhoButton(QPushButton):
    """Opens the people of a workspace to choose one of them; nobody is chosen before the user does."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._options: list[Option] = []
        self.person_id: int | None = None
        self.setAccessibleName(name)
        self.clicked.connect(self.open_people)

    def show_people(self, people: Sequence[Person]) -> None:
        """Offer these people, by name; those who share one are told apart."""
        shared = Counter(one.name.casefold() for one in people)
        self._options = sorted(
            (Option(one.id, _told_apart(one) if shared[one.name.casefold()] > 1 else one.name) for one in people),
            key=lambda option: option.name.casefold(),
        )

    def show_chosen(self, person: Person | None, said: str) -> None:
        """Show who is chosen; without anybody, what the button is for."""
        self.person_id = person.id if person else None
        letters = self.fontMetrics().averageCharWidth() * LETTERS
        cut = self.fontMetrics().elidedText(person.name, Qt.TextElideMode.ElideRight, letters) if person else ""
        text = _("Person: {name}").format(name=cut) if person else said
        self.setText(f"{text} ▾".replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {person.name}" if person else self._name)

    def open_people(self) -> Picker:
        """Open the list of people below the button."""
        picker = Picker(self, self._name, self._theme.tokens)
        picker.offer(self._options, (self.person_id,), several=False)
        picker.picked.connect(self.chosen.emit)
        picker.open_below()
        return picker


def _told_apart(person: Person) -> str:
    more = next((part for part in (person.organisation, person.email, person.outside_id) if part), "")
    return f"{person.name} · {more}" if more else person.name
