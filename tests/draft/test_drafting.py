"""What is found in a whole article."""

from __future__ import annotations

from datetime import date

import pytest

from tests.draft.items import CEREMONY, VISIT
from tests.draft.making import TODAY, bodies, draft_of, people, sentence
from tui.draft.drafting import draft
from tui.draft.layout.kinds import arrange
from tui.draft.reading.plain import lines_of_text


def test_a_ceremony_is_read_with_people_offices_and_bodies() -> None:
    made = draft_of(CEREMONY)
    assert people(made) == {
        "Huỳnh Thành Đạt": ["Ủy viên @ Trung ương Đảng", "Bộ trưởng @ Bộ Khoa học và Công nghệ"],
        "Lê Tiến Châu": ["Bí thư @ Thành ủy Hải Phòng"],
        "Bùi Thế Duy": ["Thứ trưởng @ Bộ Khoa học và Công nghệ"],
        "Châu Văn Minh": [
            "nguyên Chủ tịch @ Viện Hàn lâm Khoa học và Công nghệ Việt Nam",
        ],
        "Nguyễn Văn Tùng": ["Chủ tịch @ UBND TP Hải Phòng"],
    }
    assert bodies(made) == [
        "Bộ Khoa học và Công nghệ",
        "UBND TP Hải Phòng",
        "Trung ương Đảng",
        "Thành ủy Hải Phòng",
        "Viện Hàn lâm Khoa học và Công nghệ Việt Nam",
        "Bộ Chính trị",
    ]


def test_a_ceremony_is_read_with_what_was_signed() -> None:
    made = draft_of(CEREMONY)
    names: dict[int | str, str] = {one.key: one.name for one in made.organizations}
    (agreement,) = made.agreements
    assert agreement.kind == "Chương trình phối hợp công tác"
    assert [names[key] for key in agreement.parties] == [
        "Bộ Khoa học và Công nghệ",
        "UBND TP Hải Phòng",
    ]
    assert agreement.period == (2023, 2025)
    assert agreement.signed == date(2023, 3, 15)
    (document,) = made.documents
    assert document.name == "Nghị quyết số 45-NQ/TW ngày 24/01/2019 của Bộ Chính trị"
    assert names[document.issuer] == "Bộ Chính trị"


def test_a_ceremony_is_read_with_its_day_place_and_caption() -> None:
    made = draft_of(CEREMONY)
    assert made.event.start_date == date(2023, 3, 15)
    assert (made.event.date_doubt, made.event.part_of_day) == ("", "morning")
    assert made.event.location == "Hải Phòng"
    (caption,) = (block for block in made.article.blocks if block.kind == "caption")
    assert caption.text.startswith("Bộ trưởng Huỳnh Thành Đạt và")
    assert caption.credit == "Ảnh: Hồng Phong"


def test_the_parts_that_people_take_are_told() -> None:
    roles = {one.name: one.roles for one in draft_of(CEREMONY).people}
    assert roles["Huỳnh Thành Đạt"] == ("guest", "speaker", "signatory")
    assert roles["Nguyễn Văn Tùng"] == ("organizer-side", "signatory")
    assert roles["Bùi Thế Duy"] == ("guest",)


def test_foreign_names_and_unions_in_short_are_read() -> None:
    found = people(draft_of(VISIT))
    assert found["Ito Naoki"] == ["Đại sứ Nhật Bản tại Việt Nam"]
    assert found["Ramla Khalidi"] == ["Trưởng đại diện @ UNDP tại Việt Nam"]
    assert found["Y Thanh Hà Niê Kđăm"] == ["Bí thư @ Đảng ủy Khối doanh nghiệp Trung ương"]
    assert found["Nguyễn Đình Khang"] == ["Chủ tịch @ Tổng LĐLĐVN"]


def test_a_year_that_the_article_does_not_tell_is_doubtful() -> None:
    event = draft_of(VISIT).event
    assert (event.start_date, event.date_doubt) == (date(2024, 9, 12), "no year")
    given = draft_of(VISIT, day=date(2023, 9, 12)).event
    assert (given.start_date, given.date_doubt) == (date(2023, 9, 12), "")


def test_an_article_without_a_day_takes_today_and_says_so() -> None:
    event = sentence("Bộ Y tế tổ chức hội nghị về y tế cơ sở.").event
    assert event.date_doubt == "no date"


def test_the_twenty_ninth_of_february_of_a_year_without_one_is_no_fault() -> None:
    event = sentence("Ngày 29/2, Bộ Y tế tổ chức hội nghị. Năm 2023 là năm thứ hai.").event
    assert event.start_date in (date(2024, 2, 29), date(2023, 2, 28))
    assert event.date_doubt


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Trong ngày 14 và 15 tháng 7 năm 2023", date(2023, 7, 14), date(2023, 7, 15)),
        ("Từ ngày 24 đến 26-3-2022", date(2022, 3, 24), date(2022, 3, 26)),
        ("Từ ngày 17 - 20/6/2019", date(2019, 6, 17), date(2019, 6, 20)),
        ("Ngày 14/7/2023", date(2023, 7, 14), None),
    ],
)
def test_an_event_of_several_days_has_its_first_and_its_last(
    words: str, first: date, last: date | None
) -> None:
    made = draft_of(f"{words}, tại Hà Nội, Bộ Y tế tổ chức Hội thảo về y tế cơ sở.")
    assert (made.event.start_date, made.event.end_date) == (first, last)
    assert not made.event.date_doubt


def test_who_waits_is_told_how_many_letters_are_read() -> None:
    article = arrange(lines_of_text(CEREMONY))
    told: list[int] = []
    draft(article, today=TODAY, report=told.append)
    assert sum(told) == sum(len(block.text) for block in article.blocks)
    assert len(told) == len(article.blocks)


def test_an_interrupt_ends_a_draft() -> None:
    def interrupt(_letters: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        draft(arrange(lines_of_text(CEREMONY)), today=TODAY, report=interrupt)


def test_an_article_of_a_dateline_alone_is_drafted() -> None:
    assert draft_of("Cập nhật: 2/9/2024 tại Ba Đình lúc 9:00.").event.start_date == date(2024, 9, 2)


def test_a_day_without_its_year_comes_after_the_months_that_are_told() -> None:
    made = draft_of(
        "Sáng 20/1, tại Hà Nội, Bộ Y tế họp. Trước đó, tháng 10/2022, Bộ đã công bố kế hoạch."
    )
    assert made.event.start_date == date(2023, 1, 20)
    assert made.event.date_doubt == "year from other dates"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("tại Quảng Nam đúng dịp lễ", "Quảng Nam"),
        ("tại tỉnh Sơn La đạt kết quả cao", "tỉnh Sơn La"),
        ("tại TP. Hạ Long (Quảng Ninh)", "TP. Hạ Long"),
        ("tại Hà Nội, Bộ Y tế họp", "Hà Nội"),
        ("tại trụ sở Bộ Y tế, Bộ họp", "trụ sở Bộ Y tế"),
    ],
)
def test_the_place_ends_with_its_name(words: str, place: str) -> None:
    assert draft_of(f"Ngày 14/7/2023, đoàn làm việc {words} về y tế cơ sở.").event.location == place


def test_the_resolution_of_a_congress_is_a_document() -> None:
    made = sentence(
        "Tỉnh thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025 đề"
        " ra."
    )
    assert [one.name for one in made.documents] == [
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025"
    ]


def test_a_signed_cooperation_without_a_longer_name_is_an_agreement() -> None:
    made = sentence("Đại học Huế và Trường Đại học Vinh đã ký kết hợp tác với nhau trong 5 năm.")
    names = {one.key: one.name for one in made.organizations}
    assert [[names[key] for key in one.parties] for one in made.agreements] == [
        ["Đại học Huế", "Trường Đại học Vinh"]
    ]


def test_a_remembered_day_has_the_year_in_which_it_comes_again() -> None:
    made = sentence("Chiều 9-7, lễ kỷ niệm 60 năm thành lập ngành (9/7/1960-9/7/2020) đã diễn ra.")
    assert made.event.start_date == date(2020, 7, 9)


def test_a_part_of_the_day_is_told_without_a_date_too() -> None:
    made = sentence(
        "Tiếp tục chuyến thăm, sáng nay, đoàn đại biểu đã đến chào lãnh đạo tỉnh Hủa Phăn."
    )
    assert made.event.part_of_day == "morning"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Chiều 12/3, UBND tỉnh tiếp các doanh nghiệp tại thành phố Daejeon (Hàn Quốc).", ""),
        (
            "Sáng 30/6, tại Hội trường Thành ủy Nha Trang, tỉnh Khánh Hòa tổ chức Lễ công bố.",
            "Hội trường Thành ủy Nha Trang",
        ),
        (
            "Sáng 20/10, tại điểm cầu Diên Hồng, Nhà Quốc hội, Hội nghị khai mạc.",
            "điểm cầu Diên Hồng",
        ),
        ("Chiều 5/9, trường đón học viên (đã học tiếng Việt tại Lào) vào năm học mới.", ""),
    ],
)
def test_the_place_is_where_the_event_is_not_where_somebody_comes_from(
    text: str, place: str
) -> None:
    assert sentence(text).event.location == place


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Đã ký kết chương trình hợp tác giữa tỉnh Cà Mau – Ninh Bình giai đoạn 2025-2030.",
            {"tỉnh Cà Mau", "Ninh Bình"},
        ),
        (
            "Sở Y tế Hà Nội ký kết thỏa thuận hợp tác giữa hai tỉnh Sơn La và Hủa Phăn.",
            {"Sơn La", "Hủa Phăn"},
        ),
        (
            "Trường Đại học Thủy Lợi (Hà Nội), Trường Đại học Mỏ - Địa chất và Trường Đại học Vinh"
            " đã cùng nhau ký kết Biên bản ghi nhớ hợp tác.",
            {"Trường Đại học Thủy Lợi", "Trường Đại học Mỏ - Địa chất", "Trường Đại học Vinh"},
        ),
        (
            "Khoa Toán, Trường Đại học Vinh và Viện Toán học đã ký bản ghi nhớ hợp tác.",
            {"Khoa Toán", "Viện Toán học"},
        ),
        (
            "UBND tỉnh Nghệ An đã ký kết Quy chế phối hợp. UBND tỉnh Nghệ An ký kết với Bộ Tư pháp"
            " và Bộ Công an các nội dung gồm: đào tạo.",
            {"UBND tỉnh Nghệ An", "Bộ Tư pháp", "Bộ Công an"},
        ),
    ],
)
def test_parties_are_told_in_lists_and_pairs(text: str, parties: set[str]) -> None:
    made = sentence(text)
    names: dict[int | str, str] = {one.key: one.name for one in made.organizations}
    (agreement,) = made.agreements
    assert {names[key] for key in agreement.parties} == parties


def test_bodies_in_one_list_are_not_one() -> None:
    made = sentence(
        "Dự có Trường Đại học Bách khoa Hà Nội, Trường Đại học Bách khoa (Đại học Đà Nẵng) và"
        " Đại học Huế."
    )
    assert "Trường Đại học Bách khoa" in bodies(made)


def test_a_name_that_runs_on_once_is_cut_to_the_one_the_article_has() -> None:
    made = draft_of(
        "Trường Đại học Cửu Long quan hệ với nhiều nước\n"
        "Chiều 12/3, Trường Đại học Cửu Long đã tiếp đoàn. Trường Đại học Cửu Long có 4 khoa.\n"
    )
    assert bodies(made) == ["Trường Đại học Cửu Long"]


def test_a_name_cut_short_is_of_the_person_who_has_it_in_full() -> None:
    made = sentence(
        "Tổng thư ký VFF Dương Nghiệp cho rằng bóng đá tiến bộ. Ông Dương Nghiệp Khôi nói thêm."
    )
    assert list(people(made)) == ["Dương Nghiệp Khôi"]


@pytest.mark.parametrize(
    "caption",
    [
        "(Đồng chí Nguyễn Đình Khang, Chủ tịch Tổng LĐLĐ Việt Nam trao nhà Mái ấm Công đoàn)",
        "Ban tổ chức lớp.",
    ],
)
def test_a_few_words_before_the_lead_are_under_its_picture(caption: str) -> None:
    lead = "Ngày 18-6-2018, Học viện Chính trị khu vực IV tổ chức khai giảng lớp học. " * 3
    made = draft_of(f"Khai giảng lớp cao cấp lý luận chính trị\n{caption}\n{lead}\n{lead}\n")
    assert [b.text for b in made.article.blocks if b.kind == "caption"] == [caption]


def test_who_took_the_picture_is_no_person_of_the_event() -> None:
    lead = "Chiều 12/3, lãnh đạo Trường Đại học Cửu Long tiếp đoàn công tác Hàn Quốc. " * 3
    made = draft_of(f"Trường tiếp đoàn công tác\nTin - ảnh: Hồng Phong\n(NLĐO) - {lead}\n{lead}\n")
    assert [b.kind for b in made.article.blocks] == ["headline", "byline", "paragraph", "paragraph"]
    assert people(made) == {}
