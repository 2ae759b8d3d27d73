"""What ends a command early."""

from __future__ import annotations


class CommandError(Exception):
    """A command cannot do what was asked: ``sentences`` for standard error, and the exit code."""

    def __init__(self, *sentences: str, code: int) -> None:
        super().__init__(*sentences)
        self.sentences = sentences
        self.code = code
