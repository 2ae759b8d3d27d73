"""The papers tell of every key, command, option and setting that there is, and of no other."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import tomli

from tui.commands import COMMANDS
from tui.commands.group import CommandLine, open_command
from tui.settings.values import KNOWN
from tui.widgets.keys import usual_keys

ROOT = Path(__file__).parents[2]
GUIDES = [ROOT / "README.md", ROOT / "docs" / "huong-dan.md"]
"""The papers for readers: each is whole by itself, in its own language."""

PAPERS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]

KEYS = {
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
    "PgUp": "pageup",
    "PgDn": "pagedown",
    "Space": "space",
    "Home": "home",
    "End": "end",
    "Enter": "enter",
    "Esc": "escape",
    "Tab": "tab",
    "Shift+Tab": "shift+tab",
    "F1": "f1",
    "F3": "f3",
    "Alt+/": "alt+slash",
    "Alt+←": "alt+left",
    "Alt+→": "alt+right",
    "Alt+↑": "alt+up",
    "Alt+↓": "alt+down",
    "+": "plus",
    "-": "minus",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
    "/": "slash",
    "?": "question_mark",
}
"""Keys as the papers write them, and Textual's names for them."""

guide = pytest.mark.parametrize("paper", GUIDES, ids=lambda paper: paper.name)


def tables(paper: Path) -> Iterator[list[list[str]]]:
    """Yield the tables of a paper: the cells of each row, the head first."""
    for table in re.findall(r"(?:^\|.*\n)+", paper.read_text("utf-8"), re.M):
        cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in table.splitlines()]
        yield [[cell.strip() for cell in row] for row in cells if set("".join(row)) - set("-: ")]


def rows(paper: Path, *heads: str) -> Iterator[list[str]]:
    """Yield the rows, without heads, of the tables whose first column has one of some heads."""
    for head, *body in tables(paper):
        if head[0] in heads:
            yield from body


def code(cell: str) -> list[str]:
    return [found.replace("\\|", "|") for found in re.findall("`([^`]+)`", cell)]


def textual_name(key: str) -> str:
    if key in KEYS:
        return KEYS[key]
    if control := re.fullmatch(r"Ctrl\+(\w)", key):
        return f"ctrl+{control[1].lower()}"
    assert len(key) == 1, key
    return key


def key_rows(paper: Path) -> dict[tuple[str, ...], set[str]]:
    """Return the tables of keys: for the ids of each row its keys, by Textual's names."""
    found = {
        tuple(code(ids)): {textual_name(key) for key in code(keys)}
        for keys, _, ids in rows(paper, "key", "phím")
    }
    assert found
    return found


@guide
def test_every_binding_stands_with_its_id_and_its_keys(paper: Path) -> None:
    told = key_rows(paper)
    bindings = usual_keys()
    assert sorted(one for row in told for one in row) == sorted(bindings)
    for ids, keys in told.items():
        assert keys == {key for one in ids for key in bindings[one].split(",")}, ids


def commands() -> dict[str, click.Command]:
    """Return all commands by name; that without a name opens an event."""
    line = CommandLine()
    context = click.Context(line)
    found: dict[str, click.Command] = {"": open_command()}
    for name in COMMANDS:
        command = line.get_command(context, name)
        assert command is not None
        found[name] = command
    return found


@guide
def test_every_command_stands_there(paper: Path) -> None:
    told = [code(usage)[0].split() for usage, _ in rows(paper, "command", "lệnh")]
    assert {words.pop(0) for words in told} == {"ktcn-tui"}
    names = [words.pop(0) if words[0] in COMMANDS else "" for words in told]
    assert sorted(names) == ["", *sorted(COMMANDS)]
    arguments = {name: len(words) for name, words in zip(names, told, strict=True)}
    assert arguments == {
        name: sum(isinstance(param, click.Argument) for param in command.params)
        for name, command in commands().items()
    }


@guide
def test_every_example_of_a_command_can_be_typed(paper: Path) -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```", paper.read_text("utf-8"), re.M | re.S)
    lines = [line for block in blocks for line in block.splitlines()]
    typed = [found for line in lines for found in re.findall(r"\bktcn-tui( [^|>#<&]*|$)", line)]
    assert len(typed) > 10
    for arguments in map(shlex.split, typed):
        name = arguments.pop(0) if arguments and arguments[0] in COMMANDS else ""
        commands()[name].make_context(name, arguments, resilient_parsing=False)


def options(command: click.Command) -> dict[str, str]:
    """Return the options of a command and, for one with a choice of values, these."""
    return {
        name: "|".join(option.type.choices) if isinstance(option.type, click.Choice) else ""
        for option in command.params
        if isinstance(option, click.Option)
        for name in (*option.opts, *option.secondary_opts)
    }


def told_options(paper: Path) -> dict[str, tuple[list[str], str]]:
    """Return each option of the tables with the commands it is said to be of, and its choices."""
    found = {}
    for names, of, _ in rows(paper, "option", "tùy chọn"):
        for name in code(names):
            option, _, values = name.partition(" ")
            found[option] = (code(of), values if "|" in values else "")
    return found


@guide
def test_every_option_stands_there_with_its_values_and_commands(paper: Path) -> None:
    line = CommandLine()
    everywhere = {"-h": "", "--help": ""}
    root = options(line) | {
        name: values
        for param in line.get_params(click.Context(line))
        if isinstance(param, click.Option)
        for name, values in options(click.Command("", params=[param])).items()
    }
    real = {name: options(command) for name, command in commands().items()}
    told = told_options(paper)
    assert set(told) == set().union(everywhere, root, *real.values())
    for option, (of, values) in told.items():
        known = next((o[option] for o in (*real.values(), root) if option in o), "")
        assert values == known, option
        if of:
            assert of == [name for name, known in real.items() if option in known], option


@guide
def test_every_setting_stands_there(paper: Path) -> None:
    text = paper.read_text("utf-8")
    assert {"KTCN_LANG", "KTCN_THEME"} == set(re.findall(r"\bKTCN_\w+", text))
    assert "`NO_COLOR`" in text
    assert "$XDG_CONFIG_HOME/ktcn-tui/config.toml" in text
    blocks = re.findall(r"^```toml\n(.*?)^```", text, re.M | re.S)
    (example,) = (tomli.loads(block) for block in blocks if "[keys]" in block)
    assert set(example) == set(KNOWN)
    assert set(example["keys"]) <= set(usual_keys())


@guide
def test_the_exit_codes_stand_there(paper: Path) -> None:
    text = paper.read_text("utf-8")
    for exit_code in (0, 1, 2, 130):
        assert re.search(rf"\*\*{exit_code}\*\*|^\| {exit_code} \|", text, re.M), exit_code


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_link_inside_the_project_leads_somewhere(paper: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", paper.read_text("utf-8")):
        if re.match("[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (paper.parent / name) if name else paper
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def anchors(paper: Path) -> set[str]:
    """Return the anchors of a paper's headings, as forges make them."""
    headings = re.findall(r"^#+ (.*)$", paper.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}
