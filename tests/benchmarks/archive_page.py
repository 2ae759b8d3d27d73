"""The part of docs/benchmarks.md on archives: written table by table, kept by the other command."""

from __future__ import annotations

import re

from tests.benchmarks.programs import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"
HEADING = "## The archive"
INTRODUCTION = """\
Each table is made by `python -m tests.benchmarks.archive --events N --write`; with `--rows` the
index is filled with generated entries of the same events, without reading them. Times of questions
to a warm index, of keys and of refreshes are the processor's, which others on the machine change
but little; all other times are longer the more is done beside. What is read of files behind a
question, 1 ms an event in view, is in those of keys only. Other programs are
measured as whole processes."""


def kept(page: str | None = None) -> str:
    """Return the part as the page has it."""
    text = PAGE.read_text("utf-8") if page is None else page
    found = re.search(rf"^{HEADING}\n.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[0].rstrip() if found else f"{HEADING}\n\n{INTRODUCTION}"


def put(title: str, told: str) -> None:
    """Write a table under a title, in place of the one there was."""
    page = PAGE.read_text("utf-8")
    before = kept(page)
    _head, *parts = re.split(r"^### ", before, flags=re.MULTILINE)
    tables = {name: body.strip() for name, _, body in (part.partition("\n") for part in parts)}
    tables[title] = told.strip()
    written = (f"### {name}\n\n{body}" for name, body in tables.items())
    after = "\n\n".join((HEADING, INTRODUCTION, *written))
    page = page.replace(before, after) if before in page else f"{page.rstrip()}\n\n{after}\n"
    PAGE.write_text(page, "utf-8")
