"""The app: themes, the key map, and the keys that work everywhere."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from typing import Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.document.of_record import document
from tui.locale import N_
from tui.record.model import Record
from tui.screens.event import EventScreen
from tui.settings import Settings
from tui.terminal.crash import tell
from tui.terminal.reporting_app import ReportingApp
from tui.terminal.typing_ahead import InOrder
from tui.terminal.window import WindowApp, driver_class
from tui.widgets.flow_view import FlowView
from tui.widgets.key_line import KeyLine
from tui.widgets.reader import Reader


class KtcnApp(InOrder[int], WindowApp[int], ReportingApp[int]):
    """Shows one event record."""

    TITLE = "ktcn-tui"
    # The event screen's: read by the screen it would have all others parsed a second time.
    CSS_PATH: ClassVar[Any] = "styles/event.tcss"
    ENABLE_COMMAND_PALETTE = False  # the palette of this program searches as its search bar does
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark,f1",
            "help",
            N_("help"),
            id="help",
            tooltip=N_("What the keys do where you are"),
        ),
        Binding(
            "ctrl+p",
            "palette",
            N_("Palette"),
            id="palette",
            show=False,
            priority=True,  # the next key is passed on when the palette is there
            tooltip=N_("Every action, person, organisation, agreement and photo by name"),
        ),
        Binding("q", "leave", N_("Back"), id="leave", show=False, tooltip=N_("Back, then quit")),
        Binding(
            "ctrl+q",
            "quit",
            N_("Quit"),
            id="quit",
            show=False,
            priority=True,
            tooltip=N_("Quit at once"),
        ),
        Binding(
            "ctrl+l",
            "redraw",
            N_("Redraw"),
            id="redraw",
            show=False,
            tooltip=N_("Draw the screen anew"),
        ),
        Binding(
            "ctrl+z",
            "suspend_process",
            N_("Pause"),
            id="suspend",
            show=False,
            tooltip=N_("Pause the program and return to the shell; fg goes on"),
        ),
        Binding(
            "ctrl+c",
            "copy_or_quit",
            N_("Quit"),
            id="interrupt",
            show=False,
            system=True,
            tooltip=N_("Quit at once"),
        ),
    ]

    def __init__(self, record: Record, settings: Settings, **driver: Any) -> None:
        super().__init__(**driver)
        self.record = record
        self.document = document(record)
        self.window_title = self.document.title
        if settings.theme:
            self.theme = settings.theme
        elif self.console.color_system == "standard":
            self.theme = "ansi-dark"  # of 16 colours only the terminal knows which can be read

    def get_default_screen(self) -> Screen[Any]:
        """Return the event screen: not a mode, for which Textual would parse all styles again."""
        return EventScreen(self.document, self.size)

    def on_ready(self) -> None:
        """Look for garbage again, but not among what the start has made."""
        gc.freeze()
        gc.enable()

    def before_key(self) -> None:
        """What was said on the line of keys has been read."""
        for line in self.screen.query(KeyLine):
            line.be_quiet()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """There are none of Textual's own: its screenshots would write files."""
        return ()

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open nothing: addresses are shown and copied, and no browser is started."""

    def action_help(self) -> None:
        """Show what the keys do here."""
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    async def action_palette(self) -> None:
        """Open the palette."""
        from tui.screens.palette import PaletteScreen

        if not isinstance(self.screen, PaletteScreen):
            await self.push_screen(PaletteScreen(self.screen, self.document))

    def action_redraw(self) -> None:
        """Draw all anew, as when another program has written on the terminal."""
        self.draw_anew()

    def action_leave(self) -> None:
        """Close what lies over the event; when nothing does, quit."""
        if self.screen.is_modal:
            self.pop_screen()
        else:
            self.exit(0)

    def action_copy_or_quit(self) -> None:
        """Quit as an interrupted program does."""
        self.exit(130)


def binding_keys() -> dict[str, str]:
    """Return the usual keys, divided by commas, of every binding id that a key map may change."""
    from tui.screens.card import CardScreen
    from tui.screens.palette import PaletteScreen
    from tui.screens.sheet import Sheet
    from tui.widgets.search_bar import SearchBar
    from tui.widgets.search_input import SearchInput

    owners = (
        *(KtcnApp, EventScreen, FlowView, Reader, SearchBar, SearchInput),
        *(Sheet, CardScreen, PaletteScreen),
    )
    found: dict[str, str] = {}
    for owner in owners:
        for binding in owner.BINDINGS:
            if isinstance(binding, Binding) and binding.id:
                found[binding.id] = binding.key
    return found


def run(record: Record, settings: Settings) -> int:
    """Open ``record`` and return the exit code.

    Raises :exc:`tui.settings.SettingsError` when a setting names a binding or a key that there is
    none of.
    """
    keys: dict[str, str] = {}
    if settings.keys:
        from tui.settings.key_map import checked

        keys = checked(settings, binding_keys())
    app = KtcnApp(record, settings, driver_class=driver_class())
    app.set_keymap(keys)
    code = app.run()
    if app.crash is not None:
        return tell(app.crash)
    return app.return_code or 0 if code is None else code
