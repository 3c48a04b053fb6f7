"""The words of the vocabulary in the reader's language."""

from collections.abc import Mapping
from enum import StrEnum

from editorial.language import _

_WORDS: Mapping[str, str] = {
    "aspirational": _("aspirational"),
    "practical": _("practical"),
    "idea": _("idea"),
    "production": _("production"),
    "ready": _("ready"),
    "published": _("published"),
    "parked": _("parked"),
    "day": _("day"),
    "week": _("week"),
    "month": _("month"),
    "quarter": _("quarter"),
    "short": _("short"),
    "long": _("long"),
    "text": _("text"),
    "graphic": _("graphic"),
    "audio": _("audio"),
    "video": _("video"),
    "event": _("event"),
    "conversation": _("conversation"),
    "issue-led": _("issue-led"),
    "offering-led": _("offering-led"),
    "proposed": _("proposed"),
    "agreed": _("agreed"),
    "disputed": _("disputed"),
    "keep": _("keep"),
    "update": _("update"),
    "repurpose": _("repurpose"),
    "retire": _("retire"),
    "source": _("source"),
    "author": _("author"),
    "reviewer": _("reviewer"),
    "approver": _("approver"),
    "designer": _("designer"),
    "speaker": _("speaker"),
    "accepted": _("accepted"),
    "declined": _("declined"),
    "delivered": _("delivered"),
    "SME": _("SME"),
    "editor": _("editor"),
    "salesperson": _("salesperson"),
    "analyst": _("analyst"),
    "academic": _("academic"),
    "blogger": _("blogger"),
    "journalist": _("journalist"),
    "customer": _("customer"),
    "spotted": _("spotted"),
    "invited": _("invited"),
    "contributing": _("contributing"),
    "closed day": _("closed day"),
    "company event": _("company event"),
    "key date": _("key date"),
    "theme": _("theme"),
    "off": _("off"),
    "empty": _("empty"),
    "thin": _("thin"),
    "met": _("met"),
    "heavy": _("heavy"),
    "personal": _("personal"),
    "organisation": _("organisation"),
    "industry": _("industry"),
    "none": _("none"),
    "soft": _("soft"),
    "direct": _("direct"),
    "open a cold conversation": _("open a cold conversation"),
    "open a warm one": _("open a warm one"),
    "hook in an e-mail": _("hook in an e-mail"),
    "stay in touch": _("stay in touch"),
    "ask permission to discuss": _("ask permission to discuss"),
    "survey": _("survey"),
    "interview": _("interview"),
    "field note": _("field note"),
    "feedback": _("feedback"),
    "link": _("link"),
    "to arrange": _("to arrange"),
    "arranged": _("arranged"),
    "held": _("held"),
    "cancelled": _("cancelled"),
    "open": _("open"),
}


def vocabulary_word(word: StrEnum) -> str:
    """Return a word of the vocabulary as people read it."""
    return _WORDS[word.value]


def stored_word(word: str) -> str:
    """Return a word as people read it from how it is stored; an unknown one stays."""
    return _WORDS.get(word, word)
