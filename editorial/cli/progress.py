"""How far a long command is, on a terminal: a bar on standard error, and nothing where that is no terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

Report = Callable[[str, float], None]
"""Takes what is being done and how far it is, 0…1."""
_WHOLE = 100


@contextmanager
def progress(words: str) -> Iterator[Report | None]:
    """Give what takes the reports of a long command; None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    with typer.progressbar(length=_WHOLE, label=words, show_eta=False, update_min_steps=0, file=sys.stderr) as bar:

        def report(text: str, share: float) -> None:
            bar.label = text
            bar.update(max(0, round(_WHOLE * share) - bar.pos))

        yield report
        bar.update(_WHOLE - bar.pos)
