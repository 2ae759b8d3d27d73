"""Plain text, for a pipe: one paragraph a line, never wrapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.document.model import Document
from tui.export.options import Options
from tui.export.outline import LineKind, OutlineLine, outline

_BEFORE: dict[LineKind, str] = {
    "quote": "  “",
    "attribution": "  — ",
    "entry": "  • ",
    "photo": "  ▣ ",
    "detail": "  ",
    "caption": "  ",
    "point": "  ",
    "period": "  ",
    "state": "  ",
    "row": "  ",
    "role": "  ",
}
_AFTER: dict[LineKind, str] = {"quote": "”"}
_UNDERLINE: dict[LineKind, str] = {"title": "=", "section": "=", "headline": "-"}


def render(document: Document, options: Options) -> str:
    """Return the document as plain text that ends with a line feed."""
    return "".join(f"{line}\n" for line in _lines(outline(document, options.sections_or_all)))


def _lines(lines: Iterable[OutlineLine]) -> Iterator[str]:
    for line in lines:
        if line.gap:
            yield ""
        start = _BEFORE.get(line.kind, "")
        shown = " ".join(filter(None, (line.label, line.words)))
        text = f"{start}{shown}{_AFTER.get(line.kind, '')}"
        yield text.replace("\n", "\n" + " " * len(start))
        if underline := _UNDERLINE.get(line.kind):
            yield underline * len(text)
