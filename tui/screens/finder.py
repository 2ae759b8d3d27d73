"""What is named where, and what a query finds: in a worker where it takes long.

A worker posts what it found together with what it was for, so that an answer to an earlier question
is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.document.model import Reference
from tui.panes.pane import Pane
from tui.search.hits import Found, Hit

if TYPE_CHECKING:
    from tui.screens.event import EventScreen
    from tui.search.mentions import Mentions
    from tui.search.rules import Rule

_LARGE = 30_000
"""A document of more characters than these is looked through in a worker."""


class Finder:
    """Looks through the document of a screen."""

    def __init__(self, screen: EventScreen) -> None:
        self.screen = screen
        self.is_linked = False
        """Whether names are known well enough to be asked for while drawing."""
        self.is_prepared = False
        """Whether the texts have been read for a search."""

    @cached_property
    def mentions(self) -> Mentions:
        """What is named where."""
        from tui.search.mentions import Mentions  # not before the article is on the screen

        return Mentions(self.screen.document.things, self.screen.document.texts)

    @property
    def is_large(self) -> bool:
        """Whether to look through the document is work for a worker."""
        return len(self.screen.document.texts.text) > _LARGE

    def named_in(self, text: int) -> Sequence[Reference]:
        """Return what is named in the text with this index, as far as it is known already."""
        return self.mentions.within(text) if self.is_linked and text >= 0 else ()

    def thing_at(self, pane: Pane) -> str:
        """Return the id of what the cursor of a pane is on: a thing, or nothing."""
        if not pane.is_list:
            for reference in self.named_in(pane.standing_key):
                if reference.start <= pane.cursor.offset < reference.end:
                    return reference.id
        return pane.item if pane.item in self.screen.document.things else ""

    def link(self) -> None:
        """Make the names in the article stops of the cursor, if they are not."""
        if self.is_linked:
            return
        if self.is_large:
            self._work(lambda: self.mentions.within(0), lambda _names: self._linked(), "names")
        else:
            self._linked()

    def know(self, mentions: Mentions) -> None:
        """Go on with what is named where in a fuller document."""
        self.mentions = mentions
        self.is_linked, self.is_prepared = True, False

    def _linked(self) -> None:
        self.is_linked = True
        screen = self.screen
        screen.panes["article"].link(self.mentions)
        screen.linker.select(self.thing_at(screen.panes[screen.active]))

    def find_mentions(self, thing: str) -> None:
        """Find where a thing is named; the screen marks it."""
        mark = partial(self.screen.linker.mark, thing)
        if not self.is_linked:
            mark(())
        elif self.is_large and thing:
            self._work(partial(self.mentions_of, thing), mark, "mentions")
        else:
            mark(self.mentions_of(thing))

    def mentions_of(self, thing: str) -> tuple[Hit, ...]:
        """Return the mentions of a thing and of what lights up with it, in reading order."""
        if not thing:
            return ()
        from tui.document.lit import lit_with  # not before the article is on the screen

        lit = lit_with(self.screen.document, thing)
        return self.mentions.of_any(lit) if len(lit) > 1 else self.mentions.of(thing)

    def prepare(self) -> None:
        """Read the engine and the texts for a first search, before its first letter is there."""
        if not self.is_prepared:
            self._work(self._read, self._prepared, "prepare")

    def _read(self) -> None:
        """Have read what each search needs: the folded texts, their words, the engine."""
        self._first("a", 0)
        self.screen.document.texts.vocabulary  # noqa: B018  kept by the texts

    def _prepared(self, _found: object) -> None:
        self.is_prepared = True

    def first(self, query: str, start: int) -> tuple[range, Found]:
        """Return the first hits of a query from a text on, and the texts that were looked at.

        Only of a large document: one that is not is searched as a whole at once.
        """
        if self.is_large and self.is_prepared:
            return self._first(query, start)
        return range(0), Found()

    def _first(self, query: str, start: int) -> tuple[range, Found]:
        from tui.search.find import first_found  # not on start-up

        return first_found(self.screen.document.texts, query, start)

    def search(
        self, query: str, up_to: Rule, then: Callable[[Found], None], *, group: str = "search"
    ) -> None:
        """Find a query and pass what is found on, unless its group has asked for another since."""
        from tui.search.find import find  # not on start-up

        work = partial(find, self.screen.document.texts, query, up_to=up_to)
        if self.is_large:
            self._work(partial(_unless_cancelled, work), then, group)
        else:
            then(work())

    def give_up_search(self) -> None:
        """Stop a search that a worker is still at."""
        self.screen.workers.cancel_group(self.screen, "search")

    def _work(self, work: Callable[[], object], then: Callable[..., None], group: str) -> None:
        """Do something in a thread, then pass its result on in the loop of the app.

        It is dropped when a fuller document has taken the place of the one that was looked through,
        or the screen has been left.
        """
        document = self.screen.document

        def told(found: object) -> None:
            if self.screen.document is document and self.screen.is_attached:
                then(found)

        def run() -> None:
            found = work()
            if not get_current_worker().is_cancelled:
                self.screen.app.call_from_thread(told, found)

        self.screen.run_worker(run, thread=True, exclusive=True, group=group)


def _unless_cancelled(work: Callable[..., Found]) -> Found | None:
    """Return what a search finds, or nothing once its worker has been cancelled."""
    from tui.search.scan import SearchCancelledError

    worker = get_current_worker()
    try:
        return work(is_cancelled=lambda: worker.is_cancelled)
    except SearchCancelledError:
        return None
