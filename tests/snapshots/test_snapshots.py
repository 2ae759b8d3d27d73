"""Every screen in every state is as it was accepted.

After a change that is meant, ``python -m pytest tests/snapshots --snapshot-update`` accepts all
anew: look at the pictures, and at the diff of the frames, before you commit them.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.idle import until_workers_are_done
from tests.opening import open_app
from tests.snapshots.states import FRAMES, PICTURES, RECORDS, State
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


@named(FRAMES)
async def test_frame(snapshot: SnapshotAssertion, app: KtcnApp, state: State) -> None:
    async with app.run_test(size=state.size) as pilot:
        await until_workers_are_done(pilot)
        for key in state.keys:
            await pilot.press(key)
            await until_workers_are_done(pilot)
        strips = app.screen._compositor.render_strips()
    assert len(strips) == state.size[1]
    frame = "".join(f"{strip.text.rstrip()}\n" for strip in strips)
    assert frame == snapshot(extension_class=TextFile)


def test_states_have_names_of_their_own() -> None:
    names = [state.name for state in (*PICTURES, *FRAMES)]
    assert len(names) == len({*names})
