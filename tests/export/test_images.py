"""Pictures of a record: sound ones are drawn, hostile ones refused, and nothing else happens."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.examples import many
from tests.export.pictures import hostile, saved
from tests.reliability import case
from tui.export.images import MAX_BYTES, PictureError, jpeg, picture

SIZE = (100, 100)
PEAKS = """
import resource, sys
from pathlib import Path
from tui.export.images import PictureError, picture
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        picture(path.parent, path.name, (100, 100))
    except PictureError:
        pass
    print(path.name, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak)
"""
"""Prints by how many KiB the memory of the process has grown at most after each picture."""


def test_there_are_enough_of_them() -> None:
    assert len(hostile()) >= 12


@case("Hostile pictures: refused")
def test_a_hostile_picture_is_refused(tmp_path: Path) -> None:
    for name, data in hostile().items():
        (tmp_path / "a.png").write_bytes(data)
        with pytest.raises(PictureError):
            pytest.fail(f"{name} is drawn: {picture(tmp_path, 'a.png', SIZE)}")


@case("Hostile pictures: within 100 MB")
def test_hostile_pictures_take_little_memory(tmp_path: Path) -> None:
    for number, data in enumerate(hostile().values()):
        (tmp_path / f"{number}").write_bytes(data)
    (tmp_path / "large").write_bytes(saved("JPEG", (8000, 7900)))
    (tmp_path / "progressive").write_bytes(saved("JPEG", (4032, 3024), progressive=True))
    (tmp_path / "transparent").write_bytes(saved("PNG", (4032, 3024)))
    told = subprocess.run(
        [sys.executable, "-c", PEAKS, tmp_path], capture_output=True, text=True, check=True
    )
    peaks = dict(line.split() for line in told.stdout.splitlines())
    assert len(peaks) == len(hostile()) + 3
    assert [name for name, peak in peaks.items() if int(peak) > 100_000] == []


@case("Hostile pictures: nothing executed, nothing written (strace)")
def test_a_hostile_picture_executes_nothing_and_writes_nothing(tmp_path: Path) -> None:
    if (strace := shutil.which("strace")) is None:
        pytest.skip("strace is not installed")
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number, data in enumerate(hostile().values()):
        (folder / str(number)).write_bytes(data)
    watched = "trace=?execve,?execveat,?socket,?open,?openat,?unlink,?unlinkat,?rename,?renameat"
    log = tmp_path / "calls"
    subprocess.run(
        [strace, "-f", "-qq", "-e", watched, "-o", log, sys.executable, "-B", "-c", PEAKS, folder],
        capture_output=True,
        check=True,
    )
    calls = log.read_text("utf-8").splitlines()
    done = [call for call in calls if not re.search(r"= -1 E[A-Z]+ \(", call)]
    written = re.compile(r"^\d+ +(?:socket|unlink|rename)|O_WRONLY|O_RDWR")
    assert len([call for call in done if f"{folder}/" in call]) == len(hostile())
    assert len([call for call in done if "exec" in call.partition("(")[0]]) == 1  # Python itself
    assert [call for call in done if written.search(call)] == []


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_sound_picture_is_drawn(form: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(saved(form, (400, 300)))
    drawn = picture(tmp_path, "a", SIZE)
    assert (drawn.size, drawn.mode) == ((100, 75), "RGB")
    assert Image.open(BytesIO(jpeg(drawn))).format == "JPEG"


def test_what_a_file_says_beside_its_pixels_is_left_out(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "a secret place"
    (tmp_path / "a").write_bytes(saved("JPEG", exif=exif, comment=b"another secret"))
    assert b"secret" not in jpeg(picture(tmp_path, "a", SIZE))


def test_a_picture_on_its_side_is_set_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    (tmp_path / "a").write_bytes(saved("JPEG", (80, 40), exif=exif))
    assert picture(tmp_path, "a", SIZE).size == (40, 80)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "I;16", "CMYK"])
def test_every_mode_of_pixels_is_drawn(mode: str, tmp_path: Path) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    image = Image.new("RGBA" if mode == "PA" else mode, (50, 50))
    image.convert("P" if mode == "PA" else mode).save(tmp_path / "a", form)
    assert picture(tmp_path, "a", SIZE).mode == "RGB"


def test_a_large_photo_is_decoded_at_a_part_of_its_size(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(saved("JPEG", (8000, 7900)))
    assert max(picture(tmp_path, "a", SIZE).size) == 100


def test_a_file_outside_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "a.png").write_bytes(saved("PNG"))
    (folder / "link.png").symlink_to(tmp_path / "a.png")
    (folder / "b.png").write_bytes(saved("PNG"))
    (folder / "inside.png").symlink_to(folder / "b.png")
    for name in ("../a.png", "link.png", str(tmp_path / "a.png"), "no.png", ".", "a\0b"):
        with pytest.raises(PictureError):
            picture(folder, name, SIZE)
    assert picture(folder, "inside.png", SIZE)


def test_a_pipe_is_no_picture_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    with pytest.raises(PictureError):
        picture(tmp_path, "a.png", SIZE)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.png").open("wb") as file:
        file.write(saved("PNG"))
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(PictureError):
        picture(tmp_path, "a.png", SIZE)


@many
@given(
    data=st.sampled_from(("JPEG", "PNG", "WEBP")).map(saved),
    changes=st.lists(st.tuples(st.integers(0, 400), st.binary(min_size=1, max_size=4)), max_size=6),
    length=st.integers(1, 500),
)
def test_a_broken_picture_is_drawn_or_refused(
    data: bytes,
    changes: list[tuple[int, bytes]],
    length: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    broken = bytearray(data[:length])
    for place, written in changes:
        broken[place : place + len(written)] = written
    folder = tmp_path_factory.getbasetemp()
    (folder / "broken").write_bytes(broken)
    try:
        drawn = picture(folder, "broken", SIZE)
    except PictureError:
        return
    assert max(drawn.size) <= 100
