"""Click's messages that users can see, listed so that they enter our catalogs.

Click translates them itself: see :func:`tui.locale.use_everywhere`. The program does not import
this module; messages are extracted from it, and a test compares it with the installed Click.
"""

from __future__ import annotations

from tui.locale import N_, ngettext

MESSAGES = (
    N_("Commands"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Missing argument"),
    N_("No such option {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Options"),
    N_("default: {default}"),
)


def forms(n: int) -> tuple[str, ...]:
    """Return the messages that depend on a number."""
    return (
        ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", n),
        ngettext(
            "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", n
        ),
        ngettext(
            "Option {name!r} requires an argument.",
            "Option {name!r} requires {nargs} arguments.",
            n,
        ),
        ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", n),
    )
