"""The timeline as SVG: an axis of years, and a bar on it for each agreement.

Places are in percent, so that a picture is as wide as its column and its letters stay legible.
"""

from __future__ import annotations

import htpy as h

from tui.document.timeline import Bar, Timeline

_svg = h.Element("svg")
_rect = h.Element("rect")
_line = h.Element("line")
_text = h.Element("text")
_HEIGHT = 12
_AXIS_HEIGHT = 18


def axis(of: Timeline) -> h.Element:
    """Return the axis with its years, and a mark at today."""
    return _svg(".axis", height=f"{_AXIS_HEIGHT}", aria_hidden="true")[
        (
            _text(x=_percent(place), y="11", text_anchor="start" if place < 0.02 else "middle")[
                str(year)
            ]
            for place, year in of.ticks(5)
        ),
        _today(of, _AXIS_HEIGHT),
    ]


def bar(drawn: Bar, of: Timeline) -> h.Element:
    """Return the bar of an agreement; what it says is said beside it in words."""
    width = max(drawn.end - drawn.start, 0.004)
    return _svg(".bar", height=f"{_HEIGHT}", aria_hidden="true")[
        _line(".ground", x1="0", x2="100%", y1=f"{_HEIGHT / 2}", y2=f"{_HEIGHT / 2}"),
        drawn.end > drawn.start
        and _rect(
            f".{drawn.state or 'none'}",
            x=_percent(drawn.start),
            width=_percent(width),
            y="2",
            height=f"{_HEIGHT - 4}",
            rx="0" if drawn.is_cut_before or drawn.is_cut_after else "2",
        ),
        _today(of, _HEIGHT),
    ]


def _today(of: Timeline, height: int) -> h.Element | None:
    if of.today is None:
        return None
    place = _percent(of.today)
    return _line(".today", x1=place, x2=place, y1="0", y2=str(height))


def _percent(place: float) -> str:
    return f"{place * 100:.2f}%"
