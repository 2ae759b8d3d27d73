"""Plain text, for a pipe: one paragraph a line, never wrapped."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tui.export.outline import CLOSE, Kind, Line, outline
from tui.record.model import Record
from tui.search.passages import PANES, PaneName

_BEFORE: dict[Kind, str] = {
    "quote": "  “",
    "attribution": "  — ",
    "item": "  • ",
    "photo": "  ▣ ",
    "detail": "  ",
}
_AFTER: dict[Kind, str] = {"quote": "”"}
_UNDERLINE: dict[Kind, str] = {"title": "=", "pane": "=", "headline": "-"}


def render(record: Record, panes: Collection[PaneName] = PANES) -> str:
    """Return the record as plain text that ends with a line feed."""
    return "".join(f"{line}\n" for line in _lines(outline(record, panes)))


def _lines(lines: Iterator[Line]) -> Iterator[str]:
    before: Kind | None = None
    for line in lines:
        if before is not None and (before, line.kind) not in CLOSE:
            yield ""
        before = line.kind
        label = f"{line.label} " if line.label else ""
        start = _BEFORE.get(line.kind, "")
        text = f"{start}{label}{line.text}{_AFTER.get(line.kind, '')}"
        yield text.replace("\n", "\n" + " " * len(start))
        if underline := _UNDERLINE.get(line.kind):
            yield underline * len(text)
