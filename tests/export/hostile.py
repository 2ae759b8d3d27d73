"""Documents of hostile records, for the formats to be made of."""

from __future__ import annotations

from datetime import date
from functools import cache

from tests.hostile.records import gathered
from tests.hostile.strings import HOSTILE
from tui.document.model import Document
from tui.document.of_record import document
from tui.record.bundled import bundled
from tui.record.loading import load

TODAY = date(2024, 6, 30)


@cache
def everything() -> Document:
    """Return a document with every hostile string in every field."""
    return document(gathered(list(HOSTILE.values()))[1], TODAY, file="event.toml")


def the_bundled_event() -> Document:
    """Return the bundled event, in the language in use."""
    return document(load(bundled()), TODAY, file="su-kien.toml")
