"""Runs a program in the background of its terminal, where no shell can continue it.

Run as ``python orphan.py PROGRAM ARGUMENT…``. The program's parent is in another session; the exit
code is the program's, or 128 and the signal that ended it.
"""

import os
import sys
from contextlib import suppress


def run(command: list[str]) -> int:
    """Run ``command`` in a new process; return its exit code."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os.execvp(command[0], command)
    with suppress(PermissionError):  # it has done so itself, and runs the program already
        os.setpgid(child, child)
    os.setsid()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    between = os.fork()
    if between == 0:
        os._exit(run(sys.argv[1:]))
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(between, 0)[1]))
