"""Many runs of the program one after another on a real terminal, in one process to save time.

``python -m tests.hostile.in_one_process commands FOLDER`` does a quarter of what
:mod:`tests.hostile.jobs` has for each string. With ``screens`` in place of ``commands`` it opens
the screen on a record of every fourth string and closes it as soon as it is drawn.
``KTCN_HOSTILE=all`` does all of it. Where something is raised, or a run ends as it must not, the
exit code is 1.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.hostile.jobs import argument_jobs, jobs
from tests.hostile.records import everywhere
from tests.hostile.strings import HOSTILE, UNCARRIED
from tui.terminal.environment import prepare

DONE = "all is done"


def one_in() -> int:
    """Return of how many jobs or strings one is taken."""
    return 1 if os.environ.get("KTCN_HOSTILE") == "all" else 4


def taken() -> list[str]:
    """Return the strings that are shown on the screen."""
    return list(HOSTILE.values())[:: one_in()]


def commands(folder: Path) -> None:
    """Run a quarter of the commands with each string, all of them in the long form."""
    from tui.cli import run

    usual = dict(os.environ)
    every = one_in()
    for number, text in enumerate([*HOSTILE.values(), *UNCARRIED.values()]):
        carried = text in HOSTILE.values()
        found = [*(jobs(text, folder / str(number)) if carried else argument_jobs(text))]
        for job in found[number % every :: every]:
            os.environ.clear()
            os.environ.update(usual | job.environment)
            code = run(list(job.arguments))
            if code not in (0, 1, 2):
                sys.exit(f"exit code {code}: {job!a}")


def screens(_folder: Path) -> None:
    """Open the screen on a record of each string."""
    prepare(color=True)

    from textual.pilot import Pilot

    from tui import locale
    from tui.app import KtcnApp
    from tui.screens.event import EventScreen
    from tui.settings import Settings
    from tui.terminal.driver import KtcnDriver

    async def look(pilot: Pilot[int]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, EventScreen)
        screen.action_copy("citation")
        await pilot.pause()
        pilot.app.exit(0)

    for text in taken():
        locale.use("en")
        app = KtcnApp(everywhere(text)[1], Settings(), driver_class=KtcnDriver)
        app.run(auto_pilot=look)  # type: ignore[arg-type]  # an app of int has a pilot of int
        if app.crash is not None:
            raise app.crash


if __name__ == "__main__":
    {"commands": commands, "screens": screens}[sys.argv[1]](Path(sys.argv[2]))
    print(DONE)  # noqa: T201  # what the test waits for
