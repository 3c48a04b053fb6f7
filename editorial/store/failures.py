"""Driver errors turned into one clear sentence each."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from editorial.errors import RuleBroken, StaleEdit, StoreUnavailable
from editorial.language import _


@contextmanager
def said_clearly() -> Iterator[None]:
    """Translate what the driver raises into trouble that carries a sentence for people."""
    try:
        yield
    except StaleDataError as error:
        raise StaleEdit(_("This changed since you opened it. Nothing was overwritten.")) from error
    except IntegrityError as error:
        raise RuleBroken(integrity_sentence(str(error.orig))) from error
    except OperationalError as error:
        raise StoreUnavailable(sentence(str(error.orig))) from error
    except DatabaseError as error:
        raise StoreUnavailable(sentence(str(error.orig))) from error


def sentence(reason: str) -> str:
    """Return what a failure of the file means for the user."""
    known = {
        "locked": _("The workspace is busy in another program. Nothing was changed; try again in a moment."),
        "readonly": _("The workspace can only be read: the file or its folder is write-protected. Nothing was changed."),
        "full": _("The disk is full. Nothing was changed; make room and try again."),
        "malformed": _("The workspace file is damaged. Restore the latest backup to go on."),
        "not a database": _("The file is not an Editorial workspace, or it is damaged."),
        "unable to open": _("The workspace file cannot be opened: it is missing, or you may not read it."),
        "disk i/o": _("The disk does not answer as it should. What was saved before is kept."),
    }
    for word, told in known.items():
        if word in reason.lower():
            return told
    return _("The workspace cannot be used: {reason}.").format(reason=reason)


def integrity_sentence(reason: str) -> str:
    """Return what a broken constraint means for the user."""
    if "UNIQUE" in reason and reason.endswith(".name"):
        return _("There is one of that name already.")
    if "FOREIGN KEY" in reason:
        return _("Something else still uses this.")
    if "titled" in reason:
        return _("A piece needs a title.")
    if "named" in reason:
        return _("A name is needed.")
    return _("The workspace refuses this: {reason}.").format(reason=reason)
