"""A record's strings reach the screen by the door and by no other way."""

from __future__ import annotations

import ast

import pytest

from tests.house.one_door import strangers
from tests.house.tree import PACKAGE, name_of, parsed, sources
from tests.reliability import case

SCREEN = [
    path
    for folder in ("widgets", "panes", "screens")
    for path in sources(PACKAGE / folder)
    if path.name != "door.py"
] + sorted(PACKAGE.glob("app*.py"))

PAST_THE_DOOR = [
    "Static(person.name)",
    "Static(content=person.name)",
    "Label(f'{person.name}')",
    "Option('a' + person.name, id=person.id)",
    "self.notify(person.name)",
    "self.notify('Copied', title=person.name)",
    "self.notify(_('{name} is copied').format(name=person.name))",
    "self.app.notify(message.format(name))",
    "self.border_title = person.name",
    "self.border_subtitle = f'{count}'",
    "pane.tooltip = photo.caption",
    "pane.tooltip = captions[photo.id]",
    "self.title = self.index.record.event.name",
    "self.query_one(Static).update(photo.caption)",
    "Hit(1.0, person.name, go)",
    "Hit(1.0, shown(person.name), go, help=photo.caption)",
    "DiscoveryHit(person.name, go)",
    "SystemCommand(person.name, 'Go there', go)",
    "Content(person.name)",
    "Content(text=person.name)",
    "Content.from_markup(person.name)",
    "Content.assemble(person.name)",
    "Text(person.name)",
    "Segment(person.name)",
    "Segment(person.name * 2, style)",
    "escape(person.name)",
    "Static(escape(person.name))",
    "Static('', markup=True)",
    "name = person.name\nself.notify(name)",
    "def f(name: str) -> None:\n    self.notify(name)",
    "def f(a: Content) -> None: ...\ndef g(a: str) -> None:\n    self.notify(a)",
    "name = shown(name) if name else person.name\nself.notify(name)",
    "def render(self) -> RenderResult: ...",
    "def render(self): ...",
]
BY_THE_DOOR = [
    "Static()",
    "Static('One line')",
    "Static(_('Nothing was found.'), id=ident)",
    "Static(shown(person.name), classes=classes)",
    "self.notify(shown(path))",
    "self.notify(_('Copied'), severity=severity, timeout=seconds)",
    "self.border_title = shown(person.name)",
    "self.border_title = shown(person.name).stylize('bold')",
    "self.border_title = _(self.TITLE) if empty else shown(person.name)",
    "title = shown(person.name)\nself.border_title = title",
    "def f(title: Content) -> None:\n    self.border_title = title",
    "def f() -> Content: ...\nself.notify(f())",
    "Hit(score, shown(person.name), partial(go, person.id))",
    "Content()",
    "Binding('1', 'pane', N_('panes'), tooltip=TITLES[pane])",
    "Segment(' ' * room, style)",
    "def render(self) -> Content: ...",
]


def read(code: str) -> list[tuple[int, str]]:
    return strangers(ast.parse(f"from tui.widgets.door import shown\n{code}"))


@case("One door out: each way past it is found in source code")
@pytest.mark.parametrize("code", PAST_THE_DOOR)
def test_a_way_past_the_door_is_found(code: str) -> None:
    assert read(code)


@pytest.mark.parametrize("code", BY_THE_DOOR)
def test_the_way_by_the_door_is_free(code: str) -> None:
    assert read(code) == []


@case("One door out: no string of a record reaches the screen past it, and nothing is escaped")
def test_strings_reach_the_screen_by_the_door_only() -> None:
    assert len(SCREEN) > 20
    past = [
        f"{name_of(path)}:{line}: {source}"
        for path in SCREEN
        for line, source in strangers(parsed(path))
    ]
    assert past == []
