"""Why a document cannot be exported, in sentences for the reader."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def extra(name: str, *, of: str) -> Iterator[None]:
    """Import within it what the extra ``name`` of the program brings for the format ``of``.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtraError(of, name) from error
