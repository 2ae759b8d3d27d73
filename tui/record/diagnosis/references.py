"""References that lead nowhere: which of them are true mistakes, and how many mistakes they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from msgspec.structs import replace

from tui.locale import _
from tui.record.diagnosis.nodes import Node
from tui.record.diagnosis.reader import short
from tui.record.diagnosis.tree import Tree
from tui.record.model import Record
from tui.record.problems import Mistake, Path
from tui.record.rules import ID_HOLDERS, ids_of, references
from tui.text.budget import Budget
from tui.text.cleaning import clean_line
from tui.text.near_words import nearest

_MOST_LINES = 10
"""How many further lines of a wrong reference a sentence names."""


class LostIds:
    """The ids that a reference may lead to although the record has them not.

    Where an id, or the table it belongs to, could not be understood, no reference to things of that
    kind can be called wrong; and none is that names an id which stands somewhere else in the file.
    """

    def __init__(self, tree: Tree, wrong: Iterable[Path]) -> None:
        tables = [tree.root, *tree.asides]
        self._elsewhere = {own for table in tables for own in _ids_below(table)}
        self._parts = {path[0] for path in wrong if _takes_ids_away(path)}
        for part in ID_HOLDERS & tree.root.value.keys():
            node = tree.root.value[part]
            things = node.value if isinstance(node.value, list) else [node]
            if any(thing.lost and "id" not in thing.value for thing in things):
                self._parts.add(part)

    def learn(self, path: Path) -> None:
        """Remember that the id at a path breaks a rule."""
        self._parts.add(path[0])

    def explain(self, mistake: Mistake) -> bool:
        """Tell whether a reference that leads nowhere may be right after all."""
        return mistake.word in self._elsewhere or bool(mistake.dangling & self._parts)


def _takes_ids_away(path: Path) -> bool:
    whole = len(path) == 1 or (len(path) == 2 and isinstance(path[1], int))
    return path[:1] != () and path[0] in ID_HOLDERS and (whole or path[-1] == "id")


def _ids_below(node: Node) -> Iterator[str]:
    """Yield the values of all keys ``id`` in a tree."""
    nodes = [node]
    while nodes:
        value = nodes.pop().value
        if isinstance(value, dict):
            own = value.get("id")
            if own is not None and isinstance(own.value, str):
                yield clean_line(own.value)
            nodes += value.values()
        elif isinstance(value, list):
            nodes += value


def gathered(
    dangling: Iterable[Mistake],
    record: Record,
    line_of: Callable[[Path], int],
    suggestions: Budget,
) -> Iterator[Mistake]:
    """Yield references that lead nowhere, each id once, with what was meant.

    When several name an id that is not there, and nothing names the one that is nearest to it, it
    is the latter that was misspelt.
    """
    named = Counter(word for _path, word, _kinds, _may_be_a_name in references(record))
    places: dict[str, Path] = {}
    known: dict[frozenset[str], list[str]] = {}
    groups: dict[str | Path, list[tuple[int, Mistake]]] = {}
    for mistake in dangling:
        group = groups.setdefault(mistake.word or mistake.path, [])
        group.append((line_of(mistake.path), mistake))
    for group in groups.values():
        (_line, first), *others = sorted(group, key=itemgetter(0))
        lines, word = [line for line, _mistake in group], first.word
        if first.dangling not in known:
            # Of ids that are equally near, one that nothing names is more likely meant.
            known[first.dangling] = sorted(first.known, key=lambda own: own in named)
        near = nearest(word, known[first.dangling], suggestions)
        if near and not named[near] and not places:
            places = {own: path for path, own in ids_of(record)}
        if near and others and not named[near]:
            why = _("Nothing refers to the id “{id}”; lines {lines} name “{other}”.").format(
                id=short(near), lines=_listed(lines), other=short(word)
            )
            yield Mistake(places[near], why, _did_you_mean(word))
            continue
        reason, expected = first.reason, _did_you_mean(near) if near else first.expected
        if near and not named[near]:
            why = _("Nothing refers to the id “{id}” on line {line}.")
            reason += " " + why.format(id=short(near), line=line_of(places[near]))
        if others:
            lines = [line for line, _mistake in others]
            reason += " " + _("The same on: {lines}.").format(lines=_listed(lines))
        yield replace(first, reason=reason, expected=expected, word="")


def _did_you_mean(word: str) -> str:
    return _("Did you mean “{word}”?").format(word=word)


def _listed(lines: list[int]) -> str:
    some = sorted(set(lines))
    return ", ".join(map(str, some[:_MOST_LINES])) + ("…" if len(some) > _MOST_LINES else "")
