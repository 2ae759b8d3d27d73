"""Reading never waits, never takes more than it should, and says why it does not."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability import case
from tui.record.loading import load, loads
from tui.record.problems import RecordError, UnreadableError
from tui.record.reading import MAX_BYTES, read, read_descriptor, shown_name

NOBODY = 65534
GOOD = 'format = 1\n[event]\nid = "e"\nname = "n"\nstart_date = 2022-01-18\n'


def refusal(path: Path | str) -> str:
    """Return why a file is not read; what waited for a writer would not return."""
    with pytest.raises(UnreadableError) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column, problem.path, problem.source) == (0, 0, "", "")
    assert str(problem).startswith(f"{shown_name(path)}: ")
    return f"{problem.reason} {problem.expected}".strip()


def test_reads_a_file(tmp_path: Path) -> None:
    file = tmp_path / "e.toml"
    file.write_text(GOOD)
    assert read(file) == read(str(file)) == GOOD.encode()


@case("Bad file: a folder")
def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "This is a folder, not a file. Name a file in it."


@case("Bad file: not there")
def test_no_such_file(tmp_path: Path) -> None:
    said = "The file cannot be read: there is no such file. Check its name and its folder."
    assert refusal(tmp_path / "no.toml") == said


def test_a_file_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    assert "a part of its path is not a folder" in refusal(tmp_path / "a" / "b.toml")


@case("Bad file: a FIFO")
def test_a_pipe_that_nobody_writes_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert refusal(tmp_path / "pipe.toml") == (
        "This is not a regular file but a device, a pipe or a socket. "
        "Name a file, or pipe it into standard input and write “-” as its name."
    )


def test_a_link_to_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.toml").symlink_to(tmp_path / "pipe")
    assert refusal(tmp_path / "link.toml").startswith("This is not a regular file")


@case("Bad file: a device, {device}")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty", "/dev/full"])
def test_a_device(device: str) -> None:
    if not Path(device).exists():
        pytest.skip(f"{device} is not here")
    assert refusal(device).startswith("This is not a regular file")


@case("Bad file: a socket")
def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s")
        assert refusal("s").startswith("This is not a regular file")


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Be somebody else than root, who may read everything, as long as the test runs."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@case("Bad file: no permission")
def test_no_permission(unprivileged: None) -> None:
    with tempfile.TemporaryDirectory() as folder:  # pytest's own is closed to others
        file = Path(folder, "e.toml")
        file.write_text(GOOD)
        assert read(file) == GOOD.encode()
        file.chmod(0)
        assert "you have no permission for it" in refusal(file)


@case("Bad file: the system refuses to open it")
def test_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As without permission, which a test that is run by root cannot lack."""
    file = tmp_path / "e.toml"
    file.write_text(GOOD)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert "you have no permission for it" in refusal(file)


@case("Bad file: links in a circle")
def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert "its links form a loop" in refusal(tmp_path / "a")


@case("Bad file: a name that is too long")
def test_a_name_that_is_too_long() -> None:
    assert "its name is too long" in refusal("x" * 5000)


@case("Bad file: a name with a NUL")
def test_a_name_with_a_nul() -> None:
    assert refusal("a\0b.toml") == "This cannot be a file name: it contains a NUL."


@case("Bad file: a name that drives the terminal")
def test_a_name_that_drives_the_terminal(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\x1b[31m\xff.toml")
    with pytest.raises(UnreadableError) as caught:
        load(name)
    assert caught.value.problems[0].file.endswith("/␛[31m�.toml")


@case("Bad file: a byte more than 4 MiB")
def test_one_byte_too_many(tmp_path: Path) -> None:
    file = tmp_path / "e.toml"
    file.write_bytes(b"#" * MAX_BYTES)
    assert len(read(file)) == MAX_BYTES
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    said = "The file is too large. A file may have 4 MiB at most; leave out what is not text."
    assert refusal(file) == said
    with pytest.raises(UnreadableError):
        loads(b"#" * (MAX_BYTES + 1), "standard input")


@case("Bad file: a terabyte")
def test_a_file_of_a_terabyte(tmp_path: Path) -> None:
    file = tmp_path / "e.toml"
    with file.open("wb") as sparse:
        sparse.truncate(1 << 40)
    assert refusal(file).startswith("The file is too large.")


@case("Bad file: becomes a pipe before it is opened")
def test_a_file_that_becomes_a_pipe_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "e.toml"
    file.write_text(GOOD)
    real = os.open

    def changed(path: Path, flags: int) -> int:
        file.unlink()
        os.mkfifo(file)
        return real(path, flags)

    monkeypatch.setattr(os, "open", changed)
    assert refusal(file).startswith("This is not a regular file")


@case("Bad file: vanishes before it is opened")
def test_a_file_that_vanishes_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "e.toml"
    file.write_text(GOOD)
    real = os.open

    def gone(path: Path, flags: int) -> int:
        file.unlink()
        return real(path, flags)

    monkeypatch.setattr(os, "open", gone)
    assert "there is no such file" in refusal(file)


@case("Bad file: cannot be read to its end")
def test_a_file_that_cannot_be_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "e.toml"
    file.write_text(GOOD)

    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "read", fail)
    assert refusal(file) == "The file cannot be read: the device failed."


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    file = tmp_path / "e.toml"
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    before = os.dup(0)
    os.close(before)
    with pytest.raises(UnreadableError):
        read(file)
    after = os.dup(0)
    os.close(after)
    assert after == before


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


def test_an_open_pipe_is_read_to_its_end(pipe: tuple[int, int]) -> None:
    os.write(pipe[1], b"a = 1\n")
    os.write(pipe[1], b"b = 2\n")
    os.close(pipe[1])
    assert read_descriptor(pipe[0], "standard input") == b"a = 1\nb = 2\n"


@case("Bad file: endless standard input")
def test_an_endless_descriptor_is_read_to_the_cap() -> None:
    zero = os.open("/dev/zero", os.O_RDONLY)
    try:
        with pytest.raises(UnreadableError, match=r"standard input: The file is too large\."):
            read_descriptor(zero, "standard input")
    finally:
        os.close(zero)


def test_a_closed_descriptor() -> None:
    number = os.dup(0)
    os.close(number)
    with pytest.raises(UnreadableError, match="it is closed"):
        read_descriptor(number, "standard input")


def test_an_unreadable_file_is_a_record_error() -> None:
    assert issubclass(UnreadableError, RecordError)


def test_reading_imports_nothing_that_explains_mistakes() -> None:
    code = (
        "import sys; from tui.record.loading import load; from tui.record.bundled import bundled;"
        "load(bundled());"
        "print(*{'difflib', 'jsonschema', 'tree_sitter', 'dataclasses', 'subprocess',"
        " 'importlib.metadata', 'importlib.resources', 'textual', 'rich', 'tui.record.diagnosis'}"
        " & set(sys.modules))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=True)
    assert done.stdout.decode().strip() == ""
