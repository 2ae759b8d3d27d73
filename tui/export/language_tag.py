"""The language of a document, for formats that must have a tag they know."""

from __future__ import annotations

import re

from tui.document.model import Document
from tui.locale import language


def language_tag(document: Document) -> str:
    """Return the language of a document; that of the screen if what it says is none (BCP 47)."""
    said = document.language
    return said if re.fullmatch("[a-z]{2,3}", said) else language()
