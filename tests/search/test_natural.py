"""What readers type is found: natural.toml."""

from __future__ import annotations

from tests.search.natural import cases, false_finds, share


def test_of_what_readers_type_nine_in_ten_are_found() -> None:
    assert len(cases().query) >= 200
    assert share() >= 0.95


def test_what_is_not_there_is_not_found() -> None:
    assert false_finds() == []
