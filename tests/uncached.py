"""A plugin of pytest for mutmut: every test begins with the caches of the headless packages empty.

What an earlier test, or the program before it was changed, put into a cache would hide a change
from the tests after it, and these tests from mutmut, which notes what each of them calls.
"""

from __future__ import annotations

import sys

PACKAGES = ("tui.locale", "tui.record", "tui.text")


def pytest_runtest_setup() -> None:
    """Empty the caches: decorated functions, and dicts that fill themselves."""
    for module in [sys.modules[name] for name in sys.modules if name.startswith(PACKAGES)]:
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()
            elif hasattr(type(value), "__missing__"):
                value.clear()
