"""Which actions of the event screen do something now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from tui.screens.event import EventScreen


def availability(
    screen: EventScreen, action: str, parameters: tuple[Any, ...] = ()
) -> bool | Literal[""] | None:
    """Tell of an action whether it is offered: yes, no, or dimmed (``None``).

    An empty string is the answer for an action that is not ours.
    """
    match action:
        case "walk" if parameters[0] == "mentions":
            return True if screen.selection else None
        case "walk" if parameters[0] == "hits":
            return bool(screen.searching and screen.hits)
        case "sheet":
            if parameters[0] == "timeline":
                return bool(screen.document.ranges["agreements"])
            return True if screen.hits else None
        case "zoom":
            return not screen.has_class("-one-pane") or screen.zoomed
        case "list":
            pane = screen.panes[screen.active] if screen.is_mounted else None
            return pane is None or (pane.is_list and not pane.is_empty)
        case "journey":
            return (
                screen.journey.offers(parameters[0], screen.selection) if screen.journey else False
            )
        case "reload":
            return screen.journey is None or not screen.journey.is_gathered
        case "search":
            bars = (screen.search_control.bar, screen.lists.bar)
            return screen.focused is None or not any(
                bar in screen.focused.ancestors for bar in bars
            )
    return ""
