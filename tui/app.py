"""The app: themes, the key map, and the keys that work everywhere."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from textual.app import SystemCommand
from textual.screen import Screen

from tui.document.of_record import document
from tui.locale import _, use_everywhere
from tui.record.event_file import FROM_THE_PROGRAM, EventFile
from tui.record.model import Record
from tui.screens.event import EventScreen
from tui.search.hits import Hit
from tui.settings import Settings
from tui.terminal.crash import tell
from tui.terminal.reporting_app import ReportingApp
from tui.terminal.typing_ahead import InOrder
from tui.terminal.window import WindowApp, driver_class
from tui.widgets.contrast import legible_variables
from tui.widgets.key_line import KeyLine
from tui.widgets.keys import bindings, usual_keys
from tui.widgets.themes import PAPER, default_theme

if TYPE_CHECKING:
    from tui.screens.file_place import PlaceAsked
    from tui.screens.palette_rows import Choice
    from tui.screens.watching import DocumentChanged

Paths: TypeAlias = tuple[str, ...]
_TURN = 0.0005
"""Seconds that a worker may hold the interpreter while a key waits, or the loop while the thread
that writes has a frame; Python's own 5 ms are felt, and seen at the first frame."""
CSS_OF_ARCHIVE: list[str | PurePath] = ["styles/event.tcss", "styles/archive.tcss"]


class KtcnApp(InOrder[int], WindowApp[int], ReportingApp[int]):
    """Shows an event record, or the archive of some files and folders."""

    TITLE = "ktcn-tui"
    # The event screen's: read by the screen it would have all others parsed a second time.
    CSS_PATH: ClassVar[Any] = "styles/event.tcss"
    ENABLE_COMMAND_PALETTE = False  # the palette of this program searches as its search bar does
    BINDINGS = bindings("app")

    def __init__(
        self,
        subject: Record | Paths,
        settings: Settings,
        file: EventFile = FROM_THE_PROGRAM,
        **driver: Any,
    ) -> None:
        """Prepare to show something.

        Args:
            subject: An event record, or the files and folders of an archive.
            settings: What the user has set.
            file: The file of the record.
            driver: What Textual's app takes of its driver.
        """
        css = self.CSS_PATH if isinstance(subject, Record) else CSS_OF_ARCHIVE
        super().__init__(css_path=css, **driver)
        self.subject = subject
        self.file = file
        self.editor = settings.editor
        self.window_title = (
            subject.event.name if isinstance(subject, Record) else _("Archive of events")
        )
        self.register_theme(PAPER)
        if settings.theme:
            self.theme = settings.theme
        elif self.console.color_system == "standard":
            self.theme = "ansi-dark"  # of 16 colours only the terminal knows which can be read
        else:
            self.theme = default_theme()

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the theme, with colours that can be read."""
        variables = super().get_css_variables()
        if not self.current_theme.ansi:
            variables = legible_variables(variables)
            self.theme_variables = variables
        return variables

    def get_default_screen(self) -> Screen[Any]:
        """Return the first screen: not a mode, for which Textual would parse all styles again."""
        if isinstance(self.subject, Record):
            shown = document(self.subject, folder=self.file.folder)
            return EventScreen(shown, self.size, file=self.file)
        from tui.screens.archive import ArchiveScreen

        return ArchiveScreen(self.subject, self.size)

    def on_ready(self) -> None:
        """Look for garbage again, but not among what the start has made."""
        gc.freeze()
        gc.enable()

    def before_key(self) -> None:
        """What was said on the line of keys has been read, and a key may ask for a name."""
        for line in self.screen.query(KeyLine):
            line.be_quiet()
        if isinstance(self.screen, EventScreen) and not self.screen.finder.is_large:
            self.screen.finder.link()  # a key that was typed ahead comes before the first frame

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """There are none of Textual's own: its screenshots would write files."""
        return ()

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open nothing: addresses are shown and copied, and no browser is started."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no help over the help, and no palette over a palette."""
        if action in ("help", "palette"):
            return type(self.screen).__name__.lower() != f"{action}screen"
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        """Show what the keys do here."""
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    async def action_palette(self) -> None:
        """Open the palette."""
        from tui.screens.palette import PaletteScreen

        if not isinstance(self.screen, PaletteScreen):
            shown = self.event_screen
            palette = PaletteScreen(self.screen, shown.document if shown else None)
            await self.push_screen(palette, self.do)

    @property
    def event_screen(self) -> EventScreen | None:
        """The topmost screen of a document, if there is one."""
        return next((s for s in reversed(self.screen_stack) if isinstance(s, EventScreen)), None)

    def do(self, choice: Choice | None) -> None:
        """Do what was chosen in the palette."""
        from tui.screens import palette_rows as rows

        match choice:
            case rows.Press(key):
                self.call_later(self.simulate_key, key)
            case rows.OpenCard(thing) if self.event_screen:
                self.event_screen.overlays.open_card(thing)
            case rows.GoToText(text) if self.event_screen:
                self.event_screen.walker.jump(Hit(text, 0, 0))
            case rows.UseLanguage(language):
                self.use_language(language)
            case rows.UseTheme(theme):
                self.theme = theme
                self.offer_theme(theme)

    def offer_theme(self, theme: str) -> None:
        """Show the line of the configuration that keeps a theme, to be copied."""
        from tui.screens.offer import OfferScreen

        self.push_screen(OfferScreen(_("Theme: {name}").format(name=theme), f'theme = "{theme}"'))

    def use_language(self, language: str) -> None:
        """Show everything in another language, at the place where the reader is."""
        from tui.terminal.first_screen import make_replaceable

        first = self.screen_stack[0]
        use_everywhere(language)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        screen = self.get_default_screen()
        make_replaceable(first)
        self.switch_screen(screen)
        if isinstance(first, EventScreen) and isinstance(screen, EventScreen):
            screen.call_after_refresh(screen.walker.return_to, first.walker.spot)
        else:
            from tui.screens.archive import ArchiveScreen

            if isinstance(first, ArchiveScreen) and isinstance(screen, ArchiveScreen):
                screen.take_over(first)

    def on_document_changed(self, event: DocumentChanged) -> None:
        """Keep the record that is shown, for another language, if it is not one of an archive."""
        if isinstance(self.subject, Record) and event.document.record is not None:
            self.subject = event.document.record
            self.window_title = event.document.title

    def on_place_asked(self, event: PlaceAsked) -> None:
        """Open the place in the reader's editor, or copy it where none is set."""
        from tui.screens.editing import copy_place, edit_place

        shown = self.event_screen
        if shown is None:
            return
        if self.editor:
            edit_place(shown, self.editor, event.place)
        else:
            copy_place(shown, event.place)

    def action_redraw(self) -> None:
        """Redraw everything, as when another program has written on the terminal."""
        self.draw_anew()

    def action_leave(self) -> None:
        """Close what lies over the first screen; when nothing does, quit."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit(0)

    def action_copy_or_quit(self) -> None:
        """Quit as an interrupted program does."""
        self.exit(130)


class ReviewApp(KtcnApp):
    """Reviews the draft of a record, on the screen that it was made for."""

    CSS_PATH: ClassVar[Any] = "styles/review.tcss"

    def __init__(
        self, record: Record, settings: Settings, first: Screen[Any], **driver: Any
    ) -> None:
        super().__init__(record, settings, **driver)
        self.first = first

    def get_default_screen(self) -> Screen[Any]:
        """Return the screen of the review."""
        return self.first

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no palette: it finds what stands in an event."""
        return False if action == "palette" else super().check_action(action, parameters)


def run_review(record: Record, settings: Settings, screen: Screen[Any]) -> int:
    """Open the screen of a review and return the exit code; raises as :func:`run` does."""
    return _run(ReviewApp(record, settings, screen, driver_class=driver_class()), settings)


def run(subject: Record | Paths, settings: Settings, file: EventFile = FROM_THE_PROGRAM) -> int:
    """Open a record of a file, or the archive of some files and folders; return the exit code.

    Raises :exc:`tui.settings.SettingsError` when a setting names a binding or a key that there is
    none of.
    """
    return _run(KtcnApp(subject, settings, file, driver_class=driver_class()), settings)


def _run(app: KtcnApp, settings: Settings) -> int:
    keys: dict[str, str] = {}
    if settings.keys:
        from tui.settings.key_map import checked

        keys = checked(settings, usual_keys())
    app.set_keymap(keys)
    sys.setswitchinterval(_TURN)
    code = app.run()
    if app.crash is not None:
        return tell(app.crash)
    return app.return_code or 0 if code is None else code
