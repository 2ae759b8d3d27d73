"""Names that contain a name, and people who share one: a mention is never of the wrong person."""

from __future__ import annotations

from itertools import product

import pytest

from tui.document.model import Text
from tui.document.texts import Texts
from tui.record.model import Organization, Person, Position
from tui.search.mentions import Mentions
from tui.text.folding import fold

PEOPLE = (
    Person(id="nam", name="Đỗ Hoài Nam", honorific_prefix="GS.TS"),
    Person(id="thang", name="Bùi Tất Thắng", honorific_prefix="PGS.TS"),
    Person(
        id="tuan",
        name="Trần Quang Tuấn",
        honorific_prefix="TS",
        positions=(Position(title="Giám đốc", organization="so"),),
    ),
    Person(id="hoa", name="Lê Thị Thanh Hoa"),
)
BODIES = (
    Organization(
        id="so",
        name="Sở Khoa học và Công nghệ Hải Phòng",
        alternate_names=("Sở KH&CN", "Sở Khoa học và Công nghệ"),
    ),
    Organization(id="viettel", name="Tập đoàn Viettel", alternate_names=("Viettel",)),
    Organization(id="hoi", name="Hội Khoa học"),
    Organization(id="ubnd", name="UBND tỉnh"),
    Organization(id="tormem", name="Công ty TORmem"),
    Organization(id="bo", name="Bộ KH&CN"),
    Organization(id="tinh-uy", name="Tỉnh ủy"),
    Organization(id="doan", name="Đoàn"),
    Organization(id="wb", name="Ngân hàng Thế giới", alternate_names=("WB",)),
    Organization(id="tai-chinh", name="Phòng Tài chính"),
)
THINGS = {thing.id: thing for thing in (*PEOPLE, *BODIES)}
LOCATION = Text("article", "event", "location", "Hải Phòng")
FORMS = ("ông", "Ông", "bà", "Bà", "đồng chí", "Đồng chí", "TS", "GS", "anh", "chị")
FAMILIES = "Nguyễn Trần Lê Phạm Vũ Đặng Bùi Đỗ Hồ Ngô Dương Đinh Hoàng".split()
MIDDLES = "Minh Văn Đức Anh Xuân Thị Ngọc Bích Khánh Việt Quốc Hải".split()


def named(text: str) -> list[tuple[str, str]]:
    texts = Texts([Text("article", "body[0]", "text", text), LOCATION])
    return [(text[r.start : r.end], r.id) for r in Mentions(THINGS, texts).within(0)]


def other_people() -> list[str]:
    """Return how texts call people who have a given name of the record, but are not in it."""
    calls = []
    for person in PEOPLE:
        given = person.name.split()[-1]
        for family, middle in product(FAMILIES, MIDDLES):
            calls += [f"{family} {given}", f"{middle} {given}", f"{family} {middle} {given}"]
            calls += [f"{family} {middle} {middle} {given}", f"{given} {middle}"]
    own = {person.name for person in PEOPLE} | {p.name.split(" ", 1)[1] for p in PEOPLE}
    return [call for call in dict.fromkeys(calls) if call not in own]


def test_an_honorific_before_another_person_of_the_same_given_name_ties_nobody() -> None:
    """Of 2,860 such cases 17.8 % were tied: *Ông Minh Tuấn* to Trần Quang Tuấn."""
    said = [f"{form} {call} nói." for form, call in product(FORMS, other_people())]
    assert len(said) > 10_000
    texts = Texts(Text("article", f"body[{i}]", "text", words) for i, words in enumerate(said))
    mentions = Mentions(THINGS, texts)
    assert [words for i, words in enumerate(said) if mentions.within(i)] == []


def test_a_longer_name_that_contains_a_name_ties_nobody() -> None:
    """*Trần Quang Tuấn Anh* and *Nguyễn Trần Quang Tuấn* counted as Trần Quang Tuấn."""
    names = [person.name for person in PEOPLE]
    longer = [
        *(f"{name} {given}" for name, given in product(names, [*MIDDLES, "Khoa", "Thư", "Nguyên"])),
        *(f"{family} {name}" for name, family in product(names, FAMILIES)),
    ]
    frames = ("{}", "Theo ông {} cho biết", "TS {} nói", "Phó Chủ tịch {}, Trưởng ban", "{}\nvà")
    wrong = [
        text
        for name, frame in product(longer, frames)
        for text in (frame.format(name), frame.format(fold(name).title()))
        if named(text)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "Trần Quang Tuấn Giám đốc Sở",
        "Trần Quang Tuấn Phó Chủ tịch UBND",
        "Trần Quang Tuấn Nguyên Giám đốc Sở",
        "Trần Quang Tuấn Viện trưởng",
        "Trần Quang Tuấn UBND thành phố",
        "Trần Quang Tuấn TS khoa học",
        "Trần Quang Tuấn, Anh và Nga",
        "Trần Quang Tuấn. Anh nói",
        "Trần Quang Tuấn\nNguyễn Văn Bình",
        "Trần Quang Tuấn (Anh)",
        "Trần Quang Tuấn nói",
        "Giám đốc Sở Trần Quang Tuấn",
        "UBND thành phố Hải Phòng Trần Quang Tuấn",
        "UBND tỉnh Hải Dương Trần Quang Tuấn",
        "UBND huyện An Dương Trần Quang Tuấn",
        "Trường Đại học Hải Dương Trần Quang Tuấn",
        "Bộ KH&CN Trần Quang Tuấn",
        "Anh Trần Quang Tuấn",
        "Theo Trần Quang Tuấn",
        "Nguyễn, Trần Quang Tuấn",
        "Chủ tịch UBND thành phố Trần Quang Tuấn",
        "TRẦN QUANG TUẤN",
    ],
)
def test_a_name_beside_other_words_is_whole(text: str) -> None:
    assert ("Trần Quang Tuấn".casefold(), "tuan") in [(n.casefold(), i) for n, i in named(text)]


@pytest.mark.parametrize("text", ["đường Trần Quang Tuấn", "Trường THPT Trần Quang Tuấn"])
def test_what_is_called_after_a_person_is_not_the_person(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "dùng Viettel Money",
        "Viettel Post và Viettel Store",
        "Viettel Hà Nội",
        "Sở KH&CN Nam Định",
        "Sở KH&CN tỉnh Nam Định",
        "Sở KH&CN TP Nam Định",
        "Sở KH&CN (Nam Định)",
        "Sở KH&CN của tỉnh Nam Định",
        "Sở Khoa học và Công nghệ Hà Nội",
        "Sở Khoa học và Công nghệ thành phố Hồ Chí Minh",
        "Hội Khoa học Kinh tế Việt Nam",
        "Hội Khoa học và Kỹ thuật",
        "UBND tỉnh Nam Định",
        "Sở KH&CN (Lào)",
        "Bộ KH&CN (Lào)",
        "Viettel Software",
        "Hoàng Văn Thạch, Tỉnh ủy viên",
        "Đoàn công tác của tỉnh",
        "Đoàn viên",
        "Đoàn đại biểu",
        "63 Sở KH&CN",
        "đại diện 63 Sở KH&CN",
        "các Sở KH&CN",
        "Sở KH&CN các tỉnh",
        "Sở KH&CN của các tỉnh",
        "Hội Khoa học (Hoa Kỳ)",
        "Công ty TORmem Hoa Kỳ",
        "Công ty TORmem (Hà Nội)",
        "Phòng Tài chính và Kế hoạch",
    ],
)
def test_a_name_of_another_body_that_contains_a_name_is_nobodys(text: str) -> None:
    """*Viettel* was found in Viettel Money, and that of Hải Phòng in *Sở KH&CN Nam Định*."""
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Viettel, Money", "Viettel"),
        ("Viettel Tào Đức Thắng", "Viettel"),
        ("Viettel Tổng Giám đốc", "Viettel"),
        ("Viettel và Vingroup", "Viettel"),
        ("Sở KH&CN Hải Phòng", "Sở KH&CN Hải Phòng"),
        ("Sở KH&CN thành phố Hải Phòng", "Sở KH&CN thành phố Hải Phòng"),
        ("Sở KH&CN Trần Văn Bình", "Sở KH&CN"),
        ("Sở KH&CN TS Trần Văn Bình", "Sở KH&CN"),
        ("Sở KH&CN và Viện Kinh tế", "Sở KH&CN"),
        ("Hội Khoa học và Viện Kinh tế", "Hội Khoa học"),
        ("Hội Khoa học và Hải Phòng", "Hội Khoa học"),
        ("UBND tỉnh Hải Phòng", "UBND tỉnh"),
        ("UBND tỉnh và Viettel", "UBND tỉnh"),
        ("Bộ KH&CN - Hà Nội", "Bộ KH&CN"),
        ("Bộ KH&CN (Hải Dương)", "Bộ KH&CN"),
        ("Viettel Group", "Viettel"),
        ("Ngày 25/4/2022 Sở KH&CN họp", "Sở KH&CN"),
        ("Sáng 18/4 Sở KH&CN họp", "Sở KH&CN"),
        ("Sáng ngày 18 Sở KH&CN họp", "Sở KH&CN"),
        ("Năm 2022 Sở KH&CN họp", "Sở KH&CN"),
        ("cán bộ Đoàn các cấp", "Đoàn"),
        ("phong trào của Đoàn", "Đoàn"),
        ("các Sở KH&CN Hải Phòng", "Sở KH&CN Hải Phòng"),
        ("lãnh đạo Tỉnh ủy, các sở", "Tỉnh ủy"),
        ("Công ty TORmem (Hoa Kỳ)", "Công ty TORmem"),
        ("Công ty TORmem của Hoa Kỳ", "Công ty TORmem"),
        ("Ngân hàng Thế giới và Quyết định số 265", "Ngân hàng Thế giới"),
        ("Ngân hàng Thế giới và Nghị quyết của tỉnh", "Ngân hàng Thế giới"),
        ("Phòng Tài chính và Kế hoạch số 5", "Phòng Tài chính"),
    ],
)
def test_a_name_of_a_body_beside_other_words_is_whole(text: str, name: str) -> None:
    assert named(text)[0][0] == name


def test_a_given_name_that_a_stranger_has_too_ties_nobody() -> None:
    assert named("Ông Nguyễn Văn Nam mở đầu. Sau đó ông Nam kết luận.") == []
    assert named("Ông Đỗ Hoài Nam mở đầu. Sau đó ông Nam kết luận, tại Hà Nam.") == [
        ("Ông Đỗ Hoài Nam"[4:], "nam"),
        ("ông Nam", "nam"),
    ]


@pytest.mark.parametrize(
    "body",
    ["Trường Đại học Hồ Văn Nam", "phường Hồ Văn Nam", "đường Hồ Văn Nam", "Học viện Lê Nam"],
)
def test_whom_a_body_or_a_place_is_called_after_is_no_stranger(body: str) -> None:
    assert named(f"Lễ ký kết tại {body}. Theo ông Nam, việc này tốt.") == [("ông Nam", "nam")]
    assert named(f"Lễ ký kết tại {body}. Ông Hồ Văn Nam đến. Theo ông Nam, tốt.") == []


def test_the_last_words_of_a_name_are_no_stranger() -> None:
    """*Hoàng* is a family name too: *thầy Hoàng Nam* was taken for another than Lê Hoàng Nam."""
    nam = Person(id="nam", name="Lê Hoàng Nam", honorific_prefix="PGS.TS")
    text = "PGS.TS Lê Hoàng Nam; thầy Hoàng Nam; PGS Nam"
    found = Mentions({"nam": nam}, Texts([Text("article", "body[0]", "text", text)])).within(0)
    assert [text[r.start : r.end] for r in found] == text.split("; ")


def test_ong_is_no_woman_and_ba_no_man() -> None:
    assert named("ông Hoa") == []
    assert named("bà Hoa") == [("bà Hoa", "hoa")]
