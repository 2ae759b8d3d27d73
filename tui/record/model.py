"""The event record as immutable, typed values.

Names are schema.org's (Event, Person, Organization, NewsArticle, ImageObject) in snake case. Every
string in a loaded record is clean: see :mod:`tui.text.cleaning`. An absent text is an empty one.
"""

# Annotations are not strings here: msgspec, which reads them, evaluated each at every start.
from datetime import date, datetime, time
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

PartOfDay: TypeAlias = Literal["", "morning", "noon", "afternoon", "evening"]
PersonRole: TypeAlias = Literal["organizer-side", "guest", "speaker", "signatory", "mentioned"]
OrganizationRole: TypeAlias = Literal["organizer", "party", "mentioned"]
BlockKind: TypeAlias = Literal["paragraph", "heading", "quote", "list", "photos"]
YearOrDate: TypeAlias = int | date

TOML_TYPES = (date, datetime, time)
"""TOML has types of its own for them, so a text is never taken for one."""
MANY_LINES = frozenset({"text", "note", "items"})
"""The keys whose texts keep their line feeds; all others are of one line."""

# What stands in ``Meta`` is for the JSON Schema; it is checked, in better words, by ``rules``.
Id: TypeAlias = Annotated[
    str,
    Meta(
        description="What other keys of the file call this by: a-z, 0-9 and -, once in a file.",
        extra_json_schema={"pattern": "^[a-z0-9-]+$"},
    ),
]
Needed: TypeAlias = Annotated[str, Meta(extra_json_schema={"minLength": 1})]
"""A text that must not be empty."""
NeededTexts: TypeAlias = tuple[Needed, ...]
OrganizationId: TypeAlias = Annotated[str, Meta(description="The id of an organization.")]
OrganizationOrName: TypeAlias = Annotated[
    str, Meta(description="The id of an organization, or a plain name.")
]
Identifier: TypeAlias = Annotated[
    str,
    Meta(description="A URI, or an id that who keeps the archive gives: it joins and parts."),
]
Format: TypeAlias = Annotated[
    int, Meta(description="The format of the file.", extra_json_schema={"const": 1})
]


class _Value(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all parts of a record: immutable, and an unknown key is a mistake."""


class Event(_Value, frozen=True):
    """The event itself (schema.org ``Event``)."""

    id: Id
    name: Needed
    start_date: date
    end_date: date | None = None
    part_of_day: PartOfDay = ""
    location: str = ""
    organizer: OrganizationId = ""
    in_language: Annotated[
        str, Meta(description="A BCP 47 language tag: the language of all texts of the record.")
    ] = "vi"
    keywords: NeededTexts = ()


class Source(_Value, frozen=True):
    """Where the facts of the record come from."""

    publisher: OrganizationOrName = ""
    title: str = ""
    url: str = ""
    date_published: date | None = None
    note: Annotated[str, Meta(description="How this text relates to its source.")] = ""


class Block(_Value, frozen=True):
    """A block of the article. Which fields hold content depends on ``kind``."""

    kind: BlockKind = "paragraph"
    text: str = ""
    by: Annotated[
        str,
        Meta(description="Who is quoted: the id of a person or an organization, or a plain name."),
    ] = ""
    items: NeededTexts = ()
    photos: Annotated[tuple[str, ...], Meta(description="Ids of photos.")] = ()


class Article(_Value, frozen=True):
    """The article (schema.org ``NewsArticle``)."""

    headline: str = ""
    body: tuple[Block, ...] = ()


class Position(_Value, frozen=True):
    """An office that a person holds or held."""

    title: Needed
    organization: OrganizationOrName = ""
    former: Annotated[bool, Meta(description="Whether the office is no longer held.")] = False


class Person(_Value, frozen=True):
    """A person (schema.org ``Person``)."""

    id: Id
    name: Needed
    identifier: Identifier = ""
    honorific_prefix: str = ""
    alternate_names: NeededTexts = ()
    roles: tuple[PersonRole, ...] = ()
    positions: tuple[Position, ...] = ()


class Organization(_Value, frozen=True):
    """An organisation (schema.org ``Organization``)."""

    id: Id
    name: Needed
    identifier: Identifier = ""
    alternate_names: NeededTexts = ()
    roles: tuple[OrganizationRole, ...] = ()


class Agreement(_Value, frozen=True):
    """An agreement between two organisations or more."""

    id: Id
    parties: Annotated[
        tuple[str, ...],
        Meta(
            description="Ids of organizations, two different ones or more.",
            extra_json_schema={"minItems": 2},
        ),
    ]
    name: str = ""
    kind: str = ""
    about: Annotated[NeededTexts, Meta(description="The scope.")] = ()
    signed: date | None = None
    valid_from: YearOrDate | None = None
    valid_through: YearOrDate | None = None


class Photo(_Value, frozen=True):
    """A photo and its caption (schema.org ``ImageObject``)."""

    id: Id
    caption: str = ""
    depicts: Annotated[tuple[str, ...], Meta(description="Ids of people or organizations.")] = ()
    file: Annotated[
        str, Meta(description="A path from the folder of this file on, which stays inside it.")
    ] = ""
    credit: str = ""


class Document(_Value, frozen=True):
    """A law, a resolution or a plan that the article refers to."""

    id: Id
    name: Needed
    issuer: OrganizationOrName = ""


class Abbreviation(_Value, frozen=True):
    """A short form and what it stands for."""

    short: Needed
    long: Needed


class Note(_Value, frozen=True):
    """An editor's remark on something in the file."""

    about: Annotated[str, Meta(description="Any id in the file, or the event's.")]
    text: Needed


class Related(_Value, frozen=True):
    """Something to read elsewhere. Its URL is shown and copied, never fetched."""

    title: Needed
    url: str = ""


class Record(_Value, frozen=True):
    """All of one event file."""

    format: Format
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
