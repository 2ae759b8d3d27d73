"""What the terminal's package leans on of Textual's inside, and says in plain words what changed.

Textual is pinned to a minor version for it. When a test here fails after an update, its message
names the module of ``tui/terminal`` to look at; when all hold, nothing else there can have broken.
"""

from __future__ import annotations

import asyncio
import inspect
import pkgutil
import re
import tomllib
from importlib import import_module
from importlib.metadata import version
from typing import Any, ClassVar

import pytest
from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.geometry import Offset, Size
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import Input, Static

import tui
from tests.terminal.job import ROOT
from tui.terminal.cells import Row
from tui.terminal.frames import END_OF_FRAME, Frames
from tui.terminal.sgr import NotUnderstoodError

SYNC = "\x1b[?2026h"


def changed(what: str, module: str) -> str:
    """Return the message of a failure."""
    return f"Textual {version('textual')} has changed: {what}. Look at tui/terminal/{module}."


@pytest.mark.parametrize(
    ("owner", "name", "parameters", "module"),
    [
        (Driver, "__init__", ["self", "app", "debug", "mouse", "size"], "driver.py"),
        (Driver, "send_message", ["self", "message"], "driver.py"),
        (Driver, "process_message", ["self", "message"], "driver.py"),
        (Driver, "write", ["self", "data"], "driver.py"),
        (Driver, "open_url", ["self", "url", "new_tab"], "driver.py"),
        (Driver, "start_application_mode", ["self"], "driver.py"),
        (Driver, "stop_application_mode", ["self"], "driver.py"),
        (Driver, "disable_input", ["self"], "driver.py"),
        (Driver, "suspend_application_mode", ["self"], "driver.py"),
        (Driver, "resume_application_mode", ["self"], "driver.py"),
        (App, "suspend", ["self"], "editor.py"),
        (XTermParser, "__init__", ["self", "debug"], "driver.py"),
        (XTermParser, "feed", ["self", "data"], "driver.py"),
        (XTermParser, "tick", ["self"], "driver.py"),
        (events.Resize, "from_dimensions", ["cells", "pixels"], "driver.py"),
        (App, "_handle_exception", ["self", "error"], "driver.py and reporting_app.py"),
        (App, "_fatal_error", ["self"], "reporting_app.py"),
        (App, "panic", ["self", "renderables"], "reporting_app.py"),
        (App, "on_event", ["self", "event"], "typing_ahead.py"),
        (App, "_check_bindings", ["self", "key", "priority"], "typing_ahead.py"),
        (Widget, "check_consume_key", ["self", "key", "character"], "typing_ahead.py"),
        (MessagePump, "call_later", ["self", "callback", "args", "kwargs"], "typing_ahead.py"),
        (MessagePump, "call_next", ["self", "callback", "args", "kwargs"], "typing_ahead.py"),
        (App, "copy_to_clipboard", ["self", "text"], "window.py"),
    ],
)
def test_a_method_takes_what_it_took(
    owner: type, name: str, parameters: list[str], module: str
) -> None:
    method = getattr(owner, name, None)
    assert method is not None, changed(f"there is no {owner.__name__}.{name}", module)
    now = list(inspect.signature(method).parameters)
    what = f"{owner.__name__}.{name} takes {now}, it took {parameters}"
    assert now == parameters, changed(what, module)


def test_a_driver_has_to_do_what_it_had_to() -> None:
    now = sorted(getattr(Driver, "__abstractmethods__", ()))
    expected = ["disable_input", "start_application_mode", "stop_application_mode", "write"]
    assert now == expected, changed(f"a driver must have {now}", "driver.py")
    for name in ("flush", "close", "can_suspend", "suspend_application_mode", "SignalResume"):
        assert hasattr(Driver, name), changed(f"a driver has no {name}", "driver.py")


def test_the_environment_is_read_under_the_names_it_was() -> None:
    """``prepare`` takes away all that begins so, and sets the one."""
    names = set(re.findall(r'get_environ\w*\(\s*"(\w+)"', inspect.getsource(constants)))
    outside = {name for name in names if not name.startswith("TEXTUAL")}
    # The delay of Esc is ours: the parser is given whole sequences.
    assert outside == {"ESCDELAY"}, changed(
        f"it reads {sorted(outside)} from the environment", "environment.py"
    )
    assert "TEXTUAL_COLOR_SYSTEM" in names, changed(
        "the colours are not set by TEXTUAL_COLOR_SYSTEM", "environment.py"
    )


def test_it_is_pinned_to_a_minor_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (pinned,) = (line for line in project["dependencies"] if line.startswith("textual"))
    assert re.fullmatch(r"textual>=(\d+\.\d+)\.\d+,<\d+\.\d+", pinned)


def test_nothing_else_replaces_private_methods_of_textual() -> None:
    """Of the program's classes only those of ``tui/terminal`` may."""
    found = []
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if module.name.startswith("tui.terminal") or module.name.endswith("__main__"):
            continue
        for _, owner in inspect.getmembers(import_module(module.name), inspect.isclass):
            if owner.__module__ == module.name:
                found += [f"{module.name}: {owner.__name__}.{name}" for name in private(owner)]
    assert found == []


def private(owner: type) -> list[str]:
    """Return the private methods of Textual that a class has replaced."""
    return [
        name
        for name, value in vars(owner).items()
        if name.startswith("_") and not name.startswith("__") and inspect.isfunction(value)
        if any(name in vars(base) for base in owner.__mro__[1:] if "textual" in base.__module__)
    ]


class RecordingDriver(Driver):
    """Notes what Textual asks of it, and answers the question about frames."""

    calls: ClassVar[list[str]] = []
    written: ClassVar[list[str]] = []

    def start_application_mode(self) -> None:
        self.calls.append("start")
        for message in XTermParser().feed("\x1b[?2026;2$y"):
            self.process_message(message)

    def stop_application_mode(self) -> None:
        self.calls.append("stop")

    def disable_input(self) -> None:
        self.calls.append("disable input")

    def close(self) -> None:
        self.calls.append("close")

    def write(self, data: str) -> None:
        self.written.append(data)


class Box(Static, can_focus=True):
    """Notes which keys it got."""

    heard: ClassVar[list[str]] = []

    def on_key(self, event: events.Key) -> None:
        self.heard.append(f"{self.id} {event.key}")


class SomeApp(App[int]):
    """Has what Textual writes of: texts, styles, an overlay, a copy, the bell."""

    CSS = "Screen { layers: a b; } #over { layer: b; offset: 3 0; width: 4; background: red; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("b", "go('b')"), Binding("f", "focus_b")]

    def compose(self) -> ComposeResult:
        yield Static("Đỗ [b]Hoài[/] [reverse]Nam[/] [#123456 on red]ễ[/] 日本")
        yield Box("a", id="a")
        yield Box("b", id="b")
        yield Input(id="line")
        yield Static("over", id="over")

    def action_go(self, name: str) -> None:
        self.screen.set_focus(self.query_one(f"#{name}"))

    def action_focus_b(self) -> None:
        self.query_one("#b").focus()


async def recorded() -> type[RecordingDriver]:
    """Run the app to its end and return what was asked of the driver."""
    RecordingDriver.calls.clear()
    RecordingDriver.written.clear()
    app = SomeApp(driver_class=RecordingDriver)

    async def use(pilot: Any) -> None:
        app.query_one("#over", Static).update("under")
        app.theme = "nord"
        await pilot.pause()
        app.bell()
        app.copy_to_clipboard("chép")
        await pilot.pause()
        app.exit(0)

    await app.run_async(size=(40, 12), auto_pilot=use)
    return RecordingDriver


async def test_the_driver_is_started_and_stopped_in_the_order_it_was() -> None:
    asked = (await recorded()).calls
    assert asked == ["start", "stop", "disable input", "close"], changed(
        f"a driver is asked to {', '.join(asked)}", "driver.py"
    )


async def test_what_is_written_is_understood() -> None:
    """Frames of rows from the top, each text from plain to plain; a cursor's place at the end."""
    written = (await recorded()).written
    frames = Frames(40, 12)
    known = Frames(40, 12)
    assert written.count(SYNC) == written.count(END_OF_FRAME) > 1, changed(
        "frames are not enclosed by the modes they were", "frames.py"
    )
    drawn = 0
    for data in written:
        if data.startswith("\x1b]22;"):
            continue  # the mouse's pointer, withheld
        if data in (SYNC, END_OF_FRAME, "\x07") or data.startswith("\x1b]52;c;"):
            frames.compress(data)
            continue
        try:
            known._clear()
            chunks, _cursor = known._read(data)
            for parts in chunks.values():
                Row(40).with_chunks(parts)
        except NotUnderstoodError:
            pytest.fail(changed(f"it writes {data[:80]!r}", "frames.py and cells.py"))
        drawn += 1
    assert drawn > 1
    assert "\x07" in written, changed("the bell is not BEL alone", "frames.py")
    assert "\x1b]52;c;Y2jDqXA=\x07" in written, changed("a copy is no OSC 52 alone", "window.py")


async def test_the_cursor_is_left_where_the_app_says() -> None:
    class Placed(SomeApp):
        @property
        def cursor_position(self) -> Offset:
            return Offset(7, 3)

        @cursor_position.setter
        def cursor_position(self, place: Offset) -> None: ...

    RecordingDriver.written.clear()

    async def use(pilot: Any) -> None:
        await pilot.pause()
        pilot.app.exit(0)

    await Placed(driver_class=RecordingDriver).run_async(size=(40, 12), auto_pilot=use)
    frames = [data for data in RecordingDriver.written if "\x1b[1;1H" in data]
    assert frames
    assert all(frame.endswith("\x1b[4;8H") for frame in frames), changed(
        "App.cursor_position is not where a frame ends", "window.py"
    )


async def test_the_private_names_that_are_read_are_there() -> None:
    app = SomeApp()
    async with app.run_test():
        node: MessagePump = app.query_one("#a")
        assert isinstance(node._task, asyncio.Task), changed(
            "a widget's task is not its _task", "typing_ahead.py"
        )
        assert app._driver is not None, changed("the driver is not App._driver", "window.py")
        key = events.Key("a", "a")
        assert key.is_forwarded is False, changed("Key.is_forwarded", "typing_ahead.py")
        assert isinstance(app.screen_stack[-1].outer_size, Size), changed(
            "Screen.outer_size", "driver.py"
        )


async def test_the_focus_is_set_at_once_by_the_screen() -> None:
    app = SomeApp()
    async with app.run_test():
        app.action_go("b")
        assert app.focused is app.query_one("#b"), changed(
            "Screen.set_focus does not set the focus at once", "typing_ahead.py"
        )


async def test_the_focus_is_set_late_by_the_widget() -> None:
    """If this fails there is good news: screens need not use Screen.set_focus any more."""
    app = SomeApp()
    async with app.run_test() as pilot:
        app.screen.set_focus(app.query_one("#a"))
        app.query_one("#b").focus()
        assert app.focused is app.query_one("#a"), changed(
            "Widget.focus sets the focus at once", "typing_ahead.py"
        )
        await pilot.pause()


async def test_keys_are_passed_on_too_early() -> None:
    """If this fails there is good news: ``typing_ahead.py`` is not needed any more."""
    app = SomeApp()
    Box.heard.clear()
    async with app.run_test() as pilot:
        app.screen.set_focus(app.query_one("#a"))
        for key in ("f", "1"):
            app.post_message(events.Key(key, key))
        await pilot.pause()
        await pilot.pause()
        told = "a key waits for what the one before it does"
        assert "a 1" in Box.heard, changed(told, "typing_ahead.py")


async def test_what_is_called_next_comes_after_the_messages_before_it() -> None:
    app = SomeApp()
    order: list[str] = []
    async with app.run_test() as pilot:
        screen = app.screen
        screen.call_next(order.append, "asked before")
        screen.call_later(order.append, "message")
        screen.call_later(screen.call_next, order.append, "next")
        await pilot.pause()
        await pilot.pause()
    assert order.index("next") == len(order) - 1 == 2, changed(
        "call_later and call_next do not wait for what was asked before", "typing_ahead.py"
    )
