"""The rules of an event file that its types do not say (docs/format.md, Rules that are checked)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from tui.locale import N_, _
from tui.record.model import Agreement, Block, Event, Photo, Record, YearOrDate
from tui.record.problems import Mistake, Path, written

FORMAT = 1
"""The format that this program reads."""

_ID = re.compile(r"[a-z0-9-]+")
_COMPOUND_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
"""What is surely meant as an id where a plain name may stand as well."""
_DRIVE = re.compile(r"[A-Za-z]:")

_ORGANIZATION = frozenset({"organizations"})
_WHO = frozenset({"people", "organizations"})
_PHOTO = frozenset({"photos"})
ID_HOLDERS = frozenset({"event", "people", "organizations", "agreements", "photos", "documents"})
"""The parts of a record whose things have ids."""

_NOWHERE = {
    _ORGANIZATION: N_("No organisation has the id “{id}”."),
    _WHO: N_("No person and no organisation has the id “{id}”."),
    _PHOTO: N_("No photo has the id “{id}”."),
    ID_HOLDERS: N_("Nothing in this file has the id “{id}”."),
}
_WHERE = {
    _ORGANIZATION: N_("Write the id of one of [[organizations]], or add it there."),
    _WHO: N_("Write the id of one of [[people]] or [[organizations]], or add it there."),
    _PHOTO: N_("Write the id of one of [[photos]], or add it there."),
    ID_HOLDERS: N_("Write an id of this file."),
}
_CONTENT = {
    "paragraph": "text",
    "heading": "text",
    "quote": "text",
    "list": "items",
    "photos": "photos",
}
"""The key that holds what a block of a kind shows."""


def mistakes(record: Record) -> Iterator[Mistake]:
    """Yield what breaks a rule in ``record``, whose texts are clean; nothing for a sound one."""
    if record.format != FORMAT:
        yield format_mistake(record.format)
    ids: dict[str, Path] = {}
    for path, own in ids_of(record):
        if not _ID.fullmatch(own):
            why = _("“{id}” is not a valid id.").format(id=_short(own))
            yield Mistake(path, why, _("An id is made of a-z, 0-9 and “-”, such as “so-khcn”."))
        elif own in ids:
            why = _("The id “{id}” is taken already by {path}.")
            why = why.format(id=_short(own), path=written(ids[own][:-1]))
            yield Mistake(path, why, _("An id can be given only once in a file; choose another."))
        else:
            ids[own] = path
    yield from _empty_texts(record)
    yield from _event(record.event)
    for i, agreement in enumerate(record.agreements):
        yield from _agreement(("agreements", i), agreement)
    for i, photo in enumerate(record.photos):
        yield from _photo(("photos", i), photo)
    for i, block in enumerate(record.article.body):
        yield from _block(("article", "body", i), block)
    yield from _wrong_references(record, ids)


def format_mistake(number: int) -> Mistake:
    """Return the mistake of a file in another format than :data:`FORMAT`."""
    if number > FORMAT:
        why = _("This file is in format {format}; this program reads format {known}.")
        right = _("Get a version of ktcn-tui that reads format {format}.")
        shown = number if number < 10**20 else "…"
        return Mistake(
            ("format",), why.format(format=shown, known=FORMAT), right.format(format=shown)
        )
    return Mistake(
        ("format",),
        _("There is no such format."),
        _("Write format = {known}.").format(known=FORMAT),
    )


def ids_of(record: Record) -> Iterator[tuple[Path, str]]:
    """Yield the path and the id of everything that has one."""
    yield ("event", "id"), record.event.id
    for part in ("people", "organizations", "agreements", "photos", "documents"):
        for i, thing in enumerate(getattr(record, part)):
            yield (part, i, "id"), thing.id


def _empty_texts(record: Record) -> Iterator[Mistake]:
    """Yield the texts that must not be empty and are; what is cleaned away is nothing."""
    for path, text in _needed_texts(record):
        if not text:
            why = _("This text is empty.")
            yield Mistake(path, why, _("Write it, or remove what it belongs to."))


def _needed_texts(record: Record) -> Iterator[tuple[Path, str]]:
    yield ("event", "name"), record.event.name
    for i, text in enumerate(record.event.keywords):
        yield ("event", "keywords", i), text
    for i, person in enumerate(record.people):
        yield ("people", i, "name"), person.name
        for j, text in enumerate(person.alternate_names):
            yield ("people", i, "alternate_names", j), text
        for j, position in enumerate(person.positions):
            yield ("people", i, "positions", j, "title"), position.title
    for i, organization in enumerate(record.organizations):
        yield ("organizations", i, "name"), organization.name
        for j, text in enumerate(organization.alternate_names):
            yield ("organizations", i, "alternate_names", j), text
    for i, agreement in enumerate(record.agreements):
        for j, text in enumerate(agreement.about):
            yield ("agreements", i, "about", j), text
    for i, document in enumerate(record.documents):
        yield ("documents", i, "name"), document.name
    for i, abbreviation in enumerate(record.abbreviations):
        yield ("abbreviations", i, "short"), abbreviation.short
        yield ("abbreviations", i, "long"), abbreviation.long
    for i, note in enumerate(record.notes):
        yield ("notes", i, "text"), note.text
    for i, related in enumerate(record.related):
        yield ("related", i, "title"), related.title
    for i, block in enumerate(record.article.body):
        for j, text in enumerate(block.items):
            yield ("article", "body", i, "items", j), text


def _event(event: Event) -> Iterator[Mistake]:
    if event.end_date and event.end_date < event.start_date:
        why = _("The event ends before it starts, on {start}.").format(start=event.start_date)
        yield Mistake(("event", "end_date"), why, _("Write that day or a later one."))


def _agreement(path: Path, agreement: Agreement) -> Iterator[Mistake]:
    if len(set(agreement.parties)) < 2:
        why = _("An agreement has two different parties or more.")
        yield Mistake((*path, "parties"), why, _("Add the id of another organisation."))
    start, end = agreement.valid_from, agreement.valid_through
    years_are_right = True
    for key, moment in (("valid_from", start), ("valid_through", end)):
        if isinstance(moment, int) and not 1 <= moment <= 9999:
            years_are_right = False
            why = _("This is not a year.")
            yield Mistake((*path, key), why, _("Write a year such as 2021, or a date."))
    if years_are_right and start is not None and end is not None and _is_after(start, end):
        why = _("The agreement ends before it begins: its valid_from is {start}.")
        right = _("Write {start} or later.")
        place = (*path, "valid_through")
        yield Mistake(place, why.format(start=start), right.format(start=start))


def _is_after(start: YearOrDate, end: YearOrDate) -> bool:
    """Return whether a period ends before it starts; a year is all of its days."""
    if isinstance(start, date) and isinstance(end, date):
        return start > end
    return _year(start) > _year(end)


def _year(moment: YearOrDate) -> int:
    return moment.year if isinstance(moment, date) else moment


def _photo(path: Path, photo: Photo) -> Iterator[Mistake]:
    """Yield the mistake of a file that could lie outside the folder, on any system."""
    file = photo.file
    if "\\" in file:
        why = _("There is a backslash in this path.")
        yield Mistake((*path, "file"), why, _("Write “/” between folders: photos/1.jpg."))
    elif file.startswith("/") or _DRIVE.match(file) or ".." in file.split("/"):
        why = _("This path leaves the folder of the event file.")
        right = _("Write a path from that folder on, without “..”: photos/1.jpg.")
        yield Mistake((*path, "file"), why, right)


def _block(path: Path, block: Block) -> Iterator[Mistake]:
    """Yield what is missing in a block of its kind, and what a block of its kind never shows."""
    content = _CONTENT[block.kind]
    if not getattr(block, content):
        why = _("A block of the kind “{kind}” needs {key}.").format(kind=block.kind, key=content)
        example = 'text = "…"' if content == "text" else f'{content} = ["…"]'
        yield Mistake((*path, content), why, _("Write {example}.").format(example=example))
    quotable = block.kind in ("quote", "paragraph")
    for key in ("text", "items", "photos", *(() if quotable else ("by",))):
        if key != content and getattr(block, key):
            why = _("A block of the kind “{kind}” does not show {key}.")
            right = _("Give it a block of its own, or remove it.")
            yield Mistake((*path, key), why.format(kind=block.kind, key=key), right)


def _wrong_references(record: Record, ids: dict[str, Path]) -> Iterator[Mistake]:
    """Yield the references that lead nowhere, or to a thing of another kind."""
    known: dict[frozenset[str], tuple[str, ...]] = {}
    for path, named, kinds, may_be_a_name in references(record):
        target = ids.get(named)
        if target is None:
            if may_be_a_name and not _COMPOUND_ID.fullmatch(named):
                continue
            if kinds not in known:
                known[kinds] = tuple(own for own, place in ids.items() if place[0] in kinds)
            why = _(_NOWHERE[kinds]).format(id=_short(named))
            yield Mistake(path, why, _(_WHERE[kinds]), named, known[kinds], dangling=kinds)
        elif target[0] not in kinds:
            why = _("“{id}” is the id of {path}.").format(
                id=_short(named), path=written(target[:-1])
            )
            yield Mistake(path, why, _(_WHERE[kinds]))


def references(record: Record) -> Iterator[tuple[Path, str, frozenset[str], bool]]:
    """Yield every reference: its path, the id, where that may stand, whether it may be a name."""
    if record.event.organizer:
        yield ("event", "organizer"), record.event.organizer, _ORGANIZATION, False
    yield ("source", "publisher"), record.source.publisher, _ORGANIZATION, True
    for i, block in enumerate(record.article.body):
        path = ("article", "body", i)
        yield (*path, "by"), block.by, _WHO, True
        yield from _each((*path, "photos"), block.photos, _PHOTO)
    for i, person in enumerate(record.people):
        for j, position in enumerate(person.positions):
            place = ("people", i, "positions", j, "organization")
            yield place, position.organization, _ORGANIZATION, True
    for i, agreement in enumerate(record.agreements):
        yield from _each(("agreements", i, "parties"), agreement.parties, _ORGANIZATION)
    for i, photo in enumerate(record.photos):
        yield from _each(("photos", i, "depicts"), photo.depicts, _WHO)
    for i, document in enumerate(record.documents):
        yield ("documents", i, "issuer"), document.issuer, _ORGANIZATION, True
    for i, note in enumerate(record.notes):
        yield ("notes", i, "about"), note.about, ID_HOLDERS, False


def _each(
    path: Path, ids: Iterable[str], kinds: frozenset[str]
) -> Iterator[tuple[Path, str, frozenset[str], bool]]:
    for i, named in enumerate(ids):
        yield (*path, i), named, kinds, False


def _short(text: str) -> str:
    """Return a text cut to what a sentence can hold."""
    return text if len(text) <= 60 else f"{text[:59]}…"
