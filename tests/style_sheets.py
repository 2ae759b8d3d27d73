"""Style sheets are parsed once for all apps of a process, which takes a third of opening one."""

from __future__ import annotations

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parse = Stylesheet._parse_rules
_parsed: dict[object, list[RuleSet]] = {}


def parse_once(sheet: Stylesheet, *source: Any, **more: Any) -> list[RuleSet]:
    """Parse in place of ``Stylesheet._parse_rules``, whose cache is each app's own."""
    key = source, frozenset(more.items()), frozenset(sheet._variables.items())
    if key not in _parsed:
        _parsed[key] = _parse(sheet, *source, **more)
    return _parsed[key]
