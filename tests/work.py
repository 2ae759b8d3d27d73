"""Work that is counted, so that a test may say that twice as much takes twice as long.

A unit is a line of Python that is run, or 32 code points that a function of C goes through from one
end of a text to the other; a clock would tell of the machine.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

MOST = 2.5
"""How many times the work for twice as much may be; what is quadratic takes four times."""

ONCE = 200
"""Lines that are run once, when something is first long enough: to shorten it, to say so."""

_WHOLE = frozenset(
    {
        *("count", "replace", "translate", "split", "splitlines", "encode", "decode"),
        *("lower", "upper", "casefold", "findall", "sub"),
    }
)
"""Functions of C whose cost is that of the whole text (or list) that they are called on."""
_PARTS = frozenset({"Lines.number", "Lines.start", "Lines.__init__.<locals>.<genexpr>"})
"""Who calls these on a part of a text that is bounded."""


class Counter:
    """Counts the units of work between entering and leaving."""

    def __init__(self) -> None:
        self.units = 0

    def __enter__(self) -> Counter:
        self._before = sys.gettrace(), sys.getprofile()
        sys.setprofile(self._profile)
        sys.settrace(self._trace)
        return self

    def __exit__(self, *_error: object) -> None:
        sys.settrace(self._before[0])
        sys.setprofile(self._before[1])

    def _trace(self, _frame: FrameType, _event: str, _argument: object) -> Callable[..., Any]:
        self.units += 1
        return self._trace

    def _profile(self, frame: FrameType, event: str, called: Any) -> None:
        if event == "c_call" and called.__name__ in _WHOLE:
            whole = getattr(called, "__self__", None)
            if frame.f_code.co_qualname not in _PARTS and isinstance(whole, str | bytes | list):
                self.units += len(whole) // 32


def work(do: Callable[[], object]) -> int:
    """Return the units of work that a call takes, whatever was done before.

    Python keeps 512 patterns and lets go of the oldest: how many of those of the call are left
    would depend on other tests. What is collected as garbage meanwhile is theirs too.
    """
    re.purge()
    gc.disable()
    try:
        with Counter() as counter:
            do()
    finally:
        gc.enable()
    return counter.units


def assert_linear(prepare: Callable[[int], Callable[[], object]], size: int) -> None:
    """Assert that twice the size takes no more than :data:`MOST` times the work.

    ``prepare`` makes what is measured for a size; what it takes for next to nothing is not part of
    the comparison.
    """
    prepare(1)()  # whatever is imported or remembered once
    nothing, once, twice = (work(prepare(count)) for count in (1, size, 2 * size))
    assert twice - nothing <= MOST * (once - nothing) + ONCE, (nothing, once, twice)
