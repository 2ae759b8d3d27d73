"""A monkey at the keyboard and the mouse: what it does comes from a seed and can be shortened."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from random import Random
from time import monotonic
from typing import NamedTuple

from textual import events
from textual.app import App
from textual.pilot import Pilot

from tests.idle import until_heard

KEYS = (
    *("1", "2", "3", "4", "tab", "shift+tab", "up", "down", "left", "right", "j", "k", "h", "l"),
    *("pageup", "pagedown", "home", "end", "g", "G", "space", "b", "enter", "escape", "backspace"),
    *("left_square_bracket", "right_square_bracket", "slash", "ctrl+f", "n", "N", "z", "y", "Y"),
    *("question_mark", "f1", "ctrl+p", "q", "ctrl+home", "ctrl+end", "shift+down", "ctrl+right"),
    *(
        "delete",
        "ctrl+a",
        "ctrl+u",
        "ctrl+w",
        "ctrl+k",
        "ctrl+x",
        "ctrl+v",
        "f5",
        "circumflex_accent",
    ),
)
KEYS_OF_ARCHIVES = (
    *(*KEYS, "enter", "enter", "escape", "A", "D", "D", "alt+down", "alt+down", "alt+up"),
    *("ctrl+e", "plus", "minus", "right_curly_bracket", "left_curly_bracket", "v", "o", "f", "T"),
)
TEXTS = (
    *("vien", "sở khcn", "hoi nong dan", "đỗ hoài nam", "Viện Kinh tế", "18/01/2022", "gs.ts", " "),
    *(
        "[/x]",
        "[@click=app.quit]x[/]",
        "$primary",
        "\\",
        '"',
        "-",
        "ễ",
        "e\u0302\u0301",
        "👩‍👩‍👧",
        "🇻🇳",
    ),
    *("\u202e", "\u0301" * 20, "*", "^", "(", "x" * 200, "zzzz", "đ", "ddaji", "vieejn"),
)
SIZES = (
    *((1, 1), (7, 3), (8, 30), (19, 5), (20, 5), (21, 6), (40, 12), (60, 20), (80, 24)),
    *((99, 30), (100, 30), (120, 36), (200, 50), (300, 100)),
)


KINDS = {
    **{"press": 55, "type": 8, "click": 18, "triple": 3, "wheel": 5},
    **{"hover": 4, "resize": 4, "wait": 3},
}
"""What the monkey does, and how often."""
SHORTENING = 20.0
"""Seconds that the search for the shortest failing steps may take."""


class Step(NamedTuple):
    """One thing that the monkey does, a kind of :data:`KINDS`, with what or where."""

    kind: str
    what: str = ""
    x: int = 0
    y: int = 0


def steps_of(seed: int, number: int, keys: Sequence[str] = KEYS) -> list[Step]:
    """Return ``number`` steps, the same for a seed each time."""
    chance = Random(seed)
    steps: list[Step] = []
    for kind in chance.choices([*KINDS], [*KINDS.values()], k=number):
        if kind == "press":
            steps.append(Step(kind, chance.choice(keys)))
        elif kind == "type":
            steps.append(Step(kind, chance.choice(TEXTS)))
        elif kind == "resize":
            steps.append(Step(kind, "", *chance.choice(SIZES)))
        else:
            steps.append(Step(kind, "", chance.randrange(120), chance.randrange(36)))
    return steps


async def do(pilot: Pilot[int], step: Step) -> None:
    """Do one step and let the app take it in; it need not have drawn before the next."""
    app = pilot.app
    if step.kind == "press":
        character = _CHARACTERS.get(step.what, step.what if len(step.what) == 1 else None)
        app.post_message(events.Key(step.what, character))
    elif step.kind == "type":
        for character in step.what:
            app.post_message(events.Key("space" if character == " " else character, character))
    elif step.kind == "resize":
        await pilot.resize_terminal(step.x, step.y)
    elif step.kind == "wait":
        await pilot.pause()
    else:
        for kind in _MOUSE[step.kind]:
            app.post_message(_at(kind, step.x % app.size.width, step.y % app.size.height))
    await until_heard(pilot)


def _at(kind: type[events.MouseEvent], x: int, y: int) -> events.MouseEvent:
    """Return an event of the mouse at a cell of the terminal."""
    pressed = kind in (events.MouseDown, events.MouseUp)
    return kind(None, x, y, 0, 0, int(pressed), False, False, False, screen_x=x, screen_y=y)


_CHARACTERS = {
    "plus": "+",
    "minus": "-",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "slash": "/",
    "question_mark": "?",
    "circumflex_accent": "^",
    "space": " ",
}
_MOUSE: dict[str, tuple[type[events.MouseEvent], ...]] = {
    "click": (events.MouseMove, events.MouseDown, events.MouseUp),
    "triple": (events.MouseDown, events.MouseUp) * 3,
    "wheel": (events.MouseScrollDown, events.MouseScrollUp, events.MouseScrollDown),
    "hover": (events.MouseMove,),
}


async def fault_of(app: App[int], steps: Sequence[Step]) -> BaseException | None:
    """Do the steps; return the exception that they came to, if any."""
    try:
        async with app.run_test(size=(120, 36)) as pilot:
            for step in steps:
                await do(pilot, step)
            await pilot.pause()
    except Exception as error:  # noqa: BLE001  # whatever it is: it is what the monkey looks for
        return error
    return None


async def shortest(
    steps: Sequence[Step],
    fails: Callable[[Sequence[Step]], Awaitable[bool]],
    clock: Callable[[], float] = monotonic,
) -> list[Step]:
    """Return steps that still fail, as few as were found in :data:`SHORTENING` seconds."""
    kept = list(steps)
    size = len(kept) // 2
    end = clock() + SHORTENING
    while size:
        start = 0
        while start < len(kept) and clock() < end:
            rest = kept[:start] + kept[start + size :]
            if await fails(rest):
                kept = rest
            else:
                start += size
        size //= 2
    return kept
