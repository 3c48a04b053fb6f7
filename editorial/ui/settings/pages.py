"""The pages of the settings: the workspace, its targets, every list a team configures, and the slots."""

from editorial.language import _
from editorial.ui.settings.declared import list_forms

SLOTS = "slot"


def settings_pages() -> list[tuple[str, str, str]]:
    """Return word, label and icon of every page, in the order shown."""
    return [
        ("workspace", _("Workspace"), "settings"),
        ("targets", _("Targets"), "grid-3x3"),
        *((form.kind, form.title, form.icon) for form in list_forms().values()),
        (SLOTS, _("Slots"), "repeat"),
    ]
