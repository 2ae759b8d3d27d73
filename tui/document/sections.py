"""What each section is called, and a section of the groups that hold something.

A section has a module of this package of its own name. It has ``WORDS``, and ``of_record(record,
things, today)``, which makes the section.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from msgspec import Struct

from tui.document.model import Group, Section, SectionName
from tui.locale import _


class SectionWords(Struct, frozen=True):
    """What is said of a section, as messages: its title, and what it is for.

    ``nothing`` is said in place of what a record has not.
    """

    title: str
    nothing: str
    about: str


def words_of(name: SectionName) -> SectionWords:
    """Return what is said of a section."""
    words: SectionWords = import_module(f"tui.document.{name}").WORDS
    return words


def title_of(name: SectionName) -> str:
    """Return the title of a section, in the language of the screen."""
    return _(words_of(name).title)


def section(name: SectionName, groups: Iterable[Group], *, is_empty: bool = False) -> Section:
    """Return a section of the groups that hold something.

    Args:
        is_empty: Whether it lacks what readers expect of it, whatever else it holds.
    """
    filled = tuple(group for group in groups if group.items)
    nothing = "" if filled and not is_empty else _(words_of(name).nothing)
    return Section(name, title_of(name), filled, nothing)
