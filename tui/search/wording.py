"""How a query was read, in a sentence for the reader."""

from __future__ import annotations

from tui.locale import _
from tui.search.hits import Found


def said(found: Found) -> str:
    """Return how the query was read, where not as it was typed, or what is offered, or nothing."""
    if found.offer:
        return _("Did you mean “{offer}”?").format(offer=found.offer)
    match found.rule:
        case "strict":
            return ""
        case "keys":
            read = _("Read as {method}: {reading}")
            return read.format(method=found.method, reading=found.reading)
        case "wider":
            return _("Read as: {reading}").format(reading=found.reading)
        case "apart":
            return _("Words apart: {reading}").format(reading=found.reading)
        case "joined":
            return _("Ignoring spaces: {reading}").format(reading=found.reading)
