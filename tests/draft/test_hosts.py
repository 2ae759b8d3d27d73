"""Forms of news that tell who holds an event, and on which side someone is."""

from __future__ import annotations

import pytest

from tests.draft.making import draft_of, sentence
from tui.draft.model import Draft


def organizers(made: Draft) -> list[str]:
    return [one.name for one in made.organizations if "organizer" in one.roles]


def roles(made: Draft) -> dict[str, tuple[str, ...]]:
    return {one.name: one.roles for one in made.people}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Hội thảo được phối hợp tổ chức bởi Viện Sử học, Trường Đại học Vinh và Đại học Kyoto.",
            ["Viện Sử học", "Trường Đại học Vinh", "Đại học Kyoto"],
        ),
        (
            "Ngày 25/10, Viện Sử học cùng các bộ, ngành, địa phương và đối tác quốc tế tổ chức Hội"
            " thảo khoa học.",
            ["Viện Sử học"],
        ),
        (
            "Đại sứ quán Việt Nam ở thủ đô Paris, Cộng hòa Pháp, vừa tổ chức cuộc giao lưu.",
            ["Đại sứ quán Việt Nam"],
        ),
        (
            "Trường Đại học Ngoại ngữ – Đại học Quốc gia Hà Nội đã tổ chức Hội thảo.",
            ["Trường Đại học Ngoại ngữ"],
        ),
        ("Lễ kỷ niệm 70 năm ngày thành lập Bộ Nội vụ diễn ra sáng nay.", ["Bộ Nội vụ"]),
        ("Bộ Y tế công bố các quyết định về công tác cán bộ.", ["Bộ Y tế"]),
    ],
    ids=[
        "by a list",
        "with the ministries",
        "in a city",
        "a school, a dash",
        "its day",
        "decisions",
    ],
)
def test_who_holds_the_event_is_told_in_more_forms(text: str, names: list[str]) -> None:
    assert organizers(sentence(text)) == names


def test_the_side_of_a_province_is_that_of_its_committee() -> None:
    made = sentence(
        "Đoàn công tác của JICA đã có buổi làm việc với UBND tỉnh Quảng Ngãi. Tham dự, về phía tỉnh"
        " Quảng Ngãi có ông Trần Hoàng Tuấn, Phó Chủ tịch UBND tỉnh. Về phía JICA có ông Sugano"
        " Yuichi, Trưởng đại diện."
    )
    assert roles(made) == {"Trần Hoàng Tuấn": ("organizer-side",), "Sugano Yuichi": ("guest",)}


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp đoàn công tác, ông Bùi Thế Duy cho biết kết quả.",
        "Tại buổi tiếp đoàn, ông Bùi Thế Duy cho biết kết quả.",
        "Ông Bùi Thế Duy đã đại diện Nhà trường tiếp đón đoàn.",
    ],
)
def test_who_receives_a_delegation_is_of_the_hosts(text: str) -> None:
    assert roles(sentence(text))["Bùi Thế Duy"][0] == "organizer-side"


def test_what_follows_something_else_receives_nobody() -> None:
    made = sentence("Tiếp đó, ông Bùi Thế Duy chia sẻ về chương trình.")
    assert roles(made) == {"Bùi Thế Duy": ("speaker",)}


def test_those_who_preside_with_their_offices_before_their_names_are_all_of_the_hosts() -> None:
    made = sentence(
        "Thứ trưởng Bộ KH&CN Bùi Thế Duy và Chủ tịch UBND tỉnh Bình Định Phạm Anh Tuấn chủ trì hội"
        " nghị."
    )
    assert set(roles(made).values()) == {("organizer-side",)}


def test_those_who_say_something_together_both_speak() -> None:
    made = sentence(
        "Đại sứ Việt Nam Phạm Quang Vinh và Đại sứ Lào Mai Sayavongs khẳng định điều đó."
    )
    assert set(roles(made).values()) == {("speaker",)}


def test_who_stands_in_a_list_of_those_who_attend_is_a_guest() -> None:
    made = draft_of(
        "Lễ khánh thành cầu\n\nTham dự lễ có:\n\n- Ông Bùi Thế Duy, Thứ trưởng Bộ KH&CN\n"
        "- Ông Phạm Anh Tuấn, Chủ tịch UBND tỉnh Bình Định\n"
    )
    assert set(roles(made).values()) == {("guest",)}


def test_a_deputy_prime_minister_who_speaks_at_the_event_of_others_is_a_guest() -> None:
    made = sentence(
        "Viện Sử học tổ chức Hội thảo. Phó Thủ tướng Lê Thành Long phát biểu tại Hội thảo."
    )
    assert roles(made) == {"Lê Thành Long": ("guest", "speaker")}


def test_those_who_receive_together_are_all_of_the_hosts() -> None:
    made = sentence(
        "Tổng Giám đốc PV GAS Phạm Văn Phong, cùng Phó Tổng Giám đốc Nguyễn Phúc Tuệ và các Ban đã"
        " có buổi tiếp đoàn."
    )
    assert set(roles(made).values()) == {("organizer-side",)}


def test_who_stands_for_a_host_is_of_the_hosts() -> None:
    made = sentence(
        "Viện Sử học tổ chức hội thảo. TS. Bùi Thế Duy, đại diện Viện Sử học phát biểu chào mừng."
    )
    assert roles(made) == {"Bùi Thế Duy": ("organizer-side", "speaker")}


def test_a_department_of_the_ministry_that_holds_the_event_is_no_guest() -> None:
    made = sentence(
        "Bộ Y tế tổ chức Hội nghị. Ông Bùi Thế Duy, Cục trưởng Cục Quản lý Dược, cho biết kết quả."
    )
    assert roles(made) == {"Bùi Thế Duy": ("speaker",)}


def test_who_gives_a_report_is_no_rapporteur_in_a_list() -> None:
    made = sentence(
        "Các báo cáo viên là các nhà khoa học đến từ Đại học Tokyo (GS.TS Hiroo Fukuda)."
    )
    assert "speaker" not in roles(made)["Hiroo Fukuda"]


def test_those_who_lead_a_delegation_together_are_both_guests() -> None:
    made = sentence(
        "Đoàn do ông Bùi Thế Duy, Thứ trưởng Bộ KH&CN và PGS.TS Phạm Anh Tuấn, thành viên Hội đồng"
        " Thành viên PVN dẫn đầu đã đến thăm và làm việc tại Đại học Kyoto."
    )
    assert set(roles(made).values()) == {("guest",)}
    assert [office.title for office in made.people[1].positions] == ["thành viên"]
