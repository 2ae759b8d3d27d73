"""How many examples properties are tried with: ``KTCN_EXAMPLES``, and some many times as many."""

from __future__ import annotations

import os

from hypothesis import settings

EXAMPLES = int(os.environ.get("KTCN_EXAMPLES", "30"))
"""Read when the tests are collected: each test begins with a clean environment."""
MANY = 5 * EXAMPLES
many = settings(max_examples=MANY, deadline=None)
"""For what few examples would not come upon."""
