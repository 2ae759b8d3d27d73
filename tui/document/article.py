"""The first section: the article, and behind it what else the record says of the event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from tui.document.model import Group, Item, Kind, Reference, Section, Text
from tui.document.naming import Naming, photo_labels
from tui.document.relations import matrix_items
from tui.document.sections import SectionWords, section
from tui.document.words import BEHIND_THE_ARTICLE, PARTS_OF_DAY
from tui.locale import N_, _
from tui.record.model import Block, Entity, Record
from tui.text.written_dates import short_date

WORDS = SectionWords(
    title=N_("Article"),
    nothing=N_("This record has no article."),
    about=N_("The article. Names in it are stops for the cursor: Enter opens their cards."),
)


def of_record(record: Record, things: Mapping[str, Entity], _today: date) -> Section:
    """Return the article of a record as a section."""
    maker = _Article(record, Naming("article", things))
    behind = {
        "documents": maker.documents(),
        "notes": maker.notes(),
        "event": maker.event(),
        "relations": matrix_items(things),
        "source": maker.source(),
        "related": maker.related(),
        "abbreviations": maker.abbreviations(),
    }
    groups = [Group("body", tuple(maker.body()))]
    groups += [
        Group(name, tuple(items), _(BEHIND_THE_ARTICLE[name])) for name, items in behind.items()
    ]
    return section("article", groups, is_empty=not record.article.body)


class _Article:
    def __init__(self, record: Record, naming: Naming) -> None:
        self.record = record
        self.naming = naming
        self.photo_labels = photo_labels(record)
        self.captions = {photo.id: photo.caption for photo in record.photos}

    def body(self) -> Iterator[Item]:
        if headline := self.record.article.headline:
            text = self.naming.text("article", "headline", headline, "headline")
            yield Item("article", (text,))
        for number, block in enumerate(self.record.article.body):
            if texts := tuple(self._block(f"body[{number}]", block)):
                yield Item(f"body[{number}]", texts)

    def _block(self, item: str, block: Block) -> Iterator[Text]:
        naming = self.naming
        if block.text:
            kind: Kind = "paragraph"
            if block.kind == "heading" or block.kind == "quote":
                kind = block.kind
            yield naming.text(item, "text", block.text, kind)
        if block.by:
            yield naming.named(item, "by", block.by, "attribution")
        for i, entry in enumerate(block.items):
            yield naming.text(item, f"items[{i}]", entry, "entry")
        for i, photo in enumerate(block.photos):
            yield self._photo(item, f"photos[{i}]", photo)

    def _photo(self, item: str, field: str, photo: str) -> Text:
        name = self.photo_labels[photo]
        caption = self.captions[photo]
        words = f"{name}. {caption}" if caption else name
        reference = Reference(0, len(name), photo)
        return self.naming.text(item, field, words, "photo", references=(reference,))

    def documents(self) -> Iterator[Item]:
        for document in self.record.documents:
            texts = [self.naming.own(document.id, "name", document.name, "name")]
            if document.issuer:
                issuer = _("Issued by:")
                texts.append(
                    self.naming.named(document.id, "issuer", document.issuer, "detail", issuer)
                )
            yield Item(document.id, tuple(texts))

    def notes(self) -> Iterator[Item]:
        naming = self.naming
        for number, note in enumerate(self.record.notes):
            item = f"notes[{number}]"
            texts = [naming.text(item, "text", note.text, "entry")]
            event = self.record.event
            about = event.name if note.about == event.id else note.about
            texts.append(naming.named(item, "about", about, "detail", _("On:")))
            yield Item(item, tuple(texts))

    def event(self) -> Iterator[Item]:
        event = self.record.event
        naming = self.naming
        days = dict.fromkeys(short_date(day) for day in (event.start_date, event.end_date) if day)
        texts = [naming.text("event", "name", event.name, "fact")]
        texts.append(self._fact("event", "start_date", " – ".join(days), _("Date:")))
        if event.part_of_day:
            part = (_("Part of the day:"), _(PARTS_OF_DAY[event.part_of_day]))
            texts.append(naming.text("event", "part_of_day", "", "fact", " ".join(part)))
        if event.location:
            texts.append(self._fact("event", "location", event.location, _("Place:")))
        if event.organizer:
            title = _("Organiser:")
            texts.append(naming.named("event", "organizer", event.organizer, "fact", title))
        if event.keywords:
            title = _("Keywords:")
            texts.append(naming.names("event", "keywords", event.keywords, "fact", title))
        yield Item("event", tuple(texts))

    def source(self) -> Iterator[Item]:
        source = self.record.source
        texts = []
        if source.publisher:
            title = _("Publisher:")
            texts.append(self.naming.named("source", "publisher", source.publisher, "fact", title))
        day = short_date(source.date_published) if source.date_published else ""
        for field, words, label in (
            ("title", source.title, ""),
            ("url", source.url, ""),
            ("date_published", day, _("Published:")),
            ("note", source.note, ""),
        ):
            if words:
                texts.append(self._fact("source", field, words, label))
        if texts:
            yield Item("source", tuple(texts))

    def _fact(self, item: str, field: str, words: str, label: str) -> Text:
        return self.naming.text(item, field, words, "fact", label)

    def related(self) -> Iterator[Item]:
        for number, related in enumerate(self.record.related):
            item = f"related[{number}]"
            texts = [self.naming.text(item, "title", related.title, "name")]
            if related.url:
                texts.append(self.naming.text(item, "url", related.url, "detail"))
            yield Item(item, tuple(texts))

    def abbreviations(self) -> Iterator[Item]:
        for number, abbreviation in enumerate(self.record.abbreviations):
            words = f"{abbreviation.short} = {abbreviation.long}"
            item = f"abbreviations[{number}]"
            yield Item(item, (self.naming.text(item, "short", words, "fact"),))
