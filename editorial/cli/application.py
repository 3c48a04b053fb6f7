"""The commands, and how trouble ends them: one sentence on standard error, never a traceback."""

import io
import os
import sys
from collections.abc import Sequence
from types import TracebackType

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from editorial.cli import agreement, checking, figures, journal, load, making, pack, plan, ranking, transfer
from editorial.errors import Trouble
from editorial.language import _

application = typer.Typer(
    name="editorial",
    help=_("An editorial calendar that shows what a publishing plan lacks before it is too late to add it."),
    epilog=_("With --debug, any command that fails shows where."),
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for commands in (making, transfer, figures, ranking, load, agreement, plan, pack, checking, journal):
    commands.register(application)

DONE, NEEDS_A_PERSON, FAILED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 something needs a person, 2 could not be done."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # A terminal that cannot show a letter gets `?` instead of a failure.
    debug = "--debug" in words
    if debug:
        words.remove("--debug")
    else:
        sys.excepthook = say_unexpected
    try:
        # Not `application(words)`: that puts the library's own hook, which prints a traceback, before ours.
        status = get_command(application)(words, prog_name="editorial", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (Trouble, OSError, TyperException, typer.Abort) as trouble:
        if debug:
            raise
        sys.stderr.write(sentence(trouble) + "\n")
        return FAILED
    return status if isinstance(status, int) else DONE


def sentence(trouble: BaseException) -> str:
    """Return what went wrong as one sentence on one line."""
    if isinstance(trouble, TyperException):
        said = trouble.format_message().replace("Value error, ", "")
    elif isinstance(trouble, typer.Abort):
        said = _("Stopped.")
    elif isinstance(trouble, OSError) and not trouble.filename:
        said = _("This cannot be written out: {reason}.").format(reason=trouble.strerror or trouble)
    elif isinstance(trouble, OSError):
        said = _("{name}: {reason}.").format(name=trouble.filename, reason=trouble.strerror or trouble)
    else:
        said = str(trouble)
    return " ".join(said.split())


def say_unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say that the program is at fault, and end with status 2."""
    said = _("Something went wrong inside the program ({kind}: {error}); run it again with --debug to see where.")
    sys.stderr.write(" ".join(said.format(kind=kind.__name__, error=error).split()) + "\n")
    sys.stderr.flush()
    os._exit(FAILED)
