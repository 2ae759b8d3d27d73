"""Markdown (CommonMark 0.31) in which the record's text is text, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from tui.export.outline import Kind, Line, outline
from tui.record.model import Record
from tui.search.passages import PANES, PaneName

_START: dict[Kind, str] = {
    "title": "# ",
    "pane": "## ",
    "headline": "### ",
    "heading": "#### ",
    "quote": "> ",
    "attribution": "> — ",
    "item": "- ",
    "photo": "- ▣ ",
    "name": "- **",
    "detail": "  - ",
    "fact": "- ",
}
_END: dict[Kind, str] = {"name": "**"}
_HEADINGS: frozenset[Kind] = frozenset(("title", "pane", "headline", "heading"))
_LIST: frozenset[Kind] = frozenset(("item", "photo", "name", "detail", "fact"))

_INLINE = re.compile(r"[\\`*_\[\]<>~|#]|&(?=#?\w+;)", re.ASCII)
_LINE_START = re.compile(r"^(?:(\d+)(?=[.)])|(?=[-+=]))", re.ASCII)


def render(record: Record, panes: Collection[PaneName] = PANES) -> str:
    """Return the record as Markdown that ends with a line feed."""
    return "".join(f"{line}\n" for line in _lines(outline(record, panes)))


def escaped(line: str) -> str:
    """Return a line of text so that CommonMark shows it as it is; white space at its ends goes."""
    inline = _INLINE.sub(r"\\\g<0>", line.strip())
    return _LINE_START.sub(r"\1\\", inline)


def _lines(lines: Iterator[Line]) -> Iterator[str]:
    before: Kind | None = None
    for line in lines:
        if line.kind == "attribution" and before == "quote":
            yield ">"
        elif before is not None and not (before in _LIST and line.kind in _LIST):
            yield ""
        before = line.kind
        yield _rendered(line)


def _rendered(line: Line) -> str:
    start = _START.get(line.kind, "")
    texts = line.text.split("\n")
    if line.kind in _HEADINGS:
        texts = [" ".join(texts)]
    following = "> " if start.startswith(">") else " " * (len(start) - len(start.lstrip()) + 2)
    if not start or line.kind in _HEADINGS:
        following = ""
    label = f"{escaped(line.label)} " if line.label else ""
    return (
        f"{start}{label}" + f"\\\n{following}".join(map(escaped, texts)) + _END.get(line.kind, "")
    )
