"""Vietnamese numbers up to 99 in words: *mười hai*, *hai mươi mốt*, *ba mươi lăm*."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tui.text.folding import fold

COUNTED = "một hai ba bốn năm sáu bảy tám chín mười".split()
"""One to ten, as things are counted."""
ORDINALS = "nhất hai ba tư năm sáu bảy tám chín mười".split()
"""One to ten after *thứ*."""
MOST = 99
_AFTER_TENS = {1: ("mốt", "một"), 4: ("tư", "bốn"), 5: ("lăm", "nhăm")}


def in_words(number: int) -> tuple[str, ...]:
    """Return a number from 1 to 99 in words, in each way there is, the usual one first."""
    tens, ones = divmod(number, 10)
    if not 1 <= number <= MOST:
        return ()
    if number <= len(COUNTED):
        return (COUNTED[number - 1],)
    head = "mười" if tens == 1 else f"{COUNTED[tens - 1]} mươi"
    if not ones:
        return (head,)
    if tens == 1:
        return (f"{head} {'lăm' if ones == 5 else COUNTED[ones - 1]}",)
    return tuple(f"{head} {word}" for word in _AFTER_TENS.get(ones, (COUNTED[ones - 1],)))


@cache
def longer_numbers() -> Mapping[str, tuple[str, int]]:
    """Return the words and the value of the numbers from 11 to 99, by the words without marks."""
    return {
        fold(words): (words, number) for number in range(11, MOST + 1) for words in in_words(number)
    }
