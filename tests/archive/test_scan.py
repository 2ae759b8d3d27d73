"""Which files belong to an archive, whatever lies in its folder."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from tui.archive.scan import Scan, real_roots


def names(*roots: Path) -> list[bytes]:
    return [found.name for found in Scan(real_roots(map(str, roots))).files()]


def test_event_files_are_found_however_deep(tmp_path: Path) -> None:
    for name in ("b.toml", "a/c.toml", "a/b/d.toml", "note.txt", "archive.toml", ".hidden.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "e.toml").touch()
    assert names(tmp_path) == [b"b.toml", b"c.toml", b"d.toml"]


def test_links_in_circles_end_and_no_folder_is_gone_through_twice(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "e.toml").touch()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "a")
    (tmp_path / "nowhere.toml").symlink_to(tmp_path / "gone")
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    assert names(tmp_path) == [b"e.toml"]


def test_devices_pipes_and_sockets_are_no_events(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "null.toml").symlink_to("/dev/null")
    (tmp_path / "folder.toml").mkdir()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.toml"))
        assert names(tmp_path) == []


def test_names_need_be_no_text(tmp_path: Path) -> None:
    strange = os.fsencode(tmp_path) + b"/\xff\x1b[31m\n.toml"
    os.close(os.open(strange, os.O_CREAT, 0o600))
    assert names(tmp_path) == [b"\xff\x1b[31m\n.toml"]


def test_a_file_that_was_named_is_one_whatever_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "event").touch()
    (tmp_path / "e.toml").touch()
    assert names(tmp_path / "event", tmp_path / "e.toml") == [b"e.toml", b"event"]


def test_roots_inside_others_are_none(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "ab").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "a")
    real = os.fsencode(tmp_path.resolve())
    assert real_roots([str(tmp_path / "a"), str(link), str(tmp_path / "ab")]) == (
        real + b"/a",
        real + b"/ab",
    )
    assert real_roots([str(tmp_path), str(link)]) == (real,)


def test_what_cannot_be_looked_at_is_told(tmp_path: Path) -> None:
    missing = tmp_path / "gone.toml"
    scan = Scan([os.fsencode(missing)])
    assert list(scan.files()) == []
    assert list(scan.skipped) == [os.fsencode(missing)]
