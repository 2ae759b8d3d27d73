"""How long the hostile tests are: ``KTCN_HOSTILE`` is ``more`` in .ci/run, or ``all``.

Nothing is a minute or two, ``more`` five, ``all`` half an hour.
"""

from __future__ import annotations

import os

LENGTH = os.environ.get("KTCN_HOSTILE", "")
"""Read when the tests are collected: each test begins with a clean environment."""

MANY_LINES = 500
"""Characters of strings that make every line many: no plain run gathers them in one record."""
