"""The one table of states of the screen that are compared with what was accepted.

``PICTURES`` are kept as SVG, with colours and looks, few enough to be looked at one by one;
``FRAMES`` as the rows of text on the screen, which a diff shows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tests import large_event
from tests.opening import bundled_record
from tui.commands.files import sample_files
from tui.record.loading import loads
from tui.record.model import Event, Record


def typed(words: str) -> tuple[str, ...]:
    """Return the keys that type ``words``."""
    return tuple("space" if character == " " else character for character in words)


def bundled() -> Record:
    """Return the record that ships with the program."""
    return bundled_record()


def empty() -> Record:
    """Return a record of nothing but an event."""
    return Record(format=1, event=Event(id="e", name="Hội nghị", start_date=date(2022, 1, 18)))


def one_of_each() -> Record:
    """Return a record whose lists have one thing each, and without people."""
    whole = bundled_record()
    return Record(
        format=1,
        event=whole.event,
        organizations=whole.organizations,
        agreements=whole.agreements[:1],
        photos=whole.photos[4:],
    )


def large() -> Record:
    """Return the record of a large event: 300 people, 40 agreements, 60 photos."""
    return loads(large_event.event().encode(), "large.toml")


def sample() -> tuple[str, ...]:
    """Return the paths of the archive that comes with the program."""
    return sample_files()


RECORDS: dict[str, Callable[[], Record | tuple[str, ...]]] = {
    function.__name__: function for function in (bundled, empty, one_of_each, large, sample)
}


class State(NamedTuple):
    """A state of a screen: the keys that lead to it, and in what surroundings."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 36)
    language: str = "vi"
    theme: str = ""
    colour: bool = True
    record: str = "bundled"
    """A name of :data:`RECORDS`."""


EVENT = State("event-participants", ("2",))
SEARCH = State("search", ("slash", *typed("do hoai nam")))
CARD = State("card-person", ("2", "enter"))
PALETTE = State("palette-found", ("ctrl+p", *typed("vien")))
HELP = State("help", ("question_mark",))
ARCHIVE = State("archive", record="sample")
ARCHIVE_SEARCH = State("archive-search", ("slash", *typed("chuyen doi so")), record="sample")
FACETS = State("archive-facets", ("tab",), record="sample")
DOSSIER = State(
    "dossier",
    ("slash", *typed("org:bach khoa da nang"), "enter", "2", "right_curly_bracket", "enter"),
    record="sample",
)
REGISTER = State("register", ("A",), record="sample")
OF_ARCHIVE = (ARCHIVE, ARCHIVE_SEARCH, FACETS, DOSSIER, REGISTER)
"""The screens of an archive, which are looked at in every size that is named for them."""
PICTURES_OF_ARCHIVE = (ARCHIVE_SEARCH, DOSSIER, REGISTER)
MAIN = (EVENT, SEARCH, CARD, PALETTE, HELP)
"""One state of each screen, which is looked at in every size and language."""

LARGE = (
    State("large-article", ("pagedown",), record="large"),
    State("large-participants", ("2", "G", "b"), record="large"),
    State("large-agreements", ("3", "v", "pagedown"), record="large"),
)
"""A large event, in the two sizes of terminals that are met most."""

SIZES = ((60, 20), (80, 24), (160, 50), (200, 60))


def at(state: State, width: int, height: int) -> State:
    """Return a state on a terminal of another size."""
    return state._replace(name=f"{state.name}-{width}x{height}", size=(width, height))


def in_theme(state: State, theme: str) -> State:
    """Return a state in a theme."""
    return state._replace(name=f"{state.name}-{theme}", theme=theme)


def without_colour(state: State) -> State:
    """Return a state with ``NO_COLOR`` set."""
    return state._replace(name=f"{state.name}-no-colour", colour=False)


PICTURES = (
    *MAIN,
    State("event-article"),
    State("event-agreements", ("3",)),
    State("event-photos", ("4", "down")),
    State("event-name-in-article", ("right", "right")),
    State("event-mention", ("2", "right_square_bracket")),
    State("search-telex", ("slash", *typed("ddoox hoaif nam"))),
    State("search-stayed", ("slash", *typed("vien kinh te"), "enter", "n")),
    State("card-organization", ("1", "enter")),
    State("card-agreement", ("3", "enter")),
    State("card-photo", ("4", "enter")),
    at(EVENT, 60, 20),
    at(EVENT, 80, 24),
    at(EVENT, 160, 50),
    in_theme(EVENT, "textual-light"),
    in_theme(CARD, "textual-light"),
    in_theme(SEARCH, "ansi-dark"),
    in_theme(SEARCH, "ansi-light"),
    without_colour(EVENT),
    without_colour(SEARCH),
    State("empty-record", record="empty"),
    *(at(state, 80, 24) for state in LARGE),
    *(at(state, 120, 36) for state in LARGE),
)
FRAMES = (
    State("event-end-of-article", ("end",)),
    State("event-zoomed", ("3", "z")),
    State("event-copied", ("4", "y")),
    State("search-empty", ("slash",)),
    State("search-nothing", ("slash", *typed("xyz"))),
    State("search-wrapped", ("slash", *typed("bui tat thang"), "enter", "N")),
    State("search-abbreviation", ("slash", *typed("khoa hoc va cong nghe"), "enter", "N", "N")),
    State("search-date", ("slash", *typed("18-1-2022"))),
    State("card-mention", ("2", "enter", "end")),
    State("card-copied", ("2", "enter", "y")),
    State("palette", ("ctrl+p",)),
    State("palette-nothing", ("ctrl+p", *typed("xyz"))),
    State("help-search", (*SEARCH.keys, "f1")),
    State("help-card", (*CARD.keys, "question_mark")),
    *(at(state, *size) for state in MAIN for size in SIZES if at(state, *size) not in PICTURES),
    *(state._replace(name=f"{state.name}-en", language="en") for state in MAIN),
    *(at(State("tiny", ("4",)), *size) for size in ((20, 5), (30, 10), (19, 9), (12, 3))),
    *(at(s, *size) for s in OF_ARCHIVE for size in ((60, 20), (80, 24), (120, 36), (160, 50))),
    State("archive-en", language="en", record="sample"),
    State("empty-record-en", language="en", record="empty"),
    at(State("timeline", ("T",)), 80, 24),
    at(State("timeline", ("T",)), 160, 50),
    at(State("timeline-register", ("A", "T"), record="sample"), 80, 24),
    at(State("timeline-register", ("A", "T"), record="sample"), 160, 50),
    State("one-of-each", ("3",), (80, 24), record="one_of_each"),
)
