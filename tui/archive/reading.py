"""Files to entries of the index, in this process or in others beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

import msgspec
from msgspec import Struct

from tui.archive.entry import Broken, Entry, entry
from tui.archive.scan import Found
from tui.archive.terms import Terms
from tui.record.loading import load
from tui.record.problems import RecordError

Read: TypeAlias = Entry | Broken


class Batch(Struct, frozen=True, array_like=True):
    """What came of some files, and the words that were not met before by who read them."""

    entries: tuple[Entry, ...]
    broken: tuple[Broken, ...]
    words: tuple[tuple[str, str], ...]


Reader: TypeAlias = Callable[[Sequence[Found]], Iterator[Batch]]
"""Reads files, and gives what came of them in their order."""

BATCH = 64
"""Files that are read at once; so often can reading be stopped."""


def read_batch(files: Iterable[Found], terms: Terms) -> Batch:
    """Read some files; one that is not an event is told as such."""
    entries: list[Entry] = []
    broken: list[Broken] = []
    for file in files:
        try:
            entries.append(entry(load(os.fsdecode(file.path)), file, terms))
        except RecordError:
            broken.append(Broken(file))
    return Batch(tuple(entries), tuple(broken), tuple(terms.news()))


def read_here(files: Sequence[Found]) -> Iterator[Batch]:
    """Read files in this process."""
    terms = Terms()
    for at in range(0, len(files), BATCH):
        yield read_batch(files[at : at + BATCH], terms)


encode = msgspec.msgpack.encode
decode_batch = msgspec.msgpack.Decoder(Batch).decode
decode_files = msgspec.msgpack.Decoder(tuple[Found, ...]).decode
