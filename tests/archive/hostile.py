"""A folder of event files that try to do harm, by what stands in them and by what they are."""

from __future__ import annotations

import os
from pathlib import Path

from tests.archive.events import event, write
from tests.hostile.length import LENGTH
from tests.hostile.strings import HOSTILE

TINY = 100_000 if LENGTH == "all" else 300
"""Files of a few bytes that are not events."""


def texts(folder: Path) -> Path:
    """Write every hostile string in every field of an event of its own, and an event of 4 MiB."""
    files = {
        f"{n:03}.toml": event(
            f"e{n}",
            "2021-05-01",
            name=f"x {string}",
            place=string,
            bodies=[(f"A {string}", string), f"B {string}"],
            people=[f"C {string}"],
            offices=[("p0", f"D {string}", "o0")],
            agreements=[(f"E {string}", "2021", "2025")],
            body=f"F {string}",
            photos=[(string, "p0")],
        )
        for n, string in enumerate(HOSTILE.values())
    }
    files["big.toml"] = event("big", "2021-06-01", body="từ lạ " * 600_000)
    return write(folder, files)


def whole(folder: Path) -> Path:
    """Write the texts, and what a scan must get over: circles, devices, names that are no UTF-8."""
    texts(folder)
    (folder / "circle").symlink_to(folder, target_is_directory=True)
    (folder / "nowhere.toml").symlink_to("nowhere.toml")
    (folder / "zero.toml").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.toml")
    names = (b"\xff\xfe\x1b[31m\x9b2J.toml", b"\x1b]0;x\x07.toml", "\u202eten.toml".encode())
    for number, name in enumerate(names):
        content = event(f"n{number}", f"2021-07-0{number + 1}", name=f"Tên tệp số {number}")
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:  # noqa: PTH118, PTH123
            file.write(content.encode() if number else b"no event")
    return write(folder, {f"tiny/{n:03}.toml": f"x{n}" for n in range(TINY)})
