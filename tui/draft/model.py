"""A draft: what was found in an article, with where each thing was read and what is doubtful.

Things refer to one another by ``key``, a number that stays while the draft is reviewed.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from tui.draft.article import Article
from tui.draft.finding.scan import Place
from tui.record.model import OrganizationRole, PartOfDay, PersonRole

Doubt: TypeAlias = Literal[
    "",
    "no headline",
    "no date",
    "no year",
    "year from other dates",
    "date of publication",
    "name alone",
    "form of a caption",
    "one party",
    "parties guessed",
    "unknown body",
]
"""Why something wants a look; empty if nothing speaks against it."""


class DraftEvent(Struct, frozen=True, kw_only=True):
    """The event: its name is the headline, or the words at ``name_place``."""

    name: str
    start_date: date
    end_date: date | None = None
    name_doubt: Doubt = ""
    name_place: Place | None = None
    date_place: Place | None = None
    date_doubt: Doubt = ""
    part_of_day: PartOfDay = ""
    location: str = ""
    location_place: Place | None = None
    organizer: int | None = None


class DraftPosition(Struct, frozen=True, kw_only=True):
    """An office; ``organization`` is the key of one of the draft, or the words of the article."""

    title: str
    place: Place
    organization: int | str | None = None
    former: bool = False


class DraftQuote(Struct, frozen=True, order=True):
    """A block that is someone's own words; ``place`` is where the article says whose."""

    block: int
    place: Place


class DraftPerson(Struct, frozen=True, kw_only=True):
    """A person. ``id`` is set where an archive knows the person.

    ``named_in`` are the indices of the blocks that name the person.
    """

    key: int
    name: str
    place: Place
    other_names: tuple[str, ...] = ()
    honorific: str = ""
    roles: tuple[PersonRole, ...] = ("mentioned",)
    positions: tuple[DraftPosition, ...] = ()
    named_in: tuple[int, ...] = ()
    quotes: tuple[DraftQuote, ...] = ()
    doubt: Doubt = ""
    id: str = ""


class DraftOrganization(Struct, frozen=True, kw_only=True):
    """An organisation. ``id`` is set where an archive knows it."""

    key: int
    name: str
    place: Place
    other_names: tuple[str, ...] = ()
    roles: tuple[OrganizationRole, ...] = ("mentioned",)
    doubt: Doubt = ""
    id: str = ""


class DraftAgreement(Struct, frozen=True, kw_only=True):
    """An agreement. ``weak`` tells that it is written as a comment only."""

    key: int
    kind: str
    place: Place
    parties: tuple[int, ...]
    about: tuple[str, ...] = ()
    period: tuple[int, int] | None = None
    signed: date | None = None
    doubt: Doubt = ""
    weak: bool = False


class DraftDocument(Struct, frozen=True, kw_only=True):
    """A document; ``issuer`` is the key of an organisation of the draft, or words."""

    key: int
    name: str
    place: Place
    issuer: int | str = ""
    doubt: Doubt = ""


class DraftAbbreviation(Struct, frozen=True, kw_only=True):
    """A short form that the article explains."""

    key: int
    short: str
    long: str
    place: Place
    doubt: Doubt = ""


class Draft(Struct, frozen=True, kw_only=True):
    """All that was found in an article."""

    article: Article
    event: DraftEvent
    people: tuple[DraftPerson, ...] = ()
    organizations: tuple[DraftOrganization, ...] = ()
    agreements: tuple[DraftAgreement, ...] = ()
    documents: tuple[DraftDocument, ...] = ()
    abbreviations: tuple[DraftAbbreviation, ...] = ()


Thing: TypeAlias = (
    DraftPerson | DraftOrganization | DraftAgreement | DraftDocument | DraftAbbreviation
)
"""What has a key."""
