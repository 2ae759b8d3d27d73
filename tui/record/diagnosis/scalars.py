"""The texts, numbers and dates of a TOML file one by one, and what is wrong with each."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NoReturn

import tomli

from tui.locale import _
from tui.record.diagnosis.recovery import next_statement
from tui.record.limits import STRING
from tui.text.cleaning import clean_line

_STRING = re.compile(STRING)
_PLAIN = re.compile(r"[^\\\x00-\x08\x0b-\x1f\x7f]*+")
_DATE_AND_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d[^\s,\]}#]*+")
_WORD = re.compile(r"[^\s,\]}#=]*+")
_REST = re.compile(r"[^\n,\]}#]*+")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_CONSTANTS = {"true": True, "false": False}
_TYPOGRAPHIC = "“”‘’„«»"
_LONGEST_INTEGER = 18
"""Digits; a longer one is left to the parser."""


class TomlError(Exception):
    """A mistake of TOML at ``[start, end)`` of a text; reading can go on at ``resume``.

    Without ``resume`` it goes on at the end of the line. ``is_of_value`` says that a key and its
    ``=`` were understood, so that the lines that follow may belong to its value.
    """

    def __init__(
        self, start: int, end: int, reason: str, expected: str, resume: int | None = None
    ) -> None:
        super().__init__(start, end, reason, expected)
        self.start = start
        self.end = end
        self.reason = reason
        self.expected = expected
        self.resume = resume
        self.is_of_value = False


def read_string(text: str, start: int) -> tuple[str, int]:
    """Return the string whose opening quote is at ``start``, and where it ends.

    Raises :exc:`TomlError`.
    """
    found = _STRING.match(text, start)
    assert found is not None
    assert found.lastindex is not None
    end = found.end()
    quote = text[start]
    quotes = 3 if text.startswith(quote * 3, start) else 1
    if len(found[found.lastindex]) < quotes:
        _refuse_unclosed(text, start, end, quote * quotes)
    body = text[start + quotes : end - quotes]
    if _PLAIN.fullmatch(body) or (quote == "'" and _PLAIN.fullmatch(body.replace("\\", ""))):
        return body.removeprefix("\n") if quotes == 3 else body, end
    try:
        return tomli.loads(f"v={text[start:end]}")["v"], end
    except tomli.TOMLDecodeError as error:
        slip = _wrong_character(text, start + error.pos - len("v="), error.msg)
        slip.resume = end if quotes == 3 else None
        raise slip from None


def read_scalar(text: str, start: int) -> tuple[Any, int]:
    """Return the number, the date or the truth value at ``start``, and where it ends.

    Raises :exc:`TomlError`.
    """
    found = _DATE_AND_TIME.match(text, start) or _WORD.match(text, start)
    assert found is not None
    word = found[0]
    if word in _CONSTANTS:
        return _CONSTANTS[word], found.end()
    if word.isascii() and word.isdigit() and word[0] != "0" and len(word) <= _LONGEST_INTEGER:
        return int(word), found.end()
    try:
        # A word cannot hold a line feed, a comma or a bracket, so it is one value or none.
        return tomli.loads(f"v={word}")["v"], found.end()
    except ValueError:
        _refuse_word(text, start, word)


def _refuse_unclosed(text: str, start: int, end: int, quotes: str) -> NoReturn:
    if len(quotes) == 3:
        raise never_closed(text, start, next_statement(text, start))
    why = _("This text is not closed on its line.")
    right = _("Write {quote} where it ends; a text of many lines stands between {quotes}.")
    raise TomlError(start, end, why, right.format(quote=quotes, quotes=quotes * 3))


def never_closed(text: str, start: int, resume: int) -> TomlError:
    """Return the mistake of a text of many lines whose closing quotes are lost."""
    why = _("This text is never closed.")
    right = _("Write {quotes} where it ends.").format(quotes=text[start : start + 3])
    return TomlError(start, start + 3, why, right, resume)


def _wrong_character(text: str, at: int, message: str) -> TomlError:
    """Return the mistake for what the parser did not like in a string, at or just before ``at``."""
    if "character" in message and "scalar" not in message:
        why = _("There is a control character, {character}, in this text.")
        shown = clean_line(text[at]) or "␍"
        return TomlError(at, at + 1, why.format(character=shown), _("Remove it."))
    slash = text.rfind("\\", 0, at)
    end = max(at, slash + 2)
    why = _("A backslash begins an escape, and “{escape}” is not one.")
    right = _("Write \\\\ for a backslash, or put the text between ' and '.")
    return TomlError(slash, end, why.format(escape=clean_line(text[slash:end])), right)


def _refuse_word(text: str, start: int, word: str) -> NoReturn:
    """Raise the error for what is not a value, with a guess at what was meant."""
    rest = _REST.match(text, start)
    assert rest is not None
    said = rest[0].rstrip()
    end = start + max(len(said), 1)
    if not word:
        why = _("A value is missing here.")
        raise TomlError(start, start, why, _('Write one, such as a text between quotes: "…".'))
    shown = clean_line(said if len(said) <= 60 else f"{said[:59]}…")
    if said[0] in _TYPOGRAPHIC:
        why = _("These quotes do not enclose a text.")
    elif len(word) > _LONGEST_INTEGER and word.isdigit():
        why = _("This number is too long.")
    else:
        why = _("“{value}” is not a valid value.").format(value=shown)
    raise TomlError(start, end, why, _guess(said, shown))


def _guess(said: str, shown: str) -> str:
    """Return what would be right in place of ``said``."""
    if said.lower() in ("true", "false"):
        return _("Write {value}.").format(value=said.lower())
    if said.lower() in ("yes", "no", "on", "off"):
        return _("Write true or false.")
    if found := _DAY_FIRST.fullmatch(said):
        return _dated(found[3], found[2], found[1])
    if found := _YEAR_FIRST.fullmatch(said):
        return _dated(found[1], found[2], found[3])
    if said[0] in _TYPOGRAPHIC:
        bare = shown.strip(_TYPOGRAPHIC)
        return _("Put text between straight quotes: {text}.").format(text=f'"{bare}"')
    if said[0].isdigit() or said[0] in "+-":
        return _("Write a number such as 2022, a date such as 2022-01-18, or a text in quotes.")
    return _("Put text between quotes: {text}.").format(text=f'"{shown}"')


def _dated(year: str, month: str, day: str) -> str:
    try:
        meant = date(int(year), int(month), int(day))
    except ValueError:
        return _("There is no such day; a date is written 2022-01-18.")
    return _("Write {date}: year, month, day.").format(date=meant)
