"""The four panes of a screen: their cursors and marks, and how they share the room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.dom import DOMNode

from tui.document.model import SECTIONS, Document, SectionName
from tui.locale import ngettext
from tui.panes.pane import Pane
from tui.search.hits import Hit
from tui.search.marks import hit_range
from tui.search.walk import index_at
from tui.widgets.flow_lines import Marked

_MOST_TICKS = 400
"""More hits than these in a pane would be a line at its edge, not ticks."""
_LOOKED_AT = 40
"""Of so many hits of a pane it is looked whether they are in view."""
_FRAME = 2
"""Rows of the frame of a pane: its title, and its counts."""


class PaneGroup:
    """Has the panes of a screen and does to all of them what concerns all."""

    def __init__(self, screen: DOMNode, document: Document) -> None:
        self.screen = screen
        self.document = document

    def __getitem__(self, name: SectionName) -> Pane:
        return self.screen.query_one(f"#{name}", Pane)

    def __iter__(self) -> Iterator[Pane]:
        return (self[name] for name in SECTIONS)

    def follow(self, hits: Sequence[Hit], but: SectionName) -> None:
        """Bring the first hit of every pane but ``but`` into view, where none of them is."""
        for pane in self:
            if pane.section == but:
                continue
            places = [
                pane.place_of(hit.text, hit.start) for hit in self._in(pane, hits)[:_LOOKED_AT]
            ]
            listed = [place for place in places if place is not None]
            if listed and not any(map(pane.scroller.shows, listed)):
                pane.reveal(listed[0])

    def show_ticks(self, hits: Sequence[Hit]) -> None:
        """Show at the edge of every pane where its hits are."""
        for pane in self:
            found = self._in(pane, hits)
            if len(found) > _MOST_TICKS:
                found = ()
            places = (pane.place_of(hit.text, hit.start) for hit in found)
            pane.ticks = tuple(place for place in places if place is not None)

    def counts(
        self, hits: Sequence[Hit], current: Marked | None, *, searching: bool
    ) -> dict[SectionName, str]:
        """Return for every pane where its cursor is and how much is marked there."""
        found = {}
        for pane in self:
            texts = []
            if pane.is_list and not pane.is_empty:
                texts.append("{}/{}".format(*pane.position))
            elif percent := pane.percent():
                texts.append(percent)
            if marked := self._marked_in(pane.section, hits, current, searching):
                texts.append(marked)
            found[pane.section] = " · ".join(texts)
        return found

    def tab_counts(self, hits: Sequence[Hit], active: SectionName) -> dict[str, str]:
        """Return what stands on the tab of every pane: how much is marked, where it is."""
        found = {}
        for pane in self:
            marked = len(self._in(pane, hits))
            texts = [str(marked)] if marked else []
            if pane.section == active and pane.is_list and not pane.is_empty:
                texts.insert(0, "{}/{}".format(*pane.position))
            found[str(pane.section)] = " · ".join(texts)
        return found

    def _in(self, pane: Pane, hits: Sequence[Hit]) -> Sequence[Hit]:
        return hits[slice(*hit_range(hits, self.document.ranges[pane.section]))]

    def _marked_in(
        self, name: SectionName, hits: Sequence[Hit], current: Marked | None, searching: bool
    ) -> str:
        start, stop = hit_range(hits, self.document.ranges[name])
        number = stop - start
        if not number:
            return ""
        at = index_at(hits, current[0], current[1]) + 1 if current is not None else 0
        count = f"{at - start}/{number}" if start < at <= stop else str(number)
        if searching:
            return ngettext("{count} hit", "{count} hits", number).format(count=count)
        return ngettext("{count} mention", "{count} mentions", number).format(count=count)

    def share_room(self, height: int, active: SectionName, *, zoomed: bool) -> None:
        """Give the panes of a column of ``height`` rows theirs: most to the one that is read."""
        columns = 3 if self.screen.has_class("-three-columns") else 2
        if zoomed or (columns == 2 and not self.screen.has_class("-two-columns")):
            columns = 1
        rows = [str(row) for row in self.rows(height, active, columns)]
        # The last gives way to the search bar: all rows fixed, the screen would have to scroll.
        self.screen.styles.grid_rows = " ".join([*rows[:-1], "1fr"])

    def rows(self, height: int, active: SectionName, columns: int) -> list[int]:
        """Return the rows of the panes that share a column of ``height`` rows, from the top."""
        stacked = SECTIONS[1:] if columns == 2 else SECTIONS[2:] if columns == 3 else ()
        wanted = {name: self[name].wanted_height + _FRAME for name in stacked}
        return list(shared(height, wanted, active).values())


def shared(
    height: int, wanted: dict[SectionName, int], active: SectionName
) -> dict[SectionName, int]:
    """Return the rows of each pane of a column of ``height`` rows.

    When all fit, each has what it wants and the last the rest. Else the active pane has what the
    others leave: at least their frames, at most what they want.
    """
    if not wanted:
        return {}
    names = list(wanted)
    rows = {name: min(wanted[name], max(_FRAME, height // len(names))) for name in names}
    left = height - sum(rows.values())
    if sum(wanted.values()) > height and active in wanted:
        least = max(_FRAME, height // 6)
        rows = {name: min(wanted[name], least) for name in names}
        rows[active] = 0
        rows[active] = height - sum(rows.values())
        return rows
    for name in names:
        more = min(left, wanted[name] - rows[name])
        rows[name] += more
        left -= more
    rows[names[-1]] += left
    return rows
