"""Who is who: the keys by which mentions of different files are taken for one."""

from __future__ import annotations

import pytest

from tui.archive.generic import generic_keys
from tui.archive.identity import (
    organization_key,
    person_key,
    place_key,
    typed_organization_keys,
    unmarked,
)
from tui.record.model import Abbreviation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Khoa học và Công nghệ Hải Phòng", "Sở KH&CN Hải Phòng"),
        ("Sở Khoa học và Công nghệ Hải Phòng", "Sở Khoa học & Công nghệ thành phố Hải Phòng"),
        ("Ủy ban nhân dân tỉnh Lào Cai", "UBND Lào Cai"),
        ("Ủy ban nhân dân tỉnh Lào Cai", "Uỷ ban Nhân dân Lào Cai"),
        ("Sở Văn hóa, Thể thao và Du lịch Huế", "Sở VH,TT&DL Huế"),
        ("Hội Khoa học Kỹ thuật", "Hội Khoa học Kĩ thuật"),
    ],
)
def test_spellings_of_one_organisation_have_one_key(one: str, other: str) -> None:
    assert organization_key(one) == organization_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Y tế Huế", "Sở Y tế Hà Nội"),
        ("Viện Kinh tế", "Viện Kinh tế Việt Nam"),
        ("Hội Sử học", "Hội Sinh học"),
    ],
)
def test_other_organisations_have_others(one: str, other: str) -> None:
    assert organization_key(one) != organization_key(other)


def test_an_abbreviation_of_the_file_is_spelt_out() -> None:
    own = (Abbreviation(short="LHH", long="Liên hiệp các Hội"),)
    assert organization_key("LHH Hải Phòng", own) == organization_key("Liên hiệp các Hội Hải Phòng")
    assert organization_key("LHH Hải Phòng") != organization_key("LHH Hải Phòng", own)


def test_an_organisation_may_be_typed_in_small_letters() -> None:
    assert organization_key("Sở KH&CN Huế") in typed_organization_keys("sở khcn huế")


def test_a_person_is_known_by_name_with_marks() -> None:
    assert person_key("Nguyễn Văn Hoà") == person_key("nguyễn văn  Hòa")
    assert person_key("Nguyễn Văn Hòa") != person_key("Nguyễn Văn Hoa")
    assert person_key("Lý Kỳ") == person_key("Lí Kì")
    assert unmarked(person_key("Đỗ Hoài Nam")) == "do hoai nam"


def test_a_place_is_itself_with_its_rank_or_without() -> None:
    assert place_key("thành phố Hải Phòng") == place_key("Hải Phòng") == "hai phong"
    assert place_key("Tỉnh Lào Cai") == place_key("Lào Cai")


def test_a_name_that_three_others_extend_is_generic() -> None:
    keys = [
        "so y te",
        "so y te hue",
        "so y te ha noi",
        "so y te lao cai",
        "hoi su hoc",
        "hoi su hoc hue",
    ]
    assert generic_keys(keys) == {"so y te"}
    assert generic_keys([*keys, "#so y te"]) == {"so y te"}
