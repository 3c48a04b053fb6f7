"""Writing a pack off the GUI thread: what is wanted, which file is proposed, and opening it afterwards."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from editorial.domain.audience import Audience, audience_word
from editorial.domain.pack import Section
from editorial.domain.period import Period
from editorial.errors import Trouble
from editorial.language import _
from editorial.ui.background import Job, Progress
from editorial.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Wanted:
    """A pack as it was asked for."""

    period: Period
    audience: Audience
    sections: tuple[Section, ...]
    segment_id: int | None
    path: Path

    def at(self, path: Path) -> "Wanted":
        """Return the same in another place."""
        return replace(self, path=path)


def proposed(workspace: Path, wanted: Wanted, ending: str, segment: str) -> Path:
    """Return the file that is proposed: beside the workspace, named after it and what is in it."""
    parts = [workspace.stem, _("kickoff"), wanted.period.name]
    if wanted.segment_id is not None:
        parts.append(segment)
    if wanted.audience is not Audience.TEAM:
        parts.append(audience_word(wanted.audience))
    name = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', "-", " ".join(parts))
    return workspace.with_name(f"{name[:120].strip()}.{ending}")


def with_ending(path: Path, ending: str) -> Path:
    """Return the path with the ending of a form; another one's ending makes way, anything else stays."""
    if path.suffix.lower() in {".pdf", ".pptx", ".html"}:
        return path.with_suffix(f".{ending}")
    return path.with_name(f"{path.name}.{ending}") if path.name else path


def export(
    desk: Desk,
    wanted: Wanted,
    then: Callable[[Path], None],
    sorry: Callable[[Trouble], None],
    progress: Progress,
    cancelled: Callable[[], None],
) -> Job | None:
    """Make and write the pack in the background; nothing without a workspace. Cancelled, it leaves no file."""
    workspace, today = desk.workspace, desk.today
    if workspace is None:
        return None

    def work(report: Progress) -> Path:
        from editorial.exchange.pack_files import pack_file
        from editorial.exchange.whole_file import write_whole
        from editorial.services.pack import pack

        report(_("Gathering what the pack says"), 0.1)
        made = pack(
            workspace,
            wanted.period,
            today=today,
            audience=wanted.audience,
            sections=wanted.sections,
            segment_id=wanted.segment_id,
        )
        report(_("Setting the pages"), 0.4)
        data = pack_file(made, wanted.path)
        report(_("Writing {name}").format(name=wanted.path.name), 0.9)
        write_whole(wanted.path, data)
        report("", 1.0)
        return wanted.path

    return desk.background.run("pack", work, then, sorry, progress, cancelled)


def open_file(path: Path) -> None:
    """Show a file or a folder in the program that is meant for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
