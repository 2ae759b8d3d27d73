"""Documents of many events, shown at once and gathered while they are read."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests import idle
from tests.archive.events import event, generate, write
from tests.idle import until_workers_are_done as ready
from tests.screens.archives import app_of, archive, choose, document, names, text_of, typed
from tui.archive import dossier as dossiers
from tui.archive import register_document
from tui.archive.dossier_events import Told, told
from tui.archive.store import EntityRow, EventRow, Store
from tui.screens import archive_asker
from tui.screens.archive import ArchiveScreen
from tui.screens.event import EventScreen
from tui.screens.gathering import Gathering
from tui.screens.palette import PaletteScreen
from tui.widgets.text_line import TextLine

HOUSE = "Viện Kinh tế Việt Nam"


@pytest.fixture
def house(folder: Path) -> Path:
    """An archive of an institute with more events than are read at once."""
    return write(
        folder,
        {
            f"{n}.toml": event(
                f"e{n}",
                f"{n + 1990}-05-01",
                name=f"Hội nghị số {n}",
                bodies=[HOUSE, f"Hội Sử học số {n}"],
                agreements=[("Thỏa thuận", f"{n + 1990}", "")],
                body=f"{HOUSE} họp lần {n}. Trời mưa. {HOUSE} ký kết.",
            )
            for n in range(30)
        },
    )


class Gate:
    """Holds back the reading of events until it is opened, after as many as it lets through."""

    def __init__(self, lets_through: int = 0) -> None:
        self._opened = threading.Event()
        self._lets_through = lets_through
        self.read = 0
        idle.held.add(self)

    def open(self) -> None:
        idle.held.discard(self)
        self._opened.set()

    def __call__(self, store: Store, entity: EntityRow, row: EventRow) -> Told:
        self.read += 1
        if self.read > self._lets_through:
            self._opened.wait()
        return told(store, entity, row)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], Gate]]:
    """Makes the gate before the files of events."""
    made: list[Gate] = []

    def make(lets_through: int = 0) -> Gate:
        found = Gate(lets_through)
        made.append(found)
        monkeypatch.setattr(dossiers, "told", found)
        return found

    yield make
    for each in made:
        each.open()


@asynccontextmanager
async def opened(
    house: Path, gate: Callable[[int], Gate], lets_through: int = 0
) -> AsyncIterator[tuple[Pilot[int], EventScreen, Gate]]:
    """Open the dossier of the institute while a gate holds back the reading of its events."""
    app = app_of(house)
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        held = gate(lets_through)
        await choose(pilot, app, HOUSE)
        await pilot.press("enter")
        yield pilot, document(app), held


def said(screen: EventScreen) -> list[str]:
    """Return the sentences of events that a dossier tells."""
    return [t.words for t in screen.document.texts if t.kind == "paragraph"]


async def test_a_dossier_is_first_what_the_tables_know_and_whole_in_the_end(
    house: Path, gate: Callable[[int], Gate]
) -> None:
    """It told the sentences of the newest twenty events, and never those of the others."""
    async with opened(house, gate) as (pilot, shown, held):
        assert said(shown) == []
        assert len(shown.document.section("article").groups[0].items) == 30
        held.open()
        await ready(pilot)
        assert len(said(shown)) == 60
        assert held.read == 30
        assert len(shown.document.section("agreements").groups[0].items) == 30


async def test_the_reader_stays_on_the_line_while_more_comes(
    house: Path, gate: Callable[[int], Gate]
) -> None:
    async with opened(house, gate) as (pilot, shown, held):
        await pilot.press("pagedown", "down")
        pane = shown.panes["article"]
        before = pane.texts_of_line(), pane.reading_place()
        held.open()
        await ready(pilot)
        assert len(said(shown)) == 60
        assert (pane.texts_of_line(), pane.reading_place()) == before
        assert shown.panes["agreements"].position[1] == 30


async def test_every_line_of_a_grown_dossier_leads_to_its_event(house: Path) -> None:
    app = app_of(house)
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await choose(pilot, app, HOUSE)
        await pilot.press("enter")
        await ready(pilot)
        await pilot.press("end", "enter")
        await ready(pilot)
        assert document(app).document.title == "Hội nghị số 0"
        await pilot.press("escape")
        assert document(app).document.title == HOUSE


async def test_a_search_goes_on_in_what_has_come(house: Path, gate: Callable[[int], Gate]) -> None:
    async with opened(house, gate, 20) as (pilot, shown, held):
        await pilot.press("slash")
        await pilot.press(*"ket")
        held.open()
        await ready(pilot)
        assert len(shown.hits) == 30
        assert all(
            shown.document.texts[hit.text].words[hit.start : hit.end] == "kết" for hit in shown.hits
        )
        await pilot.press("enter", "n")
        assert shown.current is not None
        assert shown.walker.hit_number() > 0


async def test_what_comes_while_something_lies_over_the_dossier_waits(
    house: Path, gate: Callable[[int], Gate]
) -> None:
    """What is chosen there is a place in the document as it was."""
    async with opened(house, gate) as (pilot, shown, held):
        await pilot.press("ctrl+p")
        assert isinstance(pilot.app.screen, PaletteScreen)
        held.open()
        await ready(pilot)
        assert said(shown) == []
        await pilot.press("escape")
        await ready(pilot)
        assert len(said(shown)) == 60


async def test_a_dossier_that_is_left_is_read_no_further(
    house: Path, gate: Callable[[int], Gate]
) -> None:
    async with opened(house, gate) as (pilot, _shown, held):
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ArchiveScreen)
        held.open()
        await ready(pilot)
        assert held.read <= 1


async def test_what_is_told_just_as_a_dossier_is_left_is_dropped(
    house: Path, gate: Callable[[int], Gate]
) -> None:
    """The worker tells it in the loop: the screen, whose header it was for, may be gone by then."""
    async with opened(house, gate) as (pilot, shown, held):
        assert shown.journey is not None
        gathering = Gathering(shown, shown.journey, iter(()))
        gathering._tell("1/30")
        assert "1/30" in str(shown.query_one(TextLine).content)
        await pilot.press("escape")
        gathering._tell("2/30")
        held.open()


async def test_a_filter_takes_in_what_has_come(house: Path, gate: Callable[[int], Gate]) -> None:
    async with opened(house, gate) as (pilot, shown, held):
        await pilot.press("3", "f")
        await pilot.press("s", "o", "space", "7")
        held.open()
        await ready(pilot)
        assert shown.panes["agreements"].position[1] == 1


async def test_a_register_lists_all_agreements_and_counts_them_at_once(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It listed the newest thousand and told nobody how many there were."""
    monkeypatch.setattr(register_document, "_SHOWN_AT", (10, 20, 40))
    app = app_of(house)
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("A")
        shown = document(app)
        assert "30 thỏa thuận" in shown.document.summary
        await ready(pilot)
        assert shown.panes["agreements"].position == (1, 30)
        assert "mới nhất" not in shown.document.summary


async def test_a_register_says_how_many_agreements_it_does_not_list(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_document, "_SHOWN_AT", (10, 20))
    app = app_of(house)
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("A")
        await ready(pilot)
        shown = document(app)
        assert shown.panes["agreements"].position == (1, 20)
        assert shown.document.summary.startswith("30 thỏa thuận · liệt kê 20 mới nhất")


async def test_alt_down_goes_on_beyond_the_events_that_are_listed(folder: Path) -> None:
    """It stopped at the last of them and called it the last of the list."""
    app = app_of(generate(folder, 120))
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        await pilot.press("slash")
        await typed(pilot, "ky")
        await pilot.press("enter")
        listed = len(names(app))
        assert listed < 120
        for _ in range(listed - 1):
            archive(app).lists.step(1)
        await pilot.press("enter")
        await ready(pilot)
        await pilot.press("alt+down")
        await ready(pilot)
        assert len(names(app)) > listed
        assert document(app).document.title == names(app)[listed]
        assert document(app).searching


async def test_a_register_of_no_agreement_says_so(folder: Path) -> None:
    """It looked for names in the first of no texts."""
    app = app_of(write(folder, {"a.toml": event("a", "2024-01-02")}))
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("A")
        await ready(pilot)
        assert document(app).document.section("agreements").nothing
    assert app.crash is None


async def test_the_end_of_a_long_list_says_that_there_are_older_events(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was called the last event of the list, as if there were no others."""
    monkeypatch.setattr(archive_asker, "MOST_LISTED", 50)
    app = app_of(generate(folder, 60))
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        await pilot.press("end")
        await ready(pilot)
        assert len(names(app)) == 50
        assert "Danh sách dừng ở 50 sự kiện" in text_of(app)
        assert archive(app).events.item == "49"
        await pilot.press("enter")
        await ready(pilot)
        await pilot.press("alt+down")
        assert "Danh sách dừng ở 50 sự kiện" in str(document(app).keys.content)
