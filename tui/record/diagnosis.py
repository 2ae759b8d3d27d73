"""All that is wrong with a file; imported only when something is."""

from __future__ import annotations

from tui.record.problems import Problem


def diagnose(data: bytes, name: str, error: Exception) -> tuple[Problem, ...]:
    """Return all the problems of a file, in its order; at least one."""
    return (Problem(file=name, line=1, column=1, path="", reason=str(error)),)
