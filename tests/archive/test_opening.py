"""Opening an archive: the index that is there, a new one, or one in memory."""

from __future__ import annotations

import os
import stat
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.archive.events import event, generate, opened, write
from tui.archive import filling
from tui.archive.cache import locked
from tui.archive.errors import ArchiveError
from tui.archive.opening import OpenArchive, open_archive
from tui.archive.progress import Progress


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "a", {"1.toml": event("mot", "2021-05-01", body="Một.")})


def events(archive: OpenArchive) -> list[str]:
    return [row.id for row in archive.archive.page(archive.archive.everything())]


def index_of(folder: Path) -> Path:
    (index,) = (folder.parent / f"{folder.name}-cache" / "ktcn-tui").glob("*.sqlite")
    return index


def test_the_cache_is_open_to_its_owner_alone(folder: Path) -> None:
    opened(folder).close()
    index = index_of(folder)
    assert stat.S_IMODE(index.parent.stat().st_mode) == 0o700
    assert sorted(path.suffix for path in index.parent.iterdir()) == [".lock", ".sqlite"]


def test_an_index_that_is_there_is_used(folder: Path) -> None:
    opened(folder).close()
    inode = index_of(folder).stat().st_ino
    opened(folder).close()
    assert index_of(folder).stat().st_ino == inode


def test_folders_of_one_name_have_indexes_of_their_own(tmp_path: Path) -> None:
    environ = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    for place in ("x", "y"):
        folder = write(tmp_path / place / "a", {"1.toml": event(place, "2021-05-01")})
        archive = open_archive([str(folder)], environ)
        assert events(archive) == [place]
        archive.close()
    assert len(list((tmp_path / "cache" / "ktcn-tui").glob("*.sqlite"))) == 2


@pytest.mark.parametrize("content", [b"", b"no index", b"SQLite format 3\0" + b"\xff" * 4096])
def test_what_is_no_index_is_built_anew_and_said(folder: Path, content: bytes) -> None:
    opened(folder).close()
    index_of(folder).write_bytes(content)
    archive = opened(folder)
    assert events(archive) == ["mot"]
    assert archive.notes
    archive.close()
    assert not opened(folder).notes


def test_a_cut_index_is_built_anew(folder: Path) -> None:
    opened(folder).close()
    index = index_of(folder)
    os.truncate(index, index.stat().st_size // 2)
    archive = opened(folder)
    assert events(archive) == ["mot"]
    archive.close()


def test_other_authorities_make_another_index(folder: Path) -> None:
    opened(folder).close()
    (folder / "archive.toml").write_text('[[people]]\nidentifier = "x"\nname = "A"\n', "utf-8")
    archive = opened(folder)
    assert archive.notes
    archive.close()


@pytest.mark.parametrize(
    "content", ["nope", "[[people]]\nname = 1\n", '[[bodies]]\nname = "x"\n', "a" * 5_000_000]
)
def test_an_authority_file_that_is_wrong_is_said(folder: Path, content: str) -> None:
    (folder / "archive.toml").write_text(content, "utf-8")
    with pytest.raises(ArchiveError):
        opened(folder)


@pytest.mark.parametrize("environ", [{}, {"HOME": ""}, {"XDG_CACHE_HOME": "/dev/null"}])
def test_without_a_cache_the_index_is_in_memory_and_said(
    folder: Path, environ: dict[str, str]
) -> None:
    archive = open_archive([str(folder)], environ)
    assert archive.index is None
    assert events(archive) == ["mot"]
    assert len(archive.notes) == 2
    archive.close()


@pytest.mark.parametrize("files", [0, 1])
def test_an_archive_of_no_event_opens_too(tmp_path: Path, files: int) -> None:
    folder = write(tmp_path / "a", {f"{n}.toml": "broken" for n in range(files)})
    archive = opened(folder)
    assert events(archive) == []
    assert archive.archive.facets(archive.archive.everything()).events == 0
    archive.close()


def test_an_interrupt_leaves_the_index_there_was(folder: Path) -> None:
    opened(folder).close()
    before = index_of(folder).read_bytes()

    def interrupt(progress: Progress) -> None:
        raise KeyboardInterrupt

    environ = {"XDG_CACHE_HOME": str(folder.parent / "a-cache")}
    with pytest.raises(KeyboardInterrupt):
        open_archive([str(folder)], environ, interrupt, rebuild=True)
    assert index_of(folder).read_bytes() == before
    assert len(list(index_of(folder).parent.iterdir())) == 2


def test_days_that_a_file_hides_are_in_order_all_the_same(tmp_path: Path) -> None:
    """The day is looked for before a file is read; an inline table and a remark hide it."""
    late = event("muon", "2024-01-01").replace(
        "start_date", "# start_date = 1999-01-01\nstart_date"
    )
    folder = write(
        tmp_path / "a",
        {
            "1.toml": event("mot", "2021-05-01"),
            "2.toml": late,
            "3.toml": 'format = 1\nevent = { id = "ba", name = "x", start_date = 2022-01-01 }\n',
            "4.toml": event("bon", "2023-05-01"),
        },
    )
    archive = opened(folder)
    assert events(archive) == ["muon", "bon", "ba", "mot"]
    archive.close()


def test_many_events_of_hidden_days_are_in_order(tmp_path: Path) -> None:
    """More than there is room for between the days that were planned."""
    hidden = "start_date = 1999-01-01 in a text"
    folder = write(
        tmp_path / "a",
        {
            **{
                f"h{n:02}.toml": event(f"h{n}", f"2022-01-{n % 28 + 1:02}").replace(
                    "[event]", f"[article]\nheadline = '{hidden}'\n[event]"
                )
                for n in range(40)
            },
            **{f"e{n}.toml": event(f"e{n}", f"20{20 + n}-06-01") for n in range(5)},
        },
    )
    archive = opened(folder)
    rows = archive.archive.page(archive.archive.everything(), limit=100)
    days = [row.day for row in rows]
    assert len(days) == 45
    assert days == sorted(days, reverse=True)
    archive.close()


def test_no_event_is_lost_however_many_hide_their_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it is where agreements stand before the event: their days are found first."""
    monkeypatch.setattr(filling, "_MOST_LEFT", 10)
    folder = write(
        tmp_path / "a",
        {
            f"{n:02}.toml": event(f"e{n:02}", f"20{10 + n % 9}-0{1 + n % 7}-11").replace(
                "[event]", f"[article]\nheadline = 'start_date = {2030 - n}-01-01'\n[event]"
            )
            for n in range(45)
        },
    )
    archive = opened(folder)
    rows = archive.archive.page(archive.archive.everything(), limit=100)
    days = [row.day for row in rows]
    assert len(days) == 45
    assert days == sorted(days, reverse=True)
    archive.close()


def test_two_programs_that_build_at_once_both_open(tmp_path: Path) -> None:
    folder = generate(tmp_path / "a", 60)
    context = get_context("spawn")
    with context.Pool(2) as pool:
        found = pool.map(count_of, [str(folder)] * 4)
    assert found == [60] * 4


def count_of(folder: str) -> int:
    """Open an archive in a process of its own, and count its events."""
    archive = opened(Path(folder))
    try:
        return archive.archive.count(archive.archive.everything())[0]
    finally:
        archive.close()


def test_while_another_builds_the_old_index_is_read(folder: Path) -> None:
    opened(folder).close()
    with locked(index_of(folder), wait=False):
        archive = opened(folder)
        assert events(archive) == ["mot"]
        archive.close()
