"""The types of the model: what a file may hold where, as it is asked for to explain mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, TypeAlias

from msgspec import NODEFAULT, inspect
from msgspec.inspect import Type

from tui.record.model import Record

_Struct: TypeAlias = inspect.StructType


@cache
def model() -> Type:
    """Return the type of a record."""
    return bare(inspect.type_info(Record))


def bare(wanted: Type) -> Type:
    """Return a type without what only its schema says, and without the absence of a value."""
    if isinstance(wanted, inspect.Metadata):
        return bare(wanted.type)
    if isinstance(wanted, inspect.UnionType):
        present = [bare(t) for t in wanted.types if not isinstance(t, inspect.NoneType)]
        return present[0] if len(present) == 1 else inspect.UnionType(tuple(present))
    return wanted


def types(wanted: Type) -> tuple[type, ...]:
    """Return the types of TOML's values that are right for a type."""
    if isinstance(wanted, inspect.UnionType):
        return tuple(t for each in wanted.types for t in types(each))
    return _TYPES.get(type(wanted), ())


_TYPES: dict[type[Type], tuple[type, ...]] = {
    inspect.StrType: (str,),
    inspect.BoolType: (bool,),
    inspect.IntType: (int,),
    inspect.DateType: (date,),
}


def stand_in(wanted: Type) -> Any:
    """Return some value of a type that breaks no rule which compares it with others."""
    if isinstance(wanted, _Struct):
        needed = (field for field in wanted.fields if field.default is NODEFAULT)
        return {field.encode_name: stand_in(bare(field.type)) for field in needed}
    if isinstance(wanted, inspect.LiteralType):
        return wanted.values[0]
    if isinstance(wanted, inspect.UnionType):
        return stand_in(wanted.types[0])
    stand_ins: dict[type[Type], Any] = {
        inspect.StrType: "",
        inspect.BoolType: False,
        inspect.IntType: 1,
        inspect.DateType: date.min,
        inspect.VarTupleType: [],
    }
    return stand_ins[type(wanted)]


@cache
def headers() -> dict[str, frozenset[str]]:
    """Return the keys of each table of the model by its header, such as ``[[people]]``."""
    return dict(_headers(model(), ()))


@cache
def arrays() -> frozenset[str]:
    """Return the headers that have two brackets, without these."""
    return frozenset(header.strip("[]") for header in headers() if header.startswith("[["))


def _headers(wanted: Type, path: tuple[str, ...]) -> Iterator[tuple[str, frozenset[str]]]:
    is_array = isinstance(wanted, inspect.VarTupleType)
    table = bare(wanted.item_type) if isinstance(wanted, inspect.VarTupleType) else wanted
    if not isinstance(table, _Struct):
        return
    if path:
        header = f"[[{'.'.join(path)}]]" if is_array else f"[{'.'.join(path)}]"
        yield header, frozenset(field.encode_name for field in table.fields)
    for field in table.fields:
        yield from _headers(bare(field.type), (*path, field.encode_name))
