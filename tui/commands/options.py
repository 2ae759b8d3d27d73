"""The parameters that several commands share, and the settings that come of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from tui import __version__
from tui.commands.sound_settings import require_sound
from tui.commands.streams import put
from tui.locale import LANGUAGES, _
from tui.settings import Settings, effective
from tui.settings.themes import THEMES

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_META = "tui."
"""Begins the keys in the context that all commands share; an option may stand before a command."""


def common() -> list[click.Parameter]:
    """Return the options that every command has; they are listed last."""
    return [
        click.Option(
            ["--lang", "language"],
            type=click.Choice(LANGUAGES),
            help=_("The language of the screen and of messages."),
            expose_value=False,
            callback=_remember,
        ),
        click.Option(
            ["--no-color"],
            is_flag=True,
            help=_("Use no colour; bold and reverse remain."),
            expose_value=False,
            callback=_remember,
        ),
        click.Option(
            ["-h", "--help"],
            is_flag=True,
            is_eager=True,
            help=_("Show this message and exit."),
            expose_value=False,
            callback=_show_help,
        ),
    ]


def sample() -> click.Option:
    """Return the option that opens the events that come with the program."""
    return click.Option(
        ["--sample"], is_flag=True, help=_("Open the sample archive: several real events.")
    )


def theme() -> click.Option:
    """Return the option for the theme of the screen."""
    return click.Option(
        ["--theme"],
        metavar=_("NAME"),
        help=_("The theme of the screen."),
        shell_complete=lambda _ctx, _option, begun: [t for t in THEMES if t.startswith(begun)],
        expose_value=False,
        callback=_remember,
    )


def watch() -> click.Option:
    """Return the option with which the screen follows a file."""
    return click.Option(
        ["--watch"],
        is_flag=True,
        help=_("Reload the file whenever it changes on the disk."),
        expose_value=False,
        callback=_remember,
    )


def version() -> click.Option:
    """Return the option that prints the version and exits."""
    return click.Option(
        ["-V", "--version"],
        is_flag=True,
        is_eager=True,
        help=_("Show the version and exit."),
        expose_value=False,
        callback=_show_version,
    )


def file_argument(*, required: bool = False, several: bool = False) -> click.Argument:
    """Return the argument that names an event file; ``-`` is standard input."""
    return click.Argument(
        ["files" if several else "file"],
        metavar=(_("FILE…") if several else _("FILE")) if required else _optional(several),
        required=required,
        nargs=-1 if several else 1,
        shell_complete=lambda _ctx, _argument, begun: files(begun),
    )


def files(begun: str) -> list[CompletionItem[str]]:
    """Return what has a shell complete the name of a file."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(begun, type="file")]


def _optional(several: bool) -> str:
    return _("[FILE…]") if several else _("[FILE]")


def asked_settings() -> Settings:
    """Return the settings for the running command.

    Raises :exc:`tui.settings.SettingsError`.
    """
    ctx = click.get_current_context()
    settings = effective(
        ctx.obj,
        os.environ,
        language=ctx.meta.get(_META + "language", ""),
        theme=ctx.meta.get(_META + "theme", ""),
        color=not ctx.meta.get(_META + "no_color"),
    )
    require_sound(settings)
    return settings


def is_watching(ctx: click.Context) -> bool:
    """Tell whether the screen is to follow a file."""
    return bool(ctx.meta.get(_META + "watch"))


def _show_help(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked:
        put(ctx.get_help() + "\n")
        ctx.exit()


def _show_version(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked:
        put(f"{ctx.find_root().info_name} {__version__}\n")
        ctx.exit()


def _remember(ctx: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Keep what an option was given, for the command that stands after it too."""
    if value:
        ctx.meta[_META + (parameter.name or "")] = value
