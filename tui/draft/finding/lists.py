"""Lists of bodies: *Trường A, Trường B (Đại học C) và Trường D*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.draft.finding.bodies import Body
from tui.draft.finding.chains import chains
from tui.draft.finding.scan import Scanned

_BRACKETS = re.compile(r"\s?\([^()]{0,80}\)")
_JOINED = re.compile(r"\s?(?:,|;|và|cùng|với|, và|cùng với)\s?(?:các )?")
_MOST = 20


def lists_of_bodies(block: Scanned) -> Iterator[list[Body]]:
    """Return the lists of two bodies or more in a block; what is in parentheses is in none."""

    def goes_on(chain: list[Body], body: Body) -> bool:
        between = block.text[chain[-1].end : body.start]
        return len(chain) < _MOST and bool(_JOINED.fullmatch(_BRACKETS.sub("", between)))

    bodies = (
        body for body in block.bodies if block.text[max(0, body.start - 1) : body.start] != "("
    )
    return chains(bodies, goes_on)
