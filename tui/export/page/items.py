"""Items of a document as HTML: each text in the element of its kind."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from itertools import count, groupby

import htpy as h

from tui.document import relations
from tui.document.model import Document, Group, Item, Kind, Section, Text
from tui.document.periods import SIGNS
from tui.document.timeline import Timeline, bars
from tui.export.page.bars import bar
from tui.export.page.linking import MOST_PLACES, Links, text_id
from tui.export.page.matrix import matrix_table
from tui.export.photos import Photos
from tui.locale import _
from tui.record.model import Photo

_CLASSES: Mapping[Kind, str] = {"paragraph": ""}
"""The classes of texts that are paragraphs; those of other kinds are called as the kinds are."""
_IN_LISTS = frozenset(("entry", "point"))


class Items:
    """Makes the items of the sections of a document, in reading order."""

    def __init__(
        self,
        document: Document,
        links: Links,
        pages: Mapping[tuple[str, str], str],
        line: Timeline | None,
        photos: Photos,
    ) -> None:
        self._things = document.things
        self._pages = pages
        self._ranges = document.ranges
        self._links = links
        self._line = line
        self._bars = bars(line) if line else {}
        self._photos = photos

    def groups(self, section: Section) -> Iterator[h.Node]:
        """Yield the groups of a section."""
        indices = count(self._ranges[section.name].start)
        for group in section.groups:
            body = self._body(group, indices)
            if group.heading:
                number = len(group.items) if group.counted else None
                heading = h.h3[group.heading, h.span(".count")[f" {number}"] if number else None]
                yield h.section(".group")[heading, body]
            else:
                yield body

    def _body(self, group: Group, indices: Iterator[int]) -> h.Node:
        if group.name == relations.NAME and (matrix := relations.matrix(self._things)):
            _columns, *rows = [next(indices) for _text in group.items[0].texts]
            return matrix_table(matrix, map(self._words, rows))
        made = [self._item(item, group, indices) for item in group.items]
        is_list = all(item.id in self._things for item in group.items)
        return h.ul(".items")[made] if is_list else h.div(f".{group.name}")[made]

    def _words(self, index: int) -> h.Node:
        """Return the words of a text with what they name as links, to be linked to itself."""
        id_ = text_id(index) if index in self._links.targets else None
        return h.span(id=id_)[self._links.words(index)]

    def _item(self, item: Item, group: Group, indices: Iterator[int]) -> h.Node:
        texts = [(next(indices), text) for text in item.texts]
        has_headline = group.name == "body" and texts[0][1].item == "article"
        level = 4 if group.heading or (group.name == "body" and not has_headline) else 3
        parts = list(self._texts(item, texts, level))
        thing = self._things.get(item.id)
        if thing is None:
            return h.div(".block")[parts]
        if isinstance(thing, Photo):
            parts.insert(1, self._image(thing))
        parts.append(self._mentioned(item.id))
        return h.li(id=item.id, class_=f"item {self._links.carried(item.id)}".strip())[parts]

    def _image(self, photo: Photo) -> h.Node:
        drawn = self._photos.drawn(photo)
        if drawn is None:
            return None
        source = f"data:image/jpeg;base64,{b64encode(drawn.data).decode()}"
        width, height = str(drawn.width), str(drawn.height)
        return h.img(src=source, alt=photo.caption, width=width, height=height)

    def _texts(self, item: Item, texts: list[tuple[int, Text]], level: int) -> Iterator[h.Node]:
        for kind, run in groupby(texts, key=lambda pair: pair[1].kind):
            elements = [self._text(item, index, text, level) for index, text in run]
            if kind in _IN_LISTS:
                yield h.ul(f".{kind}")[elements]
            else:
                yield from elements

    def _text(self, item: Item, index: int, text: Text, level: int) -> h.Node:
        id_ = text_id(index) if index in self._links.targets else None
        label = text.label and h.span(".label")[f"{text.label} " if text.words else text.label]
        inside: list[h.Node] = [label, *self._links.words(index), self._more(item, text)]
        heading = (h.h3, h.h4)[level - 3]
        match text.kind:
            case "headline":
                return h.h3(".headline", id=id_)[inside]
            case "heading":
                return heading(".heading", id=id_)[inside]
            case "name":
                return heading(".name", id=id_)[inside]
            case "quote":
                return h.blockquote(id=id_)[h.p[inside]]
            case "entry" | "point":
                return h.li(id=id_)[inside]
            case "period":
                return h.p(".period", id=id_)[inside], self._bar(item.id)
            case "state":
                return self._state(item.id, inside)
        return h.p(class_=_CLASSES.get(text.kind, text.kind) or None, id=id_)[inside]

    def _more(self, item: Item, text: Text) -> h.Node:
        """Return a link to the page that tells more of a text; of an item's texts, to each once."""
        page = self._pages.get((item.id, text.field))
        first = (each for each in item.texts if self._pages.get((item.id, each.field)) == page)
        if page is None or next(first) is not text:
            return None
        label = _("More: {words}").format(words=text.words)
        return h.a(".more", href=page, aria_label=label)["→"]

    def _bar(self, agreement: str) -> h.Node:
        drawn = self._bars.get(agreement)
        return bar(drawn, self._line) if drawn and self._line else None

    def _state(self, agreement: str, inside: list[h.Node]) -> h.Node:
        drawn = self._bars.get(agreement)
        state = drawn.state if drawn else ""
        sign = SIGNS.get(state, "")
        return h.p(class_=f"state {state}".strip())[
            h.span(".sign", aria_hidden="true")[f"{sign} "], inside
        ]

    def _mentioned(self, id_: str) -> h.Node:
        """Return links to where a thing is mentioned."""
        places = list(self._links.places(id_).items())
        if not places:
            return None
        shown: list[h.Node] = []
        for index, name in places[:MOST_PLACES]:
            shown += [" · " if shown else None, h.a(href=f"#{text_id(index)}")[name]]
        more = len(places) - MOST_PLACES
        return h.p(".where")[
            h.span(".label")[_("Mentioned in:")], " ", shown, more > 0 and f" · +{more}"
        ]
