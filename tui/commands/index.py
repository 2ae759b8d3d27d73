"""``ktcn-tui index``: the index of an archive, which is a cache and can be thrown away."""

from __future__ import annotations

import os

import click

from tui.archive.filling import SKIPPED
from tui.archive.opening import OpenArchive
from tui.archive.refresh import broken_files
from tui.commands.archives import filled_servers, opened_archive
from tui.commands.exit_codes import DONE
from tui.commands.options import asked_settings, common
from tui.commands.streams import put
from tui.locale import _, number
from tui.text.cleaning import clean_line


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "index",
        callback=index,
        help=_("Bring the index of a folder up to date, and say what is in it."),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=[
            click.Argument(["files"], metavar=_("FOLDER…"), required=True, nargs=-1),
            click.Option(
                ["--status"], is_flag=True, help=_("Say what is in the index; the default.")
            ),
            click.Option(["--rebuild"], is_flag=True, help=_("Rebuild the index.")),
            click.Option(
                ["--to", "servers"],
                metavar="postgresql://…",
                multiple=True,
                help=_("Fill a server instead; several divide the years among them."),
            ),
            *common(),
        ],
    )


def index(files: tuple[str, ...], status: bool, rebuild: bool, servers: tuple[str, ...]) -> int:
    """Bring an index up to date, say what is in it, and return the exit code."""
    if status and rebuild:
        raise click.UsageError(
            _("--status and --rebuild cannot be used together; give one of them.")
        )
    settings = asked_settings()
    if servers:
        filled_servers(servers, files, settings)
        files = servers
    with opened_archive(files, settings, rebuild=rebuild) as opened:
        put("".join(f"{name}: {value}\n" for name, value in _facts(opened)))
    return DONE


def _facts(opened: OpenArchive) -> list[tuple[str, str]]:
    archive = opened.archive
    events = archive.count(archive.everything(), 1 << 40)[0]
    if not opened.roots:
        return [(_("Events"), number(events))]
    broken = sum(1 for _path in broken_files(opened))
    facts = [
        (_("Events"), number(events)),
        (_("Files that are not events"), number(broken)),
        (_("Files and folders that could not be read"), opened.store.meta(SKIPPED)),
    ]
    if opened.index is None:
        return [*facts, (_("Index"), _("in memory"))]
    size = os.stat(opened.index).st_size  # noqa: PTH116  # as elsewhere here
    return [
        *facts,
        (_("Index"), clean_line(str(opened.index))),
        (_("Size"), f"{number(size >> 10)} KiB"),
    ]
