"""Running the reader's editor: the only place where another program is executed.

Nothing is, unless the reader has set ``editor`` in the configuration file and pressed its key.
"""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from textual.app import App, SuspendNotSupported


def can_edit(app: App[Any]) -> bool:
    """Tell whether the app can give its terminal to another program."""
    return app._driver is not None and app._driver.can_suspend


def edit(app: App[Any], arguments: Sequence[str]) -> int:
    """Give the terminal to a program, wait until it has ended, and take the terminal again.

    Args:
        app: The app on the terminal.
        arguments: The program, looked for in PATH, and its arguments; no shell reads them.

    Returns:
        The exit code of the program; a negative one is the signal that ended it.

    Raises:
        OSError: There is no such program, or it cannot be executed.
        SuspendNotSupported: The app has no terminal that it could give away.
    """
    if not can_edit(app):
        raise SuspendNotSupported
    failure: OSError | None = None
    code = 0
    with app.suspend(), _interrupts_for_the_program():
        try:
            code = subprocess.call(arguments)
        except OSError as error:  # raised when the terminal has been taken again
            failure = error
    if failure is not None:
        raise failure
    return code


@contextmanager
def _interrupts_for_the_program() -> Iterator[None]:
    """Hear nothing of Ctrl+C and Ctrl+\\, which are meant for the program in front.

    A handler and not ``SIG_IGN``, which the program would inherit.
    """
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGQUIT") if hasattr(signal, name)]
    before = {number: signal.signal(number, lambda _number, _frame: None) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
