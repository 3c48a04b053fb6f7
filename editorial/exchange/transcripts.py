"""Transcripts of interviews from files (TXT, VTT, SRT, DOCX) into passages with who speaks and when."""

from collections.abc import Callable, Mapping
from pathlib import Path

from editorial.domain.drafts import without_controls
from editorial.domain.transcripts import Passage
from editorial.errors import BadFile
from editorial.exchange.docx_text import docx_text
from editorial.exchange.plain_text import plain_text
from editorial.exchange.tables import read_bytes
from editorial.exchange.transcript_cues import cue_passages, has_cues
from editorial.exchange.transcript_lines import line_passages
from editorial.language import _

MOST_BYTES = 20_000_000
"""How large a transcript may be: a day of speech is a hundredth of it."""
KINDS = (".txt", ".vtt", ".srt", ".docx")


def read_transcript(path: Path) -> tuple[Passage, ...]:
    """Read what was said, in order. Raises BadFile with one sentence where the file is damaged or holds nothing."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise BadFile(_("{name}: a transcript is read from .txt, .vtt, .srt or .docx.").format(name=path.name))
    data = read_bytes(path)
    if len(data) > MOST_BYTES:
        raise BadFile(_("{name} is larger than 20 MB; a transcript holds text alone.").format(name=path.name))
    passages = reader(data, path.name)
    if not passages:
        raise BadFile(_("{name} holds no text.").format(name=path.name))
    return passages


def _from_text(data: bytes, name: str) -> tuple[Passage, ...]:
    """Read plain text; subtitles that were saved as text are read as what they are."""
    text = plain_text(data, name)
    return cue_passages(text, name) if has_cues(text) else line_passages(text)


def _from_vtt(data: bytes, name: str) -> tuple[Passage, ...]:
    text = plain_text(data, name)
    if not text.lstrip().startswith("WEBVTT"):
        raise BadFile(_("{name} is no VTT file: those begin with WEBVTT.").format(name=name))
    return cue_passages(text, name)


def _from_srt(data: bytes, name: str) -> tuple[Passage, ...]:
    text = plain_text(data, name)
    if text.strip() and not has_cues(text):
        raise BadFile(_("{name} is no SRT file: it tells no times.").format(name=name))
    return cue_passages(text, name)


def _from_docx(data: bytes, name: str) -> tuple[Passage, ...]:
    text = without_controls(docx_text(data, name))[0]
    if has_cues(text):
        # Every line of a cue is a paragraph here.
        return cue_passages("\n".join(filter(str.strip, text.split("\n"))), name, headed=True)
    return line_passages(text)


_READERS: Mapping[str, Callable[[bytes, str], tuple[Passage, ...]]] = {
    ".txt": _from_text,
    ".vtt": _from_vtt,
    ".srt": _from_srt,
    ".docx": _from_docx,
}
