"""Names of bodies in one sentence: where they begin, and where they end."""

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
    "Bộ Tư lệnh Vùng Cảnh sát biển 2",
    "Cục Nhà giáo và cán bộ quản lý giáo dục",
    "Bộ Tổng Tham mưu",
    "Truyền hình Quốc hội Việt Nam",
    "Đài Phát thanh - truyền hình Đồng Nai",
    "Đại học Khoa học ứng dụng Bremen",
    "Phòng Khoa học & Hợp tác quốc tế",
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


def test_a_school_and_the_university_of_which_it_is_are_two() -> None:
    found = bodies(sentence("Trường Đại học Ngoại ngữ – Đại học Quốc gia Hà Nội đã mở lớp."))
    assert found == ["Trường Đại học Ngoại ngữ", "Đại học Quốc gia Hà Nội"]


def test_a_name_with_its_letters_behind_it_is_of_the_same_body() -> None:
    found = bodies(
        sentence("Tỉnh ký với Đài tiếng nói Việt Nam VOV; Đài Tiếng nói Việt Nam đã phát tin.")
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tập đoàn VNPT họp. Tập đoàn Bưu chính Viễn thông Việt Nam báo cáo.", 1),
        ("Ủy ban T.Ư MTTQVN họp. Ủy ban TƯMTTQVN báo cáo.", 1),
        ("Đại học Kyoto họp. Trường Đại học Kyoto Nhật Bản báo cáo.", 1),
        ("BCH Trung ương Đảng họp. BCH Trung ương Đảng Cộng sản Việt Nam bàn.", 1),
        ("Tập đoàn Điện lực Việt Nam họp. Tập đoàn VNPT báo cáo.", 2),
    ],
)
def test_short_forms_that_all_know_are_of_one_body(text: str, names: int) -> None:
    assert len(sentence(text).organizations) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Trường Cao đẳng Phương Đông và Thành phố Kisarazu cam kết hợp tác.",
            ["Trường Cao đẳng Phương Đông"],
        ),
        ("Bằng khen của Công đoàn ngành Y tế Thái Bình.", ["Công đoàn ngành Y tế Thái Bình"]),
        ("Ngày truyền thống ngành Tổ chức nhà nước.", []),
        ("Đại diện các tổ chức quốc tế như UNESCO, UNDP, JICA.", ["UNESCO", "UNDP", "JICA"]),
    ],
    ids=["a city after và", "the union of a branch", "a branch", "given as examples"],
)
def test_where_names_of_bodies_end_and_begin(text: str, names: list[str]) -> None:
    assert [one.name for one in sentence(text).organizations] == names


def test_who_acts_as_a_head_holds_another_office_than_the_head() -> None:
    made = sentence("Ông Bùi Thế Duy, quyền Hiệu trưởng Trường Đại học Vinh, phát biểu.")
    assert people(made) == {"Bùi Thế Duy": ["quyền Hiệu trưởng @ Trường Đại học Vinh"]}


def test_the_formal_name_of_the_state_ends_a_title() -> None:
    made = sentence("Dự có ông Trương Tấn Sang, nguyên Chủ tịch nước CHXHCN VN và phu nhân.")
    assert people(made) == {"Trương Tấn Sang": ["nguyên Chủ tịch nước CHXHCN VN"]}


def test_the_letters_of_a_field_go_on_a_department_after_a_dash() -> None:
    made = sentence("Lãnh đạo Sở Nông nghiệp - PTNT ký kết chương trình phối hợp.")
    assert [one.name for one in made.organizations] == ["Sở Nông nghiệp - PTNT"]


def test_an_agreement_in_the_years_told_has_that_period() -> None:
    made = sentence(
        "Hội Nông dân tỉnh Long An và Sở Y tế tỉnh Long An đã ký kết kế hoạch phối hợp tổ chức thực"
        " hiện trong năm 2017-2018."
    )
    assert made.agreements[0].period == (2017, 2018)
