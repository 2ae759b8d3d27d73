"""``ktcn-tui site``: the events of a folder as pages that lead to each other."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from tui.archive.progress import Clock
from tui.commands.archives import Telling, asked, opened_archive
from tui.commands.command_error import CommandError
from tui.commands.exit_codes import DONE, NOTHING, UNUSABLE
from tui.commands.options import asked_settings, common
from tui.commands.streams import say
from tui.document.today import today
from tui.locale import N_, _, ngettext, number
from tui.locale.system import reason
from tui.text.cleaning import clean_line

_PROGRESS = N_("{done} of {total} pages made, {rate} a second, {left} s left")


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "site",
        callback=site,
        help=_(
            "Make pages of all events in a folder, with an index by date, dossiers and the "
            "register of agreements, in a new folder OUT."
        ),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=[
            click.Argument(["folder"], metavar=_("FOLDER"), required=True),
            click.Argument(["out"], metavar=_("OUT"), required=True),
            click.Option(
                ["--query"],
                metavar=_("QUERY"),
                default="",
                help=_("Make pages only of the events that a query of the archive finds."),
            ),
            click.Option(
                ["--title"],
                metavar=_("NAME"),
                default="",
                help=_("The title of the site; by default the folder's name."),
            ),
            *common(),
        ],
    )


def site(folder: str, out: str, query: str, title: str) -> int:
    """Make the pages and return the exit code."""
    from tui.commands.site_pages import pages, plan  # what makes pages is not needed for the help

    settings = asked_settings()
    target = _new(out)
    with opened_archive([folder], settings) as opened:
        name = clean_line(title or Path(folder).resolve().name)
        made = plan(opened.archive, asked(opened, query), name)
        if not made.events:
            say(_("No events found, so there are no pages to make."))
            return NOTHING
        say(_planned(made.pages, out))
        telling = Telling(_PROGRESS)
        clock = Clock(made.pages, telling)
        with _ended_as_by_ctrl_c(), _whole(target, out) as growing:
            for address, data in pages(opened.archive, made, today(), has_files=bool(opened.roots)):
                (growing / address).write_bytes(data)
                clock.add(address.endswith(".html"))
        telling.end()
    say(_("Open {file}.").format(file=clean_line(str(target / "index.html"))))
    return DONE


def _planned(count: int, out: str) -> str:
    sentence = ngettext(
        "{n} page will be made in {folder}.", "{n} pages will be made in {folder}.", count
    )
    return sentence.format(n=number(count), folder=clean_line(out))


def _new(out: str) -> Path:
    """Return a folder that is to be made; it may be there if it is empty.

    Raises:
        CommandError: There is something already.
    """
    target = Path(out)
    if "\0" in out or (
        os.path.lexists(target) and not (target.is_dir() and not any(target.iterdir()))
    ):
        sentence = _("{folder}: this folder is not empty; name a new one.")
        raise CommandError(sentence.format(folder=clean_line(out)), code=UNUSABLE)
    return target


@contextmanager
def _ended_as_by_ctrl_c() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end what is done here as Ctrl+C does, so that it is cleared away."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    heard = [each for each in numbers if signal.getsignal(each) is signal.SIG_DFL]
    for each in heard:
        signal.signal(each, signal.default_int_handler)
    try:
        yield
    finally:
        for each in heard:
            signal.signal(each, signal.SIG_DFL)


@contextmanager
def _whole(target: Path, out: str) -> Iterator[Path]:
    """Give a folder to be filled, which becomes the target when the body ends well, else goes.

    Raises:
        CommandError: It cannot be written.
    """
    growing: Path | None = None
    try:
        growing = Path(tempfile.mkdtemp(prefix=f".{target.name[:50]}.", dir=target.parent))
        yield growing
        growing.chmod(0o755)
        if sys.platform == "win32" and target.exists():
            target.rmdir()
        growing.rename(target)
    except OSError as error:
        sentence = _("{folder}: the pages cannot be written: {reason}.")
        raise CommandError(
            sentence.format(folder=clean_line(out), reason=reason(error)), code=UNUSABLE
        ) from error
    finally:
        if growing is not None:
            shutil.rmtree(growing, ignore_errors=True)
