"""Telex and VNI: queries typed without an input method."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.work import work
from tui.text.canonical import canonical
from tui.text.syllables import syllables
from tui.text.telex import MAX_LENGTH, decode, is_unmistakable, method

SYLLABLES = tuple(syllables())
TONE_KEYS = {"\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0301": "s1", "\u0323": "j5"}
MARK_KEYS = {
    **{"â": "a6", "ê": "e6", "ô": "o6", "đ": "d9"},
    **{"ơ": "w7", "ư": "w7", "ă": "w8"},
}
ORDERS = ("as spoken", "tone at the vowel", "marks at the end", "tone before marks")
TELEX, VNI = 0, 1
METHODS = pytest.mark.parametrize("method", [TELEX, VNI], ids=["telex", "vni"])


def keys(syllable: str, method: int, order: str) -> str:
    """Return the keys that type ``syllable``, NFC, in small letters."""
    typed = keys_of_letters(syllable, method, order)
    # In Telex a third o says that two were meant.
    return typed.replace("oo", "ooo") if method == TELEX and has_oo(syllable) else typed


def has_oo(syllable: str) -> bool:
    return "oo" in normalize("NFD", syllable)


def keys_of_letters(syllable: str, method: int, order: str) -> str:
    letters = normalize("NFD", syllable)
    tone = next((TONE_KEYS[char][method] for char in letters if char in TONE_KEYS), "")
    bare = normalize("NFC", "".join(char for char in letters if char not in TONE_KEYS))
    marks = list(marks_of(bare, method))
    plain = "".join(plain_letter(char) for char in bare)
    match order:
        case "as spoken":
            return "".join(a + b for a, b in zip(plain, marks, strict=True)) + tone
        case "tone at the vowel":
            place = next(i for i, char in enumerate(letters) if char in TONE_KEYS) if tone else 0
            place = len(normalize("NFC", letters[:place]))
            typed = [a + b for a, b in zip(plain, marks, strict=True)]
            return "".join((*typed[:place], tone, *typed[place:]))
        case "marks at the end":
            return plain + "".join(together(marks, bare)) + tone
        case _:
            return plain + tone + "".join(together(marks, bare))


def marks_of(bare: str, method: int) -> Iterator[str]:
    for char in bare:
        yield MARK_KEYS[char][method] if char in MARK_KEYS else ""


def together(marks: list[str], bare: str) -> list[str]:
    """Return the keys with one w or 7 for both letters of ươ, as people type it."""
    if "ươ" in bare:
        return [mark for i, mark in enumerate(marks) if i != bare.index("ươ")]
    return marks


def plain_letter(char: str) -> str:
    return "d" if char == "đ" else normalize("NFD", char)[0]


@METHODS
@pytest.mark.parametrize("order", ORDERS)
def test_every_syllable_typed_decodes_to_itself(method: int, order: str) -> None:
    # Beside a word that is Telex and VNI, so that syllables without marks are read as well.
    companion = ("ddaay", "d9a6y")[method]
    step = 1 if order == "as spoken" else 3
    chosen = SYLLABLES[ORDERS.index(order) % step :: step]
    wrong = [
        (syllable, typed)
        for syllable in chosen
        if decode(f"{(typed := keys(syllable, method, order))} {companion}") != f"{syllable} đây"
    ]
    assert len(chosen) > 5_000
    assert wrong == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ddoox hoaif nam", "đỗ hoài nam"),
        ("d9o64 hoai2 nam", "đỗ hoài nam"),
        ("ddoxo", "đỗ"),
        ("dodox", "đỗ"),
        ("dodxo", "đỗ"),
        ("doodx", "đỗ"),
        ("do964", "đỗ"),
        ("do469", "đỗ"),
        ("tuyenre", "tuyển"),
        ("tuyeenr", "tuyển"),
        ("tuyr", "tủy"),
        ("khoeof", "khoèo"),
        ("hoaif", "hoài"),
        ("duowngf", "dường"),
        ("duwowngf", "dường"),
        ("duwongf", "dường"),
        ("dduowcj", "được"),
        ("thuowr", "thuở"),
        ("nhwng", "nhưng"),
        ("mwa", "mưa"),
        ("muaw", "mưa"),
        ("tw", "tư"),
        ("xoong", "xông"),
        ("xooong", "xoong"),
        ("khoa hocj vaf coong ngheej", "khoa học và công nghệ"),
        ("y1 kie61n", "ý kiến"),
        ("gif", "gì"),
        ("gieengs", "giếng"),
        ("quoocs", "quốc"),
    ],
)
def test_keys_in_any_order(typed: str, read: str) -> None:
    assert decode(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("DDOOX", "ĐỖ"),
        ("Ddoox Hoaif Nam", "Đỗ Hoài Nam"),
        ("D9o64", "Đỗ"),
        ("Truwowngf", "Trường"),
        ("Wng", "Ưng"),
        ("dDoOx", "đỗ"),
    ],
)
def test_the_case_of_letters_stays(typed: str, read: str) -> None:
    assert decode(typed) == read


FOREIGN = (
    "data loop user google wifi aws test tests server email windows web news admin password python "
    "users show login laptop online files website best list host post facebook youtube linux "
    "docker github html pdf ios mail app cloud software network internet keyboard x "
    "w2 v1 covid19 h5n1 u23"
).split()


@pytest.mark.parametrize("typed", FOREIGN)
def test_other_languages_are_no_telex(typed: str) -> None:
    assert decode(typed) is None
    assert decode(typed.upper()) is None


@pytest.mark.parametrize("typed", ["data ddoox", "ddoox google", "test server", "test data 2022"])
def test_every_word_must_be_a_syllable(typed: str) -> None:
    assert decode(typed) is None


@pytest.mark.parametrize("typed", ["loop", "tuyeet", "cats cat", "thocf", "cachf", "lopx"])
def test_a_syllable_that_ends_in_a_stop_has_an_acute_or_a_dot(typed: str) -> None:
    assert decode(typed) is None
    assert decode("cats hocj lowps tuyeets cachs") == "cát học lớp tuyết cách"


def test_a_query_is_in_one_of_the_two_methods() -> None:
    assert decode("d9o64 hoaif") is None
    assert decode("d9a6y coong") == "đây coong"


@pytest.mark.parametrize(
    "typed", ["", " ", "nam", "đỗ hoài nam", "2022", "18/01/2022", "KH&CN", "&"]
)
def test_without_a_word_that_converts_there_is_no_reading(typed: str) -> None:
    assert decode(typed) is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("đỗ hoaif nam", "đỗ hoài nam"),
        ("ddoox hoaif nam 2022", "đỗ hoài nam 2022"),
        ("ngayf 18/01/2022", "ngày 18/01/2022"),
        ("Sowr KH&CN Hair Phongf", "Sở KH&CN Hải Phòng"),
        ("khcn haif", "khcn hài"),
        ("GS.TS ddoox", "GS.TS đỗ"),
        ("TW ddangr", "TW đảng"),
        ("UBND thanhf phoos", "UBND thành phố"),
        ('"ddoox hoaif"', '"đỗ hoài"'),
        ("  ddoox   hoaif ", "  đỗ   hoài "),
        ("ddoox-hoaif,nam", "đỗ-hoài,nam"),
        ("banhs test", "bánh tét"),
    ],
)
def test_accents_numbers_abbreviations_and_separators_stay(typed: str, read: str) -> None:
    assert decode(typed) == read


def test_an_english_word_in_quotes_is_english_as_well() -> None:
    assert decode('"test"') is None


def test_an_abbreviation_in_capitals_is_not_read_as_keys() -> None:
    assert decode("TW") is None


@settings(max_examples=1000)
@given(st.text(max_size=40) | st.text("adefijorsuwxdd 0123456789'\u0303ô", max_size=40))
def test_any_string_gives_a_reading_in_canonical_form_or_none(typed: str) -> None:
    read = decode(typed)
    assert read is None or (read == canonical(read) != canonical(typed))


@settings(max_examples=1000)
@given(st.text("aeodwuy", max_size=14))
def test_a_reading_is_read_no_further(typed: str) -> None:
    read = decode(typed)
    assert read is None or decode(read) is None


@pytest.mark.parametrize("word", ["o" * 12, "aeo" * 4, "uow" * 4, "d" * 12, "dwdwaaeeoow"])
def test_no_word_takes_long(word: str) -> None:
    decode("ddaay")  # the tables are built
    assert work(lambda: decode(word)) < 20_000


@pytest.mark.parametrize("length", [MAX_LENGTH, MAX_LENGTH + 1, 100_000])
def test_a_long_query_is_read_with_little_work_or_not_at_all(length: int) -> None:
    typed = ("ddoox " * (length // 6)).ljust(length)
    read: list[str | None] = []
    assert work(lambda: read.append(decode(typed))) < 100_000
    assert (read == [None]) == (length > MAX_LENGTH)


def test_the_method_is_vni_where_a_digit_follows_a_letter() -> None:
    assert (method("ddoox 2022"), method("d9o64")) == ("Telex", "VNI")


@pytest.mark.parametrize(
    "typed",
    "air bus car chair cow dawn door gas hair its mix moon now own poor roof sofa soon taxi tax "
    "box max there these this town tree trust wrong".split(),
)
def test_an_english_word_alone_is_not_taken_for_telex(typed: str) -> None:
    """548 of 63,875 English words are Telex too; Debian's list has 11 that are read."""
    assert decode(typed) is not None
    assert not is_unmistakable(typed)
    assert is_unmistakable(f"{typed} hoaif")


@pytest.mark.parametrize(
    "typed",
    "ddoox hoaif hocj ngayf phongf tinhr muwa truwowng coong vieetj dieemr nawm tuyenre thuyr "
    "d9o64 nguyeenx quoocs moiwf khoeof chinhs thanhf".split(),
)
def test_a_word_of_no_other_language_is(typed: str) -> None:
    assert is_unmistakable(typed)
