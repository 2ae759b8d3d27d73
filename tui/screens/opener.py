"""Opens what an archive has as screens over it: events, dossiers, the register, broken files.

Files are read in a thread; the key after it waits until the screen is there.
"""

from __future__ import annotations

import os
from asyncio import to_thread
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from tui.archive.archive import Facet
from tui.archive.errors import ArchiveError
from tui.archive.progress import Progress
from tui.archive.question import Question
from tui.archive.store import EventRow
from tui.document.model import Document, SectionName
from tui.document.of_record import document
from tui.document.today import today
from tui.locale import _
from tui.record.event_file import FROM_A_SERVER, EventFile
from tui.record.loading import load
from tui.record.model import Record
from tui.record.problems import Problem, RecordError
from tui.screens.event import EventScreen
from tui.screens.gathering import Gathering, Steps
from tui.screens.journey import Journey
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from tui.archive.origins import Origin
    from tui.screens.archive import ArchiveScreen

MOST_BROKEN = 100
"""Broken files whose mistakes are listed."""


class Opener:
    """Opens screens over an archive screen."""

    def __init__(self, screen: ArchiveScreen) -> None:
        self.screen = screen

    def say(self, message: str) -> None:
        """Show a message on the line of keys of the topmost screen."""
        for line in self.screen.app.screen.query(KeyLine):
            line.say(message)

    async def open_event(
        self,
        row: EventRow,
        words: str = "",
        *,
        at: Origin | None = None,
        about: Facet | None = None,
        in_list: bool = False,
        instead: bool = False,
    ) -> None:
        """Open an event.

        Args:
            words: What is lit in it.
            at: The place to go to in it.
            about: Who is lit there.
            in_list: Whether the next event of the list can be gone to from it.
            instead: Whether it takes the place of the screen on the top.
        """
        try:
            record, shown, ids = await to_thread(self._read, row, about)
        except RecordError as error:
            self.say(str(error.problems[0]) if error.problems else str(error))
            return
        except ArchiveError as error:
            self.say(str(error))
            return
        journey = Journey(self, row=row, record=record, in_list=in_list)
        screen = EventScreen(shown, self.screen.app.size, journey, self._file(row))
        await self._push(screen, instead=instead)
        if words:
            screen.call_after_refresh(screen.search_control.light, words)
        elif at is not None:
            address = (at.section, at.item, at.field)
            screen.call_after_refresh(screen.walker.arrive, address, ids)

    def _read(self, row: EventRow, about: Facet | None) -> tuple[Record, Document, list[str]]:
        archive = self.screen.keeper.archive
        record = archive.record(row) if archive is not None else load(os.fsdecode(row.path))
        shown = document(record, folder=self._file(row).folder)
        entity = about.entities[row.shard] if about is not None else None
        if archive is None or entity is None:
            return record, shown, []
        from tui.archive.dossier_events import local_ids  # like the rest, not on start-up

        ids = local_ids(archive.stores[row.shard], entity, row, record)
        return record, shown, ids

    def _file(self, row: EventRow) -> EventFile:
        opened = self.screen.keeper.opened
        if opened is not None and not opened.roots:
            return FROM_A_SERVER
        return EventFile(os.fsdecode(row.path))

    async def _push(self, screen: EventScreen, *, instead: bool = False) -> None:
        app = self.screen.app
        if instead:
            app.switch_screen(screen)  # not waited for: the screen that goes would wait for itself
        else:
            await app.push_screen(screen)

    @property
    def _read_now(self) -> Iterator[tuple[EventScreen, Journey, EventRow]]:
        """The events of the archive that are open."""
        for screen in self.screen.app.screen_stack:
            if isinstance(screen, EventScreen) and screen.journey is not None:
                journey = screen.journey
                if journey.row is not None:
                    yield screen, journey, journey.row

    def open_rows(self) -> tuple[EventRow, ...]:
        """Return the events that are open, whose files are looked at as those in view are."""
        return tuple(row for _screen, _journey, row in self._read_now)

    def reread(self) -> None:
        """Read what is open again, once files have changed: an event may have another number."""
        archive = self.screen.keeper.archive
        for screen, journey, row in self._read_now:
            if archive is not None:
                journey.row = archive.stores[row.shard].event_at(row.path) or row
            screen.watching.read_after_editing()

    async def open_dossier(self, who: Facet) -> None:
        """Open all that the archive says of a person or an organisation."""
        from tui.archive.dossier import dossiers

        archive = self.screen.keeper.archive
        if archive is not None:
            await self._open_gathered(dossiers(archive, who, today()), about=who)

    async def open_register(self, question: Question) -> None:
        """Open the agreements of the events of a question."""
        from tui.archive.register_document import registers

        archive = self.screen.keeper.archive
        if archive is not None:
            steps = registers(archive, question, today())
            await self._open_gathered(steps, active="agreements")

    async def _open_gathered(
        self, steps: Steps, *, about: Facet | None = None, active: SectionName = "article"
    ) -> None:
        """Open what the tables know at once; what is in the files follows."""
        try:
            first = await to_thread(next, steps)
        except ArchiveError as error:
            self.say(str(error))
            return
        if isinstance(first, Progress):
            return
        journey = Journey(self, origins=first.origins, about=about)
        screen = EventScreen(first.document, self.screen.app.size, journey)
        screen.set_reactive(EventScreen.active, active)
        await self._push(screen)
        Gathering(screen, journey, steps).start()

    def who_is(self, row: EventRow, record: Record, thing: str) -> Facet | None:
        """Return whom an id in the file of an event is in the archive."""
        from tui.archive.whose import entity_of

        archive = self.screen.keeper.archive
        return entity_of(archive, row, record, thing) if archive is not None else None

    def who_has_number(self, sort: str, shard: int, number: int) -> Facet | None:
        """Return whom a number in an index is."""
        from tui.archive.dossier import about

        archive = self.screen.keeper.archive
        if archive is None or shard >= len(archive.stores):
            return None
        entity = archive.stores[shard].entities([number]).get(number)
        return about(archive, sort, entity.key) if entity and entity.sort == sort else None

    async def open_broken(self) -> None:
        """List the files that are not events, with their mistakes."""
        from tui.archive.refresh import broken_files
        from tui.screens.broken import BrokenScreen

        opened = self.screen.keeper.opened
        if opened is None:
            return
        if not self.screen.keeper.broken:
            self.say(_("Every event file here can be read."))
            return
        paths = await to_thread(lambda: list(islice(broken_files(opened), MOST_BROKEN)))
        problems = await to_thread(lambda: [(path, problems_of(path)) for path in paths])
        await self.screen.app.push_screen(BrokenScreen(problems, self.screen.keeper.broken))


def problems_of(path: bytes) -> tuple[Problem, ...]:
    """Return what is wrong with a file; nothing if it has been mended."""
    try:
        load(os.fsdecode(path))
    except RecordError as error:
        return tuple(error.problems)
    return ()
