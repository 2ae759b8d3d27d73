"""Where in its file stands what the cursor of an event screen is on: to be copied, or edited."""

from __future__ import annotations

import os
from asyncio import to_thread
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct
from textual.message import Message

from tui.document.model import SectionName
from tui.locale import _
from tui.record.problems import UnreadableError
from tui.record.reading import read

if TYPE_CHECKING:
    from tui.screens.event import EventScreen


class FilePlace(Struct, frozen=True):
    """A line of a file; the path is as it was named."""

    path: str
    line: int

    @property
    def absolute(self) -> str:
        """The path from the root: as an argument it can be taken for no option."""
        return os.path.abspath(self.path)  # noqa: PTH100  # follows no link


@dataclass
class PlaceAsked(Message):
    """The reader asks for the place in the file of what the cursor is on."""

    place: FilePlace


class _Address(Struct, frozen=True):
    path: str
    section: SectionName
    item: str
    field: str


async def file_place(screen: EventScreen) -> FilePlace | str:
    """Return where in its file stands what the cursor is on, or a sentence on why nowhere.

    The file is read only now, in a thread: it is looked up where the thing stands today.
    """
    address = _address(screen)
    if isinstance(address, str):
        return address
    try:
        return await to_thread(_found, address)
    except UnreadableError as error:
        return str(error)


def _found(address: _Address) -> FilePlace:
    from tui.document.lines import line_of  # not on start-up

    content = read(address.path)
    return FilePlace(address.path, line_of(content, address.section, address.item, address.field))


def _address(screen: EventScreen) -> _Address | str:
    """Return the address of what the cursor is on, and its file; else why there is none."""
    pane = screen.panes[screen.active]
    texts = pane.texts_of_line()
    if screen.journey is not None and screen.journey.is_gathered:
        origin = screen.journey.origin(texts)
        if origin is None:
            return screen.journey.no_origin()
        path = os.fsdecode(origin.event.path)
        return _Address(path, origin.section, origin.item, origin.field)
    file = screen.watching.file
    if not file.path:
        return _(file.why_not)
    if not texts:
        return _Address(file.path, pane.section, "", "")
    text, field = texts[0], "" if pane.is_list else texts[0].field
    if screen.current is not None and screen.document.texts[screen.current[0]] in texts:
        text = screen.document.texts[screen.current[0]]
        field = text.field
    return _Address(file.path, text.section, text.item, field)
