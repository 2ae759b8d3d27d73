"""The documents of the events that were looked at last.

With each letter of a query that is typed much the same events are looked at again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from tui.archive.scan import Found, found_at
from tui.archive.store import EventRow
from tui.document.model import Document

MOST = 100
"""Documents that are kept."""
LARGEST = 1 << 16
"""Bytes of a file whose document is kept; that of a larger one would take much room."""


class Recent:
    """Reads the documents of events, and keeps those of the files that are as they were."""

    def __init__(self, read: Callable[[EventRow], Document]) -> None:
        self._read = read
        self._kept = lru_cache(MOST)(self._read_file)

    def document(self, row: EventRow) -> Document:
        """Return the document of an event.

        Raises :exc:`RecordError` when its file is not an event any more.
        """
        file = _file(row.path)
        if file is None or file.size > LARGEST:  # on a server, gone, or large
            return self._read(row)
        return self._kept(row, file)

    def _read_file(self, row: EventRow, _file: Found) -> Document:
        return self._read(row)


def _file(path: bytes) -> Found | None:
    try:
        return found_at(path)
    except (OSError, ValueError):
        return None
