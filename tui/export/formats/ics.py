"""A calendar (iCalendar, RFC 5545) of the days on which agreements end, each with an alarm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui import __version__
from tui.document.model import Document
from tui.document.naming import display_name
from tui.document.periods import last_day, period
from tui.document.today import today
from tui.export.errors import NothingToExportError
from tui.export.options import Options
from tui.locale import _
from tui.record.model import Agreement

ENCODING = "utf-8"

DAYS_BEFORE = 90
"""So many days before the end of an agreement the calendar gives an alarm."""

_LONGEST_LINE = 75
"""Octets of a line without its end (RFC 5545, section 3.1)."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def render(document: Document, _options: Options) -> str:
    """Return a calendar with an all-day event on the last day of each agreement.

    Raises:
        NothingToExportError: No agreement tells when it ends.
    """
    agreements = [thing for thing in document.things.values() if isinstance(thing, Agreement)]
    ends = [(day, each) for each in agreements if (day := last_day(each)) is not None]
    if not ends:
        raise NothingToExportError(_("No agreement here says when it ends; a calendar needs that."))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//ktcn-tui//ktcn-tui {__version__}//EN",
        "CALSCALE:GREGORIAN",
        *(line for day, agreement in ends for line in _event(document, agreement, day)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(document: Document, agreement: Agreement, day: date) -> Iterator[str]:
    """Yield the lines of the event of an agreement; without an end it lasts the day (3.6.1)."""
    parties = " – ".join(
        display_name(document.things[party]) if party in document.things else party
        for party in agreement.parties
    )
    title = _("Ends: {agreement}").format(agreement=display_name(agreement))
    about = "\n".join([parties, *agreement.about, period(agreement), document.title])
    yield "BEGIN:VEVENT"
    yield f"UID:{document.id}.{agreement.id}@ktcn-tui"
    yield f"DTSTAMP:{_written(today())}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_written(day)}"
    yield f"SUMMARY:{_escaped(f'{title} ({parties})')}"
    yield f"DESCRIPTION:{_escaped(about)}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(title)}"
    yield f"TRIGGER:-P{DAYS_BEFORE}D"
    yield "END:VALARM"
    yield "END:VEVENT"


def _written(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escaped(text: str) -> str:
    """Return a value of type TEXT (section 3.3.11)."""
    return text.translate(_ESCAPED)


def _folded(line: str) -> str:
    """Return a line in pieces of 75 octets at most, none of which cuts a character."""
    pieces = []
    piece = ""
    room = _LONGEST_LINE
    for character in line:
        octets = len(character.encode())
        if octets > room:
            pieces.append(piece)
            piece, room = "", _LONGEST_LINE - 1  # the space that a piece begins with
        piece += character
        room -= octets
    return "\r\n ".join([*pieces, piece])
