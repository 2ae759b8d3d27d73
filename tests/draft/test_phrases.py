"""Names and offices in one sentence: where they begin, and where they end."""

from __future__ import annotations

import pytest

from tests.draft.making import bodies, people, sentence


@pytest.mark.parametrize(
    ("words", "name", "office"),
    [
        (
            "Chủ tịch UBND tỉnh Hưng Yên Nguyễn Khắc Thận",
            "Nguyễn Khắc Thận",
            "Chủ tịch @ UBND tỉnh Hưng Yên",
        ),
        (
            "ông Nguyễn Đức Trung - Bí thư Tỉnh ủy Nghệ An",
            "Nguyễn Đức Trung",
            "Bí thư @ Tỉnh ủy Nghệ An",
        ),
        (
            "Đại tướng Phan Văn Giang, Bộ trưởng Bộ Quốc phòng",
            "Phan Văn Giang",
            "Bộ trưởng @ Bộ Quốc phòng",
        ),
        (
            "bà Nguyễn Thị Hồng (Thống đốc Ngân hàng Nhà nước)",
            "Nguyễn Thị Hồng",
            "Thống đốc @ Ngân hàng Nhà nước",
        ),
        ("Thủ tướng Campuchia Hun Manet", "Hun Manet", "Thủ tướng Campuchia"),
        (
            "Tổng Bí thư, Chủ tịch nước Lào Thongloun Sisoulith",
            "Thongloun Sisoulith",
            "Chủ tịch nước Lào",
        ),
        (
            "Giám đốc Quốc gia ADB Shantanu Chakraborty",
            "Shantanu Chakraborty",
            "Giám đốc Quốc gia @ ADB",
        ),
        (
            "đồng chí Hầu A Lềnh, Chủ nhiệm Ủy ban Dân tộc",
            "Hầu A Lềnh",
            "Chủ nhiệm @ Ủy ban Dân tộc",
        ),
        (
            "ông Nguyễn Khắc Định, Phó Chủ tịch Quốc hội",
            "Nguyễn Khắc Định",
            "Phó Chủ tịch @ Quốc hội",
        ),
        (
            "Đại sứ Đặc mệnh toàn quyền Liên bang Nga tại Việt Nam Ngài Gennady Bezdetko",
            "Gennady Bezdetko",
            "Đại sứ Đặc mệnh toàn quyền Liên bang Nga tại Việt Nam",
        ),
        (
            "Hòa thượng Thích Thiện Tâm, Phó Chủ tịch HĐTS GHPGVN",
            "Thích Thiện Tâm",
            "Phó Chủ tịch @ HĐTS GHPGVN",
        ),
        (
            "Phó Bí thư Tỉnh ủy – Chủ tịch UBND tỉnh Trần Văn Cần",
            "Trần Văn Cần",
            "Phó Bí thư @ Tỉnh ủy",
        ),
        (
            "Tỉnh trưởng tỉnh Sạ-vẳn-na-khệt Bun-chồm U-bồn-pạ-sợt",
            "Bun-chồm U-bồn-pạ-sợt",
            "Tỉnh trưởng tỉnh Sạ-vẳn-na-khệt",
        ),
        ("Quận trưởng Kim Youngbae", "Kim Youngbae", "Quận trưởng"),
        (
            "Phó Ban Tổ chức Trung ương Hoàng Đăng Quang",
            "Hoàng Đăng Quang",
            "Phó Ban Tổ chức Trung ương",
        ),
        (
            "bà Cao Xuân Thu Vân, Bí thư Đảng đoàn, Chủ tịch Liên minh Hợp tác xã Việt Nam",
            "Cao Xuân Thu Vân",
            "Chủ tịch @ Liên minh Hợp tác xã Việt Nam",
        ),
        ("Ông Điểu K’Ré, Phó Chủ tịch HĐND tỉnh", "Điểu K’Ré", "Phó Chủ tịch @ HĐND tỉnh"),
    ],
)
def test_an_office_belongs_to_the_name_beside_it(words: str, name: str, office: str) -> None:
    found = people(sentence(f"Cùng dự có {words}."))
    assert list(found) == [name]
    assert office in found[name]


def test_a_list_after_a_colon_shares_the_office() -> None:
    found = people(
        sentence(
            "Dự có các Thứ trưởng Bộ KH&CN: Lê Xuân Định, Trần Văn Tùng và Nguyễn Hoàng Giang."
        )
    )
    assert list(found) == ["Lê Xuân Định", "Trần Văn Tùng", "Nguyễn Hoàng Giang"]
    assert all(offices == ["Thứ trưởng @ Bộ KH&CN"] for offices in found.values())


@pytest.mark.parametrize(
    "words",
    [
        "tại đường Trần Hưng Đạo",
        "ở Trường Tiểu học Lê Văn Tám",
        "tại tỉnh Hà Nam",
        "nhận Giải thưởng Tạ Quang Bửu",
    ],
)
def test_a_street_a_school_a_place_and_a_prize_are_no_people(words: str) -> None:
    assert people(sentence(f"Buổi lễ diễn ra {words} trong hai ngày.")) == {}


def test_names_of_one_body_are_one() -> None:
    made = sentence(
        "Sở Khoa học và Công nghệ (KH&CN) tỉnh Thái Nguyên làm việc với Trường Đại học Khoa học "
        "Tự nhiên. Trường ĐHKHTN và Sở KH&CN tỉnh Thái Nguyên thống nhất kế hoạch; Sở KH&CN là "
        "đầu mối."
    )
    assert len(bodies(made)) == 2
    assert "Trường ĐHKHTN" in made.organizations[1].other_names


@pytest.mark.parametrize(
    ("words", "name", "office"),
    [
        ("Bộ trưởng Bộ Công an Tô Lâm", "Tô Lâm", "Bộ trưởng @ Bộ Công an"),
        (
            "Bộ trưởng Bộ Công an Lào Vilay Lakhamphong",
            "Vilay Lakhamphong",
            "Bộ trưởng @ Bộ Công an Lào",
        ),
        (
            "ông Alounxay Sounnalath - Tỉnh trưởng tỉnh Champasak",
            "Alounxay Sounnalath",
            "Tỉnh trưởng tỉnh Champasak",
        ),
        (
            "Tỉnh trưởng tỉnh Svay Rieng Men Vibol",
            "Men Vibol",
            "Tỉnh trưởng tỉnh Svay Rieng",
        ),
        (
            "bà Âu Thị Mai, Đại biểu Quốc hội tỉnh Tuyên Quang,",
            "Âu Thị Mai",
            "Đại biểu Quốc hội tỉnh Tuyên Quang",
        ),
        (
            "đồng chí Tống Quang Thìn, TVTU,",
            "Tống Quang Thìn",
            "TVTU",
        ),
        (
            "Đại sứ nước CHDCND Lào tại Việt Nam Sẻng Phết Hùng Bun Nhuông",
            "Sẻng Phết Hùng Bun Nhuông",
            "Đại sứ nước CHDCND Lào tại Việt Nam",
        ),
        (
            "đồng chí Hoàng Hồng Diệu - Bí thư Huyện uỷ Thạch An",
            "Hoàng Hồng Diệu",
            "Bí thư @ Huyện uỷ Thạch An",
        ),
        (
            "Thượng tọa Thích Đức Thiện, Phó Chủ tịch Hội đồng Trị sự,",
            "Thích Đức Thiện",
            "Phó Chủ tịch @ Hội đồng Trị sự",
        ),
        (
            "ông Lữ Quang Ngời, Phó Bí thư tỉnh,",
            "Lữ Quang Ngời",
            "Phó Bí thư tỉnh",
        ),
        (
            "ông Vương Quốc Tuấn, Chủ tịch UBND tỉnh Bắc Ninh (2021-2026),",
            "Vương Quốc Tuấn",
            "Chủ tịch @ UBND tỉnh Bắc Ninh",
        ),
        (
            "chức vụ Chủ tịch UBND tỉnh Bắc Kạn của ông Trương Chí Trung",
            "Trương Chí Trung",
            "Chủ tịch @ UBND tỉnh Bắc Kạn",
        ),
    ],
)
def test_an_office_and_a_name_meet_where_the_language_says(
    words: str, name: str, office: str
) -> None:
    assert people(sentence(f"Sáng nay, {words} đã phát biểu.")) == {name: [office]}


def test_an_appointment_gives_the_new_office_too() -> None:
    made = sentence(
        "Bổ nhiệm ông Bùi Thế Duy, Thứ trưởng Bộ Khoa học và Công nghệ giữ chức vụ Bí thư Tỉnh ủy."
    )
    assert people(made)["Bùi Thế Duy"] == [
        "Thứ trưởng @ Bộ Khoa học và Công nghệ",
        "Bí thư @ Tỉnh ủy",
    ]


def test_an_office_after_a_dash_is_of_all_who_are_announced_together() -> None:
    made = sentence("Dự có các ông Bùi Thế Duy, Trần Hồng Thái – Thứ trưởng Bộ KH&CN.")
    assert people(made) == {
        "Bùi Thế Duy": ["Thứ trưởng @ Bộ KH&CN"],
        "Trần Hồng Thái": ["Thứ trưởng @ Bộ KH&CN"],
    }
    alone = sentence("Dự có ông Bùi Thế Duy, bà Đào Hồng Lan – Bộ trưởng Bộ Y tế.")
    assert people(alone)["Bùi Thế Duy"] == []


def test_companies_are_one_with_and_without_their_form_before_the_law() -> None:
    made = sentence(
        "Công ty TNHH MTV Apatit Việt Nam khởi công nhà máy. Công ty Apatit Việt Nam cảm ơn tỉnh."
    )
    assert bodies(made) == ["Công ty TNHH MTV Apatit Việt Nam"]


def test_a_name_with_a_short_form_within_stays_word_for_word() -> None:
    text = "Ủy ban nhân dân (UBND) tỉnh Lâm Đồng tổ chức hội nghị."
    assert all(name in text for one in sentence(text).organizations for name in (one.name,))


def test_a_foreign_name_in_a_list_of_people_is_one() -> None:
    made = sentence(
        "Dự có các đồng chí: Khăm Khăn Chăn Thạ Vy Sục - Bí thư Tỉnh ủy; Sụ Căn Bun Nhông - Phó Bí"
        " thư Tỉnh ủy."
    )
    assert people(made) == {
        "Khăm Khăn Chăn Thạ Vy Sục": ["Bí thư @ Tỉnh ủy"],
        "Sụ Căn Bun Nhông": ["Phó Bí thư @ Tỉnh ủy"],
    }


def test_a_deputy_is_not_a_man_of_the_family_pho() -> None:
    made = sentence("Đồng chí Phó Bí thư Thường trực Tỉnh ủy Phạm Hoàng Sơn phát biểu.")
    assert list(people(made)) == ["Phạm Hoàng Sơn"]


def test_a_brand_ends_the_name_of_a_body() -> None:
    made = sentence("Việc thành lập Học viện Sejong và Hợp tác giao lưu quốc tế được bàn kỹ.")
    assert bodies(made) == ["Học viện Sejong"]


def test_an_office_told_in_full_is_not_told_again_in_short() -> None:
    found = people(
        sentence("Thủ tướng Chính phủ Phạm Minh Chính chủ trì; Thủ tướng Phạm Minh Chính kết luận.")
    )
    assert found == {"Phạm Minh Chính": ["Thủ tướng Chính phủ"]}


def test_a_class_of_students_is_nobody() -> None:
    assert people(sentence("Nhiều bạn sinh viên K53 của trường đã đến dự.")) == {}
