"""A document: what is shown, whatever shows it.

It has four sections, each with items in groups, each item with texts. Panes, cards, commands,
exports and search read documents and nothing else, so what a field is called and where it stands
is decided once, in this package.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

from tui.record.model import Abbreviation, Entity, Record

if TYPE_CHECKING:
    from tui.document.texts import Texts

SectionName: TypeAlias = Literal["article", "participants", "agreements", "photos"]
SECTIONS: tuple[SectionName, ...] = ("article", "participants", "agreements", "photos")
"""The sections, in reading order."""

Kind: TypeAlias = Literal[
    "headline",  # of the article
    "heading",
    "paragraph",
    "quote",
    "attribution",  # who is quoted
    "entry",  # of a list in the article
    "photo",  # where it stands in the article
    "name",  # what an item is called
    "detail",  # what is said of the item
    "caption",  # of a photo
    "point",  # of the scope of an agreement
    "period",  # of an agreement
    "state",  # of an agreement, on the day it is shown
    "fact",  # of the event or its source
    "row",  # of a matrix
    "role",  # the part a participant had
]
"""What a text is. How each looks is the business of what shows it."""


class Reference(Struct, frozen=True):
    """A span ``[start, end)`` of a text that stands for the thing with this id."""

    start: int
    end: int
    id: str


class Text(Struct, frozen=True):
    """A piece of shown text with an address.

    ``words`` are the record's own and are searched; ``label`` is the program's, stands before
    them and is not searched. A text may have a label alone.

    ``section``, ``item`` and ``field`` are its address: ``item`` is the id of the thing that the
    text belongs to, or a path in the file such as ``body[3]``; ``field`` is the field below it,
    such as ``name`` or ``positions[0]``. ``references`` are the spans that the file itself ties to
    a thing by its id.
    """

    section: SectionName
    item: str
    field: str
    words: str
    references: tuple[Reference, ...] = ()
    kind: Kind = "paragraph"
    label: str = ""


class Item(Struct, frozen=True):
    """Texts that belong together: a paragraph, a participant, an agreement, a photo."""

    id: str
    texts: tuple[Text, ...]


class Group(Struct, frozen=True):
    """Items under one heading; the first group of a section may have none.

    ``counted`` says that how many items there are is worth telling.
    """

    name: str
    items: tuple[Item, ...]
    heading: str = ""
    counted: bool = False


class Section(Struct, frozen=True):
    """One of the four sections. ``nothing`` is said in place of what it lacks, and else empty."""

    name: SectionName
    title: str
    groups: tuple[Group, ...]
    nothing: str = ""


class Document(Struct, frozen=True, dict=True):
    """What is shown of a record, or of a thing of an archive.

    ``things`` are what its references and items point to, by id. ``abbreviations`` are its own;
    ``year`` is that of dates without one (rule S10 of docs/search.md). ``record`` is what it was
    made of, if it was made of one alone, ``file`` what the reader calls its file, and ``folder``
    where that lies, with the files of its photos; if it is empty there are no photos.
    """

    id: str
    title: str
    summary: str
    language: str
    sections: tuple[Section, ...]
    things: Mapping[str, Entity]
    citation: str = ""
    abbreviations: tuple[Abbreviation, ...] = ()
    year: int | None = None
    record: Record | None = None
    file: str = ""
    folder: str = ""

    @cached_property
    def texts(self) -> Texts:
        """All texts in reading order, ready to be searched."""
        from tui.document.texts import Texts

        return Texts(
            (
                text
                for section in self.sections
                for group in section.groups
                for item in group.items
                for text in item.texts
            ),
            abbreviations=self.abbreviations,
            year=self.year,
        )

    @cached_property
    def texts_of_things(self) -> Mapping[str, tuple[Text, ...]]:
        """The texts of the item of each thing, by its id."""
        return {id_: texts for id_, texts in self.texts_of_items.items() if id_ in self.things}

    @cached_property
    def texts_of_items(self) -> Mapping[str, tuple[Text, ...]]:
        """The texts of each item, by its id."""
        return {
            item.id: item.texts
            for section in self.sections
            for group in section.groups
            for item in group.items
        }

    @cached_property
    def ranges(self) -> Mapping[SectionName, range]:
        """The indices in :attr:`texts` of those of each section."""
        found: dict[SectionName, range] = {}
        end = 0
        for section in self.sections:
            start = end
            end += sum(len(item.texts) for group in section.groups for item in group.items)
            found[section.name] = range(start, end)
        return found

    def section(self, name: SectionName) -> Section:
        """Return a section by its name."""
        return self.sections[SECTIONS.index(name)]
