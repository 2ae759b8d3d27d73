"""Folding: one character to one, for looking up candidates (search.md, rule S2)."""

from __future__ import annotations


def fold(text: str) -> str:
    """Return the folded form of canonical ``text``; it has the same length."""
    return text.lower()
