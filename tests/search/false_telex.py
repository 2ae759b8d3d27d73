"""How many English words are taken for keys of Telex and find something so.

``python -m tests.search.false_telex WORDS`` reads a list of words, one a line (such as that of
Debian's *wamerican*), and looks for each in 1,500 paragraphs: those of ``data`` and made ones.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks import generate
from tests.search.natural import ARCHIVE, event
from tests.search.texts import passages
from tui.document.texts import Texts
from tui.search.find import find
from tui.text.telex import decode

PARAGRAPHS = 1_500


def texts() -> Texts:
    """Return the paragraphs, the real ones first."""
    found = [text.words for file in sorted(ARCHIVE.glob("*.toml")) for text in event(file).texts]
    made = generate.text(3_000_000).split("\n")
    return passages(*[*found, *made][:PARAGRAPHS])


def main() -> None:
    """Print how many words are read falsely, and them."""
    lines = Path(sys.argv[1]).read_text("utf-8").split("\n")
    words = [line for line in lines if line.isascii() and line.isalpha() and line.islower()]
    searched = texts()
    false = [word for word in words if decode(word) and find(searched, word).rule == "keys"]
    sys.stdout.write(f"{len(false)} of {len(words)}: {' '.join(false)}\n")


if __name__ == "__main__":
    main()
