"""Driver errors turned into one clear sentence each."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from editorial.errors import RuleBroken, StaleEdit, StoreUnavailable
from editorial.language import _


@contextmanager
def said_clearly() -> Iterator[None]:
    """Translate what the driver raises into trouble that carries a sentence for people."""
    try:
        yield
    except StaleDataError as error:
        raise StaleEdit(stale_sentence()) from error
    except IntegrityError as error:
        raise RuleBroken(integrity_sentence(str(error.orig))) from error
    except (DatabaseError, sqlite3.Error) as error:
        if trouble := from_driver(error):
            raise trouble from error
        raise


def from_driver(error: Exception) -> StoreUnavailable | None:
    """Return the trouble that an error of the driver means; None where the error is a bug of ours."""
    reason = str(getattr(error, "orig", None) or error)
    told = sentence(reason)
    return StoreUnavailable(told, readable="readonly" in reason) if told else None


def stale_sentence() -> str:
    """Return what a save over somebody else's newer one is told."""
    return _("This changed since you opened it. Nothing was overwritten.")


def sentence(reason: str) -> str:
    """Return what a failure of the file means for the user; nothing where the file is not at fault."""
    known = {
        "locked": _("The workspace is busy in another program. Nothing was changed; try again in a moment."),
        "readonly": _(
            "The workspace can only be read: the file or its folder is write-protected. Nothing was changed."
        ),
        "full": _("The disk is full. Nothing was changed; make room and try again."),
        "malformed": _("The workspace file is damaged. A backup can take its place."),
        "no such table: alembic_version": _("The workspace file is damaged. A backup can take its place."),
        "not a database": _("The file is not an Editorial workspace, or it is damaged."),
        "unable to open": _("The workspace file cannot be opened: it is missing, or you may not read or write it."),
        "disk i/o": _("The disk does not answer as it should. What was saved before is kept."),
    }
    return next((told for words, told in known.items() if words in reason.lower()), "")


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
