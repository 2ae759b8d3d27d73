"""Where reading goes on after a mistake of TOML, so that one mistake is told as one.

Each function guesses from how files are written: a statement begins its line, the items of a long
list have a line each, and a text of many lines does not end with ``key =``.
"""

from __future__ import annotations

import re

STATEMENT = r"""[ \t]*+(?:
    (?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+=
    |\[\[?[A-Za-z_][\w.-]*+\]\]?+[ \t]*+(?:\#|\n|\Z)
)"""
"""A regular expression (verbose) for a line that begins with a key or is a header."""

_STATEMENT = re.compile(STATEMENT, re.VERBOSE)
_NEXT_STATEMENT = re.compile(rf"\n(?={STATEMENT})", re.VERBOSE)
_OPENING_LINE = re.compile(r"""[ \t]*+(?:[\w.-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+=[ \t]*+""")
_END_OF_TEXT = re.compile(r"[ \t]*+(?:[,\]}#]|\Z|\n\s*+(?:[\[#]|[^\n=]*+=|\Z))")
_END_OF_ITEM = re.compile(r"[ \t]*+(?:[,\]}#\n]|\Z)")
_END_OF_LIST = re.compile(r"""(?:[^\n\]#]|\](?![ \t]*+(?:\#|\n|\Z)))*+\]""")
_VALUE_OF_MANY_LINES = re.compile(r"""[^\n"'\[#]*+(?=\"{3}|'{3}|\[[ \t]*+(?:\#|\n))""")
_CONTINUATION = re.compile(r"(?:\n(?:[ \t]*+\n)*+[ \t]*+[^\s#\[=][^\n=]*+(?=\n|\Z))*+")


def begins_statement(text: str, line: int) -> bool:
    """Return whether the line that begins at ``line`` looks like a statement."""
    return _STATEMENT.match(text, line) is not None


def next_statement(text: str, at: int) -> int:
    """Return where the next line begins that looks like a statement; else the end of the text."""
    found = _NEXT_STATEMENT.search(text, at)
    return found.end() if found else len(text)


def after_continuation(text: str, line_end: int) -> int:
    """Return the end of the lines that only go on with a value that could not be understood.

    Such as the further lines of a text whose opening quotes are lost: no key with ``=``, no header,
    no remark.
    """
    found = _CONTINUATION.match(text, line_end)
    return found.end() if found else line_end


def value_of_many_lines(text: str, at: int) -> int | None:
    """Return where on the line after ``at`` a value begins that goes on below; else nothing."""
    found = _VALUE_OF_MANY_LINES.match(text, at)
    return found.end() if found else None


def end_of_list(text: str, at: int) -> int | None:
    """Return where a list ends if its bracket is the last sign of the line; else nothing."""
    found = _END_OF_LIST.match(text, at)
    return found.end() if found else None


def swallowed(text: str, start: int, end: int) -> int | None:
    """Return where reading goes on if a text of many lines took in what follows it.

    When its closing quotes are lost, the text ``[start, end)`` ends with the quotes that open the
    next one: ``key =`` stands before these, or nothing stands before and a text after them.

    Returns:
        The beginning of a line; nothing if the text ends where it should.
    """
    quotes = end - 3
    line = text.rfind("\n", start, quotes) + 1
    if not line:
        return None
    if _OPENING_LINE.fullmatch(text, line, quotes):
        is_opening = not _END_OF_TEXT.match(text, end)
    else:
        is_opening = text[line:quotes].isspace() and not _END_OF_ITEM.match(text, end)
    return min(next_statement(text, start), line) if is_opening else None
