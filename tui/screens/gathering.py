"""Goes on gathering a document of many events while the reader reads what is known of it.

While something lies over the screen it waits: what is chosen there is a place in the document as
it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from time import monotonic
from typing import TYPE_CHECKING, Protocol, TypeAlias

from msgspec import Struct
from textual.worker import get_current_worker

from tui.archive.errors import ArchiveError
from tui.archive.origins import Origin
from tui.archive.progress import Progress, progress_told
from tui.document.model import Document
from tui.screens.event_header import show_status
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.screens.event import EventScreen
    from tui.screens.journey import Journey
    from tui.search.mentions import Mentions

_TOLD_EVERY = 0.1
"""Seconds between two tellings of progress."""


class Gathered(Protocol):
    """A document of many events, as far as it is gathered."""

    @property
    def document(self) -> Document:
        """What is shown."""

    @property
    def origins(self) -> Mapping[tuple[str, str], Origin]:
        """Where its texts stand in which events, by item and field."""


Steps: TypeAlias = Iterator["Gathered | Progress"]
"""More of a document each time, and how far it has come."""


class _Fuller(Struct):
    """A step that is ready to be shown."""

    gathered: Gathered
    mentions: Mentions


class Gathering:
    """Has the steps of a document on a screen that are still to come."""

    def __init__(self, screen: EventScreen, journey: Journey, steps: Steps) -> None:
        self.screen = screen
        self.journey = journey
        self._steps = steps
        self._waiting: _Fuller | None = None
        """The last step, while something lies over the screen."""
        self._status = ""

    def start(self) -> None:
        """Take the steps in a worker, which ends with the screen."""
        self.screen.app.screen_change_signal.subscribe(self.screen, lambda _top: self._resume())
        self.screen.run_worker(self._gather, thread=True, group="gathering")

    def _gather(self) -> None:
        worker = get_current_worker()
        told = monotonic()
        status = ""
        try:
            for step in self._steps:
                if worker.is_cancelled:
                    return
                if not isinstance(step, Progress):
                    self._tell_fuller(step)
                elif monotonic() - told >= _TOLD_EVERY:
                    told = monotonic()
                    self.screen.app.call_from_thread(self._tell, progress_told(step))
        except ArchiveError as error:
            status = str(error)
        if not worker.is_cancelled:
            self.screen.app.call_from_thread(self._tell, status)

    def _tell_fuller(self, gathered: Gathered) -> None:
        from tui.search.mentions import Mentions  # not on start-up

        mentions = Mentions(gathered.document.things, gathered.document.texts)
        if gathered.document.texts:
            mentions.within(0)  # reads all texts: here, not in the loop of the app
        if not get_current_worker().is_cancelled:
            self.screen.app.call_from_thread(self._show, _Fuller(gathered, mentions))

    def _show(self, fuller: _Fuller) -> None:
        if not self.screen.is_active:
            self._waiting = fuller
            return
        self._waiting = None
        from tui.screens.renewal import Renewal  # not on start-up

        document = fuller.gathered.document
        self.journey.origins = fuller.gathered.origins
        Renewal(self.screen, document, fuller.mentions).show()
        self._tell(self._status)

    def _resume(self) -> None:
        """Show what came meanwhile, once what was chosen over the screen has been gone to."""
        if self._waiting is not None and self.screen.is_active:
            self.screen.call_later(self._catch_up)

    def _catch_up(self) -> None:
        if self._waiting is not None:
            self._show(self._waiting)

    def _tell(self, status: str) -> None:
        """Show under the title how far it has come, unless the screen was left a moment ago."""
        self._status = status
        if not self.screen.is_attached:
            return
        header = self.screen.query_one("#header", TextLine)
        show_status(header, self.screen.document, status)
