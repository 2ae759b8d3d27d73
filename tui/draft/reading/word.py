"""DOCX: the paragraphs of a word processor's file (ECMA-376, part 1), by the standard library."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from tui.draft.article import Block, BlockKind
from tui.draft.reading.article_error import ArticleError
from tui.locale import _
from tui.text.cleaning import clean_line

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART = "word/document.xml"
_MAX_BYTES = 32 * 1024 * 1024
_STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "headline"),
    ("heading", "heading"),
    ("caption", "caption"),
    ("quote", "quote"),
    ("list", "list"),
)


def lines_of_docx(data: bytes, name: str) -> list[Block]:
    """Return the paragraphs of a DOCX file; ``line`` is the number of the paragraph.

    Raises:
        ArticleError: It is damaged, or far larger than any article.
    """
    sentence = _("{file}: this DOCX file cannot be read. Open it, save it as text, and try again.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(_PART).file_size > _MAX_BYTES:
                raise ArticleError(sentence.format(file=name))
            with archive.open(_PART) as part:
                content = part.read(_MAX_BYTES + 1)
    except KeyError as error:
        sentence = _(
            "{file}: no document is in this ZIP file. Give the article that is packed in it."
        )
        raise ArticleError(sentence.format(file=name)) from error
    except (
        zipfile.BadZipFile,
        RuntimeError,
        OSError,
        EOFError,
        ValueError,
    ) as error:
        raise ArticleError(sentence.format(file=name)) from error
    # A file of a word processor declares no types, so no entity can grow.
    if len(content) > _MAX_BYTES or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise ArticleError(sentence.format(file=name))
    try:
        return list(_paragraphs(content))
    except ElementTree.ParseError as error:
        raise ArticleError(sentence.format(file=name)) from error


def _paragraphs(content: bytes) -> Iterator[Block]:
    number = 0
    row: list[list[Block]] = []
    """The cells of a row of a table, each with its lines."""
    for _event, element in ElementTree.iterparse(io.BytesIO(content), events=("start", "end")):
        if element.tag == f"{_WORD}tr":
            yield from _row(row)
            row = []
        elif element.tag == f"{_WORD}tc" and _event == "start":
            row.append([])
        if element.tag != f"{_WORD}p" or _event == "start":
            continue
        number += 1
        kind = _kind(element)
        lines = [
            Block(kind, words, number)
            for line in _text(element).split("\n")
            if (words := clean_line(line))
        ]
        element.clear()
        if row:
            row[-1] += lines
        else:
            yield from lines


def _row(cells: list[list[Block]]) -> Iterator[Block]:
    """Yield a row of a table: an entry with a line for each cell; of one cell, its paragraphs."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2:
        yield from (block for cell in filled for block in cell)
        return
    words = "\n".join(" ".join(block.text for block in cell) for cell in filled)
    yield Block("list", words, filled[0][0].line)


def _kind(paragraph: ElementTree.Element) -> BlockKind:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    name = (style.get(f"{_WORD}val") or "").lower() if style is not None else ""
    for begins, kind in _STYLES:
        if name.startswith(begins):
            return kind
    numbered = paragraph.find(f"{_WORD}pPr/{_WORD}numPr") is not None
    return "list" if numbered else "paragraph"


def _text(paragraph: ElementTree.Element) -> str:
    pieces = {f"{_WORD}tab": " ", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}
    return "".join(
        (element.text or "") if element.tag == f"{_WORD}t" else pieces.get(element.tag, "")
        for element in paragraph.iter()
    )
