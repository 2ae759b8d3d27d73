"""The regular expression that finds the candidates for a reading in folded text.

It is of the first words only, and no repetition in it can match one text in two ways, so that each
candidate costs a bounded time, whatever the query and the text.
"""

from __future__ import annotations

import re

from tui.search.query import Joint
from tui.search.readings import Reading
from tui.text.acronyms import JOINT
from tui.text.words import GAP, Script, Word, is_and, is_unspaced, same_with_i_or_y

_MAX_WORDS = 16
_MAX_ANDS = 3
_MAX_LETTERS = 48
"""How much of a reading, and of a word, goes into the expression. ``&`` and *và* one after another
could be matched in many ways, so that few of them do."""

_AND_IN_GAP = rf"(?=[^&\w]{{0,3}}&){GAP}"


def candidates(reading: Reading, script: Script) -> re.Pattern[str]:
    """Return the expression for ``reading`` in a text of ``script``."""
    return re.compile("".join(_pieces(reading, script)))


def covered(reading: Reading) -> int:
    """Return how many words of ``reading`` go into its expression."""
    ands = 0
    for index, word in enumerate(reading.words[:_MAX_WORDS]):
        ands += is_and(word) or "and" in reading.joints[max(0, index - 1) : index]
        if ands > _MAX_ANDS:
            return index
    return min(_MAX_WORDS, len(reading.words))


def _pieces(reading: Reading, script: Script) -> list[str]:
    words = reading.words[: covered(reading)]
    whole = len(words) == len(reading.words)
    pieces: list[str] = []
    joint = ""
    for i, word in enumerate(words):
        last = i == len(words) - 1
        after = "" if last else _joint(reading.joints[i], script.any_marks)
        pattern = _word(word, script, last and whole, reading.open_end)
        if i == 0:
            pattern = _at_start(word, pattern, script)
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


def _word(word: Word, script: Script, last: bool, open_end: bool) -> str:
    """Return a pattern of the word: whole, unless it is the last one and may be a prefix."""
    letters = word.letters[:_MAX_LETTERS]
    marks = script.any_marks
    pattern = "".join(letter + marks for letter in letters)
    other = same_with_i_or_y(letters)[-1:]
    end = f"(?!{script.letter})" if last and not is_unspaced(letters[-1]) else ""
    if other:
        stem = "".join(letter + marks for letter in letters[:-1])
        if last and open_end:
            return f"{stem}(?:{letters[-1]}{marks}|{other}{marks}{end})"
        return f"{stem}[iy]{marks}{end}"
    return pattern if open_end or len(word) > _MAX_LETTERS else pattern + end


def _at_start(word: Word, pattern: str, script: Script) -> str:
    """Return ``pattern`` bound to the beginning of a word (S6).

    What stands before is looked at last, so that ``re`` leaps from one literal to the next.
    """
    if is_unspaced(word.letters[0]):
        return pattern
    if script.marks:
        return f"(?<!{script.letter}){pattern}"
    literal = word.letters[:_MAX_LETTERS]
    if same_with_i_or_y(literal):
        literal = literal[:-1]
    return f"{literal}(?<!{script.letter}{literal}){pattern.removeprefix(literal)}"
