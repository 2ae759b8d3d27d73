"""``ktcn-tui search``: where something stands in an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click
import msgspec

from tui.commands.exit_codes import DONE, NOTHING
from tui.commands.files import is_archive, opened
from tui.commands.language import speak
from tui.commands.options import asked_settings, common, file_argument
from tui.commands.streams import on_terminal, put, put_utf8, say, writing
from tui.document.model import Document
from tui.document.of_record import document
from tui.document.places import place
from tui.locale import _
from tui.search.context import around
from tui.search.find import by_rank, closeness, find
from tui.search.hits import RANKS, Found, Hit
from tui.search.wording import said
from tui.text.cleaning import clean_line

WIDTH = 60
"""How many code points stand on each side of a hit in plain text."""

MOST_TEXT = 8_192
"""A text of more code points is not given again with each of its hits."""


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "search",
        callback=search,
        help=_("Print where words occur in an event; without FILE, in the bundled one."),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=[
            click.Argument(["query"], metavar=_("QUERY")),
            file_argument(several=True),
            click.Option(
                ["--json", "as_json"],
                is_flag=True,
                help=_("Print one JSON object a line; offsets are in code points of the text."),
            ),
            click.Option(["--count"], is_flag=True, help=_("Print only the number of hits.")),
            click.Option(
                ["--limit"],
                type=click.IntRange(min=1),
                help=_(
                    "In an archive, print the hits of at most this many events, the newest first."
                ),
            ),
            *common(),
        ],
    )


def search(
    query: str, files: tuple[str, ...], as_json: bool, count: bool, limit: int | None
) -> int:
    """Print the hits of a query, the closest first, and return the exit code.

    Of an archive they are printed by event, the newest first.
    """
    if not query.strip():
        raise click.UsageError(_("The query is empty; write what to look for."))
    if as_json and count:
        raise click.UsageError(_("--json and --count cannot be used together; give one of them."))
    settings = asked_settings()
    if is_archive(files):
        from tui.commands.archive_search import search_archive

        return search_archive(query, files, settings, as_json=as_json, count=count, limit=limit)
    record, name = opened(next(iter(files), None))
    speak(settings, record)
    shown = document(record)
    found = find(shown.texts, query)
    hits = by_rank(found.hits, closeness(shown.texts, query))
    if found.has_more:
        say(_("There are more than {n} hits; these are the first.").format(n=len(hits)))
    if (sentence := said(found)) and not as_json:
        say(clean_line(sentence))
    if count:
        put(f"{len(hits)}\n")
    elif as_json:
        put_utf8("".join(_objects(shown, hits, found)))
    elif on_terminal() and hits:
        from tui.printing import print_hits

        with writing():
            print_hits(shown, hits, settings.color)
    else:
        put("".join(_plain(shown, hits)))
    if hits:
        return DONE
    nothing = _("{file}: nothing found for “{query}”. Try fewer words, or leave out accents.")
    say(nothing.format(file=name, query=clean_line(query)))
    return NOTHING


def _plain(document: Document, hits: Sequence[Hit]) -> Iterator[str]:
    """Yield a line for each hit: where it is, and the words around it."""
    for hit in hits:
        text = document.texts[hit.text]
        before, match, after = around(text.words, hit.start, hit.end, WIDTH)
        where = f"{document.section(text.section).title}, {place(document, text)}"
        yield f"{where}: {before}«{match}»{after}\n"


def _objects(document: Document, hits: Sequence[Hit], found: Found) -> Iterator[str]:
    """Yield a JSON object for each hit, a line each."""
    for hit in hits:
        text = document.texts[hit.text]
        yield (
            msgspec.json.encode(
                {
                    "event": document.id,
                    "pane": text.section,
                    "item": text.item,
                    "field": text.field,
                    "start": hit.start,
                    "end": hit.end,
                    "match": text.words[hit.start : hit.end],
                    "rank": RANKS[hit.rank],
                    "reason": hit.reason,
                    "rule": found.rule,
                    "reading": found.reading,
                    "text": text.words if len(text.words) <= MOST_TEXT else "",
                }
            ).decode()
            + "\n"
        )
