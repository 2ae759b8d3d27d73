"""Pictures of every screen in every state. Each was looked at before it was accepted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest

from tests.opening import bundled_record, open_app
from tui.record.model import Event, Record

Compare = Callable[..., bool]


def typed(words: str) -> tuple[str, ...]:
    """Return the keys that type ``words``."""
    return tuple("space" if character == " " else character for character in words)


class State(NamedTuple):
    """A state of a screen: the keys that lead to it."""

    name: str
    keys: tuple[str, ...] = ()


SEARCH = State("search", ("slash", *typed("do hoai nam")))
CARD = State("card-person", ("2", "enter"))
PALETTE = State("palette-found", ("ctrl+p", *typed("vien")))
HELP = State("help", ("question_mark",))
EVENT = State("event-participants", ("2",))

STATES = (
    State("event-article"),
    EVENT,
    State("event-agreements", ("3",)),
    State("event-photos", ("4", "down")),
    State("event-name-in-article", ("right", "right")),
    State("event-end-of-article", ("end",)),
    State("event-mention", ("2", "right_square_bracket")),
    State("event-zoomed", ("3", "z")),
    State("event-copied", ("4", "y")),
    SEARCH,
    State("search-empty", ("slash",)),
    State("search-nothing", ("slash", *typed("xyz"))),
    State("search-stayed", ("slash", *typed("vien kinh te"), "enter", "n")),
    State("search-wrapped", ("slash", *typed("bui tat thang"), "enter", "N")),
    State("search-telex", ("slash", *typed("ddoox hoaif nam"))),
    State("search-abbreviation", ("slash", *typed("khoa hoc va cong nghe"), "enter", "N", "N")),
    State("search-date", ("slash", *typed("18-1-2022"))),
    CARD,
    State("card-organization", ("1", "enter")),
    State("card-agreement", ("3", "enter")),
    State("card-photo", ("4", "enter")),
    State("card-mention", ("2", "enter", "end")),
    State("card-copied", ("2", "enter", "y")),
    State("palette", ("ctrl+p",)),
    PALETTE,
    State("palette-nothing", ("ctrl+p", *typed("xyz"))),
    HELP,
    State("help-search", (*SEARCH.keys, "f1")),
    State("help-card", (*CARD.keys, "question_mark")),
)
AT_SIZES = (EVENT, SEARCH, CARD, PALETTE, HELP)
SIZES = ((60, 20), (80, 24), (160, 50))


def named(states: tuple[State, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("state", states, ids=[state.name for state in states])


@named(STATES)
def test_state(snap_compare: Compare, state: State) -> None:
    assert snap_compare(open_app(), press=state.keys, terminal_size=(120, 36))


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
@named(AT_SIZES)
def test_size(snap_compare: Compare, state: State, size: tuple[int, int]) -> None:
    assert snap_compare(open_app(), press=state.keys, terminal_size=size)


@named(AT_SIZES)
def test_english(snap_compare: Compare, state: State) -> None:
    app = open_app(language="en")
    assert snap_compare(app, press=state.keys, terminal_size=(120, 36))


@pytest.mark.parametrize("theme", ["textual-light", "ansi-light", "ansi-dark", "solarized-light"])
def test_theme_of_the_event(snap_compare: Compare, theme: str) -> None:
    app = open_app(theme=theme)
    assert snap_compare(app, press=SEARCH.keys, terminal_size=(120, 36))


@named(AT_SIZES)
def test_light(snap_compare: Compare, state: State) -> None:
    app = open_app(theme="textual-light")
    assert snap_compare(app, press=state.keys, terminal_size=(120, 36))


@named(AT_SIZES)
def test_without_colour(
    snap_compare: Compare, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(open_app(), press=state.keys, terminal_size=(120, 36))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_empty_record(snap_compare: Compare, language: str) -> None:
    record = Record(format=1, event=Event(id="e", name="Hội nghị", start_date=date(2022, 1, 18)))
    assert snap_compare(open_app(record, language), terminal_size=(120, 36))


@pytest.mark.parametrize("size", [(20, 5), (30, 10), (19, 9), (12, 3)])
def test_tiny(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(open_app(), press=("4",), terminal_size=size)


def test_one_item_of_each(snap_compare: Compare) -> None:
    whole = bundled_record()
    record = Record(
        format=1,
        event=whole.event,
        organizations=whole.organizations,
        agreements=whole.agreements[:1],
        photos=whole.photos[4:],
    )
    assert snap_compare(open_app(record), press=("3",), terminal_size=(80, 24))
