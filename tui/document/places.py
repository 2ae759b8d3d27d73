"""Where a text stands, in words for a reader: ``đoạn 2``, ``Viện Kinh tế Việt Nam``, ``Ảnh 3``."""

from __future__ import annotations

from tui.document.model import Document, Text
from tui.document.naming import display_name, photo_name
from tui.document.words import BEHIND_THE_ARTICLE
from tui.locale import N_, _
from tui.record.model import Photo

_NUMBERED = {
    "heading": N_("heading (block {number})"),
    "quote": N_("quote (block {number})"),
    "entry": N_("list (block {number})"),
    "photo": N_("photo (block {number})"),
}


def place(document: Document, text: Text) -> str:
    """Return the place of a text in its section: the thing, or the block of the article."""
    thing = document.things.get(text.item)
    if isinstance(thing, Photo):
        return photo_name(document.texts_of_things[thing.id])
    if thing is not None:
        return display_name(thing)
    name, _bracket, number = text.item.partition("[")
    if name == "body":
        message = _NUMBERED.get(text.kind) or N_("paragraph {number}")
        return _(message).format(number=int(number.rstrip("]")) + 1)
    if name == "article":
        return _("headline")
    return _(BEHIND_THE_ARTICLE[name])
