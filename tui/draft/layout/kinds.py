"""The lines of an item told apart: the one door from what was read to an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from tui.draft import lexicon
from tui.draft.article import Article, Block
from tui.draft.layout.captions import Captions, split_credit
from tui.draft.layout.flat import split, take_writer
from tui.draft.sentences import sentence_starts
from tui.text.dates import find_dates
from tui.text.folding import fold

_LONGEST_HEADLINE = 220
_LONGEST_HEADING = 100
_NOT_A_HEADLINE = re.compile(r"(?:Sáng|Chiều|Tối|Trưa|Ngày|\()")


def arrange(lines: Sequence[Block], *, published: date | None = None, url: str = "") -> Article:
    """Return the article of the lines; a kind that the file itself tells is kept."""
    headline, body = _take_headline(list(lines))
    body = _kinds(body)
    body = [_with_credit(block) for block in take_writer(list(split(body)))]
    day = published or next(filter(None, map(_day, body)), None)
    return Article((*headline, *body), day, url)


def _take_headline(lines: list[Block]) -> tuple[list[Block], list[Block]]:
    first = lines[0] if lines else None
    if first and first.kind == "headline":
        return [first], lines[1:]
    if len(lines) < 2 or not first or not _may_be_headline(lines):
        return [], lines
    return [replace(first, kind="headline")], lines[1:]


def _may_be_headline(lines: list[Block]) -> bool:
    text = lines[0].text
    if lines[0].kind == "heading":
        return True
    ends = re.search(r"[.…:;,]$", text) and not (
        text.endswith(("”.", '".')) and lexicon.form("lines.dated_lead").match(lines[1].text)
    )
    if len(text) > _LONGEST_HEADLINE or ends or _NOT_A_HEADLINE.match(text):
        return False
    if len(sentence_starts(text)) > 1 or lexicon.form("credits.start").search(text):
        return False
    follows = lines[1:4]
    dated = lexicon.form("lines.dateline").match(lines[1].text)
    return bool(dated) or any(len(block.text) > len(text) for block in follows)


def _kinds(body: list[Block]) -> list[Block]:
    captions = Captions(body)
    last = len(body) - 1
    told = [
        replace(block, kind=kind) if (kind := _kind(body, at, captions, last)) else block
        for at, block in enumerate(body)
    ]
    return _gallery(told)


def _kind(body: list[Block], at: int, captions: Captions, last: int) -> str:
    """Return what kind of block a line is; empty to leave it as it was read."""
    block = body[at]
    if block.kind != "paragraph":
        return ""
    text = block.text
    if lexicon.form("lines.dateline").match(text):
        return "dateline"
    if lexicon.form("lines.bullet").match(text):
        return "list"
    if len(text) < 70 and lexicon.form("lines.byline_with_colon").match(text):
        return "byline"
    if at >= last - 1 and at > 0 and len(text) < 70 and _is_byline(text):
        return "byline"
    if captions.is_caption(at):
        return "caption"
    return "heading" if at < last and _is_heading(body, at) else ""


def _is_byline(text: str) -> bool:
    return bool(
        lexicon.form("lines.byline").match(text) or lexicon.form("words.writer").match(text)
    )


def _is_heading(body: list[Block], at: int) -> bool:
    text = body[at].text
    return (
        len(text) < _LONGEST_HEADING
        and len(body) > 4
        and len(body[at + 1].text) > 200
        and not re.search(r"[.!?…;,”\"]$", text)
        and len(sentence_starts(text)) == 1
        and not re.search(r"(?i)ảnh:", text)
    )


def _gallery(body: list[Block]) -> list[Block]:
    """Short lines after “Một số hình ảnh của buổi lễ:” are all captions."""
    found: list[Block] = []
    within = False
    for block in body:
        if within:
            within = (
                block.kind in ("paragraph", "heading", "caption")
                and len(block.text) < 260
                and len(sentence_starts(block.text)) == 1
                and not lexicon.form("lines.more").match(block.text.lower())
            )
        found.append(replace(block, kind="caption") if within else block)
        if lexicon.form("captions.gallery").match(block.text.lower()) and len(block.text) < 120:
            within = True
    return found


def _with_credit(block: Block) -> Block:
    if block.kind != "caption" or block.credit:
        return block
    caption, credit = split_credit(block.text)
    return replace(block, text=caption, credit=credit)


def _day(block: Block) -> date | None:
    """Return the day that a dateline tells."""
    if block.kind != "dateline":
        return None
    for found in find_dates(block.text, fold(block.text)):
        if found.year:
            return date(found.year, found.month, found.day)
    return None
