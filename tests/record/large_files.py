"""The worst files of the largest size, made of a few repeated bytes.

``python -m tests.record.large_files [NAME…]`` prints what loading each of them takes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tui.record.limits import MAX_SIGNS
from tui.record.reading import MAX_BYTES

ROOT = Path(__file__).parents[2]
LOAD = """
import sys, time
from tui.record.loading import load
from tui.record.problems import RecordError
start = time.process_time()
try:
    load(sys.argv[1])
    first = "a record"
except RecordError as error:
    first = error.problems[0].reason
took = time.process_time() - start
# Not getrusage: its peak is that of the parent at least.
with open("/proc/self/status") as status:
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) // 1024
sys.stdout.buffer.write(f"{took:.3f} {peak} {first}".encode())
"""
HEAD = 'format = 1\n[event]\nid = "e"\nname = "n"\nstart_date = 2022-01-18\n'


HALF = MAX_BYTES // 2
MOST = MAX_SIGNS - 1000


def _numbered(pattern: str) -> str:
    """Return a pattern again and again, each with a number of its own in place of ``#``."""
    return "".join(pattern.replace("#", str(i)) for i in range(MAX_BYTES // len(pattern)))


def _few(pattern: str, count: int) -> str:
    return "".join(pattern.replace("#", str(i)) for i in range(count))


def _list(item: str, count: int) -> str:
    return f"keywords=[{item * count}]"


def _dangling() -> str:
    organizations = _few('[[organizations]]\nid="o#"\nname="a"\n', MOST // 6)
    depicted = _few('"x#",', MOST // 3)
    return f'{HEAD}{organizations}[[photos]]\nid="p"\ndepicts=[{depicted}]'


def _alike() -> str:
    """Return ids, and references, of which each is near to all the others."""
    ids = "".join(f'[[organizations]]\nid="{i:099}"\nname="a"\n' for i in range(MOST // 8))
    depicted = "".join(f'"{i:098}x",' for i in range(MOST // 16))
    return f'{HEAD}{ids}[[photos]]\nid="p"\ndepicts=[{depicted}]'


def _text(piece: str, size: int) -> str:
    """Return an event with one text, of a piece that takes so many bytes."""
    return f'{HEAD}location="{piece * (MAX_BYTES // size - 99)}"'


LARGE: dict[str, Callable[[], str]] = {
    # Many small things, more than the limits allow …
    "tables": lambda: _numbered("[a#]\n"),
    "deep-tables": lambda: _numbered("[a#.b.c.d.e.f.g]\n"),
    "keys": lambda: _numbered("k#=1\n"),
    "dotted-keys": lambda: _numbered("k#" + ".a" * 30 + "=1\n"),
    "one-dotted-key": lambda: "a." * HALF + "a=1",
    "one-dotted-header": lambda: "[" + "a." * HALF + "a]",
    "dotted-inline": lambda: _list("{" + "a." * 30 + "a=1},", MAX_BYTES // 70),
    "list": lambda: _list("1,", HALF),
    "lists": lambda: _list("[],", MAX_BYTES // 3),
    "inline-tables": lambda: _list("{a=1},", MAX_BYTES // 6),
    "open-brackets": lambda: "a=" + "[" * MAX_BYTES,
    "open-braces": lambda: "a=" + "{a=" * (MAX_BYTES // 3),
    "people": lambda: HEAD + _numbered("[[people]]\n"),
    # … and as many as they allow.
    "allowed-tables": lambda: _few("[a#]\n", 19_000),
    "allowed-deep-tables": lambda: _few("[a#" + ".a" * 30 + "]\n", 600),
    "allowed-dotted-keys": lambda: _few("k#" + ".a" * 30 + "=[]\n", 600),
    "allowed-dotted-inline": lambda: _list("{a.b.c.d.e.f.g.h.i.j=1},", 5_000),
    "allowed-list": lambda: HEAD + _list("1,", MOST),
    "allowed-list-of-texts": lambda: HEAD + _list('"",', MOST),
    "allowed-list-of-unclosed-texts": lambda: HEAD + _list('",', MOST),
    "allowed-inline-tables": lambda: HEAD + _list("{a=1},", MOST // 3),
    "allowed-people": lambda: HEAD + _few('[[people]]\nid="a"\n', MOST // 3),
    "allowed-unknown": lambda: HEAD + _few("[[people]]\nx=1\n", MOST // 3),
    "allowed-dangling": _dangling,
    "allowed-dangling-and-emoji": lambda: _dangling() + "#😀" + "a" * (MAX_BYTES // 2),
    "allowed-ids-that-are-alike": _alike,
    "allowed-twice": lambda: HEAD + 'name="a"\n' * MOST,
    "allowed-no-values": lambda: HEAD + "a=\n" * MOST,
    "allowed-lines-of-list": lambda: HEAD + "keywords=[\n" + '"a"\n' * 1_000_000,
    # Texts and remarks.
    "one-text": lambda: _text("a", 1),
    "one-text-of-marks": lambda: _text("\u0301\u0323", 4),
    "one-text-of-controls": lambda: _text("\u0085", 2),
    "one-text-of-emoji": lambda: _text("😀", 4),
    "one-text-of-escapes": lambda: _text("\\u0001", 6),
    "one-text-of-spaces": lambda: _text(" ", 1),
    "one-word": lambda: HEAD + "location=" + "a" * (MAX_BYTES - 99),
    "one-number": lambda: HEAD + "location=" + "1" * (MAX_BYTES - 99),
    "one-hex-number": lambda: HEAD + "location=0x" + "1" * (MAX_BYTES - 99),
    "one-key-of-emoji": lambda: HEAD + '"' + "😀" * (MAX_BYTES // 4 - 99) + '"=1',
    "one-key": lambda: HEAD + "a" * (MAX_BYTES - 99) + "=1",
    "emoji-and-tables": lambda: _few("[a#]\n", 19_000) + "#" + "😀" * (MAX_BYTES // 4 - 99_000),
    "emoji-and-texts": lambda: HEAD + _list('"😀 a",', MOST) + "#" + "a" * (MAX_BYTES // 3),
    "quotes": lambda: '"""' + '\\"""' * (MAX_BYTES // 4 - 9),
    "lines-of-quotes": lambda: '"\n' * HALF,
    "lines": lambda: "\n" * MAX_BYTES,
    "lines-and-keys-twice": lambda: HEAD + "\n" * (MAX_BYTES - 20_000) + "name=1\n" * 1_100,
    "lines-and-mistake": lambda: "\n" * (MAX_BYTES - 9) + "x",
    "remarks": lambda: "#\n" * HALF,
    "remarks-of-controls": lambda: "#\x01\n" * (MAX_BYTES // 3),
    "remarks-in-list": lambda: "a=[\n" + "#\x01\n" * (MAX_BYTES // 3 - 9),
    "spaces": lambda: " " * MAX_BYTES,
    "words": lambda: "a\n" * HALF,
    "carriage-returns": lambda: "\r" * MAX_BYTES,
    "carriage-returns-and-line": lambda: "\r" * (MAX_BYTES - 1) + "\n",
    "nul": lambda: "a\n" + "\0" * (MAX_BYTES - 9),
}
"""For each name how to make the file."""

BINARY: dict[str, Callable[[], bytes]] = {
    "no-utf-8": lambda: b"\xff" * MAX_BYTES,
    "lines-of-no-utf-8": lambda: b"\xff\n" * (MAX_BYTES // 2),
    "no-utf-8-at-the-end": lambda: b"a" * (MAX_BYTES - 1) + b"\xff",
    "emoji-and-no-utf-8": lambda: "😀".encode() * (MAX_BYTES // 4 - 1) + b"\xff",
}
"""The same for those that are no UTF-8."""


def content(name: str) -> bytes:
    """Return a large file by its name."""
    if name in BINARY:
        return BINARY[name]()
    return LARGE[name]().encode()[:MAX_BYTES]


def measured(name: str, folder: Path) -> tuple[float, int, str]:
    """Load a large file in a process of its own, which is given ``folder`` to lie in.

    Return the seconds of the processor, the peak memory in MB, and the first problem.
    """
    file = folder / f"{name}.toml"
    file.write_bytes(content(name))
    done = subprocess.run(
        [sys.executable, "-c", LOAD, str(file)], cwd=ROOT, capture_output=True, check=True
    )
    file.unlink()
    seconds, peak, first = done.stdout.decode().split(" ", 2)
    return float(seconds), int(peak), first.strip()


def main() -> None:
    """Print what is measured for the names on the command line, or for all."""
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or (*LARGE, *BINARY):
            seconds, peak, first = measured(name, Path(folder))
            sys.stdout.write(f"{name:32} {seconds:6.2f} s {peak:4} MB  {first}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
