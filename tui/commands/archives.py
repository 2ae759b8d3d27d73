"""The archive that a command was given: opened, brought up to date, with progress told."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from tui.archive.errors import ArchiveError, QueryError
from tui.archive.opening import OpenArchive, is_server, open_archive
from tui.archive.progress import Progress
from tui.archive.question import Question
from tui.archive.refresh import refresh
from tui.archive.serving import fill_servers
from tui.commands.command_error import CommandError
from tui.commands.exit_codes import UNUSABLE
from tui.commands.streams import say
from tui.document.today import today
from tui.locale import N_, _, number, use_everywhere
from tui.settings import Settings, screen_language
from tui.text.cleaning import clean_line

SILENT = 1.0
"""Seconds in which nothing is told."""


@contextmanager
def opened_archive(
    files: Iterable[str], settings: Settings, *, rebuild: bool = False
) -> Iterator[OpenArchive]:
    """Open the archive of files and folders, as they are now.

    Raises :exc:`CommandError` when it cannot be, and when what the body asks of it fails.
    """
    use_everywhere(screen_language(settings, ""))
    telling = Telling()
    try:
        archive = open_archive(existing(files), os.environ, telling, rebuild=rebuild)
        try:
            if not rebuild:
                refresh(archive, telling)
            telling.end()
            say(*archive.notes)
            yield archive
        finally:
            archive.close()
    except ArchiveError as error:
        telling.end()
        raise CommandError(str(error), code=UNUSABLE) from error


def filled_servers(servers: Sequence[str], files: Sequence[str], settings: Settings) -> None:
    """Fill servers with the events of files and folders.

    Raises:
        CommandError: It cannot be done.
    """
    use_everywhere(screen_language(settings, ""))
    telling = Telling()
    try:
        if not all(map(is_server, servers)):
            raise ArchiveError(_("A server is named as postgresql://…"))
        fill_servers(servers, existing(files), telling)
    except ArchiveError as error:
        raise CommandError(str(error), code=UNUSABLE) from error
    finally:
        telling.end()


def asked(archive: OpenArchive, text: str) -> Question:
    """Return what a query wants of an archive today.

    Raises :exc:`CommandError` with the query and its mistake marked.
    """
    try:
        return archive.archive.ask(text, today())
    except QueryError as error:
        line = clean_line(text)
        sentences = [str(error)]
        if line == text:
            mark = " " * error.start + "^" * max(1, error.end - error.start)
            sentences += [f"  {line}", f"  {mark}"]
        raise CommandError(*sentences, code=UNUSABLE) from error


def existing(files: Iterable[str]) -> list[str]:
    """Return files and folders that are there.

    Raises :exc:`CommandError` for one that is not.
    """
    found = list(files)
    for file in found:
        if not is_server(file) and not os.path.lexists(file):
            sentence = _("There is no file or folder “{name}”.")
            raise CommandError(sentence.format(name=clean_line(file)), code=UNUSABLE)
    return found


_READ = N_("{done} of {total} files read, {rate} a second, {left} s left")


class Telling:
    """Tells on standard error how work comes on, once it takes more than a second.

    ``sentence`` is what it says, with ``done``, ``total``, ``rate`` and ``left``.
    """

    def __init__(self, sentence: str = _READ) -> None:
        self._sentence = sentence
        self._on_terminal = sys.stderr.isatty()
        self._told = 0.0
        self._width = 0

    def __call__(self, progress: Progress) -> None:
        """Tell of progress."""
        every = 0.2 if self._on_terminal else 10.0
        # Work that follows counts its seconds anew: what was told last lies ahead of it.
        if progress.seconds < SILENT or abs(progress.seconds - self._told) < every:
            return
        self._told = progress.seconds
        sentence = _(self._sentence).format(
            done=number(progress.done),
            total=number(progress.total),
            rate=number(round(progress.rate)),
            left=number(round(progress.left)),
        )
        if self._on_terminal:
            sys.stderr.write("\r" + sentence.ljust(self._width))
            sys.stderr.flush()
            self._width = len(sentence)
        else:
            say(sentence)

    def end(self) -> None:
        """Leave the line on a terminal free for what comes."""
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()
            self._width = 0
