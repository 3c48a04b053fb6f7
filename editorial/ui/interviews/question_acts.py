"""What can be done with a question of the bank: count it once more, and see what answers and replies to it."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from editorial.domain.people_records import Question
from editorial.domain.question_words import call_line, reply_lines, standing_line
from editorial.domain.questions import Answered
from editorial.language import _
from editorial.services import questions
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.records.act_bar import ActBar, make_primary, small_label, standing_label
from editorial.ui.records.page import Acts


class QuestionActs(Acts):
    """How far the answer is, and the replies of others."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.question: Question | None = None
        self.standing, self.call, self.replies = standing_label(), small_label(), small_label()
        self.bar = ActBar()
        self.vote = self.bar.add(_("Asked once more"), self._vote)
        self.reply = self.bar.add(_("Note a reply…"), self._reply)
        make_primary(self.vote, True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        for part in (self.standing, self.call, self.replies, self.bar):
            column.addWidget(part)

    @override
    def show_record(self, record: Any) -> None:
        """Show a question with its replies."""
        self.question = record
        bank = self._desk.ask(questions.bank) or []
        state = next((one.answered for one in bank if one.question.id == record.id), Answered.UNANSWERED)
        found = self._desk.ask(lambda w: questions.replies(w, record.id)) or []
        self.standing.setText(standing_line(record, state))
        self.call.setText(call_line(record, self._desk.today))
        self.call.setVisible(record.due is not None)
        self.replies.setText("\n".join(reply_lines(found, self._desk.lists.people)))
        self.bar.setVisible(not self._desk.readonly)

    def _vote(self) -> None:
        question = self.question
        if question is not None:
            self._desk.did(lambda w: questions.vote(w, question.id))

    def _reply(self) -> None:
        """Take down what somebody replied, as a field note, and offer to say who it was."""
        desk, question = self._desk, self.question
        said = desk.prompts.text("reply", _("What was replied?")) if question is not None else None
        if question is None or not said or not said.strip():
            return
        made = desk.ask(lambda w: questions.take_reply(w, question.id, said, today=desk.today))
        if made is not None:
            wanted = {"page": "notes", "id": made}
            desk.say(
                _("The reply is among the field notes."),
                _("Say who gave it"),
                lambda: desk.place_wanted.emit("field_notes", wanted),
            )
