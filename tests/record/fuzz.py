"""Mutated event files: whatever a file holds, loading answers with a record or with its mistakes.

``python -m tests.record.fuzz [COUNT [SEED [FIRST]]]`` tries COUNT files (a million by default);
``python -m tests.record.fuzz 1 SEED NUMBER`` tries one again, and prints it if it fails.
"""

from __future__ import annotations

import sys
import time
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any

import tomli

from tests.record.bad_files import BAD, problems
from tests.work import work
from tui.record.diagnosis.nodes import Node
from tui.record.diagnosis.tree import Tree
from tui.record.limits import within_limits
from tui.record.reading import BYTE_ORDER_MARK
from tui.text.cleaning import clean_line

DATA = Path(__file__).parents[2] / "data"
SEED = 20220118
COUNTED = 50
"""Of how many files the work for one is counted, which takes ten times as long as doing it."""
LARGEST_SEED_FILE = 20_000

TOKENS = [
    *(
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        ",",
        ".",
        "#",
        '"',
        "'",
        '"""',
        "'''",
        "\\",
        "\n",
        "\r\n",
    ),
    *("\r", "\t", " ", "\0", "\x1b", "\x7f", "\u0085", "\u2028", "\u202e", "\ufeff", "e\u0301"),
    *("true", "false", "True", "inf", "nan", "-0", "01", "1_000", "0x1F", "1e9", "1.5", "9" * 20),
    *("2022-01-18", "2022-02-30", "2022-01-18T10:00:00Z", "2022-01-18 10:00", "10:00:00", "0000"),
    *('"so-khcn"', '""', '"\\u0000"', '"\\ud800"', '"\\q"', "'a'", '"""\na\\\n  b"""', "[]", "{}"),
    *('["a", "b"]', "[[], [[]]]", "{a = 1}", "{a.b = 1, a.c = {}}", "[1, 2.0, 'x']", "“a”"),
    *("format", "event", "id", "name", "people", "positions", "title", "organizations", "parties"),
    *("[event]\n", "[[people]]\n", "[[people.positions]]\n", "[people]\n", "[a.b.c]\n", "[[a]]\n"),
    *(
        'id = "x"\n',
        "a.b.c = 1\n",
        '"a b" = 1\n',
        "format = 2\n",
        "x = [\n",
        "y = {\n",
        "text = '''\n",
    ),
]


@cache
def seeds() -> list[bytes]:
    """Return good and bad files to begin with."""
    files = [*sorted(DATA.glob("*.toml")), *sorted(BAD.glob("*.toml"))]
    return [data for file in files if len(data := file.read_bytes()) < LARGEST_SEED_FILE]


def mutated(random: Random) -> bytes:
    """Return a file with one to eight changes."""
    data = random.choice(seeds())
    for _ in range(random.choice((1, 1, 1, 2, 3, 5, 8))):
        data = random.choice(CHANGES)(data, random)
    return data


def _token(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice(TOKENS).encode() + data[at + random.choice((0, 0, 1, 4)) :]


def _value(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    key, equals, _ = lines[at].partition(b"=")
    lines[at] = key + equals + b" " + random.choice(TOKENS).encode()
    return b"\n".join(lines)


def _line(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    here, there = random.randrange(len(lines)), random.randrange(len(lines))
    line = lines.pop(here) if random.random() < 0.7 else lines[here]
    if random.random() < 0.7:
        lines.insert(there, line)
    return b"\n".join(lines)


def _byte(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    new = bytes(random.choices(range(256), k=random.choice((0, 1, 1, 2))))
    return data[:at] + new + data[at + random.choice((0, 1, 1)) :]


def _slice(data: bytes, random: Random) -> bytes:
    other = random.choice((data, random.choice(seeds())))
    start = random.randint(0, len(other))
    piece = other[start : start + random.choice((1, 10, 100, 1000))]
    at = random.randint(0, len(data))
    return data[:at] + piece * random.choice((1, 1, 2, 40)) + data[at:]


def _cut(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] if random.random() < 0.3 else data[:at] + data[at + random.randint(1, 60) :]


CHANGES = [_token, _token, _value, _value, _line, _byte, _slice, _cut]


def most_work(data: bytes) -> int:
    """Return the units of work that a file may take; the worst of 20,000 took a fifth of them."""
    return 200_000 + 100 * len(data)


def check(data: bytes, *, counted: bool) -> None:
    """Load a file and check the answer. Raises whatever is wrong with it."""
    found = problems(data)
    if counted:
        took = work(partial(problems, data))
        assert took < most_work(data), f"took {took} units of work"
    places = [(problem.line, problem.column) for problem in found]
    assert places == sorted(places), "not in the order of the file"
    for problem in found:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.reason
        assert not problem.reason.startswith("This is not an event file"), problem.reason
        for text in (problem.path, problem.reason, problem.expected):
            assert clean_line(text) == text
    _check_tree(data)


def _check_tree(data: bytes) -> None:
    """Check that the reader which goes on after mistakes reads what the parser reads."""
    try:
        text = data.removeprefix(BYTE_ORDER_MARK).decode()
    except UnicodeDecodeError:
        return
    if not within_limits(text):
        return
    tree = Tree(text.replace("\r\n", "\n"))
    try:
        parsed = tomli.loads(text)
    except (ValueError, RecursionError):
        assert tree.slips, "no mistake was found"
        return
    if tree.is_whole:
        assert not tree.slips, tree.slips[0].args
        assert repr(plain(tree.root)) == repr(parsed)


def plain(node: Node) -> Any:
    """Return the value of a node without places."""
    if isinstance(node.value, dict):
        return {key: plain(below) for key, below in node.value.items()}
    if isinstance(node.value, list):
        return [plain(below) for below in node.value]
    return node.value


def run(count: int, seed: int = SEED, first: int = 0) -> None:
    """Check so many files. Raises :exc:`AssertionError` that says how to try the failing one."""
    for number in range(first, first + count):
        data = mutated(Random(f"{seed} {number}"))
        try:
            check(data, counted=number % COUNTED == 0)
        except Exception as error:
            again = f"python -m tests.record.fuzz 1 {seed} {number}"
            raise AssertionError(f"{again}: {type(error).__name__}: {error}\n{data!r}") from error


def main() -> None:
    """Check as many files as the command line says, and print how many a second."""
    given = [int(argument) for argument in sys.argv[1:]]
    count, seed, first = (*given, *(1_000_000, SEED, 0)[len(given) :])
    start = time.perf_counter()
    step = 10_000
    for done in range(0, count, step):
        run(min(step, count - done), seed, first + done)
        rate = (done + min(step, count - done)) / (time.perf_counter() - start)
        sys.stdout.write(f"seed {seed}: {min(done + step, count)} files, {rate:.0f} a second\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
