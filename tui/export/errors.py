"""Why a document cannot be exported, in sentences for the reader."""

from __future__ import annotations

from tui.locale import _


class ExportError(Exception):
    """A document cannot be exported; the message is a sentence that says why."""


class MissingExtraError(ExportError):
    """What a format needs is not installed."""

    def __init__(self, name: str, extra: str) -> None:
        sentence = _(
            "{format} needs an extra that is not installed; try: pip install 'ktcn-tui[{extra}]'"
        )
        super().__init__(sentence.format(format=name, extra=extra))


class NothingToExportError(ExportError):
    """The document holds nothing of what a format tells."""
