"""The types of an event file: what in its tree is not as the model wants it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, TypeAlias, get_args

from msgspec import inspect
from msgspec.inspect import Type

from tui.locale import N_, _
from tui.record.diagnosis.model_types import bare, headers, model, stand_in, types
from tui.record.diagnosis.nodes import UNKNOWN_KEY, Node
from tui.record.diagnosis.reader import LONGEST, short
from tui.record.model import (
    MANY_LINES,
    BlockKind,
    OrganizationRole,
    PartOfDay,
    PersonRole,
)
from tui.record.problems import MAX_PROBLEMS, Mistake, Path
from tui.text.budget import Budget
from tui.text.cleaning import clean, clean_line
from tui.text.near_words import nearest

_Struct: TypeAlias = inspect.StructType


class _EnoughError(Exception):
    """There are more mistakes than are told."""


class Shape:
    """A record as far as a tree has one.

    ``mistakes`` are those against the types. ``raw`` is the document with stand-ins for all that is
    wrong, so that the rules can be checked on the rest; ``wrong`` are the paths of the stand-ins
    and ``meant`` those of keys that were misspelt.
    """

    def __init__(self, root: Node, suggestions: Budget) -> None:
        self.mistakes: list[Mistake] = []
        self.wrong: set[Path] = set()
        self.meant: set[Path] = set()
        self._suggestions = suggestions
        self.raw: dict[str, Any] | None
        """Nothing where there are so many mistakes that looking for them was given up."""
        try:
            self.raw = self._value(root, model(), ())
        except _EnoughError:
            self.raw = None

    def _tell(self, mistake: Mistake) -> None:
        self.mistakes.append(mistake)
        if len(self.mistakes) > MAX_PROBLEMS:
            raise _EnoughError

    def _value(self, node: Node, wanted: Type, path: Path) -> Any:
        """Return what stands at ``path`` as it is converted to the wanted type."""
        if node.kind == "broken":
            return self._stand_in(wanted, path)
        value = node.value
        if isinstance(value, str):
            value = clean(value).strip() if _keeps_lines(path) else clean_line(value)
        if isinstance(wanted, _Struct) and isinstance(value, dict):
            return self._table(node, wanted, path)
        if isinstance(wanted, inspect.VarTupleType) and isinstance(value, list):
            items = enumerate(value)
            return [self._value(item, bare(wanted.item_type), (*path, i)) for i, item in items]
        if isinstance(wanted, inspect.LiteralType) and isinstance(value, str):
            return self._word(value, wanted, path)
        if type(value) in types(wanted):
            return value
        self._tell(Mistake(path, _what(value), _wish(wanted, path)))
        return self._stand_in(wanted, path)

    def _table(self, node: Node, wanted: _Struct, path: Path) -> dict[str, Any]:
        fields = {field.encode_name: field for field in wanted.fields}
        raw: dict[str, Any] = {}
        for key, below in node.value.items():
            if key in fields:
                raw[key] = self._value(below, bare(fields[key].type), (*path, key))
        understood = (key for key, below in node.value.items() if below.kind != "broken")
        self._unknown([key for key in understood if key not in fields], tuple(fields), path)
        for key, field in fields.items():
            if key not in node.value and field.required:
                if not node.lost and (*path, key) not in self.meant:
                    why = _("{key} is missing here.").format(key=key)
                    right = _("Write {example}.").format(example=_example(bare(field.type), key))
                    self._tell(Mistake((*path, key), why, right))
                raw[key] = self._stand_in(bare(field.type), (*path, key))
        return raw

    def _unknown(self, keys: list[str], known: tuple[str, ...], path: Path) -> None:
        """Tell of the keys of a table that it cannot have."""
        strange: list[str] = []
        for key in keys:
            shown = clean_line(key[:LONGEST])
            near = nearest(shown, known, self._suggestions)
            if not near:
                strange.append(key)
                continue
            self.meant.add((*path, near))  # so it is not missing as well
            if shown == near:
                why = _("This key contains invisible characters.")
                right = _("Type {key} again.").format(key=near)
            else:
                why = _no_key(shown)
                right = _("Did you mean “{word}”?").format(word=near)
            self._tell(Mistake((*path, key, UNKNOWN_KEY), why, right))
        if len(strange) > 1 and (header := _header_of(strange)):
            self.meant.add((header.strip("[]"),))
            why = _("Keys of {header} begin here.").format(header=header)
            right = _("Write {header} on a line before them.").format(header=header)
            self._tell(Mistake((*path, strange[0], UNKNOWN_KEY), why, right))
            return
        right = _("The keys here are: {keys}.").format(keys=", ".join(known))
        for key in strange:
            self._tell(Mistake((*path, key, UNKNOWN_KEY), _no_key(key), right))

    def _word(self, value: str, wanted: inspect.LiteralType, path: Path) -> str:
        if value in wanted.values:
            return value
        known = _words(wanted)
        why = _("“{word}” is not one of the allowed words.").format(word=short(value))
        near = nearest(value, known, self._suggestions)
        right = _("Did you mean “{word}”?").format(word=near) if near else _wish(wanted, path)
        self._tell(Mistake(path, why, right))
        return str(self._stand_in(wanted, path))

    def _stand_in(self, wanted: Type, path: Path) -> Any:
        self.wrong.add(path)
        return stand_in(wanted)


def _no_key(key: str) -> str:
    return _("There is no key “{key}” here.").format(key=short(key))


def _header_of(keys: list[str]) -> str:
    """Return the header of the table that has all these keys; the empty string if none has."""
    return next((header for header, known in headers().items() if known.issuperset(keys)), "")


def _keeps_lines(path: Path) -> bool:
    return any(part in MANY_LINES for part in path[-2:])


def _words(wanted: inspect.LiteralType) -> tuple[str, ...]:
    """Return the words that a literal type takes, in the order of the model."""
    kinds = map(get_args, (PartOfDay, PersonRole, OrganizationRole, BlockKind))
    words: tuple[str, ...] = next(words for words in kinds if set(words) == set(wanted.values))
    return tuple(word for word in words if word)


_KINDS: tuple[tuple[type, str], ...] = (
    (dict, N_("This is a table.")),
    (list, N_("This is a list.")),
    (bool, N_("This is a boolean.")),
    (datetime, N_("This is a date with a time.")),
    (date, N_("This is a date.")),
    (time, N_("This is a time of day.")),
    (str, N_("This is text.")),
    (object, N_("This is a number.")),
)


def _what(value: Any) -> str:
    """Return what stands where something else should."""
    return next(_(sentence) for kind, sentence in _KINDS if isinstance(value, kind))


def _wish(wanted: Type, path: Path) -> str:
    """Return what should stand at a path."""
    header = ".".join(part for part in path if isinstance(part, str))
    if isinstance(wanted, _Struct):
        if path and isinstance(path[-1], int):
            return _("Write a table: begin it with [[{key}]].").format(key=header)
        return _("Write a table: begin it with [{key}].").format(key=header)
    if isinstance(wanted, inspect.VarTupleType):
        if isinstance(bare(wanted.item_type), _Struct):
            right = _("Begin each of them with [[{key}]], in two brackets.")
            return right.format(key=header)
        return _('Write a list in brackets: ["…", "…"].')
    if isinstance(wanted, inspect.LiteralType):
        words = ", ".join(f'"{word}"' for word in _words(wanted))
        return _("Write one of {words}.").format(words=words)
    if isinstance(wanted, inspect.UnionType):
        return _("Write a year such as 2021 or a date such as 2022-01-18, without quotes.")
    wishes: dict[type[Type], str] = {
        inspect.StrType: _('Write text between quotes: "…".'),
        inspect.BoolType: _("Write true or false, without quotes."),
        inspect.IntType: _("Write a whole number, without quotes."),
        inspect.DateType: _("Write a date such as 2022-01-18, without quotes or a time."),
    }
    return wishes[type(wanted)]


def _example(wanted: Type, key: str) -> str:
    """Return a line of TOML that gives a key a value of a type."""
    if isinstance(wanted, _Struct):
        return f"[{key}]"
    values: dict[type[Type], str] = {
        inspect.StrType: '"…"',
        inspect.IntType: "1",
        inspect.DateType: "2022-01-18",
        inspect.VarTupleType: '["…", "…"]',
    }
    return f"{key} = {values[type(wanted)]}"
