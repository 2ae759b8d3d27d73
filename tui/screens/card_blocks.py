"""What the card of a person, an organisation, an agreement, a photo or a document says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.export.labels import FIELDS, PANE_TITLES
from tui.locale import _
from tui.panes.participants import role_names
from tui.record.entities import display_name
from tui.record.model import Agreement, Document, Entity, Organization, Person, Photo
from tui.search.context import around
from tui.search.event_index import EventIndex
from tui.search.passages import Hit, Passage
from tui.text.abbreviations import explain
from tui.widgets.flow import Block, Part

_WORDS_AROUND = 60


def card_blocks(index: EventIndex, entity: Entity) -> tuple[Block, ...]:
    """Return the content of a card.

    The id of a block is that of an entity to go on to, or ``@n`` for the mention with number ``n``.
    """
    card = _Card(index, entity)
    return (*card.facts(), *card.links(), *card.notes(), *card.mentions())


class _Card:
    def __init__(self, index: EventIndex, entity: Entity) -> None:
        self.index = index
        self.record = index.record
        self.entity = entity

    # What it is.

    def facts(self) -> Iterator[Block]:
        """Yield what the record says of the entity itself."""
        parts = [Part(display_name(self.entity), look="title"), *self._abbreviations()]
        entity = self.entity
        if isinstance(entity, Person | Organization):
            if roles := role_names(entity):
                parts.append(Part(roles, look="label"))
            parts.extend(Part(name, prefix=_("also:") + " ") for name in entity.alternate_names)
        parts.extend(
            Part(passage.text, prefix=self._label(passage)) for passage in self._own_passages()
        )
        yield Block(tuple(parts), id=f"={entity.id}")

    def _abbreviations(self) -> Iterator[Part]:
        """Yield what the abbreviations in the names of the entity stand for."""
        own = [(entry.short, entry.long) for entry in self.record.abbreviations]
        for short, long in explain(display_name(self.entity), own):
            yield Part(f"{short} = {long}", look="label")

    def _label(self, passage: Passage) -> str:
        field = passage.field.partition("[")[0]
        if field == "about":
            return "• "
        label = FIELDS.get(f"{passage.pane}.{field}")
        return _(label) + " " if label else ""

    def _own_passages(self) -> Iterator[Passage]:
        wanted: tuple[str, ...] = ()
        match self.entity:
            case Person():
                wanted = ("positions",)
            case Agreement():
                wanted = ("kind", "period", "about", "signed")
            case Photo():
                wanted = ("credit", "file")
            case _:
                return
        for passage in self.index.passages:
            if passage.item == self.entity.id and passage.field.startswith(wanted):
                yield passage

    # What it belongs with.

    def links(self) -> Iterator[Block]:
        """Yield the entities that the record ties to this one, in groups."""
        entity = self.entity
        record = self.record
        match entity:
            case Person():
                ids = [position.organization for position in entity.positions]
                yield from self._group(_("Organisations"), self._known(ids))
            case Organization():
                yield from self._group(
                    _("People"),
                    (
                        p
                        for p in record.people
                        if any(o.organization == entity.id for o in p.positions)
                    ),
                )
                yield from self._group(
                    _("Agreements"), (a for a in record.agreements if entity.id in a.parties)
                )
                yield from self._group(
                    _("Documents"), (d for d in record.documents if d.issuer == entity.id)
                )
            case Agreement():
                yield from self._group(_("Parties"), self._known(entity.parties))
            case Photo():
                yield from self._group(_("In the photo"), self._known(entity.depicts))
            case Document():
                yield from self._group(_("Issued by"), self._known([entity.issuer]))
        yield from self._group(_("Photos"), (p for p in record.photos if entity.id in p.depicts))

    def _known(self, ids: Iterable[str]) -> Iterator[Entity]:
        entities = self.index.entities
        return (entities[i] for i in dict.fromkeys(ids) if i in entities)

    def _group(self, title: str, entities: Iterable[Entity]) -> Iterator[Block]:
        found = list(entities)
        if found:
            yield _heading(title)
        for entity in found:
            name = Part(display_name(entity), prefix=self._number(entity), look="text")
            yield Block((name, *self._details(entity)), id=entity.id)

    def _number(self, entity: Entity) -> str:
        """Return what a photo is called before its caption."""
        if not isinstance(entity, Photo):
            return ""
        return next(f"{part.text}. " for part in self._text(entity.id, "number"))

    def _details(self, entity: Entity) -> Iterator[Part]:
        """Yield what tells linked entities apart: partners and periods, offices held here."""
        own = self.entity.id
        if isinstance(entity, Agreement):
            others = [display_name(e) for e in self._known(entity.parties) if e.id != own]
            with_whom = FIELDS["agreements.parties"]
            yield Part(" – ".join(others), prefix=_(with_whom) + " ", indent=2)
            yield from (self._text(entity.id, "period"))
        elif isinstance(entity, Person):
            for i, position in enumerate(entity.positions):
                if position.organization == own:
                    yield from self._text(entity.id, f"positions[{i}]")

    def _text(self, item: str, field: str) -> Iterator[Part]:
        for passage in self.index.passages:
            if (passage.item, passage.field) == (item, field):
                yield Part(passage.text, indent=2)

    def notes(self) -> Iterator[Block]:
        """Yield the editor's remarks on the entity."""
        found = [note for note in self.record.notes if note.about == self.entity.id]
        if found:
            yield _heading(_("Editor's notes"))
        for number, note in enumerate(found):
            yield Block((Part(note.text, look="text"),), id=f"#{number}")

    # Where it is named.

    def mentions(self) -> Iterator[Block]:
        """Yield every mention with the words around it."""
        hits = self.index.mentions.of(self.entity.id)
        pane = ""
        for number, hit in enumerate(hits):
            passage = self.index.passages[hit.passage]
            if passage.pane != pane:
                pane = passage.pane
                yield _heading(_("Named in: {pane}").format(pane=_(PANE_TITLES[passage.pane])))
            yield Block((self._snippet(hit, passage),), id=f"@{number}")

    def _snippet(self, hit: Hit, passage: Passage) -> Part:
        before, match, after = around(passage.text, hit.start, hit.end, _WORDS_AROUND)
        span = (len(before), len(before) + len(match))
        return Part(before + match + after, look="text", spans=(span,))


def _heading(title: str) -> Block:
    return Block((Part(title, look="heading"),), gap=1)
