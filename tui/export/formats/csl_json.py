"""A citation as CSL-JSON, which Zotero, pandoc and citeproc read (CSL 1.0.2)."""

from __future__ import annotations

from typing import Any

import msgspec

from tui.document.model import Document
from tui.export.citation import Citation, citation
from tui.export.options import Options

ENCODING = "utf-8"


def render(document: Document, _options: Options) -> str:
    """Return a list with the one citation of a document."""
    item = {key: value for key, value in _item(citation(document)).items() if value}
    return msgspec.json.format(msgspec.json.encode([item]), indent=2).decode() + "\n"


def _item(cited: Citation) -> dict[str, Any]:
    day = {"date-parts": [[cited.day.year, cited.day.month, cited.day.day]]}
    item: dict[str, Any] = {
        "id": cited.key,
        "type": "article-newspaper" if cited.is_report else "event",
        "title": cited.title,
        "issued": day,
        "event-title": cited.event,
        "event-place": cited.place,
        "URL": cited.url,
        "language": cited.language,
        "keyword": ", ".join(cited.keywords),
    }
    if cited.is_report:
        item["container-title"] = cited.publisher
    elif cited.author:
        item["author"] = [{"literal": cited.author}]
    return item
