"""What ties the page together: every mention is a link, and lights up with all others of its thing.

Classes are numbers of the page's own, so nothing of a record stands in its style. ``t3`` is on
whatever stands for the fourth thing, ``c3`` on items that carry it, such as an agreement on its
parties: pointing at either lights ``t3``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import htpy as h

from tui.document.model import Document, SectionName, Text
from tui.document.places import place
from tui.record.model import Agreement, Photo
from tui.search.mentions import Mentions

MOST_LIT = 400
"""So many things light up, those that come first; browsers are slow with thousands of rules."""
MOST_PLACES = 8
"""So many places of a thing are listed with it."""


class Links:
    """The mentions of a document as links, in the sections that the page shows."""

    def __init__(self, document: Document, sections: Collection[SectionName]) -> None:
        self._document = document
        self._mentions = Mentions(document.things, document.texts)
        shown = [section for section in document.sections if section.name in sections]
        ids = (item.id for each in shown for group in each.groups for item in group.items)
        self.anchors = frozenset(id_ for id_ in ids if id_ in document.things)
        """The ids of things that have an item on the page."""
        self._numbers = {id_: number for number, id_ in enumerate(document.things)}
        self._places: dict[str, list[int]] = {}
        self.targets: set[int] = set()
        """The indices of texts that are linked to."""
        for section in shown:
            for index in document.ranges[section.name]:
                self._note(index, document.texts[index])

    def _note(self, index: int, text: Text) -> None:
        for id_ in dict.fromkeys(each.id for each in self._mentions.within(index)):
            if id_ != text.item and id_ in self.anchors:
                self._places.setdefault(id_, []).append(index)
                self.targets.add(index)

    def words(self, index: int) -> list[h.Node]:
        """Return the words of a text, with what it names as links."""
        text = self._document.texts[index]
        found: list[h.Node] = []
        end = 0
        for each in self._mentions.within(index):
            found.append(text.words[end : each.start])
            named = text.words[each.start : each.end]
            mark = f"m {self.class_of(each.id)}".strip()
            if each.id in self.anchors:
                found.append(h.a(class_=mark, href=f"#{each.id}")[named])
            else:
                found.append(h.span(class_=mark)[named])
            end = each.end
        found.append(text.words[end:])
        return found

    def class_of(self, id_: str) -> str:
        """Return the class of what stands for a thing; an empty one if it does not light up."""
        number = self._numbers.get(id_, MOST_LIT)
        return f"t{number}" if number < MOST_LIT else ""

    def carried(self, id_: str) -> str:
        """Return the classes for what an item carries, and for the thing itself."""
        thing = self._document.things.get(id_)
        others: tuple[str, ...] = ()
        if isinstance(thing, Agreement):
            others = thing.parties
        elif isinstance(thing, Photo):
            others = thing.depicts
        numbers = (self._numbers.get(other, MOST_LIT) for other in dict.fromkeys(others))
        carried = [f"c{number}" for number in numbers if number < MOST_LIT]
        return " ".join(filter(None, (self.class_of(id_), *carried)))

    def places(self, id_: str) -> Mapping[int, str]:
        """Return where a thing is mentioned but in its own item: what to call each, by its text."""
        found: dict[str, int] = {}
        for index in self._places.get(id_, ()):
            text = self._document.texts[index]
            where = place(self._document, text) or self._document.section(text.section).title
            found.setdefault(where, index)
        return {index: name for name, index in found.items()}

    def rules(self) -> str:
        """Return the rules of style that light what belongs together."""
        lit = (f":root:has(:is(.t{n},.c{n}):is(:hover,:focus,:target)) .t{n}" for n in self._lit())
        selectors = ",\n".join(lit)
        if not selectors:
            return ""
        return f"{selectors} {{ --mark: var(--lit); --line: var(--lit-line); --drawn: solid; }}\n"

    def _lit(self) -> Sequence[int]:
        return range(min(len(self._numbers), MOST_LIT))


def text_id(index: int) -> str:
    """Return the id of a text on the page; an id of a record never begins so."""
    return f"_{index}"
