"""Filling empty tables with all events of an archive, in the order of their days."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from tui.archive import schema
from tui.archive.authorities import Authorities
from tui.archive.database import Database
from tui.archive.docids import CrowdedError, Plan, free
from tui.archive.entry import Entry
from tui.archive.errors import ArchiveError
from tui.archive.processes import read_beside
from tui.archive.progress import Clock, Report
from tui.archive.reading import Reader
from tui.archive.scan import Found, Scan
from tui.archive.writer import Writer
from tui.locale import _
from tui.record.reading import READING

SKIPPED = "skipped"
"""The name in ``meta`` of how many files and folders could not be looked at."""

_HEAD = 16_384
"""Bytes of a file in which its day is looked for before it is read."""
_START_DATE = re.compile(rb"\bstart_date[ \t]*=[ \t]*(\d{4}-\d\d-\d\d)")
_FLUSH_EVERY = 1_000
_MOST_LEFT = 1_000
_MOST_ATTEMPTS = 4


class _PlannedWronglyError(Exception):
    """Too many events are of other days than their files seemed to say."""


def fill_well(
    start: Callable[[], Database],
    roots: Sequence[bytes],
    authorities: Authorities,
    report: Report,
    *,
    read: Reader = read_beside,
    part: tuple[int, int] = (0, 1),
) -> Database:
    """Fill tables and return their database.

    Args:
        start: Makes empty tables, or empties them.
        part: Which part, from 0, of how many is wanted; years fall to parts in turn.

    Raises:
        ArchiveError: The files change all the time.
    """
    known: dict[bytes, int] = {}
    for _attempt in range(_MOST_ATTEMPTS):
        database = start()
        try:
            _Filling(database, authorities, known).fill(roots, report, read, part)
        except _PlannedWronglyError:
            continue
        return database
    raise ArchiveError(_("The files change while they are read; try again."))


class _Filling:
    """One attempt to fill tables; ``known`` are the days of files that said another one."""

    def __init__(
        self, database: Database, authorities: Authorities, known: dict[bytes, int]
    ) -> None:
        self.database = database
        self.authorities = authorities
        self.known = known
        self.has_dropped = False
        """Whether events were left out, of which no more than the days is remembered."""
        self.writer = Writer(database, authorities, empty=True)

    def fill(
        self, roots: Sequence[bytes], report: Report, read: Reader, part: tuple[int, int]
    ) -> None:
        scan = Scan(roots)
        dated = [(file, _day(file, self.known)) for file in scan.files()]
        files = [file for file, day in dated if _year(day) % part[1] == part[0]]
        days = [day for _file, day in dated if _year(day) % part[1] == part[0]]
        order = sorted(range(len(files)), key=lambda i: (days[i], files[i]))
        plan = Plan(Counter(days))
        clock = Clock(len(files), report)
        left: list[Entry] = []
        held = 0
        for batch in read([files[i] for i in order]):
            left += self.writer.add_batch(batch, lambda entry: plan.take(entry.day))
            if len(left) > _MOST_LEFT:
                self._remember(left)
            held += len(batch.entries)
            if held >= _FLUSH_EVERY:
                self.writer.flush()
                held = 0
            clock.add(len(batch.entries) + len(batch.broken))
        self._add_left(left)
        self._end(scan)

    def _remember(self, left: list[Entry]) -> None:
        """Keep of events left over no more than their days."""
        self.has_dropped = True
        self.known.update((entry.file.path, entry.day) for entry in left)
        left.clear()

    def _add_left(self, left: list[Entry]) -> None:
        """Add the events that were not where their files seemed to say."""
        if self.has_dropped:
            self._remember(left)
            raise _PlannedWronglyError
        if not left:
            return
        self.writer.flush()
        self.database.run(schema.statements(schema.INDEXES)[0])
        try:
            for entry in sorted(left, key=lambda entry: entry.day):
                self.writer.add(entry, free(self.database, entry.day))
                self.writer.flush()
        except CrowdedError:
            self._remember(left)
            raise _PlannedWronglyError from None

    def _end(self, scan: Scan) -> None:
        for folder, modified in scan.folders.items():
            sql = "UPDATE folder SET modified = ? WHERE id = ?"
            self.database.run(sql, (modified, self.writer.folder(folder)))
        self.writer.finish()
        facts = {schema.RESOLVED: self.authorities.digest, SKIPPED: str(len(scan.skipped))}
        self.database.run_many("INSERT INTO meta VALUES(?, ?)", sorted(facts.items()))


def _year(day: int) -> int:
    return date.fromordinal(day).year if day else 0


def _day(file: Found, known: Mapping[bytes, int]) -> int:
    """Return the day that a file seems to be of, 0 if it says none."""
    if file.path in known:
        return known[file.path]
    try:
        descriptor = os.open(file.path, READING)
        try:
            found = _START_DATE.search(os.read(descriptor, _HEAD))
        finally:
            os.close(descriptor)
        return date.fromisoformat(found[1].decode()).toordinal() if found else 0
    except (OSError, ValueError):
        return 0
