"""The sample archive in a real terminal, by one command and keys alone; what it asks the system."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.reliability import case
from tests.terminal.control import assert_clean
from tests.terminal.programs import ARCHIVE
from tests.terminal.pty_harness import Terminal
from tests.terminal.test_promises import IN_THE_PROCESS, PATIENCE, TERMINALS, WATCHED, WRITES

ENTER, ESCAPE, DOWN = "\r", "\x1b[27u", "\x1b[B"
HOUSE = "Sở Khoa học và Công nghệ Hải Phòng"
MINISTER = "Huỳnh Thành Đạt"


def search(terminal: Terminal, query: str, shows: str) -> None:
    """Ask the archive in place of what was asked before; wait for what it then shows."""
    terminal.send("/\x15" + query)
    terminal.wait_until(shows, timeout=PATIENCE)
    terminal.send(ENTER)
    terminal.wait_until(lambda t: not t.lines[-2].lstrip().startswith("/"))


def line_of_cursor(terminal: Terminal) -> str:
    """Return the first row that the cursor marks, in the frame that has the focus."""
    marked = (line.partition("┃▌")[2].partition("┃")[0] for line in terminal.lines)
    return next(filter(None, marked), "")


def find_partners(terminal: Terminal) -> None:
    """Find all partners of a body in its dossier, and come back."""
    search(terminal, f"tổ chức:{HOUSE}", "1/2 ")
    listed = line_of_cursor(terminal)
    terminal.send("2}")
    terminal.wait_until(lambda t: HOUSE[:20] in line_of_cursor(t))
    terminal.send(ENTER)
    terminal.wait_until(lambda t: HOUSE in t.lines[0], timeout=PATIENCE)
    terminal.send("2z}}")
    terminal.wait_until(lambda t: "Đối tác ·" in t.text and "Viện Kinh tế Việt Nam" in t.text)
    terminal.send("z" + ESCAPE)
    terminal.wait_until("Kho mẫu")
    terminal.send(ESCAPE)
    terminal.wait_until(lambda t: line_of_cursor(t) == listed)


def find_what_is_in_force(terminal: Terminal) -> None:
    """Find which agreements are in force on a day, and come back."""
    search(terminal, "hiệu lực:2024-06-30", "hiệu lực:2024-06-30")
    terminal.send("A")
    terminal.wait_until(lambda t: "Sổ thỏa thuận" in t.lines[0], timeout=PATIENCE)
    terminal.wait_until("Còn hiệu lực ·")
    assert "Hết hiệu lực ·" not in terminal.text
    terminal.send(ESCAPE)
    terminal.wait_until("Kho mẫu")


def sentences_are_there(terminal: Terminal) -> bool:
    """Tell whether the dossier has read the files: until then it shows what the index knows."""
    return any(MINISTER in line[: len(line) // 2] for line in terminal.lines[3:])


def find_the_speech(terminal: Terminal) -> None:
    """Open the speech in which a name was said from its dossier, and come back to where it was."""
    search(terminal, f'người:"{MINISTER}"', "1/4 ")
    terminal.send("2}}")
    terminal.wait_until(lambda t: MINISTER in line_of_cursor(t))
    terminal.send(ENTER)
    terminal.wait_until(lambda t: MINISTER in t.lines[0], timeout=PATIENCE)
    terminal.wait_until(sentences_are_there, timeout=PATIENCE)
    while MINISTER not in line_of_cursor(terminal):
        before = line_of_cursor(terminal)
        terminal.send(DOWN)
        terminal.wait_until(lambda t: line_of_cursor(t) not in ("", before))  # noqa: B023
    said = line_of_cursor(terminal)
    terminal.send(ENTER)
    terminal.wait_until(lambda t: MINISTER not in t.lines[0] and "1 Bài viết" in t.text)
    terminal.wait_until(lambda t: MINISTER.split()[-1] in line_of_cursor(t))
    terminal.send(ESCAPE)
    terminal.wait_until(lambda t: MINISTER in t.lines[0] and line_of_cursor(t) == said)
    terminal.send(ESCAPE)
    terminal.wait_until("Kho mẫu")


def tour(terminal: Terminal) -> None:
    """Find all three, and quit."""
    terminal.wait_until("1/27", timeout=PATIENCE)
    find_partners(terminal)
    find_what_is_in_force(terminal)
    find_the_speech(terminal)
    terminal.send("\x11")
    assert terminal.wait() == 0
    terminal.assert_restored()
    assert_clean(terminal.log)


@case("The sample: partners, what is in force on a day, a speech, and back, by keys alone")
def test_a_reader_finds_all_by_one_command_and_keys_alone(tmp_path: Path) -> None:
    with ARCHIVE.ready_in("--sample", columns=120, rows=36, home=tmp_path) as terminal:
        tour(terminal)


@case("strace: an archive writes in the cache folder alone, and opens no socket")
def test_the_tour_of_an_archive_as_the_system_sees_it(tmp_path: Path) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    log, home = tmp_path / "calls", tmp_path / "home"
    home.mkdir()
    names = ",".join(f"?{name}" for name in WATCHED)
    command = [strace, "-f", "-qq", "-e", f"trace={names}", "-e", "signal=none", "-o", str(log)]
    program = [*command, sys.executable, "-m", *ARCHIVE.arguments, "--sample"]
    with Terminal(program, columns=120, rows=36, home=home) as terminal:
        tour(terminal)
    calls = [line.partition(" ")[2].strip() for line in log.read_text("utf-8").splitlines()]
    done = [call for call in calls if not re.search(r"= -1 E[A-Z]+ \(", call)]
    assert len([call for call in done if call.startswith("execve")]) == 1
    writing = [call for call in done if not call.startswith(("open", "execve"))]
    writing += [c for c in done if c.startswith("open") and WRITES.search(c)]
    elsewhere = [
        call
        for call in writing
        if f'"{home}/.cache' not in call
        and not IN_THE_PROCESS.match(call)
        and not TERMINALS.search(call)
    ]
    assert elsewhere == []
    assert any("ktcn-tui" in call for call in writing)
