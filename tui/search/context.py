"""The words around a hit."""

from __future__ import annotations


def around(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """Return the words before ``text[start:end]``, that span, and the words after it.

    Each side has at most ``width`` code points, ends at a space, and has an ellipsis where words
    were left out. Line feeds become spaces.
    """
    # Cut first: a paragraph may be as long as a file, and have a hit at each of its words.
    before = text[max(0, start - width - 1) : start].replace("\n", " ")
    after = text[end : end + width + 1].replace("\n", " ")
    if start > width:
        cut = before.find(" ", len(before) - width)
        before = "…" + (before[cut:] if cut >= 0 else " ")
    if len(text) - end > width:
        cut = after.rfind(" ", 0, width)
        after = (after[:cut] if cut >= 0 else "") + " …"
    return before, text[start:end].replace("\n", " "), after
