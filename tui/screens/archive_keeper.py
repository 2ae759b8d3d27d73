"""Opens the archive of a screen and keeps it as the files are, in workers."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.worker import Worker, get_current_worker

from tui.archive.archive import Archive
from tui.archive.errors import ArchiveError, DamagedError
from tui.archive.opening import OpenArchive, is_server, open_archive, open_known
from tui.archive.progress import Progress, Report, progress_told
from tui.archive.store import EventRow
from tui.locale import _, ngettext, number
from tui.record.bundled import bundled

if TYPE_CHECKING:
    from tui.archive.refresh import Change
    from tui.archive.watching import Watch
    from tui.screens.archive import ArchiveScreen

WATCHED_EVERY = 1.0
"""Seconds between two looks at the folders."""
_TOLD_EVERY = 0.1
"""Seconds between two tellings of progress."""


class StoppedError(Exception):
    """Nobody waits any more for an index that is being built."""


class ArchiveKeeper:
    """Has the archive of a screen, once it is open."""

    def __init__(self, screen: ArchiveScreen, paths: tuple[str, ...]) -> None:
        self.screen = screen
        self.paths = paths
        self.opened: OpenArchive | None = None
        self.mistake = ""
        """Why the archive cannot be opened, as a sentence."""
        self.total: int | None = None
        """How many events there are, once they are counted."""
        self.broken = 0
        """How many files are not events."""
        self._watch: Watch | None = None
        """Looks for changes, once the archive is open and up to date."""

    @property
    def archive(self) -> Archive | None:
        """The archive, once it is open."""
        return self.opened.archive if self.opened else None

    @property
    def name(self) -> str:
        """What to call the archive: by its folder, or by the first of several; by its server."""
        if is_server(self.paths[0]):
            return self.paths[0].rpartition("@")[2] if "@" in self.paths[0] else self.paths[0]
        if Path(self.paths[0]) == bundled("archive"):
            return _("Sample archive")
        name = Path(self.paths[0]).resolve().name or self.paths[0]
        more = len(self.paths) - 1
        return _("{name} and {n} more").format(name=name, n=number(more)) if more else name

    def open_known(self) -> None:
        """Open the archive by the index there is, which takes milliseconds."""
        try:
            self.opened = open_known(self.paths, os.environ)
        except ArchiveError as error:
            self.mistake = str(error)

    def start(self) -> None:
        """Open the archive, or bring it up to date, and then watch its folders."""
        if not self.mistake:
            self._work(self._open if self.opened is None else self._refresh)
        self.screen.set_interval(WATCHED_EVERY, self.watch)

    def watch(self) -> None:
        """Look whether files have changed, those of the events in view before all."""
        if self.opened is not None and not self.opened.roots:
            return  # a server has no files here
        busy = any(w.group == "keeper" and not w.is_finished for w in self.screen.workers)
        if self._watch is not None and not busy:
            in_view = (*self.screen.opener.open_rows(), *self.screen.lists.in_view())
            self._work(partial(self._look, self._watch, in_view))

    def _work(self, work: Callable[[], None]) -> None:
        self.screen.run_worker(work, thread=True, exclusive=True, group="keeper")

    def _open(self) -> None:
        from tui.archive.watching import Watch  # not on start-up, as the other two

        try:
            self.opened = open_archive(self.paths, os.environ, self._report())
            self._count()
            self._watch = Watch(self.opened)
        except StoppedError:
            return
        except ArchiveError as error:
            self.mistake = str(error)
        self._tell(self.screen.archive_opened)

    def _refresh(self) -> None:
        opened = self.opened
        if opened is None:
            return
        from tui.archive.refresh import refresh
        from tui.archive.watching import Watch

        try:
            if self.total is None:
                self._count()
                self._tell(self.screen.status_changed, "")
            change = refresh(opened, self._report())
            self._count()
            self._watch = Watch(opened)
        except StoppedError:
            return
        except ArchiveError as error:
            self._tell(self.screen.status_changed, str(error))
            return
        self._tell(self.screen.archive_refreshed, change)

    def _look(self, watch: Watch, in_view: Sequence[EventRow]) -> None:
        try:
            change = watch.look(in_view, self._report())
            if change:
                self._count()
                self._tell(self.screen.archive_refreshed, change)
        except StoppedError:
            return
        except DamagedError:  # it was taken away, or is broken: a new one is made
            self._open()
        except ArchiveError as error:
            self._tell(self.screen.status_changed, str(error))

    def _count(self) -> None:
        from tui.archive.refresh import broken_files

        if self.opened is not None:
            archive = self.opened.archive
            self.total = archive.count(archive.everything(), 1 << 40)[0]
            self.broken = sum(1 for _path in broken_files(self.opened))

    def _report(self) -> Report:
        worker: Worker[Any] = get_current_worker()
        told = monotonic()

        def report(progress: Progress) -> None:
            nonlocal told
            if worker.is_cancelled:
                raise StoppedError
            if monotonic() - told >= _TOLD_EVERY:
                told = monotonic()
                self._tell(self.screen.status_changed, progress_told(progress))

        return report

    def _tell(self, then: Callable[..., None], *values: object) -> None:
        if not get_current_worker().is_cancelled:
            self.screen.app.call_from_thread(then, *values)


def change_told(change: Change) -> str:
    """Return what a refresh came to, or nothing where all is as it was."""
    if change.busy:
        return _("Another program is bringing the index up to date.")
    parts = []
    if change.read:
        forms = ngettext("{n} file new or changed", "{n} files new or changed", change.read)
        parts.append(forms.format(n=number(change.read)))
    if change.gone:
        forms = ngettext("{n} file gone", "{n} files gone", change.gone)
        parts.append(forms.format(n=number(change.gone)))
    if change.elsewhere and not parts:
        return _("Another program has brought the index up to date.")
    return " · ".join(parts)
