"""What the palette offers: actions, things, headings, languages and themes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from msgspec import Struct
from textual.screen import Screen

from tui.document.model import Document
from tui.document.naming import display_name, kind_name, photo_name
from tui.document.periods import period
from tui.document.words import KINDS
from tui.locale import LANGUAGES, _
from tui.record.model import Agreement, Entity, Photo
from tui.widgets.keys import PURPOSES, purpose_of

NAMES_OF_LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
_LAST = ("go", "program")
"""What moves the reader is found by its key; it stands behind all else."""


class Press(Struct, frozen=True):
    """Do what a key does."""

    key: str


class OpenCard(Struct, frozen=True):
    """Open the card of a thing."""

    thing: str


class GoToText(Struct, frozen=True):
    """Go to a text of the document, by its index."""

    text: int


class UseTheme(Struct, frozen=True):
    """Show the screen in a theme."""

    theme: str


class UseLanguage(Struct, frozen=True):
    """Show the screen in a language."""

    language: str


Choice: TypeAlias = Press | OpenCard | GoToText | UseTheme | UseLanguage


class Row(Struct, frozen=True):
    """Something to choose. ``aliases`` are words that find it too, such as its English name."""

    name: str
    kind: str
    """What it is, in a word, or the key of an action."""
    choice: Choice
    aliases: str = ""


def rows(over: Screen[Any], document: Document | None) -> Iterator[Row]:
    """Yield all rows: actions, things and headings, what the program looks like, and moves."""
    actions = list(_actions(over))
    yield from (row for purpose, row in actions if purpose not in _LAST)
    if document is not None:
        yield from _within(document)
    for language in LANGUAGES:
        yield Row(NAMES_OF_LANGUAGES[language], _("Language"), UseLanguage(language), "language")
    for theme in over.app.available_themes:
        yield Row(theme, _("Theme"), UseTheme(theme), "theme colour")
    yield from (row for purpose, row in actions if purpose in _LAST)


def _within(document: Document) -> Iterator[Row]:
    for thing in document.things.values():
        yield _thing(document, thing)
    for index, text in enumerate(document.texts):
        if text.kind in ("heading", "headline"):
            yield Row(text.words, _("Heading"), GoToText(index), "heading")


def _actions(over: Screen[Any]) -> Iterator[tuple[str, Row]]:
    seen: set[str] = set()
    for active in over.active_bindings.values():
        binding = active.binding
        if binding.id and binding.tooltip and active.enabled and binding.id not in seen:
            seen.add(binding.id)
            purpose = purpose_of(binding.id)
            aliases = f"{binding.tooltip} {_(PURPOSES[purpose])}"
            key = over.app.get_key_display(binding)
            yield purpose, Row(_(binding.tooltip), key, Press(binding.key), aliases)


def _thing(document: Document, thing: Entity) -> Row:
    name, kind = display_name(thing), kind_name(thing)
    if isinstance(thing, Agreement):
        parties = (document.things.get(party) for party in thing.parties)
        with_whom = " – ".join(display_name(party) for party in parties if party is not None)
        name = ", ".join(filter(None, (f"{name}: {with_whom}", period(thing))))
    elif isinstance(thing, Photo):
        kind = photo_name(document.texts_of_things.get(thing.id, ())) or kind
    return Row(name, kind, OpenCard(thing.id), f"{_(KINDS[type(thing)])} {KINDS[type(thing)]}")
