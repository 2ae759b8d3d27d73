"""Markdown (CommonMark 0.31) in which the words of a document are text, whatever they look like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.document.model import Document
from tui.export.options import Options
from tui.export.outline import LineKind, OutlineLine, outline

_START: dict[LineKind, str] = {
    "title": "# ",
    "section": "## ",
    "headline": "### ",
    "group": "### ",
    "quote": "> ",
    "attribution": "> — ",
    "entry": "- ",
    "photo": "- ▣ ",
    "name": "- **",
    "detail": "  - ",
    "caption": "  - ",
    "point": "  - ",
    "period": "  - ",
    "state": "  - ",
    "role": "  - ",
    "fact": "- ",
}
_END: dict[LineKind, str] = {"name": "**"}
_HEADINGS: frozenset[LineKind] = frozenset(("title", "section", "headline", "group", "heading"))

_CODE = "    "
"""Before the rows of a matrix, so that their characters stand below each other; nothing is markup
there."""
_INLINE = re.compile(r"[\\`*_\[\]<>~|#]|&(?=#?\w+;)", re.ASCII)
_LINE_START = re.compile(r"^(?:(\d+)(?=[.)])|(?=[-+=]))", re.ASCII)


def render(document: Document, options: Options) -> str:
    """Return the document as Markdown that ends with a line feed."""
    return "".join(f"{line}\n" for line in _lines(outline(document, options.sections_or_all)))


def escaped(line: str) -> str:
    """Return a line of text so that CommonMark shows it as it is; white space at its ends goes."""
    inline = _INLINE.sub(r"\\\g<0>", line.strip())
    return _LINE_START.sub(r"\1\\", inline)


def _lines(lines: Iterable[OutlineLine]) -> Iterator[str]:
    before: OutlineLine | None = None
    bullet = "-"
    headline = False
    for line in lines:
        if line.kind == "row":
            if before is not None and before.kind != "row":
                yield ""
            yield f"{_CODE}{line.label} {line.words}".rstrip()
            before = line
            continue
        headline = headline or line.kind == "headline"
        start = _START.get(line.kind, "")
        if line.kind == "heading":
            start = "#### " if headline else "### "
        in_list = start.lstrip().startswith("-")
        if before is not None:
            after_list = _START.get(before.kind, "").lstrip().startswith("-")
            if line.kind == "attribution" and before.kind == "quote":
                yield ">"
            elif not (after_list and in_list) or (line.gap and line.kind in ("entry", "photo")):
                yield ""
            if after_list and in_list and line.gap and line.kind in ("entry", "photo"):
                # Another bullet begins another list, as the blank line alone does not.
                bullet = "*" if bullet == "-" else "-"
        before = line
        yield _rendered(line, start.replace("- ", f"{bullet} ", 1) if in_list else start)


def _rendered(line: OutlineLine, start: str) -> str:
    texts = line.words.split("\n")
    if line.kind in _HEADINGS:
        texts = [" ".join(texts)]
    following = "> " if start.startswith(">") else " " * (len(start) - len(start.lstrip()) + 2)
    if not start or line.kind in _HEADINGS:
        following = ""
    label = escaped(line.label)
    words = f"\\\n{following}".join(map(escaped, texts))
    return start + " ".join(filter(None, (label, words))) + _END.get(line.kind, "")
