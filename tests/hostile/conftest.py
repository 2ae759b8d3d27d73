"""The long form of the hostile tests is there when it is asked for."""

from __future__ import annotations

from tests.hostile.length import LENGTH

collect_ignore = [] if LENGTH == "all" else ["test_at_length.py"]
