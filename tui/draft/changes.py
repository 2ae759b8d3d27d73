"""Changes of a draft in its review: each returns another draft, of the article's words alone."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from tui.draft import words
from tui.draft.entries import FIELDS, Entry, ThingKind, place_of, thing_of, things
from tui.draft.finding.scan import Place
from tui.draft.model import (
    Draft,
    DraftAgreement,
    DraftDocument,
    DraftOrganization,
    DraftPerson,
    DraftPosition,
    Thing,
)
from tui.record.model import OrganizationRole, PersonRole

PERSON_ROLES: tuple[tuple[PersonRole, ...], ...] = (
    ("mentioned",),
    ("guest",),
    ("guest", "speaker"),
    ("speaker",),
    ("organizer-side",),
    ("organizer-side", "speaker"),
    ("organizer-side", "signatory"),
    ("guest", "signatory"),
)
ORGANIZATION_ROLES: tuple[tuple[OrganizationRole, ...], ...] = (
    ("mentioned",),
    ("organizer",),
    ("party",),
    ("organizer", "party"),
)


def without_doubt(draft: Draft, entry: Entry) -> Draft:
    """Return a draft in which an entry is as it should be."""
    match entry.kind:
        case "name":
            return replace(draft, event=replace(draft.event, name_doubt=""))
        case "date":
            return replace(draft, event=replace(draft.event, date_doubt=""))
        case "place":
            return draft
        case "caption":
            return _with_block(draft, entry.key, doubt=False)
        case _:
            return _with_thing(draft, entry, doubt="")


def without(draft: Draft, entry: Entry) -> Draft:
    """Return a draft without an entry; a caption becomes a paragraph, name and day stay."""
    match entry.kind:
        case "name" | "date":
            return draft
        case "place":
            return replace(draft, event=replace(draft.event, location="", location_place=None))
        case "caption":
            block = draft.article.blocks[entry.key]
            text = f"{block.text} {block.credit}".strip()
            return _with_block(
                draft, entry.key, kind="paragraph", text=text, credit="", doubt=False
            )
        case "organization":
            return _without_organization(draft, entry.key, None)
        case _:
            return _without_thing(draft, entry.kind, entry.key)


def with_place(draft: Draft, entry: Entry, place: Place) -> Draft:
    """Return a draft in which an entry is the words at ``place``."""
    told = draft.article.blocks[place.block].text[place.start : place.end]
    match entry.kind:
        case "name":
            return replace(draft, event=replace(draft.event, name=told, name_place=place))
        case "place":
            event = replace(draft.event, location=told, location_place=place)
            return replace(draft, event=event)
        case "agreement":
            return _with_thing(draft, entry, kind=told, place=place)
        case "person" | "organization" | "document":
            return _with_thing(draft, entry, name=told, place=place)
        case _:
            return draft


def with_edge(draft: Draft, entry: Entry, *, right: bool, step: int) -> Draft:
    """Return a draft in which one edge of an entry has moved by a word; at least one word stays."""
    place = place_of(draft, entry)
    moved = place and words.with_edge(draft.article, place, right=right, step=step)
    return with_place(draft, entry, moved) if moved else draft


def with_next_role(draft: Draft, entry: Entry) -> Draft:
    """Return a draft in which a person or an organisation takes the next part there is."""
    thing = thing_of(draft, entry)
    roles: tuple[tuple[str, ...], ...]
    if isinstance(thing, DraftPerson):
        roles = PERSON_ROLES
    elif isinstance(thing, DraftOrganization):
        roles = ORGANIZATION_ROLES
    else:
        return draft
    at = roles.index(thing.roles) if thing.roles in roles else -1
    return _with_thing(draft, entry, roles=roles[(at + 1) % len(roles)])


def with_new(draft: Draft, kind: ThingKind, key: int, place: Place) -> Draft:
    """Return a draft with a new person, organisation or document: the words at ``place``."""
    name = draft.article.blocks[place.block].text[place.start : place.end]
    made: Thing
    if kind == "person":
        made = DraftPerson(key=key, name=name, place=place, named_in=(place.block,))
    elif kind == "organization":
        made = DraftOrganization(key=key, name=name, place=place)
    else:
        kind = "document"
        made = DraftDocument(key=key, name=name, place=place)
    return _with_field(draft, kind, (*things(draft, kind), made))


def merged(draft: Draft, entry: Entry, into: Entry) -> Draft:
    """Return a draft in which an entry is one with another of its kind, by whose name it goes."""
    one, other = thing_of(draft, entry), thing_of(draft, into)
    if one is None or other is None or entry == into:
        return draft
    if isinstance(one, DraftPerson) and isinstance(other, DraftPerson):
        positions = (
            *other.positions,
            *(p for p in one.positions if p not in other.positions),
        )
        joined = replace(
            other,
            other_names=_names(other, one),
            positions=positions,
            named_in=tuple(sorted({*other.named_in, *one.named_in})),
            quotes=tuple(sorted({*other.quotes, *one.quotes})),
            doubt="",
        )
        draft = _without_thing(draft, "person", one.key)
        return _replaced(draft, "person", joined)
    if isinstance(one, DraftOrganization) and isinstance(other, DraftOrganization):
        joined_body = replace(other, other_names=_names(other, one), doubt="")
        return _replaced(
            _without_organization(draft, one.key, other.key),
            "organization",
            joined_body,
        )
    return draft


def _names(
    keep: DraftPerson | DraftOrganization, other: DraftPerson | DraftOrganization
) -> tuple[str, ...]:
    names = dict.fromkeys((*keep.other_names, other.name, *other.other_names))
    return tuple(name for name in names if name != keep.name)


def _with_field(draft: Draft, kind: ThingKind, value: tuple[Thing, ...]) -> Draft:
    changes: dict[str, Any] = {FIELDS[kind]: value}
    return replace(draft, **changes)


def _replaced(draft: Draft, kind: ThingKind, thing: Thing) -> Draft:
    changed = (thing if one.key == thing.key else one for one in things(draft, kind))
    return _with_field(draft, kind, tuple(changed))


def _with_thing(draft: Draft, entry: Entry, **changes: Any) -> Draft:
    thing = thing_of(draft, entry)
    if thing is None:
        return draft
    changed = replace(thing, **changes)
    if isinstance(changed, DraftAgreement):
        changed = replace(changed, weak=len(changed.parties) < 2)
    return _replaced(draft, _kind(changed), changed)


def _kind(thing: Thing) -> ThingKind:
    kinds: dict[type, ThingKind] = {
        DraftPerson: "person",
        DraftOrganization: "organization",
        DraftAgreement: "agreement",
        DraftDocument: "document",
    }
    return kinds.get(type(thing), "abbreviation")


def _with_block(draft: Draft, index: int, **changes: Any) -> Draft:
    blocks = list(draft.article.blocks)
    blocks[index] = replace(blocks[index], **changes)
    return replace(draft, article=replace(draft.article, blocks=tuple(blocks)))


def _without_thing(draft: Draft, kind: ThingKind, key: int) -> Draft:
    return _with_field(draft, kind, tuple(one for one in things(draft, kind) if one.key != key))


def _without_organization(draft: Draft, key: int, instead: int | None) -> Draft:
    """Return a draft without an organisation: others refer to another, or to its words."""
    gone = next(one for one in draft.organizations if one.key == key)
    reference: int | str = gone.name if instead is None else instead
    people = tuple(
        replace(person, positions=tuple(_moved(p, key, reference) for p in person.positions))
        for person in draft.people
    )
    agreements = tuple(_other_party(one, key, instead) for one in draft.agreements)
    documents = tuple(
        replace(one, issuer=reference) if one.issuer == key else one for one in draft.documents
    )
    organizer = instead if draft.event.organizer == key else draft.event.organizer
    return replace(
        draft,
        event=replace(draft.event, organizer=organizer),
        people=people,
        agreements=agreements,
        documents=documents,
        organizations=tuple(one for one in draft.organizations if one.key != key),
    )


def _moved(position: DraftPosition, key: int, reference: int | str) -> DraftPosition:
    return replace(position, organization=reference) if position.organization == key else position


def _other_party(agreement: DraftAgreement, key: int, instead: int | None) -> DraftAgreement:
    if key not in agreement.parties:
        return agreement
    moved = (instead if party == key else party for party in agreement.parties)
    parties = tuple(dict.fromkeys(party for party in moved if party is not None))
    weak = len(parties) < 2
    return replace(
        agreement,
        parties=parties,
        weak=weak,
        doubt="one party" if weak else agreement.doubt,
    )
