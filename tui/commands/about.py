"""``ktcn-tui show --about NAME FOLDER``: the dossier of a person or an organisation."""

from __future__ import annotations

from collections.abc import Sequence

from tui.archive.archive import Archive, Facet
from tui.archive.dossier import MOST_EVENTS, Dossier, dossier
from tui.archive.whom import whom
from tui.commands.archives import opened_archive
from tui.commands.command_error import CommandError
from tui.commands.exit_codes import NOTHING
from tui.commands.streams import say
from tui.document.today import today
from tui.locale import _, number
from tui.settings import Settings
from tui.text.cleaning import clean_line

_MOST_NAMED = 8


def gathered(name: str, files: Sequence[str], settings: Settings) -> Dossier:
    """Return the dossier of who is called so in the archive of some files and folders.

    Raises:
        CommandError: Nobody is called so, or several are.
    """
    with opened_archive(files, settings) as opened:
        about = _meant(opened.archive, name)
        found = dossier(opened.archive, about, today(), read=MOST_EVENTS)
    if found.unlisted:
        sentence = _("Only the newest {listed} of {events} events are shown.")
        events = MOST_EVENTS + found.unlisted
        say(sentence.format(listed=number(MOST_EVENTS), events=number(events)))
    return found


def _meant(archive: Archive, name: str) -> Facet:
    found = whom(archive, name)
    if len(found) == 1:
        return found[0]
    shown = clean_line(name)
    if not found:
        sentence = _("No person or organisation in this archive is called “{name}”.")
        raise CommandError(sentence.format(name=shown), code=NOTHING)
    sentence = _("“{name}” could be any of these; write one in full:").format(name=shown)
    names = [f"  {facet.name} ({number(facet.events)})" for facet in found[:_MOST_NAMED]]
    raise CommandError(sentence, *names, code=NOTHING)
