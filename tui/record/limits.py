"""What a file may hold, looked for before it is parsed.

A parser spends a kilobyte on some keys of ten bytes, and seconds on a few megabytes of them: tomli
took 14 s and 2.3 GB for 4 MiB of long keys. No event comes near these limits.
"""

from __future__ import annotations

import re
from itertools import islice

MAX_DEPTH = 32
"""Tables and lists within one another."""
MAX_SIGNS = 160_000
"""Brackets that open, equals signs and commas outside of texts: tables, values and list items."""
MAX_KEYS = 20_000
"""Parts of different keys and headers."""
MAX_DOTTED = 50_000
"""Parts of keys before a dot."""

MAX_WORD = 4_500
"""Code points of a number; Python itself refuses more digits than 4,300."""

_HARMLESS = 1 << 16
"""Files of fewer code points take a few hundredths of a second at most, whatever they hold."""

STRING = (
    r'"""[^"\\]*+(?:(?:\\[\s\S]?+|"{1,2}+(?!"))[^"\\]*+)*+("{3,5}+|\Z)'
    r"|'''[^']*+(?:'{1,2}+(?!')[^']*+)*+('{3,5}+|\Z)"
    r'|"[^"\\\n]*+(?:\\.?+[^"\\\n]*+)*+("?+)'
    r"|'[^'\n]*+('?+)"
)
"""A regular expression for TOML's four kinds of strings, quotes included.

It never fails once begun, or a megabyte of ``\\"`` would be tried from every quote: a string that
is not closed ends with its line, or with the file.
"""

# Compiled when they are first needed, as most files are small.
_LONG_WORD = rf"(?a)[\w.+-]{{{MAX_WORD}}}"
_TEXT = STRING + r"|#[^\n]*+"
_DOTTED = r"""\.[ \t]*+[\w"'-]++(?=[ \t]*+[.=])"""
_KEY = r"""(?a)\n[ \t]*+(\[[^\n]*+|[\w."'\- \t]++(?==)|["'][^\n]*?=)"""


def within_limits(text: str) -> bool:
    """Return whether a file can be parsed in the time and memory promised."""
    return (
        len(text) < _HARMLESS
        or _is_moderate(text)
        # Texts may hold anything, so what seemed much is looked at again without them.
        or _is_moderate(re.sub(_TEXT, '""', text))
    )


def _is_moderate(text: str) -> bool:
    if sum(map(text.count, "[{=,")) > MAX_SIGNS:
        return False
    # A word of twice the length covers one of these places; looking at all takes 40 ms a megabyte.
    long_word = re.compile(_LONG_WORD)
    if any(long_word.match(text, at) for at in range(0, len(text), MAX_WORD)):
        return False
    dots = text.count(".")
    if dots > MAX_DOTTED and next(islice(re.finditer(_DOTTED, text), MAX_DOTTED, None), None):
        return False
    keys: set[str] = set(re.findall(_KEY, "\n" + text))
    return len(keys) + sum(key.count(".") for key in keys) <= MAX_KEYS
