"""Refreshing: the next look at an archive sees what became of its files."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.archive.events import event, generate, generated, opened, write
from tui.archive.cache import locked
from tui.archive.opening import OpenArchive
from tui.archive.refresh import Change, broken_files, refresh

DAY = date(2024, 6, 30)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    folder = write(
        tmp_path / "a",
        {
            f"{n}.toml": event(
                f"e{n}",
                f"202{n}-05-01",
                bodies=["Sở Y tế Huế", "Hội Sử học Huế"],
                people=["Đỗ Hoài Nam"],
                offices=[("p0", "Giám đốc", "o0")],
                agreements=[("Thỏa thuận", "2021", "2025")],
                photos=[("Ảnh", "p0")],
                body=f"Từ số {n}.",
            )
            for n in range(4)
        },
    )
    found = opened(folder)
    yield found
    found.close()


def folder_of(archive: OpenArchive) -> Path:
    return Path(os.fsdecode(archive.roots[0]))


def found(archive: OpenArchive, query: str = "") -> list[str]:
    question = archive.archive.ask(query, DAY)
    return [row.id for row, _seen in archive.archive.found(question)]


def state(archive: OpenArchive) -> dict[str, object]:
    """Return all that an archive answers, without numbers that may be others in another index."""
    facets = archive.archive.facets(archive.archive.everything(), most=1000)
    rows = archive.archive.page(archive.archive.everything(), limit=10_000)
    by_sort = {
        sort: sorted((facet.key, facet.events) for facet in found)
        for sort, found in facets.by_sort.items()
    }
    counts = archive.store.database.rows("SELECT sort, key, n FROM entity WHERE n > 0")
    return {
        "events": sorted((row.day, row.path, row.name, row.agreements) for row in rows),
        "days": [row.day for row in rows] == sorted((row.day for row in rows), reverse=True),
        "facets": by_sort,
        "entities": sorted(map(tuple, counts)),
        "parties": archive.store.database.rows("SELECT count(*) FROM party"),
        "agreements": archive.store.database.rows("SELECT count(*) FROM agreement"),
        "positions": archive.store.database.rows("SELECT count(*) FROM position"),
        "photos": archive.store.database.rows("SELECT count(*) FROM photo"),
        "broken": list(broken_files(archive)),
    }


def test_nothing_changes_where_nothing_has(archive: OpenArchive) -> None:
    assert not refresh(archive)


def test_a_new_file_is_seen(archive: OpenArchive) -> None:
    write(folder_of(archive), {"b/new.toml": event("moi", "2022-05-01", body="Tự động hóa.")})
    assert refresh(archive) == Change(read=1)
    assert found(archive, "tự động hóa") == ["moi"]
    assert found(archive) == ["e3", "moi", "e2", "e1", "e0"]
    assert not refresh(archive)


def test_a_changed_file_is_another_event(archive: OpenArchive) -> None:
    write(folder_of(archive), {"1.toml": event("e1", "2024-05-01", body="Tự động hóa.")})
    assert refresh(archive) == Change(read=1)
    assert found(archive) == ["e1", "e3", "e2", "e0"]
    assert found(archive, "Từ số 1") == []
    assert found(archive, "người:nam") == ["e3", "e2", "e0"]


def test_a_removed_file_is_gone(archive: OpenArchive) -> None:
    (folder_of(archive) / "1.toml").unlink()
    assert refresh(archive) == Change(gone=1)
    assert found(archive) == ["e3", "e2", "e0"]
    assert archive.archive.count(archive.archive.ask("Từ số", DAY)) == (3, False)


def test_a_renamed_file_is_the_same_event_elsewhere(archive: OpenArchive) -> None:
    (folder_of(archive) / "1.toml").rename(folder_of(archive) / "9.toml")
    assert refresh(archive)
    assert found(archive) == ["e3", "e2", "e1", "e0"]


def test_a_file_replaced_by_one_of_the_same_size_and_time_is_seen(archive: OpenArchive) -> None:
    path = folder_of(archive) / "1.toml"
    was = path.stat()
    other = path.with_suffix(".tmp")
    other.write_bytes(path.read_bytes().replace("Từ số 1".encode(), "Từ số 7".encode()))
    os.utime(other, ns=(was.st_atime_ns, was.st_mtime_ns))
    other.replace(path)
    assert refresh(archive)
    assert found(archive, "Từ số 7") == ["e1"]


def test_a_file_that_breaks_is_told_and_one_mended_is_back(archive: OpenArchive) -> None:
    path = folder_of(archive) / "1.toml"
    good = path.read_text("utf-8")
    path.write_text("broken", "utf-8")
    refresh(archive)
    assert list(broken_files(archive)) == [os.fsencode(path)]
    assert found(archive) == ["e3", "e2", "e0"]
    path.write_text(good, "utf-8")
    refresh(archive)
    assert list(broken_files(archive)) == []
    assert found(archive) == ["e3", "e2", "e1", "e0"]


def test_a_folder_that_goes_takes_its_events_along(archive: OpenArchive) -> None:
    write(folder_of(archive), {"b/c/new.toml": event("moi", "2022-05-01")})
    refresh(archive)
    (folder_of(archive) / "b/c/new.toml").unlink()
    (folder_of(archive) / "b/c").rmdir()
    assert refresh(archive) == Change(gone=1)


def test_while_another_process_writes_nothing_is_done(archive: OpenArchive) -> None:
    write(folder_of(archive), {"new.toml": event("moi", "2022-05-01")})
    assert archive.index is not None
    with locked(archive.index, wait=False):
        assert refresh(archive) == Change(busy=True)
    assert refresh(archive) == Change(read=1)


def test_an_index_that_another_process_replaced_is_taken(archive: OpenArchive) -> None:
    other = opened(folder_of(archive))
    write(folder_of(archive), {"archive.toml": "people = []\n"})
    assert refresh(other)  # built anew, for the authorities are others
    other.close()
    assert archive.is_replaced
    refresh(archive)
    assert not archive.is_replaced
    assert found(archive) == ["e3", "e2", "e1", "e0"]


def test_when_a_fifth_is_dead_the_index_is_built_anew(tmp_path: Path) -> None:
    folder = generate(tmp_path / "a", 150)
    archive = opened(folder)
    for n in range(120):
        write(folder, {f"{n // 100:03}/sk-{n:06}.toml": generated(n + 1000)})
    refresh(archive)
    assert archive.store.database.rows("SELECT count(*) FROM dead") == [(0,)]
    assert len(found(archive)) == 150
    archive.close()


@pytest.mark.parametrize("seed", range(3))
def test_refreshing_comes_to_what_building_anew_comes_to(tmp_path: Path, seed: int) -> None:
    """The same answers by either way, whatever was added, changed, removed or broken."""
    r = random.Random(seed)
    folder = generate(tmp_path / "a", 40, seed)
    archive = opened(folder)
    for step in range(4):
        for n in r.sample(range(60), 8):
            path = folder / f"{n // 100:03}/sk-{n:06}.toml"
            what = r.choice(("write", "remove", "break"))
            if what == "remove":
                path.unlink(missing_ok=True)
            else:
                path.write_text(
                    generated(n + 100 * step, seed) if what == "write" else "x", "utf-8"
                )
        refresh(archive)
    anew = opened(folder, {"XDG_CACHE_HOME": str(tmp_path / "other")})
    assert state(archive) == state(anew)
    archive.close()
    anew.close()
