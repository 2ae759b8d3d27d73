"""What the commands print into a pipe, whatever is in a file, an argument or the environment.

The plain run takes a third of the commands for each string, others for the next one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import run
from tests.hostile.harm import harm
from tests.hostile.jobs import Job, argument_jobs, jobs
from tests.hostile.length import LENGTH
from tests.hostile.strings import HOSTILE, UNCARRIED
from tests.reliability import case

TRACES = ("Traceback", "ran into a bug")


@case("Hostile strings: in files, their names, arguments, environment and settings, in a pipe")
@pytest.mark.parametrize("name", list(HOSTILE))
def test_no_command_prints_a_control(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    every = 1 if LENGTH else 3
    for job in [*jobs(HOSTILE[name], tmp_path / "x")][list(HOSTILE).index(name) % every :: every]:
        assert_prints_no_control(job)
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


@case("Hostile strings: bytes in arguments that are no UTF-8")
@pytest.mark.parametrize("name", list(UNCARRIED))
def test_no_command_prints_a_byte_that_is_no_text(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for job in argument_jobs(UNCARRIED[name]):
        assert_prints_no_control(job)


def assert_prints_no_control(job: Job) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for key, value in job.environment.items():
            patch.setenv(key, value)
        result = run(*job.arguments)
    said = result.stdout + result.stderr
    assert harm(said, allowed="\n") == [], job
    assert result.exit_code in (0, 1, 2), job
    assert said, job
    assert not any(trace in said for trace in TRACES), job
