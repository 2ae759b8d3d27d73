"""What the tests of the terminal run: a bare app on our driver, and ktcn-tui itself."""

from __future__ import annotations

import sys
from typing import Any, NamedTuple

from tests.terminal.pty_harness import Terminal


class Program(NamedTuple):
    """How a program is started, and by what on the screen it is known to be there."""

    arguments: tuple[str, ...]
    ready: str

    def start(self, *more: str, **options: Any) -> Terminal:
        """Start the program in a terminal; it may not be ready yet."""
        return Terminal([sys.executable, "-m", *self.arguments, *more], **options)

    def ready_in(self, *more: str, **options: Any) -> Terminal:
        """Start the program and wait until it waits for keys."""
        terminal = self.start(*more, **options)
        try:
            terminal.wait_until(self.ready)
        except BaseException:
            terminal.close()
            raise
        return terminal


BARE = Program(("tests.terminal.bare_app",), "by")
KTCN = Program(("tui",), "Bài viết")
ARCHIVE = Program(("tui",), "Sự kiện")
"""ktcn-tui on an archive."""
MARKED = Program(("tests.terminal.faulty_app",), "Bài viết")
"""ktcn-tui with the key of :meth:`Terminal.mark`."""
FAULTY = Program(("tests.terminal.faulty_app",), "Article")
"""The same, with keys for faults, to be started in English."""
