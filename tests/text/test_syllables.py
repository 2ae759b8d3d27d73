"""The Vietnamese syllable: what is one, and how it is written."""

from __future__ import annotations

import pytest

from tui.text.marks import TONES
from tui.text.syllables import Syllable, compose, is_syllable, parse, syllables

RIGHT = """
đỗ hoài nam nghị quyết khoa học và công nghệ thủy thuỷ quý qúy quí kỹ kĩ gì gìn giếng giết già giữa
giường giễu khoèo tuyển khuỷu ngoằn nguệch ngoạc quốc quở thuở huơ khuya yêu yến ỉa ý nghiêng nghĩa
ghế ghi bắc kạn đắk lắk kông xoong soóc buýt tuýp oan uyên quyển quỷ giêng huỳnh hoắc quặp nghỉ
người ươm uống ước mỹ sĩ sỹ liên hiệp cuộc quýt quỳnh giặt giòn giựt phuy voan rượu hươu kiều pin
ngoém ngoạm ừ èo ốc hòa hoà hóan vy thy huýt bâng khuâng
""".split()
WRONG = """
dât lôp data loop user google ắ phêê ci kă gă ngi ngê gê bốck hoaf đỗó hoc tep tẽp quu quo bỏa phoa
iêng yê quă fa wa za ja hoă cé kạ ghạ ngia thyy buyt bụyt yt yn gii qi đĐ nghieng a1 2021 boat
""".split()


@pytest.mark.parametrize("syllable", RIGHT)
def test_a_syllable_is_one_in_any_case(syllable: str) -> None:
    assert is_syllable(syllable)
    assert is_syllable(syllable.upper())


@pytest.mark.parametrize("text", [*WRONG, "", " ", "hà nội", "a" * 100_000])
def test_what_breaks_the_rules_is_none(text: str) -> None:
    assert not is_syllable(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("đỗ", ("đ", "ô", TONES["ngã"])),
        ("nghiêng", ("ngh", "iêng", "")),
        ("quý", ("qu", "y", TONES["sắc"])),
        ("qúy", ("qu", "y", TONES["sắc"])),
        ("Già", ("gi", "a", TONES["huyền"])),
        ("gì", ("gi", "i", TONES["huyền"])),
        ("giũ", ("gi", "u", TONES["ngã"])),
        ("giếng", ("gi", "iêng", TONES["sắc"])),
        ("án", ("", "an", TONES["sắc"])),
    ],
)
def test_a_syllable_is_taken_apart(text: str, parts: tuple[str, str, str]) -> None:
    assert parse(text) == Syllable(*parts)


@pytest.mark.parametrize(
    "written",
    "hòa hoàn khỏe khoẻo thủy thuở quý già gìn giếng đường của cứa mía muối tuyển khuỷu".split(),
)
def test_the_tone_stands_where_most_people_write_it(written: str) -> None:
    syllable = parse(written)
    assert syllable is not None
    assert compose(syllable.onset, syllable.rhyme, syllable.tone) == written


def test_all_syllables_are_valid_and_different() -> None:
    found = list(syllables())
    assert len(found) == len(set(found)) > 15_000
    assert [syllable for syllable in found if not is_syllable(syllable)] == []


def test_a_syllable_closed_by_a_stop_has_sac_or_nang() -> None:
    stopped = [s for s in map(parse, syllables()) if s and s.rhyme.endswith(("c", "ch", "p", "t"))]
    assert {syllable.tone for syllable in stopped} == {TONES["sắc"], TONES["nặng"]}
