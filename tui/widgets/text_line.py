"""A line or two of text that does not wrap."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class TextLine(Widget):
    """Shows content without wrapping; what does not fit ends in an ellipsis."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TextLine {
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    # Two contents are equal to Textual when their letters are, whatever their styles.
    content: reactive[Content] = reactive(Content(), always_update=True)
    """What is shown, made by the one door."""

    def __init__(self, content: Content | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        if content is not None:
            self.set_reactive(TextLine.content, content)

    def render(self) -> Content:
        return self.content
