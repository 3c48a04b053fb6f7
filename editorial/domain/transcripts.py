"""Transcripts: time marks in the text, who speaks, and what is quoted of a passage."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from editorial.domain.folding import fold

_MARK = re.compile(r"\[(\d{1,2}):([0-5]\d):([0-5]\d)\]")
_NAMED = re.compile(r"([^:]{1,60}):\s+(\S.*)")
_PARTICLES = frozenset("af al bin da de del della den der di do dos du el la le ten ter van von y zu".split())
MOST_WORDS = 5
"""How many words the name of somebody who speaks has at most."""
_SENTENCE = re.compile(r".*?[.!?…。！？؟][\"'”’»)\]]*(?=\s|$)|.*?[。！？]")
LONGEST_TITLE = 90
"""How many letters of a passage become the title of an idea."""


def mark_of(moment: timedelta) -> str:
    """Return a moment of a recording as its mark says it: 00:12:03."""
    seconds = max(0, int(moment.total_seconds()))
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def mark_at(text: str, place: int) -> str:
    """Return the last time mark before a place in a transcript, without its brackets; empty where there is none."""
    found = ""
    for match in _MARK.finditer(text, 0, max(0, place)):
        found = match[0][1:-1]
    return found


def mark_ahead(text: str) -> str:
    """Return the time mark with which a text begins, without its brackets; empty where it begins with none."""
    found = _MARK.match(text.lstrip())
    return found[0][1:-1] if found else ""


def without_marks(passage: str) -> str:
    """Return a passage without its time marks, its lines joined: what is quoted of it."""
    return " ".join(_MARK.sub(" ", passage).split())


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a transcript as a file gave it; `seconds` from the beginning, None where no time is told."""

    text: str
    speaker: str = ""
    seconds: int | None = None

    def written(self) -> str:
        """Return it as it stands in a transcript: its time mark, who speaks, and what was said."""
        mark = "" if self.seconds is None else f"[{mark_of(timedelta(seconds=self.seconds))}] "
        return mark + (f"{self.speaker}: " if self.speaker else "") + self.text


def transcript_text(passages: Iterable[Passage]) -> str:
    """Return passages as the text of a transcript, a paragraph each."""
    return "\n\n".join(passage.written() for passage in passages)


def named_line(text: str) -> tuple[str, str]:
    """Return who speaks and what, where a line says so (“Ana Lind: I see”); else nobody and the line."""
    match = _NAMED.fullmatch(text)
    return (match[1].strip(), match[2].strip()) if match and is_name(match[1]) else ("", text)


def is_name(words: str) -> bool:
    """Tell whether words can be a name: a few, each with a capital or in a script without them."""
    listed = words.split()
    return 0 < len(listed) <= MOST_WORDS and all(
        word.casefold() in _PARTICLES or (word[0].isalnum() and not word[0].islower()) or word[0] in "(["
        for word in listed
    )


def speaker_of(paragraph: str) -> str:
    """Return who speaks in a paragraph of a transcript, as it names them; nothing where it names nobody."""
    return named_line(without_marks(paragraph))[0]


def quoted(passage: str, speaks: Callable[[str], bool]) -> str:
    """Return what is quoted of a passage: its words in one line, without time marks.

    The name before the words goes too where it is of somebody who `speaks`; of several who speak all names stay.
    """
    lines = [line for each in passage.split("\n") if (line := without_marks(each))]
    parted = [named_line(line) for line in lines]
    speakers = {speaker for speaker, _words in parted if speaker and speaks(speaker)}
    if len(speakers) != 1:
        return " ".join(lines)
    return " ".join(words if who in speakers else line for line, (who, words) in zip(lines, parted, strict=True))


def speakers_in(transcript: str) -> frozenset[str]:
    """Return the names before a colon that head more than one paragraph: a sentence seldom begins so twice."""
    heads = Counter(named_line(without_marks(line))[0] for line in transcript.split("\n") if ": " in line)
    return frozenset(name for name, times in heads.items() if name and times > 1)


def person_named(name: str, people: Mapping[int, str], *, whole: bool = False) -> int | None:
    """Return who is meant by a name as a transcript gives it: the whole name, a part of it, or its first letters.

    None where nobody or more than one can be meant. Say `whole` where only the whole name will do.
    """
    wanted = fold(name).split()
    known = {id_: fold(each).split() for id_, each in people.items()}
    for fits in (_whole,) if whole else (_whole, _part, _letters):
        found = [id_ for id_, words in known.items() if wanted and fits(wanted, words)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _whole(wanted: list[str], words: list[str]) -> bool:
    return wanted == words


def _part(wanted: list[str], words: list[str]) -> bool:
    return all(word in words for word in wanted)


def _letters(wanted: list[str], words: list[str]) -> bool:
    return len(words) > 1 and "".join(wanted) == "".join(word[0] for word in words)


def title_of(passage: str) -> str:
    """Return the title of an idea made from a passage: its first sentence, cut after a word where it is long."""
    plain = " ".join(passage.split())
    if len(plain) <= LONGEST_TITLE:
        return plain
    first = _SENTENCE.match(plain)
    if first and len(first[0]) <= LONGEST_TITLE:
        return first[0]
    cut = plain[:LONGEST_TITLE]
    return f"{cut.rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"
