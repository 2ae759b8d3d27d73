"""What lights up together: a photo with those in it, an agreement with its parties."""

from __future__ import annotations

from tui.document.model import Document
from tui.record.model import Agreement, Photo


def lit_with(document: Document, thing_id: str) -> tuple[str, ...]:
    """Return the ids of the things to mark when the cursor is on one: itself first."""
    match document.things.get(thing_id):
        case Photo(depicts=others) | Agreement(parties=others):
            return (thing_id, *(each for each in dict.fromkeys(others) if each != thing_id))
    return (thing_id,)
