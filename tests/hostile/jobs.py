"""Runs of the program that a hostile string takes part in: as text, argument, name or setting."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.hostile.records import everywhere, harmless, quoted, replaced, toml

_LONGEST_NAME = 200
"""Bytes; file systems take 255."""


class Job(NamedTuple):
    """The arguments of a run, and what its environment has besides the usual."""

    arguments: tuple[str, ...]
    environment: dict[str, str] = {}  # noqa: RUF012  # never changed


def jobs(text: str, folder: Path) -> Iterator[Job]:
    """Yield all runs with ``text``; their files are made in ``folder``."""
    folder.mkdir()
    name = file_name(text)
    good, bad = folder / f"{name}.toml", folder / f"{name} bad.toml"
    good.write_text(toml(everywhere(text)[0]), encoding="utf-8")
    bad.write_text(_bad(text), encoding="utf-8")
    yield from _reading(text, str(good), str(bad), f"{folder}/missing {name}")
    yield from _wrong_usage(text)
    yield from _settings(text, folder, str(good))


def argument_jobs(text: str) -> Iterator[Job]:
    """Yield the runs with ``text`` as an argument alone, which TOML need not be able to carry."""
    for command in ("show", "check"):
        yield Job((command, "--", text))
    yield Job(("search", "--", text))
    yield from _wrong_usage(text)
    yield Job(("show", "--", text), {"KTCN_LANG": "en"})


def file_name(text: str) -> str:
    """Return ``text`` as far as it can be a file's name."""
    name = os.fsencode(text.replace("/", "∕").replace("\0", "␀"))[:_LONGEST_NAME]
    return os.fsdecode(name.decode("utf-8", "ignore"))


def _bad(text: str) -> str:
    """Return a file of mistakes that quote ``text``: values, references, words, keys, TOML."""
    document = harmless()
    held = ["id", "organizer", "part_of_day", "start_date", "no_such_key"]
    for key in held:
        document["event"][key] = text
    document = replaced(document, [("photos", 0, "file")], f"/{text}")
    document["notes"][0]["about"] = text
    document["people"][0]["roles"] = [text]
    key = quoted(text)
    return (
        f"{toml(document)}[event2]\n{key} = 1\n{key} = 2\n{key} : {key}\nx = {text!r} y {text!a}\n"
    )


def _reading(text: str, good: str, bad: str, missing: str) -> Iterator[Job]:
    yield Job(("show", good))
    yield Job(("show", good, "--format", "markdown"))
    yield Job(("show", good, "--format", "json"))
    yield Job(("search", "--", text, good))
    yield Job(("search", "--json", "--", text, good))
    yield Job(("search", "zzzz", good))
    yield Job(("check", good, bad, missing))
    yield Job(("show", bad))
    yield Job((bad,))
    yield Job((missing,))
    yield Job(("draft", good))
    yield Job(("draft", "--date", text, missing, "--archive", f"{missing}/{file_name(text)}"))
    yield Job(("new", good))
    yield Job(("new", f"{missing}/{file_name(text)}"))


def _wrong_usage(text: str) -> Iterator[Job]:
    yield Job((text,))
    yield Job((f"--{text}",))
    yield Job((f"-{text}",))
    yield Job(("--lang", text))
    yield Job(("--lang", "en", f"--no-color={text}"))
    yield Job(("show", "--pane", text))
    yield Job(("show", f"--format={text}", "--lang=en"))
    yield Job(("show", "a", text, "b"))
    yield Job(("schema", text))
    yield Job((f"chek {text}"[:12], text))


def _settings(text: str, folder: Path, good: str) -> Iterator[Job]:
    yield Job(("show", good), {"TERM": _variable(text), "LC_ALL": _variable(text)})
    yield Job(("show", good), {"KTCN_LANG": _variable(text)})
    yield Job(("--theme", text, good))
    yield Job((good,), {"KTCN_THEME": _variable(text)})
    yield Job(("--help",), {"HOME": _variable(text), "XDG_CONFIG_HOME": ""})
    value = quoted(text)
    for number, content in enumerate(
        (
            f"theme = {value}\nlanguage = {value}",
            f"{value} = {value}\n[keys]\nquit = {value}\n{value} = ['x', {value}]",
            f"[keys]\nquit = {value}\n{value} = 'x'",
            f"theme = {text}",
            f"[keys.{value}]\n{value} = 2022-01-18",
        )
    ):
        base = folder / f"{file_name(text)} {number}"
        (base / "ktcn-tui").mkdir(parents=True)
        (base / "ktcn-tui" / "config.toml").write_text(content, encoding="utf-8")
        yield Job((good,), {"XDG_CONFIG_HOME": str(base), "KTCN_THEME": "x" if number == 3 else ""})


def _variable(text: str) -> str:
    """Return ``text`` as the environment can hold it."""
    return text.replace("\0", "")
