"""Encodings of before Unicode are told by the words."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import tomli

from tests.draft.items import CEREMONY
from tui.draft.reading import encoding
from tui.draft.reading.article_error import ArticleError
from tui.draft.reading.encoding import decode, share
from tui.text.marks import TONES

LEGACY: dict[str, Any] = tomli.loads(
    Path(encoding.__file__).with_name("legacy.toml").read_text("utf-8")
)
TEXT = CEREMONY.replace("“", '"').replace("”", '"')


def tcvn3(text: str) -> bytes:
    """Write a text as the .Vn fonts did: capitals with a tone have no characters of their own."""
    table: dict[str, str] = dict(
        zip(LEGACY["tcvn3"]["letters"], LEGACY["tcvn3"]["written"], strict=True)
    )
    written = [table.get(letter) or table.get(letter.lower(), letter) for letter in text]
    return "".join(written).encode("cp1252")


def vni(text: str) -> bytes:
    """Write a text as the VNI fonts did: a letter, then its marks."""
    table = LEGACY["vni"]
    alone = dict(zip(table["letters_alone"], table["alone"], strict=True))
    marks: dict[str, str] = {}
    for mark, added in zip(table["marks"], table["added"], strict=True):
        marks.setdefault(normalize("NFD", f"a{added}")[1:], mark)
    written = []
    for letter in text:
        parts = normalize("NFD", letter)
        horned = "\u031b" in parts
        base = normalize("NFC", parts[0] + "\u031b") if horned else parts[0]
        rest = parts[1:].replace("\u031b", "") if horned else parts[1:]
        if letter in alone:
            written.append(alone[letter])
        elif rest:
            written.append(alone.get(base, base) + marks[rest])
        else:
            written.append(alone.get(base, base))
    return "".join(written).encode("cp1252")


@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_in_every_form(form: str) -> None:
    assert decode(TEXT.encode(form), "x.txt").removeprefix("\ufeff") == TEXT


def test_tcvn3_is_told_by_its_words() -> None:
    read = decode(tcvn3(TEXT), "x.txt")
    assert share(read) > 0.85
    assert read.lower() == TEXT.lower()


def test_vni_is_told_by_its_words() -> None:
    assert decode(vni(TEXT), "x.txt") == TEXT


def test_windows_1258_is_told_by_its_words() -> None:
    tones = "".join(TONES.values())
    split = "".join(
        normalize("NFC", "".join(c for c in normalize("NFD", letter) if c not in tones))
        + "".join(c for c in normalize("NFD", letter) if c in tones)
        for letter in TEXT
    )
    assert decode(split.encode("cp1258"), "x.txt") == TEXT


def test_the_characters_of_old_fonts_are_read_in_a_file_in_utf_8_too() -> None:
    assert decode(vni(TEXT).decode("cp1252").encode(), "x.txt") == TEXT


@pytest.mark.parametrize(
    "data", [b"\xff\x90\x81" * 40, bytes(range(128, 256)) * 3, "Привет, мир".encode("koi8-r")]
)
def test_another_encoding_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"x\.txt: its encoding is not known"):
        decode(data, "x.txt")


def test_english_in_utf_8_stays_as_it_is() -> None:
    text = "The minister opened the café of the school. " * 5
    assert decode(text.encode(), "x.txt") == text
