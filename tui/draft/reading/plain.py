"""Plain text and Markdown as lines of an article."""

from __future__ import annotations

import re

from tui.draft.article import Block, BlockKind

_SENTENCE_END = re.compile(r"[.!?:;…”\"]$")
_WIDEST = 110

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_QUOTE = re.compile(r">\s?(.*)$")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)\s*(.*)$")
_ITEM = re.compile(r"[-*+]\s+(.*)$")
_ROW = re.compile(r"\|(.*\|.*?)\|?$")
_RULE = re.compile(r"[|:\- ]+$")
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\([^)\s]*\)")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")


def lines_of_text(text: str) -> list[Block]:
    """Return the lines of clean text, those of one wrapped paragraph as one."""
    lines = text.split("\n")
    if not _is_wrapped(lines):
        return [
            Block("paragraph", " ".join(line.split()), number)
            for number, line in enumerate(lines, 1)
            if line.strip()
        ]
    return _paragraphs(lines)


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether an editor broke the lines, so that blank ones divide the paragraphs."""
    filled = [line.strip() for line in lines if line.strip()]
    return (
        len(filled) > 6
        and len(filled) < len(lines)
        and sum(len(line) < _WIDEST for line in filled) > 0.85 * len(filled)
        and sum(bool(_SENTENCE_END.search(line)) for line in filled) < 0.6 * len(filled)
    )


def _paragraphs(lines: list[str]) -> list[Block]:
    found: list[Block] = []
    part: list[str] = []
    first = 0
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            first = first if part else number
            part.append(line)
        elif part:
            found.append(Block("paragraph", " ".join(" ".join(part).split()), first))
            part = []
    return found


def lines_of_markdown(text: str) -> list[Block]:
    """Return the blocks of clean Markdown: headings, quotes, items, pictures, paragraphs."""
    found: list[Block] = []
    open_paragraph = False
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip()
        if row := _ROW.match(line):
            cells = [" ".join(_plain(cell).split()) for cell in row[1].split("|")]
            if any(cells) and not _RULE.match(line):
                found.append(Block("list", "\n".join(filter(None, cells)), number))
            open_paragraph = False
            continue
        kind, words = _markdown_line(line)
        words = " ".join(_plain(words).split())
        if not words:
            open_paragraph = False
            continue
        if kind == "paragraph" and open_paragraph:
            last = found[-1]
            found[-1] = Block(last.kind, f"{last.text} {words}", last.line)
            continue
        found.append(Block(kind, words, number))
        open_paragraph = kind == "paragraph"
    if found and found[0].kind == "heading":
        found[0] = Block("headline", found[0].text, found[0].line)
    return found


def _plain(words: str) -> str:
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", words))


def _markdown_line(line: str) -> tuple[BlockKind, str]:
    forms: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
        (_HEADING, "heading"),
        (_QUOTE, "quote"),
        (_ITEM, "list"),
    )
    if match := _PICTURE.match(line):
        return "caption", match[1] or match[2]
    for form, kind in forms:
        if match := form.match(line):
            return kind, match[1]
    return "paragraph", line
