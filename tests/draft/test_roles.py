"""Who holds the event, who is of the hosts, who is a guest."""

from __future__ import annotations

import pytest

from tests.draft.making import sentence
from tui.draft.model import Draft


def organizers(made: Draft) -> list[str]:
    return [one.name for one in made.organizations if "organizer" in one.roles]


def roles(made: Draft) -> dict[str, tuple[str, ...]]:
    return {one.name: one.roles for one in made.people}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chiều 26/5, UBND thành phố tổ chức Hội nghị công bố quyết định.", "UBND thành phố"),
        ("Hội thảo do Viện Sử học tổ chức diễn ra ngày 8/9.", "Viện Sử học"),
        (
            "Đoàn công tác do ông Bùi Thế Duy dẫn đầu đã có buổi làm việc với lãnh đạo Trường"
            " Đại học Đà Lạt.",
            "Trường Đại học Đà Lạt",
        ),
        (
            "Ngày 5/1/2023, tại trụ sở Bộ Y tế đã diễn ra lễ ký kết hợp tác.",
            "Bộ Y tế",
        ),
        (
            "Sáng 20/1, tại trụ sở Bộ Y tế, Thứ trưởng Nguyễn Thị Liên Hương đã có buổi tiếp và"
            " làm việc với đoàn.",
            "Bộ Y tế",
        ),
        (
            "Sáng 17/4/2018, tại Công an tỉnh, Đoàn thanh niên Công an tỉnh tổ chức hội nghị.",
            "Đoàn thanh niên Công an tỉnh",
        ),
        (
            "Buổi làm việc do Phó Chủ tịch UBND tỉnh Quảng Ngãi Trần Hoàng Tuấn chủ trì.",
            "UBND tỉnh Quảng Ngãi",
        ),
    ],
)
def test_who_holds_the_event(text: str, name: str) -> None:
    assert organizers(sentence(text)) == [name]


def test_a_school_and_not_the_whole_that_it_is_part_of_holds_the_event() -> None:
    made = sentence("Trường Đại học Khoa học, Đại học Huế tổ chức Hội thảo khoa học quốc gia.")
    assert organizers(made) == ["Trường Đại học Khoa học"]


def test_cung_du_at_a_reception_is_said_of_the_hosts() -> None:
    made = sentence(
        "Tại trụ sở Chính phủ, Thủ tướng Phạm Minh Chính đã tiếp Đại sứ Nhật Bản tại Việt Nam Ito"
        " Naoki. Cùng dự có ông Bùi Thanh Sơn, Bộ trưởng Bộ Ngoại giao."
    )
    assert roles(made) == {
        "Phạm Minh Chính": ("organizer-side",),
        "Ito Naoki": ("guest",),
        "Bùi Thanh Sơn": ("organizer-side",),
    }


def test_those_who_preside_together_are_all_of_the_hosts() -> None:
    made = sentence(
        "Ông Bùi Thế Duy, Thứ trưởng Bộ KH&CN và ông Phạm Anh Tuấn, Chủ tịch UBND tỉnh Bình Định"
        " đồng chủ trì hội nghị."
    )
    assert set(roles(made).values()) == {("organizer-side",)}


def test_who_signs_for_two_bodies_does_not_speak() -> None:
    made = sentence(
        "Thay mặt hai đơn vị, ông Bùi Thế Duy và ông Phạm Anh Tuấn đã ký kết quy chế phối hợp giữa"
        " Bộ KH&CN và UBND tỉnh Bình Định."
    )
    assert all("speaker" not in one for one in roles(made).values())


def test_who_leads_a_delegation_holds_no_office_by_that() -> None:
    made = sentence(
        "Đoàn do ông Bùi Thế Duy, Thứ trưởng Bộ KH&CN làm Trưởng đoàn đã có buổi làm việc tại trụ"
        " sở UBND tỉnh Quảng Ngãi."
    )
    assert [office.title for office in made.people[0].positions] == ["Thứ trưởng"]
    assert roles(made) == {"Bùi Thế Duy": ("guest",)}


def test_those_who_sign_together_both_sign() -> None:
    made = sentence(
        "Ông Bùi Thế Duy, Thứ trưởng Bộ KH&CN và ông Phạm Anh Tuấn, Chủ tịch UBND tỉnh Bình Định đã"
        " ký kết chương trình phối hợp giữa Bộ KH&CN và UBND tỉnh Bình Định."
    )
    assert all("signatory" in one for one in roles(made).values())


def test_who_leads_a_visit_abroad_and_thanks_is_a_guest() -> None:
    made = sentence(
        "Đoàn do ông Bùi Thanh An, Phó Chủ tịch UBND tỉnh dẫn đầu đến thăm. Thay mặt Đảng bộ, chính"
        " quyền và nhân dân tỉnh Nghệ An, ông Bùi Thanh An cảm ơn."
    )
    assert roles(made)["Bùi Thanh An"][0] == "guest"


def test_the_side_ends_where_another_begins() -> None:
    made = sentence(
        "Về phía Bộ Y tế có bà Đào Hồng Lan, Bộ trưởng; phía PVN có ông Lê Mạnh Hùng, Chủ tịch"
        " HĐTV."
    )
    bodies_of = {one.key: one.name for one in made.organizations}
    offices = {one.name: one.positions for one in made.people}
    assert bodies_of[offices["Đào Hồng Lan"][0].organization] == "Bộ Y tế"  # type: ignore[index]
    assert bodies_of[offices["Lê Mạnh Hùng"][0].organization] == "PVN"  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "speak"),
    [
        ("Chủ tịch UBND tỉnh nhấn mạnh kết quả ấy.", {"Phạm Anh Tuấn"}),
        ("Phó Chủ tịch UBND tỉnh nhấn mạnh kết quả ấy.", set()),  # two hold that office
        ("Chủ tịch UBND huyện nhấn mạnh kết quả ấy.", set()),
        ("Chủ tịch UBND tỉnh Phạm Anh Tuấn về dự.", set()),
    ],
)
def test_who_speaks_by_an_office_alone_is_its_one_holder(text: str, speak: set[str]) -> None:
    made = sentence(
        "Dự có ông Phạm Anh Tuấn, Chủ tịch UBND tỉnh; ông Nguyễn Tự Công Hoàng, Phó Chủ tịch UBND"
        f" tỉnh; ông Lâm Hải Giang, Phó Chủ tịch UBND tỉnh. {text}"
    )
    assert {one.name for one in made.people if "speaker" in one.roles} == speak
