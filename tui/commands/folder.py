"""``ktcn-tui FOLDER``: the events of an archive, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tui.archive.archive import Archive
from tui.archive.refresh import broken_files
from tui.archive.shown_path import shown_path
from tui.archive.store import EventRow
from tui.commands.archives import opened_archive
from tui.commands.exit_codes import DONE, NOTHING
from tui.commands.streams import put, say
from tui.locale import _, ngettext, number
from tui.settings import Settings
from tui.text.written_dates import short_date

_AT_ONCE = 1_000


def print_archive(files: Sequence[str], settings: Settings) -> int:
    """Print a line for each event: day, name, place, file, a tab between; return the exit code."""
    with opened_archive(files, settings) as opened:
        events = 0
        for rows in _pages(opened.archive):
            put("".join(map(line, rows)))
            events += len(rows)
        broken = sum(1 for _path in broken_files(opened))
        if broken:
            say(_broken(broken))
        if not events and not broken:
            say(_("There is no event file here: no name ends in .toml."))
        return DONE if events else NOTHING


def line(row: EventRow) -> str:
    """Return the line of an event."""
    return "\t".join((day_of(row), row.name, row.place, shown_path(row.path))) + "\n"


def day_of(row: EventRow) -> str:
    """Return the day of an event as it is shown."""
    return short_date(date.fromordinal(row.day))


def _pages(archive: Archive) -> Iterator[tuple[EventRow, ...]]:
    question = archive.everything()
    after: EventRow | None = None
    while rows := archive.page(question, after, _AT_ONCE):
        yield rows
        after = rows[-1]


def _broken(files: int) -> str:
    sentence = ngettext(
        "{n} file is not an event; “ktcn-tui check” says why.",
        "{n} files are not events; “ktcn-tui check” says why.",
        files,
    )
    return sentence.format(n=number(files))
