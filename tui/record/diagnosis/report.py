"""All that is wrong with a file; imported only when something is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

import tomli
from msgspec import MsgspecError, Struct, convert

from tui.locale import _
from tui.record.diagnosis.model_types import arrays
from tui.record.diagnosis.nodes import UNKNOWN_KEY, Node, place_of
from tui.record.diagnosis.places import Lines, Places
from tui.record.diagnosis.reader import LONGEST
from tui.record.diagnosis.references import LostIds, gathered
from tui.record.diagnosis.shape import Shape
from tui.record.diagnosis.tree import Tree
from tui.record.diagnosis.values import too_deep
from tui.record.limits import MAX_DEPTH, within_limits
from tui.record.model import TOML_TYPES, Record
from tui.record.problems import MAX_PROBLEMS, Mistake, Path, Problem, written
from tui.record.reading import BYTE_ORDER_MARK
from tui.record.rules import FORMAT, format_mistake, mistakes
from tui.text.budget import Budget
from tui.text.cleaning import clean_line
from tui.text.near_words import UNITS

_MAX_DANGLING = 2 * MAX_PROBLEMS
"""How many references that lead nowhere are gathered; those to one id are one mistake."""

_HIGH_LINE = re.compile(rb"^[\x00-\x09\x0b-\x7f]*+[\x80-\xff][^\n]*+", re.MULTILINE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class _Found(Struct, frozen=True):
    """A mistake at ``[start, end)`` of the text."""

    start: int
    end: int
    path: str
    reason: str
    expected: str


def diagnose(data: bytes, name: str, error: Exception) -> tuple[Problem, ...]:
    """Return all the problems of the content of a file, in its order; at least one.

    ``name`` is what the reader calls the file, ``error`` what loading said.
    """
    data = data.removeprefix(BYTE_ORDER_MARK).replace(b"\r\n", b"\n")
    text = data.decode(errors="replace")
    if data.startswith(_UTF_16) or data[:64].count(b"\0") > 8:
        why, right = _("This is not UTF-8 text."), _("Save the file as UTF-8.")
        found = [_Found(0, 0, "", why, right)]
    elif "\r" in text and "\n" not in text:
        why = _("The lines of this file end with CR alone.")
        found = [_Found(0, 0, "", why, _("Save the file with LF or CRLF at the end of lines."))]
    elif isinstance(error, UnicodeDecodeError):
        found = list(islice(_undecodable(data), MAX_PROBLEMS + 1))
        if b"\0" not in data:
            found += islice(_on_other_lines(_found(text, error), found, text), MAX_PROBLEMS)
    else:
        found = list(islice(_found(text, error), 2 * MAX_PROBLEMS)) or [_unexplained(text, error)]
    found.sort(key=lambda each: (each.start, each.end))
    places = Places(text)
    problems = [_problem(each, name, places) for each in found[:MAX_PROBLEMS]]
    if len(found) > MAX_PROBLEMS:
        line, column = places.line_and_column(found[MAX_PROBLEMS].start)
        why = _("There are more mistakes from here on.")
        right = _("Fix the ones above first.")
        problems.append(
            Problem(file=name, line=line, column=column, path="", reason=why, expected=right)
        )
    return tuple(problems)


def _problem(found: _Found, name: str, places: Places) -> Problem:
    line, column = places.line_and_column(found.start)
    source, span = places.source(found.start, found.end)
    return Problem(
        file=name,
        line=line,
        column=column,
        path=found.path,
        reason=found.reason,
        expected=found.expected,
        source=source,
        span=span,
    )


def _undecodable(data: bytes) -> Iterator[_Found]:
    """Yield the first byte that is no UTF-8 of each line that has one."""
    right = _("Save the file as UTF-8.")
    done, count = 0, 0
    for line in _HIGH_LINE.finditer(data):
        try:
            line[0].decode()
        except UnicodeDecodeError as error:
            at = line.start() + error.start
            count += len(data[done:at].decode(errors="replace"))
            done = at
            why = _("The byte {byte} is not valid UTF-8 here.").format(byte=f"0x{data[at]:02X}")
            yield _Found(count, count + 1, "", why, right)


def _on_other_lines(found: Iterable[_Found], known: list[_Found], text: str) -> Iterator[_Found]:
    """Yield what is not on a line of which something is known that may explain it."""
    lines = Lines(text)
    taken = {lines.start(each.start) for each in known}
    return (each for each in found if lines.start(each.start) not in taken)


def _found(text: str, error: Exception) -> Iterator[_Found]:
    """Yield the mistakes of a text, in no order."""
    if not within_limits(text):
        why = _("There is more in this file than in any event: keys, values or digits.")
        yield _Found(0, 0, "", why, _("Divide it into files of one event each."))
        return
    tree = Tree(text, arrays())
    if not isinstance(error, MsgspecError):
        for slip in tree.slips:
            yield _Found(slip.start, slip.end, "", slip.reason, slip.expected)
    if not tree.is_whole:
        return
    if deep := next(_deep(tree.root, 0), None):
        slip = too_deep(deep.start, deep.end)
        yield _Found(slip.start, slip.end, "", slip.reason, slip.expected)
        return
    for mistake in _mistakes(tree):
        path, is_key = mistake.path, mistake.path[-1] == UNKNOWN_KEY
        start, end = place_of(tree.root, path)
        shown = _shown(path[:-1] if is_key else path)
        yield _Found(start, end, shown, mistake.reason, mistake.expected)


def _deep(node: Node, depth: int) -> Iterator[Node]:
    """Yield the values below a node that are nested too deep."""
    if not isinstance(node.value, (dict, list)):
        return
    if depth > MAX_DEPTH:
        yield node
        return
    for below in node.value.values() if isinstance(node.value, dict) else node.value:
        yield from _deep(below, depth + 1)


def _mistakes(tree: Tree) -> Iterator[Mistake]:
    """Yield what is wrong with the record in a tree, as far as it can be told."""
    number = tree.root.value.get("format")
    if number and type(number.value) is int and number.value > FORMAT:
        # What a later format allows is not known, so nothing else can be said.
        yield format_mistake(number.value)
        return
    suggestions = Budget(UNITS)
    shape = Shape(tree.root, suggestions)
    yield from shape.mistakes
    if shape.raw is None:
        return
    record = convert(shape.raw, Record, builtin_types=TOML_TYPES)
    lost_ids = LostIds(tree, shape.wrong)
    touched = {path[:length] for path in shape.wrong for length in range(1, len(path))}
    dangling: list[Mistake] = []
    for mistake in mistakes(record):
        path = mistake.path
        if path[-1] == "id":
            lost_ids.learn(path)
        if path in touched or _is_explained(path, tree.root, shape):
            continue
        if not mistake.dangling:
            yield mistake
        elif not lost_ids.explain(mistake):
            dangling.append(mistake)
            if len(dangling) == _MAX_DANGLING:
                break
    yield from gathered(
        dangling, record, lambda path: tree.line_of(place_of(tree.root, path)[0]), suggestions
    )


def _is_explained(path: Path, root: Node, shape: Shape) -> bool:
    """Return whether other mistakes, which are told, explain what is wrong at a path."""
    if any(path[:length] in shape.wrong for length in range(1, len(path) + 1)):
        return True
    if path in shape.meant or _may_be_lost(root, path):
        return True
    kind = (*path[:3], "kind")  # of which a block is tells what it may hold
    return path[:2] == ("article", "body") and (
        kind in shape.wrong or kind in shape.meant or _may_be_lost(root, kind)
    )


def _may_be_lost(root: Node, path: Path) -> bool:
    """Return whether the key at the end of a path may be one that could not be understood."""
    node = root
    for part in path:
        below = node.value
        if isinstance(part, int):
            if not isinstance(below, list):
                return False
            node = below[part]
        elif isinstance(below, dict) and part in below:
            node = below[part]
        else:
            return node.lost
    return False


def _shown(path: Path) -> str:
    """Return a path with its keys as they may be shown."""
    return written(
        tuple(part if isinstance(part, int) else clean_line(part[:LONGEST])[:60] for part in path)
    )


def _unexplained(text: str, error: Exception) -> _Found:
    """Return what loading said, should nothing have been found that explains it."""
    at = error.pos if isinstance(error, tomli.TOMLDecodeError) else 0
    why = _("This is not an event file: {message}.").format(message=clean_line(str(error)))
    return _Found(min(at, len(text)), min(at, len(text)), "", why, "")
