"""Which organisations hold the event: by verbs, by visits, by whose house it is in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from tui.draft import lexicon
from tui.draft.finding.bodies import Body
from tui.draft.finding.lists import lists_of_bodies
from tui.draft.finding.mentions import Mention
from tui.draft.finding.organizations import Organizations
from tui.draft.finding.scan import Scanned

_FIRST_BLOCKS = 5
_LONGEST_JOINT = 200
_FARTHEST_VISIT = 220
_BEFORE_LIST = 60
_JOINED_HOSTS = 3
"""So many people, joined by *và*, hold an event together."""
_AND = re.compile(r"(?: [Kk]hóa [XVI\d]+)?,?\s?(?:và|cùng)\s?|,\s?")
_IN_HOUSE = re.compile(r"\b[Tt]ại (?:[Tt]rụ sở |[Hh]ội trường )?$")


class Organizing:
    """Which organisations hold the event: indices of organisations, the first named first."""

    def __init__(self, blocks: Sequence[Scanned], organizations: Organizations) -> None:
        self.organizations = organizations
        self.found: dict[int, None] = {}
        self.receives = False
        """Whether the event is the reception of guests, at which *cùng dự* is said of the hosts."""
        told = [block for block in blocks if block.block.kind in ("headline", "paragraph")]
        for block in told[: _FIRST_BLOCKS + 1]:
            self._before_the_verb(block)
            self._after_by(block)
            self._organized_by(block)
        for block in told[:1]:
            if block.block.kind == "headline":
                self._gives_away(block)
        for block in told:
            self._visited(block)
        rules = (
            self._presided,
            self._at_a_body,
            self._received_at,
            self._of_anniversary,
            self._gives_away,
        )
        for rule in rules:
            for block in told[:_FIRST_BLOCKS]:
                if not self.found:
                    rule(block)

    def _add(self, block: Scanned, body: Body | None) -> None:
        index = self.organizations.of(block.text, body)
        if index is not None:
            self.found[index] = None

    def _before_the_verb(self, block: Scanned) -> None:
        """*A phối hợp với B tổ chức Hội thảo*: A and B."""
        bodies = list(block.bodies)
        ends = [body.end for body in bodies]
        for verb in lexicon.form("roles.organizes").finditer(block.text):
            end = verb.start()
            theirs = []
            for body in reversed(bodies[: bisect_right(ends, end)]):
                if not _joined(block.text, body.end, end):
                    break
                if block.text.endswith("tại ", 0, body.start):
                    break  # where it is held, not who holds it
                in_brackets = block.text[body.start - 1 : body.start] == "("
                end = body.start - in_brackets
                if not in_brackets:  # else it only says of what the other is a part
                    theirs.append(body)
            theirs.reverse()
            for body in _without_wholes(block.text, theirs):
                self._add(block, body)

    def _after_by(self, block: Scanned) -> None:
        """*Hội thảo do A tổ chức* is read by the verb; *đơn vị chủ trì: A* is not a sentence."""
        bodies = list(block.bodies)
        ends = [body.end for body in bodies]
        for match in lexicon.form("roles.received").finditer(block.text):
            before = bodies[max(0, bisect_right(ends, match.start()) - 1) :][:1]
            for body in before:
                if body.end <= match.start() and _joined(block.text, body.end, match.start()):
                    self._add(block, body)

    def _organized_by(self, block: Scanned) -> None:
        """*Được tổ chức bởi A, B và C*: all of that list."""
        for bodies in lists_of_bodies(block):
            before = block.text[max(0, bodies[0].start - _BEFORE_LIST) : bodies[0].start]
            if lexicon.form("roles.organized_by").search(before):
                for body in bodies:
                    self._add(block, body)

    def _of_anniversary(self, block: Scanned) -> None:
        """*Kỷ niệm 70 năm ngày thành lập A*: A keeps its own day."""
        for body in block.bodies:
            before = block.text[max(0, body.start - _BEFORE_LIST) : body.start]
            if lexicon.form("roles.anniversary").search(before):
                self._add(block, body)

    def _gives_away(self, block: Scanned) -> None:
        """*A bàn giao nhà, trao học bổng*: A gives."""
        for body in block.bodies:
            if lexicon.form("roles.gives_away").match(block.text, body.end):
                self._add(block, body)
                return

    def _visited(self, block: Scanned) -> None:
        for body in block.bodies:
            before = block.text[max(0, body.start - _FARTHEST_VISIT) : body.start]
            if lexicon.form("roles.visits").search(before):
                self._add(block, body)
        for mention in block.mentions:
            after = block.text[mention.name.end : mention.name.end + 140]
            if lexicon.form("roles.receives").match(after):
                self.receives = True
                held = _headed(mention)
                self._add(block, held[-1] if held else None)

    def _at_a_body(self, block: Scanned) -> None:
        """*tại trường Đại học X đã diễn ra lễ ký kết*: the body in whose house it is."""
        for body in block.bodies:
            before = block.text[max(0, body.start - 15) : body.start]
            after = block.text[body.end : body.end + 60]
            if _IN_HOUSE.search(before) and lexicon.form("roles.takes_place").match(after):
                self._add(block, body)
                return

    def _received_at(self, block: Scanned) -> None:
        """*tại trụ sở Bộ X, Thứ trưởng A đã có buổi tiếp B*: the body in whose house it is."""
        for body in block.bodies:
            before = block.text[max(0, body.start - 15) : body.start]
            after = block.text[body.end : body.end + 140]
            if _IN_HOUSE.search(before) and lexicon.form("roles.receives_at").match(after):
                self._add(block, body)
                self.receives = True
                return

    def _presided(self, block: Scanned) -> None:
        """*Buổi làm việc do A, Phó Chủ tịch UBND tỉnh, chủ trì*: the body of the last office."""
        for mention in block.mentions:
            held = _headed(mention)
            if held and presides(block, mention):
                self._add(block, held[-1])


def _headed(mention: Mention) -> list[Body]:
    """Return the bodies that someone heads or works for; a member of one does not speak for it."""
    return [
        office.body
        for office in mention.offices
        if office.body and not lexicon.phrase_key(office.title).startswith("ủy viên")
    ]


def _joined(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but joining words stands between a body and a verb or another body."""
    if end - start > _LONGEST_JOINT:
        return False
    return lexicon.form("roles.joined").fullmatch(text, start, end) is not None


def _without_wholes(text: str, bodies: Sequence[Body]) -> Iterator[Body]:
    """Leave out what a body is a part of: *Trường Đại học Khoa học, Đại học Huế*."""
    part = lexicon.form("roles.of_whole")
    before: Body | None = None
    for body in bodies:
        whole = before is not None and text[before.end : body.start].strip() in (",", "-", "–")
        if not (before and whole and part.match(before.head) and not part.match(body.head)):
            yield body
        before = body


def presides(block: Scanned, mention: Mention) -> bool:
    """Tell whether someone presides over the event, alone or joined with those named after."""
    return is_said_of(block, mention, "roles.presides")


def is_said_of(block: Scanned, mention: Mention, form: str) -> bool:
    """Tell whether a form follows someone, or those who are joined with them by *và*."""
    at = block.mentions.index(mention)
    for one, following in zip(
        block.mentions[at : at + _JOINED_HOSTS],
        (*block.mentions[at + 1 : at + 1 + _JOINED_HOSTS], None),
        strict=False,
    ):
        end = max([one.name.end, *(office.end for office in one.offices)])
        if lexicon.form(form).match(block.text, end, end + _LONGEST_JOINT):
            return True
        if following is None or not _AND.fullmatch(block.text[end : _start(following)]):
            return False
    return False


def _start(mention: Mention) -> int:
    """Return where a mention begins, with the offices before the name."""
    before = [one.start for one in mention.offices if one.end < mention.name.start]
    return min([mention.name.left, *before])


_OWN_HOUSES = frozenset(("bệnh viện", "trường", "học viện", "viện"))


def own_house(blocks: Sequence[Scanned], organizations: Organizations) -> int | None:
    """Return the organisation whose news this is: it says *Nhà trường*, *Bệnh viện*."""
    heads = Counter(one.head for one in organizations.found)
    for block in blocks:
        for body in block.bodies:
            if body.head == "nhà trường" or (body.bare and body.head in _OWN_HOUSES):
                house = organizations.of(block.text, body)
                if house is not None and (body.head == "nhà trường" or heads[body.head] == 1):
                    return house
    return None
