"""Subtitles (VTT, SRT) into passages: cues of one speaker are joined until a sentence ends."""

import re
from collections.abc import Iterator
from html import unescape

from editorial.domain.transcripts import Passage, is_name, named_line
from editorial.errors import BadFile
from editorial.language import _

_TIME = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]?\d)(?:[.,]\d{1,3})?"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_ARROW = re.compile(r"^[\s\d:.,]*-->", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>")
_TAG = re.compile(r"</?[A-Za-z0-9][^<>]*>|\{\\[^{}]*\}")
_ENDS = re.compile(r"[.!?…。！？؟][\"'”’»)\]]*$")
LONGEST = 30
"""Seconds after which a passage ends whatever was said, so that its mark stays close to its words."""


def has_cues(text: str) -> bool:
    """Tell whether a text is one of subtitles."""
    return text.lstrip().startswith("WEBVTT") or bool(_ARROW.search(text))


def cue_passages(text: str, name: str, *, headed: bool = False) -> tuple[Passage, ...]:
    """Return what the cues say. Raises BadFile naming the line of a time that is none.

    Say `headed` where the first line of a cue can be the name of who speaks, as in documents of meetings.
    """
    joined: list[Passage] = []
    for cue in _cues(text, name, headed):
        last = joined[-1] if joined else None
        if last and (cue.text, cue.speaker) == (last.text, last.speaker):
            continue  # Rolling captions say a line twice.
        if last and _belongs(last, cue):
            joined[-1] = Passage(f"{last.text} {cue.text}", last.speaker, last.seconds)
        else:
            joined.append(cue)
    return tuple(joined)


def _belongs(last: Passage, cue: Passage) -> bool:
    near = (cue.seconds or 0) - (last.seconds or 0) <= LONGEST
    return near and cue.speaker in ("", last.speaker) and not _ENDS.search(last.text)


def _cues(text: str, name: str, headed: bool) -> Iterator[Passage]:
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        if "-->" not in lines[at]:
            at = _after_block(lines, at) if lines[at].startswith(("NOTE", "STYLE", "REGION")) else at + 1
            continue
        timing = _TIMING.fullmatch(lines[at])
        if timing is None:
            raise BadFile(_("{name} is damaged: line {line} tells no time.").format(name=name, line=at + 1))
        end = _after_block(lines, at + 1)
        said = lines[at + 1 : end]
        yield from _voices(_as_named(said) if headed else said, _seconds(timing))
        at = end


def _as_named(lines: list[str]) -> list[str]:
    """Return the lines of a cue with the name that heads them before what is said."""
    return [f"{lines[0].strip()}: {lines[1]}", *lines[2:]] if len(lines) > 1 and is_name(lines[0]) else lines


def _after_block(lines: list[str], at: int) -> int:
    while at < len(lines) and lines[at].strip() and "-->" not in lines[at]:
        at += 1
    # The number of a next cue that follows without a blank line belongs to that cue.
    return at - (at < len(lines) and "-->" in lines[at] and lines[at - 1].strip().isdigit())


def _seconds(timing: re.Match[str]) -> int:
    return int(timing[1] or 0) * 3600 + int(timing[2]) * 60 + int(timing[3])


def _voices(lines: list[str], seconds: int) -> Iterator[Passage]:
    """Return what a cue says, a passage for each voice that speaks in it."""
    parts = _VOICE.split("\n".join(lines))
    for speaker, said in zip(["", *parts[1::2]], parts[::2], strict=True):
        text = " ".join(unescape(_TAG.sub("", said)).split())
        if not text:
            continue
        named = unescape(speaker).strip()
        name, rest = (named, text) if named else named_line(text)
        yield Passage(rest or text, name if rest else "", seconds)
