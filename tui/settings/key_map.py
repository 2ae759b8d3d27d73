"""The user's key map, checked against the bindings that the screen has."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import name as unicode_name

from tui.locale import _
from tui.settings import Settings, SettingsError
from tui.text.budget import Budget
from tui.text.cleaning import clean_line
from tui.text.near_words import UNITS, nearest

FIXED = ("q", "ctrl+q")
"""Keys that leave the program under any key map."""

MODIFIERS = frozenset(("ctrl", "shift", "alt", "super", "hyper", "meta"))

_SHORT_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Textual's names for characters whose Unicode names are unusual."""


def checked(settings: Settings, bindings: Mapping[str, str]) -> dict[str, str]:
    """Return the key map to set: binding ids and Textual's names of keys, divided by commas.

    ``bindings`` gives for the id of every binding its usual keys, divided by commas. Keys of
    :data:`FIXED` stay with their own binding whatever is set.

    Raises :exc:`tui.settings.SettingsError` with all that is wrong with the settings: besides what
    they say of themselves an id or a key that is unknown, a key that was given twice, and one of
    :data:`FIXED` that was given away.
    """
    wrong = list(settings.wrong)
    suggestions = Budget(UNITS)
    key_map: dict[str, str] = {}
    holders: dict[str, str] = {}
    for binding, asked in settings.keys.items():
        told = len(wrong)
        if binding not in bindings:
            sentence = _unknown_binding(binding, bindings, suggestions)
            wrong.append(f"{settings.origin(f'keys.{binding}')}: {sentence}")
            continue
        usual = _divided(bindings[binding])
        keys = []
        for key in _divided(asked):
            known = key_name(key)
            if not known:
                wrong.append(_unknown_key(key))
            elif known in FIXED and known not in usual:
                sentence = _("the key “{key}” always leaves the program; choose another one.")
                wrong.append(sentence.format(key=known))
            elif holders.setdefault(known, binding) != binding:
                sentence = _("the key “{key}” is also given to “{other}”; choose another one.")
                wrong.append(sentence.format(key=known, other=holders[known]))
            else:
                keys.append(known)
        wrong[told:] = [
            f"{settings.origin(f'keys.{binding}')}: {sentence}" for sentence in wrong[told:]
        ]
        key_map[binding] = ",".join(dict.fromkeys((*keys, *(k for k in usual if k in FIXED))))
    if wrong:
        raise SettingsError(*wrong)
    return key_map


def key_name(key: str) -> str:
    """Return Textual's name of a key, such as ``question_mark`` for ``?``; empty if it has none."""
    if len(key) == 1:
        return key if key.isalnum() else _named(key)
    *modifiers, last = key.lower().split("+")
    if not MODIFIERS.issuperset(modifiers):
        return ""
    last = _named(last) if len(last) == 1 and not last.isalnum() else last
    if len(last) == 1 or last in _names():
        return "+".join((*modifiers, last))
    return ""


def _named(character: str) -> str:
    """Return Textual's name of a character that is not a letter or digit; empty for a control."""
    name = unicode_name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _SHORT_NAMES.get(name, name)


def _names() -> Iterator[str]:
    """Yield the names of all keys that are not letters or digits."""
    yield from ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "space")
    yield from ("enter", "escape", "tab", "backspace", "insert", "delete")
    yield from (f"f{number}" for number in range(1, 25))
    yield from map(_named, string.punctuation)


def _divided(keys: str) -> list[str]:
    """Return the keys of a list divided by commas; a comma by itself is a key."""
    return [","] if keys == "," else [key.strip() for key in keys.split(",") if key.strip()]


def _unknown_binding(binding: str, known: Iterable[str], suggestions: Budget) -> str:
    if near := nearest(binding, known, suggestions):
        return _("no key has this id; did you mean “{near}”?").format(near=near)
    return _("no key has this id; write one of: {known}.").format(known=", ".join(sorted(known)))


def _unknown_key(key: str) -> str:
    return _("there is no key “{key}”; write it as “x”, “f2”, “ctrl+x” or “pageup”.").format(
        key=clean_line(key)
    )
