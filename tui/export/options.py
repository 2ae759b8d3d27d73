"""What is asked of an export beside its format."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from tui.document.model import SECTIONS, SectionName


class Options(Struct, frozen=True):
    """What is asked of an export; each format reads what concerns it.

    ``sections`` are those to be exported; none means what the format is for. ``delimiter`` stands
    between the fields of a table. A page among others leads back to ``home``, which is its name
    and its address, and on by ``links``: the addresses of pages that tell more of a text, by the
    item and the field of the text.
    """

    sections: Collection[SectionName] = ()
    delimiter: str = ","
    home: tuple[str, str] = ("", "")
    links: Mapping[tuple[str, str], str] = {}

    @property
    def sections_or_all(self) -> Collection[SectionName]:
        """The sections to be exported; all, if none are named."""
        return self.sections or SECTIONS
