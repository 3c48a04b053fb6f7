"""Translation of every text people see, through gettext."""

import gettext
import locale
import os

from editorial.locations import resources

DOMAIN = "editorial"
LANGUAGE_VARIABLE = "EDITORIAL_LANGUAGE"
FOLDER_VARIABLE = "EDITORIAL_LOCALES"
"""A folder of languages to use instead of the program's own, for those who translate."""


def _load() -> gettext.NullTranslations:
    named = os.environ.get(LANGUAGE_VARIABLE) or (locale.getlocale()[0] or "en")
    folder = os.environ.get(FOLDER_VARIABLE) or resources() / "locale"
    return gettext.translation(DOMAIN, folder, languages=[named, named.split("_")[0]], fallback=True)


_catalogue = _load()
_ = _catalogue.gettext
ngettext = _catalogue.ngettext
