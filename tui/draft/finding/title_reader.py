"""What follows the first words of a title: a field, a unit, another title, and the body."""

from __future__ import annotations

from tui.draft import lexicon
from tui.draft.finding.bodies import Body, body_at
from tui.draft.finding.names import foreign_length, person_length
from tui.draft.finding.titles import offices
from tui.draft.tokens import Tokens

_MOST_WORDS = 14
_NO_BRANDS = frozenset("tp tx hđqt hđtv bch tư tw".split())


class TitleReader:
    """Goes on from a title to its body, over the words of a field or a unit between them."""

    def __init__(self, tokens: Tokens, brands: frozenset[str], at: int, phrase: str) -> None:
        self.tokens = tokens
        self.brands = brands
        self.first = at
        self.at = at
        self.end = at
        self.unit = phrase in offices("units") | offices("deputies_of_units")
        self.of_deputies = phrase.startswith("trưởng đoàn")
        self.inspects = phrase in ("chánh thanh tra", "chánh văn phòng")
        self.of_committee = phrase in ("trưởng ban", "phó ban")
        self.of_business = "giám đốc" in phrase or phrase == "ceo"
        self.body: Body | None = None

    def read(self) -> None:
        """Read to the body, or as far as the title goes."""
        while self.at < len(self.tokens) and self.at - self.first < _MOST_WORDS:
            step = self._step()
            if not step or self.body:
                break
            self.at += step
        while self.end > self.first and self.tokens[self.end - 1].key in ("và", "của"):
            self.end -= 1

    def _step(self) -> int:
        tokens, at = self.tokens, self.at
        token = tokens[at]
        if token.gap != " " and not (
            token.gap in (" - ", " – ", " & ") and self.unit and at > self.first + 1
        ):
            return self._over_dash() if token.gap == "-" else 0
        if token.text in lexicon.words("people", "honorifics.short") and token.text != "CN":
            return 0
        if token.key == "kiêm":
            return self._second_title()
        units = lexicon.keys("places", "units")
        if at == self.first and self.inspects and (unit := tokens.longest(at, units)):
            self.end = at + unit
            return unit
        if token.key in ("của", "thuộc"):
            return self._of()
        if (count := tokens.longest(at, offices("after"))) and not self._is_body_here():
            self.end = at + count
            return count
        self.body = self._body_here()
        if self.body or person_length(tokens, at, marked=True):
            return 0
        return self._word()

    def _over_dash(self) -> int:
        return 0

    def _second_title(self) -> int:
        count = self.tokens.longest(self.at + 1, lexicon.offices())
        if not count and self.tokens.gap(self.at + 2) == " ":
            deputy = self.tokens.longest(self.at + 1, offices("deputy"))
            more = self.tokens.longest(self.at + 1 + deputy, lexicon.offices()) if deputy else 0
            count = deputy + more if more else 0
        if not count:
            return 0
        self.end = self.at + 1 + count
        return 1 + count

    def _of(self) -> int:
        after = self.at + 1
        if after >= len(self.tokens) or self.tokens.gap(after) != " ":
            return 0
        if body_at(self.tokens, after, after_office=True) or self._brand(after):
            return 1
        return 0

    def _is_body_here(self) -> bool:
        body = body_at(self.tokens, self.at, after_office=True)
        return body is not None and not body.bare

    def _body_here(self) -> Body | None:
        token = self.tokens[self.at]
        right_after = self.at == self.first
        if self.of_committee and right_after and self.tokens.phrase(self.at, 2) == "tổ chức":
            return None  # Trưởng Ban Tổ chức
        if self.unit and right_after and token.small:
            return None
        body = body_at(self.tokens, self.at, after_office=True)
        if body and not (body.bare and body.head not in lexicon.keys("bodies", "heads.stands_for")):
            return None if self.unit and right_after and token.small else body
        if self.tokens.phrase(self.at, 2) == "nhà trường":
            return Body(token.start, self.tokens[self.at + 1].end, "nhà trường", True)
        if self.unit and right_after:
            return None
        return self._brand(self.at)

    def _brand(self, at: int) -> Body | None:
        """Return the name of a body that is a brand or an acronym: Giám đốc CED."""
        tokens, token = self.tokens, self.tokens[at]
        whole = tokens.longest(at, lexicon.known_bodies()) if token.capital else 0
        if whole:
            return Body(token.start, tokens[at + whole - 1].end, "")
        known = token.text in self.brands or (token.acronym and len(token.text) > 2)
        foreign = token.capital and not token.vietnamese and not token.number and at == self.first
        if (
            not (known or foreign)
            or token.text in lexicon.words("words", "common_acronyms")
            or token.key in _NO_BRANDS
            or person_length(tokens, at)
        ):
            return None
        end = at + 1
        while end < len(tokens) and end - at < 6 and tokens.gap(end) == " ":
            following = tokens[end]
            unit = tokens.longest(end, lexicon.keys("places", "units"))
            if following.number and len(following.text) < 3 and tokens[end - 1].acronym:
                end += 1  # *Chính ủy BTLVCSB 3*
                break
            if not unit and (not following.capital or self._ends_brand(end)):
                break
            if following.text in lexicon.words("people", "honorifics.short"):
                break
            end += unit or 1
        strange = [
            at for at in range(at + 1, end) if not tokens[at].vietnamese and not tokens[at].acronym
        ]
        if token.acronym and len(strange) > 1 and strange[-1] == end - 1:
            end = strange[0]  # an acronym, then the name of a person who is no Vietnamese
        person = foreign and not token.acronym and foreign_length(tokens, at) >= end - at > 1
        if person and not self.of_business:
            return None  # the name of a person: Bộ trưởng Bounfeng Phoummalaysith
        return Body(token.start, tokens[end - 1].end, "")

    def _ends_brand(self, at: int) -> bool:
        return bool(person_length(self.tokens, at) or self.tokens.longest(at, lexicon.offices()))

    def _word(self) -> int:
        """Go over a word of a field or a unit: Giám đốc Đối ngoại, Trưởng phòng Đào tạo."""
        tokens, at = self.tokens, self.at
        token = tokens[at]
        names = lexicon.in_names()
        if token.capital and tokens.longest(at, lexicon.keys("people", "honorifics.address")):
            return 0
        if tokens.longest(at, lexicon.offices()) and not (self.unit and at == self.first):
            return 0
        if token.key == "các" and self.unit and at + 1 < len(tokens) and tokens[at + 1].capital:
            return 1  # Trưởng ban Quản lý các KCN
        if token.key == "và":
            following = at + 1
            if following < len(tokens) and tokens.gap(following) == " " and self.unit:
                good = tokens[following].capital or tokens.phrase(following, 2) in names
                stop = tokens.longest(following, lexicon.offices()) or person_length(
                    tokens, following
                )
                return int(bool(good and not stop))
            return 0
        if (count := tokens.longest(at, names, after=1)) and (self.unit or token.capital):
            self.end = at + count
            return count
        if token.capital:
            if not token.vietnamese and not token.acronym:
                return 0
            self.end = at + 1
            return 1
        unit = tokens.longest(at, lexicon.keys("places", "units"))
        if (
            self.unit and unit and (tokens[at - 1].acronym or self.of_deputies)
        ):  # Trưởng đoàn ĐBQH tỉnh
            self.end = at + unit + tokens.longest(at + unit, lexicon.places())
            return self.end - at
        if self.unit and tokens.longest(at, lexicon.keys("people", "offices.fields")):
            self.end = at + tokens.longest(at, lexicon.keys("people", "offices.fields"))
            return self.end - at
        return 0
