"""Putting another screen in the place of the first one."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


def make_replaceable(screen: Screen[Any]) -> None:
    """Let :meth:`textual.app.App.switch_screen` put another screen in the place of ``screen``.

    It takes the callback of the screen that goes away, and Textual gives the first screen none, so
    that it raised ``IndexError``. Unneeded once the default screen is pushed as others are.
    """
    if not screen._result_callbacks:
        screen._push_result_callback(screen, None)
