"""The hostile event: every text of it is an attack, and loading makes it harmless."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import category

import msgspec
import tomli

from tests.reliability import case
from tui.record import model
from tui.record.loading import load
from tui.record.model import MANY_LINES
from tui.text.cleaning import clean, clean_line

FILE = Path(__file__).parents[2] / "data" / "hostile-event.toml"


def texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a record or a document, with its key."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from texts(item, name)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from texts(item, key)


def test_it_holds_many_different_attacks() -> None:
    raw = tomli.loads(FILE.read_text("utf-8"))
    attacks = {text for _, text in texts(raw) if clean_line(text) != text}
    assert len(attacks) >= 40
    assert any("[@click=" in text for _, text in texts(raw))


def test_every_key_that_takes_a_text_is_attacked() -> None:
    raw = tomli.loads(FILE.read_text("utf-8"))
    given = {key for key, _ in texts(raw)}
    parts = [part for part in vars(model).values() if isinstance(part, type)]
    parts = [part for part in parts if issubclass(part, msgspec.Struct)]
    wanted = {
        field.name
        for part in parts
        for field in msgspec.structs.fields(part)
        if "str" in str(field.type)
    }
    assert wanted - {"part_of_day"} <= given


@case("Hostile strings: the hostile event, harmless once it is loaded")
def test_loading_makes_all_of_it_harmless() -> None:
    record = msgspec.to_builtins(load(FILE))
    found = list(texts(record))
    assert len(found) > 100
    for key, text in found:
        assert text == (clean(text).strip() if key in MANY_LINES else clean_line(text))
        odd = {char for char in text if category(char) in {"Cc", "Cs", "Co", "Zl", "Zp"}}
        assert odd <= ({"\n"} if key in MANY_LINES else set())
