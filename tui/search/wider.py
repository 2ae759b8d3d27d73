"""Other ways to write a query, tried when it finds nothing as it stands (S9, S10 and S17, wider).

Each rule takes a query apart into words and yields it with some of them written otherwise. What
they yield is found by the strict rules, with all their own freedom, so that the rules here need
say only what those do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from msgspec import Struct

from tui.search.expansions import Expansions, key_of_word
from tui.text.abbreviations import ambiguous
from tui.text.canonical import canonical
from tui.text.folding import fold
from tui.text.proper_names import PLACES, spelling
from tui.text.roman import arabic, roman
from tui.text.words import agree, is_and, words

_MOST = 64
"""How many ways of writing one query are tried; a long one has more."""
_MOST_WORDS = 24
_STEPS = 3
"""How many times a query is rewritten, so that abbreviations inside abbreviations are reached."""

_WORD = re.compile(r"[^\W_]+")
_ORDINALS = "nhat hai ba tu nam sau bay tam chin muoi".split()
_NUMBERED = frozenset("thu khoa hoi quy ky".split())
"""After *lần thứ*, *khóa*, *đại hội*, *quý* and *kỳ* Roman and Arabic numerals are one."""
_DOCUMENTS = frozenset(
    "nghị quyết|quyết định|nghị định|thông tư|chỉ thị|công văn|kế hoạch|kết luận|luật|thông báo|"
    "chương trình|văn bản|tờ trình|hướng dẫn|đề án|nq|qđ|nđ|tt|ct|kl|kh".split("|")
)
"""Kinds of documents, which are called by a number with *số* or without."""
_COUNTRIES = frozenset("lao phap duc my nga uc".split())
"""Countries whose names are given names and words too."""
_PLACE_WORDS = (("tỉnh",), ("thành", "phố"), ("tp",))


class _Words(Struct, frozen=True):
    """The words of a query and where each stands in it."""

    text: str
    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    expansions: Expansions

    def written(self, first: int, last: int) -> str:
        """Return the words ``[first, last)`` as they were typed."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    def between(self, index: int) -> str:
        """Return what stands before the word at ``index``, which is not the first."""
        return self.text[self.spans[index - 1][1] : self.spans[index][0]]

    def with_other(self, first: int, last: int, words: str) -> str:
        """Return the query with ``words`` in place of ``[first, last)``."""
        start = self.spans[first][0] if first < len(self.spans) else len(self.text)
        end = self.spans[last - 1][1] if last > first else start
        gap = " " if last == first else ""
        return canonical(f"{self.text[:start]}{words}{gap}{self.text[end:]}")


_Rule = Callable[[_Words], Iterator[str]]


def rewritings(query: str, expansions: Expansions) -> Iterator[str]:
    """Yield other ways to write a query, each once, the nearest first, without the query itself."""
    query = canonical(query)
    seen = {query.casefold()}
    newest = [query]
    for _ in range(_STEPS):
        before, newest = newest, []
        for text in before:
            for written in _rewritten(text, expansions):
                if written.casefold() in seen:
                    continue
                if len(seen) > _MOST:
                    return
                seen.add(written.casefold())
                newest.append(written)
                yield written


def _rewritten(text: str, expansions: Expansions) -> Iterator[str]:
    folded = fold(text)
    spans = tuple(match.span() for match in _WORD.finditer(folded))
    if not 0 < len(spans) <= _MOST_WORDS:
        return
    typed = _Words(text, tuple(folded[start:end] for start, end in spans), spans, expansions)
    for rule in _RULES:
        yield from rule(typed)


def _numbers(query: _Words) -> Iterator[str]:
    """Grouping does not count: 6500 is 6.500 (S17)."""
    for index, word in enumerate(query.folded):
        if word.isdigit() and len(word) > 3 and word.isascii():
            yield query.with_other(index, index + 1, f"{int(word):,}".replace(",", "."))
        last = index + 1
        while last < len(query.folded) and _is_group(query, last):
            last += 1
        if last > index + 1 and word.isdigit() and len(word) <= 3:
            yield query.with_other(index, last, "".join(query.folded[index:last]))


def _is_group(query: _Words, index: int) -> bool:
    digits = query.folded[index]
    return len(digits) == 3 and digits.isdigit() and query.between(index) in (".", " ", ",")


def _document_numbers(query: _Words) -> Iterator[str]:
    """*số* is free before the number of a document: Nghị quyết số 45 (S17)."""
    folded = query.folded
    for index in range(1, len(folded)):
        if not folded[index][:1].isdigit():
            continue
        before = index - (folded[index - 1] == "so")
        kinds = {query.written(max(0, before - n), before) for n in (1, 2) if before}
        if not any(_same(kind, name) for kind in kinds for name in _DOCUMENTS):
            continue
        if before < index:
            yield query.with_other(before, index + 1, query.written(index, index + 1))
        else:
            yield query.with_other(index, index, "số")


def _parted(query: _Words) -> Iterator[str]:
    """Letters and the number after them may be written apart: nq57."""
    for index, word in enumerate(query.folded):
        match = re.fullmatch(r"([a-z]{2,})([0-9]+)", word)
        typed = query.written(index, index + 1)
        if match and any(_meanings(typed[: match.end(1)], query.expansions)):
            yield query.with_other(index, index + 1, f"{typed[: match.end(1)]} {match[2]}")


def _months(query: _Words) -> Iterator[str]:
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


def _numerals(query: _Words) -> Iterator[str]:
    """*lần thứ 16* is *lần thứ XVI*, *quý 1* is *quý I*, *khóa thứ nhất* is *khóa I* (S10)."""
    for index in range(1, len(query.folded)):
        word = query.folded[index]
        if query.folded[index - 1] not in _NUMBERED:
            continue
        number = int(word) if word.isdigit() and len(word) <= 2 else arabic(word)
        if not number and query.folded[index - 1] == "thu" and word in _ORDINALS:
            number = _ORDINALS.index(word) + 1
        if number:
            for form in dict.fromkeys((roman(number), str(number), f"{number:02}")):
                if form.lower() != word:
                    yield query.with_other(index, index + 1, form)


def _ranges(query: _Words) -> Iterator[str]:
    """*2021 đến 2026* is 2021-2026 (S10)."""
    folded = query.folded
    for index in range(len(folded) - 1):
        last = index + 1 + (folded[index + 1] in ("den", "toi"))
        ends = (folded[index], folded[min(last, len(folded) - 1)])
        if last < len(folded) and all(len(year) == 4 and year.isdigit() for year in ends):
            for form in ("{}-{}", "{} đến {}", "{} đến năm {}"):
                yield query.with_other(index, last + 1, form.format(*ends))


def _long_forms(query: _Words) -> Iterator[str]:
    """*và* is optional in what an abbreviation stands for (S9)."""
    places = [index for index, word in enumerate(query.folded) if word != "va"]
    keys = [key_of_word(query.folded[index]) for index in places]
    for at in range(len(places)):
        for length in query.expansions.lengths:
            if length < 2 or at + length > len(places):
                continue
            for expansion in query.expansions.of_long(keys[at : at + length]):
                first, last = places[at], places[at + length - 1] + 1
                if not _agrees(query.written(first, last), expansion.long):
                    continue
                yield query.with_other(first, last, expansion.long)
                yield query.with_other(first, last, expansion.long.replace(" và ", " "))


def _short_forms(query: _Words) -> Iterator[str]:
    """Abbreviations inside others, or run together, and those of more than one meaning (S9)."""
    for index, word in enumerate(query.folded):
        typed = query.written(index, index + 1)
        if word.isdigit() or len(word) > 12:
            continue
        for long in _meanings(typed, query.expansions):
            yield query.with_other(index, index + 1, long)
        for cut in range(2, len(word) - 1):
            for head in islice(_meanings(typed[:cut], query.expansions), 2):
                for tail in islice(_meanings(typed[cut:], query.expansions), 2):
                    yield query.with_other(index, index + 1, f"{head} {tail}")
    for index in range(len(query.folded) - 1):
        if not query.between(index + 1).isspace():
            typed = query.written(index, index + 2)
            for long in _meanings(typed, query.expansions):
                yield query.with_other(index, index + 2, long)


def _meanings(typed: str, expansions: Expansions) -> Iterator[str]:
    letters = "".join(_WORD.findall(fold(typed)))
    for expansion in expansions.of_short(letters):
        if _agrees(typed, expansion.short) and (typed.isupper() or not expansion.capitals_only):
            yield expansion.long
    for short, longs in _ambiguous().get(letters, ()):
        if _agrees(typed, short):
            yield from longs


def _places(query: _Words) -> Iterator[str]:
    """*tỉnh*, *thành phố* and *TP* are free before a place, *trường* before *đại học* (S9)."""
    spelt = [spelling(query.written(i, i + 1).lower()) for i in range(len(query.folded))]
    bare = _bare_places()
    for index in range(1, len(spelt)):
        if query.folded[index - 1] == "truong" and query.folded[index] in ("dai", "dh", "cao"):
            yield query.with_other(index - 1, index + 1, query.written(index, index + 1))
        if not any(" ".join(query.folded[index : index + n]) in bare for n in (1, 2, 3)):
            continue
        for kind in _PLACE_WORDS:
            first = index - len(kind)
            if first >= 0 and _same(query.written(first, index), " ".join(kind)):
                if first:
                    yield query.with_other(first, index + 1, query.written(index, index + 1))
                break
        else:
            for kind in _PLACE_WORDS[:2]:
                yield query.with_other(index, index, " ".join(kind))


_RULES: tuple[_Rule, ...] = (
    _numbers,
    _document_numbers,
    _numerals,
    _months,
    _ranges,
    _long_forms,
    _short_forms,
    _places,
    _parted,
)


@cache
def _ambiguous() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return the short forms of more than one meaning by their folded letters."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for short, longs in ambiguous().items():
        found.setdefault(fold(short), []).append((short, longs))
    return found


@cache
def _bare_places() -> frozenset[str]:
    """Return the places that may have a kind before them, without their marks."""
    return frozenset(map(fold, PLACES)) - _COUNTRIES


def _same(typed: str, name: str) -> bool:
    """Tell whether words were typed that are ``name``, with its marks or without."""
    return fold(typed) == fold(name) and _agrees(typed, name)


def _agrees(typed: str, name: str) -> bool:
    """Tell whether the marks that were typed are those of ``name``, *và* apart (S3)."""
    written = [word for word in words(canonical(name)) if not is_and(word)]
    given = [word for word in words(canonical(typed)) if not is_and(word)]
    if len(given) != len(written):
        letters = "".join(word.letters for word in written)
        return letters == "".join(word.letters for word in given)
    return all(agree(a, b) is not None for a, b in zip(given, written, strict=True))
