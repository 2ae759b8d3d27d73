"""A watching archive notices what becomes of its files, by bounded work."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.archive.events import event, generate, opened, write
from tui.archive.errors import ArchiveError
from tui.archive.opening import OpenArchive
from tui.archive.refresh import Change, refresh
from tui.archive.watching import Watch

DAY = date(2024, 6, 30)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    folder = write(
        tmp_path / "a",
        {
            f"{place}/{n}.toml": event(f"{place}{n}", f"202{n}-05-01", body=f"Từ số {n}.")
            for place in "xy"
            for n in range(3)
        },
    )
    found = opened(folder)
    yield found
    found.close()


@pytest.fixture
def folder(archive: OpenArchive) -> Path:
    """The folder of the archive, whose own folders changed long ago."""
    path = Path(os.fsdecode(archive.roots[0]))
    for each in (path, *path.iterdir()):
        os.utime(each, ns=(0, 10**18))
    refresh(archive)
    return path


def found(archive: OpenArchive, query: str = "") -> list[str]:
    question = archive.archive.ask(query, DAY)
    return sorted(row.id for row, _seen in archive.archive.found(question))


def in_place(path: Path, content: str) -> None:
    """Write a file anew where it is: no folder changes, and its time surely does."""
    before = path.parent.stat().st_mtime_ns
    path.write_text(content, "utf-8")
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))
    assert path.parent.stat().st_mtime_ns == before


def test_nothing_is_read_while_nothing_changes(archive: OpenArchive, folder: Path) -> None:
    watch = Watch(archive)
    assert watch.look() == Change()
    assert not watch.altered()


def test_a_file_written_in_place_is_seen(archive: OpenArchive, folder: Path) -> None:
    watch = Watch(archive)
    in_place(folder / "x" / "1.toml", event("x1", "2021-05-01", body="Tự động hóa."))
    assert watch.look() == Change(read=1)
    assert found(archive, "tự động hóa") == ["x1"]
    assert watch.look() == Change()


def test_a_file_in_view_is_seen_at_once_and_others_in_turn(
    archive: OpenArchive, folder: Path
) -> None:
    watch = Watch(archive, files=1)
    rows = archive.archive.page(archive.archive.everything())
    (last,) = (row for row in rows if row.id == "y2")
    in_place(folder / "y" / "2.toml", event("y2", "2022-05-01", body="Tự động hóa."))
    assert watch.look() == Change()
    assert watch.look([last]) == Change(read=1)
    in_place(folder / "y" / "2.toml", event("y2", "2022-05-01", body="Hóa rồi."))
    changes = [watch.look() for _ in range(7)]
    assert changes.count(Change(read=1)) == 1


def test_files_that_come_and_go_are_seen(archive: OpenArchive, folder: Path) -> None:
    watch = Watch(archive)
    write(folder, {"x/new.toml": event("moi", "2022-05-01")})
    assert watch.look() == Change(read=1)
    (folder / "x" / "0.toml").unlink()
    assert watch.look() == Change(gone=1)
    (folder / "x" / "1.toml").rename(folder / "y" / "9.toml")
    assert watch.look() == Change(read=1, gone=1)
    (folder / "x" / "2.toml").rename(folder / "x" / "8.toml")
    assert watch.look() == Change(read=1, gone=1)
    assert found(archive) == ["moi", "x1", "x2", "y0", "y1", "y2"]


def test_a_file_replaced_by_another_is_seen(archive: OpenArchive, folder: Path) -> None:
    watch = Watch(archive)
    other = write(folder, {"y/0.tmp": event("y0", "2020-05-01", body="Tự động hóa.")})
    (other / "y" / "0.tmp").replace(folder / "y" / "0.toml")
    assert watch.look() == Change(read=1)
    assert found(archive, "tự động hóa") == ["y0"]


def test_folders_that_come_and_go_are_seen_and_then_all_is_quiet(
    archive: OpenArchive, folder: Path
) -> None:
    watch = Watch(archive)
    write(folder, {"z/zz/new.toml": event("moi", "2022-05-01")})
    assert watch.look() == Change(read=1)
    for name in ("0.toml", "1.toml", "2.toml"):
        (folder / "x" / name).unlink()
    (folder / "x").rmdir()
    assert watch.look() == Change(gone=3)
    assert found(archive) == ["moi", "y0", "y1", "y2"]
    for each in (folder, *folder.rglob("z*")):
        os.utime(each, ns=(0, 10**18))
    assert watch.look() == Change()
    assert not watch.altered()


def test_what_is_no_event_is_looked_at_once(archive: OpenArchive, folder: Path) -> None:
    """A note beside the events makes no look after the next one read the folder again."""
    watch = Watch(archive)
    (folder / "x" / "note.txt").write_text("x")
    os.utime(folder / "x", ns=(0, 10**18 + 1))
    assert watch.altered().folders == (os.fsencode(folder / "x"),)
    assert watch.look() == Change()
    assert not watch.altered()


def test_a_folder_that_may_change_again_at_the_same_time_is_looked_at_again(
    archive: OpenArchive, folder: Path
) -> None:
    """The clock of a file system ticks in milliseconds, in which much can happen."""
    watch = Watch(archive)
    now = 2**62 - 1  # a time to come is as near as can be
    write(folder, {"x/3.toml": event("x3", "2023-05-01")})
    os.utime(folder / "x", ns=(0, now))
    assert watch.look() == Change(read=1)
    write(folder, {"x/4.toml": event("x4", "2024-05-01")})
    os.utime(folder / "x", ns=(0, now))
    assert watch.look() == Change(read=1)


def test_what_another_process_wrote_is_told_once(archive: OpenArchive, folder: Path) -> None:
    watch = Watch(archive)
    write(folder, {"x/new.toml": event("moi", "2022-05-01", body="Tự động hóa.")})
    assert found(archive, "tự động hóa") == []
    other = opened(folder)
    assert refresh(other) == Change(read=1)
    other.close()
    assert watch.look() == Change(elsewhere=True)
    assert found(archive, "tự động hóa") == ["moi"]
    assert watch.look() == Change()


def test_other_authorities_have_the_index_built_anew(archive: OpenArchive, folder: Path) -> None:
    watch = Watch(archive)
    write(folder, {"archive.toml": "people = []\n"})
    assert watch.look().read == 6
    os.utime(folder, ns=(0, 10**18))
    assert watch.look() == Change()
    (folder / "archive.toml").write_text("nobody", "utf-8")
    with pytest.raises(ArchiveError):
        watch.look()
    assert watch.look() == Change()


def test_a_file_that_was_named_alone_is_watched(tmp_path: Path) -> None:
    folder = write(tmp_path / "a", {f"{n}.toml": event(f"e{n}", "2020-01-01") for n in "12"})
    alone = opened(folder / "1.toml")
    watch = Watch(alone)
    in_place(folder / "1.toml", event("e1", "2020-01-01", body="Tự động hóa."))
    assert watch.look() == Change(read=1)
    (folder / "1.toml").unlink()
    assert watch.look() == Change(gone=1)
    assert found(alone) == []
    alone.close()


def test_a_look_is_bounded_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = opened(generate(tmp_path / "a", 300))
    refresh(archive)
    watch = Watch(archive, folders=2, files=50)
    stats = 0
    real: Callable[..., os.stat_result] = os.stat

    def counted(*arguments: object, **options: object) -> os.stat_result:
        nonlocal stats
        stats += 1
        return real(*arguments, **options)

    monkeypatch.setattr(os, "stat", counted)
    for _ in range(7):
        stats = 0
        watch.look()
        assert stats <= 2 + 50 + 6
    archive.close()
