"""Throw-away servers of PostgreSQL, each on a socket of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
"""Where Debian has the programs of the server, each version in a folder of its own."""
SETTINGS = (
    "listen_addresses = ''\nfsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"
    "shared_buffers = 32MB\nmax_connections = 40\n"
)
_USER = "postgres"


def programs() -> Path | None:
    """Return the folder of the server's programs; none if they are not installed."""
    if PROGRAMS:
        return PROGRAMS[-1]
    found = shutil.which("initdb")
    return Path(found).parent if found else None


@contextmanager
def server() -> Iterator[str]:
    """Run a server in a folder of its own, and give its URL.

    The name of a socket must be short, and the server refuses to be run by root.
    """
    path = programs()
    assert path is not None
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, _USER, _USER)
        yield from _running(path, folder)
    finally:
        shutil.rmtree(folder)


def _running(path: Path, folder: Path) -> Iterator[str]:
    _run(path / "initdb", "-D", str(folder / "db"), "-U", _USER, "--auth=trust", "--locale=C.UTF-8")
    with (folder / "db" / "postgresql.conf").open("a") as settings:
        settings.write(f"{SETTINGS}unix_socket_directories = '{folder}'\n")
    control = (path / "pg_ctl", "-D", str(folder / "db"), "-w", "-l", str(folder / "log"))
    _run(*control, "start")
    try:
        yield f"postgresql://{_USER}@/postgres?host={folder}"
    finally:
        _run(*control, "-m", "immediate", "stop")


def _run(*command: str | Path) -> None:
    subprocess.run(
        list(map(str, command)),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        user=_USER if os.geteuid() == 0 else None,
        group=_USER if os.geteuid() == 0 else None,
        extra_groups=[] if os.geteuid() == 0 else None,
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )
