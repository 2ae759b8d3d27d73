"""How far reading many files has come, told to who waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from tui.locale import _, number


class Progress(Struct, frozen=True):
    """So many of so many files are read, in so many seconds."""

    done: int
    total: int
    seconds: float

    @property
    def rate(self) -> float:
        """Files a second."""
        return self.done / self.seconds if self.seconds > 0 else 0.0

    @property
    def left(self) -> float:
        """Seconds until the end at this rate."""
        return (self.total - self.done) / self.rate if self.rate else 0.0


Report: TypeAlias = Callable[[Progress], None]
"""Is told of progress. It ends the work by raising; the index there was stays."""


def nobody(_progress: Progress) -> None:
    """Tell nobody."""


class Clock:
    """Tells of progress from when it is made."""

    def __init__(self, total: int, report: Report) -> None:
        self._total = total
        self._report = report
        self._start = time.monotonic()
        self._done = 0

    def add(self, files: int) -> None:
        """Tell that so many more files are read."""
        self._done += files
        self._report(Progress(self._done, self._total, time.monotonic() - self._start))


def progress_told(progress: Progress) -> str:
    """Return how far reading has come, with a rate and an end in sight."""
    sentence = _("{done} of {total} files read, {rate} a second, {left} s left")
    return sentence.format(
        done=number(progress.done),
        total=number(progress.total),
        rate=number(round(progress.rate)),
        left=number(round(progress.left)),
    )
