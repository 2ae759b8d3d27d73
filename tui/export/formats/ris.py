"""A citation as RIS, which EndNote, Mendeley and Zotero read."""

from __future__ import annotations

from collections.abc import Iterator

from tui.document.model import Document
from tui.export.citation import Citation, citation
from tui.export.options import Options

ENCODING = "utf-8"


def render(document: Document, _options: Options) -> str:
    """Return the one citation of a document; a tag is two signs, two spaces, a dash, a space."""
    tags = _tags(citation(document))
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in tags if value) + (
        "ER  - \r\n"
    )


def _tags(cited: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS" if cited.is_report else "GEN"
    yield "ID", cited.key
    yield "TI", cited.title
    if cited.is_report:
        yield "T2", cited.publisher
    else:
        yield "AU", cited.author
    yield "PY", f"{cited.day.year:04}"
    yield "DA", f"{cited.day:%Y/%m/%d}/" if cited.day.year > 999 else ""
    yield "CY", cited.place
    yield "UR", cited.url
    yield "LA", cited.language
    for keyword in cited.keywords:
        yield "KW", keyword
