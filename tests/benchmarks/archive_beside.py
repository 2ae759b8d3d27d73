"""What other programs take over the same files: ripgrep, without an index, and notmuch."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC
from email.message import EmailMessage
from email.utils import format_datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from tests.benchmarks.archive_questions import best
from tests.benchmarks.figures import Figure, ms
from tests.benchmarks.programs import environment
from tui.record.loading import load

WORDS = ("kinh tế", "Thủy lợi")


def figures(folder: Path, home: Path) -> Iterator[Figure]:
    """Yield a row for each program that is installed."""
    if ripgrep := shutil.which("rg"):
        for words in WORDS:
            command = [ripgrep, "-l", "-i", words, str(folder)]
            told = best(partial(subprocess.run, command, capture_output=True, check=False))
            yield Figure(f"ripgrep: files with “{words}”", ms(told))
    if notmuch := shutil.which("notmuch"):
        yield from _notmuch(notmuch, folder, home)


def _notmuch(notmuch: str, folder: Path, home: Path) -> Iterator[Figure]:
    """Yield what notmuch takes over the events, each written as a message."""
    from datetime import datetime, time

    mail = home / "mail"
    mail.mkdir()
    paths = sorted(folder.rglob("*.toml"))
    for path in paths:
        record = load(path)
        message = EmailMessage()
        message["Message-ID"] = f"<{record.event.id}@example.org>"
        message["From"] = "archive@example.org"
        message["Subject"] = record.event.name
        message["Date"] = format_datetime(datetime.combine(record.event.start_date, time(), UTC))
        message.set_content(path.read_text("utf-8"))
        (mail / path.stem).write_bytes(message.as_bytes())
    settings = home / "notmuch-config"
    settings.write_text(f"[database]\npath={mail}\n[user]\nprimary_email=archive@example.org\n")
    surroundings = environment(home) | {"NOTMUCH_CONFIG": str(settings)}
    run = partial(subprocess.run, env=surroundings, capture_output=True, check=True)
    start = perf_counter()
    run([notmuch, "new"])
    seconds = perf_counter() - start
    size = sum(path.stat().st_size for path in (mail / ".notmuch").rglob("*") if path.is_file())
    yield Figure("notmuch: first index", f"{len(paths) / seconds:,.0f} events/s")
    yield Figure("notmuch: size of the index", f"{size / len(paths):,.0f} B an event")
    for words in WORDS:
        command = [notmuch, "search", "--limit=50", "--output=messages", f'"{words}"']
        yield Figure(f"notmuch: newest 50 with “{words}”", ms(best(partial(run, command))))
