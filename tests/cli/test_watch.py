"""``ktcn-tui --watch``: for a file on a screen, and where it is not, a sentence that says why."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.program import EVENT, run
from tests.reliability import case
from tests.terminal.programs import KTCN
from tests.terminal.pty_harness import Terminal


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--watch follows a file: name it. The bundled event does not change."),
        (["-"], "--watch follows a file: standard input is read once and does not change."),
        (
            ["postgresql://h/db"],
            "--watch follows files and folders: an archive on a server has none here.",
        ),
        (["x.toml"], "--watch needs the screen, and standard output is not a terminal."),
    ],
)
def test_where_nothing_can_be_followed_it_is_said_why(arguments: list[str], said: str) -> None:
    result = run("--lang", "en", "--watch", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{said}\n")


def test_a_command_is_not_followed(event: Path) -> None:
    result = run("--lang", "en", "--watch", "show", event)
    assert result.exit_code == 2
    assert "--watch is for the screen; leave it out before a command." in result.stderr
    assert run("show", "--watch", event).exit_code == 2


@case("--watch: changed, broken, gone and whole again, in a real terminal")
@pytest.mark.parametrize("option", ["before", "after"])
def test_the_screen_follows_a_file(tmp_path: Path, option: str) -> None:
    file = tmp_path / "event.toml"
    file.write_text(EVENT, "utf-8")
    arguments = ["--watch", str(file)] if option == "before" else [str(file), "--watch"]
    command = [sys.executable, "-m", *KTCN.arguments, *arguments]
    with Terminal(command, columns=100, rows=24, home=tmp_path) as terminal:
        terminal.wait_until("Đỗ Hoài Nam")
        file.write_text(EVENT.replace("Đỗ Hoài Nam", "Đỗ Hoài Bắc"), "utf-8")  # in place
        terminal.wait_until("Đỗ Hoài Bắc")
        new = tmp_path / "new"
        new.write_text(EVENT.replace("format = 1", "format = "), "utf-8")
        new.replace(file)  # another in its place
        terminal.wait_until("event.toml:1:10: ")
        assert "Đỗ Hoài Bắc" in terminal.text
        file.unlink()
        terminal.wait_until("event.toml không còn nữa")
        file.write_text(EVENT, "utf-8")
        terminal.wait_until("Đỗ Hoài Nam")
        terminal.wait_until(lambda t: "event.toml" not in t.text)
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()


@case("--watch: an archive follows its folders, and says nothing of it")
def test_an_archive_is_followed_anyway(tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text(EVENT, "utf-8")
    command = [sys.executable, "-m", *KTCN.arguments, "--watch", str(tmp_path)]
    with Terminal(command, columns=100, rows=24, home=tmp_path) as terminal:
        terminal.wait_until("Lễ ký")
        terminal.send("\x11")
        assert terminal.wait() == 0
