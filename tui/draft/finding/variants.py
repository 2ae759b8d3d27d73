"""Whether two names are of one body: in full, by their letters, or one short for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tui.draft import lexicon
from tui.text.folding import fold
from tui.text.syllables import is_syllable

_BRACKETS = re.compile(r"\s?\([^()]{2,14}\)")
_PART = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_DASHED = re.compile(r"(?<=[A-ZĐ])[-–](?=[A-ZĐ])")
_LEFT_OUT = frozenset("và của các".split())
_FULL_UNITS = {"thành": "thành phố", "thị": "thị xã"}
_UNITS = frozenset("tỉnh huyện quận thành thị xã phường".split())
_WITH_PLACE = frozenset(
    "sở tỉnh thành công bệnh ngân tập phòng trung viện trường đại cục chi báo đài ban hội"
    " liên".split()
)
_LONG_NAMED = frozenset("quĩ công bệnh trường tập ngân viện hợp hiệp hãng tổng nhà trung".split())
_PREFIXED = frozenset("tập công trường ngân tổng hãng tổ quĩ bệnh báo viện trung đài cơ".split())
_MORE_WORDS = 4
_WORDS_OF_A_BOARD = 3
_WHOLES = frozenset("giáo hội hiệp liên đoàn trường".split())
_SCHOOLS = frozenset("đại cao trung tiểu mầm chính".split())
_LEGAL_FORM = re.compile(
    r" (?:trách nhiệm hữu hạn|một thành viên|mtv|cổ phần|hợp danh|tư nhân)(?= )"
)
"""What companies are before the law, which news often leaves out."""


def expanded(name: str, table: Mapping[str, str]) -> str:
    """Return the words of a name by which it is compared: short forms in full, no *và*."""
    name = _DASHED.sub("&", _BRACKETS.sub("", name)).replace("T.Ư", "TƯ").replace("T.W", "TW")
    own = lexicon.short_forms()
    parts = (
        table.get(word) or own.get(word) or _without_and(word, table)
        for word in _PART.findall(name)
    )
    words = [lexicon.key(word) for part in parts for word in _words(part)]
    words = [word for word in words if word not in _LEFT_OUT]
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:
        words = words[:half]  # *Đài Tiếng nói Việt Nam VOV*
    key = " ".join(words)
    return lexicon.form("words.youth_union").sub(_youth_union, key)


def _youth_union(match: re.Match[str]) -> str:
    """*Huyện đoàn Cầu Ngang* and *Đoàn huyện Cầu Ngang* are one, *Thị đoàn* is of a *thị xã*."""
    unit = match[1] or match[2]
    return f"đoàn {_FULL_UNITS.get(unit, unit)}"


def _without_and(word: str, table: Mapping[str, str]) -> str:
    if "&" not in word:
        return word
    return " ".join(table.get(part) or part for part in word.split("&"))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def initials(name: str) -> Iterator[tuple[str, str]]:
    """Yield the first word of a name, and the first letters of all words or the later ones."""
    words = [word for word in _words(name.lower()) if word not in _LEFT_OUT]
    letters = [lexicon.key(word)[0] for word in words]
    for start in (0, 1, 2):
        if len(letters) - start > 2:
            yield lexicon.key(words[0]), "".join(letters[start:])


def is_variant(short: str, long: str) -> bool:
    """Tell whether a name, by its key, is surely a short form of a longer one."""
    words, more = short.split(), long.split()
    if long.startswith(short + " "):
        return _lacks_the_end(words, more[len(words) :])
    if long.endswith(" " + short):
        left = len(more) - len(words)
        brand = len(words) == 1 and not _is_plain(short)
        return (
            (len(words) > 1 or brand)
            and more[0] in _PREFIXED
            and left <= _MORE_WORDS
            and words[0] != "đại"
        ) or (more[0] == "trường" and left == 1)
    if more[0] == "trường" and words[0] in _SCHOOLS:
        return is_variant(short, " ".join(more[1:]))  # *Đại học A*, *Trường Đại học A Nhật Bản*
    return False


def without_province(key: str) -> str:
    """Return a key without the word *tỉnh* before a name: *Sở Y tế (tỉnh) Nghệ An*."""
    return key.replace(" tỉnh ", " ")


def initials_and_rest(name: str) -> Iterator[tuple[str, str]]:
    """Yield the first letters of the first words of a name, and the key of the words after."""
    words = [word for word in _words(name) if word.lower() not in _LEFT_OUT]
    for count in range(2, len(words)):
        letters = "".join(lexicon.key(word)[0] for word in words[:count])
        yield letters, " ".join(map(lexicon.key, words[count:]))


def lacks_the_middle(short: str, long: str) -> bool:
    """Tell whether a name is a longer one without some words in the middle."""
    words, more = short.split(), long.split()
    if words[0] == "công" and _LEGAL_FORM.sub(" ", long).split() == words:
        return True
    return (
        len(words) > 3
        and 0 < len(more) - len(words) <= 3
        and words[:2] == more[:2]
        and words[-2:] == more[-2:]
        and _in_order(words, more)
    )


def _in_order(words: list[str], more: list[str]) -> bool:
    """Tell whether all words stand in a longer list, in their order."""
    rest = iter(more)
    return all(word in rest for word in words)


def _lacks_the_end(words: list[str], rest: list[str]) -> bool:
    """Tell whether ``rest`` adds no more than a place or a form to the name."""
    if rest[0] == "tại" and " ".join(rest[1:]) in lexicon.places():
        return len(words) > 1 or not _is_plain(words[0])
    if words[-1] == "đảng" and rest == ["cộng", "sản", "việt", "nam"]:
        return True
    if len(words) < 2:
        abroad = " ".join(rest) in lexicon.keys("places", "countries")
        return abroad and not _is_plain(words[0])  # *JICA Việt Nam*
    if len(rest) == 1 and len(words) >= _WORDS_OF_A_BOARD and not _is_plain(rest[0]):
        return not is_syllable(rest[0])
    if len(rest) == 1 and (rest[0].isdigit() or words[0] == "khoa"):
        return True
    if rest[0] in _UNITS:
        return words[0] not in ("ủy", "hội", "hđnd", "ubnd") and words[-1] not in (
            "đảng",
            "đoàn",
        )
    if words[-1] in _UNITS or words[-2:] == ["thành", "phố"]:
        return len(rest) <= 5
    if words[0] == "ban" and len(words) == _WORDS_OF_A_BOARD and rest[0] in _WHOLES:
        return True  # *Ban Trị sự Giáo hội Phật giáo*
    if " ".join(rest) in lexicon.places():
        return words[0] in _WITH_PLACE
    return words[0] in _LONG_NAMED and len(words) >= 3 and len(rest) <= _MORE_WORDS


def _is_plain(word: str) -> bool:
    return is_syllable(word) and fold(word) != word
