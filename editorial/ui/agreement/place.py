"""The agreement place: stages as marketing and sales agree on them, and the stage tags of a period."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editorial.domain.agreement import Agreement, StageState
from editorial.domain.imports import Preview
from editorial.domain.planning_records import StageAgreement
from editorial.domain.vocabulary import Tag
from editorial.language import _, ngettext
from editorial.services import agreement as service
from editorial.services import lists as list_service
from editorial.ui.agreement.answers_page import AnswersPage
from editorial.ui.agreement.comparing import NOW
from editorial.ui.agreement.files import TagFiles
from editorial.ui.agreement.stages_page import StagesPage
from editorial.ui.agreement.tags_page import TagsPage
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.period_place import PeriodPlace
from editorial.ui.segmented import Segmented

STAGES, TAGS = "stages", "tags"


class AgreementPlace(PeriodPlace):
    """Stages and their versions on one page, stage tags under review on the other."""

    kinds = frozenset({"piece", "stage", "stage_agreement", "segment", "status", "workspace", "person"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Quarter before"), _("Next quarter"))
        self.agreement: Agreement | None = None
        self._versions: tuple[StageAgreement, ...] = ()
        self.page = Segmented([(STAGES, _("Stages")), (TAGS, _("Tags"))], _("What to look at"))
        self.stages = StagesPage(desk)
        self.tags = TagsPage(desk)
        self.answers = AnswersPage()
        self.files = TagFiles(desk)
        self._pages = QStackedWidget()
        for page in (self.stages, self.tags, self.answers):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._connect()

    @override
    def title(self) -> str:
        return _("Agreement · {period}").format(period=self.period.name)

    @override
    def controls(self) -> list[QWidget]:
        return [self.turning, self.page]

    @override
    def status(self) -> str:
        if self.agreement is None:
            return self.period.name
        n = self.agreement.tags.pieces
        said = ngettext("{period} · {n} stage tag", "{period} · {n} stage tags", n)
        return said.format(period=self.period.name, n=n)

    @override
    def arrive(self, **wanted: Any) -> None:
        super().arrive(**wanted)
        if wanted.get("page") in (STAGES, TAGS):
            self.page.choose(wanted["page"])
            self._turn_to(wanted["page"])
        if isinstance(stage := wanted.get("stage_id"), int):
            self.stages.choose(stage)
        if isinstance(piece := wanted.get("piece_id"), int):
            self.tags.review(piece)

    @override
    def commands(self) -> list[Command]:
        def why_not() -> str | None:
            return _("This workspace was opened for reading only.") if self.desk.readonly else None

        reviewing = self.tags.commands() if self._pages.currentWidget() is self.tags else []
        return [
            *reviewing,
            Command("agree", _("Agree on a new version of the stages…"), self._sign, "", "handshake", why_not),
            Command("review-tags", _("Review stage tags"), lambda: self._turn_to(TAGS), "", "check"),
            Command("export-tags", _("Send open stage tags to sales…"), self._export, "", "upload"),
            Command("import-tags", _("Take in answers on stage tags…"), self._ask_answers, "", "import", why_not),
        ]

    @override
    def reload(self) -> None:
        """Ask again and show what came; the stage and the piece that are shown stay."""
        self._stale = False
        lists, period = self.desk.lists, self.period
        self.agreement = self.desk.ask(lambda w: service.agreement(w, period, lists=lists))
        if self.agreement is None:
            return
        self._versions = self.desk.ask(service.versions) or ()
        pieces = self.desk.ask(lambda w: service.tagged(w, period, tuple(Tag), lists=lists)) or ()
        self.stages.show_agreement(self.agreement, self._versions)
        self.tags.show_tags(self.agreement, pieces)
        self.retitled.emit()

    @override
    def show_period(self, period: Any) -> None:
        self.tags.begin()
        super().show_period(period)

    @override
    def _opened(self) -> None:
        self.tags.begin()
        self._turn_to(self.page.chosen)
        super()._opened()

    def _connect(self) -> None:
        self.page.changed.connect(self._turn_to)
        self.stages.form.edited.connect(self._edit)
        self.stages.versions.signing.signed.connect(self._agree)
        self.stages.versions.compare_wanted.connect(self._compare_version)
        self.tags.answered.connect(self._answer)
        self.tags.piece_wanted.connect(self.desk.piece_opened)
        self.tags.export_wanted.connect(self._export)
        self.tags.import_wanted.connect(self._ask_answers)
        self.answers.back_wanted.connect(lambda: self._turn_to(TAGS))
        self.answers.apply_wanted.connect(self._take_in)
        self.answers.save_wanted.connect(self.files.save_refused)
        self.files.looked.connect(self._show_answers)

    def _turn_to(self, page: str) -> None:
        self.page.choose(page)
        self._pages.setCurrentWidget(self.stages if page == STAGES else self.tags)
        if page == TAGS and self.isVisible():
            self.tags.take_focus()

    def _edit(self, name: str, text: str, joins: str) -> None:
        standing = self.stages.form.standing
        if standing is None:
            return
        stage, fields = standing.stage.id, {name: text}
        if not self.desk.did(lambda w: list_service.edit(w, "stage", stage, joins=joins, **fields)):
            self.stages.form.keep(name)

    def _sign(self) -> None:
        self._turn_to(STAGES)
        self.stages.versions.start()

    def _agree(self, marketing: str, sales: str, day: date) -> None:
        self.desk.settle.emit()
        if self.desk.did(lambda w: service.agree(w, marketing, sales, day)):
            self.stages.versions.signing.leave()
            self.desk.say(_("Marketing and sales have agreed on the stages."), _("Undo"), self.desk.undo)

    def _compare_version(self, version: int) -> None:
        """Show a version beside the one after it; the newest, while nothing was edited since, beside the one before."""
        others = [each.version for each in self._versions if each.version != version]
        later, earlier = [n for n in others if n > version], [n for n in others if n < version]
        if not later and earlier and not self._edited():
            self.stages.compare(max(earlier), version)
        else:
            self.stages.compare(version, min(later, default=NOW))

    def _edited(self) -> bool:
        """Tell whether the stages now say something else than the newest version."""
        stages = self.agreement.stages if self.agreement else ()
        return any(one.state is not StageState.AGREED for one in stages)

    def _answer(self, piece: int, tag: Tag, reason: str) -> None:
        if not self.desk.did(lambda w: service.set_tag(w, [piece], tag, reason)):
            self.tags.review(piece)

    def _export(self) -> None:
        self.files.export(self.period)

    def _ask_answers(self) -> None:
        self.files.ask()

    def _show_answers(self, preview: Preview, source: Path) -> None:
        self._turn_to(TAGS)
        self._pages.setCurrentWidget(self.answers)
        self.answers.show_preview(preview, source)

    def _take_in(self, skip_bad: bool) -> None:
        if self.files.apply(skip_bad=skip_bad):
            self._turn_to(TAGS)
