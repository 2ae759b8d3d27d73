"""What the screen of a review shows: the article, and the list of what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.document.words import ROLES
from tui.draft.article import Article, BlockKind
from tui.draft.doubts import reason
from tui.draft.entries import Entry, EntryKind, Facts
from tui.draft.model import (
    Draft,
    DraftAbbreviation,
    DraftAgreement,
    DraftDocument,
    DraftOrganization,
    DraftPerson,
    DraftPosition,
)
from tui.draft.review import Review
from tui.locale import N_, _
from tui.widgets.flow import Block, Part, Spans

_KINDS: dict[EntryKind, str] = {
    "name": N_("Name of the event"),
    "date": N_("Date"),
    "place": N_("Place"),
    "person": N_("Person"),
    "organization": N_("Organisation"),
    "agreement": N_("Agreement"),
    "document": N_("Document"),
    "abbreviation": N_("Abbreviation"),
    "caption": N_("Caption"),
}
_LOOKS: dict[BlockKind, str] = {"headline": "title", "heading": "heading", "quote": "quote"}
_KEPT, _OUT, _LEFT = "✓ ", "✗ ", "? "


def article_blocks(article: Article) -> tuple[Block, ...]:
    """Return the blocks of the article; the key of each is its index."""
    return tuple(
        Block(
            (Part(block.text, index, _LOOKS.get(block.kind, "text"), _sign(block.kind)),),
            id=str(index),
            gap=1,
        )
        for index, block in enumerate(article.blocks)
    )


def _sign(kind: BlockKind) -> str:
    return {"caption": "▣ ", "list": "• "}.get(kind, "")


def found_spans(facts: Mapping[Entry, Facts], review: Review) -> dict[int, Spans]:
    """Return where things were found, by block: spans that touch are one."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for entry, fact in facts.items():
        whole = entry.kind in ("caption", "name")
        if fact.place and not whole and entry not in review.left_out:
            spans.setdefault(fact.place.block, []).append((fact.place.start, fact.place.end))
    return {block: tuple(_disjoint(sorted(found))) for block, found in spans.items()}


def _disjoint(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = spans[0]
    for first, last in spans[1:]:
        if first > end:
            yield start, end
            start = first
        end = max(end, last)
    yield start, end


def list_blocks(review: Review, facts: Mapping[Entry, Facts]) -> tuple[Block, ...]:
    """Return the list of entries: what is left, then all others, in their order."""
    left = set(review.left)
    blocks: list[Block] = []
    last = None
    for entry in review.order:
        fact = facts[entry]
        group = bool(fact.doubt or entry in review.new or entry in review.kept | review.left_out)
        if group != last and not (last is not None and group):
            heading = _("Needs review") if group else _("No review needed")
            blocks.append(
                Block((Part(heading, look="heading"),), gap=int(bool(blocks)), heading=True)
            )
            last = group
        blocks.append(_entry_block(entry, fact, review, entry in left))
    return tuple(blocks)


def _entry_block(entry: Entry, fact: Facts, review: Review, left: bool) -> Block:
    mark = _LEFT if left else "  "
    if entry in review.left_out:
        mark = _OUT
    elif entry in review.kept:
        mark = _KEPT
    parts = [Part(fact.name, look="title", prefix=mark, prefix_look="label")]
    parts += [Part(line, indent=2) for line in _details(entry, fact, review.draft)]
    return Block(tuple(parts), id=entry.id)


def _details(entry: Entry, fact: Facts, draft: Draft) -> Iterator[str]:
    thing = fact.thing
    told = [_(_KINDS[entry.kind])]
    if isinstance(thing, DraftPerson | DraftOrganization):
        told += [_(ROLES[role]) for role in thing.roles]
        if thing.other_names:
            told.append(_("also: {names}").format(names=" · ".join(thing.other_names)))
    yield " · ".join(told)
    if fact.doubt:
        yield reason(fact.doubt)
    names = {one.key: one.name for one in draft.organizations}
    if isinstance(thing, DraftPerson):
        yield from (_office(position, names) for position in thing.positions)
    elif isinstance(thing, DraftAgreement):
        yield " – ".join(names[key] for key in thing.parties if key in names)
    elif isinstance(thing, DraftDocument) and thing.issuer != "":
        yield names.get(thing.issuer, "") if isinstance(thing.issuer, int) else thing.issuer
    elif isinstance(thing, DraftAbbreviation):
        yield thing.long


def _office(position: DraftPosition, names: Mapping[int, str]) -> str:
    body = position.organization
    words = names.get(body, "") if isinstance(body, int) else body
    title = _("former {title}").format(title=position.title) if position.former else position.title
    return f"{title} · {words}" if words else title
