"""The file of an event screen: read again when it has changed, or when the reader asks.

The file is looked at and read in workers. Editors write a file in several steps, so it is read when
two looks, one after the other, have found it in the same new state.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from textual.message import Message
from textual.worker import get_current_worker

from tui.document.model import Document
from tui.document.of_record import document
from tui.locale import _, ngettext, number
from tui.record.event_file import EventFile, FileState, file_state
from tui.record.loading import load
from tui.record.model import Record
from tui.record.problems import RecordError
from tui.record.reading import shown_name
from tui.screens.event_header import show_status
from tui.text.cleaning import clean_line
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.screens.event import EventScreen
    from tui.search.mentions import Mentions

LOOKED_EVERY = 0.25
"""Seconds between two looks at the file."""


Result = TypeVar("Result")


class Reread(Struct, frozen=True):
    """What came of reading the file: a record and its document, or a sentence on what is wrong."""

    state: FileState | None
    """The state of the file before it was read."""
    record: Record | None = None
    document: Document | None = None
    mentions: Mentions | None = None
    mistake: str = ""


class DocumentChanged(Message):
    """A screen shows another state of its document."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document


class Watching:
    """Has the file of an event screen, and gives the screen what now stands in it."""

    def __init__(self, screen: EventScreen, file: EventFile) -> None:
        self.screen = screen
        self.file = file
        self.seen = file.state
        """The state of the file at the last look."""
        self.read = file.state
        """The state in which it was read."""
        self.mistake = ""
        """What is wrong with the file now, with its place; the screen shows what was before."""
        self._waiting: Reread | None = None

    def start(self) -> None:
        """Follow the file, if it is to be followed."""
        if self.file.is_followed:
            self.screen.set_interval(LOOKED_EVERY, self.look)

    def look(self) -> None:
        """Look whether the file has changed, unless a worker is at it."""
        if not any(w.group == "file" and not w.is_finished for w in self.screen.workers):
            self._work(lambda: file_state(self.file.path), self._looked)

    def _looked(self, state: FileState | None) -> None:
        is_settled = state == self.seen
        self.seen = state
        if is_settled and state != self.read:
            self._work(self._read, self._was_read)

    def reload(self) -> None:
        """Read the file again, changed or not, and say so."""
        if not self.file.path:
            self.screen.keys.say(_(self.file.why_not))
            return
        self._work(self._read, self._was_asked_for)

    def read_after_editing(self) -> None:
        """Read the file again, if it is the screen's own, without saying so."""
        if self.file.path:
            self._work(self._read, self._was_read)

    def _read(self) -> Reread:
        """Read the file; in a worker."""
        from tui.search.mentions import Mentions  # not on start-up

        path = self.file.path
        state = file_state(path)
        try:
            record = load(path)
        except RecordError as error:
            return Reread(state, mistake=first_mistake(error, path, is_there=state is not None))
        name = PurePath(shown_name(path)).name
        shown = document(record, file=name, folder=self.file.folder)
        mentions = Mentions(shown.things, shown.texts)
        mentions.within(0)  # reads all texts: here, not in the loop of the app
        return Reread(state, record, shown, mentions)

    def _was_asked_for(self, reading: Reread) -> None:
        self._was_read(reading)
        if not reading.mistake:
            self.screen.keys.say(_("The file has been read again."))

    def _was_read(self, reading: Reread) -> None:
        """Show what was read, when nothing lies over the screen any more."""
        self.seen = self.read = reading.state
        self._waiting = reading
        self._show_what_waits()

    def uncovered(self) -> None:
        """Show what was read while something lay over the screen.

        What was chosen there, which the app passes on first, is a place in the document before.
        """
        if self._waiting is not None:
            self.screen.app.call_later(self._show_what_waits)

    def _show_what_waits(self) -> None:
        reading = self._waiting
        if reading is None or not self.screen.is_active:
            return
        self._waiting = None
        self.mistake = reading.mistake
        self.screen.tell_mistake(self.mistake)
        shown, mentions = reading.document, reading.mentions
        if shown is None or mentions is None or reading.record == self.screen.document.record:
            return
        from tui.screens.renewal import Renewal  # not on start-up

        Renewal(self.screen, shown, mentions).show()
        show_status(self.screen.query_one("#header", TextLine), shown, "")
        if self.screen.journey is not None:
            self.screen.journey.record = reading.record
        self.screen.post_message(DocumentChanged(shown))

    def _work(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do something in a thread, then pass its result on, unless other work has begun since."""

        def run() -> None:
            found = work()
            if not get_current_worker().is_cancelled:
                self.screen.app.call_from_thread(then, found)

        self.screen.run_worker(run, thread=True, exclusive=True, group="file")


def first_mistake(error: RecordError, path: str, *, is_there: bool) -> str:
    """Return the first mistake of a file on one line, and how many more there are."""
    if not is_there:
        sentence = _("{file} is gone; what was read last is shown.")
        return sentence.format(file=PurePath(shown_name(path)).name)
    first, *others = error.problems
    said = clean_line(str(first))
    folder = shown_name(path).removesuffix(PurePath(shown_name(path)).name)
    said = said.removeprefix(folder)
    if others:
        more = ngettext("{n} more mistake", "{n} more mistakes", len(others))
        said = f"{said} ({more.format(n=number(len(others)))})"
    return said
