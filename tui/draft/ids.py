"""Ids of the things of a draft: made of their names, unique in the file."""

from __future__ import annotations

import re

from tui.draft.model import Draft, DraftOrganization, DraftPerson
from tui.text.folding import fold

_LONGEST = 48
_OTHER = re.compile(r"[^a-z0-9]+")


class Ids:
    """The ids of a draft: of the event, of things by key, of photos by the index of their block."""

    def __init__(self, draft: Draft) -> None:
        self._used: set[str] = set()
        self._next: dict[str, int] = {}
        things: tuple[DraftPerson | DraftOrganization, ...]
        things = (*draft.people, *draft.organizations)
        # Known ids first, so that none of them is taken by something else.
        self.of = {one.key: self._take(one.id) for one in things if one.id}
        self.event = self._new(draft.event.name, "su-kien")
        for one in things:
            if not one.id:
                self.of[one.key] = self._new(one.name, "ten")
        for agreement in draft.agreements:
            self.of[agreement.key] = self._new(agreement.kind, "thoa-thuan")
        for document in draft.documents:
            self.of[document.key] = self._new(document.name, "van-ban")
        self.photos = {
            index: self._new(f"photo-{number}", "photo")
            for number, index in enumerate(
                (i for i, block in enumerate(draft.article.blocks) if block.kind == "caption"),
                1,
            )
        }

    def _take(self, wanted: str) -> str:
        self._used.add(wanted)
        return wanted

    def _new(self, name: str, otherwise: str) -> str:
        base = _OTHER.sub("-", fold(name)).strip("-")[:_LONGEST].strip("-") or otherwise
        number = self._next.get(base, 1)
        wanted = base
        while wanted in self._used:
            number += 1
            wanted = f"{base}-{number}"
        self._next[base] = number
        return self._take(wanted)
