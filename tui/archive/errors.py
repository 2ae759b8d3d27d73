"""What keeps an archive from being opened or a query of it from being answered."""

from __future__ import annotations


class ArchiveError(Exception):
    """An archive cannot be opened, written or asked; the message is a sentence for the reader."""


class DamagedError(ArchiveError):
    """An index cannot be read, or is none of this program's; it must be rebuilt."""


class QueryError(ArchiveError):
    """A query has a mistake at ``[start, end)`` of what was typed; the message is a sentence."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start = start
        self.end = end
