"""An article as it was read: its headline, its blocks, and the day on which it was published."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

BlockKind: TypeAlias = Literal[
    "headline", "paragraph", "heading", "list", "quote", "caption", "byline", "dateline"
]


class Block(Struct, frozen=True):
    """A piece of an article.

    ``text`` is clean and on one line. ``line`` is where it begins in the file, from 1. A
    caption may have a ``credit``, which stood after it; ``doubt`` tells that its kind was guessed.
    """

    kind: BlockKind
    text: str
    line: int = 0
    credit: str = ""
    doubt: bool = False


class Article(Struct, frozen=True):
    """An article. Its first block is the headline, where it has one."""

    blocks: tuple[Block, ...]
    published: date | None = None
    url: str = ""

    @property
    def headline(self) -> str:
        """The words of the headline; empty if there is none."""
        first = self.blocks[0] if self.blocks else None
        return first.text if first and first.kind == "headline" else ""
