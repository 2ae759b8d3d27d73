"""The review of a draft: where the reader is among its entries and what was decided, as a value.

Each step returns another review. What is doubtful comes first, and a decision goes on to the next.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from tui.draft import changes, days, words
from tui.draft.entries import Entry, Facts, ThingKind, entries, place_of
from tui.draft.finding.scan import Place
from tui.draft.model import Draft

_NEW_KINDS: tuple[ThingKind, ...] = ("person", "organization", "document")


class Review(Struct, frozen=True):
    """A draft under review.

    ``order`` are all entries, the doubtful ones first; ``at`` is the current one's index. What was
    ``kept`` and ``left_out`` is decided; ``new`` was added here. ``merging`` is what is to be
    merged with the entry that the reader goes to; ``selecting`` are words of the article that the
    reader selects by keys. ``past`` are the reviews before, for undoing;
    ``found`` is the draft as it was made.
    """

    draft: Draft
    order: tuple[Entry, ...]
    found: Draft
    at: int = 0
    kept: frozenset[Entry] = frozenset()
    left_out: frozenset[Entry] = frozenset()
    new: frozenset[Entry] = frozenset()
    merging: Entry | None = None
    selecting: Place | None = None
    past: tuple[Review, ...] = ()

    @property
    def current(self) -> Entry:
        """The entry that the reader is on."""
        return self.order[self.at]

    @property
    def left(self) -> tuple[Entry, ...]:
        """The doubtful entries that are not decided."""
        decided = self.kept | self.left_out
        facts = dict(entries(self.draft))
        return tuple(
            entry
            for entry in self.order
            if entry not in decided and (entry in self.new or facts[entry].doubt)
        )

    @property
    def facts(self) -> dict[Entry, Facts]:
        """What is known of each entry; of those left out, what they were when they were found."""
        return {**dict(entries(self.found)), **dict(entries(self.draft))}


def start(draft: Draft) -> Review:
    """Return the review of a draft, at the first doubtful entry."""
    nowhere = Place(-1, 0, 0)
    found = sorted(entries(draft), key=lambda one: (not one[1].doubt, one[1].place or nowhere))
    return Review(draft, tuple(entry for entry, _facts in found), draft)


def go_to(review: Review, entry: Entry) -> Review:
    """Return the review at an entry."""
    return replace(review, at=review.order.index(entry)) if entry in review.order else review


def step(review: Review, steps: int) -> Review:
    """Return the review at the next doubtful entry or the one before; where none is left, at any.

    While merging the steps go over all entries of the same kind.
    """
    wanted: set[Entry]
    if review.merging:
        kind = review.merging.kind
        wanted = {e for e in review.order if e.kind == kind and e not in review.left_out}
        wanted.discard(review.merging)
    else:
        wanted = set(review.left)
    wanted = wanted or set(review.order)
    at = review.at
    for _ in review.order:
        at = (at + steps) % len(review.order)
        if review.order[at] in wanted:
            return replace(review, at=at)
    return review


def keep(review: Review) -> Review:
    """Keep the current entry as it is and go on; while merging, merge with it."""
    if review.merging:
        return _merge(review)
    if review.selecting:
        return add(review, review.selecting)
    entry = review.current
    if entry in review.left_out:
        return review
    draft = changes.without_doubt(review.draft, entry)
    kept, left_out = review.kept | {entry}, review.left_out - {entry}
    return _on(_remember(review, draft, kept=kept, left_out=left_out))


def leave_out(review: Review) -> Review:
    """Leave the current entry out and go on; name and day of the event cannot be left out."""
    if review.selecting:
        return undo(review)
    entry = review.current
    if entry.kind in ("name", "date") or entry in review.left_out or review.merging:
        return review
    draft = changes.without(review.draft, entry)
    if entry in review.new:  # as if it had never been added
        order = tuple(one for one in review.order if one != entry)
        without = replace(review, at=min(review.at, len(order) - 1))
        return _on(replace(_remember(without, draft, order=order), new=review.new - {entry}))
    return _on(_remember(review, draft, left_out=review.left_out | {entry}))


def keep_rest(review: Review) -> Review:
    """Keep all that is left."""
    draft = review.draft
    for entry in review.left:
        draft = changes.without_doubt(draft, entry)
    return _remember(review, draft, kept=review.kept | set(review.left))


def undo(review: Review) -> Review:
    """Undo the last change; while merging or selecting, only that."""
    if review.selecting:
        return without_selection(review)
    if review.merging:
        return replace(go_to(review, review.merging), merging=None)
    if not review.past:
        return review
    return replace(review.past[-1], past=review.past[:-1])


def move_edge(review: Review, *, right: bool, step: int) -> Review:
    """Move an edge of what is selected, or of the current entry, by a word."""
    if review.selecting:
        article = review.draft.article
        moved = words.with_edge(article, review.selecting, right=right, step=step)
        return replace(review, selecting=moved or review.selecting)
    return _change(
        review,
        lambda draft, entry: changes.with_edge(draft, entry, right=right, step=step),
    )


def change_role(review: Review) -> Review:
    """Give the current entry the next role; what was added here, the next kind.

    The day becomes the next one that the article tells.
    """
    entry = review.current
    if entry.kind == "date":
        return _change(review, lambda draft, _entry: days.with_next_day(draft))
    if entry in review.new and entry.kind in _NEW_KINDS:
        return _other_kind(review, entry)
    return _change(review, changes.with_next_role)


def start_merging(review: Review) -> Review:
    """Begin to merge the current person or organisation with another; again, merge."""
    if review.merging:
        return _merge(review)
    current = review.current
    alike = {e for e in review.order if e.kind == current.kind and e not in review.left_out}
    if current.kind not in ("person", "organization") or not alike - {current}:
        return review
    return step(replace(review, merging=current), 1) if current in alike else review


def select(review: Review, at: Place, direction: int = 1) -> Review:
    """Select the first word from a place on; backwards, the last one before it."""
    word = words.word_from(review.draft.article, at, direction)
    return review if word is None or review.merging else replace(review, selecting=word)


def without_selection(review: Review) -> Review:
    """Select nothing."""
    return replace(review, selecting=None)


def move_selection(review: Review, step: int) -> Review:
    """Select the word after what is selected, or the one before."""
    here = review.selecting
    if here is None:
        return review
    return select(review, Place(here.block, here.end, here.end) if step > 0 else here, step)


def day_from(review: Review, place: Place) -> Review | None:
    """Take the day of the event from words of the article; ``None`` if they tell no day."""
    draft = days.with_day_at(review.draft, place)
    return _with_day(review, draft) if draft else None


def give_day(review: Review, day: date) -> Review:
    """Take the day of the event that the reader gives."""
    return _with_day(review, days.with_given_day(review.draft, day))


def _with_day(review: Review, draft: Draft) -> Review:
    entry = next(one for one in review.order if one.kind == "date")
    at_day = replace(go_to(review, entry), selecting=None)
    return _remember(at_day, draft, kept=review.kept - {entry})


def add(review: Review, place: Place) -> Review:
    """Add a person who is named by the words at ``place``, and go there."""
    key = 1 + max(entry.key for entry in review.order)
    entry = Entry("person", key)
    review = replace(review, selecting=None)
    draft = changes.with_new(review.draft, "person", key, place)
    order = (*review.order[: review.at], entry, *review.order[review.at :])
    return _remember(review, draft, order=order, new=review.new | {entry})


def _merge(review: Review) -> Review:
    merging, into = review.merging, review.current
    if merging is None or merging == into or merging.kind != into.kind:
        return undo(review)
    draft = changes.merged(review.draft, merging, into)
    before = replace(go_to(review, merging), merging=None)
    left_out = review.left_out | {merging}
    kept = review.kept | {into}
    return _on(_remember(before, draft, left_out=left_out, kept=kept))


def _other_kind(review: Review, entry: Entry) -> Review:
    kinds = _NEW_KINDS
    place = place_of(review.draft, entry)
    kind = next(k for i, k in enumerate(kinds) if kinds[i - 1] == entry.kind)
    if place is None:
        return review
    draft = changes.with_new(changes.without(review.draft, entry), kind, entry.key, place)
    other = Entry(kind, entry.key)
    order = tuple(other if one == entry else one for one in review.order)
    return _remember(review, draft, order=order, new=(review.new - {entry}) | {other})


def _change(review: Review, change: Callable[[Draft, Entry], Draft]) -> Review:
    draft = change(review.draft, review.current)
    return review if draft == review.draft or review.merging else _remember(review, draft)


def _remember(
    review: Review,
    draft: Draft,
    *,
    order: tuple[Entry, ...] | None = None,
    kept: frozenset[Entry] | None = None,
    left_out: frozenset[Entry] | None = None,
    new: frozenset[Entry] | None = None,
) -> Review:
    """Return the review with another draft, and with itself to go back to."""
    return replace(
        review,
        draft=draft,
        order=review.order if order is None else order,
        kept=review.kept if kept is None else kept,
        left_out=review.left_out if left_out is None else left_out,
        new=review.new if new is None else new,
        past=(*review.past, replace(review, past=())),
    )


def _on(review: Review) -> Review:
    """Go on to the next doubtful entry, if one is left."""
    return step(review, 1) if review.left else review
