"""A document in other forms: one module a format, each with ``render(document, options)``.

A new format is one module and one line of :data:`FORMATS`. Nothing of a format is imported before
it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, cast

from msgspec import Struct

from tui.export.errors import MissingExtraError

if TYPE_CHECKING:
    from tui.document.model import Document
    from tui.export.options import Options


class Format(Struct, frozen=True):
    """How a document is exported.

    ``module`` is the one in this package that does it. Its result is ``text`` to read, which may
    be written in the encoding of the locale, a text that must be in ``utf-8``, or ``bytes``.
    ``extra`` is the one of the program's own extras that has what the module needs.
    """

    module: str
    result: Literal["text", "utf-8", "bytes"]
    extra: str = ""


FORMATS = {
    "text": Format("text", "text"),
    "markdown": Format("markdown", "text"),
    "html": Format("html", "utf-8"),
    "json": Format("json", "utf-8"),
    "json-ld": Format("json_ld", "utf-8"),
    "csv": Format("csv", "utf-8"),
    "xlsx": Format("xlsx", "bytes", "office"),
    "docx": Format("docx", "bytes", "office"),
    "ics": Format("ics", "utf-8"),
    "csl-json": Format("csl_json", "utf-8"),
    "ris": Format("ris", "utf-8"),
    "bibtex": Format("bibtex", "utf-8"),
}
"""All formats by the names that ``--format`` takes."""


def rendered(name: str, document: Document, options: Options) -> str | bytes:
    """Return a document in one of :data:`FORMATS`.

    Raises:
        ExportError: The document has not what the format needs, or an extra is not installed.
    """
    form = FORMATS[name]
    try:
        module = import_module(f"{__name__}.{form.module}")
    except ModuleNotFoundError as error:
        if not form.extra:
            raise
        raise MissingExtraError(name, form.extra) from error
    return cast("str | bytes", module.render(document, options))
