"""The event record as immutable, typed values.

Names are schema.org's (Event, Person, Organization, NewsArticle, ImageObject) in snake case. Every
string in a loaded record is clean: see :mod:`tui.text.cleaning`. An absent text is an empty one.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

PartOfDay: TypeAlias = Literal["", "morning", "noon", "afternoon", "evening"]
PersonRole: TypeAlias = Literal["organizer-side", "guest", "speaker", "signatory", "mentioned"]
OrganizationRole: TypeAlias = Literal["organizer", "party", "mentioned"]
BlockKind: TypeAlias = Literal["paragraph", "heading", "quote", "list", "photos"]
YearOrDate: TypeAlias = int | date


class _Value(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all parts of a record: immutable, and an unknown key is a mistake."""


class Event(_Value, frozen=True):
    """The event itself (schema.org ``Event``)."""

    id: str
    name: str
    start_date: date
    end_date: date | None = None
    part_of_day: PartOfDay = ""
    location: str = ""
    organizer: str = ""
    """The id of an organization."""
    in_language: str = "vi"
    """A BCP 47 language tag; the language of all texts of the record."""
    keywords: tuple[str, ...] = ()


class Source(_Value, frozen=True):
    """Where the facts of the record come from."""

    publisher: str = ""
    """The id of an organization, or a plain name."""
    title: str = ""
    url: str = ""
    date_published: date | None = None
    note: str = ""


class Block(_Value, frozen=True):
    """A block of the article. Which fields hold content depends on ``kind``."""

    kind: BlockKind = "paragraph"
    text: str = ""
    by: str = ""
    """Who is quoted: the id of a person or an organization, or a plain name."""
    items: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    """Ids of photos."""


class Article(_Value, frozen=True):
    """The article (schema.org ``NewsArticle``)."""

    headline: str = ""
    body: tuple[Block, ...] = ()


class Position(_Value, frozen=True):
    """An office that a person holds or held."""

    title: str
    organization: str = ""
    """The id of an organization, or a plain name."""
    former: bool = False


class Person(_Value, frozen=True):
    """A person (schema.org ``Person``)."""

    id: str
    name: str
    honorific_prefix: str = ""
    alternate_names: tuple[str, ...] = ()
    roles: tuple[PersonRole, ...] = ()
    positions: tuple[Position, ...] = ()


class Organization(_Value, frozen=True):
    """An organisation (schema.org ``Organization``)."""

    id: str
    name: str
    alternate_names: tuple[str, ...] = ()
    roles: tuple[OrganizationRole, ...] = ()


class Agreement(_Value, frozen=True):
    """An agreement between two organisations or more."""

    id: str
    parties: tuple[str, ...]
    """Ids of organizations, two different ones or more."""
    name: str = ""
    kind: str = ""
    about: tuple[str, ...] = ()
    signed: date | None = None
    valid_from: YearOrDate | None = None
    valid_through: YearOrDate | None = None


class Photo(_Value, frozen=True):
    """A photo and its caption (schema.org ``ImageObject``)."""

    id: str
    caption: str = ""
    depicts: tuple[str, ...] = ()
    """Ids of people or organizations."""
    file: str = ""
    credit: str = ""


class Document(_Value, frozen=True):
    """A law, a resolution or a plan that the article refers to."""

    id: str
    name: str
    issuer: str = ""
    """The id of an organization, or a plain name."""


class Abbreviation(_Value, frozen=True):
    """A short form and what it stands for."""

    short: str
    long: str


class Note(_Value, frozen=True):
    """An editor's remark on something in the file."""

    about: str
    """Any id in the file, or the event's."""
    text: str


class Related(_Value, frozen=True):
    """Something to read elsewhere. Its URL is shown and copied, never fetched."""

    title: str
    url: str = ""


class Record(_Value, frozen=True):
    """All of one event file."""

    format: int
    event: Event
    source: Source = Source()
    article: Article = Article()
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    photos: tuple[Photo, ...] = ()
    documents: tuple[Document, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    notes: tuple[Note, ...] = ()
    related: tuple[Related, ...] = ()


Entity: TypeAlias = Person | Organization | Agreement | Photo | Document
"""What the cursor can be on and what a card is about: each has an ``id``."""
