"""Numbers, and months and years, written otherwise (S10 and S17, wider)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.search.typed import Typed, is_same
from tui.text.folding import fold
from tui.text.number_words import COUNTED, ORDINALS, in_words, longer_numbers
from tui.text.roman import arabic, roman

_ORDINALS = [*map(fold, ORDINALS)]
_WORDS_TOO = frozenset("hai ba năm".split())
"""Counted numbers that are something else as often, such as *Hải* or *bà* without its mark."""
_NUMBERED = frozenset("thu khoa hoi quy ky".split())
"""After *lần thứ*, *khóa*, *đại hội*, *quý* and *kỳ* Roman and Arabic numerals are one."""
_NO_COUNT = frozenset("so ngay thang nam thu khoa hoi quy ky dieu".split())
"""A number behind these counts nothing."""
_DOCUMENTS = frozenset(
    "nghị quyết|quyết định|nghị định|thông tư|chỉ thị|công văn|kế hoạch|kết luận|luật|thông báo|"
    "chương trình|văn bản|tờ trình|hướng dẫn|đề án|nq|qđ|nđ|tt|ct|kl|kh".split("|")
)
"""Kinds of documents, which are called by a number with *số* or without."""
_UNITS = frozenset("ha km m m2 m3 kg g mm cm w kw mw kwh usd vnd eur gb mb tb h tr d".split())
_UNITS_IN_FULL = {"tr": "triệu", "h": "giờ", "d": "đồng"}
_WITH_UNIT = re.compile("([0-9]+)([a-z]+[23]?)")


def groups(query: Typed) -> Iterator[str]:
    """Grouping does not count: 6500 is 6.500 (S17)."""
    for index, word in enumerate(query.folded):
        if word.isdigit() and len(word) > 3 and word.isascii():
            yield query.with_other(index, index + 1, f"{int(word):,}".replace(",", "."))
        last = index + 1
        while last < len(query.folded) and _is_group(query, last):
            last += 1
        if last > index + 1 and word.isdigit() and len(word) <= 3:
            yield query.with_other(index, last, "".join(query.folded[index:last]))


def _is_group(query: Typed, index: int) -> bool:
    digits = query.folded[index]
    return len(digits) == 3 and digits.isdigit() and query.between(index) in (".", " ", ",")


def units(query: Typed) -> Iterator[str]:
    """A unit stands beside its number or apart: 500ha is 500 ha."""
    for index, word in enumerate(query.folded):
        match = _WITH_UNIT.fullmatch(word)
        if match and match[2] in _UNITS:
            yield query.with_other(index, index + 1, f"{match[1]} {match[2]}")
        elif index and word in _UNITS and query.folded[index - 1][-1].isdigit():
            number = query.written(index - 1, index)
            yield query.with_other(index - 1, index + 1, number + query.written(index, index + 1))


def units_in_full(query: Typed) -> Iterator[str]:
    """350tr is 350 triệu (S17)."""
    for index, word in enumerate(query.folded):
        match = _WITH_UNIT.fullmatch(word)
        if match and match[2] in _UNITS_IN_FULL:
            yield query.with_other(index, index + 1, f"{match[1]} {_UNITS_IN_FULL[match[2]]}")


def counts(query: Typed) -> Iterator[str]:
    """*bốn cơ quan* is *4 cơ quan* and *04 cơ quan* (S17)."""
    has_marks = not query.text.isascii()
    for index in range(len(query.folded) - 1):
        word = query.written(index, index + 1).lower()
        is_counting = query.folded[index + 1].isalpha() and query.between(index + 1).isspace()
        if not is_counting or (index and query.folded[index - 1] in _NO_COUNT):
            continue
        number = int(word) if word.isascii() and word.isdigit() and len(word) <= 2 else 0
        for value, name in enumerate(COUNTED, 1):
            if word == name and (has_marks or name not in _WORDS_TOO):
                number = value
        for form in (*in_words(number), str(number), f"{number:02}") if number else ():
            if form != word and form != "năm":  # which is a year much more often
                yield query.with_other(index, index + 1, form)
    yield from _longer_counts(query)


def _longer_counts(query: Typed) -> Iterator[str]:
    """*mười hai cơ quan* is *12 cơ quan*."""
    for first in range(len(query.folded) - 1):
        for last in range(first + 2, min(first + 3, len(query.folded)) + 1):
            named = longer_numbers().get(" ".join(query.folded[first:last]))
            if named and is_same(query.written(first, last), named[0]):
                yield query.with_other(first, last, str(named[1]))


def document_numbers(query: Typed) -> Iterator[str]:
    """*số* is free before the number of a document: Nghị quyết số 45 (S17)."""
    folded = query.folded
    for index in range(1, len(folded)):
        if not folded[index][:1].isdigit():
            continue
        before = index - (folded[index - 1] == "so")
        kinds = {query.written(max(0, before - n), before) for n in (1, 2) if before}
        if not any(is_same(kind, name) for kind in kinds for name in _DOCUMENTS):
            continue
        if before < index:
            yield query.with_other(before, index + 1, query.written(index, index + 1))
        else:
            yield query.with_other(index, index, "số")


def months(query: Typed) -> Iterator[str]:
    """Months and quarters with their year in every form (S10)."""
    folded = query.folded
    for index in range(1, len(folded)):
        year = folded[index]
        if not (year.isdigit() and len(year) == 4):
            continue
        at = index - 1 - (folded[index - 1] == "nam")
        if at < 0 or not folded[at].isdigit() or not 1 <= int(folded[at][:3]) <= 12:
            continue
        month = int(folded[at])
        said = at > 0 and folded[at - 1] in ("thang", "quy")
        if not said and (at != 0 or query.between(index) not in ("/", "-", ".")):
            continue
        if said and folded[at - 1] == "quy":
            forms = [f"quý {n}" for n in (str(month), roman(month))]
        else:
            forms = [f"tháng {n}" for n in dict.fromkeys((str(month), f"{month:02}"))]
        first = at - said
        for form in forms:
            yield query.with_other(first, index + 1, f"{form}/{year}")
            yield query.with_other(first, index + 1, f"{form} năm {year}")
        if not said or folded[at - 1] == "thang":
            for number in (str(month), f"{month:02}"):
                yield query.with_other(first, index + 1, f"{number}/{year}")


def numerals(query: Typed) -> Iterator[str]:
    """*lần thứ 16* is *lần thứ XVI*, *quý 1* is *quý I*, *khóa thứ nhất* is *khóa I* (S10)."""
    for index in range(1, len(query.folded)):
        word = query.folded[index]
        if query.folded[index - 1] not in _NUMBERED:
            continue
        number = int(word) if word.isdigit() and len(word) <= 2 else arabic(word)
        if not number and query.folded[index - 1] == "thu" and word in _ORDINALS:
            number = _ORDINALS.index(word) + 1
        if number:
            forms = [roman(number), str(number), f"{number:02}"]
            if query.folded[index - 1] == "thu" and number <= len(ORDINALS):
                forms.append(ORDINALS[number - 1])
            whole = " " if query.spans[index][1] == len(query.text) else ""
            for form in dict.fromkeys(forms):
                if fold(form) != word:
                    yield query.with_other(index, index + 1, form + whole)  # XV begins XVI


def ranges(query: Typed) -> Iterator[str]:
    """*2021 đến 2026* is 2021-2026 (S10)."""
    folded = query.folded
    for index in range(len(folded) - 1):
        last = index + 1 + (folded[index + 1] in ("den", "toi"))
        ends = (folded[index], folded[min(last, len(folded) - 1)])
        if last < len(folded) and all(len(year) == 4 and year.isdigit() for year in ends):
            for form in ("{}-{}", "{} đến {}", "{} đến năm {}"):
                yield query.with_other(index, last + 1, form.format(*ends))
