"""An HTML page as a browser saves it: its elements, flat, and what each is for the article.

The page is gone through once; the depth of its elements does not matter.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Literal, TypeAlias

from tui.draft.article import BlockKind

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SKIPPED = frozenset(
    "script style noscript template svg iframe button select option nav footer aside textarea"
    " object video audio head canvas math dialog".split()
)
_BLOCKS = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li table tr td th blockquote"
    " figure figcaption center pre dl dt dd body html caption tbody thead tfoot fieldset address"
    " hr".split()
)
_OTHER_PARTS = re.compile(
    r"(?i)comment|share|social|related|lien-?quan|tin-?khac|other-?news|sidebar|breadcrumb|menu|footer"
    r"|banner|advert|quang-?cao|(?<![a-z])tags?(?![a-z])|pagination|copyright|author-?box|widget|newsletter|popup|toolbar|tin-?moi|most-?view|xem-?nhieu|zone--|navbar"
)
_CAPTION = re.compile(
    r"(?i)caption|img-?desc|image-?desc|chu-?thich|photo-?desc|expedit|note-?image|img-?note|pic-?desc"
)
_CENTERED = re.compile(r"(?i)text-align\s*:\s*center")
_DEEPEST = 400

Event: TypeAlias = tuple[Literal["text", "break", "image"], int, str]
"""Text, a line break or a picture, in the element of an index."""


class Element:
    """An element of a page: what it inherits, and how much running text it holds."""

    __slots__ = (
        "block",
        "cell",
        "centered",
        "end",
        "kind",
        "letters",
        "link",
        "parent",
        "row",
        "score",
        "skipped",
        "slanted",
        "slanted_letters",
        "start",
        "table",
        "tag",
    )

    def __init__(
        self, tag: str, attributes: dict[str, str], parent: int, up: Element | None
    ) -> None:
        named = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        self.tag = tag
        self.parent = parent
        self.skipped: bool = _is_skipped(tag, named) or (up is not None and up.skipped)
        self.link: bool = tag == "a" or (up is not None and up.link)
        self.slanted: bool = tag in ("em", "i") or (up is not None and up.slanted)
        self.kind: BlockKind = _kind(tag, named, up.kind if up else "paragraph")
        self.centered: bool = _is_centered(tag, attributes) or (
            up is not None and up.centered and tag not in ("table", "td")
        )
        self.block = -1
        # The table, the row and the cell it is in, by their indices.
        self.table: int = up.table if up else -1
        self.row: int = up.row if up and tag != "table" else -1
        self.cell: int = up.cell if up and tag not in ("table", "tr") else -1
        self.letters = self.slanted_letters = self.score = 0
        self.start = self.end = 0


def _is_skipped(tag: str, named: str) -> bool:
    """Tell whether an element is not part of an article: by its tag, its class or its id."""
    if tag in _SKIPPED:
        return True
    holds_all = tag in ("body", "html", "article", "main")
    return tag in _BLOCKS and not holds_all and bool(_OTHER_PARTS.search(named))


def _is_centered(tag: str, attributes: dict[str, str]) -> bool:
    return (
        tag == "center"
        or attributes.get("align", "").lower() == "center"
        or bool(_CENTERED.search(attributes.get("style", "")))
    )


def _kind(tag: str, named: str, inherited: BlockKind) -> BlockKind:
    if tag in ("figcaption", "caption") or _CAPTION.search(named):
        return "caption"
    if tag == "p" and named.strip().lower() == "image":
        return "caption"
    if inherited in ("caption", "quote"):
        return inherited
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return "heading"
    kinds: dict[str, BlockKind] = {"li": "list", "blockquote": "quote"}
    return kinds.get(tag, inherited)


class Page(HTMLParser):
    """A page: its elements in the order in which they begin, and the events of its text."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements = [Element("root", {}, 0, None)]
        self.elements[0].block = 0
        self.events: list[Event] = []
        self.lines: list[int] = []
        self.meta: dict[str, str] = {}
        self.title = ""
        self._open = [0]
        self._counts: dict[str, int] = {}
        self._in_title = False
        self.feed(markup)
        self.close()
        for index in reversed(self._open):
            self.elements[index].end = len(self.events)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        attributes = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._remember(attributes)
        elif tag == "link" and "canonical" in attributes.get("rel", ""):
            self.meta.setdefault("canonical", attributes.get("href", ""))
        elif tag == "time" and attributes.get("datetime"):
            self.meta.setdefault("time", attributes["datetime"])
        elif tag == "title" and not self.title:
            self._in_title = True
        if tag == "br" or tag == "hr":
            self._event("break", "")
        elif tag == "img":
            self._event("image", "")
        if tag in _VOID:
            return
        if tag in _BLOCKS and self._counts.get("p"):
            self._close("p", 12)
        if len(self._open) < _DEEPEST:
            self._begin(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element and close it."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and what is open in it."""
        if tag == "title":
            self._in_title = False
        if self._counts.get(tag):
            self._close(tag, _DEEPEST)

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._in_title:
            self.title += data
            return
        self._event("text", data)
        element = self.elements[self._open[-1]]
        if not element.link and not element.skipped:
            block = self.elements[element.block]
            count = len(data.strip())
            block.letters += count
            block.slanted_letters += count if element.slanted else 0
            if len(data) > 60:
                block.score += 40 * data.count(". ")

    def _remember(self, attributes: dict[str, str]) -> None:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and attributes.get("content"):
            self.meta.setdefault(name.lower(), attributes["content"])

    def _event(self, kind: Literal["text", "break", "image"], data: str) -> None:
        self.events.append((kind, self._open[-1], data))
        self.lines.append(self.getpos()[0])

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        up = self._open[-1]
        element = Element(tag, attributes, up, self.elements[up])
        element.block = len(self.elements) if tag in _BLOCKS else self.elements[up].block
        element.start = len(self.events)
        if tag == "table":
            element.table = len(self.elements)
        elif tag == "tr":
            element.row = len(self.elements)
        elif tag in ("td", "th"):
            element.cell = len(self.elements)
        self._open.append(len(self.elements))
        self.elements.append(element)
        self._counts[tag] = self._counts.get(tag, 0) + 1

    def _close(self, tag: str, farthest: int) -> None:
        for back in range(1, min(farthest, len(self._open) - 1) + 1):
            inner = self.elements[self._open[-back]]
            if tag == "p" and inner.tag in (
                "div",
                "td",
                "li",
                "section",
                "article",
                "blockquote",
                "figure",
            ):
                return
            if inner.tag == tag:
                for _index in range(back):
                    closed = self.elements[self._open.pop()]
                    closed.end = len(self.events)
                    self._counts[closed.tag] -= 1
                return
