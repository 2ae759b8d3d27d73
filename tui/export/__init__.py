"""A document in other forms.

A format is a module of :mod:`tui.export.formats`; none is imported before it is asked for.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, cast

from tui.export import formats

if TYPE_CHECKING:
    from types import ModuleType

    from tui.document.model import Document
    from tui.export.options import Options


@cache
def format_names() -> tuple[str, ...]:
    """Return the names that ``--format`` takes, ``text`` first."""
    names = {module.name.replace("_", "-") for module in iter_modules(formats.__path__)}
    return ("text", *sorted(names - {"text"}))


def rendered(name: str, document: Document, options: Options) -> str | bytes:
    """Return a document in the format ``name``.

    Raises:
        ExportError: The document lacks what the format needs, or an extra is not installed.
    """
    return cast("str | bytes", _module(name).render(document, options))


def encoding(name: str) -> str:
    """Return the encoding that the text of a format must have; empty if it may be the locale's."""
    return getattr(_module(name), "ENCODING", "")


def _module(name: str) -> ModuleType:
    return import_module(f"{formats.__name__}.{name.replace('-', '_')}")
