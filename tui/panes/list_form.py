"""In which form a pane lists its items."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from tui.document.model import Document, Group, Item, SectionName
from tui.document.naming import display_name
from tui.document.periods import first_day
from tui.locale import N_
from tui.record.model import Agreement
from tui.text.collation import text_key

Order: TypeAlias = Literal["file", "name", "year"]
ORDERS: dict[Order, str] = {
    "file": N_("in the usual order"),
    "name": N_("by name"),
    "year": N_("by year, the latest first"),
}


class ListForm(Struct, frozen=True):
    """One line an item or all of them, which items, and in which order."""

    short: bool = False
    only: frozenset[str] | None = None
    """The ids of the items that are listed; None for all."""
    order: Order = "file"


def next_order(section: SectionName, order: Order) -> Order:
    """Return the order after ``order`` that makes sense in a section."""
    orders: tuple[Order, ...] = ("file", "name")
    if section == "agreements":
        orders = ("file", "name", "year")
    return orders[(orders.index(order) + 1) % len(orders)]


def listed(document: Document, group: Group, form: ListForm) -> tuple[Item, ...]:
    """Return the items of a group in this form."""
    items = group.items
    if form.only is not None:
        items = tuple(item for item in items if item.id in form.only)
    if form.order == "name":
        items = tuple(sorted(items, key=lambda item: text_key(_name(document, item))))
    elif form.order == "year":
        items = tuple(sorted(items, key=lambda item: _year(document, item), reverse=True))
    return items


def _name(document: Document, item: Item) -> str:
    thing = document.things.get(item.id)
    return item.texts[0].words if thing is None else display_name(thing)


def _year(document: Document, item: Item) -> int:
    thing = document.things.get(item.id)
    begin = first_day(thing) if isinstance(thing, Agreement) else None
    return begin.toordinal() if begin else 0
