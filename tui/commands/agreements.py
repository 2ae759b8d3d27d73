"""``ktcn-tui agreements``: the register of agreements of an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import click
import msgspec

from tui.archive.register import Agreement, register
from tui.archive.selection import Days
from tui.archive.shown_path import shown_path
from tui.archive.states import read_days
from tui.commands.archives import asked, opened_archive
from tui.commands.exit_codes import DONE, NOTHING
from tui.commands.folder import day_of
from tui.commands.options import asked_settings, common
from tui.commands.streams import put, put_utf8, say
from tui.document.periods import STATES
from tui.document.today import today
from tui.export.formats.csv import lines
from tui.export.formats.markdown import escaped
from tui.export.table import Cell, Column, Table
from tui.locale import N_, _

_COLUMNS = (
    Column(N_("Agreement"), 32),
    Column(N_("Kind"), 24),
    Column(N_("Parties"), 48),
    Column(N_("Period"), 16),
    Column(N_("State"), 16),
    Column(N_("Date"), 12),
    Column(N_("Event"), 48),
    Column(N_("File"), 24),
)


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "agreements",
        callback=agreements,
        help=_(
            "Print the agreements of all events in a folder, with parties, period and state. QUERY "
            "is written as in the archive; an organisation in it must be a party."
        ),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=[
            click.Argument(["folder"], metavar=_("FOLDER"), required=True),
            click.Argument(["query"], metavar=_("[QUERY]"), default=""),
            click.Option(
                ["--in-force", "day"],
                metavar=_("DATE"),
                help=_("Print only those in force on a day, such as 2024-06-30, or today."),
            ),
            click.Option(
                ["--format", "form"],
                type=click.Choice(tuple(_WRITERS)),
                default="text",
                show_default=True,
                help=_("The output format."),
            ),
            *common(),
        ],
    )


def agreements(folder: str, query: str, day: str | None, form: str) -> int:
    """Print the register of a folder and return the exit code."""
    settings = asked_settings()
    with opened_archive([folder], settings) as opened:
        on, days = _asked_day(day)
        question = asked(opened, query)
        found = list(register(opened.archive, question, on, days))
        _WRITERS[form](found)
        if not found:
            say(_("No agreements found."))
        return DONE if found else NOTHING


def _asked_day(value: str | None) -> tuple[date, list[Days]]:
    """Return the day that states are told of, and which agreements are wanted."""
    now = today()
    if value is None:
        return now, []
    days = read_days(value, now)
    if days is None:
        sentence = _("“{value}” is not a day; write 2024-06-30, a year, or today.")
        raise click.UsageError(sentence.format(value=value))
    is_day = days.last_start == days.first_through
    return date.fromordinal(days.last_start) if is_day else now, [days]


def _row(agreement: Agreement) -> dict[str, Any]:
    """Return an agreement as plain values, by the names of their columns."""
    return {
        "state": agreement.state,
        "period": agreement.period,
        "name": agreement.name,
        "kind": agreement.kind,
        "parties": [party.name for party in agreement.parties],
        "date": date.fromordinal(agreement.event.day).isoformat(),
        "event": agreement.event.name,
        "id": agreement.id,
        "file": shown_path(agreement.event.path),
    }


def _write_text(found: Iterable[Agreement]) -> None:
    put("".join(_lines(found)))


def _lines(found: Iterable[Agreement]) -> Iterator[str]:
    for agreement in found:
        yield "\t".join(_columns(agreement)) + "\n"


def _columns(agreement: Agreement) -> tuple[str, ...]:
    """Return an agreement as a row of a table."""
    parties = " – ".join(party.name for party in agreement.parties)
    event = f"{day_of(agreement.event)}: {agreement.event.name}"
    state = _(STATES[agreement.state]) if agreement.state else ""
    return state, agreement.period, agreement.name, parties, event


def _write_markdown(found: Iterable[Agreement]) -> None:
    columns = (_("State"), _("Period"), _("Agreement"), _("Parties"), _("Event"))
    rows = [columns, ("---",) * len(columns)]
    rows += [tuple(map(_cell, _columns(agreement))) for agreement in found]
    put("".join(f"| {' | '.join(row)} |\n" for row in rows))


def _cell(text: str) -> str:
    """Return text as a cell of a table of Markdown."""
    return escaped(text) or "–"


def _write_csv(found: Iterable[Agreement]) -> None:
    table = Table(_("Agreements"), _COLUMNS, map(_cells, found))
    put_utf8("".join(lines(table)))


def _cells(agreement: Agreement) -> tuple[Cell, ...]:
    return (
        agreement.name,
        agreement.kind,
        tuple(party.name for party in agreement.parties),
        agreement.period,
        _(STATES[agreement.state]) if agreement.state else "",
        date.fromordinal(agreement.event.day),
        agreement.event.name,
        shown_path(agreement.event.path),
    )


def _write_json(found: Iterable[Agreement]) -> None:
    rows = list(map(_row, found))
    put_utf8(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode() + "\n")


_WRITERS: dict[str, Callable[[Iterable[Agreement]], None]] = {
    "text": _write_text,
    "markdown": _write_markdown,
    "json": _write_json,
    "csv": _write_csv,
}
