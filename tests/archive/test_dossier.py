"""Dossiers: one document of what all events say of a person or an organisation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.archive.events import event, opened, write
from tui.archive import dossier_people, gathering
from tui.archive.archive import Archive
from tui.archive.dossier import Dossier, dossier
from tui.archive.gathering import Limits
from tui.archive.sentences import sentences
from tui.archive.whom import whom
from tui.document.of_record import document
from tui.export.formats import text
from tui.export.options import Options
from tui.search.find import find

DAY = date(2024, 6, 30)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    write(
        tmp_path / "a",
        {
            "1.toml": event(
                "mot",
                "2021-05-01",
                name="Lễ ký tại Huế",
                place="Huế",
                bodies=["Sở Y tế Huế", "Viện Kinh tế Việt Nam"],
                people=["Đỗ Hoài Nam"],
                offices=[("p0", "Giám đốc", "o0")],
                agreements=[("Thỏa thuận hợp tác", "2021", "2025"), ("Biên bản", "2018", "2019")],
                body="Sở Y tế Huế ký với TP. Huế. Trời mưa. Ông Đỗ Hoài Nam thay mặt Sở Y tế Huế.",
                photos=[("Ông Nam ký", "p0"), ("Sở Y tế", "o0")],
            ),
            "2.toml": event(
                "hai",
                "2023-05-01",
                bodies=["Sở Y tế tỉnh Huế", "Hội Sử học Huế"],
                people=["Đỗ Hoài Nam", "Đỗ Hoài Nâm"],
                offices=[("p0", "Chủ tịch", "o1"), ("p1", "Thư ký", "o1")],
                agreements=[("Thỏa thuận khung", "2023", "")],
                body="Chủ tịch Đỗ Hoài Nam nói. Không ai khác.",
            ),
        },
    )
    found = opened(tmp_path / "a")
    yield found.archive
    found.close()


def of(archive: Archive, name: str, *, read: int = 20, most: int = 100) -> Dossier:
    (about,) = whom(archive, name)
    return dossier(archive, about, DAY, read=read, most=most)


def words(found: Dossier, section: str, kind: str) -> list[str]:
    return [t.words for t in found.document.texts if (t.section, t.kind) == (section, kind)]


def test_events_stand_newest_first_with_the_sentences_that_name_it(archive: Archive) -> None:
    found = of(archive, "Sở Y tế Huế")
    assert words(found, "article", "heading") == ["Lễ ký hai", "Lễ ký tại Huế"]
    assert words(found, "article", "paragraph") == [
        "Sở Y tế Huế ký với TP. Huế.",
        "Ông Đỗ Hoài Nam thay mặt Sở Y tế Huế.",
    ]
    references = [
        t.words[r.start : r.end]
        for t in found.document.texts
        for r in t.references
        if t.kind == "paragraph" and r.id == found.document.id
    ]
    assert references == ["Sở Y tế Huế", "Sở Y tế Huế"]


def test_agreements_in_force_stand_first_with_their_states(archive: Archive) -> None:
    found = of(archive, "Sở Y tế Huế")
    groups = found.document.section("agreements").groups
    assert [(g.heading, len(g.items)) for g in groups] == [("In force", 2), ("Expired", 1)]
    assert found.document.summary == "2 events · 2021–2023 · 2 agreements in force"


def test_partners_are_told_with_periods_and_states(archive: Archive) -> None:
    found = of(archive, "Sở Y tế Huế")
    (partners,) = [
        group for group in found.document.section("participants").groups if group.name == "partners"
    ]
    told = {item.texts[0].words: [text.label for text in item.texts[1:]] for item in partners.items}
    assert told == {
        "Viện Kinh tế Việt Nam": ["2021–2025, in force", "2018–2019, expired"],
        "Hội Sử học Huế": ["2023–, in force"],
    }


def test_of_five_that_signed_a_dossier_has_a_matrix(tmp_path: Path) -> None:
    bodies = ["Sở Y tế Huế", *(f"Viện {name}" for name in ("Toán", "Lý", "Hóa", "Sinh"))]
    signed = [("Biên bản", "2021", "2025"), ("Thỏa thuận", "2021", "2025")]
    written = event("mot", "2021-05-01", bodies=bodies, people=["Lê An"], agreements=signed)
    of_all = ", ".join(f'"o{number}"' for number in range(5))
    write(tmp_path / "a", {"1.toml": written.replace('"o0", "o1"', of_all)})
    with closing(opened(tmp_path / "a")) as found:
        for name, count in (("Sở Y tế Huế", 6), ("Lê An", 0)):
            made = of(found.archive, name).document
            rows = [text for text in made.texts if text.kind == "row"]
            assert len(rows) == count


def test_people_and_partners_are_told(archive: Archive) -> None:
    groups = of(archive, "Sở Y tế Huế").document.section("participants").groups
    told = {g.name: [item.texts[0].words for item in g.items] for g in groups}
    assert told["offices"] == ["Đỗ Hoài Nam"]
    assert set(told["partners"]) == {"Viện Kinh tế Việt Nam", "Hội Sử học Huế"}


def test_a_person_has_offices_over_time_and_who_may_be_the_same(archive: Archive) -> None:
    section = of(archive, "Đỗ Hoài Nam").document.section("participants")
    told = {g.name: [[t.label + t.words for t in i.texts] for i in g.items] for g in section.groups}
    assert told["offices"] == [
        ["Hội Sử học Huế", "2023:Chủ tịch"],
        ["Sở Y tế Huế", "2021:Giám đốc"],
    ]
    assert told["alike"] == [["Đỗ Hoài Nâm", "1 event"]]


def test_captions_that_show_it_stand_under_photos(archive: Archive) -> None:
    assert words(of(archive, "Đỗ Hoài Nam"), "photos", "name") == ["Ông Nam ký"]
    assert words(of(archive, "Sở Y tế Huế"), "photos", "name") == ["Sở Y tế"]


def test_every_line_of_an_event_leads_to_its_place(archive: Archive) -> None:
    found = of(archive, "Sở Y tế Huế")
    led = 0
    for shown in found.document.texts:
        origin = found.origins.get((shown.item, shown.field))
        if origin is None or shown.kind != "paragraph":
            continue
        there = document(archive.record(origin.event)).texts
        (text_there,) = (
            t
            for t in there
            if (t.section, t.item, t.field) == (origin.section, origin.item, origin.field)
        )
        assert shown.words in text_there.words
        led += 1
    assert led == 2


def test_what_is_not_read_is_listed_and_counted(archive: Archive) -> None:
    found = of(archive, "Sở Y tế Huế", read=1)
    assert found.unread == 1
    assert words(found, "article", "heading") == ["Lễ ký hai", "Lễ ký tại Huế"]
    assert words(found, "article", "paragraph") == []
    assert of(archive, "Sở Y tế Huế", most=1).unlisted == 1


def test_what_is_shown_first_is_the_newest_of_all(archive: Archive) -> None:
    (about,) = whom(archive, "Sở Y tế Huế")
    first = dossier(archive, about, DAY, read=1, limits=Limits(1, 1, 1)).document
    assert len(first.section("agreements").groups) == 1
    (partners,) = [g for g in first.section("participants").groups if g.name == "partners"]
    assert len(partners.items) == 1


def test_a_dossier_is_searched_and_exported_as_an_event_is(archive: Archive) -> None:
    found = of(archive, "Đỗ Hoài Nam").document
    assert [found.texts[hit.text].words for hit in find(found.texts, "chu tich do").hits] == [
        "Chủ tịch Đỗ Hoài Nam nói."
    ]
    assert text.render(found, Options()).startswith("Đỗ Hoài Nam\n===========\n")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Một. Hai! Ba?", ["Một.", "Hai!", "Ba?"]),
        ("Ở TP. Huế. Rồi đi.", ["Ở TP. Huế.", "Rồi đi."]),
        ("GS.TS. Nam nói.", ["GS.TS. Nam nói."]),
        ("Ngày 1. tháng hai", ["Ngày 1. tháng hai"]),
        ("“Tốt.” Ông nói. ", ["“Tốt.”", "Ông nói."]),
        ("một\n\nhai", ["một", "hai"]),
        ("", []),
    ],
)
def test_sentences_end_before_capitals(written: str, expected: list[str]) -> None:
    assert [written[start:end] for start, end in sentences(written)] == expected


def test_what_is_not_listed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of agreements those that end last, and of partners those with the most."""
    monkeypatch.setattr(gathering, "MOST_PARTNERS", 2)
    monkeypatch.setattr(dossier_people, "MOST_PARTNERS", 2)
    signed = [("Thỏa thuận", "2021", "2025")]
    folder = write(
        tmp_path / "b",
        {
            f"{n}.toml": event(
                f"e{n}",
                f"202{n}-01-01",
                bodies=["Viện Kinh tế", f"Hội {n}"],
                people=["Đỗ Hoài Nam"],
                agreements=signed,
            )
            for n in range(4)
        },
    )
    with closing(opened(folder)) as found:
        for name, told in (
            ("Viện Kinh tế", "the 3 agreements that end last"),
            ("Đỗ Hoài Nam", "its newest 3 events"),
        ):
            (about,) = whom(found.archive, name)
            cut = dossier(found.archive, about, DAY, limits=Limits(agreements=3)).document
            assert told in cut.summary
            whole = dossier(found.archive, about, DAY).document
            assert told not in whole.summary
            assert sum(len(group.items) for group in whole.sections[2].groups) == 4
        (about,) = whom(found.archive, "Viện Kinh tế")
        titles = [g.heading for g in dossier(found.archive, about, DAY).document.sections[1].groups]
        assert "Partners with the most agreements" in titles
