"""What a crash says: kinds and places, and no value."""

from __future__ import annotations

import sys

import pytest

from tui.terminal.crash import EXIT_CODE, hook, report, tell

SECRET = "Đỗ Hoài Nam\x1b]0;x\x07"


def crashed() -> BaseException:
    """Return an exception with a value of the record in it, its cause and its locals."""
    name = SECRET
    values: dict[str, str] = {}
    try:
        return AssertionError(values[name])
    except KeyError as error:
        wrapped = ValueError(name)
        wrapped.__cause__ = error
        return wrapped


def test_a_report_has_kinds_and_places_and_no_value() -> None:
    told = report(crashed())
    assert "KeyError" in told
    assert "ValueError" in told
    assert told.index("KeyError") < told.index("ValueError")
    assert f"{__name__}:" in told
    assert "crashed" in told
    assert "Nam" not in told
    assert "\x1b" not in told


def test_a_report_is_short_however_deep_the_fall() -> None:
    def fall(depth: int) -> None:
        if depth:
            fall(depth - 1)
        raise RecursionError

    with pytest.raises(RecursionError) as caught:
        fall(500)
    assert len(report(caught.value).splitlines()) <= 24


def test_the_environment_is_cleaned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "\x1b[2J" + "x" * 1000)
    told = report(crashed())
    assert "\x1b" not in told
    assert "x" * 50 not in told


def test_it_is_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    error = crashed()
    assert tell(error) == EXIT_CODE
    assert capsys.readouterr().err == report(error)
    hook(type(error), error, None)
    assert capsys.readouterr().err == report(error)


def test_nobody_need_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed:
        def write(self, text: str) -> int:
            raise OSError

    monkeypatch.setattr(sys, "stderr", Closed())
    assert tell(crashed()) == EXIT_CODE
