"""The long form of the hostile tests is there when it is asked for."""

from __future__ import annotations

import os

collect_ignore = [] if os.environ.get("KTCN_HOSTILE") == "all" else ["test_at_length.py"]
