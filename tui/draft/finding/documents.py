"""Laws, resolutions, decisions and plans that the article refers to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from tui.draft import lexicon
from tui.draft.finding.bodies import Body
from tui.draft.finding.scan import Place, Scanned
from tui.text.folding import fold

_LOOK_BACK = 150


_KNOWN = {
    "Luật": "laws",
    "Bộ luật": "codes",
    "Pháp lệnh": "ordinances",
    "Công ước": "conventions",
    "Hiệp định": "treaties",
}
"""Which table has the names that follow a word."""


class FoundDocument(Struct, frozen=True):
    """A document named at ``place``, and the words that tell who issued it."""

    place: Place
    name: str
    issuer: str = ""


def documents(blocks: Sequence[Scanned]) -> tuple[FoundDocument, ...]:
    """Return the documents named in the article, each once."""
    whole = "\n".join(block.text for block in blocks)
    found: dict[str, FoundDocument] = {}
    for block in blocks:
        for one in _in_block(block, whole):
            found.setdefault(_key(one.name), one)
    return tuple(found.values())


def _key(name: str) -> str:
    """Return what a document is compared by: a plenum and a congress by their numbers."""
    words = fold(name)
    if not words.startswith("nghi quyet") or not ("trung uong" in words or "dai hoi" in words):
        return words
    numbers = re.findall(r"\b(?:\d+|[xvi]+)\b", words)
    return " ".join(numbers) or words


@cache
def _form() -> re.Pattern[str]:
    part = {
        name: lexicon.form(f"documents.{name}").pattern
        for name in ("name", "number", "congress", "named", "law", "statute", "party", "after_law")
    }
    laws = r"(?:(?<=[Ll]uật)|(?<=Hiến pháp))"
    known = "|".join(
        rf"(?<={kind}) (?:{lexicon.laws(table).pattern})\b" for kind, table in _KNOWN.items()
    )
    known += r"|(?<=Hiến pháp) năm \d{4}"
    charter = r"(?<=Điều lệ)"
    return re.compile(
        rf"\b{part['name']}(?:(?P<number>{part['number']})|(?P<congress>{part['congress']})"
        rf"|(?<=[Nn]ghị quyết)(?P<party>{part['party']})|(?P<known>(?:{known}){part['after_law']})"
        rf"|{charter}(?P<statute>{part['statute']})|{laws}(?P<law>{part['law']})|(?P<named>{part['named']}))"
    )


def _in_block(block: Scanned, whole: str) -> Iterator[FoundDocument]:
    text = block.text
    bodies = {body.start: body for body in sorted(block.bodies, key=lambda body: body.start)}
    starts = list(bodies)
    for match in _form().finditer(text):
        start, end = match.span()
        if match["known"] and lexicon.form("documents.no_law").search(
            text, max(0, start - 12), start
        ):
            continue  # *Khoa Luật Thương mại*
        name = match[0].rstrip(" ,")
        end = start + len(name)
        if match["congress"]:
            at = text.index("Đảng bộ", start)
            body = bodies.get(at)
            issuer = text[at : body.end] if body else ""
            yield FoundDocument(block.place(start, end), name, issuer)
            continue
        by = lexicon.form("documents.by").match(text, end)
        body = bodies.get(by.end()) if by else None
        if by and body and match["number"]:
            term = lexicon.form("documents.term").match(text, body.end)
            last = term.end() if term else body.end
            yield FoundDocument(
                block.place(start, last),
                text[start:last],
                text[body.start : body.end],
            )
            continue
        near = range(bisect_left(starts, start - _LOOK_BACK), bisect_left(starts, start))
        before = [bodies[starts[index]] for index in near]
        issuer = _signed(name, block, whole, before)
        yield FoundDocument(block.place(start, end), name, issuer)


def _signed(name: str, block: Scanned, whole: str, before: Sequence[Body]) -> str:
    """Return who issued a document: by the letters of its number, of the bodies before it."""
    sign = lexicon.form("documents.sign").search(name)
    if not sign:
        return ""
    letters = sign[1].rstrip("0123456789")
    if letters in ("UBND", "HĐND"):
        near = [body for body in before if block.text.startswith(letters, body.start)]
        return block.text[near[-1].start : near[-1].end] if near else ""
    issuer = lexicon.sign(letters)
    return issuer if issuer in whole else ""
