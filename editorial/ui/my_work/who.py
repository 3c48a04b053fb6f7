"""The button that chooses a person: of thousands, too, by typing a part of the name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from editorial.domain.records import Person
from editorial.language import _
from editorial.ui.fields.options import Option
from editorial.ui.fields.people_options import person_options
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
        self._options = person_options(people)

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
