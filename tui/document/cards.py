"""The card of a thing: all that a document says of it, and what it belongs with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from tui.document import relations
from tui.document.agreements import WITH
from tui.document.model import Document, Group, Item, Kind, Text
from tui.document.naming import Naming, display_name, kind_name
from tui.document.participants import role_names
from tui.document.today import today
from tui.locale import _
from tui.record.model import Agreement, Entity, Organization, Person, Photo
from tui.record.model import Document as Paper
from tui.text.abbreviations import explain

_Thing = TypeVar("_Thing", bound=Entity)


class Card(Struct, frozen=True):
    """What is said of a thing.

    The first of ``facts`` is what it is called. In ``groups`` the id of an item is that of a thing
    to go on to, or the item's own path in the file.
    """

    title: str
    facts: tuple[Text, ...]
    groups: tuple[Group, ...]


def card(document: Document, thing: Entity) -> Card:
    """Return the card of one of the document's things."""
    maker = _Card(document, thing)
    found = [*maker.links(), maker.photos(), maker.notes(), maker.relations()]
    return Card(
        title=f"{kind_name(thing)}: {display_name(thing)}",
        facts=tuple(maker.facts()),
        groups=tuple(group for group in found if group.items),
    )


class _Card:
    def __init__(self, document: Document, thing: Entity) -> None:
        self.document = document
        self.thing = thing

    def facts(self) -> Iterator[Text]:
        """Yield the name, what its abbreviations stand for, and the texts of the thing itself."""
        name = display_name(self.thing)
        yield self._text("name", name, "name")
        own = [(each.short, each.long) for each in self.document.abbreviations]
        for short, long in explain(name, own):
            yield self._text("abbreviation", "", "role", f"{short} = {long}")
        if isinstance(self.thing, Person | Organization) and (roles := role_names(self.thing)):
            yield self._text("roles", "", "role", roles)
        for text in self._texts_of(self.thing.id):
            told = text.field in ("name", "number", "caption", "roles", "depicts", "issuer")
            if not told and not text.field.startswith("parties"):
                yield text
        if isinstance(self.thing, Paper) and self.thing.issuer not in self.document.things:
            yield from (text for text in self._texts_of(self.thing.id) if text.field == "issuer")

    def links(self) -> Iterator[Group]:
        """Yield the things that the record ties to this one, in groups."""
        thing = self.thing
        match thing:
            case Person():
                bodies = self._known(position.organization for position in thing.positions)
                yield self._group(_("Organisations"), bodies)
            case Organization():
                people = self._all(Person)
                yield self._group(
                    _("People"),
                    (p for p in people if any(o.organization == thing.id for o in p.positions)),
                )
                signed = [a for a in self._all(Agreement) if thing.id in a.parties]
                if len(signed) > 1:  # of one the agreement itself tells all
                    yield self.partners()
                yield self._group(_("Agreements"), signed)
                papers = (paper for paper in self._all(Paper) if paper.issuer == thing.id)
                yield self._group(_("Documents"), papers)
            case Agreement():
                yield self._group(_("Parties"), self._known(thing.parties))
            case Photo():
                yield self._group(_("In the photo"), self._known(thing.depicts))
            case Paper():
                yield self._group(_("Issued by"), self._known([thing.issuer]))

    def partners(self) -> Group:
        """Return those that the organisation signed with."""
        naming = Naming("participants", self.document.things)
        items = (
            Item(
                partner.id,
                (
                    self._text("name", partner.name, "paragraph"),
                    *relations.partner_texts(partner, naming),
                ),
            )
            for partner in relations.partners(self.document.things, self.thing.id, today())
        )
        return Group("links", tuple(items), _("Partners"))

    def relations(self) -> Group:
        """Return who signed with whom, if the thing is an organisation that did."""
        group = self._group_of_article(relations.NAME)
        made = relations.matrix(self.document.things) if group.items else None
        return group if made and self.thing.id in made.ids else Group(relations.NAME, ())

    def photos(self) -> Group:
        """Return the photos that show the thing."""
        return self._group(
            _("Photos"), (photo for photo in self._all(Photo) if self.thing.id in photo.depicts)
        )

    def notes(self) -> Group:
        """Return the editor's remarks on the thing."""
        all_notes = self._group_of_article("notes")
        items = (
            Item(item.id, item.texts[:1])
            for item in all_notes.items
            if any(each.id == self.thing.id for text in item.texts[1:] for each in text.references)
        )
        return Group("notes", tuple(items), all_notes.heading)

    def _group_of_article(self, name: str) -> Group:
        groups = self.document.section("article").groups
        return next((each for each in groups if each.name == name), Group(name, ()))

    def _all(self, kind: type[_Thing]) -> Iterator[_Thing]:
        return (thing for thing in self.document.things.values() if isinstance(thing, kind))

    def _known(self, ids: Iterable[str]) -> Iterator[Entity]:
        things = self.document.things
        return (things[each] for each in dict.fromkeys(ids) if each in things)

    def _group(self, heading: str, things: Iterable[Entity]) -> Group:
        items = (Item(thing.id, tuple(self._linked(thing))) for thing in things)
        return Group("links", tuple(items), heading)

    def _linked(self, thing: Entity) -> Iterator[Text]:
        """Yield what a linked thing is called, and what tells it from others of its kind."""
        own = self.thing.id
        texts = self._texts_of(thing.id)
        before = ""
        if isinstance(thing, Photo):
            before = f"{texts[0].words}."
        yield self._text("name", display_name(thing), "paragraph", before)
        if isinstance(thing, Agreement):
            others = [display_name(each) for each in self._known(thing.parties) if each.id != own]
            yield self._text("parties", " – ".join(others), "detail", _(WITH))
            yield from (text for text in texts if text.field in ("period", "state"))
        elif isinstance(thing, Person):
            for i, position in enumerate(thing.positions):
                if position.organization == own:
                    yield from (text for text in texts if text.field == f"positions[{i}]")

    def _texts_of(self, thing_id: str) -> tuple[Text, ...]:
        return self.document.texts_of_things.get(thing_id, ())

    def _text(self, field: str, words: str, kind: Kind, label: str = "") -> Text:
        return Text("article", self.thing.id, field, words, (), kind, label)
