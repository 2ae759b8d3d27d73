"""Linked data in the terms of schema.org (JSON-LD 1.1).

A thing is called ``#`` and its id, which in the page is where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias

import msgspec

from tui.document.model import Document
from tui.document.naming import language_of, photo_labels
from tui.document.words import FORMER
from tui.export.errors import NothingToExportError
from tui.export.options import Options
from tui.locale import _, in_language
from tui.record.model import (
    Agreement,
    Block,
    Organization,
    Person,
    Photo,
    Position,
    Record,
    YearOrDate,
)

ENCODING = "utf-8"

Node: TypeAlias = dict[str, Any]

ATTENDING = frozenset({"guest", "organizer-side"})


def render(document: Document, _options: Options) -> str:
    """Return the record of a document as JSON-LD.

    Raises:
        NothingToExportError: The document is gathered from many records.
    """
    return msgspec.json.format(msgspec.json.encode(linked(document)), indent=2).decode() + "\n"


def linked(document: Document) -> Node:
    """Return the record of a document as the value that JSON-LD writes."""
    if document.record is None:
        raise NothingToExportError(_("This is gathered from many events; export one of them."))
    maker = _Graph(document.record, document)
    return {"@context": "https://schema.org", "@graph": [_filled(node) for node in maker.nodes()]}


class _Graph:
    def __init__(self, record: Record, document: Document) -> None:
        self.record = record
        self.document = document
        self.language = language_of(record)
        self.name = f"#{record.event.id}"

    def nodes(self) -> Iterator[Node]:
        yield self.event()
        yield self.article()
        yield from map(self.person, self.record.people)
        yield from map(self.organization, self.record.organizations)
        yield from map(self.agreement, self.record.agreements)
        labels = photo_labels(self.record)
        yield from (self.photo(photo, labels[photo.id]) for photo in self.record.photos)
        for paper in self.record.documents:
            yield {
                **self._thing("CreativeWork", paper.id, paper.name),
                "publisher": self._body(paper.issuer),
            }

    def event(self) -> Node:
        event, people = self.record.event, self.record.people
        return {
            "@type": "Event",
            "@id": self.name,
            "name": event.name,
            "description": self.document.summary,
            "startDate": event.start_date.isoformat(),
            "endDate": event.end_date and event.end_date.isoformat(),
            "location": event.location and {"@type": "Place", "name": event.location},
            "organizer": event.organizer and self._link(event.organizer),
            "inLanguage": event.in_language,
            "keywords": list(event.keywords),
            "attendee": self._links(each.id for each in people if ATTENDING & {*each.roles}),
            "performer": self._links(each.id for each in people if "speaker" in each.roles),
            "contributor": self._links(
                [
                    *(each.id for each in people if "signatory" in each.roles),
                    *(each.id for each in self.record.organizations if "party" in each.roles),
                ]
            ),
            "workFeatured": self._links(each.id for each in self.record.agreements),
            "image": self._links(each.id for each in self.record.photos),
            "subjectOf": {"@id": f"{self.name}-article"},
        }

    def article(self) -> Node:
        source, article = self.record.source, self.record.article
        basis = {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "publisher": self._body(source.publisher),
            "datePublished": source.date_published and source.date_published.isoformat(),
        }
        is_based = any((source.title, source.url, source.publisher, source.date_published))
        named: tuple[Person | Organization, ...] = (*self.record.people, *self.record.organizations)
        mentioned = [each.id for each in named if not each.roles or "mentioned" in each.roles]
        return {
            "@type": "NewsArticle",
            "@id": f"{self.name}-article",
            "headline": article.headline or self.record.event.name,
            "about": {"@id": self.name},
            "inLanguage": self.record.event.in_language,
            "articleBody": "\n\n".join(filter(None, map(self._block, article.body))),
            "hasPart": [
                {
                    "@type": "Quotation",
                    "text": block.text,
                    "creator": self._speaker(block.by),
                }
                for block in article.body
                if block.kind == "quote"
            ],
            "isBasedOn": basis if is_based else None,
            "backstory": source.note,
            "mentions": [
                *self._links([*mentioned, *(each.id for each in self.record.documents)]),
                *(
                    {"@type": "DefinedTerm", "name": each.short, "description": each.long}
                    for each in self.record.abbreviations
                ),
            ],
            "comment": [
                {"@type": "Comment", "text": note.text, "about": self._link(note.about)}
                for note in self.record.notes
            ],
            "citation": [
                {"@type": "CreativeWork", "name": each.title, "url": each.url}
                for each in self.record.related
            ],
        }

    def person(self, person: Person) -> Node:
        return {
            **self._thing("Person", person.id, person.name),
            "identifier": person.identifier,
            "honorificPrefix": person.honorific_prefix,
            "alternateName": list(person.alternate_names),
            "jobTitle": [each.title for each in person.positions if not each.former],
            "memberOf": [self._office(each) for each in person.positions if each.organization],
            "hasOccupation": [
                {"@type": "Occupation", "name": self._title(each)}
                for each in person.positions
                if not each.organization
            ],
        }

    def organization(self, organization: Organization) -> Node:
        return {
            **self._thing("Organization", organization.id, organization.name),
            "identifier": organization.identifier,
            "alternateName": list(organization.alternate_names),
        }

    def agreement(self, agreement: Agreement) -> Node:
        start, end = agreement.valid_from, agreement.valid_through
        period = f"{_written(start) or '..'}/{_written(end) or '..'}" if start or end else ""
        return {
            **self._thing("CreativeWork", agreement.id, agreement.name or agreement.kind),
            "genre": agreement.kind,
            "about": list(agreement.about),
            "contributor": self._links(agreement.parties),
            "dateCreated": agreement.signed and agreement.signed.isoformat(),
            "temporalCoverage": period,
        }

    def photo(self, photo: Photo, label: str) -> Node:
        return {
            **self._thing("ImageObject", photo.id, label),
            "caption": photo.caption,
            "about": self._links(photo.depicts),
            "creditText": photo.credit,
            "contentUrl": photo.file,
        }

    def _block(self, block: Block) -> str:
        return "\n".join(filter(None, (block.text, *block.items)))

    def _office(self, position: Position) -> Node:
        """Return an office: a role between a person and a body (schema.org/OrganizationRole)."""
        return {
            "@type": "OrganizationRole",
            "roleName": self._title(position),
            "memberOf": self._body(position.organization),
        }

    def _title(self, position: Position) -> str:
        if not position.former:
            return position.title
        return in_language(self.language, FORMER).format(title=position.title)

    def _thing(self, kind: str, id_: str, name: str) -> Node:
        return {"@type": kind, "@id": f"#{id_}", "name": name}

    def _link(self, id_: str) -> Node:
        return {"@id": f"#{id_}"}

    def _links(self, ids: Iterable[str]) -> list[Node]:
        return [self._link(id_) for id_ in dict.fromkeys(ids)]

    def _body(self, id_or_name: str) -> Node | None:
        """Return an organisation that is given by its id or by its name."""
        if not id_or_name or id_or_name in self.document.things:
            return self._link(id_or_name) if id_or_name else None
        return {"@type": "Organization", "name": id_or_name}

    def _speaker(self, id_or_name: str) -> Node | None:
        if not id_or_name or id_or_name in self.document.things:
            return self._link(id_or_name) if id_or_name else None
        return {"@type": "Person", "name": id_or_name}


def _filled(node: Node) -> Node:
    """Return a node without what is empty; of a list of one, the one."""
    found: Node = {}
    for key, value in node.items():
        if isinstance(value, dict):
            value = _filled(value)
        elif isinstance(value, list):
            value = [_filled(each) if isinstance(each, dict) else each for each in value]
            value = value[0] if len(value) == 1 else value
        if value:
            found[key] = value
    return found


def _written(moment: YearOrDate | None) -> str:
    if moment is None:
        return ""
    return moment.isoformat() if isinstance(moment, date) else f"{moment:04}"
