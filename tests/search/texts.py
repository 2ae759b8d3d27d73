"""Passages for tests, and what a query finds in them."""

from __future__ import annotations

from tui.record.model import Abbreviation
from tui.search.find import Found, find
from tui.search.passages import Passage, Passages
from tui.text.canonical import canonical


def passages(*texts: str, own: tuple[tuple[str, str], ...] = ()) -> Passages:
    """Return texts as the passages of an event of 2022 with its ``own`` abbreviations."""
    return Passages(
        (Passage("article", f"body[{i}]", "text", canonical(text)) for i, text in enumerate(texts)),
        abbreviations=tuple(Abbreviation(short, long) for short, long in own),
        year=2022,
    )


def spans(found: Found, searched: Passages) -> list[str]:
    """Return what is highlighted."""
    return [searched[hit.passage].text[hit.start : hit.end] for hit in found.hits]


def highlights(query: str, text: str, *, own: tuple[tuple[str, str], ...] = ()) -> list[str]:
    """Return what ``query`` highlights in one text."""
    searched = passages(text, own=own)
    return spans(find(searched, query), searched)
