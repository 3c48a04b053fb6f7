"""Bringing in a transcript from a file: read in the background, then shown beside the notes."""

from pathlib import Path

from editorial.domain.planning_records import Interview
from editorial.domain.transcripts import transcript_text
from editorial.language import _
from editorial.services import interviews
from editorial.ui.background import Progress
from editorial.ui.desk import Desk


def bring_transcript(desk: Desk, interview: Interview) -> None:
    """Ask for a file and keep what was said in it with the interview; a file that cannot be read is told."""
    kinds = _("Transcripts (*.txt *.vtt *.srt *.docx)")
    path = desk.prompts.open_file("transcript", _("Bring in a transcript"), kinds)
    if path is None:
        return
    desk.settle.emit()

    def work(_report: Progress) -> str:
        from editorial.exchange.transcripts import read_transcript

        return transcript_text(read_transcript(path))

    desk.background.run("transcript", work, lambda text: _keep(desk, interview, path, text), desk.tell)


def _keep(desk: Desk, interview: Interview, path: Path, text: str) -> None:
    made = desk.ask(lambda w: interviews.bring_transcript(w, interview.id, path.stem, text))
    if made is not None:
        desk.place_wanted.emit("interview", {"interview_id": interview.id, "transcript_id": made})
        desk.say(_("“{name}” stands beside the notes.").format(name=path.stem), _("Undo"), desk.undo)
