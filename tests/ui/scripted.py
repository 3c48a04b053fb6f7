"""Answers to the program's questions, from a script."""

from pathlib import Path
from typing import Any


class ScriptedPrompts:
    """Answers by topic and remembers what was asked; a topic that is not in the script fails the test."""

    def __init__(self, **answers: Any) -> None:
        self.answers: dict[str, Any] = answers
        self.asked: list[str] = []

    def confirm(self, topic: str, question: str, consequence: str, yes: str) -> bool:
        return bool(self._answer(topic))

    def text(self, topic: str, question: str, value: str = "") -> str | None:
        answer = self._answer(topic)
        return None if answer is None else str(answer)

    def choose(self, topic: str, question: str, options: list[str], current: int = 0) -> int | None:
        answer = self._answer(topic)
        return options.index(answer) if isinstance(answer, str) else answer

    def open_file(self, topic: str, title: str, kinds: str) -> Path | None:
        return self._path(topic)

    def save_file(self, topic: str, title: str, name: str, kinds: str) -> Path | None:
        return self._path(topic)

    def open_folder(self, topic: str, title: str) -> Path | None:
        return self._path(topic)

    def _path(self, topic: str) -> Path | None:
        answer = self._answer(topic)
        return None if answer is None else Path(answer)

    def _answer(self, topic: str) -> Any:
        self.asked.append(topic)
        return self.answers[topic]
