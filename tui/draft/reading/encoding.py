"""Which encoding the bytes of an article are in, told by how many of its words are Vietnamese.

Besides Unicode there are Windows-1258 and the encodings of old fonts, TCVN3 and VNI, which look
like Windows-1252. Read rightly, 95 of 100 words of a Vietnamese text are syllables; read wrongly,
half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

import tomli

from tui.draft.reading.article_error import ArticleError, NotTextError
from tui.locale import _
from tui.text.syllables import is_syllable

_SAMPLE = 40_000
_WORD = re.compile(r"[^\W\d_]+")
_SURE = 0.85
"""From this share of syllables on a text is taken as Vietnamese that was read rightly."""
_BETTER = 0.15
_NO_TEXT = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How pictures, files of old word processors and RTF begin."""
_VNI = "aeouyAEOUYôÔöÖ"


def decode(data: bytes, name: str, declared: str = "") -> str:
    """Return the text of a file.

    Args:
        data: its content.
        name: what the reader calls it.
        declared: the encoding that an HTML page says it is in, if any.

    Raises:
        ArticleError: It is in no encoding that is known.
        NotTextError: It is no text at all.
    """
    if data.startswith(_NO_TEXT):
        raise _not_text(name, 0)
    if text := _utf_16(data):
        if (nul := text.find("\0")) >= 0:
            raise _not_text(name, len(data) - len(text[nul:].encode("utf-16-le")))
        return text
    if b"\0" in data:
        raise _not_text(name, data.index(b"\0"))
    try:
        unicode = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _best(data, name, declared)
    old = dict(_old_fonts(unicode)) if share(unicode) < _SURE else {}
    best = max(old, key=lambda form: share(old[form]), default="")
    if best and share(old[best]) >= _SURE and share(old[best]) > share(unicode) + _BETTER:
        return old[best]
    return unicode


def _not_text(name: str, place: int) -> NotTextError:
    sentence = _(
        "{file}, byte {place}: this is not text. Save the article as text, HTML, DOCX or PDF, "
        "and try again."
    )
    return NotTextError(sentence.format(file=name, place=place + 1))


def share(text: str) -> float:
    """Return how many of the words of a text are syllables of Vietnamese: 0 to 1."""
    words = _WORD.findall(normalize("NFC", text[:_SAMPLE]))
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def _utf_16(data: bytes) -> str:
    """Return a text in UTF-16, with a byte-order mark or without; empty if it is none."""
    sample = data[:2000]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        form = "utf-16"
    elif len(sample) > 3 and sample[1::2].count(0) > len(sample) / 5:
        form = "utf-16-le"
    elif len(sample) > 3 and sample[::2].count(0) > len(sample) / 5:
        form = "utf-16-be"
    else:
        return ""
    try:
        return data.decode(form)
    except UnicodeDecodeError:
        return ""


def _best(data: bytes, name: str, declared: str) -> str:
    western = data.decode("cp1252", errors="replace").replace("\ufffd", " ")
    candidates = {
        "cp1258": data.decode("cp1258", errors="replace"),
        **dict(_old_fonts(western)),
    }
    if declared.lower() in ("windows-1258", "cp1258"):
        return candidates["cp1258"]
    best = max(candidates, key=lambda form: share(candidates[form]))
    if share(candidates[best]) < _SURE:
        sentence = _("{file}: its encoding is not known. Save it as UTF-8 and try again.")
        raise ArticleError(sentence.format(file=name))
    return normalize("NFC", candidates[best])


def _old_fonts(western: str) -> Iterator[tuple[str, str]]:
    """Yield a text read as Windows-1252 in what the old fonts show of it."""
    tcvn3, alone, pairs = _tables()
    yield "tcvn3", western.translate(tcvn3)
    marked = pairs.sub(lambda match: match[1].translate(alone) + _vni_marks()[match[2]], western)
    # A letter with its mark is done; what stands alone is a letter of its own.
    yield (
        "vni",
        normalize("NFC", _VNI_ALONE.sub(lambda match: match[0].translate(alone), marked)),
    )


_VNI_ALONE = re.compile("[íìæóòñîôöÍÌÆÓÒÑÎÔÖ](?![\u0300-\u0323])")


@cache
def _legacy() -> dict[str, Any]:
    return tomli.loads(Path(__file__).with_name("legacy.toml").read_text(encoding="utf-8"))


@cache
def _vni_marks() -> dict[str, str]:
    vni = _legacy()["vni"]
    return dict(zip(vni["marks"], vni["added"], strict=True))


@cache
def _tables() -> tuple[dict[int, str], dict[int, str], re.Pattern[str]]:
    tcvn3, vni = _legacy()["tcvn3"], _legacy()["vni"]
    return (
        dict(zip(map(ord, tcvn3["written"]), tcvn3["letters"], strict=True)),
        dict(zip(map(ord, vni["alone"]), vni["letters_alone"], strict=True)),
        re.compile(f"([{_VNI}])([{''.join(_vni_marks())}])"),
    )
