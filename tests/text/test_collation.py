"""The order of names and titles, against a fixed table and against ICU where it is installed."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.collation import ALPHABET, name_key, text_key
from tui.text.syllables import syllables

TABLE = (
    *("", "2022", "a", "à", "ả", "ã", "á", "ạ", "an", "An", "an ninh", "anh", "ào"),
    *("ắc", "ẵm", "ăn", "ân", "ấn", "ba", "ban", "ban hành", "bàn", "bản", "bán", "bạn", "can"),
    *("chi", "da", "dạ", "dê", "đa", "đá", "em", "eo", "ê", "ga", "gia", "hoa", "hòa", "hoàn"),
    *("kỹ", "la", "nga", "ngã", "nghe", "nhà", "o", "ô", "ơ", "qua", "ta", "tha", "trà", "u", "ư"),
    *("va", "xa", "y", "ý kiến"),
)


def assert_in_order(texts: list[str] | tuple[str, ...], key: Any) -> None:
    assert list(texts) == sorted(sorted(texts, reverse=True), key=key)


def test_the_fixed_table() -> None:
    assert_in_order(TABLE, text_key)


def test_the_letters_come_as_in_the_alphabet() -> None:
    assert_in_order(list(ALPHABET), text_key)
    assert_in_order("ca ce đa đe ga".split(), text_key)
    assert_in_order("da dy đa đy e ê f".split(), text_key)


@pytest.mark.parametrize("vowel", ["aàảãáạ", "ăằẳẵắặ", "êềểễếệ", "ơờởỡớợ", "ưừửữứự", "yỳỷỹýỵ"])
def test_the_tones_are_none_huyen_hoi_nga_sac_nang(vowel: str) -> None:
    assert_in_order([f"t{letter}" for letter in vowel], text_key)


def test_letters_come_before_tones_within_a_syllable() -> None:
    assert_in_order(["ta", "tạ", "tam", "tám", "tan"], text_key)


def test_texts_are_compared_syllable_by_syllable() -> None:
    assert_in_order(["nguyền rủa", "nguyện cầu"], text_key)
    assert_in_order(["Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hạnh"], text_key)
    assert_in_order(["Sở Xây dựng", "Sở Y tế"], text_key)


def test_a_beginning_comes_before_the_whole() -> None:
    assert_in_order(["Viện", "Viện Hàn lâm", "Viện Kinh tế", "Viện Kinh tế Việt Nam"], text_key)


def test_case_and_punctuation_decide_only_between_equals() -> None:
    assert_in_order(["an", "aN", "An", "AN", "Án"], text_key)
    assert_in_order(["Ban A", "ban B"], text_key)
    assert_in_order(["(ban) a", "ban: b"], text_key)


def test_foreign_letters_have_a_place() -> None:
    assert_in_order(["eva", "fa", "ga", "ja", "ka", "va", "wa", "xa", "za", "Ωm"], text_key)
    assert_in_order(["Gödel", "Goethe", "Göthe", "Gu"], text_key)
    assert text_key("\u00d0ỗ")[0] == text_key("Đỗ")[0]


def test_where_the_tone_stands_does_not_count() -> None:
    assert text_key("hòa")[0] == text_key("hoà")[0]
    assert_in_order(["hoà an", "hòa ba", "hoà ca"], text_key)


def test_people_sort_by_given_name_then_family_then_middle_names() -> None:
    assert_in_order(
        [
            "An",
            "Bùi An",
            "Nguyễn An",
            "Nguyễn Anh An",
            "Nguyễn Văn An",
            "Trần An",
            "Lê Văn Ân",
            "Đỗ Hoài Nam",
            "Nguyễn Hoài Nam",
            "Lê Thị Thẳng",
            "Bùi Tất Thắng",
            "Trần Quang Tuân",
            "Trần Quang Tuấn",
        ],
        name_key,
    )


@pytest.mark.parametrize(
    ("shown", "honorific", "name"),
    [
        ("GS.TS Đỗ Hoài Nam", "GS.TS", "Đỗ Hoài Nam"),
        ("GS.TS. Đỗ Hoài Nam", "GS.TS", "Đỗ Hoài Nam"),
        ("Đỗ Hoài Nam", "GS.TS", "Đỗ Hoài Nam"),
        ("Đỗ Hoài Nam", "Đỗ Hoài Nam", "Đỗ Hoài Nam"),
        ("GSX An", "GS", "GSX An"),
        ("TS, Xuân An", "TS", "Xuân An"),
        ("TS", "TS", "TS"),
        ("TS .", "TS", "TS ."),
    ],
)
def test_honorifics_do_not_count(shown: str, honorific: str, name: str) -> None:
    assert name_key(shown, honorific) == name_key(name)


@given(st.text(max_size=30), st.text(max_size=5))
def test_any_text_has_a_key(text: str, honorific: str) -> None:
    assert isinstance(text_key(text)[0], tuple)
    assert len(name_key(text, honorific)[0]) <= max(1, len(text_key(text)[0]))


@given(st.lists(st.text("aăáàbcdđ Đ-", max_size=8)))
def test_different_texts_have_different_keys(texts: list[str]) -> None:
    assert len({text_key(text) for text in texts}) == len(set(texts))


class TestAgainstIcu:
    """ICU's ``vi`` order, an oracle in development: PyICU has no wheels (docs/search.md).

    It differs on purpose in three ways, none of which these texts can meet: ICU compares the
    letters of a whole text before the tones of its first syllable; it sorts by punctuation too; and
    it knows no given names.
    """

    @pytest.fixture(scope="class")
    def icu_key(self) -> Any:
        icu = pytest.importorskip("icu", reason="PyICU is not installed")
        return icu.Collator.createInstance(icu.Locale("vi")).getSortKey

    def test_every_syllable_is_where_icu_has_it(self, icu_key: Any) -> None:
        words = list(syllables())
        assert sorted(words, key=text_key) == sorted(words, key=icu_key)

    def test_capitals_are_where_icu_has_them(self, icu_key: Any) -> None:
        words = [form for word in list(syllables())[::7] for form in (word, word.title())]
        assert sorted(words, key=text_key) == sorted(words, key=icu_key)

    def test_phrases_that_differ_first_in_letters_are_where_icu_has_them(
        self, icu_key: Any
    ) -> None:
        random = Random(2022)
        words = list(syllables())
        for _ in range(5_000):
            common = random.choices(words, k=random.randrange(3))
            left, right = (" ".join(common + random.choices(words, k=2)) for _ in "ab")
            first, second = (text_key(text)[0][len(common)][0] for text in (left, right))
            if first != second:
                ours = text_key(left) < text_key(right)
                assert ours == (icu_key(left) < icu_key(right)), (left, right)

    def test_a_tone_in_the_first_syllable_is_where_the_two_part(self, icu_key: Any) -> None:
        pair = ["nguyền rủa", "nguyện cầu"]
        assert sorted(pair, key=text_key) == pair
        assert sorted(pair, key=icu_key) == pair[::-1]
