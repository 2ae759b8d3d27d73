"""Every key says what it does, and can be given another place."""

from __future__ import annotations

import importlib

from textual.binding import Binding
from textual.dom import DOMNode

from tests.house.tree import module_of, sources
from tui.widgets.keys import usual_keys


def bindings() -> list[tuple[str, Binding]]:
    """Return every binding of every class of the program, with the name of the class."""
    found: dict[str, list[Binding]] = {}
    for module in map(module_of, sources()):
        if module == "tui.__main__":
            continue
        for name, member in vars(importlib.import_module(module)).items():
            own = isinstance(member, type) and member.__module__ == module
            if own and issubclass(member, DOMNode):
                declared = [
                    Binding.make_bindings([one]) for one in vars(member).get("BINDINGS", [])
                ]
                found[name] = [binding for several in declared for binding in several]
    return [(name, binding) for name, several in found.items() for binding in several]


def test_a_binding_has_an_id_a_description_and_a_tooltip() -> None:
    silent = [
        f"{name}: {binding.key}"
        for name, binding in bindings()
        if not (binding.id and binding.description and binding.tooltip)
    ]
    assert silent == []


def test_a_binding_can_be_changed_by_the_key_map() -> None:
    fixed = [
        f"{name}: {binding.key}" for name, binding in bindings() if binding.id not in usual_keys()
    ]
    assert fixed == []


def test_the_bindings_are_found() -> None:
    """The two tests above would hold for no bindings too."""
    assert {binding.id for _, binding in bindings()} == set(usual_keys())
