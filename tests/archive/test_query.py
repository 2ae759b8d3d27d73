"""The query language: how a query is taken apart, and what is said of a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.archive.events import event, opened, write
from tui.archive.archive import Archive
from tui.archive.errors import QueryError
from tui.archive.query import Narrowing, Words, parse
from tui.archive.whom import completions

DAY = date(2024, 6, 30)


def parts(text: str) -> list[tuple[str, ...]]:
    """Return the parts of a query in short: kind or field, value, and a minus if refused."""
    return [
        ("words", part.text, "-" * part.refused)
        if isinstance(part, Words)
        else (part.field, part.value, "-" * part.refused)
        for part in parse(text).parts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("khoa học", [("words", "khoa học", "")]),
        ("khoa học ", [("words", "khoa học ", "")]),
        ('tổ chức:"Viện Kinh tế" số', [("organization", "Viện Kinh tế", ""), ("words", "số", "")]),
        ("to chuc:viện  năm:2022", [("organization", "viện", ""), ("year", "2022", "")]),
        ("số org:a b", [("words", "số ", ""), ("organization", "a b", "")]),
        ("-hội nghị", [("words", "hội ", "-"), ("words", "nghị", "")]),
        ('-"hội nghị"', [("words", '"hội nghị" ', "-")]),
        ("-nơi:Huế", [("place", "Huế", "-")]),
        ("2021-2025 - x", [("words", "2021-2025 - x", "")]),
        ('"năm:2022"', [("words", '"năm:2022"', "")]),
        ("hiệu lực:hôm nay", [("in-force", "hôm nay", "")]),
        ("xnăm:2022", [("words", "xnăm:2022", "")]),
        ('nơi:"Hu', [("place", '"Hu', "")]),
        ("năm:", [("year", "", "")]),
        ("", []),
        ("  ", []),
    ],
)
def test_a_query_is_taken_apart(text: str, expected: list[tuple[str, ...]]) -> None:
    assert parts(text) == expected


@given(st.text(st.sampled_from('năm:"- 12tổchức&.org\n'), max_size=30))
def test_any_text_is_a_query_whose_parts_are_in_order(text: str) -> None:
    query = parse(text)
    ends = 0
    for part in query.parts:
        assert ends <= part.start <= part.end <= len(query.text)
        ends = part.end
        if isinstance(part, Narrowing):
            assert query.text[part.start : part.end] == part.value


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    write(
        tmp_path / "a",
        {
            "1.toml": event(
                "mot",
                "2021-05-01",
                place="Hải Phòng",
                bodies=["Sở Y tế Hải Phòng", "Viện Kinh tế Việt Nam"],
                people=["Đỗ Hoài Nam"],
                agreements=[("Thỏa thuận hợp tác", "2021", "2025")],
                body="Khoa học và công nghệ.",
            ),
            "2.toml": event(
                "hai",
                "2023-05-01",
                place="Huế",
                bodies=["Sở Y tế Huế", "Viện Kinh tế Việt Nam"],
                people=["Đỗ Hoài Nâm"],
                agreements=[("Biên bản ghi nhớ", "2018", "2020")],
                body="Hội thảo khoa học.",
            ),
            "3.toml": event("ba", "2023-06-01", body="Không có gì."),
        },
    )
    with_index = opened(tmp_path / "a")
    yield with_index.archive
    with_index.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "ba hai mot"),
        ("khoa học", "hai mot"),
        ("KH&CN", "mot"),
        ("khoa học -hội", "mot"),
        ('khoa học -"hội thảo"', "mot"),
        ("-khoa", "ba"),
        ('tổ chức:"Sở Y tế Huế"', "hai"),
        ("org:sở y tế", "hai mot"),
        ("org:kinh tế khoa học", "hai mot"),
        ('-org:"Viện Kinh tế Việt Nam"', "ba"),
        ("người:do hoai nam", "hai mot"),
        ('người:"Đỗ Hoài Nam"', "mot"),
        ("loại:biên bản", "hai"),
        ("nơi:hải phòng", "mot"),
        ("nơi:hải phòng khoa học", "mot"),
        ("nơi:hải phòng hội", ""),
        ("năm:2023", "ba hai"),
        ("năm:2021..2022", "mot"),
        ("year:2022..", "ba hai"),
        ("năm:..2021", "mot"),
        ("hiệu lực:hôm nay", "mot"),
        ("hiệu lực:2019-01-01", "hai"),
        ("in-force:2020", "hai"),
        ("hiệu lực:đã hết", "hai"),
        ("-hiệu lực:hôm nay", "ba hai"),
        ("năm:2023 năm:2021", ""),
    ],
)
def test_a_query_finds(archive: Archive, query: str, found: str) -> None:
    question = archive.ask(query, DAY)
    assert [row.id for row, _seen in archive.found(question)] == found.split()


@pytest.mark.parametrize(
    ("query", "place", "said"),
    [
        ("khoa học tổ chức:xyz", "xyz", "No organisation"),
        ("người:ai đó", "ai đó", "Nobody"),
        ("nơi:sao hỏa", "sao hỏa", "No event"),
        ("loại:xyz", "xyz", "of the kind"),
        ("năm:hai nghìn", "hai nghìn", "is not a year"),
        ("hiệu lực:2024-02-30", "2024-02-30", "is not a day"),
        ("hiệu lực:mai", "mai", "is not a day"),
        ("năm:", "", "Write a value"),
    ],
)
def test_a_mistake_is_said_with_its_place(
    archive: Archive, query: str, place: str, said: str
) -> None:
    with pytest.raises(QueryError, match=said) as raised:
        archive.ask(query, DAY)
    assert query[raised.value.start : raised.value.end] == place


def test_names_are_completed_the_most_frequent_first(archive: Archive) -> None:
    query = "tổ chức:vi"
    (found,) = completions(archive, query, len(query))
    assert (found.text, found.events) == ('"Viện Kinh tế Việt Nam"', 2)
    completed = query[: found.start] + found.text + query[found.end :]
    assert archive.count(archive.ask(completed, DAY)) == (2, False)


def test_fields_are_completed_too(archive: Archive) -> None:
    found = [completion.name for completion in completions(archive, "x to", 4)]
    assert found == ["tổ chức:"]
    assert [c.name for c in completions(archive, "hiệu l", 6)] == ["hiệu lực:", "loại:"]
