"""A citation as BibTeX, in UTF-8 as biber and every current BibTeX read it."""

from __future__ import annotations

from collections.abc import Iterator

from tui.document.model import Document
from tui.export.citation import Citation, citation
from tui.export.options import Options

ENCODING = "utf-8"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # A brace with a backslash before it still counts when BibTeX looks for the end of a value.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "%#$&_"},
        "\n": " ",
    }
)
_IN_URL = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20", "\n": ""})


def render(document: Document, _options: Options) -> str:
    """Return the one citation of a document."""
    cited = citation(document)
    kind = "article" if cited.is_report else "misc"
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(cited))
    return f"@{kind}{{{cited.key},\n{fields}}}\n"


def _fields(cited: Citation) -> Iterator[tuple[str, str]]:
    """Yield the fields with their values as they are written.

    A title in two pairs of braces keeps its capitals; an author in two is one name, not a first
    and a last.
    """
    yield "title", _kept(cited.title)
    if cited.is_report and cited.publisher:
        yield "journal", _value(cited.publisher)
    elif not cited.is_report and cited.author:
        yield "author", _kept(cited.author)
    yield "year", f"{{{cited.day.year}}}"
    yield "month", _MONTHS[cited.day.month - 1]
    yield "date", f"{{{cited.day.isoformat()}}}"
    if cited.place:
        yield "address", _value(cited.place)
    if cited.url:
        yield "url", f"{{{cited.url.translate(_IN_URL)}}}"
    if cited.keywords:
        yield "keywords", _value(", ".join(cited.keywords))
    yield "langid", "{vietnamese}" if cited.language.startswith("vi") else _value(cited.language)


def _value(text: str) -> str:
    return f"{{{text.translate(_ESCAPED)}}}"


def _kept(text: str) -> str:
    return f"{{{_value(text)}}}"
