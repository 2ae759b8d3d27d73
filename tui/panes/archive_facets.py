"""By what the events of an archive can be narrowed, as the blocks of a list."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.archive.answer import Answer, state_value
from tui.archive.archive import MOST_OF_A_SORT, Count, Facet
from tui.archive.query import FIELDS, Field, written_value
from tui.archive.schema import KIND, ORGANIZATION, PERSON, PLACE, YEAR
from tui.document.periods import SIGNS, STATES, State
from tui.locale import N_, _, language, number
from tui.widgets.flow import Block, Part

_SORTS: tuple[tuple[str, Field, str], ...] = (
    (YEAR, "year", N_("Year")),
    (ORGANIZATION, "organization", N_("Organisations")),
    (PERSON, "person", N_("People")),
    (KIND, "kind", N_("Kinds of agreements")),
    (PLACE, "place", N_("Places")),
)
_STATES: tuple[State, ...] = ("in-force", "ending", "to-come", "expired", "")
_AT_FIRST = 8
"""Facets of a sort that are listed until more are asked for."""
_NUMBER = 8
"""Cells of a count and the space behind it."""


class Choice(Struct, frozen=True):
    """What a line of facets stands for: words of a query, and whose dossier there is.

    Without words it stands for the others of its sort.
    """

    words: str = ""
    facet: Facet | None = None
    more_of: str = ""

    @property
    def is_name(self) -> bool:
        """Whether it is a person or an organisation."""
        return self.facet is not None and self.facet.sort in (ORGANIZATION, PERSON)


def facet_lines(answer: Answer, opened: frozenset[str]) -> Iterator[tuple[Block, Choice | None]]:
    """Yield the blocks of the facets of an answer, each with what it stands for.

    Args:
        opened: The sorts of which all facets are listed.
    """
    if answer.facets is None:
        return
    capped = answer.facets.capped
    if capped:
        told = _("counted in the newest {n} events").format(n=number(answer.facets.events))
        yield Block((Part(told, look="label"),)), None
    is_first = True
    for sort, field, title in _SORTS:
        if facets := answer.facets.by_sort.get(sort, ()):
            yield _heading(_(title), gap=not is_first), None
            is_first = False
            shown = facets if sort in opened or len(facets) <= _AT_FIRST + 1 else facets[:_AT_FIRST]
            for facet in shown:
                words = f"{field_name(field)}:{_value(facet)}"
                yield _line(facet.name, (facet.events, capped)), Choice(words, facet)
            if hidden := len(facets) - len(shown):
                is_cut = sort != YEAR and len(facets) >= MOST_OF_A_SORT
                told = _("{n} more").format(n=written((hidden, is_cut)))
                yield _line(told, None, f"more-{sort}"), Choice(more_of=sort)
    if answer.states:
        yield _heading(_("Agreements today"), gap=not is_first), None
        for state in _STATES:
            if not (events := answer.states.get(state, 0)):
                continue
            value = state_value(state, language())
            told = _(STATES[state]) if state else _("no period given")
            name = f"{SIGNS.get(state, ' ')} {told}"
            yield (
                _line(name, (events, capped)),
                Choice(f"{field_name('in-force')}:{_quoted(value)}"),
            )


def field_name(field: Field) -> str:
    """Return what a field is called in the language of the screen."""
    names = [name for name, known in FIELDS.items() if known == field]
    return names[1] if language() == "en" else names[0]


def _value(facet: Facet) -> str:
    return facet.key if facet.sort == YEAR else written_value(facet.name)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def written(count: Count) -> str:
    """Return a count as it is shown: with a plus where there are more."""
    return number(count[0]) + ("+" if count[1] else "")


def _heading(title: str, *, gap: bool) -> Block:
    return Block((Part(title, look="heading"),), gap=int(gap), heading=True)


def _line(name: str, count: Count | None, id_: str = "") -> Block:
    told = written(count).rjust(_NUMBER - 2) if count is not None else ""
    part = Part(name, look="text", prefix=told.ljust(_NUMBER))
    return Block((part,), id=id_ or name)
