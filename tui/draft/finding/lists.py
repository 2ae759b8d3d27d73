"""Lists of bodies: *Trường A, Trường B (Đại học C) và Trường D*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.draft.finding.bodies import Body
from tui.draft.finding.scan import Scanned

_BRACKETS = re.compile(r"\s?\([^()]{0,80}\)")
_JOINED = re.compile(r"\s?(?:,|;|và|cùng|với|, và|cùng với)\s?(?:các )?")
_MOST = 20


def lists_of_bodies(block: Scanned) -> Iterator[list[Body]]:
    """Yield the lists of two bodies or more in a block; what stands in parentheses is of none."""
    chain: list[Body] = []
    for body in block.bodies:
        if block.text[max(0, body.start - 1) : body.start] == "(":
            continue
        between = block.text[chain[-1].end : body.start] if chain else ""
        if not chain or len(chain) == _MOST or not _JOINED.fullmatch(_BRACKETS.sub("", between)):
            if len(chain) > 1:
                yield chain
            chain = []
        chain.append(body)
    if len(chain) > 1:
        yield chain
