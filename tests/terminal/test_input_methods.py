"""Vietnamese input methods, typing into a line in a real terminal.

An input method shows a syllable as far as it is typed. When a key changes letters that stand there
already, it sends backspaces and letters, and the terminal passes them on in one read. The programs
differ in how much they take back; each is modelled here on its source, where that is public:

- Unikey and ibus-bamboo (``getOffsetRunes``) take back what follows the letters that stay.
- ibus-bamboo in its mode "Shift+Left" selects these letters instead, and types over them.
- OpenKey (``insertMark``, ``insertAOE``) takes back all from the first vowel for a tone or a horn,
  all from the letter itself for a circumflex or đ. On Windows it first sends U+202F and takes it
  back too, to break off a program's own completion (``vFixRecommendBrowser``, on by default).
- EVKey has no public source: here it takes back the whole syllable, the most that one can.

With a compound code table Unikey and OpenKey send a letter as Windows-1258 has it, ``ô`` and the
tone, and a backspace for each. Whether a backspace is DEL or BS is up to the terminal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple
from unicodedata import normalize

import pytest

from tests.terminal.pty_harness import Terminal
from tui.text.marks import split_tone
from tui.text.syllables import syllables

DEL, BS, SHIFT_LEFT = "\x7f", "\x08", "\x1b[1;2D"
CTRL_U = "\x15"
EMPTY = "\u202f"
VOWELS = frozenset("aeiouyăâêôơư")

WORDS = [
    *"Đỗ Hoài Nam Nguyễn Tiến Thủy Hải Phòng khoa học và công nghệ đổi mới sáng tạo".split(),
    *list(syllables())[::83],
]
LINES = [WORDS[start : start + 16] for start in range(0, len(WORDS), 16)]
EVERY = 1 if os.environ.get("KTCN_WORDS") == "all" else 3
"""Of how many lines an input method types one; together they type all of them."""


def states(word: str) -> Iterator[str]:
    """Yield what an input method shows of ``word`` after each key of Telex, the tone's last."""
    bare, _ = split_tone(word)
    shown = ""
    for letter, after in zip(bare, (*bare[1:], ""), strict=True):
        plain = "Dd"[letter.islower()] if letter in "đĐ" else normalize("NFD", letter)[0]
        yield shown + plain
        if letter == "ơ" and shown[-1:] == "u":
            shown = shown[:-1] + "ư"  # of ươ, typed uow, the w marks both letters
        elif letter == "ư" and after == "ơ":
            letter = plain
        if letter != plain:
            yield shown + letter
        shown += letter
    if word != bare:
        yield word


def kept_by_all(old: str, new: str) -> int:
    """Return how many letters stay when all is taken back from the first that changes."""
    differ = (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    return next(differ, min(len(old), len(new)))


def kept_by_openkey(old: str, new: str) -> int:
    """Return how many letters stay in OpenKey."""
    if split_tone(old)[0] == split_tone(new)[0] or set("ăơư") & (set(new) - set(old)):
        return next(at for at, letter in enumerate(split_tone(old.lower())[0]) if letter in VOWELS)
    return kept_by_all(old, new)


class Program(NamedTuple):
    """How an input method rewrites a syllable."""

    name: str
    kept: Callable[[str, str], int] = kept_by_all
    back: str = DEL
    first: str = ""
    compound: bool = False

    def burst(self, old: str, new: str) -> str:
        """Return what is sent when ``old`` stands on the screen and ``new`` should."""
        if new[:-1] == old and new[-1].isascii():
            return new[-1]
        kept = self.kept(old, new)
        taken = len(self.sent(old[kept:])) + len(self.first)
        return self.first + self.back * taken + self.sent(new[kept:])

    def sent(self, letters: str) -> str:
        """Return ``letters`` in the code table of the program."""
        if not self.compound:
            return letters
        return "".join("".join(split_tone(letter)) for letter in letters)


PROGRAMS = [
    *(Program(name="Unikey", back=back) for back in (DEL, BS)),
    Program(name="Unikey, compound", compound=True),
    *(Program(name="EVKey", kept=lambda old, new: 0, back=back) for back in (DEL, BS)),
    *(Program("OpenKey", kept_by_openkey, back, EMPTY) for back in (DEL, BS)),
    Program("OpenKey, compound", kept_by_openkey, BS, EMPTY, compound=True),
    *(Program(name="ibus-bamboo", back=back) for back in (DEL, BS)),
    Program(name="ibus-bamboo, Shift+Left", back=SHIFT_LEFT),
]


@pytest.fixture(scope="module")
def terminal() -> Iterator[Terminal]:
    """One terminal with an empty line for all tests."""
    with Terminal([sys.executable, "-m", "tests.terminal.line_app"], columns=150) as terminal:
        terminal.wait_until("[] 0")
        yield terminal


@pytest.fixture(autouse=True)
def _an_empty_line(terminal: Terminal) -> None:
    terminal.send(CTRL_U)
    terminal.wait_until("[] 0")


def holds(terminal: Terminal, text: str) -> None:
    """Wait until the line holds ``text`` in NFC."""
    terminal.wait_until(f"[{text}] {len(text)}")


def test_there_are_words_enough_of_all_kinds() -> None:
    assert len(WORDS) >= 200
    assert len({split_tone(word)[1] for word in WORDS}) == 6
    assert set("ăâđêôơư") <= set("".join(WORDS))


@pytest.mark.parametrize(
    "program", PROGRAMS, ids=lambda program: f"{program.name} {program.back!a}"
)
def test_words_typed_by(program: Program, terminal: Terminal) -> None:
    for line in LINES[PROGRAMS.index(program) % EVERY :: EVERY]:
        terminal.send(CTRL_U)
        for word in line:
            shown = ""
            for new in states(word):
                terminal.send(program.burst(shown, new))
                shown = new
            terminal.send(" ")
        holds(terminal, " ".join(line) + " ")


@pytest.mark.parametrize("program", PROGRAMS[:-1], ids=lambda program: f"{program.name}")
@pytest.mark.parametrize(
    "typed",
    ["t ti tie tié tién tiéng tiếng", "h ho hò hòa hoài", "d dô dộ dột đột", "n nú núo núoc nước"],
)
def test_a_tone_that_is_taken_back_again(program: Program, typed: str, terminal: Terminal) -> None:
    shown = ""
    terminal.send("Nam ")
    for new in typed.split():
        terminal.send(program.burst(shown, new))
        shown = new
    holds(terminal, f"Nam {shown}")


def test_a_line_that_comes_in_one_read(terminal: Terminal) -> None:
    program = Program("all at once")
    bursts = ""
    for word in WORDS[:16]:
        shown = ""
        for new in states(word):
            bursts += program.burst(shown, new)
            shown = new
        bursts += " "
    terminal.send(bursts)
    holds(terminal, " ".join(WORDS[:16]) + " ")


def test_every_state_of_a_word_is_shown(terminal: Terminal) -> None:
    shown = ""
    for new in states("Nguyễn"):
        terminal.send(Program("slow").burst(shown, new))
        holds(terminal, new)
        shown = new


def test_the_case_of_textual_issue_6605(terminal: Terminal) -> None:
    terminal.send("t")
    terminal.send("o")
    terminal.send("\x7fô")
    terminal.send("i")
    holds(terminal, "tôi")


@pytest.mark.parametrize("line", LINES[:3], ids=" ".join)
def test_letters_and_marks_one_by_one(line: list[str], terminal: Terminal) -> None:
    text = " ".join(line)
    for character in normalize("NFD", text):
        terminal.send(character)
    holds(terminal, text)


@pytest.mark.parametrize("line", LINES[:3], ids=" ".join)
def test_a_paste_of_windows_1258(line: list[str], terminal: Terminal) -> None:
    text = " ".join(line)
    pasted = "".join("".join(split_tone(letter)) for letter in text)
    assert pasted != text
    terminal.send(f"\x1b[200~{pasted}\x1b[201~")
    holds(terminal, text)


def test_a_paste_of_lines_is_one_line(terminal: Terminal) -> None:
    terminal.send("\x1b[200~Đỗ\nHoài\r\nNam\x1b[201~")
    terminal.wait_until(lambda it: "[Đỗ Hoài" in it.text and "Nam]" in it.text)
