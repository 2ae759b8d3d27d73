"""What the reader selects by the mouse in a view of an article, as a place of it."""

from __future__ import annotations

from tui.draft.finding.scan import Place
from tui.widgets.flow_painter import selected_span
from tui.widgets.flow_view import FlowView


def selected_place(view: FlowView) -> Place | None:
    """Return the first line of the selected words; the blocks of the view are the article's."""
    if view.text_selection is None:
        return None
    for y, line in enumerate(view.flow.lines):
        for start, end in selected_span(view.text_selection, y, line, view.pad):
            text = view.blocks[line.block].parts[line.part].text[start:end]
            if text.strip():
                lead = len(text) - len(text.lstrip())
                return Place(line.block, start + lead, start + lead + len(text.strip()))
    return None
