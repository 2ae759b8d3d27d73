"""What a crash says: where it was, and nothing of the event.

Textual's own traceback shows the values of all local variables, and so does the message of many an
exception: they are the record's. Here a crash is told by the kinds of its exceptions and the places
in the code, in few lines that can be passed on as they are.
"""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import Final

from tui import __version__
from tui.locale import _
from tui.text.cleaning import clean_line

EXIT_CODE: Final = 1
_PLACES = 12
"""Places in the code that are told, the last ones."""


def report(error: BaseException) -> str:
    """Return the lines on a crash, each ended by LF."""
    lines = [
        _("ktcn-tui ran into a bug of its own and had to stop."),
        _("Please report it in the project's issue tracker, with these lines and what you did:"),
        "",
        "  " + ", ".join(_surroundings()),
    ]
    for cause in _chain(error):
        lines += [f"  {_kind(cause)}", *(f"    {place}" for place in _places(cause.__traceback__))]
    lines += ["", _("They contain nothing of the event. SECURITY.md says how to report privately.")]
    return "".join(f"{line}\n" for line in lines)


def tell(error: BaseException) -> int:
    """Write the report to standard error and return the exit code of a crash."""
    try:
        sys.stderr.write(report(error))
        sys.stderr.flush()
    except OSError:  # nobody is there to read it
        return EXIT_CODE
    return EXIT_CODE


def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """Tell of what nobody caught; to be set as :data:`sys.excepthook`."""
    tell(error)


def _surroundings() -> list[str]:
    from importlib.metadata import version

    python = ".".join(map(str, sys.version_info[:3]))
    term = clean_line(os.environ.get("TERM", ""))[:40]
    return [
        f"ktcn-tui {__version__}",
        f"Textual {version('textual')}",
        f"Python {python}",
        sys.platform,
        f"TERM={term}",
    ]


def _chain(error: BaseException) -> list[BaseException]:
    """Return the exceptions that led to ``error``, the first one first."""
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain and len(chain) < 4:
        chain.insert(0, cause)
        inside = getattr(cause, "error", None)  # Textual's WorkerFailed
        cause = cause.__cause__ or (inside if isinstance(inside, BaseException) else None)
    return chain


def _kind(error: BaseException) -> str:
    kind = type(error)
    return (
        kind.__qualname__
        if kind.__module__ == "builtins"
        else f"{kind.__module__}.{kind.__qualname__}"
    )


def _places(trace: TracebackType | None) -> list[str]:
    places: list[str] = []
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        places.append(f"{module}:{trace.tb_lineno} {trace.tb_frame.f_code.co_qualname}")
        trace = trace.tb_next
    return places[-_PLACES:]
