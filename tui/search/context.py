"""The words around a hit."""

from __future__ import annotations


def around(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """Return the words before ``text[start:end]``, that span, and the words after it.

    Each side has at most ``width`` code points, ends at a space, and has an ellipsis where words
    were left out. Line feeds become spaces.
    """
    flat = text.replace("\n", " ")
    before, after = flat[:start], flat[end:]
    if len(before) > width:
        cut = before.find(" ", len(before) - width)
        before = "…" + (before[cut:] if cut >= 0 else " ")
    if len(after) > width:
        cut = after.rfind(" ", 0, width)
        after = (after[:cut] if cut >= 0 else "") + " …"
    return before, flat[start:end], after
