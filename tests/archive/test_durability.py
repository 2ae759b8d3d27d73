"""An index outlives whatever happens to it: kill -9, corruption, a power cut while writing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.archive.events import event, generate, opened, write
from tests.cli.program import ROOT
from tui.archive import building
from tui.archive.errors import DamagedError
from tui.archive.refresh import refresh

KILLS = int(os.environ.get("KILLS", "12"))
"""In the long form 200: ``KILLS=200 pytest tests/archive/test_durability.py``."""
EVENTS = 120
DAY = date(2024, 6, 30)
WORK = """
import sys
from pathlib import Path
from tests.archive.events import generated, opened
from tui.archive.opening import open_archive
from tui.archive.refresh import refresh

folder, cache, how = Path(sys.argv[1]), {"XDG_CACHE_HOME": sys.argv[2]}, sys.argv[3]
print("ready", flush=True)
if how == "build":
    open_archive([str(folder)], cache, rebuild=True).close()
else:
    archive = open_archive([str(folder)], cache)
    refresh(archive)
    archive.close()
print("done", flush=True)
"""


def killed_at(folder: Path, cache: Path, how: str, rounds: int) -> None:
    """Kill a process that writes the index, so many looks at its folder after it has begun."""
    with subprocess.Popen(
        [sys.executable, "-c", WORK, str(folder), str(cache), how],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout
        process.stdout.readline()
        new = cache / "ktcn-tui"
        for _ in range(rounds):
            if process.poll() is not None:
                break
            list(new.iterdir())
        process.send_signal(signal.SIGKILL)


@pytest.mark.parametrize("how", ["build", "refresh"])
def test_a_kill_at_any_moment_leaves_the_old_index_or_the_new_one(tmp_path: Path, how: str) -> None:
    folder, cache = generate(tmp_path / "a", EVENTS), tmp_path / "cache"
    environ = {"XDG_CACHE_HOME": str(cache)}
    opened(folder, environ).close()
    r = random.Random(7)
    for n in range(KILLS):
        added = {
            f"new/{n}-{i}.toml": event(f"n{n}-{i}", "2020-01-01", body="Mới.") for i in range(5)
        }
        write(folder, added)
        killed_at(folder, cache, how, r.randrange(12_000))
        archive = opened(folder, environ)
        assert archive.notes == []
        count = archive.archive.count(archive.archive.everything(), 10_000)[0]
        assert count in (EVENTS + 5 * n, EVENTS + 5 * (n + 1))
        assert archive.store.database.rows("PRAGMA quick_check(1)")[0][0] == "ok"
        while refresh(archive).busy:  # a reader that is just begun has the lock until it is one
            pass
        count = archive.archive.count(archive.archive.everything(), 10_000)[0]
        assert count == EVENTS + 5 * (n + 1)
        archive.close()


@pytest.mark.parametrize("seed", range(6))
def test_a_corrupted_index_is_noticed_or_answers(tmp_path: Path, seed: int) -> None:
    """Whatever bytes are overwritten: an answer, or the error that has the index built anew."""
    folder, cache = generate(tmp_path / "a", 60), tmp_path / "cache"
    environ = {"XDG_CACHE_HOME": str(cache)}
    opened(folder, environ).close()
    (index,) = (cache / "ktcn-tui").glob("*.sqlite")
    r = random.Random(seed)
    content = bytearray(index.read_bytes())
    for _ in range(8):
        at = r.randrange(len(content) - 512)
        content[at : at + 512] = r.randbytes(512)
    index.write_bytes(content)
    archive = opened(folder, environ)
    try:
        for query in ("", "khoa học", "tổ chức:sở", "năm:2020", "hiệu lực:hôm nay"):
            question = archive.archive.ask(query, DAY)
            archive.archive.page(question)
            archive.archive.facets(question)
    except (DamagedError, ValueError):
        archive.close()
        archive = opened(folder, environ)
    archive.close()


def test_a_journal_of_a_killed_writer_is_taken_back(tmp_path: Path) -> None:
    """A reader of an index whose writer was killed in the middle sees what was before."""
    folder, cache = generate(tmp_path / "a", 60), tmp_path / "cache"
    environ = {"XDG_CACHE_HOME": str(cache)}
    opened(folder, environ).close()
    (index,) = (cache / "ktcn-tui").glob("*.sqlite")
    with subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import os, sqlite3, sys\n"
            "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "db.execute('PRAGMA cache_size=1')\n"
            "db.execute('BEGIN')\n"
            "db.execute('DELETE FROM event')\n"
            "db.execute('UPDATE entity SET n = n + 1')\n"
            "os.kill(os.getpid(), 9)",
            str(index),
        ]
    ):
        pass
    assert index.with_name(index.name + "-journal").exists()
    archive = opened(folder, environ)
    assert archive.archive.count(archive.archive.everything()) == (60, False)
    assert archive.notes == []
    archive.close()
    assert not index.with_name(index.name + "-journal").exists()


def test_no_space_left_keeps_the_index_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = generate(tmp_path / "a", 60)
    pragmas = (*building.PRAGMAS, "max_page_count=20")
    monkeypatch.setattr(building, "PRAGMAS", pragmas)
    archive = opened(folder, {"XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert archive.index is None
    assert archive.notes[0] == "There is no space left for the index."
    assert archive.archive.count(archive.archive.everything()) == (60, False)
    archive.close()
    assert [path.suffix for path in (tmp_path / "cache" / "ktcn-tui").iterdir()] == [".lock"]
