"""The sheet of broken files: each with its mistakes, so that they can be mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.archive.shown_path import shown_path
from tui.locale import _, ngettext, number
from tui.record.problems import Problem
from tui.screens.sheet import Sheet
from tui.text.cleaning import clean_line
from tui.widgets.flow import Block, Part
from tui.widgets.key_line import KeyLine
from tui.widgets.keys import bindings

_MOST_MISTAKES = 5


class BrokenScreen(Sheet[None]):
    """Lists the files of an archive that are not events; ``y`` copies the path of one."""

    BINDINGS = bindings("card")

    def __init__(self, files: Sequence[tuple[bytes, tuple[Problem, ...]]], total: int) -> None:
        forms = ngettext("{n} broken file", "{n} broken files", total)
        blocks = (*_blocks(files), *_rest(total - len(files)))
        super().__init__(forms.format(n=number(total)), blocks)
        self.paths = [shown_path(path) for path, _problems in files]

    def action_copy(self) -> None:
        """Copy the path of the file that the cursor is on."""
        if self.items.item:
            self.query_one(KeyLine).copy(self.paths[int(self.items.item)])


def _blocks(files: Sequence[tuple[bytes, tuple[Problem, ...]]]) -> Iterator[Block]:
    for place, (path, problems) in enumerate(files):
        parts = [Part(shown_path(path), look="title")]
        for problem in problems[:_MOST_MISTAKES]:
            parts.append(Part(clean_line(str(problem)), look="detail", indent=2))
        more = len(problems) - _MOST_MISTAKES
        if more > 0:
            told = _("{n} more").format(n=number(more))
            parts.append(Part(told, look="label", indent=2))
        if not problems:
            parts.append(Part(_("It can be read now."), look="label", indent=2))
        yield Block(tuple(parts), id=str(place), gap=int(place > 0))


def _rest(files: int) -> Iterator[Block]:
    if files > 0:
        told = _("{n} more; “ktcn-tui check” lists all.").format(n=number(files))
        yield Block((Part(told, look="label"),), gap=1)
