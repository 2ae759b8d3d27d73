"""The article of an HTML page, told from menus, lists of links and what else stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tui.draft import lexicon
from tui.draft.article import Article, Block, BlockKind
from tui.draft.layout.kinds import arrange
from tui.draft.reading.article_error import ArticleError
from tui.draft.reading.page import Element, Page
from tui.draft.reading.tables import rows_of_entries
from tui.locale import _
from tui.text.cleaning import clean_line

_PARAGRAPH = 60
_MOST_OF_IT = 0.82
_ENOUGH = 200
_LONGEST_HEADING = 180
_LONGEST_LINK = 200
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{10,40})"')
_PUBLISHED = (
    "article:published_time",
    "pubdate",
    "datepublished",
    "og:article:published_time",
    "publishdate",
    "date",
    "dc.date.issued",
    "time",
)
_DATED = re.compile(r"\d{4}")
_SITE = re.compile(r"\s+[|»–—-]\s+[^|»–—-]{2,60}$")


def article_of_page(markup: str, name: str) -> Article:
    """Return the article of a page.

    Raises:
        ArticleError: There is no running text in it.
    """
    page = Page(markup)
    chosen = _article_element(page)
    if page.elements[chosen].score < _ENOUGH:
        sentence = _("{file}: no article was found on this page. Copy its text into a file.")
        raise ArticleError(sentence.format(file=name))
    lines = _without_more(list(_Lines(page, page.elements[chosen]).lines()))
    url = page.meta.get("og:url") or page.meta.get("canonical") or ""
    return arrange(
        _with_headline(lines, page),
        published=_published(page, markup),
        url=clean_line(url) if url.startswith(("http://", "https://")) else "",
    )


def _article_element(page: Page) -> int:
    """Return the index of the smallest element with most of the running text of the page."""
    elements = page.elements
    children: dict[int, list[int]] = {}
    for index in range(len(elements) - 1, 0, -1):
        element = elements[index]
        if element.skipped:
            element.score = 0
            continue
        element.score += element.letters if element.letters > _PARAGRAPH else 0
        elements[element.parent].score += element.score
        children.setdefault(element.parent, []).append(index)
    whole, here = elements[0].score, 0
    while whole:
        best = max(children.get(here, ()), key=lambda index: elements[index].score, default=-1)
        if best < 0 or elements[best].score < _MOST_OF_IT * whole:
            break
        if elements[best].tag in ("p", "li"):
            break
        here = best
    return here


class _Lines:
    """The lines of the article: what stands between the ends of blocks and line breaks."""

    def __init__(self, page: Page, chosen: Element) -> None:
        self.page = page
        self.range = range(chosen.start, chosen.end)
        self.rows = rows_of_entries(page)
        self.after_image = False

    def lines(self) -> Iterator[Block]:
        """Yield the lines, each with its kind; a row of a table with entries is one."""
        at = chosen = self.range.start
        while at < self.range.stop:
            row = self._row(at)
            while at < self.range.stop and self._row(at) == row:
                at += 1
            read = self._lines if row < 0 else self._cells
            yield from read(range(chosen, at))
            chosen = at

    def _row(self, event: int) -> int:
        """Return the row of entries that something is in, or -1."""
        row = self.page.elements[self.page.events[event][1]].row
        return row if row in self.rows else -1

    def _cells(self, events: range) -> Iterator[Block]:
        """Yield a row: its cells, each a line."""
        cells: dict[int, list[str]] = {}
        for index in events:
            kind, element_index, data = self.page.events[index]
            element = self.page.elements[element_index]
            if not element.skipped:
                cells.setdefault(element.cell, []).append(data if kind == "text" else " ")
        words = [line for part in cells.values() if (line := clean_line(" ".join(part)))]
        if words:
            yield Block("list", "\n".join(words), self.page.lines[events.start])

    def _lines(self, events: range) -> Iterator[Block]:
        part: list[str] = []
        at: Element | None = None
        block, number = -1, 0
        for index in events:
            kind, element_index, data = self.page.events[index]
            element = self.page.elements[element_index]
            if element.skipped:
                continue
            if element.block != block or kind != "text":
                yield from self._line(part, at, number)
                part, block = [], element.block
            if kind == "image":
                self.after_image = True
            elif kind == "text":
                if not part:
                    number = self.page.lines[index]
                if at is None or not part or data.strip():
                    at = element if not part or at is None or element.kind == "caption" else at
                part.append(data)
        yield from self._line(part, at, number)

    def _line(self, part: list[str], element: Element | None, number: int) -> Iterator[Block]:
        words = clean_line("".join(part))
        if not words or element is None:
            return
        kind = self._kind(element, words)
        self.after_image = False
        yield Block(kind, words, number)

    def _kind(self, element: Element, words: str) -> BlockKind:
        if element.kind == "heading" and len(words) > _LONGEST_HEADING:
            return "paragraph"  # the lead, in the looks of a heading
        if element.kind != "paragraph" or not self.after_image:
            return element.kind
        block = self.page.elements[element.block]
        all_slanted = block.letters and block.slanted_letters >= 0.9 * block.letters
        if len(words) < 400 and (block.centered or all_slanted):
            return "caption"
        return "paragraph"


def _without_more(lines: list[Block]) -> list[Block]:
    """Leave out the links to other articles after the end."""
    more = lexicon.form("lines.more")
    end = len(lines)
    for index in range(len(lines) - 1, max(2, len(lines) // 3), -1):
        text = lines[index].text
        if len(text) >= _LONGEST_LINK:
            break
        if len(text) < 40 and more.match(text.lower()):
            end = index
    return lines[:end]


def _with_headline(lines: list[Block], page: Page) -> list[Block]:
    title = clean_line(page.meta.get("og:title") or page.title)
    short = _SITE.sub("", title)
    at = next((i for i, block in enumerate(lines[:6]) if block.text in (title, short)), None)
    if at is None:
        at = next((i for i, block in enumerate(lines[:4]) if block.kind == "heading"), None)
    if at is not None:
        head = lines[at]
        # What stands before a headline is the way to it: the name of the section, the date.
        before = [
            block
            for block in lines[:at]
            if len(block.text) > _PARAGRAPH or _DATED.search(block.text)
        ]
        return [Block("headline", head.text, head.line), *before, *lines[at + 1 :]]
    return [Block("headline", short, 1), *lines] if short else lines


def _published(page: Page, markup: str) -> date | None:
    told = [page.meta[name] for name in _PUBLISHED if name in page.meta]
    told += _JSON_DATE.findall(markup[:400_000])[:1]
    for text in told:
        if match := _DATE.search(text):
            try:
                return date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
    return None
