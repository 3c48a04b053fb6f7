"""Translation of every text people see, through gettext."""

import gettext
import os
from pathlib import Path

from editorial.locations import resources

DOMAIN = "editorial"
LANGUAGE_VARIABLE = "EDITORIAL_LANGUAGE"
FOLDER_VARIABLE = "EDITORIAL_LOCALES"
"""A folder of languages to use instead of the program's own, for those who translate."""


def _load() -> gettext.NullTranslations:
    folder = Path(os.environ.get(FOLDER_VARIABLE) or resources() / "locale")
    if not folder.is_dir() or not any(entry.is_dir() for entry in os.scandir(folder)):
        return gettext.NullTranslations()
    # Imported here: while there is no other language, nobody needs to know the reader's.
    import locale

    named = os.environ.get(LANGUAGE_VARIABLE) or (locale.getlocale()[0] or "en")
    return gettext.translation(DOMAIN, folder, languages=[named, named.split("_")[0]], fallback=True)


_catalogue = _load()
_ = _catalogue.gettext
ngettext = _catalogue.ngettext

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"})


def tag() -> str:
    """Return the language of these texts as web pages name it: `en`, `pt-BR`."""
    return _catalogue.info().get("language", "").replace("_", "-") or "en"


def direction() -> str:
    """Return in which direction these texts are written, as web pages name it: `ltr` or `rtl`."""
    return "rtl" if tag().split("-")[0] in _RIGHT_TO_LEFT else "ltr"
