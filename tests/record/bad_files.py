"""The bad files, and what is said of each."""

from __future__ import annotations

from pathlib import Path

from tui.record.loading import loads
from tui.record.problems import Problem, RecordError

BAD = Path(__file__).parent / "bad"


def golden(file: Path) -> Path:
    """Return the file that holds what is said of a bad file."""
    return file.with_suffix(".txt")


def problems(content: bytes, name: str = "event.toml") -> tuple[Problem, ...]:
    """Return what is wrong with the content of a file; nothing when it is a record."""
    try:
        loads(content, name)
    except RecordError as error:
        return error.problems
    return ()


def report(file: Path) -> str:
    """Return what is said of a file: each problem, its line, and what is meant on it."""
    lines: list[str] = []
    for problem in problems(file.read_bytes(), file.name):
        start, end = problem.span
        lines.append(f"{problem.place}: {problem.path}".rstrip())
        lines.append(f"    {problem.reason}")
        lines.append(f"    {problem.expected}")
        lines.append(f"    | {problem.source}".rstrip())
        lines.append(f"    | {' ' * start}{'^' * max(end - start, 1)}")
    return "\n".join(lines) + "\n"
