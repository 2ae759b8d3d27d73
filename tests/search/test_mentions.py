"""Mentions: who and what the texts of an event name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from tests.work import Counter
from tui.document.model import Reference, Text
from tui.document.naming import things_of
from tui.document.texts import Texts
from tui.record.model import (
    Abbreviation,
    Agreement,
    Document,
    Event,
    Organization,
    Person,
    Position,
    Record,
)
from tui.search.hits import Hit
from tui.search.mentions import Mentions
from tui.text.canonical import canonical

NAM = Person(id="nam", name="Đỗ Hoài Nam", honorific_prefix="GS.TS")
THANG = Person(id="thang", name="Bùi Tất Thắng", honorific_prefix="PGS.TS")
TUAN = Person(id="tuan", name="Trần Quang Tuấn", honorific_prefix="TS")
SO = Organization(
    id="so",
    name="Sở Khoa học và Công nghệ Hải Phòng",
    alternate_names=("Sở KH&CN", "Sở Khoa học và Công nghệ"),
)
LIEN_HIEP = Organization(
    id="lien-hiep",
    name="Liên hiệp các Hội Khoa học và Kỹ thuật thành phố",
    alternate_names=("Liên hiệp các Hội Khoa học và Kỹ thuật",),
)
HOI = Organization(id="hoi", name="Hội Khoa học và Kỹ thuật")
KHCN = (Abbreviation(short="KH&CN", long="khoa học và công nghệ"),)


def record(
    people: Iterable[Person] = (),
    organizations: Iterable[Organization] = (),
    *,
    agreements: Iterable[Agreement] = (),
    documents: Iterable[Document] = (),
    abbreviations: tuple[Abbreviation, ...] = (),
) -> Record:
    return Record(
        format=1,
        event=Event(id="e", name="E", start_date=date(2022, 1, 18)),
        people=tuple(people),
        organizations=tuple(organizations),
        agreements=tuple(agreements),
        documents=tuple(documents),
        abbreviations=abbreviations,
    )


def named(text: str, of: Record) -> list[tuple[str, str]]:
    """Return what is named in one text, and whose name it is; ``of`` must say the same."""
    text = canonical(text)
    passages = Texts(
        [Text("article", "body[0]", "text", text)], abbreviations=of.abbreviations, year=2022
    )
    mentions = Mentions(things_of(of), passages)
    within = mentions.within(0)
    for id_ in {reference.id for reference in within}:
        assert mentions.of(id_) == tuple(
            Hit(0, reference.start, reference.end) for reference in within if reference.id == id_
        )
    return [(text[reference.start : reference.end], reference.id) for reference in within]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Ông Đỗ Hoài Nam nói", "Đỗ Hoài Nam"),
        ("GS.TS Đỗ Hoài Nam nói", "GS.TS Đỗ Hoài Nam"),
        ("GS. TS. Đỗ Hoài Nam nói", "GS. TS. Đỗ Hoài Nam"),
        ("GS Đỗ Hoài Nam", "GS Đỗ Hoài Nam"),
        ("giáo sư Đỗ Hoài Nam", "giáo sư Đỗ Hoài Nam"),
        ("Giáo sư, Tiến sĩ Đỗ Hoài Nam", "Giáo sư, Tiến sĩ Đỗ Hoài Nam"),
        ("ĐỖ HOÀI NAM", "ĐỖ HOÀI NAM"),
        ("Đỗ Hòai Nam", "Đỗ Hòai Nam"),
        ("Đo\u0302\u0303 Hoa\u0300i Nam", "Đỗ Hoài Nam"),
        ("Do Hoai Nam", "Do Hoai Nam"),
        ("Đỗ\nHoài Nam", "Đỗ\nHoài Nam"),
        ("GS Nam nói", "GS Nam"),
        ("GS.TS. Nam nói", "GS.TS. Nam"),
        ("TS Hoài Nam", "TS Hoài Nam"),
        ("giáo sư Nam", "giáo sư Nam"),
        ("theo ông Nam, việc", "ông Nam"),
        ("đồng chí Hoài Nam", "đồng chí Hoài Nam"),
    ],
)
def test_a_person_is_named(text: str, mention: str) -> None:
    assert named(text, record([NAM, THANG])) == [(mention, "nam")]


@pytest.mark.parametrize(
    "text",
    [
        "Nam",
        "Việt Nam",
        "phía nam",
        "Hoài Nam",
        "Đỗ Hoài",
        "Đổ Hoài Nam",
        "Đỗ Hoải Nam",
        "đỗ hoài nam",
        "ông nam",
        "ông Năm",
        "GS nam",
        "GS Nam Anh",
        "KS Nam",
        "gs nam",
        "ống Nam",
        "Đỗ\n\nHoài Nam",
        "xĐỗ Hoài Nam",
        "Đỗ Hoài Namx",
        "PGS.TS Năm",
    ],
)
def test_no_person_is_named(text: str) -> None:
    assert named(text, record([NAM, THANG])) == []


def test_of_two_with_one_given_name_the_honorific_tells_which() -> None:
    other = Person(id="other", name="Trần Nam", honorific_prefix="ThS")
    both = record([NAM, other])
    assert named("GS Nam và ThS Nam", both) == [("GS Nam", "nam"), ("ThS Nam", "other")]
    assert named("ông Nam", both) == []
    assert named("ông Hoài Nam", both) == [("ông Hoài Nam", "nam")]


def test_an_honorific_that_two_share_tells_neither() -> None:
    other = Person(id="other", name="Trần Nam", honorific_prefix="TS")
    assert named("TS Nam", record([NAM, other])) == []


def test_of_two_with_one_name_the_honorific_tells_which() -> None:
    other = Person(id="other", name="Đỗ Hoài Nam", honorific_prefix="ThS")
    assert named("GS Đỗ Hoài Nam, ThS Đỗ Hoài Nam, Đỗ Hoài Nam", record([NAM, other])) == [
        ("GS Đỗ Hoài Nam", "nam"),
        ("ThS Đỗ Hoài Nam", "other"),
    ]


def test_names_that_differ_by_marks_only_are_told_apart() -> None:
    tu, tus = Person(id="tu", name="Lê Văn Tu"), Person(id="tú", name="Lê Văn Tú")
    assert named("Lê Văn Tú; Lê Văn Tu", record([tu, tus])) == [
        ("Lê Văn Tú", "tú"),
        ("Lê Văn Tu", "tu"),
    ]
    assert named("Le Van Tu", record([Person(id="a", name="Lê Vân Tú"), tus])) == []


def test_a_person_of_one_name_needs_an_honorific_or_another_name() -> None:
    pele = Person(id="pele", name="Pelé", alternate_names=("Edson Nascimento", "Vua"))
    assert named("Pelé và Edson Nascimento, Vua", record([pele])) == [
        ("Edson Nascimento", "pele"),
        ("Vua", "pele"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Khoa học và Công nghệ Hải Phòng",
        "Sở khoa học & công nghệ Hải Phòng",
        "Sở KH&CN Hải Phòng",
        "Sở KHCN Hải Phòng",
        "Sở KH và CN Hải Phòng",
        "Sở KH-CN",
        "Sở KH&CN",
        "So Khoa hoc va Cong nghe Hai Phong",
    ],
)
def test_an_organization_is_named_by_its_abbreviations_too(text: str) -> None:
    assert named(f"Tại {text}, ông", record([], [SO], abbreviations=KHCN)) == [(text, "so")]


@pytest.mark.parametrize(
    "text",
    [
        "Sở",
        "Sở Khoa học",
        "Sở KH",
        "Sở KH CN",
        "sờ KH&CN",
        "KH&CN Hải Phòng",
        "Sở Khoa học vá Công nghệ",
        "Sở kh",
    ],
)
def test_no_organization_is_named(text: str) -> None:
    assert named(text, record([], [SO], abbreviations=KHCN)) == []


def test_a_name_with_an_abbreviation_is_met_spelt_out() -> None:
    ubnd = Organization(id="ubnd", name="UBND TP Hải Phòng")
    assert named("Ủy ban nhân dân thành phố Hải Phòng", record([], [ubnd])) == [
        ("Ủy ban nhân dân thành phố Hải Phòng", "ubnd")
    ]


def test_an_acronym_for_a_name_is_met_however_it_is_divided() -> None:
    fund = Organization(id="fund", name="Quỹ AB&CD", alternate_names=("ABCD",))
    text = "Quỹ ABCD, quỹ AB & CD; ABCD; AB-CD; abcd"
    assert [name for name, _ in named(text, record([], [fund]))] == [
        "Quỹ ABCD",
        "quỹ AB & CD",
        "ABCD",
        "AB-CD",
    ]


def test_a_name_does_not_end_inside_an_abbreviation() -> None:
    office = Organization(id="office", name="Sở Khoa học")
    tech = Organization(id="tech", name="Công nghệ Hải Phòng")
    assert named("Sở KH&CN Hải Phòng", record([], [office, tech], abbreviations=KHCN)) == []


def test_a_name_with_more_marks_than_a_letter_has_is_no_fault() -> None:
    of = record(organizations=[Organization(id="o", name="ạ\u031b\u031b\u031b\u031bb")])
    assert named("a b", of) == []


def test_the_longest_name_wins() -> None:
    of = record([], [HOI, LIEN_HIEP, SO])
    assert named("Liên hiệp các Hội Khoa học và Kỹ thuật thành phố", of) == [
        ("Liên hiệp các Hội Khoa học và Kỹ thuật thành phố", "lien-hiep")
    ]
    assert named("Liên hiệp các hội Khoa học & Kỹ thuật; Hội Khoa học và Kỹ thuật", of) == [
        ("Liên hiệp các hội Khoa học & Kỹ thuật", "lien-hiep"),
        ("Hội Khoa học và Kỹ thuật", "hoi"),
    ]
    assert named("Sở Khoa học và Công nghệ Hải Phòng", of) == [
        ("Sở Khoa học và Công nghệ Hải Phòng", "so")
    ]


def test_a_longer_name_that_begins_later_wins_too() -> None:
    a = Organization(id="a", name="Viện Kinh tế")
    b = Organization(id="b", name="Kinh tế Việt Nam và Thế giới")
    assert named("Viện Kinh tế Việt Nam và Thế giới", record([], [a, b])) == [
        ("Kinh tế Việt Nam và Thế giới", "b")
    ]


def test_a_name_that_two_things_share_is_nobodys_but_hides_names_inside() -> None:
    one = Organization(id="one", name="Hội Khoa học Hải Phòng")
    two = Organization(id="two", name="Hội Khoa học Hải Phòng")
    inside = Organization(id="inside", name="Khoa học Hải Phòng")
    assert named("Hội Khoa học Hải Phòng", record([], [one, two, inside])) == []


def test_a_name_as_it_stands_wins_over_what_is_short_for_it() -> None:
    agency = Organization(id="agency", name="Thông tấn xã Việt Nam")
    site = Organization(id="site", name="TTXVN")
    assert named("Thông tấn xã Việt Nam; TTXVN", record([], [agency, site])) == [
        ("Thông tấn xã Việt Nam", "agency"),
        ("TTXVN", "site"),
    ]


def test_a_name_in_the_address_of_a_page_names_nobody() -> None:
    bodies = [Organization(id="t", name="Công ty TORmem"), Organization(id="s", name="Sở Y tế")]
    page = "https://example.org/so-y-te-ky-voi-cong-ty-tormem.html"
    assert named(page, record([], bodies)) == []


def test_documents_and_agreements_with_a_name_of_their_own_are_named() -> None:
    document = Document(id="nq45", name="Nghị quyết 45 của Bộ Chính trị")
    agreements = [
        Agreement(id="khung", parties=("a", "b"), name="Chương trình hợp tác khung"),
        Agreement(id="one", parties=("a", "b"), name="Thỏa thuận"),
        Agreement(id="two", parties=("a", "c"), name="Thỏa thuận"),
        Agreement(id="kind", parties=("a", "d"), name="Biên bản", kind="Biên bản"),
    ]
    text = "Nghị quyết 45 của Bộ Chính trị; chương trình hợp tác khung; Thỏa thuận; Biên bản"
    assert named(text, record(documents=[document], agreements=agreements)) == [
        ("Nghị quyết 45 của Bộ Chính trị", "nq45"),
        ("chương trình hợp tác khung", "khung"),
    ]


def test_an_agreement_called_by_its_kind_is_named_where_the_kind_has_its_capital() -> None:
    name = "Thỏa thuận hợp tác"
    one = Agreement(id="one", parties=("a", "b"), name=name, kind=name)
    text = "Lễ ký kết thỏa thuận hợp tác; Thỏa thuận hợp tác với Viện"
    assert named(text, record(agreements=[one])) == [(name, "one")]
    other = Agreement(id="two", parties=("a", "c"), name="Khung", kind=name)
    assert named(text, record(agreements=[one, other])) == []


def test_what_the_file_ties_to_a_thing_wins_over_names() -> None:
    text = "GS.TS Đỗ Hoài Nam, TS Trần Quang Tuấn"
    passage = Text("participants", "x", "name", text, (Reference(0, 17, "photo-1"),))
    mentions = Mentions(things_of(record([NAM, TUAN])), Texts([passage]))
    assert mentions.within(0) == (Reference(0, 17, "photo-1"), Reference(19, 37, "tuan"))
    assert mentions.of("photo-1") == (Hit(0, 0, 17),)
    assert mentions.of("nam") == ()


def test_mentions_of_all_passages_come_in_reading_order() -> None:
    texts = ["GS Nam", "không", "Đỗ Hoài Nam và ông Nam", ""]
    passages = Texts([Text("article", "b", "text", text) for text in texts])
    mentions = Mentions(things_of(record([NAM])), passages)
    assert mentions.of("nam") == (Hit(0, 0, 6), Hit(2, 0, 11), Hit(2, 15, 22))
    assert mentions.of("nobody") == ()
    assert mentions.within(3) == ()


def test_a_name_that_stands_across_two_passages_is_none() -> None:
    passages = Texts([Text("article", "b", "text", text) for text in ("Đỗ Hoài", "Nam")])
    mentions = Mentions(things_of(record([NAM])), passages)
    assert mentions.of("nam") == ()


@pytest.mark.parametrize(
    "name", ["", " ", "&", "và", "\u0301", "...", "Và Và", "GS", "A & B", "ky"]
)
def test_odd_names_do_no_harm(name: str) -> None:
    of = record(
        [Person(id="p", name=name, honorific_prefix=name, alternate_names=(name,))],
        [Organization(id="o", name=name, alternate_names=(name, name))],
    )
    text = "GS A & B và C, ký ... và & \u0301"
    mentions = Mentions(things_of(of), Texts([Text("article", "b", "text", text)]))
    found = mentions.within(0)
    assert all(0 <= reference.start < reference.end <= len(text) for reference in found)
    for id_ in ("p", "o"):
        assert [(hit.start, hit.end) for hit in mentions.of(id_)] == [
            (reference.start, reference.end) for reference in found if reference.id == id_
        ]


def test_thousands_of_people_take_no_longer_for_a_passage() -> None:
    people = [
        Person(id=f"p{i}", name=f"Nguyễn Văn A{i}", honorific_prefix="TS") for i in range(5_000)
    ]
    texts = [f"TS Nguyễn Văn A{i} nói với TS A{i + 1}. " * 5 for i in range(2_000)]
    passages = Texts([Text("article", "b", "text", text) for text in texts])
    mentions = Mentions(things_of(record(people)), passages)
    mentions.within(0)
    with Counter() as within:
        for index in range(1, 101):
            assert len(mentions.within(index)) == 10
    with Counter() as of:
        assert len(mentions.of("p1000")) == 10
    assert within.units < 100 * 20_000
    assert of.units < 1_000_000


def test_a_mention_ends_where_a_grapheme_does() -> None:
    assert named("Sở KH&CN🏽 x", record([], [SO], abbreviations=KHCN)) == [("Sở KH&CN🏽", "so")]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Đ/c Nam nói", "Đ/c Nam"),
        ("đ/c Hoài Nam", "đ/c Hoài Nam"),
        ("anh Nam", "anh Nam"),
        ("Thầy Nam", "Thầy Nam"),
        ("Viện sĩ Nam", "Viện sĩ Nam"),
        ("Chủ tịch Nam phát biểu", "Chủ tịch Nam"),
    ],
)
def test_a_person_is_addressed_in_other_ways(text: str, mention: str) -> None:
    nam = Person(id="nam", name="Đỗ Hoài Nam", positions=(Position(title="Chủ tịch"),))
    assert named(text, record([nam, THANG])) == [(mention, "nam")]


@pytest.mark.parametrize(
    "text", ["Phó Chủ tịch Nam", "Giám đốc Nam", "Nguyễn Anh Nam", "Chủ tịch Năm", "chị Văn Nam"]
)
def test_an_office_or_a_form_of_address_of_another_ties_nobody(text: str) -> None:
    nam = Person(id="nam", name="Đỗ Hoài Nam", positions=(Position(title="Chủ tịch"),))
    assert named(text, record([nam, THANG])) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Sở Khoa học và Công nghệ Hải Phòng", "Sở Khoa học Công nghệ Hải Phòng"),
        ("UBND tỉnh Nam Định", "UBND Nam Định"),
        ("Sở Y tế thành phố Hải Phòng", "Sở Y tế Hải Phòng"),
        ("Trường Đại học Hàng hải", "ĐH Hàng hải"),
        ("Trường Đại học Hàng hải", "Đại học Hàng hải"),
        ("Sở Khoa học và Công nghệ thành phố Cần Thơ", "Sở Khoa học - Công nghệ Cần Thơ"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Trà Vinh", "Ủy ban MTTQ tỉnh Trà Vinh"),
        ("Ngân hàng TMCP Đầu tư và Phát triển", "Ngân hàng Đầu tư và Phát triển"),
        ("Công ty TNHH MTV Điện lực", "Công ty Điện lực"),
        ("Công ty Cổ phần FPT", "Công ty FPT"),
    ],
)
def test_what_is_free_in_the_name_of_a_body_may_be_left_out(name: str, text: str) -> None:
    assert named(text, record([], [Organization(id="o", name=name)])) == [(text, "o")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Sở Y tế Hải Phòng", "Sở Y tế thành phố Hải Phòng"),
        ("Sở GD&ĐT Hải Phòng", "Sở Giáo dục và Đào tạo TP. Hải Phòng"),
        ("Thành ủy Hải Phòng", "Thành ủy TP Hải Phòng"),
        ("UBND Bình Định", "Ủy ban nhân dân tỉnh Bình Định"),
    ],
)
def test_of_what_kind_the_place_of_a_body_is_may_be_said(name: str, text: str) -> None:
    assert named(text, record([], [Organization(id="o", name=name)])) == [(text, "o")]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Khoa học và Công nghệ (KH&CN) Hải Phòng",
        "Sở Khoa học và Công nghệ (KHCN) TP Hải Phòng",
        "Sở Khoa học và Công nghệ Hải Phòng",
    ],
)
def test_what_is_short_for_a_part_may_stand_behind_it_in_brackets(text: str) -> None:
    office = Organization(id="o", name="Sở Khoa học và Công nghệ thành phố Hải Phòng")
    assert named(f"{text} họp", record([], [office])) == [(text, "o")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("UBND Hải Dương", "UBND thành phố Hải Dương"),
        ("Sở Y tế Hải Phòng", "Sở Y tế tỉnh Hải Dương"),
        ("Công ty Cổ phần Điện lực", "Công ty Cổ phần"),
        ("UBND tỉnh Nam Định", "UBND Hà Nam"),
        ("Sở Y tế và Dân số", "Sở Y tế"),
    ],
)
def test_what_is_not_free_may_not(name: str, text: str) -> None:
    assert named(text, record([], [Organization(id="o", name=name)])) == []
