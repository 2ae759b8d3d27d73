"""Names, offices and bodies in one sentence: where they begin, and where they end."""

from __future__ import annotations

import pytest

from tests.draft.making import bodies, people, sentence

BODIES = (
    "Sở Văn hóa, Thể thao và Du lịch Trà Vinh",
    "Bộ Lao động - Thương binh và Xã hội",
    "UBND tỉnh Quảng Trị",
    "UBND TP. Hà Nội",
    "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam",
    "Hiệp hội Các trường đại học, cao đẳng Việt Nam",
    "Tổng cục giáo dục nghề nghiệp",
    "Trường THPT Chu Văn An",
    "Trường Đại học Bách khoa Hà Nội",
    "Đoàn Khối các cơ quan và Doanh nghiệp tỉnh",
    "Ban Quản lý các Khu công nghiệp tỉnh Bắc Ninh",
    "Đại sứ quán Nhật Bản tại Việt Nam",
    "Công ty Cổ phần FPT",
    "Ngân hàng Thế giới",
    "Đại học Quốc gia Lào",
    "Quân khu 4",
    "Quỹ Khuyến tài Việt Nam",
    "Công đoàn Viên chức tỉnh",
    "Ban Tuyên giáo Tỉnh ủy Nghệ An",
    "Ủy ban MTTQ Việt Nam tỉnh Gia Lai",
    "UBND thành phố",
    "Đại học Chung-Ang",
    "Khoa Quốc tế học",
    "Tổ chức Quốc tế Pháp ngữ",
    "Khoa Điện – Điện tử",
    "Hội Doanh nhân Thanh Hóa tại Hà Nội",
    "Mặt trận Lào xây dựng đất nước",
    "Hội đồng tỉnh Prey Veng",
    "ủy ban nhân dân tỉnh Hà Giang",
    "sở khoa học và công nghệ",
    "Đại sứ quán nước Cộng hòa Dân chủ Nhân dân Lào",
    "Hiệp hội du lịch TP.Đài Trung",
    "Tổng công ty Phát điện 3",
    "Bệnh viện Đại học Y Hà Nội",
    "UB MTTQ huyện",
    "Cục Văn hóa và Du lịch châu Hồng Hà",
    "Trường Đại học Mỏ - Địa chất",
    "Trường Đại học Kinh tế - Kỹ thuật Bình Dương",
    "Trường Chính trị - Hành chính tỉnh Hủa Phăn",
    "Trung tâm Nhiệt đới Việt - Nga",
    "Bệnh viện Hữu nghị Việt Nam - Cuba",
    "Trung tâm Hỗ trợ khởi nghiệp và đổi mới sáng tạo",
    "Học viện Kinh tế quốc dân và Hành chính công",
    "Viện Chính sách và quản lý",
    "Khoa Kinh tế và Quản lý công",
    "Tập đoàn Công Nghiệp – Viễn Thông Quân Đội",
    "Cục Văn hóa, Thể thao và Phát thanh, truyền hình huyện Hà Khẩu",
    "Thư viện châu Hồng Hà",
    "Văn phòng đại diện phía Nam",
    "Ty công an tỉnh Kratie",
    "Ủy ban chính quyền tỉnh Bo Ly Khăm Xay",
    "Hội Giống cây trồng Việt Nam",
    "Trung tâm chuyển giao công nghệ và Khuyến nông",
    "Vụ KHCN và Môi trường",
    "Trường THPT chuyên Quang Trung",
    "Hiệp hội các doanh nghiệp Hàn Quốc tại Thành phố Hồ Chí Minh",
)


@pytest.mark.parametrize("name", BODIES)
def test_the_name_of_a_body_ends_where_a_verb_begins(name: str) -> None:
    assert bodies(sentence(f"Theo kế hoạch, {name} đã tổ chức lễ ra mắt.")) == [name]


def test_a_list_of_departments_is_no_name_of_the_office_before_it() -> None:
    found = bodies(sentence("Dự có lãnh đạo Văn phòng UBND tỉnh, Tài chính, Xây dựng và Nội vụ."))
    assert found == ["Văn phòng UBND tỉnh"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PVN ký thỏa thuận hợp tác với EVN.", "PVN"),
        ("Đại diện JICA đã thăm nhà máy nước.", "JICA"),
        ("Trường Đại học Bách khoa Hà Nội và VNPT mở phòng thí nghiệm.", "VNPT"),
        (
            "Lễ ký giữa Viettel TP. Hồ Chí Minh và nhà trường diễn ra sáng qua.",
            "Viettel TP. Hồ Chí Minh",
        ),
        ("Tổng Giám đốc PV GAS Phạm Văn Phong nêu kết quả.", "PV GAS"),
    ],
)
def test_letters_or_a_brand_are_a_body_where_one_stands(text: str, name: str) -> None:
    assert name in bodies(sentence(text))


@pytest.mark.parametrize(
    "text",
    [
        "Phần mềm GIS giúp quản lý đất đai.",
        "Thời gian qua, trường hợp tác với một công ty Hàn Quốc xây dựng nhà máy.",
        "Tỉnh thành lập 38 Đảng bộ xã và các Đảng bộ cơ sở khác.",
    ],
)
def test_what_names_no_body_of_its_own_is_none(text: str) -> None:
    assert bodies(sentence(text)) == []


@pytest.mark.parametrize(
    "words",
    ["Hội nghị toàn quốc", "Bộ trưởng", "Trường hợp này", "Đoàn công tác", "Hội Nghị Tổng kết"],
)
def test_what_only_begins_like_a_body_is_none(words: str) -> None:
    assert bodies(sentence(f"{words} đã được nhắc tới trong ngày làm việc.")) == []


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
