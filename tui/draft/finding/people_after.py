"""Whether the name of a person begins where that of a body might go on: *Bộ Công an Tô Lâm*."""

from __future__ import annotations

from msgspec import Struct

from tui.draft import lexicon
from tui.draft.finding.body_words import ends_with_place, heads
from tui.draft.finding.names import foreign_length, is_sure, person_length
from tui.draft.tokens import Tokens

_LARGE_UNITS = frozenset(("tỉnh", "huyện"))
_SMALL_UNITS = frozenset(("huyện", "quận", "xã", "phường", "trấn"))


class Beginning(Struct, frozen=True):
    """A word at ``index`` in the name of a body that has ``head``, and goes on from ``first``."""

    tokens: Tokens
    first: int
    index: int
    head: str

    def is_person(self, *, after_office: bool) -> bool:
        """Tell whether a person is named here; ``after_office`` tells that a title is before."""
        if self._is_vietnamese(after_office):
            return True
        return after_office and (self._is_hyphenated() or self._is_foreign())

    def _is_vietnamese(self, after_office: bool) -> bool:
        tokens, index = self.tokens, self.index
        count = person_length(tokens, index, marked=after_office)
        if not count:
            return False
        if index - self.first < 2 and self.head in heads("after_people"):
            return False
        if self._is_in_place():
            return False
        in_district = tokens[index - 1].key in _SMALL_UNITS or self.head in heads("of_districts")
        if count == 2 and in_district:
            return False
        if tokens[index - 1].key in ("mang", "giải", "thưởng"):
            return False
        if is_sure(tokens, index):
            return count >= 3 or after_office or index > self.first
        if not after_office:
            return False
        of_state = self.head in heads("of_state") and index > self.first
        known = tokens.phrase(index, 2) in lexicon.in_names()
        return count >= 3 or (of_state and not known)

    def _is_in_place(self) -> bool:
        """Tell whether a place is being named: *tỉnh Bo Ly Khăm Xay*, as *Bo* alone is none."""
        tokens, index = self.tokens, self.index
        if (
            index < 2
            or tokens[index - 1].small
            or tokens[index - 2].key not in _LARGE_UNITS
            or tokens.gap(index) != " "
        ):
            return False
        return not tokens.longest(index - 1, lexicon.places()) and tokens.gap(index - 1) == " "

    def _is_hyphenated(self) -> bool:
        """Tell whether a name such as *Park Sam-koo* begins here."""
        after = self.index + 2
        if after >= len(self.tokens) or self.index == self.first:
            return False
        return self.tokens.gap(after) == "-" and self.tokens[after].small

    def _is_foreign(self) -> bool:
        """Tell whether it stands after a country: *Bộ Công an Lào Vilay Lakhamphong*."""
        tokens, index = self.tokens, self.index
        if tokens[index].vietnamese or tokens[index].acronym or foreign_length(tokens, index) < 2:
            return False
        whole = index == self.first and self.head in heads("alone")
        return whole or ends_with_place(tokens, self.first, index)
