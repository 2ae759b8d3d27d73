"""``ktcn-tui search QUERY FOLDER``: where something stands in an archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

import msgspec

from tui.archive.shown_path import shown_path
from tui.archive.sighting import Sighting
from tui.archive.store import EventRow
from tui.commands.archives import Telling, asked, opened_archive
from tui.commands.exit_codes import DONE, NOTHING
from tui.commands.folder import line
from tui.commands.streams import put, put_utf8, say
from tui.document.places import place
from tui.locale import _
from tui.search.context import around
from tui.settings import Settings
from tui.text.cleaning import clean_line

_WIDTH = 30
"""How many code points stand on each side of a hit."""


def search_archive(
    query: str,
    files: Sequence[str],
    settings: Settings,
    *,
    as_json: bool,
    count: bool,
    limit: int | None,
) -> int:
    """Print the hits of a query by event, each as soon as it is found; return the exit code."""
    with opened_archive(files, settings) as opened:
        question = asked(opened, query)
        telling = Telling()
        found = islice(opened.archive.found(question, report=telling), limit)
        hits = 0
        for row, seen in found:
            telling.end()
            if not hits and seen.rule != "strict" and not as_json:
                say(_("Nothing matches exactly as typed; these places come close."))
            hits += len(seen.hits) or 1
            if as_json:
                put_utf8("".join(_objects(row, seen)))
            elif not count:
                put("".join(_lines(row, seen)))
        telling.end()
        if count:
            put(f"{hits}\n")
    if not hits:
        sentence = _("Nothing found for “{query}”. Try fewer words, or leave out accents.")
        say(sentence.format(query=clean_line(query)))
    return DONE if hits else NOTHING


def _lines(row: EventRow, seen: Sighting) -> Iterator[str]:
    """Yield a line for each hit, begun by the file; without hits the line of the event."""
    if not seen.hits:
        yield line(row)
    file, shown = shown_path(row.path), seen.document
    for hit in seen.hits:
        text = shown.texts[hit.text]
        before, match, after = around(text.words, hit.start, hit.end, _WIDTH)
        where = f"{shown.section(text.section).title}, {place(shown, text)}"
        yield f"{file}: {where}: {before}«{match}»{after}\n"


def _objects(row: EventRow, seen: Sighting) -> Iterator[str]:
    """Yield a JSON object for each hit, a line each; without hits one for the event."""
    event: dict[str, str | int] = {
        "file": shown_path(row.path),
        "event": row.id,
        "date": date.fromordinal(row.day).isoformat(),
        "name": row.name,
        "location": row.place,
        "rule": seen.rule,
    }
    for hit in seen.hits:
        text = seen.document.texts[hit.text]
        address: dict[str, str | int] = {
            "pane": text.section,
            "item": text.item,
            "field": text.field,
            "start": hit.start,
            "end": hit.end,
            "match": text.words[hit.start : hit.end],
            "text": text.words,
        }
        yield _encoded(event | address)
    if not seen.hits:
        yield _encoded(event)


def _encoded(values: dict[str, str | int]) -> str:
    return msgspec.json.encode(values).decode() + "\n"
