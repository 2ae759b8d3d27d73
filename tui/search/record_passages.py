"""The passages of a record: every text of it that is shown, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui.record.entities import display_name, entities, is_vietnamese, person_name, photo_word
from tui.record.groups import Group, participant_groups
from tui.record.model import Agreement, Entity, Organization, Person, Record, YearOrDate
from tui.search.passages import PaneName, Passage, Passages, Reference
from tui.text.dates import short_date


def record_passages(record: Record, groups: tuple[Group, ...] | None = None) -> Passages:
    """Return the passages of ``record``, pane after pane, in the order in which they are shown.

    ``groups`` are its participants' if the caller has them already: sorting thousands takes time.
    """
    maker = _Maker(record, participant_groups(record) if groups is None else groups)
    year = record.event.start_date.year
    return Passages(
        (*maker.article(), *maker.participants(), *maker.agreements(), *maker.photos()),
        abbreviations=record.abbreviations,
        year=year,
    )


def period(agreement: Agreement) -> str:
    """Return the years an agreement runs, such as ``2021–2025``; empty when it gives none."""
    ends = [_moment(end) for end in (agreement.valid_from, agreement.valid_through)]
    if not any(ends):
        return ""
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def _moment(moment: YearOrDate | None) -> str:
    if moment is None:
        return ""
    return short_date(moment) if isinstance(moment, date) else str(moment)


class _Maker:
    """Makes the passages of one record."""

    def __init__(self, record: Record, groups: tuple[Group, ...]) -> None:
        self.record = record
        self.groups = groups
        self.entities: dict[str, Entity] = entities(record)
        self.vietnamese = is_vietnamese(record)
        word = photo_word(record)
        self.photo_labels = {
            photo.id: f"{word} {number}" for number, photo in enumerate(record.photos, 1)
        }
        self.captions = {photo.id: photo.caption for photo in record.photos}

    def named(self, pane: PaneName, item: str, field: str, id_or_name: str) -> Passage:
        """Return a passage that is the name of a thing, tied to it when given by its id."""
        entity = self.entities.get(id_or_name)
        if entity is None:
            return Passage(pane, item, field, id_or_name)
        name = display_name(entity)
        return Passage(pane, item, field, name, (Reference(0, len(name), entity.id),))

    def own(self, pane: PaneName, item: str, field: str, text: str) -> Passage:
        """Return a passage that is what ``item`` is itself called."""
        return Passage(pane, item, field, text, (Reference(0, len(text), item),))

    def article(self) -> Iterator[Passage]:
        headline = self.record.article.headline
        if headline:
            yield Passage("article", "article", "headline", headline)
        for number, block in enumerate(self.record.article.body):
            item = f"body[{number}]"
            if block.text:
                yield Passage("article", item, "text", block.text)
            if block.by:
                yield self.named("article", item, "by", block.by)
            for i, text in enumerate(block.items):
                yield Passage("article", item, f"items[{i}]", text)
            for i, photo in enumerate(block.photos):
                yield from self.article_photo(item, f"photos[{i}]", photo)
        yield from self.appendix()

    def article_photo(self, item: str, field: str, photo: str) -> Iterator[Passage]:
        label = self.photo_labels[photo]
        caption = self.captions[photo]
        text = f"{label}. {caption}" if caption else label
        yield Passage("article", item, field, text, (Reference(0, len(label), photo),))

    def appendix(self) -> Iterator[Passage]:
        """Yield what stands behind the article: documents, notes, the event, its source …"""
        for document in self.record.documents:
            yield self.own("article", document.id, "name", document.name)
            if document.issuer:
                yield self.named("article", document.id, "issuer", document.issuer)
        for number, note in enumerate(self.record.notes):
            yield Passage("article", f"notes[{number}]", "text", note.text)
        yield from self.event()
        yield from self.source()
        for number, related in enumerate(self.record.related):
            item = f"related[{number}]"
            yield Passage("article", item, "title", related.title)
            if related.url:
                yield Passage("article", item, "url", related.url)
        for number, abbreviation in enumerate(self.record.abbreviations):
            item = f"abbreviations[{number}]"
            yield Passage("article", item, "short", abbreviation.short)
            yield Passage("article", item, "long", abbreviation.long)

    def event(self) -> Iterator[Passage]:
        event = self.record.event
        yield Passage("article", "event", "name", event.name)
        days = [short_date(event.start_date)]
        if event.end_date and event.end_date != event.start_date:
            days.append(short_date(event.end_date))
        yield Passage("article", "event", "start_date", " – ".join(days))
        if event.location:
            yield Passage("article", "event", "location", event.location)
        if event.organizer:
            yield self.named("article", "event", "organizer", event.organizer)
        for i, keyword in enumerate(event.keywords):
            yield Passage("article", "event", f"keywords[{i}]", keyword)

    def source(self) -> Iterator[Passage]:
        source = self.record.source
        if source.publisher:
            yield self.named("article", "source", "publisher", source.publisher)
        if source.title:
            yield Passage("article", "source", "title", source.title)
        if source.url:
            yield Passage("article", "source", "url", source.url)
        if source.date_published:
            yield Passage("article", "source", "date_published", short_date(source.date_published))
        if source.note:
            yield Passage("article", "source", "note", source.note)

    def participants(self) -> Iterator[Passage]:
        for group in self.groups:
            for member in group.members:
                yield from self.participant(member)

    def participant(self, member: Person | Organization) -> Iterator[Passage]:
        name = person_name(member) if isinstance(member, Person) else member.name
        yield self.own("participants", member.id, "name", name)
        if isinstance(member, Person):
            for i in range(len(member.positions)):
                yield self.position(member, i)
        for i, alternate in enumerate(member.alternate_names):
            yield self.own("participants", member.id, f"alternate_names[{i}]", alternate)

    def position(self, person: Person, index: int) -> Passage:
        """Return an office as one reads it: ``Nguyên Chủ tịch Viện Hàn lâm …``."""
        position = person.positions[index]
        text = position.title
        if position.former:
            text = f"nguyên {text}" if self.vietnamese else f"former {text}"
        text = text[:1].upper() + text[1:]
        field = f"positions[{index}]"
        if not position.organization:
            return Passage("participants", person.id, field, text)
        text += " " if self.vietnamese else ", "
        tail = self.named("participants", person.id, field, position.organization)
        references = tuple(
            Reference(len(text) + r.start, len(text) + r.end, r.id) for r in tail.references
        )
        return Passage("participants", person.id, field, text + tail.text, references)

    def agreements(self) -> Iterator[Passage]:
        organizer = self.record.event.organizer
        for agreement in self.record.agreements:
            item = agreement.id
            parties = [
                (self.named("agreements", item, f"parties[{i}]", party), party == organizer)
                for i, party in enumerate(agreement.parties)
            ]
            yield from (passage for passage, organizes in parties if not organizes)
            name = display_name(agreement)
            yield self.own("agreements", item, "name", name)
            if agreement.kind and agreement.kind != name:
                yield Passage("agreements", item, "kind", agreement.kind)
            if years := period(agreement):
                yield Passage("agreements", item, "period", years)
            yield from (passage for passage, organizes in parties if organizes)
            for i, subject in enumerate(agreement.about):
                yield Passage("agreements", item, f"about[{i}]", subject)
            if agreement.signed:
                yield Passage("agreements", item, "signed", short_date(agreement.signed))

    def photos(self) -> Iterator[Passage]:
        for photo in self.record.photos:
            yield self.own("photos", photo.id, "number", self.photo_labels[photo.id])
            if photo.caption:
                yield Passage("photos", photo.id, "caption", photo.caption)
            for i, depicted in enumerate(photo.depicts):
                yield self.named("photos", photo.id, f"depicts[{i}]", depicted)
            if photo.credit:
                yield Passage("photos", photo.id, "credit", photo.credit)
            if photo.file:
                yield Passage("photos", photo.id, "file", photo.file)
