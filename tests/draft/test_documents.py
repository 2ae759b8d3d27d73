"""Laws, resolutions and plans that an article refers to, with a number or by name."""

from __future__ import annotations

import pytest

from tests.draft.making import sentence


def documents(text: str) -> list[str]:
    return [one.name for one in sentence(text).documents]


@pytest.mark.parametrize(
    "name",
    [
        "Luật Giáo dục đại học sửa đổi",
        "Luật Bảo hiểm xã hội (sửa đổi)",
        "Luật Khám bệnh, chữa bệnh",
        "Luật Trẻ em",
        "Luật Đất đai 2024",
        "Bộ luật Lao động năm 2019",
        "Hiến pháp năm 2013",
        "Pháp lệnh Ưu đãi người có công với cách mạng",
        "Công ước Liên hợp quốc về Luật Biển",
        "Nghị quyết Đại hội XIII của Đảng",
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        "Nghị quyết Hội nghị Trung ương 8 khóa XIII",
        "Nghị quyết Trung ương 4 (khóa XII)",
        "Quy hoạch tỉnh Bình Định thời kỳ 2021-2030, tầm nhìn đến năm 2050",
        "Chiến lược phát triển kinh tế - xã hội 2021-2030",
        "Công điện số 12/CĐ-TTg",
        "Chương trình số 01-CTr/TU",
        "Thông tư 08/2021/TT-BGDĐT",
    ],
)
def test_a_document_is_found_by_its_number_or_its_name(name: str) -> None:
    assert documents(f"Các đơn vị đã thực hiện tốt {name}, đạt kết quả.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Khoa Luật Thương mại đã họp.",
        "Chương trình phối hợp được ký năm 2024.",
        "Đại hội XIII của Đảng đã thành công.",
    ],
)
def test_what_only_looks_like_a_document_is_none(text: str) -> None:
    assert documents(text) == []


def test_a_plenum_is_one_document_however_it_is_called() -> None:
    made = documents(
        "Hội nghị quán triệt Nghị quyết Hội nghị Trung ương 10 khóa XIII. Các đơn vị thực hiện nghị"
        " quyết Hội nghị lần thứ 10 Ban Chấp hành Trung ương Đảng khóa XIII."
    )
    assert made == ["Nghị quyết Hội nghị Trung ương 10 khóa XIII"]
