"""What was said in an interview: the notes and its transcripts, who speaks, and the passage that is meant."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editorial.domain.people_records import Quote, Transcript
from editorial.domain.planning_records import Interview
from editorial.domain.transcripts import person_named, speakers_in
from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.fields.elided_choice import ElidedChoice
from editorial.ui.fields.tiny import tiny_button
from editorial.ui.icons import icon
from editorial.ui.interviews.passages import Passages
from editorial.ui.records.act_bar import small_label

QUOTE_KEY, IDEA_KEY, TIMER_KEY = "F8", "F9", "F7"


class Spoken(QWidget):
    """Shows the notes or one of the transcripts; below them how many quotes were taken from the interview."""

    turned = Signal()
    """Another text is to be shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._people: Mapping[int, str] = {}
        """Those who were asked, and who asks."""
        self._transcripts: Sequence[Transcript] = ()
        self._speakers: frozenset[str] | None = None
        """Whom the text that is shown names more than once; None until that is asked."""
        self.source, self.speaker = ElidedChoice(_("Notes or a transcript")), ElidedChoice(_("Who says it"))
        self.remove = tiny_button(_("Remove this transcript"), sign=icon("trash-2", desk.theme.tokens.muted))
        self.text = Passages(_("Notes"))
        self.text.speaks = self._speaks
        self.quote = QPushButton(_("Quote ({key})").format(key=QUOTE_KEY))
        self.idea = QPushButton(_("Idea ({key})").format(key=IDEA_KEY))
        self.taken = QPushButton()
        self.taken.setObjectName("link")
        self.hint = small_label()
        hint = _("Select a passage: {quote} makes a quote of it, {idea} an idea.")
        self.hint.setText(hint.format(quote=QUOTE_KEY, idea=IDEA_KEY))
        self._arrange()
        self.source.currentIndexChanged.connect(self.turned)

    @property
    def transcript(self) -> Transcript | None:
        """The transcript that is shown, or None for the notes."""
        chosen = self.source.currentData()
        return next((one for one in self._transcripts if one.id == chosen), None)

    @property
    def person(self) -> int | None:
        """Who says the passage: whom the text names before it, else who is chosen."""
        named = self._person(self.text.speaker)
        return named if named is not None else self.speaker.currentData()

    def show_people(self, interview: Interview | None) -> None:
        """Offer those who were asked as the ones who say it."""
        names = self._desk.lists.people
        asked = interview.person_ids if interview else ()
        asks = (interview.interviewer_id,) if interview and interview.interviewer_id else ()
        people = {one: names[one] for one in (*asked, *asks) if one in names}
        if people == self._people and self.speaker.count():
            return
        self._people = people
        self.speaker.clear()
        if len(asked) != 1:
            self.speaker.addItem(_("Nobody named"), None)
        for person in asked:
            self.speaker.addItem(names.get(person, "?"), person)

    def show_sources(self, transcripts: Sequence[Transcript], shown: int | None) -> None:
        """Offer the notes and these transcripts, with one of them shown, or the notes."""
        self._transcripts = transcripts
        self.source.blockSignals(True)
        self.source.clear()
        self.source.addItem(_("Notes"), None)
        for one in transcripts:
            self.source.addItem(_("Transcript: {name}").format(name=one.name), one.id)
        self.source.setCurrentIndex(max(0, self.source.findData(shown)) if shown is not None else 0)
        self.source.blockSignals(False)

    def show_text(self, interview: Interview) -> None:
        """Show the text that is chosen, as it is kept."""
        shown = self.transcript
        self._speakers = None
        self.text.blockSignals(True)
        self.text.put(shown.text if shown is not None else interview.notes)
        self.text.blockSignals(False)
        self.text.setAccessibleName(self.source.currentText())
        self.remove.setVisible(shown is not None and not self._desk.readonly)

    def go_to(self, quote: Quote) -> None:
        """Show where a quote was said: by its time mark, or by its words where they stand as they were said."""
        sought = [*([f"[{quote.mark}]"] if quote.mark else []), quote.name]
        kept = [(None, self.text.toPlainText()), *((one.id, one.text) for one in self._transcripts)]
        for words in sought:
            for source, text in kept:
                if words in text:
                    self.source.setCurrentIndex(self.source.findData(source) if source is not None else 0)
                    self.text.go_to(words)
                    return

    def count(self, quotes: int) -> None:
        """Say how many quotes were taken down from this interview."""
        self.taken.setText(
            ngettext("{n} quote from this interview", "{n} quotes from this interview", quotes).format(n=quotes)
        )
        self.taken.setVisible(quotes > 0)

    def lock(self, locked: bool) -> None:
        """Let it be read only."""
        self.text.setReadOnly(locked)
        for part in (self.quote, self.idea):
            part.setEnabled(not locked)

    def _speaks(self, name: str) -> bool:
        """Tell whether a name before a colon is of somebody: a person known here, or one that a transcript repeats."""
        if not name or self._person(name) is not None:
            return bool(name)
        if self.transcript is None:
            return False
        if self._speakers is None:
            self._speakers = speakers_in(self.text.toPlainText())
        return name in self._speakers

    def _person(self, name: str) -> int | None:
        """Return who is meant: by any part of the name among those in the interview, else by the whole name."""
        found = person_named(name, self._people)
        return found if found is not None else person_named(name, self._desk.lists.people, whole=True)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.source, 1)
        head.addWidget(self.remove)
        head.addWidget(self.speaker, 1)
        head.addWidget(self.quote)
        head.addWidget(self.idea)
        foot = QHBoxLayout()
        foot.addWidget(self.taken)
        foot.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
