"""Standard output and error: encodings, readers that leave, disks that are full."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.cli.program import ROOT, process
from tests.reliability import case

SHOW = [sys.executable, "-m", "tui", "show"]
VIETNAMESE = "Lễ ký kết thỏa thuận hợp tác"
PLAIN = "Le ky ket thoa thuan hop tac"


@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "", "LC_CTYPE": "", "LANG": ""},
        {"LC_ALL": "C", "PYTHONIOENCODING": "utf-8"},
    ],
    ids=str,
)
def test_the_c_locale_still_shows_vietnamese(environ: dict[str, str]) -> None:
    told = process("show", env=environ)
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout.decode("utf-8").startswith(VIETNAMESE)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_encoding_without_the_letters_gets_them_without_marks(encoding: str) -> None:
    told = process("show", env={"PYTHONIOENCODING": encoding})
    assert told.returncode == 0
    first = told.stdout.decode(encoding).splitlines()[0]
    assert normalize("NFD", first).encode("ascii", "ignore").decode().startswith(PLAIN)
    assert "?" not in first
    sentence = told.stderr.decode(encoding)
    assert sentence.count("\n") == 1
    assert "LC_ALL=C.UTF-8" in sentence


def test_a_reader_that_has_read_enough_is_no_failure() -> None:
    shell = f"{sys.executable} -m tui show | head -n 1; exit ${{PIPESTATUS[0]}}"
    told = subprocess.run(
        ["bash", "-c", shell], capture_output=True, cwd=ROOT, check=False, timeout=30
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout.decode().startswith(VIETNAMESE)


@pytest.mark.parametrize("arguments", [["show"], ["--help"], ["search", "khoa hoc"], ["schema"]])
def test_a_reader_that_never_reads_is_no_failure(arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        told = subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            stdout=writer,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
            timeout=30,
        )
    finally:
        os.close(writer)
    assert (told.returncode, told.stderr) == (0, b"")


@case("Standard output that is closed, or full: told, exit code 2")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize(
    "arguments", [["show"], ["--help"], ["--version"], ["search", "khoa hoc"], ["schema"]]
)
def test_a_full_disk_is_told(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
            timeout=30,
        )
    assert told.returncode == 2
    assert told.stderr.decode() == "Không ghi được ra đầu ra chuẩn: đĩa đã đầy.\n"


@case("Standard output that is closed, or full: told, exit code 2")
@pytest.mark.parametrize(
    ("arguments", "closed", "code"),
    [
        ("show", "<&-", 0),
        ("show", "2>&-", 0),
        ("show", "<&- >&- 2>&-", 2),
        ("show", ">&-", 2),
        ("show --format json", ">&-", 2),
        ("schema", ">&-", 2),
        ("--help", ">&-", 2),
        ("", ">&-", 2),
        ("check data/2022-01-18-ky-ket-khcn-hai-phong.toml", ">&-", 0),  # there is nothing to say
    ],
)
def test_what_cannot_be_put_out_is_told(arguments: str, closed: str, code: int) -> None:
    """``show >&-`` lost its output, and ended with 0."""
    told = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m tui {arguments} {closed}"],
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=30,
    )
    sentence = "Không ghi được ra đầu ra chuẩn: đã bị đóng.\n"
    assert told.returncode == code
    assert told.stderr.decode() == (sentence if code and "2>" not in closed else "")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_standard_error_changes_nothing(tmp_path: Path, unbuffered: str) -> None:
    """What was held back was written again at the end, and Python's exit code for that is 120."""
    command = [*SHOW, str(tmp_path / "no.toml")]
    env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(command, stderr=full, cwd=ROOT, env=env, check=False, timeout=30)
    assert told.returncode == 2


@case("Ctrl+C in a command: exit code 130, and no word")
def test_an_interrupted_command_ends_with_130_and_without_a_word() -> None:
    with subprocess.Popen(
        [*SHOW, "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Who runs the tests in the background of a shell has them ignore the signal.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as program:
        assert program.stdin is not None
        # More than a pipe holds: once it is written, the program has begun to read.
        program.stdin.write(b"#" * (1 << 18))
        program.stdin.flush()
        program.send_signal(signal.SIGINT)
        told = program.communicate(timeout=30)
    assert (program.returncode, told) == (130, (b"", b"\n"))


CRASH = """
import sys
from tui import cli
from tui.commands import show
def fail(*arguments):
    raise RuntimeError("a secret of the record")
show.print_document = fail
cli.main()
"""


def test_a_crash_is_told_without_a_word_of_the_record() -> None:
    told = subprocess.run(
        [sys.executable, "-c", CRASH, "show"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert "RuntimeError" in told.stderr
    assert "tui.commands.show" in told.stderr
    assert "secret" not in told.stderr
    assert "Traceback" not in told.stderr
