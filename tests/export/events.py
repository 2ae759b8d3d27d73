"""Events for the tests of the exports."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tui.record.model import (
    Abbreviation,
    Agreement,
    Article,
    Block,
    Document,
    Event,
    Note,
    Organization,
    Person,
    Photo,
    Position,
    Record,
    Related,
    Source,
)

SIGNED_BY_FIVE = (("o0", "o1"), ("o0", "o1", "o2"), ("o3", "o4"))
"""Who of five organisations signed what with whom."""

EMPTY = Record(format=1, event=Event(id="e", name="Sự kiện", start_date=date(2022, 1, 18)))

FULL = Record(
    format=1,
    event=Event(
        id="le-ky",
        name="Lễ ký",
        start_date=date(2022, 1, 18),
        end_date=date(2022, 1, 19),
        part_of_day="afternoon",
        location="Hải Phòng",
        organizer="so",
        keywords=("hợp tác",),
    ),
    source=Source(
        publisher="Báo", title="Bản tin", url="https://example.org/a_b", note="Viết lại."
    ),
    article=Article(
        headline="Ba đơn vị ký",
        body=(
            Block(text="Đoạn một.\nDòng hai."),
            Block(kind="heading", text="Đề mục"),
            Block(kind="quote", text="Rất tốt.", by="an"),
            Block(kind="list", items=("một", "hai")),
            Block(kind="photos", photos=("anh-1",)),
        ),
    ),
    people=(
        Person(
            id="an",
            name="Lê An",
            honorific_prefix="TS",
            roles=("guest", "speaker"),
            positions=(Position(title="Giám đốc", organization="so", former=True),),
        ),
    ),
    organizations=(
        Organization(id="so", name="Sở", alternate_names=("Sở A",), roles=("organizer", "party")),
        Organization(id="vien", name="Viện", roles=("party",)),
    ),
    agreements=(
        Agreement(
            id="tt",
            name="Thỏa thuận",
            parties=("so", "vien"),
            about=("tư vấn",),
            signed=date(2022, 1, 18),
            valid_from=2021,
            valid_through=2025,
        ),
    ),
    photos=(Photo(id="anh-1", caption="TS Lê An phát biểu", depicts=("an",), credit="Bình"),),
    documents=(Document(id="nq", name="Nghị quyết", issuer="Bộ"),),
    abbreviations=(Abbreviation(short="TS", long="tiến sĩ"),),
    notes=(Note(about="tt", text="Chưa rõ."),),
    related=(Related(title="Bài khác", url="https://example.org/b"),),
)


def of_five(*names: str) -> Record:
    """Return a record of organisations of these names, five at least, that signed with others."""
    return replace(
        FULL,
        organizations=tuple(Organization(id=f"o{n}", name=name) for n, name in enumerate(names)),
        agreements=(
            *(
                Agreement(id=f"a{n}", parties=parties, kind="Ký")
                for n, parties in enumerate(SIGNED_BY_FIVE)
            ),
            Agreement(id="all", parties=tuple(f"o{n}" for n in range(len(names)))),
        ),
    )
