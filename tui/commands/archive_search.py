"""``ktcn-tui search QUERY FOLDER``: where something stands in an archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from tui.archive.sighting import Sighting
from tui.archive.store import EventRow
from tui.commands.archives import asked, opened_archive
from tui.commands.exit_codes import DONE, NOTHING
from tui.commands.folder import line, shown_path
from tui.commands.streams import put, put_utf8, say
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
        found = islice(opened.archive.found(question), limit)
        hits = 0
        for row, seen in found:
            hits += len(seen.hits) or 1
            if as_json:
                put_utf8("".join(_objects(row, seen)))
            elif not count:
                put("".join(_lines(row, seen)))
        if count:
            put(f"{hits}\n")
    if not hits:
        sentence = _("Nothing is found for “{query}”. Try fewer words, or leave marks out.")
        say(sentence.format(query=clean_line(query)))
    return DONE if hits else NOTHING


def _lines(row: EventRow, seen: Sighting) -> Iterator[str]:
    """Yield a line for each hit, begun by the file; without hits the line of the event."""
    if not seen.hits:
        yield line(row)
    file = shown_path(row)
    for hit in seen.hits:
        passage = seen.passages[hit.passage]
        before, match, after = around(passage.text, hit.start, hit.end, _WIDTH)
        yield f"{file}: {passage.pane} {passage.item}: {before}«{match}»{after}\n"


def _objects(row: EventRow, seen: Sighting) -> Iterator[str]:
    """Yield a JSON object for each hit, a line each; without hits one for the event."""
    event = {
        "file": shown_path(row),
        "event": row.id,
        "date": seen.record.event.start_date.isoformat(),
        "name": row.name,
        "location": row.place,
    }
    for hit in seen.hits:
        passage = seen.passages[hit.passage]
        place = {"pane": passage.pane, "item": passage.item, "field": passage.field}
        span = {"start": hit.start, "end": hit.end, "match": passage.text[hit.start : hit.end]}
        yield _encoded({**event, **place, **span, "text": passage.text})
    if not seen.hits:
        yield _encoded(event)


def _encoded(values: Mapping[str, str | int]) -> str:
    return msgspec.json.encode(values).decode() + "\n"
