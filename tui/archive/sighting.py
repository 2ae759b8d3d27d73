"""What a question finds in one event: the hits, and the words around the first of them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tui.archive.question import Question
from tui.document.model import Document
from tui.search.find import find
from tui.search.hits import Hit
from tui.search.rules import Rule


class Sighting(Struct, frozen=True):
    """Where an event has what was asked for; without hits where no words were asked for."""

    document: Document
    hits: tuple[Hit, ...]
    """In reading order."""
    rule: Rule = "strict"
    """How far the words were loosened to find it."""


def sighting(shown: Document, question: Question) -> Sighting | None:
    """Return what a question finds in a document; none where it lacks words or has refused ones.

    Who is in it and when it was are known from the index; only words are looked for.
    """
    if any(find(shown.texts, text, up_to="strict").hits for text in question.refused):
        return None
    hits: set[Hit] = set()
    for text in question.phrases:
        found = find(shown.texts, text, up_to=question.rule).hits
        if not found:
            return None
        hits.update(found)
    return Sighting(shown, _apart(sorted(hits)), question.rule)


def _apart(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return sorted hits without those that overlap one before them."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or kept[-1].text != hit.text or kept[-1].end <= hit.start:
            kept.append(hit)
    return tuple(kept)
