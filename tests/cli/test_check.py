"""``ktcn-tui check``."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import EVENT, process, run
from tests.reliability import case


def test_nothing_is_said_when_all_is_well(event: Path) -> None:
    result = run("check", event, event)
    assert (result.exit_code, result.output) == (0, "")


@case("Bad files: one never hides another")
def test_all_problems_of_all_files_are_printed_and_counted(tmp_path: Path) -> None:
    first, good, second = (tmp_path / name for name in ("a.toml", "b.toml", "c.toml"))
    first.write_text(EVENT.replace('"guest"', '"gest"').replace("name =", "nam ="), "utf-8")
    good.write_text(EVENT, "utf-8")
    second.write_text(EVENT.replace("format = 1", "format = "), "utf-8")
    result = run("--lang", "en", "check", first, good, second)
    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    assert {line.split(":")[0] for line in lines} == {str(first), str(second)}
    assert result.stderr == f"{len(lines)} problems in 2 files.\n"


@case("Bad files: one never hides another")
def test_a_file_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(EVENT.replace("start_date = 2022-01-18", ""), "utf-8")
    result = run("check", tmp_path / "no.toml", "/dev/null", bad)
    assert result.exit_code == 2
    files = [line.split(":")[0] for line in result.stdout.splitlines()]
    assert files == [f"{tmp_path}/no.toml", "/dev/null", str(bad)]


def test_one_problem_is_counted_as_one(event: Path) -> None:
    event.write_text(EVENT.replace('"guest"', '"gest"'), "utf-8")
    assert run("--lang", "en", "check", event).stderr == "1 problem in 1 file.\n"


def test_standard_input_is_checked() -> None:
    assert process("check", "-", stdin=EVENT.encode()).returncode == 0
    assert process("check", "-", stdin=b"x").returncode == 1
