"""Which marks a letter has."""

from __future__ import annotations

import pytest

from tui.text.marks import BAR, TONES, quality_and_tone, split_tone, with_tone

BREVE, CIRCUMFLEX, HORN = "\u0306", "\u0302", "\u031b"


@pytest.mark.parametrize(
    ("letter", "quality", "tone"),
    [
        ("a", "", ""),
        ("ă", BREVE, ""),
        ("ệ", CIRCUMFLEX, TONES["nặng"]),
        ("Ở", HORN, TONES["hỏi"]),
        ("đ", BAR, ""),
        ("Ð", BAR, ""),
        ("ý", "", TONES["sắc"]),
        ("ï", "\u0308", ""),
        ("ç", "\u0327", ""),
        ("ñ", "", TONES["ngã"]),
        ("\u0303", "", TONES["ngã"]),
        ("가", "", ""),
        ("中", "", ""),
    ],
)
def test_quality_and_tone_of_a_letter(letter: str, quality: str, tone: str) -> None:
    assert quality_and_tone(letter) == (frozenset(quality), frozenset(tone))


@pytest.mark.parametrize(
    ("syllable", "bare", "tones"),
    [
        ("đỗ", "đô", "\u0303"),
        ("hoà", "hoa", "\u0300"),
        ("năm", "năm", ""),
        ("résumé", "resume", "\u0301\u0301"),
    ],
)
def test_a_tone_is_taken_off_and_put_back(syllable: str, bare: str, tones: str) -> None:
    assert split_tone(syllable) == (bare, tones)


@pytest.mark.parametrize("tone", TONES.values())
def test_a_tone_is_one_character_on_every_vowel(tone: str) -> None:
    assert all(len(with_tone(vowel, tone)) == 1 for vowel in "aăâeêioôơuưy")
