"""Where in an archive a document on the screen stands, and the ways from there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.archive.archive import Facet
from tui.archive.origins import Origin
from tui.archive.store import EventRow
from tui.document.model import Text
from tui.locale import _
from tui.panes.archive_events import list_ends
from tui.record.model import Record

if TYPE_CHECKING:
    from tui.screens.opener import Opener

Way: TypeAlias = Literal["next", "previous", "dossier", "origin"]
"""To another event of the list, to who the cursor is on, to the event of a line."""

_GATHERED = re.compile(r"([op])(\d+)-(\d+)")
"""The id of a person or an organisation in a dossier: its sort, index and number there."""


class Journey:
    """The ways from an event of an archive, or from a document gathered from several."""

    def __init__(
        self,
        opener: Opener,
        *,
        row: EventRow | None = None,
        record: Record | None = None,
        in_list: bool = False,
        origins: Mapping[tuple[str, str], Origin] | None = None,
        about: Facet | None = None,
    ) -> None:
        self.opener = opener
        self.row = row
        self.record = record
        self.in_list = in_list
        """Whether there are events before and after it in the list of the archive."""
        self.origins = origins
        """Where the texts of a gathered document stand, by item and field."""
        self.about = about

    @property
    def is_gathered(self) -> bool:
        """Whether the document is gathered from several events."""
        return self.origins is not None

    async def take(self, way: Way, thing: str, texts: tuple[Text, ...]) -> None:
        """Take a way from where the reader is.

        Args:
            way: To another event, to the dossier of ``thing``, or to the event of ``texts``.
            thing: The thing that the cursor is on, or nothing.
            texts: The texts that the cursor is on; what no event tells leads to the dossier.
        """
        if way in ("next", "previous"):
            await self.go_on(1 if way == "next" else -1)
        elif way == "origin" and (origin := self.origin(texts)) is not None:
            await self.open_origin(origin)
        elif thing:
            await self.open_dossier(thing)

    def offers(self, way: Way, thing: str) -> bool | None:
        """Tell whether there is a way: yes, no, or dimmed (``None``)."""
        match way:
            case "origin":
                return self.is_gathered
            case "dossier":
                return True if self.is_name(thing) else None
            case _:
                return self.in_list

    async def go_on(self, direction: int) -> None:
        """Go to the next event of the list, or the one before; say when there is none."""
        asker = self.opener.screen.asker
        if await self.opener.screen.open_next(direction):
            return
        if direction < 0:
            self.opener.say(_("This is the first event of the list."))
        elif asker.is_full and asker.answer is not None:
            self.opener.say(list_ends(len(asker.answer.listed)))
        else:
            self.opener.say(_("This is the last event of the list."))

    def who_is(self, thing: str) -> Facet | None:
        """Return whom a thing of the document is in the archive."""
        if self.row is not None and self.record is not None:
            return self.opener.who_is(self.row, self.record, thing)
        found = _GATHERED.fullmatch(thing)
        if found is None:
            return None
        return self.opener.who_has_number(found[1], int(found[2]), int(found[3]))

    def is_name(self, thing: str) -> bool:
        """Tell whether a thing is a person or an organisation of the archive."""
        if self.record is not None:
            people, bodies = self.record.people, self.record.organizations
            return any(p.id == thing for p in people) or any(b.id == thing for b in bodies)
        return _GATHERED.fullmatch(thing) is not None

    async def open_dossier(self, thing: str) -> None:
        """Open the dossier of a thing; say when the archive does not know it."""
        who = self.who_is(thing)
        if who is not None:
            await self.opener.open_dossier(who)
        else:
            self.opener.say(_("The archive does not know this name yet."))

    def origin(self, texts: tuple[Text, ...]) -> Origin | None:
        """Return where the first of some texts that comes from an event stands."""
        origins = self.origins or {}
        found = (origins.get((text.item, text.field)) for text in texts)
        return next((origin for origin in found if origin is not None), None)

    @staticmethod
    def no_origin() -> str:
        """Return a sentence for a line that no single event tells."""
        return _("This line does not come from a single file.")

    async def open_origin(self, origin: Origin) -> None:
        """Open the event in which a text stands, at its place."""
        await self.opener.open_event(origin.event, at=origin, about=self.about)

    def leave(self) -> None:
        """Go back to where the document was opened."""
        self.opener.screen.app.pop_screen()
