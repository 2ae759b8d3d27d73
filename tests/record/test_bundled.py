"""The bundled event holds the facts of the published report: all of them, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unicodedata import normalize

import msgspec
import pytest
import tomli

from tui.record.model import Block, Organization, Person, Position, Record

FILE = Path(__file__).parents[2] / "data" / "2022-01-18-ky-ket-khcn-hai-phong.toml"

EVENT_NAME = (
    "Lễ ký kết thỏa thuận hợp tác về khoa học công nghệ và đổi mới sáng tạo giai đoạn 2021-2025"
)
SO_KHCN = "Sở Khoa học và Công nghệ Hải Phòng"
VIEN_KINH_TE = "Viện Kinh tế Việt Nam"
HOI_NHAN_LUC = "Hội Khoa học phát triển nguồn nhân lực nhân tài"
LIEN_HIEP_HOI = "Liên hiệp các Hội Khoa học và Kỹ thuật thành phố"

PEOPLE = {
    "Đỗ Hoài Nam": (
        "GS.TS",
        {"guest", "speaker"},
        [
            "nguyên Ủy viên Trung ương Đảng",
            "nguyên Phó Chủ tịch Hội đồng Lý luận Trung ương",
            "nguyên Chủ tịch Viện Hàn lâm Khoa học Xã hội Việt Nam",
        ],
    ),
    "Bùi Tất Thắng": (
        "PGS.TS",
        {"guest"},
        ["Phó Chủ tịch kiêm Tổng thư ký Hội Khoa học Kinh tế Việt Nam"],
    ),
    "Trần Quang Tuấn": ("TS", {"organizer-side", "speaker"}, [f"Giám đốc {SO_KHCN}"]),
}

ORGANIZATIONS = {
    SO_KHCN: ({"Sở KH&CN", "Sở Khoa học và Công nghệ"}, {"organizer", "party"}),
    VIEN_KINH_TE: (set(), {"party"}),
    HOI_NHAN_LUC: ({f"{HOI_NHAN_LUC} thành phố"}, {"party"}),
    LIEN_HIEP_HOI: (
        {
            "Liên hiệp các hội Khoa học và Kỹ thuật",
            "Liên hiệp các Hội Khoa học & Kỹ thuật Hải Phòng",
        },
        {"party"},
    ),
    "Viện Hàn lâm Khoa học Xã hội Việt Nam": (set(), {"mentioned"}),
    "Hội đồng Lý luận Trung ương": (set(), {"mentioned"}),
    "Trung ương Đảng": (set(), {"mentioned"}),
    "Hội Khoa học Kinh tế Việt Nam": (set(), {"mentioned"}),
    "Bộ Chính trị": (set(), {"mentioned"}),
    "Đảng bộ thành phố": (set(), {"mentioned"}),
}

AGREEMENTS = [
    (
        "Thỏa thuận hợp tác",
        VIEN_KINH_TE,
        (
            "nghiên cứu khoa học",
            "tư vấn",
            "phản biện chính sách",
            "đào tạo nguồn nhân lực khoa học xã hội",
        ),
        (2021, 2025),
    ),
    ("Chương trình phối hợp hoạt động", HOI_NHAN_LUC, (), (2022, 2025)),
    ("Chương trình hợp tác khung", LIEN_HIEP_HOI, (), (2022, 2025)),
]

PHOTOS = [
    {"Đỗ Hoài Nam"},
    {SO_KHCN, VIEN_KINH_TE},
    {SO_KHCN, HOI_NHAN_LUC},
    {SO_KHCN, LIEN_HIEP_HOI},
    {SO_KHCN, LIEN_HIEP_HOI},
]

DOCUMENTS = {
    "Nghị quyết 45 của Bộ Chính trị": "Bộ Chính trị",
    "Nghị quyết Đại hội XVI Đảng bộ thành phố": "Đảng bộ thành phố",
}

ABBREVIATIONS = {
    "KH&CN": "khoa học và công nghệ",
    "KHCN": "khoa học và công nghệ",
    "GS.TS": "Giáo sư, Tiến sĩ",
    "PGS.TS": "Phó Giáo sư, Tiến sĩ",
    "TS": "Tiến sĩ",
}

NUMBERS = {"18/01/2022", "2021-2025", "2022-2025", "45"}

PLACES_AND_TITLES = {
    "Hải Phòng",
    "Giám đốc",
    "Ủy viên",
    "Chủ tịch",
    "Phó Chủ tịch",
    "Tổng thư ký",
    "Lễ",
}


def raw() -> str:
    return FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def record() -> Record:
    return msgspec.convert(tomli.loads(raw()), Record)


@pytest.fixture(scope="module")
def names(record: Record) -> dict[str, str]:
    """The names of people and organisations by id."""
    return {
        **{person.id: person.name for person in record.people},
        **{organization.id: organization.name for organization in record.organizations},
    }


def office(position: Position, names: dict[str, str]) -> str:
    text = f"{position.title} {names[position.organization]}"
    return f"nguyên {text}" if position.former else text


def prose(record: Record) -> Iterator[str]:
    """Yield every sentence-bearing text of the record: article, captions, notes, source."""
    yield record.article.headline
    for block in record.article.body:
        yield from (text for text in (block.text, *block.items) if text)
    yield from (photo.caption for photo in record.photos)
    yield from (note.text for note in record.notes)
    yield record.source.note


def body(record: Record) -> str:
    return "\n".join(text for block in record.article.body for text in (block.text, *block.items))


def test_what_when_and_where(record: Record) -> None:
    event = record.event
    assert event.name == EVENT_NAME
    assert event.start_date == date(2022, 1, 18)
    assert event.end_date is None
    assert event.part_of_day == "afternoon"
    assert event.location == "Hải Phòng"
    assert event.in_language == "vi"


def test_the_department_organised_it(record: Record, names: dict[str, str]) -> None:
    assert names[record.event.organizer] == SO_KHCN


def test_people_with_their_honorifics_roles_and_offices(
    record: Record, names: dict[str, str]
) -> None:
    found = {
        person.name: (
            person.honorific_prefix,
            set(person.roles),
            [office(position, names) for position in person.positions],
        )
        for person in record.people
    }
    assert found == PEOPLE


def test_organisations_with_every_name_met_and_their_parts(record: Record) -> None:
    found = {
        organization.name: (set(organization.alternate_names), set(organization.roles))
        for organization in record.organizations
    }
    assert found == ORGANIZATIONS


def test_agreements_with_parties_scope_and_period(record: Record, names: dict[str, str]) -> None:
    found = []
    for agreement in record.agreements:
        first, second = agreement.parties
        assert names[first] == SO_KHCN
        assert agreement.kind == agreement.name
        assert agreement.signed == record.event.start_date
        years = (agreement.valid_from, agreement.valid_through)
        found.append((agreement.name, names[second], agreement.about, years))
    assert found == AGREEMENTS


def test_photos_show_whom_the_report_says(record: Record, names: dict[str, str]) -> None:
    assert [{names[shown] for shown in photo.depicts} for photo in record.photos] == PHOTOS


def test_a_caption_names_everyone_it_shows(record: Record) -> None:
    entities: dict[str, Person | Organization] = {
        **{person.id: person for person in record.people},
        **{organization.id: organization for organization in record.organizations},
    }
    for photo in record.photos:
        for depicted in photo.depicts:
            entity = entities[depicted]
            called = (entity.name, *entity.alternate_names)
            assert any(name in photo.caption for name in called), (photo.id, depicted)


def test_captions_stand_without_image_files(record: Record) -> None:
    assert all(photo.caption and not photo.file and not photo.credit for photo in record.photos)


def test_documents_and_who_issued_them(record: Record, names: dict[str, str]) -> None:
    found = {document.name: names[document.issuer] for document in record.documents}
    assert found == DOCUMENTS


def test_abbreviations(record: Record) -> None:
    found = {abbreviation.short: abbreviation.long for abbreviation in record.abbreviations}
    assert found == ABBREVIATIONS


def test_a_note_says_that_the_periods_differ(record: Record) -> None:
    about_event = [note.text for note in record.notes if note.about == record.event.id]
    assert any("2021-2025" in text and "2022-2025" in text for text in about_event)


def test_nothing_is_related(record: Record) -> None:
    assert record.related == ()


def test_the_source_claims_no_more_than_is_known(record: Record) -> None:
    source = record.source
    assert (source.publisher, source.title, source.url, source.date_published) == ("", "", "", None)
    assert "không phải nguyên văn" in source.note
    assert "không kèm ảnh" in source.note


def test_every_id_resolves_and_is_unique(record: Record) -> None:
    ids = [
        record.event.id,
        *(person.id for person in record.people),
        *(organization.id for organization in record.organizations),
        *(agreement.id for agreement in record.agreements),
        *(photo.id for photo in record.photos),
        *(document.id for document in record.documents),
    ]
    assert len(ids) == len(set(ids))
    assert {note.about for note in record.notes} <= set(ids)


def test_the_article_is_of_readable_length(record: Record) -> None:
    paragraphs = [block for block in record.article.body if block.kind == "paragraph"]
    assert 5 <= len(paragraphs) <= 9
    assert all(block.text for block in paragraphs)


def test_every_photo_stands_once_in_the_article_in_order(record: Record) -> None:
    placed = [photo for block in record.article.body for photo in block.photos]
    assert placed == [photo.id for photo in record.photos]


def test_the_first_photo_stands_between_the_agreements_and_the_speech(record: Record) -> None:
    blocks = record.article.body

    def only(wanted: Iterator[int]) -> int:
        (index,) = wanted
        return index

    agreements = only(i for i, block in enumerate(blocks) if block.kind == "list")
    photo = only(i for i, block in enumerate(blocks) if block.photos == ("photo-1",))
    speech = only(i for i, block in enumerate(blocks) if block.text.startswith("Phát biểu của"))
    gallery = only(i for i, block in enumerate(blocks) if len(block.photos) == 4)
    assert agreements < photo < speech < gallery
    assert blocks[speech].kind == "heading"
    assert gallery == len(blocks) - 1


def test_the_speech_is_reported_and_never_put_between_quotes(record: Record) -> None:
    assert all(block.kind != "quote" for block in record.article.body)
    assert not re.search('[“”"«»]', body(record))


@pytest.mark.parametrize("number", range(len(AGREEMENTS)))
def test_the_list_of_agreements_says_what_the_records_say(record: Record, number: int) -> None:
    (items,) = (block.items for block in record.article.body if block.kind == "list")
    name, partner, about, (start, end) = AGREEMENTS[number]
    called = {partner, *ORGANIZATIONS[partner][0]}
    assert items[number].startswith(name)
    assert any(name in items[number] for name in called)
    assert f"{start}-{end}" in items[number]
    assert all(subject in items[number] for subject in about)


def test_the_article_names_every_person_office_and_document(record: Record) -> None:
    text = body(record)
    for name, (honorific, _, _) in PEOPLE.items():
        assert f"{honorific} {name}" in text
    for wanted in (*DOCUMENTS, *PEOPLE["Đỗ Hoài Nam"][2], *PEOPLE["Bùi Tất Thắng"][2]):
        assert wanted in text
    assert "Giám đốc Sở KH&CN" in text


def test_every_name_met_in_the_report_stands_in_a_text(record: Record) -> None:
    text = "\n".join(prose(record))
    for name, (others, _) in ORGANIZATIONS.items():
        for called in (name, *others):
            assert called in text


def known_names() -> list[str]:
    names = {EVENT_NAME, *PLACES_AND_TITLES, *PEOPLE, *ORGANIZATIONS, *DOCUMENTS, *ABBREVIATIONS}
    names.update(agreement[0] for agreement in AGREEMENTS)
    for others, _ in ORGANIZATIONS.values():
        names.update(others)
    return sorted(names, key=len, reverse=True)


def test_no_text_names_anything_else(record: Record) -> None:
    """With the known names cut out, only the first word of a sentence has a capital."""
    known = re.compile("|".join(map(re.escape, known_names())))
    for text in prose(record):
        rest = known.sub("_", text)
        within = re.sub(r"(^|[.:]\s+)\w+", r"\1_", rest)
        assert [word for word in re.findall(r"\w+", within) if word != word.lower()] == [], text


def test_no_text_holds_a_figure_that_the_report_does_not(record: Record) -> None:
    for text in prose(record):
        assert set(re.findall(r"\d+(?:[-/]\d+)*", text)) <= NUMBERS, text


def test_tones_stand_in_one_style(record: Record) -> None:
    """The file writes *hòa*, *thỏa*, *thủy* throughout, never *hoà*, *thoả*, *thuỷ*."""
    for word in re.findall(r"\w+", raw()):
        assert not re.search("(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])$", word.lower()), word


def test_the_file_is_canonical_and_made_for_an_editor() -> None:
    text = raw()
    lines = text.splitlines()
    assert lines[0] == "#:schema ./event.schema.json"
    assert text == normalize("NFC", text)
    assert "\t" not in text
    assert text.endswith("\n")
    assert max(map(len, lines)) <= 105


def test_no_paragraph_is_broken_into_lines(record: Record) -> None:
    assert all("\n" not in text and "  " not in text for text in prose(record))


def test_blocks_hold_what_their_kind_says(record: Record) -> None:
    def filled(block: Block) -> tuple[bool, bool, bool, bool]:
        return bool(block.text), bool(block.by), bool(block.items), bool(block.photos)

    expected = {
        "paragraph": (True, False, False, False),
        "heading": (True, False, False, False),
        "list": (False, False, True, False),
        "photos": (False, False, False, True),
    }
    assert all(filled(block) == expected[block.kind] for block in record.article.body)
