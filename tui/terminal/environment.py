"""What is decided before Textual is imported, for it reads its environment once."""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping
from typing import Literal

Colours = Literal["none", "standard", "256", "truecolor"]

_IGNORED = ("COLUMNS", "LINES")
"""Variables that would overrule the terminal's own size, at every resize too."""
_NAMELESS = frozenset(("", "unknown", "network", "dialup"))
"""Values of TERM that say that nobody knew."""


def is_plain_asked(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether Textual's own driver is to be used.

    For diagnosis and for Textual's tools of developers, by ``KTCN_PLAIN_TERMINAL=1``; and where the
    system has no termios.
    """
    if environ.get("KTCN_PLAIN_TERMINAL") == "1":
        return True
    try:
        import termios  # noqa: F401
    except ImportError:
        return True
    return False


def prepare(*, color: bool, environ: MutableMapping[str, str] = os.environ) -> Colours:
    """Set what Textual and Rich will read, and return the colours that may be shown.

    Call it before anything of Textual is imported. ``color``: colours are wanted
    (:attr:`tui.settings.Settings.color`). Afterwards ``NO_COLOR`` is set when there may be none,
    and nothing of ``TEXTUAL*``, ``COLUMNS`` and ``LINES`` is left from outside: they can open a
    socket to a console of developers, write logs and screenshots, press keys and fix the size.
    They are left when :func:`is_plain_asked`, and Textual finds the colours out by itself.
    """
    if is_plain_asked(environ):
        if not color:
            environ["NO_COLOR"] = "1"
        return "none" if "NO_COLOR" in environ else "truecolor"
    for name in [name for name in environ if name.startswith("TEXTUAL") or name in _IGNORED]:
        del environ[name]
    if environ.get("TERM", "") in _NAMELESS:
        environ["TERM"] = "xterm"
    colours: Colours = _colours(environ) if color else "none"
    if colours == "none":
        environ["NO_COLOR"] = "1"
    else:
        environ.pop("NO_COLOR", None)
        environ["TEXTUAL_COLOR_SYSTEM"] = colours
    return colours


def _colours(environ: MutableMapping[str, str]) -> Colours:
    """Return the colours of the terminal: what its description says, unless COLORTERM says more."""
    number = _described_colours(environ["TERM"])
    if number is not None and number < 8:
        return "none"
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "truecolor"
    if number is None or number < 256:
        return "256" if environ["TERM"].endswith("256color") else "standard"
    return "256" if number == 256 else "truecolor"


def _described_colours(term: str) -> int | None:
    """Return the number of colours that terminfo gives a terminal, None if it does not know it."""
    if term.endswith("-256color"):
        return 256  # as it says itself, and most terminals do
    try:
        import curses
    except ImportError:  # Python was built without it
        return None
    try:
        curses.setupterm(term, 2)
    except curses.error:
        return None
    return curses.tigetnum("colors")
