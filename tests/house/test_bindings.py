"""Every key says what it does, and can be given another place."""

from __future__ import annotations

import importlib

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from tests.house.tree import module_of, sources
from tui.app import binding_keys


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


BINDINGS = [
    pytest.param(binding, id=f"{name}-{binding.key}-{binding.id}") for name, binding in bindings()
]


@pytest.mark.parametrize("binding", BINDINGS)
def test_a_binding_has_an_id_a_description_and_a_tooltip(binding: Binding) -> None:
    assert binding.id
    assert binding.description
    assert binding.tooltip


@pytest.mark.parametrize("binding", BINDINGS)
def test_a_binding_can_be_changed_by_the_key_map(binding: Binding) -> None:
    assert binding.id in binding_keys()
