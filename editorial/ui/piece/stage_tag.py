"""The stage tag of a piece; one that was agreed before its stage was edited says under which version."""

from editorial.domain.agreement_words import tag_words
from editorial.domain.records import Piece
from editorial.domain.vocabulary import Tag
from editorial.ui.fields.choices import ChoiceEditor
from editorial.ui.fields.options import capital
from editorial.ui.overriding import override


class TagEditor(ChoiceEditor):
    """Proposed, agreed or disputed."""

    @override
    def show_piece(self, piece: Piece) -> None:
        super().show_piece(piece)
        if piece.tag is not Tag.AGREED or piece.tag_version is None or piece.stage_id is None:
            return
        from editorial.services.agreement import standings

        lists = self.desk.lists
        found = self.desk.ask(lambda w: standings(w, lists=lists)) or {}
        self.button.show_value(capital(tag_words(piece.tag, piece.tag_version, found.get(piece.stage_id))))
