"""What an import found, in sentences."""

from typing import TYPE_CHECKING

from editorial.language import ngettext

if TYPE_CHECKING:
    from editorial.domain.imports import Preview


def open_sentence(preview: "Preview", *, skip_bad: bool) -> str | None:
    """Say what keeps an import from being applied, or None."""
    if preview.questions:
        n = len(preview.questions)
        return ngettext(
            "{n} question is open; nothing was changed.", "{n} questions are open; nothing was changed.", n
        ).format(n=n)
    if preview.refused and not skip_bad:
        n = len(preview.refused)
        return ngettext(
            "{n} row cannot be taken; nothing was changed.", "{n} rows cannot be taken; nothing was changed.", n
        ).format(n=n)
    return None
