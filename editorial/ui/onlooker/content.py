"""The first page of sharing: for whom, as what, and which fields in which order."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from editorial.domain.audience import Audience, audience_sentence, audience_word
from editorial.domain.fields import BY_NAME
from editorial.domain.onlooker import CHOICES, USUAL, Layout, told_fields
from editorial.language import _
from editorial.ui.labels import plain_label, side_by_side
from editorial.ui.onlooker.wanted import FORMS, PAPERS
from editorial.ui.preferences import Preferences
from editorial.ui.segmented import Segmented
from editorial.ui.theme import Theme
from editorial.ui.ticklist import TickList

KEY = "onlooker"


class ContentPage(QWidget):
    """Tells of every change at once; what was chosen comes back the next time."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.form = Segmented([("ics", "ICS"), ("html", "HTML"), ("pdf", "PDF")], _("Form"))
        self.paper = Segmented([("a4", "A4"), ("us-letter", "Letter")], _("Paper"))
        self.layout_ = Segmented([(Layout.MONTHS.value, _("Months")), (Layout.LIST.value, _("List"))], _("Layout"))
        self.audience = Segmented([(one.value, audience_word(one)) for one in Audience], _("Audience"))
        self.told = plain_label("small")
        self.fields = TickList(_("Fields beside the title, in order"), ordered=True)
        self.fields.setToolTip(_("Space ticks, Alt+Up and Alt+Down move"))
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 12, 0, 0)
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(10)
        rows.addRow(_("Form"), side_by_side(self.form, None))
        rows.addRow(_("Paper"), side_by_side(self.paper, None))
        rows.addRow(_("Layout"), side_by_side(self.layout_, None))
        rows.addRow(_("For"), side_by_side(self.audience, None))
        rows.addRow("", self.told)
        up, down = _("Move the field up (Alt+Up)"), _("Move the field down (Alt+Down)")
        rows.addRow(_("Fields"), self.fields.with_arrows(self._theme, up, down))

    def _connect(self) -> None:
        self.form.changed.connect(self._form_chosen)
        self.paper.changed.connect(lambda _word: self.changed.emit())
        self.layout_.changed.connect(lambda _word: self.changed.emit())
        self.audience.changed.connect(self._audience_chosen)
        self.fields.changed.connect(self.changed)

    def come_back(self, preferences: Preferences) -> None:
        """Choose what was chosen the last time."""
        names = ("form", "paper", "layout", "audience")
        form, paper, layout, audience = (str(preferences.get(f"{KEY}-{name}", "")) for name in names)
        self.form.choose(form if form in FORMS else "pdf")
        self.paper.choose(paper if paper in PAPERS else PAPERS[0])
        self.layout_.choose(layout if layout in set(Layout) else Layout.MONTHS.value)
        self.audience.choose(audience if audience in set(Audience) else Audience.TEAM.value)
        ticked, order = (preferences.get(f"{KEY}-{name}", []) for name in ("fields", "order"))
        listed = [word for word in order if word in CHOICES]
        listed += [word for word in CHOICES if word not in listed]
        self.fields.show_lines([(word, BY_NAME[word].label) for word in listed], ticked if order else USUAL)
        self._form_chosen(self.form.chosen)
        self._audience_chosen(self.audience.chosen)

    def keep(self, preferences: Preferences) -> None:
        """Remember what is chosen."""
        preferences.put(f"{KEY}-form", self.form.chosen)
        preferences.put(f"{KEY}-paper", self.paper.chosen)
        preferences.put(f"{KEY}-layout", self.layout_.chosen)
        preferences.put(f"{KEY}-audience", self.audience.chosen)
        preferences.put(f"{KEY}-fields", self.fields.ticked)
        preferences.put(f"{KEY}-order", self.fields.order)

    def _form_chosen(self, word: str) -> None:
        self.paper.setEnabled(word == "pdf")
        self.layout_.setEnabled(word != "ics")
        self.changed.emit()

    def _audience_chosen(self, word: str) -> None:
        audience = Audience(word)
        self.told.setText(audience_sentence(audience))
        allowed = {field.name for field in told_fields(CHOICES, audience)}
        self.fields.allow(allowed, _("This audience is not told."))
        self.changed.emit()
