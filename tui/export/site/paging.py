"""Long lists of a site on several pages, which lead to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import htpy as h
from msgspec import Struct

from tui.locale import _, number

MOST_ON_A_PAGE = 500
"""Events, or agreements, on one page of a list."""

T = TypeVar("T")


class Page(Struct, frozen=True):
    """One page of a list: its number, from 1, and the addresses of all of them."""

    number: int
    addresses: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address of the page."""
        return self.addresses[self.number - 1]


def page_count(items: int) -> int:
    """Return how many pages a list of so many items has: one at least."""
    return max(1, -(-items // MOST_ON_A_PAGE))


def addresses(stem: str, count: int) -> tuple[str, ...]:
    """Return the addresses of the pages of a list: ``stem.html``, ``stem-2.html`` and so on."""
    further = range(2, page_count(count) + 1)
    return (f"{stem}.html", *(f"{stem}-{each}.html" for each in further))


def paged(stem: str, items: Sequence[T]) -> Iterator[tuple[Page, Sequence[T]]]:
    """Yield the pages of a list, each with what stands on it; of an empty list there is one."""
    known = addresses(stem, len(items))
    for place in range(len(known)):
        start = place * MOST_ON_A_PAGE
        yield Page(place + 1, known), items[start : start + MOST_ON_A_PAGE]


def page_links(page: Page) -> h.Element | None:
    """Return links to the other pages of a list; nothing where there is one page."""
    if len(page.addresses) == 1:
        return None
    return h.nav(".always.pages", aria_label=_("Pages"))[
        h.ul[
            (
                h.li[
                    h.a(href=address, aria_current="page" if each == page.number else None)[
                        number(each)
                    ]
                ]
                for each, address in enumerate(page.addresses, 1)
            )
        ]
    ]
