"""Settings that are wrong end a command, with all that is wrong with them."""

from __future__ import annotations

from tui.settings import Settings, SettingsError


def require_sound(settings: Settings) -> None:
    """Raise :exc:`tui.settings.SettingsError` if some settings cannot be.

    What only the screen knows, the ids of keys, is told with the rest: to that end, and only when
    something is wrong, the screen is imported.
    """
    if not settings.wrong:
        return
    try:
        from tui.widgets.keys import usual_keys
    except ImportError:  # there can be no screen on this system
        raise SettingsError(*settings.wrong) from None
    from tui.settings.key_map import checked

    checked(settings, usual_keys())
