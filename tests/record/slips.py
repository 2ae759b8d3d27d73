"""Files made bad by one human slip each: 34 kinds, at every line of the bundled event that fits.

``python -m tests.record.slips [KIND…]`` makes all of them and prints those that are told as more
than one mistake, or elsewhere than on their line.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from random import Random

from msgspec import Struct

from tests.record.bad_files import problems
from tui.record.bundled import bundled
from tui.record.problems import Problem

_KEY = r"[ ]*[a-z_]+ = "
_TEXT = rf'(?P<key>{_KEY})"(?P<text>[^"]+)"'
_LIST = rf'(?P<key>{_KEY})\[(?P<items>"[^\]]+)\]'
_ID = r'id = "(?P<id>[a-z0-9-]+)"'
_REFERENCE = (
    r"(?P<key>(?:organizer|issuer|about|depicts|parties|photos) = \[?)"
    r'"(?P<id>[a-z0-9-]+)"(?P<rest>.*)'
)


class Slip(Struct, frozen=True):
    """A file with one slip, and the lines of which one must be told."""

    kind: str
    line: int
    content: bytes
    lines: frozenset[int]


def slips() -> Iterator[Slip]:
    """Yield every slip of every kind."""
    lines = bundled().read_text("utf-8").split("\n")
    for kind, (pattern, change) in CHANGES.items():
        for number, line in enumerate(lines, 1):
            if kind == "id misspelt" and not _is_referred_to(line, lines):
                continue  # the file is right all the same
            if (found := re.fullmatch(pattern, line)) and (changed := change(found)) != line:
                bad = [*lines[: number - 1], *changed.split("\n"), *lines[number:]]
                places = {number, number + 1} if kind == "line twice" else {number}
                yield Slip(kind, number, "\n".join(bad).encode(), frozenset(places))
    for kind, make in WHOLE.items():
        for number, content, told_on in make(lines):
            yield Slip(kind, number, content, frozenset(told_on))


def _is_referred_to(line: str, lines: list[str]) -> bool:
    own = line.partition(" = ")[2]
    return "\n".join(lines).count(own) > 1


def sample(count: int, seed: int) -> list[Slip]:
    """Return some slips, as many of one kind as of another as far as there are."""
    random = Random(seed)
    kinds: dict[str, list[Slip]] = {}
    for slip in slips():
        kinds.setdefault(slip.kind, []).append(slip)
    for of_kind in kinds.values():
        random.shuffle(of_kind)
    chosen: list[Slip] = []
    while len(chosen) < count:
        for of_kind in kinds.values():
            if of_kind:
                chosen.append(of_kind.pop())
    return chosen[:count]


def told(slip: Slip) -> tuple[Problem, ...]:
    """Return what is told of a file with a slip."""
    return problems(slip.content)


def is_missed(slip: Slip, found: tuple[Problem, ...]) -> bool:
    """Tell whether none of the problems is on a line of the slip, or names it."""
    named = {int(line) for problem in found for line in re.findall(r"line (\d+)", problem.reason)}
    return slip.lines.isdisjoint({*named, *(problem.line for problem in found)})


def _misspelt(word: str) -> str:
    """Return a word with two letters in each other's place, or one left out if they are alike."""
    middle = len(word) // 2
    a, b = word[middle - 1], word[middle]
    return word[: middle - 1] + (b + a if a != b else a) + word[middle + 1 :]


def _without_quotes(found: re.Match[str]) -> str:
    return found["key"] + found["text"]


CHANGES: dict[str, tuple[str, Callable[[re.Match[str]], str]]] = {
    "opening quote lost": (_TEXT, lambda m: f'{m["key"]}{m["text"]}"'),
    "closing quote lost": (_TEXT, lambda m: f'{m["key"]}"{m["text"]}'),
    "quotes lost": (_TEXT, _without_quotes),
    "quote within a text": (_TEXT, lambda m: f'{m["key"]}"{m["text"][:3]}"{m["text"][3:]}"'),
    "typographic quotes": (_TEXT, lambda m: f"{m['key']}“{m['text']}”"),
    "backslash": (_TEXT, lambda m: f'{m["key"]}"{m["text"][:3]}\\ {m["text"][3:]}"'),
    "text broken into two lines": (
        rf'(?P<key>{_KEY})"(?P<text>[^" ]+ [^"]+)"',
        lambda m: f'{m["key"]}"' + m["text"].replace(" ", "\n", 1) + '"',
    ),
    "equals sign lost": (rf"{_KEY}.+", lambda m: m[0].replace("=", "", 1)),
    "colon for equals sign": (rf"{_KEY}.+", lambda m: m[0].replace(" =", ":", 1)),
    "value lost": (rf"({_KEY})(?!\"\"\"|\[$).+", lambda m: m[1]),
    "key misspelt": (r"([a-z_]{3,}) (= .+)", lambda m: f"{_misspelt(m[1])} {m[2]}"),
    "key with a capital": (r"([a-z_]+) (= .+)", lambda m: f"{m[1].capitalize()} {m[2]}"),
    "key with a space that does not break": (r"([a-z_]+) (= .+)", lambda m: f"{m[1]}\u00a0{m[2]}"),
    "key after a sign that is not seen": (r"[a-z_]+ = .+", lambda m: f"\u200b{m[0]}"),
    "key in two words": (r"([a-z]+)_([a-z_]+ = .+)", lambda m: f"{m[1]} {m[2]}"),
    "date in quotes": (r"(.+ = )(\d{4}-\d\d-\d\d)", lambda m: f'{m[1]}"{m[2]}"'),
    "day before month": (r"(.+ = )(\d{4})-(\d\d)-(\d\d)", lambda m: f"{m[1]}{m[4]}/{m[3]}/{m[2]}"),
    "no such day": (r"(.+ = \d{4})-\d\d-\d\d", lambda m: f"{m[1]}-02-30"),
    "text for a list": (_LIST, lambda m: m["key"] + m["items"].split(",")[0]),
    "opening bracket lost": (_LIST, lambda m: m["key"] + m["items"]),
    "closing bracket lost": (_LIST, lambda m: f"{m['key']}[{m['items']}"),
    "comma lost": (_LIST, lambda m: m[0].replace('", "', '" "', 1)),
    "quotes of an item lost": (r'(  )"([^"]+)",', lambda m: f"{m[1]}{m[2]},"),
    "brace lost": (r"(  \{ .+) \},", lambda m: f"{m[1]},"),
    "header with one bracket": (r"\[(\[[a-z.]+\])\]", lambda m: m[1]),
    "header not closed": (r"(\[+[a-z.]+\]*)\]", lambda m: m[1]),
    "header misspelt": (r"(\[+)([a-z]+)(.*)", lambda m: m[1] + _misspelt(m[2]) + m[3]),
    "reference misspelt": (
        _REFERENCE,
        lambda m: f'{m["key"]}"{_misspelt(m["id"])}"{m["rest"]}',
    ),
    "id misspelt": (_ID, lambda m: f'id = "{_misspelt(m["id"])}"'),
    "id with a capital": (_ID, lambda m: f'id = "{m["id"].capitalize()}"'),
    "line twice": (rf"{_KEY}(?!.*\"\"\"|\[$).+", lambda m: f"{m[0]}\n{m[0]}"),
}
"""For each kind of slip within a line which lines it fits, and the line it makes."""


def _lines_lost(lines: list[str]) -> Iterator[tuple[int, bytes, set[int]]]:
    """Headers that are lost: what is told stands in the table that takes in the keys."""
    headers = [number for number, line in enumerate(lines, 1) if line.startswith("[")]
    around = [1, *headers, len(lines)]
    for before, header, after in zip(around[:-2], headers, around[2:], strict=True):
        bad = _joined(lines[: header - 1], lines[header:])
        yield header, bad, set(range(before, after))


def _closing_quotes_lost(lines: list[str]) -> Iterator[tuple[int, bytes, set[int]]]:
    """Quotes that close a text of many lines: what is told stands where it began."""
    began = 0
    for number, line in enumerate(lines, 1):
        if line.rstrip("\\").rstrip().endswith('"""') and not began:
            began = number
        elif began and '"""' in line:
            changed = line.replace('"""', "")
            yield number, _joined(lines[: number - 1], [changed], lines[number:]), {began}
            began = 0


def _not_utf_8(lines: list[str]) -> Iterator[tuple[int, bytes, set[int]]]:
    """A letter in the encoding of another century."""
    for number, line in enumerate(lines, 1):
        if "á" in line:
            latin = line.encode().replace("á".encode(), b"\xe1", 1)
            parts = [_joined(lines[: number - 1]), latin, _joined(lines[number:])]
            yield number, b"\n".join(parts), {number}


def _joined(*parts: list[str]) -> bytes:
    return "\n".join(line for part in parts for line in part).encode()


WHOLE: dict[str, Callable[[list[str]], Iterator[tuple[int, bytes, set[int]]]]] = {
    "header lost": _lines_lost,
    "closing quotes of a long text lost": _closing_quotes_lost,
    "byte that is no UTF-8": _not_utf_8,
}
"""The kinds of slips that are more than a changed line."""


def main(kinds: list[str]) -> None:
    """Print which slips are told as more than one mistake, or elsewhere; then the average."""
    count = mistakes = 0
    for slip in slips():
        if kinds and slip.kind not in kinds:
            continue
        found = told(slip)
        count += 1
        mistakes += len(found)
        if len(found) != 1 or is_missed(slip, found):
            missed = "MISSED " if is_missed(slip, found) else ""
            sys.stdout.write(f"{missed}{slip.kind}, line {slip.line}: {len(found)}\n")
            sys.stdout.writelines(f"    {problem}\n" for problem in found[:6])
    sys.stdout.write(f"{count} files, {mistakes / max(count, 1):.3f} mistakes on average\n")


if __name__ == "__main__":
    main(sys.argv[1:])
