"""The exit codes of the program."""

from __future__ import annotations

DONE = 0
NOTHING = 1
"""No hit, or a record with problems."""
UNUSABLE = 2
"""Wrong usage, or a file that cannot be read or written."""
INTERRUPTED = 130
