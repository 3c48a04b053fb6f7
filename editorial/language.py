"""Translation of every text people see, through gettext."""

import gettext
import locale
import os

from editorial.locations import resources

DOMAIN = "editorial"


def _load() -> gettext.NullTranslations:
    named = os.environ.get("EDITORIAL_LANGUAGE") or (locale.getlocale()[0] or "en")
    return gettext.translation(DOMAIN, resources() / "locale", languages=[named, named.split("_")[0]], fallback=True)


_catalogue = _load()
_ = _catalogue.gettext
ngettext = _catalogue.ngettext
