"""Every screen in every state is as it was accepted.

After a change that is meant, ``python -m pytest tests/snapshots --snapshot-update`` accepts all
anew: look at the pictures, and at the diff of the frames, before you commit them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.pilot import Pilot

from tests.idle import until_workers_are_done
from tests.opening import bundled_record, open_app
from tests.snapshots.states import FRAMES, PICTURES, PICTURES_OF_ARCHIVE, RECORDS, State
from tui.app import KtcnApp

Compare = Callable[..., bool]


class TextFile(SingleFileSnapshotExtension):
    """One file of text a frame."""

    _file_extension = "txt"
    _write_mode = WriteMode.TEXT


def named(states: tuple[State, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("state", states, ids=[state.name for state in states])


@pytest.fixture
def app(state: State, monkeypatch: pytest.MonkeyPatch) -> KtcnApp:
    """The app that comes into a state by its keys."""
    if not state.colour:
        monkeypatch.setenv("NO_COLOR", "1")
    return open_app(RECORDS[state.record](), state.language, state.theme)


@named(PICTURES)
def test_picture(snap_compare: Compare, app: KtcnApp, state: State) -> None:
    assert snap_compare(app, press=state.keys, terminal_size=state.size)


@named(PICTURES_OF_ARCHIVE)
def test_picture_of_an_archive(snap_compare: Compare, app: KtcnApp, state: State) -> None:
    async def pressed(pilot: Pilot[int]) -> None:
        await press(pilot, state.keys)

    assert snap_compare(app, run_before=pressed, terminal_size=state.size)


async def press(pilot: Pilot[int], keys: Sequence[str]) -> None:
    """Press keys, each when all workers are done with the one before."""
    await until_workers_are_done(pilot)
    for key in keys:
        await pilot.press(key)
        await until_workers_are_done(pilot)


@named(FRAMES)
async def test_frame(snapshot: SnapshotAssertion, app: KtcnApp, state: State) -> None:
    async with app.run_test(size=state.size) as pilot:
        await press(pilot, state.keys)
        strips = app.screen._compositor.render_strips()
    assert len(strips) == state.size[1]
    frame = "".join(f"{strip.text.rstrip()}\n" for strip in strips)
    assert frame == snapshot(extension_class=TextFile)


def test_the_photo_of_a_card(snap_compare: Compare, tmp_path: Path) -> None:
    image = Image.new("RGB", (120, 80), "teal")
    image.paste("gold", (20, 20, 60, 60))
    image.save(tmp_path / "a.png")
    record = bundled_record()
    photos = (replace(record.photos[0], file="a.png"), *record.photos[1:])
    app = open_app(replace(record, photos=photos), path=tmp_path / "event.toml")

    async def open_card(pilot: Pilot[int]) -> None:
        await pilot.press("4", "enter")
        await until_workers_are_done(pilot)

    assert snap_compare(app, run_before=open_card, terminal_size=(80, 24))


def test_states_have_names_of_their_own() -> None:
    names = [state.name for state in (*PICTURES, *FRAMES)]
    assert len(names) == len({*names})
