"""Offline, read-only, and nothing executed: the whole tour is watched by the system."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability import case
from tests.terminal.programs import BARE, MARKED
from tests.terminal.pty_harness import Terminal
from tests.terminal.tour import whole_tour

WATCHED = (
    *("socket", "socketpair", "connect", "bind", "listen", "accept", "accept4"),
    *("execve", "execveat", "open", "openat", "openat2", "creat", "truncate"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"),
    *("link", "linkat", "symlink", "symlinkat", "mknod", "mknodat", "chmod", "fchmodat"),
)
PATIENCE = 60.0
"""Seconds for the tour under strace, which stops the program at every call."""
WRITES = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)")
IN_THE_PROCESS = re.compile(r"socketpair\(AF_UNIX\b")
TERMINALS = re.compile(r'"/dev/(?:tty|pts/\d+)"')


def watched_calls(log: Path, names: str, *program: str) -> list[str]:
    """Return the command that runs a program under strace, which writes its calls to ``log``."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    command = [strace, "-f", "-qq", "-s", "1000", "-e", f"trace={names}", "-e", "signal=none"]
    return [*command, "-o", str(log), *program]


def watched(tmp_path: Path) -> list[str]:
    """Run the tour under strace; return the calls that succeeded, without those that only look."""
    log = tmp_path / "calls"
    names = ",".join(f"?{name}" for name in WATCHED)  # a machine need not have them all
    command = watched_calls(log, names, sys.executable, "-m", *MARKED.arguments)
    with Terminal(command, columns=120, rows=30, home=tmp_path) as terminal:
        terminal.wait_until(MARKED.ready, timeout=PATIENCE)
        whole_tour(terminal)
    calls = [line.partition(" ")[2].strip() for line in log.read_text("utf-8").splitlines()]
    return [call for call in calls if not re.search(r"= -1 E[A-Z]+ \(", call)]


@case("strace: no socket, nothing opened for writing, nothing executed")
def test_the_tour_as_the_system_sees_it(tmp_path: Path) -> None:
    calls = watched(tmp_path)
    opened = [call for call in calls if call.startswith(("open", "creat"))]
    assert len(opened) > 100, "strace saw too little"
    executed = [call for call in calls if call.startswith("execve")]
    assert len(executed) == 1, executed
    others = [call for call in calls if call not in opened and call not in executed]
    assert [call for call in others if not IN_THE_PROCESS.match(call)] == []
    written = [call for call in opened if WRITES.search(call) and not TERMINALS.search(call)]
    assert written == []


def bubble(*options: str) -> list[str]:
    """Return the command that runs a program in a read-only file system without a network."""
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        pytest.skip("bwrap is not installed")
    command = [bwrap, "--ro-bind", "/", "/", "--dev-bind", "/dev", "/dev", "--proc", "/proc"]
    command += ["--unshare-net", "--die-with-parent", *options]
    told = subprocess.run([*command, "true"], capture_output=True, check=False, timeout=PATIENCE)
    if told.returncode != 0:
        pytest.skip("bwrap may not make namespaces here")
    return command


@case("bwrap: the tour with a read-only file system, no network and no HOME")
@pytest.mark.parametrize("home", [None, "/nonexistent"], ids=["unset", "missing"])
def test_the_tour_in_a_read_only_file_system(home: str | None) -> None:
    command = [*bubble(), sys.executable, "-m", *MARKED.arguments]
    environment = {"HOME": home, "PATH": os.environ["PATH"]}
    with Terminal(command, columns=120, rows=30, environment=environment) as terminal:
        terminal.wait_until(MARKED.ready, timeout=PATIENCE)
        whole_tour(terminal)


@case("Textual's screenshots and browser: no file, nothing started")
def test_textual_writes_no_file_and_opens_no_url(tmp_path: Path) -> None:
    downloads = tmp_path / "Downloads"
    downloads.mkdir()
    with BARE.ready_in(home=tmp_path) as terminal:
        for key in "so":
            terminal.send(key)
            terminal.wait_until(f"key {key}")
        terminal.mark()
        terminal.send("q")
        assert terminal.wait() == 0
    assert [*tmp_path.iterdir(), *downloads.iterdir()] == [downloads]


def test_what_is_watched_would_be_seen() -> None:
    assert WRITES.search('openat(AT_FDCWD, "/x", O_WRONLY|O_CREAT, 0666) = 3')
    assert not IN_THE_PROCESS.match("socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3")
