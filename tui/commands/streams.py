"""Standard output and standard error: what they can write, and what happens when they cannot."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO
from unicodedata import normalize

from tui.commands.command_error import CommandError
from tui.commands.exit_codes import UNUSABLE
from tui.locale import _
from tui.locale.system import reason

_PLAIN = str.maketrans("đĐ–—‘’“”•·…«»▣", "dD--''\"\"*-~<>#")
_C_LOCALES = frozenset(("", "C", "POSIX"))


class WithoutMarks:
    """An error handler for encodings: a letter that an encoding has not loses its marks."""

    NAME = "ktcn-tui.without-marks"

    def __init__(self) -> None:
        self.encoding = ""
        """The encoding that had not all letters, once that has happened."""

    def __call__(self, error: UnicodeError) -> tuple[str, int]:
        """Return the base letters of what cannot be encoded, and ``?`` for what has none."""
        if not isinstance(error, UnicodeEncodeError):
            raise error
        self.encoding = error.encoding
        lost = error.object[error.start : error.end].translate(_PLAIN)
        return "".join(_base(character) for character in lost), error.end

    def sentence(self) -> str:
        """Return what happened and what to do; empty if nothing has."""
        if not self.encoding:
            return ""
        sentence = _("The encoding {encoding} lacks some letters; set LC_ALL=C.UTF-8 to see them.")
        return sentence.format(encoding=self.encoding)


def _base(character: str) -> str:
    return normalize("NFD", character).encode("ascii", "ignore").decode() or "?"


def prepare(environ: Mapping[str, str]) -> WithoutMarks:
    """Make both streams able to write any clean text, and return what stands in for letters.

    In the C locale they write UTF-8, as Python does unless told otherwise (PEP 538, PEP 540). An
    encoding that was asked for, by ``PYTHONIOENCODING`` or by the locale, is kept.
    """
    without_marks = WithoutMarks()
    codecs.register_error(WithoutMarks.NAME, without_marks)
    names = (environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    in_c_locale = next((name for name in names if name), "") in _C_LOCALES
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by who started us
            # Nobody misses what is said; what is put out must not be lost without a word, so it
            # goes where writing fails as it does to a closed file.
            access = os.O_RDONLY if name == "stdout" else os.O_WRONLY
            setattr(sys, name, os.fdopen(os.open(os.devnull, access), "w", encoding="utf-8"))
        elif isinstance(stream, TextIOWrapper):
            if in_c_locale and not environ.get("PYTHONIOENCODING"):
                stream.reconfigure(encoding="utf-8")
            stream.reconfigure(errors=WithoutMarks.NAME)
    return without_marks


def writes_vietnamese(stream: TextIO) -> bool:
    """Tell whether the encoding of a stream has the letters of Vietnamese."""
    try:
        "Đỗ ữ".encode(stream.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def on_terminal() -> bool:
    """Tell whether standard output is a terminal that understands more than lines of text."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def say(*sentences: str) -> None:
    """Write sentences to standard error, a line each; it does not matter if nobody reads them."""
    try:
        sys.stderr.write("".join(f"{sentence}\n" for sentence in sentences))
        sys.stderr.flush()
    except OSError:
        _forget(sys.stderr)


def put(text: str) -> None:
    """Write data to standard output as text."""
    with writing():
        sys.stdout.write(text)


def put_utf8(text: str) -> None:
    """Write data to standard output in UTF-8, whatever the locale, as JSON must be (RFC 8259)."""
    put_bytes(text.encode())


def put_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    with writing():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


@contextmanager
def writing() -> Iterator[None]:
    """Write to standard output in the body, and write out what is held back.

    Raises :exc:`BrokenPipeError` when nobody reads on, and :exc:`CommandError` when it cannot be
    written for another reason.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_output()
        sentence = _("Standard output cannot be written: {reason}.").format(reason=reason(error))
        raise CommandError(sentence, code=UNUSABLE) from error


def forget_output() -> None:
    """Drop what is still to be written, so that the interpreter does not try again when it ends."""
    _forget(sys.stdout)


def _forget(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
