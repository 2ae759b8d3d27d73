"""The table of docs/reliability.md: every case of the reliability tests and its result.

``@case("Restored after SIGTERM")`` says what a test proves. The command
``python -m pytest -p tests.reliability --reliability-table docs/reliability.md`` runs the tests
that prove one, and writes one row a case between the table's two marks, from what they did: a case
passes when all its tests passed, and is skipped, with the reason, when some were and none failed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BEGIN, END = "<!-- cases: begin -->", "<!-- cases: end -->"
_CASE = "reliability case"
_RESULTS = {"failed": "**fails**", "skipped": "skipped", "passed": "holds"}


def case(name: str) -> Callable[[Any], Any]:
    """Mark a test as one that proves the case ``name`` of the table.

    ``{file.stem}`` in a name stands for what the test's parameter ``file`` has there.
    """

    def marked(test: Any) -> Any:
        test.reliability_cases = [*getattr(test, "reliability_cases", []), name]
        return test

    return marked


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the table."""
    parser.addoption(
        "--reliability-table", type=Path, help="write the table of cases into this file"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Collect results when the table is asked for."""
    if path := config.getoption("--reliability-table"):
        config.pluginmanager.register(Table(path))


class Table:
    """The rows: for each case the outcomes of its tests."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.outcomes: dict[str, list[str]] = {}
        self.reasons: dict[str, str] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the tests that prove cases, and note with each which; reports have it from there."""
        for item in items:
            names = getattr(getattr(item, "function", None), "reliability_cases", [])
            given = item.callspec.params if hasattr(item, "callspec") else {}
            item.user_properties += [(_CASE, name.format(**given)) for name in names]
        items[:] = [item for item in items if item.user_properties]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the outcome of a test's call, or of its set-up when it came to no call."""
        if report.when != "call" and report.outcome == "passed":
            return
        for name in [str(value) for key, value in report.user_properties if key == _CASE]:
            self.outcomes.setdefault(name, []).append(report.outcome)
            if report.outcome == "skipped" and isinstance(report.longrepr, tuple):
                self.reasons[name] = str(report.longrepr[2]).removeprefix("Skipped: ")

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the table between its marks, in the process that has all reports."""
        if hasattr(session.config, "workerinput"):
            return
        rows = [self.row(name) for name in sorted(self.outcomes)]
        table = "\n".join(["| case | tests | result |", "| --- | ---: | --- |", *rows])
        text = self.path.read_text("utf-8")
        between = re.compile(f"(?<={BEGIN}\n).*(?={END})", re.DOTALL)
        if not between.search(text):
            raise pytest.UsageError(f"{self.path} has no lines “{BEGIN}” and “{END}”.")
        self.path.write_text(between.sub(lambda _: f"\n{table}\n\n", text), "utf-8")

    def row(self, name: str) -> str:
        """Return a case's row."""
        outcomes = self.outcomes[name]
        result = next(_RESULTS[kind] for kind in _RESULTS if kind in outcomes)
        if result == "skipped" and name in self.reasons:
            result += f": {self.reasons[name]}"
        return f"| {name} | {len(outcomes)} | {result} |"
