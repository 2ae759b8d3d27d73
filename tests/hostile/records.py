"""Event files with a string in any field, made by walking the model: a new field comes by itself.

A document is what TOML holds: tables, lists and values. :func:`harmless` is one with a text in
every field of the model; a path leads to one of its texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any, TypeAlias

from msgspec import inspect

from tui.record.loading import loads
from tui.record.model import Block, Record
from tui.record.problems import RecordError, written

Document: TypeAlias = dict[str, Any]
Path: TypeAlias = tuple[str | int, ...]

ITEMS = 2
"""How many items a list of tables has, if not one for each of several strings."""
_ABOUT = ("event", "people", "organizations", "agreements", "photos", "documents")
"""What notes are about, in turn."""
_OF_A_BLOCK = {
    "text": ("paragraph", "heading", "quote"),
    "by": ("paragraph", "quote"),
    "items": ("list",),
    "photos": ("photos",),
}
"""The kinds of blocks that have a key; a key that is not here is one of all kinds."""


class _Maker:
    """Makes a document out of the model; ``strings`` stand in its texts in turn."""

    def __init__(self, strings: Sequence[str]) -> None:
        self.strings = strings

    def document(self) -> Document:
        document = self._table(inspect.type_info(Record), ())
        document["format"] = 1
        return document

    def _table(self, wanted: inspect.Type, path: Path) -> Document:
        assert isinstance(wanted, inspect.StructType)
        return {
            field.encode_name: self._value(_bare(field.type), (*path, field.encode_name))
            for field in wanted.fields
        }

    def _value(self, wanted: inspect.Type, path: Path) -> Any:
        match wanted:
            case _ if len(path) > 1 and (ids := self._ids(path)):
                return ids
            case inspect.StrType():
                return self._text(path)
            case inspect.LiteralType(values=words):
                return [word for word in words if word][-1]
            case inspect.StructType():
                return self._table(wanted, path)
            case inspect.VarTupleType(item_type=item):
                return self._items(_bare(item), path)
            case inspect.DateType():
                return date(2022, 1, 18)
            case inspect.BoolType():
                return True
            case inspect.IntType():
                return 2022
        raise TypeError(f"{written(path)}: no value is known for {wanted}")

    def _ids(self, path: Path) -> str | list[str]:
        """Return what stands in a field of ids; nothing for another field."""
        number = next((part for part in path if isinstance(part, int)), 0)
        linked = range(self._count(path))
        match path[-1]:
            case "id":
                return f"{path[0]}-{number}"
            case "organizer":
                return "organizations-0"
            case "about" if path[0] == "notes":
                return f"{_ABOUT[number % len(_ABOUT)]}-0"
            case "parties":
                return [f"organizations-{i}" for i in linked]
            case "depicts":
                return [f"{part}-{i}" for i in linked for part in ("people", "organizations")]
            case "photos":
                return [f"photos-{i}" for i in linked]
        return ""

    def _text(self, path: Path) -> str:
        number = next((part for part in reversed(path) if isinstance(part, int)), 0)
        return self.strings[number % len(self.strings)] if self.strings else f"chữ {written(path)}"

    def _count(self, path: Path) -> int:
        """Return how many items the list at ``path`` has: many, or the first thing would be all."""
        number = next((part for part in path if isinstance(part, int)), 0)
        return max(ITEMS, len(self.strings)) if number == 0 else ITEMS

    def _items(self, wanted: inspect.Type, path: Path) -> list[Any]:
        count = self._count(path)
        if isinstance(wanted, inspect.StructType) and wanted.cls is Block:
            kinds = _words(wanted, "kind")
            count = max(count, len(kinds))
            return [self._block(wanted, kinds[i % len(kinds)], (*path, i)) for i in range(count)]
        if path == ("notes",):
            count = max(count, len(_ABOUT))
        return [self._value(wanted, (*path, i)) for i in range(count)]

    def _block(self, wanted: inspect.StructType, kind: str, path: Path) -> Document:
        block = self._table(wanted, path)
        block["kind"] = kind
        return {key: value for key, value in block.items() if kind in _OF_A_BLOCK.get(key, (kind,))}


@cache
def _harmless() -> Document:
    return _Maker(()).document()


def harmless() -> Document:
    """Return a document, valid, with a value in every field of the model."""
    return deepcopy(_harmless())


def _words(wanted: inspect.StructType, key: str) -> tuple[str, ...]:
    (literal,) = [_bare(field.type) for field in wanted.fields if field.encode_name == key]
    assert isinstance(literal, inspect.LiteralType)
    return tuple(map(str, literal.values))


def _bare(wanted: inspect.Type) -> inspect.Type:
    """Return a type without what only its schema says; of several the last, which is a date."""
    if isinstance(wanted, inspect.Metadata):
        return _bare(wanted.type)
    if isinstance(wanted, inspect.UnionType):
        present = [_bare(each) for each in wanted.types]
        return [each for each in present if not isinstance(each, inspect.NoneType)][-1]
    return wanted


def fields_of_the_model() -> set[str]:
    """Return every field of the model that holds strings, such as ``people.positions.title``."""
    return set(_fields(inspect.type_info(Record), ""))


def _fields(wanted: inspect.Type, path: str) -> Iterator[str]:
    wanted = _bare(wanted)
    match wanted:
        case inspect.StructType(fields=fields):
            for field in fields:
                yield from _fields(field.type, f"{path}.{field.encode_name}".lstrip("."))
        case inspect.VarTupleType(item_type=item):
            yield from _fields(item, path)
        case inspect.StrType() | inspect.LiteralType():
            yield path


def texts(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every string in a document."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict | list):
        for key, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts(below, (*path, key))


def field(path: Path) -> str:
    """Return a path without the numbers of items."""
    return ".".join(part for part in path if isinstance(part, str))


def one_of_each_field() -> tuple[Path, ...]:
    """Return a path to every field that holds strings, the first of each."""
    first: dict[str, Path] = {}
    for path in texts(_harmless()):
        first.setdefault(field(path), path)
    return tuple(first.values())


def replaced(document: Document, paths: Iterable[Path], text: str) -> Document:
    """Return a document with ``text`` in place of what the paths lead to."""
    document = deepcopy(document)
    for path in paths:
        place: Any = document
        for part in path[:-1]:
            place = place[part]
        place[path[-1]] = text
    return document


@cache
def free() -> tuple[Path, ...]:
    """Return the paths of all texts that can be any: no ids, no references, no words of a list."""
    return tuple(path for path in texts(_harmless()) if _loads(path))


def _loads(path: Path) -> bool:
    try:
        loads(toml(replaced(_harmless(), [path], "chữ khác")).encode(), "event.toml")
    except RecordError:
        return False
    return True


def everywhere(text: str) -> tuple[Document, Record]:
    """Return a document with ``text`` in every field that takes it, and its record."""
    return _accepted(replaced(_harmless(), free(), text))


def gathered(strings: Sequence[str]) -> tuple[Document, Record]:
    """Return a document in which each string has a thing of every kind of its own.

    The first thing of each kind is tied to all the others.
    """
    return _accepted(_Maker(strings).document())


def _accepted(document: Document) -> tuple[Document, Record]:
    """Return a document without the texts that are refused, and its record."""
    try:
        return document, load(document)
    except RecordError as error:
        refused = {problem.path for problem in error.problems}
    wrong = [path for path in texts(document) if written(path) in refused]
    document = replaced(document, wrong, "khác")
    return document, load(document)


def load(document: Document) -> Record:
    """Return the record of a document, through the one door."""
    return loads(toml(document).encode(), "event.toml")


def toml(document: Document, *, escaped: bool = False) -> str:
    """Return a document as TOML, what is not ASCII written as it is or ``escaped``."""
    return "".join(f"{key} = {_written(value, escaped)}\n" for key, value in document.items())


def _written(value: Any, escaped: bool) -> str:
    match value:
        case str():
            return quoted(value, escaped=escaped)
        case bool():
            return str(value).lower()
        case dict():
            pairs = (f"{key} = {_written(below, escaped)}" for key, below in value.items())
            return "{" + ", ".join(pairs) + "}"
        case list():
            return "[" + ", ".join(_written(below, escaped) for below in value) + "]"
    return str(value)


def quoted(text: str, *, escaped: bool = False) -> str:
    """Return ``text`` as a basic string of TOML 1.0."""
    return '"' + "".join(_character(char, escaped) for char in text) + '"'


def _character(char: str, escaped: bool) -> str:
    if char in '"\\':
        return f"\\{char}"
    if " " <= char < "\x7f" or (
        char >= "\x80" and not escaped and not "\ud800" <= char <= "\udfff"
    ):
        return char
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
