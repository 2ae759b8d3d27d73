"""Documents of hostile records, for the formats to be made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from tests.export.events import of_five
from tests.hostile.records import everywhere, gathered
from tests.hostile.strings import HOSTILE
from tui.document.model import Document
from tui.document.of_record import document
from tui.document.relations import MOST
from tui.record.bundled import bundled
from tui.record.loading import load
from tui.text.cleaning import clean_line

TODAY = date(2024, 6, 30)


@cache
def everything() -> Document:
    """Return a document with every hostile string in every field."""
    return document(gathered(list(HOSTILE.values()))[1], TODAY, file="event.toml")


def in_every_field() -> dict[str, Document]:
    """Return for each hostile string a document that has it in every field that takes it."""
    return {
        name: document(everywhere(text)[1], TODAY, file="event.toml")
        for name, text in HOSTILE.items()
    }


def matrices() -> list[Document]:
    """Return documents whose organisations are called by hostile strings, fifteen in each."""
    names = [name for text in HOSTILE.values() if (name := clean_line(text))]
    return [document(of_five(*some), TODAY) for some in batched_by(names, MOST)]


def batched_by(names: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    """Yield names in turn, as many at a time; the last of them with some of before."""
    for start in range(0, len(names), most):
        yield names[max(0, min(start, len(names) - most)) : start + most]


def the_bundled_event() -> Document:
    """Return the bundled event, in the language in use."""
    return document(load(bundled()), TODAY, file="su-kien.toml")
