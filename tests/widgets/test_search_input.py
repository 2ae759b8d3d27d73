"""The line in which a query is typed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from typing import ClassVar
from unicodedata import normalize

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.pilot import Pilot
from textual.widgets import Input

from tui.text.graphemes import is_border
from tui.widgets.search_input import MAX_LENGTH, SearchInput

KEYS = {"\x7f": "backspace", "\x08": "backspace", " ": "space", "\r": "enter"}


class LineApp(App[None]):
    """An app that is a line, and counts what reaches it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "pressed('up')"),
        Binding("f5", "pressed('f5')"),
        Binding("enter", "enter"),
    ]

    def __init__(self, **arguments: object) -> None:
        super().__init__()
        self.arguments = arguments
        self.pressed: list[str] = []
        self.entered: list[str] = []
        self.changes: list[str] = []

    def compose(self) -> ComposeResult:
        yield SearchInput(**self.arguments)  # type: ignore[arg-type]

    def action_pressed(self, key: str) -> None:
        self.pressed.append(key)

    def action_enter(self) -> None:
        self.entered.append(self.query_one(SearchInput).value)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.changes.append(event.value)


class Line:
    """A line under test."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.app = pilot.app
        self.input = pilot.app.query_one(SearchInput)

    async def type(self, *bursts: str) -> None:
        """Type bursts, each all at once, as they come in one read of a terminal."""
        for burst in bursts:
            for character in burst:
                key = KEYS.get(character, character)
                self.app.post_message(events.Key(key, character))
            await self.pilot.pause()

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    @property
    def shown(self) -> str:
        """The value with a bar where the cursor is."""
        value, cursor = self.input.value, self.input.cursor_position
        return f"{value[:cursor]}|{value[cursor:]}"


@asynccontextmanager
async def line(**arguments: object) -> AsyncIterator[Line]:
    app = LineApp(**arguments)
    async with app.run_test() as pilot:
        await pilot.press("end")  # the focus has selected all
        yield Line(pilot)


@pytest.mark.parametrize("backspace", ["\x7f", "\x08"])
async def test_textual_issue_6605_a_backspace_runs_before_the_letters_after_it(
    backspace: str,
) -> None:
    async with line() as it:
        await it.type("t", "o", f"{backspace}ô", "i")
        assert it.shown == "tôi|"


async def test_several_backspaces_and_letters_in_one_burst() -> None:
    async with line() as it:
        await it.type("d", "\x7fđ", "uong", "\x7f\x7f\x7f\x7fương", "\x7f\x7f\x7f\x08ường")
        assert it.shown == "đường|"


async def test_a_whole_text_in_one_burst() -> None:
    async with line() as it:
        await it.type("do\x7f\x7fđoo\x7f\x7fôx\x7f\x7fỗ hoaif\x7f\x7f\x7fài nam")
        assert it.shown == "đỗ hoài nam|"


async def test_a_burst_in_the_middle_of_the_line() -> None:
    async with line(value="đo nam") as it:
        await it.pilot.press("home", "right", "right")
        await it.type("\x7fô", "\x7fỗ")
        assert it.shown == "đỗ| nam"


async def test_other_keys_that_edit_are_in_order_too() -> None:
    async with line() as it:
        it.app.post_message(events.Key("a", "a"))
        it.app.post_message(events.Key("home", None))
        it.app.post_message(events.Key("b", "b"))
        it.app.post_message(events.Key("end", None))
        it.app.post_message(events.Key("c", "c"))
        it.app.post_message(events.Key("shift+left", None))
        it.app.post_message(events.Key("shift+left", None))
        it.app.post_message(events.Key("d", "d"))
        it.app.post_message(events.Key("ctrl+u", "\x15"))
        it.app.post_message(events.Key("e", "e"))
        await it.pilot.pause()
        assert it.shown == "e|"
        assert it.app.changes == ["a", "ba", "bac", "bd", "", "e"]  # type: ignore[attr-defined]


async def test_enter_is_left_to_others_and_comes_after_the_letters_before_it() -> None:
    async with line() as it:
        await it.type("nam\r")
        assert it.app.entered == ["nam"]  # type: ignore[attr-defined]


async def test_backspace_at_the_start_does_nothing() -> None:
    async with line(value="a") as it:
        await it.pilot.press("home")
        await it.type("\x7f\x7f")
        assert it.shown == "|a"


@pytest.mark.parametrize("key", ["backspace", "ctrl+h", "delete"])
async def test_a_key_that_deletes_deletes_what_is_selected(key: str) -> None:
    async with line(value="một hai") as it:
        it.input.select_all()
        await it.pilot.press(key)
        assert it.shown == "|"


async def test_typing_replaces_what_is_selected() -> None:
    async with line(value="một hai") as it:
        it.input.select_all()
        await it.type("a\x7fâ")
        assert it.shown == "â|"


@pytest.mark.parametrize("word", ["đỗ hoài nam", "nghiêng", "Ườ ặ ế"])
async def test_marks_typed_after_letters_join_them(word: str) -> None:
    async with line() as it:
        await it.type(*normalize("NFD", word))
        assert it.shown == word + "|"
        assert all(normalize("NFC", value) == value for value in it.app.changes)  # type: ignore[attr-defined]


async def test_a_mark_joins_a_letter_that_stood_there_before() -> None:
    async with line(value="đô nam") as it:
        await it.pilot.press("home", "right", "right")
        await it.type("\u0303")
        assert it.shown == "đỗ| nam"
        await it.type("\x7f")
        assert it.shown == "đô| nam"


async def test_a_mark_at_the_start_stays_by_itself() -> None:
    async with line() as it:
        await it.type("\u0303")
        assert it.shown == "\u0303|"


async def test_backspaces_take_back_marks_one_by_one_as_they_were_typed() -> None:
    # Unikey in "Unicode tổ hợp": o, circumflex, tilde are three characters and three backspaces.
    async with line() as it:
        await it.type("đo\u0302", "\x7f\x7fo\u0302\u0303")
        assert it.shown == "đỗ|"
        await it.type("\x7f\x7f\x7f")
        assert it.shown == "đ|"


async def test_a_backspace_deletes_a_pasted_letter_whole() -> None:
    async with line() as it:
        await it.paste("nô\u0303")
        assert it.shown == "nỗ|"
        await it.type("\x7f")
        assert it.shown == "n|"


async def test_a_backspace_after_a_movement_deletes_a_letter_whole() -> None:
    async with line() as it:
        await it.type("no\u0302\u0303")
        await it.pilot.press("left", "right")
        await it.type("\x7f")
        assert it.shown == "n|"


@pytest.mark.parametrize("empty", ["\u202f", "\u200b", "\u200c", "\ufeff"])
async def test_a_character_that_is_typed_to_be_deleted_at_once_does_no_harm(empty: str) -> None:
    # EVKey and OpenKey break off a program's own completion this way.
    async with line() as it:
        await it.type("to", f"{empty}\x7f\x7fô", "i")
        assert it.shown == "tôi|"


@pytest.mark.parametrize("letter", ["x\u0301", "m\u0303", "\u011d\u0301"])
async def test_the_cursor_never_stands_inside_a_letter(letter: str) -> None:
    async with line(value=f"a{letter}b") as it:
        await it.pilot.press("left")
        assert it.shown == f"a{letter}|b"
        await it.pilot.press("left")
        assert it.shown == f"a|{letter}b"
        await it.pilot.press("right")
        assert it.shown == f"a{letter}|b"
        await it.pilot.press("left", "delete")
        assert it.shown == "a|b"
        it.input.value = f"a{letter}b"
        it.input.cursor_position = 2
        assert is_border(it.input.value, it.input.cursor_position)
        it.input.cursor_position = 1 + len(letter)
        await it.pilot.press("backspace")
        assert it.shown == "a|b"
        it.input.value = f"a{letter}b"
        await it.pilot.press("home", "right", "shift+right")
        assert it.input.selected_text == letter


async def test_a_click_puts_the_cursor_between_letters() -> None:
    async with line(value="ax\u0301b") as it:
        content = it.input.content_region
        for x in range(4):
            await it.pilot.click(offset=(content.x + x, content.y))
            assert is_border(it.input.value, it.input.cursor_position)


async def test_a_paste_of_windows_1258_is_canonical() -> None:
    async with line() as it:
        await it.paste("Đô\u0303 Hoa\u0300i Nam, nguyê\u0303n tiê\u0301n, ươ\u0309ng ô\u0323")
        assert it.input.value == "Đỗ Hoài Nam, nguyễn tiến, ưởng ộ"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u0085", "\t", "\u00a0", "\v"])
async def test_line_ends_and_spaces_of_a_paste_become_spaces(end: str) -> None:
    async with line() as it:
        await it.paste(f"đỗ{end}hoài")
        assert it.input.value.replace("  ", " ") == "đỗ hoài"


async def test_a_paste_replaces_what_is_selected() -> None:
    async with line(value="một hai ba") as it:
        await it.pilot.press("home", "ctrl+shift+right")
        await it.paste("bốn ")
        assert it.shown == "bốn |hai ba"


@pytest.mark.parametrize("harm", ["\x1b[31m", "\x00", "\x9b31m", "\u202e", "\U000e0041", "\x07"])
async def test_controls_never_enter(harm: str) -> None:
    async with line() as it:
        await it.paste(f"a{harm}b")
        it.input.value += harm
        await it.type(harm)
        assert it.input.value.isprintable()
        assert it.input.value.startswith("a")


async def test_a_paste_is_cut_at_the_longest_length() -> None:
    async with line(value="đầu cuối") as it:
        await it.pilot.press("home", *["right"] * 4)
        await it.paste(normalize("NFD", "ế") * 100_000)
        assert len(it.input.value) == MAX_LENGTH
        assert it.input.value.startswith("đầu ếế")
        assert it.input.value.endswith("ếcuối")
        assert it.input.value[it.input.cursor_position :] == "cuối"
        await it.type("x\x7fô")
        assert len(it.input.value) <= MAX_LENGTH


async def test_a_full_line_takes_no_more() -> None:
    async with line(value="a" * MAX_LENGTH) as it:
        await it.type("b", "ế", "\x7f", "ô")
        assert it.input.value == "a" * (MAX_LENGTH - 1) + "ô"


async def test_an_alt_key_is_no_letter() -> None:
    async with line() as it:
        it.app.post_message(events.Key("alt+x", "x"))
        await it.pilot.pause()
        assert it.input.value == ""


async def test_keys_that_are_not_of_the_line_go_on_to_the_app() -> None:
    async with line() as it:
        await it.pilot.press("f5")
        assert it.app.pressed == ["f5"]  # type: ignore[attr-defined]


async def test_up_and_down_walk_the_history() -> None:
    async with line(history=("một", "hai", "hai")) as it:
        await it.type("nháp")
        seen = []
        for key in ("up", "up", "up", "down", "down", "down"):
            await it.pilot.press(key)
            seen.append(it.shown)
        assert seen == ["hai|", "một|", "một|", "hai|", "nháp|", "nháp|"]
        assert it.app.pressed == []  # type: ignore[attr-defined]


async def test_what_is_typed_over_an_earlier_value_is_the_new_draft() -> None:
    async with line(history=("một", "hai")) as it:
        await it.pilot.press("up")
        await it.type("x")
        await it.pilot.press("up", "up", "down", "down")
        assert it.shown == "haix|"


async def test_a_history_that_changes_is_walked_from_its_end() -> None:
    async with line(history=("một", "hai")) as it:
        await it.pilot.press("up", "up")
        it.input.history = ("ba",)
        await it.pilot.press("up")
        assert it.shown == "ba|"
        await it.pilot.press("down")
        assert it.shown == "một|"


async def test_without_a_history_up_is_left_to_others() -> None:
    async with line() as it:
        await it.pilot.press("up")
        assert it.app.pressed == ["up"]  # type: ignore[attr-defined]


async def test_a_key_map_moves_the_keys_of_the_line() -> None:
    async with line(value="ab") as it:
        it.app.set_keymap({"search.delete": "f2"})
        await it.pilot.press("f2", "ctrl+h")
        assert it.shown == "a|"


async def test_text_in_the_line_and_its_placeholder_are_no_markup() -> None:
    async with line(placeholder="[/] [@click=app.quit]x[/]") as it:
        await it.pilot.pause()
        assert "[/] [@click=app.quit]x[/]" in it.input.render_line(0).text
        await it.paste("[/] [b]x[/b] [@click=app.quit]")
        await it.pilot.pause()
        assert "[/] [b]x[/b] [@click=app.quit]" in it.input.render_line(0).text


async def test_the_line_holds_what_keys_leave_that_are_typed_one_after_another() -> None:
    random = Random(6605)
    async with line() as it:
        for _ in range(50):
            typed = "".join(random.choices("aoeđdỗ x\u0302\u0303\u0323\u200b\x7f\x7f", k=60))
            wanted = ""
            for character in typed:
                wanted = wanted[:-1] if character == "\x7f" else wanted + character
            await it.type(typed)
            assert it.input.value == it.input.validate_value(wanted), repr(typed)
            assert it.shown.endswith("|")
            it.input.value = ""


async def test_no_letter_lays_out_the_screen_again() -> None:
    """Nor one that is past the width of the line, of which the end is in view."""
    async with line() as typed:
        laid_out: list[object] = []
        signal = typed.app.screen.screen_layout_refresh_signal
        signal.subscribe(typed.input, laid_out.append, immediate=True)
        await typed.type(*"khoa", "x" * 200)
        assert laid_out == []
        assert typed.input.value == "khoa" + "x" * 200
        assert typed.input.scroll_offset.x > 204 - typed.input.content_region.width
        typed.input.styles.width = 20  # what is told is what is counted
        await typed.pilot.pause()
        assert laid_out
