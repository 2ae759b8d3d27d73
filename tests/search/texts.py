"""Texts for tests, and what a query finds in them."""

from __future__ import annotations

from tui.document.model import Text
from tui.document.texts import Texts
from tui.record.model import Abbreviation
from tui.search.find import find
from tui.search.hits import Found
from tui.text.canonical import canonical


def passages(*texts: str, own: tuple[tuple[str, str], ...] = ()) -> Texts:
    """Return texts as the passages of an event of 2022 with its ``own`` abbreviations."""
    return Texts(
        (Text("article", f"body[{i}]", "text", canonical(text)) for i, text in enumerate(texts)),
        abbreviations=tuple(Abbreviation(short, long) for short, long in own),
        year=2022,
    )


def spans(found: Found, searched: Texts) -> list[str]:
    """Return what is highlighted."""
    return [searched[hit.text].words[hit.start : hit.end] for hit in found.hits]


def highlights(query: str, text: str, *, own: tuple[tuple[str, str], ...] = ()) -> list[str]:
    """Return what ``query`` highlights in one text."""
    searched = passages(text, own=own)
    return spans(find(searched, query), searched)
