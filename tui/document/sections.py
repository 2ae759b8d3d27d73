"""A section with its title, and what is said when it holds nothing."""

from __future__ import annotations

from collections.abc import Iterable

from tui.document.model import Group, Section, SectionName
from tui.document.words import NOTHING, SECTION_TITLES
from tui.locale import _


def section(name: SectionName, groups: Iterable[Group], *, is_empty: bool = False) -> Section:
    """Return a section of the groups that hold something.

    Args:
        is_empty: Whether it lacks what readers expect of it, whatever else it holds.
    """
    filled = tuple(group for group in groups if group.items)
    nothing = "" if filled and not is_empty else _(NOTHING[name])
    return Section(name, _(SECTION_TITLES[name]), filled, nothing)
