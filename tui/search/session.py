"""Where the reader is in a search: the query, its hits, which of them, and the way back.

A session is a value. Each step returns another one and touches nothing else; who shows it moves
cursors and draws. A search that takes long is answered later, and an answer to words that have
changed since is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from tui.search.hits import Found, Hit
from tui.search.rules import RULES, Rule, stricter
from tui.search.walk import index_at

Place = TypeVar("Place")
"""Where the reader was, in the terms of who shows it; a session only keeps it."""

_MOST_HISTORY = 100


class Session(Struct, Generic[Place], frozen=True):
    """A search as far as it has come. ``Session()`` is none."""

    query: str = ""
    up_to: Rule = RULES[-1]
    """How far the reader lets the query be loosened."""
    found: Found = Found()
    is_answered: bool = True
    """Whether ``found`` is what the query finds; else it is what the query before it found."""
    current: int = -1
    """The index of the hit that the cursor is on, or -1."""
    history: tuple[str, ...] = ()
    """The queries that the reader stayed on, the last one last, each once."""
    place: Place | None = None
    """Where the reader was when the search began; nothing once it is settled."""
    start: int = 0
    """The index of the text in which the reader was: the best hit is looked for from there on."""

    @property
    def is_searching(self) -> bool:
        """Whether there are words to look for."""
        return bool(self.query.strip())

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits, in reading order."""
        return self.found.hits

    @property
    def hit(self) -> Hit | None:
        """The hit that the cursor is on."""
        return self.hits[self.current] if 0 <= self.current < len(self.hits) else None

    # Asking and being answered.

    def begin(self, place: Place, start: int = 0) -> Session[Place]:
        """Return the search begun from ``place``, in a text, unless it has begun already."""
        return self if self.place is not None else replace(self, place=place, start=start)

    def ask(self, query: str) -> Session[Place]:
        """Return the session that waits for what ``query`` finds."""
        return replace(
            self, query=query, up_to=RULES[-1], is_answered=not query.strip(), current=-1
        )._without_hits_of_nothing()

    def answer(
        self, query: str, up_to: Rule, found: Found, *, is_whole: bool = True
    ) -> Session[Place]:
        """Return the session with what a query found, the cursor on its best hit.

        Args:
            query: What was looked for; an answer to other words than these now are is dropped.
            up_to: How far it might be loosened when it was asked.
            found: What it found.
            is_whole: Whether that is all it finds, or only the first hits from :attr:`start` on.
        """
        if (query, up_to) != (self.query, self.up_to):
            return self
        current = best(found.hits, self.start)
        return replace(self, found=found, is_answered=is_whole, current=current)

    def refuse(self) -> Session[Place]:
        """Return the session that waits for what the query finds one step stricter.

        A query that was not loosened has nothing to refuse; see :attr:`can_refuse`.
        """
        if not self.can_refuse:
            return self
        return replace(self, up_to=stricter(self.found.rule), is_answered=False, current=-1)

    @property
    def can_refuse(self) -> bool:
        """Whether the hits are those of a reading that the reader may refuse."""
        return self.is_searching and self.is_answered and self.found.rule != "strict"

    def move(self, text: int, offset: int) -> Session[Place]:
        """Return the session after the cursor moved: on the hit that begins there, or on none."""
        return replace(self, current=index_at(self.hits, text, offset))

    # Ending.

    def stay(self) -> Session[Place]:
        """Return the session settled where the cursor is: its query is remembered."""
        query = self.query.strip()
        if not query or not self.hits:
            return self
        history = (*(other for other in self.history if other != query), query)
        return replace(self, history=history[-_MOST_HISTORY:], place=None)

    def end(self) -> Session[Place]:
        """Return the session after the search; what was looked for before is still known."""
        return Session(history=self.history)

    def _without_hits_of_nothing(self) -> Session[Place]:
        return self if self.is_searching else replace(self, found=Found())


def best(hits: Sequence[Hit], start: int = 0) -> int:
    """Return the index of the closest hit, of several the first from text ``start`` on, or -1."""
    if not hits:
        return -1
    closest = min(hit.rank for hit in hits)
    indices = [index for index, hit in enumerate(hits) if hit.rank == closest]
    return next((index for index in indices if hits[index].text >= start), indices[0])
