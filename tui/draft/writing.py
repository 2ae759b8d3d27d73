"""A draft as a commented event file.

Beside each thing stand the line and the words that it was read from; ``# ?`` is on what wants a
look; what is weak is a comment as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.draft.article import Block
from tui.draft.doubts import reason
from tui.draft.finding.scan import Place
from tui.draft.ids import Ids
from tui.draft.marks import DOUBT
from tui.draft.model import (
    Doubt,
    Draft,
    DraftAgreement,
    DraftOrganization,
    DraftPerson,
    DraftPosition,
)
from tui.locale import _

_WIDTH = 96
_AROUND = 24
_BULLET = re.compile(r"^[-–•+*·▪►●○◦]\s+")


def write(draft: Draft, source: str) -> str:
    """Return a draft as TOML; ``source`` is what the reader calls the article's file."""
    return "\n".join(_Writing(draft, source).lines()) + "\n"


class _Writing:
    def __init__(self, draft: Draft, source: str) -> None:
        self.draft = draft
        self.source = source
        self.ids = Ids(draft)
        self.place_of_body = {one.key: one.place for one in draft.organizations}
        self.named: dict[int, list[str]] = {}
        """The ids of the people whom a block names, by its index."""
        self.speaker: dict[int, tuple[str, Place]] = {}
        """Whose words a block is: an id, and where that is told."""
        for person in draft.people:
            for index in person.named_in:
                self.named.setdefault(index, []).append(self.ids.of[person.key])
            for quote in person.quotes:
                self.speaker[quote.block] = (self.ids.of[person.key], quote.place)

    def lines(self) -> Iterator[str]:
        """Yield the lines of the file."""
        yield "#:schema ./event.schema.json"
        told = _("A draft by ktcn-tui draft from {file}. A line that ends in “# ?” needs review.")
        yield f"# {told.format(file=self.source)}"
        yield from ("", "format = 1", "")
        yield from self._event()
        yield from self._source()
        yield from self._article()
        for person in self.draft.people:
            yield from self._person(person)
        for organization in self.draft.organizations:
            yield from self._organization(organization)
        for agreement in self.draft.agreements:
            table = list(self._agreement(agreement))
            yield from (f"# {line}" if line and agreement.weak else line for line in table)
        yield from self._photos()
        yield from self._others()

    def _from(self, place: Place | None, doubt: Doubt = "") -> str:
        """Return the comment at the end of a line: what is doubtful, then where it was read."""
        told = [reason(doubt)] if doubt else []
        if place is not None:
            told.append(self._quoted(place))
        if not told:
            return ""
        return f"  {DOUBT if doubt else '#'} {'; '.join(told)}"

    def _quoted(self, place: Place) -> str:
        block = self.draft.article.blocks[place.block]
        start, end = (
            max(0, place.start - _AROUND),
            min(len(block.text), place.end + _AROUND),
        )
        words = " ".join(block.text[start:end].split())
        shown = f"{'…' if start else ''}{words}{'…' if end < len(block.text) else ''}"
        return _("line {line}: {words}").format(line=block.line, words=shown)

    def _event(self) -> Iterator[str]:
        event = self.draft.event
        yield "[event]"
        yield f"id = {text(self.ids.event)}"
        yield f"name = {text(event.name)}{self._from(event.name_place, event.name_doubt)}"
        day = self._from(event.date_place, event.date_doubt)
        yield f"start_date = {event.start_date:%Y-%m-%d}{day}"
        if event.end_date:
            yield f"end_date = {event.end_date:%Y-%m-%d}{day}"
        if event.part_of_day:
            yield f"part_of_day = {text(event.part_of_day)}"
        if event.location:
            yield f"location = {text(event.location)}{self._from(event.location_place)}"
        if event.organizer is not None:
            place = self.place_of_body.get(event.organizer)
            yield f"organizer = {text(self.ids.of[event.organizer])}{self._from(place)}"

    def _source(self) -> Iterator[str]:
        article = self.draft.article
        if not (article.url or article.published):
            return
        yield from ("", "[source]")
        if article.headline:
            yield f"title = {text(article.headline)}"
        if article.url:
            yield f"url = {text(article.url)}"
        if article.published:
            yield f"date_published = {article.published:%Y-%m-%d}"

    # The article

    def _article(self) -> Iterator[str]:
        article = self.draft.article
        yield from ("", "[article]")
        if article.headline:
            yield f"headline = {text(article.headline)}"
        blocks = list(enumerate(article.blocks))[bool(article.headline) :]
        at = 0
        while at < len(blocks):
            kind = blocks[at][1].kind
            end = at + 1
            while kind in ("caption", "list") and end < len(blocks) and blocks[end][1].kind == kind:
                end += 1
            yield from self._blocks(blocks[at:end])
            at = end

    def _blocks(self, part: Sequence[tuple[int, Block]]) -> Iterator[str]:
        """Yield a block, or several captions or items of a list as one."""
        first, block = part[0]
        yield from ("", "[[article.body]]")
        if block.kind == "caption":
            photos = ", ".join(text(self.ids.photos[index]) for index, _block in part)
            yield from ('kind = "photos"', f"photos = [{photos}]")
        elif block.kind == "list":
            yield from ('kind = "list"', "items = [")
            yield from (f"  {wrapped(_BULLET.sub('', item.text))}," for _index, item in part)
            yield "]"
        else:
            if block.kind in ("heading", "quote"):
                yield f"kind = {text(block.kind)}"
            yield f"text = {wrapped(block.text)}"
            if (speaker := self.speaker.get(first)) and block.kind in ("paragraph", "quote"):
                yield f"by = {text(speaker[0])}{self._from(speaker[1])}"

    # Things

    def _person(self, person: DraftPerson) -> Iterator[str]:
        yield from ("", "[[people]]", f"id = {text(self.ids.of[person.key])}")
        yield f"name = {text(person.name)}{self._from(person.place, person.doubt)}"
        if person.honorific:
            yield f"honorific_prefix = {text(person.honorific)}"
        if person.other_names:
            yield f"alternate_names = {array(person.other_names)}"
        yield f"roles = {array(person.roles)}"
        if person.positions:
            yield "positions = ["
            yield from (
                f"  {self._position(one)},{self._from(one.place)}" for one in person.positions
            )
            yield "]"

    def _position(self, position: DraftPosition) -> str:
        parts = [f"title = {text(position.title)}"]
        if position.organization is not None:
            parts.append(f"organization = {text(self._reference(position.organization))}")
        if position.former:
            parts.append("former = true")
        return f"{{ {', '.join(parts)} }}"

    def _reference(self, organization: int | str) -> str:
        return organization if isinstance(organization, str) else self.ids.of[organization]

    def _organization(self, organization: DraftOrganization) -> Iterator[str]:
        yield from (
            "",
            "[[organizations]]",
            f"id = {text(self.ids.of[organization.key])}",
        )
        read = self._from(organization.place, organization.doubt)
        yield f"name = {text(organization.name)}{read}"
        if organization.other_names:
            yield f"alternate_names = {array(organization.other_names)}"
        yield f"roles = {array(organization.roles)}"

    def _agreement(self, agreement: DraftAgreement) -> Iterator[str]:
        yield from ("", "[[agreements]]")
        yield f"id = {text(self.ids.of[agreement.key])}"
        yield f"kind = {text(agreement.kind)}{self._from(agreement.place)}"
        parties = array(self.ids.of[key] for key in agreement.parties)
        yield f"parties = {parties}{self._from(None, agreement.doubt)}"
        if agreement.about:
            yield f"about = {array(agreement.about)}"
        if agreement.signed:
            yield f"signed = {agreement.signed:%Y-%m-%d}"
        if agreement.period:
            yield f"valid_from = {agreement.period[0]}"
            yield f"valid_through = {agreement.period[1]}"

    def _photos(self) -> Iterator[str]:
        for index, photo in self.ids.photos.items():
            block = self.draft.article.blocks[index]
            doubt: Doubt = "form of a caption" if block.doubt else ""
            yield from (
                "",
                "[[photos]]",
                f"id = {text(photo)}{self._from(Place(index, 0, 0), doubt)}",
            )
            yield f"caption = {text(block.text)}"
            if block.credit:
                yield f"credit = {text(block.credit)}"
            if named := self.named.get(index):
                yield f"depicts = {array(named)}"

    def _others(self) -> Iterator[str]:
        for document in self.draft.documents:
            yield from ("", "[[documents]]", f"id = {text(self.ids.of[document.key])}")
            yield f"name = {text(document.name)}{self._from(document.place, document.doubt)}"
            if document.issuer != "":
                yield f"issuer = {text(self._reference(document.issuer))}"
        for one in self.draft.abbreviations:
            yield from (
                "",
                "[[abbreviations]]",
                f"short = {text(one.short)}{self._from(one.place, one.doubt)}",
            )
            yield f"long = {text(one.long)}"


def text(value: str) -> str:
    """Return a basic string of TOML."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def array(values: Iterable[str]) -> str:
    """Return an array of strings on one line."""
    return f"[{', '.join(map(text, values))}]"


def wrapped(value: str) -> str:
    """Return a string of TOML whose lines are no wider than an editor; a long word stays whole."""
    if len(value) <= _WIDTH - 8:
        return text(value)
    lines: list[str] = []
    line: list[str] = []
    width = 0
    for word in text(value)[1:-1].split(" "):
        if line and width + len(word) > _WIDTH:
            lines.append(" ".join(line))
            line, width = [], 0
        line.append(word)
        width += len(word) + 1
    lines.append(" ".join(line))
    return '"""\n' + " \\\n".join(lines) + '"""'
