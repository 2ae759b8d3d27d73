"""From the bytes of an event file to a record: the one door in.

Size, encoding, limits, TOML, cleaning, types, rules. What exactly is wrong is looked for, and what
looks for it imported, only when something is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

import tomli
from msgspec import MsgspecError, convert

from tui.record.limits import MAX_DEPTH, within_limits
from tui.record.model import MANY_LINES, TOML_TYPES, Record
from tui.record.problems import RecordError
from tui.record.reading import BYTE_ORDER_MARK, MAX_BYTES, read, shown_name, too_large
from tui.record.rules import mistakes
from tui.text.cleaning import UNFAMILIAR, clean, clean_line

if TYPE_CHECKING:
    from pathlib import Path

_Cleaner: TypeAlias = Callable[[str], str]
_ESCAPED = re.compile(r"\\[uUxebtrf]")


class _UnsoundError(ValueError):
    """A file that can be parsed is not a record of an event."""


def load(path: Path | str) -> Record:
    """Return the record in a file.

    Raises :exc:`tui.record.problems.UnreadableError` when the file cannot be read and
    :exc:`tui.record.problems.RecordError`, with all that is wrong, when it holds no record.
    """
    return loads(read(path), shown_name(path))


def loads(data: bytes, name: str) -> Record:
    """Return the record in the content of a file; ``name`` is what the reader calls the file.

    Raises the same errors as :func:`load`.
    """
    if len(data) > MAX_BYTES:
        raise too_large(name)
    try:
        return _record(data.removeprefix(BYTE_ORDER_MARK).decode())
    except (ValueError, RecursionError, MsgspecError) as error:
        # The frames of its traceback would keep all that was parsed.
        failure = error.with_traceback(None)
    from tui.record.diagnosis.report import diagnose

    raise RecordError(diagnose(data, name, failure))


def _record(text: str) -> Record:
    """Return the record in a text; any error says no more than that there is none."""
    if not within_limits(text):
        raise _UnsoundError
    raw = tomli.loads(text)
    if UNFAMILIAR.search(text) or _ESCAPED.search(text):
        clean_texts(raw)
    else:  # the same, in less time
        _clean_table(raw, _fold, str.strip, 0)
    record = convert(raw, Record, builtin_types=TOML_TYPES)
    if next(mistakes(record), None):
        raise _UnsoundError
    return record


def clean_texts(raw: dict[str, Any]) -> None:
    """Clean the texts of a TOML document where they stand; its keys stay.

    Raises :exc:`ValueError` when it is nested deeper than
    :data:`tui.record.limits.MAX_DEPTH`.
    """
    _clean_table(raw, clean_line, lambda text: clean(text).strip(), 0)


def _fold(text: str) -> str:
    return " ".join(text.split())


def _clean_table(table: dict[str, Any], line: _Cleaner, lines: _Cleaner, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise _UnsoundError
    for key, value in table.items():
        kind = type(value)
        if kind is str:
            table[key] = (lines if key in MANY_LINES else line)(value)
        elif kind is dict:
            _clean_table(value, line, lines, depth + 1)
        elif kind is list:
            here = lines if key in MANY_LINES else line
            _clean_list(value, here, line, lines, depth + 1)


def _clean_list(
    items: list[Any], here: _Cleaner, line: _Cleaner, lines: _Cleaner, depth: int
) -> None:
    if depth > MAX_DEPTH:
        raise _UnsoundError
    for i, item in enumerate(items):
        kind = type(item)
        if kind is dict:
            _clean_table(item, line, lines, depth + 1)
        elif kind is str:
            items[i] = here(item)
        elif kind is list:
            _clean_list(item, here, line, lines, depth + 1)
