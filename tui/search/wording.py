"""How a query was read and what it found, in a sentence for the reader."""

from __future__ import annotations

from tui.locale import _, ngettext, number
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


def outcome(found: Found, at: int) -> str:
    """Return what a query found, for the bar it was typed in.

    Args:
        found: What it found.
        at: Which of the hits the cursor is on, from 1; 0 when on none.
    """
    if found.offer:
        return _("Did you mean “{words}”? Enter takes it.").format(words=found.offer)
    if not found.hits:
        return _("Nothing found. Fewer words or fewer accents find more.")
    total = number(len(found.hits)) + ("+" if found.has_more else "")
    count = (
        f"{number(at)}/{total}"
        if at
        else ngettext("{n} hit", "{n} hits", len(found.hits)).format(n=total)
    )
    reading = said(found) or (found.hits[at - 1].reason if at else "")
    return "  ".join(filter(None, (reading, count)))
