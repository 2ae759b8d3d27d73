"""Who is who over many events: joined by name, parted and joined by identifiers, generic names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.archive.events import event, opened, write
from tui.archive.archive import Archive
from tui.archive.refresh import refresh
from tui.archive.whom import named, whom

DAY = date(2024, 6, 30)
Made = Callable[..., Archive]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    archives = []

    def make(*events: str, authorities: str = "") -> Archive:
        files = {f"{n}.toml": content for n, content in enumerate(events)}
        if authorities:
            files["archive.toml"] = authorities
        archives.append(opened(write(tmp_path / "a", files)))
        return archives[-1].archive

    yield make
    for archive in archives:
        archive.close()


def bodies(archive: Archive) -> dict[str, int]:
    return {facet.name: facet.events for facet in named(archive, "o", "")}


def test_spellings_of_one_body_are_joined_under_the_most_frequent(made: Made) -> None:
    archive = made(
        event("mot", "2021-01-01", bodies=["Sở KH&CN Hải Phòng"]),
        event("hai", "2022-01-01", bodies=["Sở Khoa học và Công nghệ thành phố Hải Phòng"]),
        event("ba", "2023-01-01", bodies=["Sở Khoa học và Công nghệ thành phố Hải Phòng"]),
    )
    assert bodies(archive) == {"Sở Khoa học và Công nghệ thành phố Hải Phòng": 3}


def test_a_generic_name_is_the_body_of_the_place_of_the_event(made: Made) -> None:
    archive = made(
        *(
            event(f"x{i}", "2021-01-01", bodies=[f"Sở Y tế {place}"])
            for i, place in enumerate(("Huế", "Lào Cai", "Hà Nội"))
        ),
        event("mot", "2022-01-01", place="Huế", bodies=["Sở Y tế", "Hội Sử học Huế"]),
        event("hai", "2022-01-02", place="Cần Thơ", bodies=["Sở Y tế"]),
        event("ba", "2022-01-03", bodies=["Sở Y tế"]),
    )
    assert bodies(archive) == {
        "Sở Y tế Huế": 2,
        "Sở Y tế Lào Cai": 1,
        "Sở Y tế Hà Nội": 1,
        "Sở Y tế Cần Thơ": 1,
        "Sở Y tế": 1,
        "Hội Sử học Huế": 1,
    }
    question = archive.ask('tổ chức:"Sở Y tế Huế"', DAY)
    assert [row.id for row in archive.page(question)] == ["mot", "x0"]
    facets = archive.facets(question).by_sort["o"]
    assert {f.name: f.events for f in facets} == {"Sở Y tế Huế": 2, "Hội Sử học Huế": 1}


def test_a_body_by_two_names_in_one_event_is_counted_once(made: Made, tmp_path: Path) -> None:
    """By its own name and by the generic one: in totals, in facets, and once the event is gone."""
    archive = made(
        *(
            event(f"x{i}", "2021-01-01", bodies=[f"Sở Y tế {place}"])
            for i, place in enumerate(("Huế", "Lào Cai", "Hà Nội"))
        ),
        event("mot", "2022-01-01", place="Huế", bodies=["Sở Y tế", "Sở Y tế Huế"]),
        event("hai", "2022-01-02", place="Huế", bodies=["Sở Y tế"]),
    )
    everything = archive.everything()
    rows = archive.page(everything)

    def counts() -> list[int]:
        told = (archive.totals(DAY), archive.facets(everything), archive.facets_of(rows, DAY))
        each = [{f.name: f.events for f in facets.by_sort["o"]} for facets in told]
        return [found["Sở Y tế Huế"] for found in each]

    assert bodies(archive)["Sở Y tế Huế"] == 3
    assert counts() == [3, 3, 3]
    assert archive.count(archive.ask('tổ chức:"Sở Y tế Huế"', DAY)) == (3, False)
    (tmp_path / "a" / "3.toml").unlink()
    refreshed = opened(tmp_path / "a")
    refresh(refreshed)
    assert bodies(refreshed.archive) == {
        "Sở Y tế Huế": 2,
        "Sở Y tế Lào Cai": 1,
        "Sở Y tế Hà Nội": 1,
    }
    refreshed.close()


def test_an_identifier_joins_and_parts_whatever_the_names_are(made: Made) -> None:
    archive = made(
        event("mot", "2021-01-01", bodies=[("Viện Kinh tế", "vie")]),
        event("hai", "2022-01-01", bodies=[("Viện Kinh tế Việt Nam", "vie")]),
        event("ba", "2023-01-01", bodies=[("Viện Kinh tế", "khac")]),
        event("bon", "2023-01-01", bodies=["Viện Kinh tế"]),
    )
    assert sorted(facet.events for facet in named(archive, "o", "")) == [1, 1, 2]
    (facet,) = whom(archive, "#vie")
    assert facet.events == 2
    question = archive.ask("tổ chức:#khac", DAY)
    assert [row.id for row in archive.page(question)] == ["ba"]


def test_authorities_say_who_is_who_for_all_files(made: Made) -> None:
    archive = made(
        event("mot", "2021-01-01", bodies=["VIE"], people=["Nguyễn Văn A"]),
        event("hai", "2022-01-01", bodies=["Viện Kinh tế Việt Nam"], people=["Văn A"]),
        authorities="""
[[organizations]]
identifier = "vie"
name = "Viện Kinh tế Việt Nam"
alternate_names = ["VIE"]

[[people]]
identifier = "a"
name = "Nguyễn Văn A"
alternate_names = ["Văn A"]
""",
    )
    assert bodies(archive) == {"Viện Kinh tế Việt Nam": 2}
    assert [(f.name, f.events) for f in named(archive, "p", "")] == [("Nguyễn Văn A", 2)]


def test_people_of_one_name_are_one_and_other_marks_are_others(made: Made) -> None:
    archive = made(
        event("mot", "2021-01-01", people=["Nguyễn Văn Hoà"]),
        event("hai", "2022-01-01", people=["Nguyễn Văn Hòa"]),
        event("ba", "2022-01-01", people=["Nguyễn Văn Hoa"]),
    )
    assert {f.name: f.events for f in named(archive, "p", "nguyen van h")} == {
        "Nguyễn Văn Hòa": 2,
        "Nguyễn Văn Hoa": 1,
    }


def test_a_new_event_joins_whom_the_index_knows(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "a",
        {
            f"{i}.toml": event(
                f"x{i}", "2021-01-01", place="Huế", bodies=[f"Sở Y tế {p}", "Sở Y tế"]
            )
            for i, p in enumerate(("Huế", "Lào Cai", "Hà Nội"))
        },
    )
    archive = opened(folder)
    write(folder, {"n.toml": event("n", "2022-01-01", place="Lào Cai", bodies=["Sở Y tế"])})
    refresh(archive)
    assert bodies(archive.archive)["Sở Y tế Lào Cai"] == 2
    archive.close()
