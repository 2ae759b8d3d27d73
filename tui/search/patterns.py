"""The regular expression that finds the candidates for a reading in folded text.

It is of the first words only, and no repetition in it can match one text in two ways, so that each
candidate costs a bounded time, whatever the query and the text.
"""

from __future__ import annotations

import re

from tui.search.query import Joint
from tui.search.readings import Reading
from tui.text.acronyms import JOINT
from tui.text.words import GAP, LETTER, UNSPACED, Word, is_and, same_with_i_or_y

MAX_WORDS = 16
MAX_LETTERS = 48
"""How much of a reading, and of a word, goes into the expression."""

_AND_IN_GAP = rf"(?=[^&\w]{{0,3}}&){GAP}"
_END_OF_WORD = f"(?!{LETTER})"
_is_unspaced = re.compile(f"[{UNSPACED}]").match


def candidates(reading: Reading, marks: str) -> re.Pattern[str]:
    """Return the expression for ``reading``; ``marks`` may stand beside letters of the text."""
    return re.compile("".join(_pieces(reading, f"[{re.escape(marks)}]*+" if marks else "")))


def _pieces(reading: Reading, marks: str) -> list[str]:
    words = reading.words[:MAX_WORDS]
    whole = len(words) == len(reading.words)
    pieces: list[str] = []
    joint = ""
    for i, word in enumerate(words):
        last = i == len(words) - 1
        after = "" if last else _joint(reading.joints[i], marks)
        pattern = _word(word, marks, last and whole, reading.open_end)
        if i == 0:
            pattern = _at_start(word, pattern, marks)
        if not is_and(word):
            pieces += [joint, pattern]
            joint = after
        elif i == 0:
            pieces.append(f"(?:{pattern}{after}|&" + (")" if last else r"[\W_]{0,3}+)"))
            joint = ""
        elif last:
            pieces.append(rf"(?:{joint}{pattern}|[^&\w]{{0,3}}&)")
        else:
            pieces.append(f"(?:{joint}{pattern}{after}|{_AND_IN_GAP})")
            joint = ""
    return pieces


def _joint(joint: Joint, marks: str) -> str:
    match joint:
        case "gap":
            return GAP
        case "and":
            return f"{GAP}(?:v{marks}a{marks}{GAP})?"
        case "close":
            return f"{GAP}?"
        case "acronym":
            return JOINT


def _word(word: Word, marks: str, last: bool, open_end: bool) -> str:
    """Return a pattern of the word: whole, unless it is the last one and may be a prefix."""
    letters = word.letters[:MAX_LETTERS]
    pattern = "".join(letter + marks for letter in letters)
    other = same_with_i_or_y(letters)[-1:]
    end = "" if _is_unspaced(letters) or not last else _END_OF_WORD
    if other:
        stem = "".join(letter + marks for letter in letters[:-1])
        if last and open_end:
            return f"{stem}(?:{letters[-1]}{marks}|{other}{marks}{end})"
        return f"{stem}[iy]{marks}{end}"
    return pattern if open_end or len(word) > MAX_LETTERS else pattern + end


def _at_start(word: Word, pattern: str, marks: str) -> str:
    """Return ``pattern`` bound to the beginning of a word (S6).

    What stands before is looked at last, so that ``re`` leaps from one literal to the next.
    """
    if _is_unspaced(word.letters):
        return pattern
    if marks:
        return f"(?<!{LETTER}){pattern}"
    literal = word.letters[:MAX_LETTERS]
    if same_with_i_or_y(literal):
        literal = literal[:-1]
    return f"{literal}(?<!{LETTER}{literal}){pattern.removeprefix(literal)}"
