"""What comes from the keyboard's end of the terminal, before Textual's parser sees it.

Textual 8 ends with a traceback on an invalid byte of UTF-8, on ``CSI 1114112 u`` and on key reports
with sub-parameters, takes the characters after an unknown sequence for keys, and never comes back
from a paste without an end. So only what is understood goes on, whole and in one form.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder

from tui.text.cleaning import UNFAMILIAR, clean

ESCAPE_DELAY = 0.05
"""Seconds after which what began with ESC, and did not go on, is the key Esc or is dropped."""
PASTE_DELAY = 1.0
"""Seconds after which a paste that does not go on is over."""
MAX_PASTE = 65_536
"""Characters of a paste that are kept."""
_MAX_SEQUENCE = 128
"""Characters of a sequence without an end that are kept."""

_ESCAPE_KEY = "\x1b[27u"  # kitty's form: Textual does not wait for more after it
_PASTE, _END_OF_PASTE = "\x1b[200~", "\x1b[201~"
_TOKEN = re.compile(
    r"(?P<text>[^\x1b]+)"
    r"|\x1b\[\[(?P<console>[A-E])"  # F1 to F5 of the Linux console
    r"|\x1b\[M(?P<mouse>[^\x1b]{3})"  # xterm's first form of the mouse: no one asked for it
    r"|\x1b\[(?P<rxvt>[0-9]{1,2}[$^@])"
    r"|\x1b\[(?![M\[])(?P<parameters>[0-?]*)(?P<final>[ -/]*[@-~])"
    r"|\x1bO(?P<keypad>[A-Za-z])"
    r"|\x1b(?P<string>[P\]X^_][^\x1b\x07]*(?:\x07|\x1b\\))"
    r"|\x1b(?P<alt>[^\x1bO\[P\]X^_])"
    r"|(?P<lone>\x1b)(?=\x1b)"
)
# Compiled when they are first needed, by :mod:`re`, as the others below: after the first frame.
_BEGINNING = r"\x1b(?:\[(?:\[|M[^\x1b]{0,2}|[0-?]*[ -/]*)|O|[P\]X^_][^\x1b\x07]*\x1b?)?"
_BROKEN = r"(?s)\x1b(?:\[[0-?]*[ -/]*|[P\]X^_][^\x1b\x07]*|.?)"

_EDITING_KEYS = frozenset((*range(1, 9), *range(11, 16), *range(17, 22), *range(23, 27)))
_FUNCTION_KEYS = _EDITING_KEYS | {28, 29, 31, 32, 33, 34, 57427}
_MOUSE = r"<\d{1,3};\d{1,5};\d{1,5}"
_KEYPAD = frozenset("ABCDFHPQRSMabcdjkmnopqrstuvwxy")
_CONTROLS = r"([\x00-\x1f\x7f]+)"
_NOT_PASTED = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
_OWN_MEANING = frozenset("bf\t\x7f")
"""With Alt: a word back, a word on, back by Tab, delete a word."""
_RELEASE = "3"
"""Kitty's event type of a key that is let go."""


def _harmless(text: str) -> str:
    """Return ``text`` without what may not be shown; its line ends and tabs stay."""
    if not UNFAMILIAR.search(text):
        return text
    pieces = re.split(_CONTROLS, text)
    return "".join(
        piece if re.fullmatch(_CONTROLS, piece) else clean(piece).replace("\ufffd", "")
        for piece in pieces
    )


def _keys(text: str) -> str:
    """Return typed ``text`` without what may not be shown, each character as it was typed.

    Letters and marks are not composed and joiners stay: an input method that types them takes each
    of them back by a backspace. An Enter that was typed before the terminal was ours is a line feed
    (ICRNL of termios), as Ctrl+J is.
    """
    text = text.replace("\n", "\r")
    if not UNFAMILIAR.search(text):
        return text
    return "".join(char for char in text if char < " " or "\ufffd" not in clean(char))


def _code_point(digits: str) -> int | None:
    """Return the code point of a key or of its text, or None if it is none that can be typed."""
    if not digits.isascii() or not digits.isdecimal() or len(digits) > 7:
        return None
    number = int(digits)
    if number > 0x10FFFF or 0xD800 <= number < 0xE000:
        return None
    return number


def _key(parameters: str, final: str) -> str:
    """Return a key's report in the form that Textual reads, or nothing if it is not a key's."""
    fields = [field.split(":") for field in parameters.split(";")] + [[""]] * 3
    (name, *_), (modifiers, *event), text, *_ = fields
    if event[:1] == [_RELEASE] or not re.fullmatch(r"\d{0,3}", modifiers, re.ASCII):
        return ""
    if final == "~" and name == "27":  # xterm's modifyOtherKeys: CSI 27 ; modifiers ; code ~
        name, text, final = text[0], [""], "u"
    number = _code_point(name or ("0" if final == "u" else "1"))
    if number is None:
        return ""
    known = number in _FUNCTION_KEYS if final == "~" else final == "u" or number == 1
    typed = [code for code in map(_code_point, text) if code is not None]
    typed = [code for code in typed if code >= 0x20 and _harmless(chr(code)) == chr(code) != "\x7f"]
    if not known or (number < 0x20 and final == "u" and not typed and number not in (8, 9, 13, 27)):
        return ""
    if typed:
        return f"\x1b[{number};{modifiers};{':'.join(map(str, typed))}{final}"
    return f"\x1b[{number};{modifiers}{final}" if modifiers else f"\x1b[{number}{final}"


def _with_alt(char: str) -> str:
    """Return the report of a key held with Alt, or nothing if no key types ``char``.

    In kitty's form, but for those that editors of lines have their own meaning for: ESC and the
    character alone would be taken together with what comes after them.
    """
    if char in _OWN_MEANING:
        return f"\x1b{char}"
    if (char < " " and char != "\r") or char == "\x7f" or not _harmless(char):
        return ""
    shift = char.isascii() and char.isupper()
    return f"\x1b[{ord(char.lower() if shift else char)};{4 if shift else 3}u"


def _sequence(parameters: str, final: str) -> str:
    """Return a control sequence (CSI) as Textual may read it, or nothing."""
    if final in ("M", "m"):
        return f"\x1b[{parameters}{final}" if re.fullmatch(_MOUSE, parameters) else ""
    if final == "$y":
        return f"\x1b[{parameters}$y" if re.fullmatch(r"\?2026;\d", parameters) else ""
    if final in ("I", "O", "Z", "a", "b", "c", "d"):
        return "" if parameters else f"\x1b[{final}"
    if final in tuple("ABCDEFHPQRS~u"):
        return _key(parameters, final)
    return ""


class Keyboard:
    """Turns the bytes of a terminal into text that Textual's parser understands.

    It keeps the beginning of what is not whole yet: when :attr:`patience` seconds pass without a
    byte, :meth:`give_up` says what it was.
    """

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("ignore").decode
        self._begun = ""
        self._paste: str | None = None

    @property
    def patience(self) -> float | None:
        """Seconds to wait for the rest of what has begun, or None."""
        if self._paste is not None:
            return PASTE_DELAY
        return ESCAPE_DELAY if self._begun else None

    def feed(self, data: bytes) -> str:
        """Return what is whole by now."""
        self._begun += self._decode(data)
        whole: list[str] = []
        while self._begun and self._step(whole):
            pass
        return "".join(whole)

    def give_up(self) -> str:
        """Return what had begun and does not go on: the key Esc, Alt and a key, or a paste."""
        begun, self._begun = self._begun, ""
        if self._paste is not None:
            self._paste += begun
            return self._pasted()
        if begun == "\x1b":
            return _ESCAPE_KEY
        return _with_alt(begun[1]) if len(begun) == 2 else ""

    def _step(self, whole: list[str]) -> bool:
        """Move one token from what has begun to ``whole``; return False when none is whole."""
        if self._paste is not None:
            return self._paste_on(whole)
        if token := _TOKEN.match(self._begun):
            self._begun = self._begun[token.end() :]
            whole.append(self._read(token))
            return True
        if re.fullmatch(_BEGINNING, self._begun):
            if len(self._begun) > _MAX_SEQUENCE:
                self._begun = self._begun[:2] + "?"  # it goes on, and nothing is understood of it
            return False
        broken = re.match(_BROKEN, self._begun)
        self._begun = self._begun[broken.end() if broken else 1 :]
        return True

    def _read(self, token: re.Match[str]) -> str:
        kind, raw = token.lastgroup, token[0]
        if kind == "text":
            return _keys(raw)
        if kind == "final" and raw == _PASTE:
            self._paste = ""
            return ""
        if kind == "final":
            return _sequence(token["parameters"], token["final"])
        if kind == "rxvt":
            return raw if int(raw[2:-1]) in _FUNCTION_KEYS else ""
        if kind == "lone":
            return _ESCAPE_KEY
        if kind == "keypad":
            return raw if token["keypad"] in _KEYPAD else ""
        if kind == "alt":
            return _with_alt(token["alt"])
        return raw if kind == "console" else ""

    def _paste_on(self, whole: list[str]) -> bool:
        assert self._paste is not None
        end = self._begun.find(_END_OF_PASTE)
        if end < 0:
            kept = len(_END_OF_PASTE) - 1  # the end itself may be cut
            self._paste = (self._paste + self._begun[:-kept])[:MAX_PASTE]
            self._begun = self._begun[-kept:]
            return False
        self._paste += self._begun[:end]
        self._begun = self._begun[end + len(_END_OF_PASTE) :]
        whole.append(self._pasted())
        return True

    def _pasted(self) -> str:
        assert self._paste is not None
        text = re.sub(_NOT_PASTED, "", self._paste[:MAX_PASTE])
        self._paste = None
        return f"{_PASTE}{_harmless(text)}{_END_OF_PASTE}"
