"""What part people and organisations take: who organises, who is a guest, who speaks, who signs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tui.draft import lexicon
from tui.draft.finding.bodies import Body
from tui.draft.finding.organizations import Organizations
from tui.draft.finding.people import FoundPerson, Seen
from tui.draft.finding.scan import Scanned
from tui.record.model import OrganizationRole, PersonRole

_FIRST_BLOCKS = 5
_SPEECH_AFTER = 60
_FARTHEST = 1_000
"""A sentence is looked at no farther than this from a name, or many names would be square work."""
_LONGEST_JOINT = 200


class Organizing:
    """Which organisations hold the event: indices of organisations, the first named first."""

    def __init__(self, blocks: Sequence[Scanned], organizations: Organizations) -> None:
        self.organizations = organizations
        self.found: dict[int, None] = {}
        told = [block for block in blocks if block.block.kind in ("headline", "paragraph")]
        for block in told[: _FIRST_BLOCKS + 1]:
            self._before_the_verb(block)
            self._after_by(block)
        for block in told:
            self._visited(block)
        for block in told[:_FIRST_BLOCKS]:
            self._at_a_body(block)

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
                in_brackets = block.text[body.start - 1 : body.start] == "("
                end = body.start - in_brackets
                if not in_brackets:  # else it only says of what the other is a part
                    theirs.append(body)
            for body in reversed(theirs):
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

    def _visited(self, block: Scanned) -> None:
        for body in block.bodies:
            before = block.text[max(0, body.start - 50) : body.start]
            if lexicon.form("roles.visits").search(before):
                self._add(block, body)
        for mention in block.mentions:
            after = block.text[mention.name.end : mention.name.end + 140]
            if lexicon.form("roles.receives").match(after):
                held = [office.body for office in mention.offices if office.body]
                self._add(block, held[-1] if held else None)

    def _at_a_body(self, block: Scanned) -> None:
        """*tại trường Đại học X đã diễn ra lễ ký kết*: the body in whose house it is."""
        if self.found:
            return
        for body in block.bodies:
            before = block.text[max(0, body.start - 5) : body.start]
            after = block.text[body.end : body.end + 60]
            if before.endswith("tại ") and lexicon.form("roles.takes_place").match(after):
                self._add(block, body)


def _joined(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but joining words stands between a body and a verb or another body."""
    if end - start > _LONGEST_JOINT:
        return False
    return lexicon.form("roles.joined").fullmatch(text, start, end) is not None


def own_house(blocks: Sequence[Scanned], organizations: Organizations) -> int | None:
    """Return the organisation whose own news this is: the one it calls *Nhà trường*."""
    for block in blocks:
        for body in block.bodies:
            if body.head == "nhà trường":
                return organizations.of(block.text, body)
    return None


def person_roles(
    person: FoundPerson,
    organizations: Organizations,
    organizing: Sequence[int],
    signing: bool,
) -> tuple[PersonRole, ...]:
    """Return the parts a person takes, in the order of the format."""
    roles: set[PersonRole] = set()
    for seen in person.seen + person.given:
        if _speaks(seen):
            roles.add("speaker")
        if not seen.mention.name.given and _is_guest(seen):
            at_home = side_of(seen, organizations) in organizing
            roles.add("organizer-side" if at_home else "guest")
        if not seen.mention.name.given and _receives(seen):
            roles.add("organizer-side")
        if signing and _signs(seen):
            roles.add("signatory")
    if "organizer-side" in roles:
        roles.discard("guest")
    if any(lexicon.form("roles.presides").match(_around(seen)[1]) for seen in person.seen):
        roles.discard("guest")
        roles.add("organizer-side")
    if not roles & {"guest", "organizer-side"}:
        side = _side(person, organizations, organizing)
        if side == "organizer-side" or (side == "guest" and roles):
            roles.add(side)
    order: tuple[PersonRole, ...] = ("organizer-side", "guest", "speaker", "signatory")
    return tuple(role for role in order if role in roles) or ("mentioned",)


def _around(seen: Seen) -> tuple[str, str]:
    """Return the sentence of a mention before the name, and what follows its offices."""
    name, text = seen.mention.name, seen.block.text
    start, end = seen.block.sentences.span(name.left)
    after = max([name.end, *(office.end for office in seen.mention.offices)])
    after = max(name.end, after if after >= name.end else name.end)
    before = text[max(start, name.left - _FARTHEST) : name.left]
    return before, text[after : min(max(end, after), after + _FARTHEST)]


def _speaks(seen: Seen) -> bool:
    before, after = _around(seen)
    if lexicon.form("roles.says_after").match(after[:_SPEECH_AFTER]):
        return True
    if lexicon.form("roles.says_before").search(before) and not before.rstrip().endswith("cho"):
        return True
    caption = seen.block.block.kind == "caption"
    if not caption and lexicon.form("roles.according_to").search(before[-80:]):
        return True
    quoted = re.search(r"[”\"]\s?[-–,.]?\s?[^.”\"]{0,40}$", before)
    return bool(quoted and lexicon.form("roles.quoted").match(after))


def _is_guest(seen: Seen) -> bool:
    before, after = _around(seen)
    return bool(
        lexicon.form("roles.guest_before").search(before)
        or lexicon.form("roles.guest_after").match(after)
        or (re.search(r"\bdo $", before) and lexicon.form("roles.leads").match(after))
    )


def _receives(seen: Seen) -> bool:
    """*Tiếp đoàn có A*: A is of the house."""
    return lexicon.form("roles.host_before").search(_around(seen)[0]) is not None


def side_of(seen: Seen, organizations: Organizations) -> int | None:
    """Return the organisation on whose side someone is: *Về phía Trường X có A, Hiệu trưởng*."""
    name, text = seen.mention.name, seen.block.text
    start = max(seen.block.sentences.span(name.left)[0], name.left - _FARTHEST)
    found = None
    for body in seen.block.bodies_within(start, name.left):
        if lexicon.form("roles.side").search(text, max(start, body.start - 30), body.start):
            found = organizations.of(text, body)
    return found


def _signs(seen: Seen) -> bool:
    before, after = _around(seen)
    return bool(
        lexicon.form("roles.signs_after").match(after[:130])
        or lexicon.form("roles.signs_before").search(before)
    )


def _side(
    person: FoundPerson, organizations: Organizations, organizing: Sequence[int]
) -> PersonRole | None:
    """Tell on which side a person is, by the bodies of the offices held."""
    holders = [organizations.of(block.text, office.body) for block, office in person.offices]
    known = [index for index in holders if index is not None]
    if not organizing:
        return None
    if any(index in organizing for index in known):
        return "organizer-side"
    if not person.offices:
        return None
    bare = [office for _, office in person.offices if office.body is None]
    if len(bare) == len(person.offices):
        return "organizer-side" if lexicon.phrase_key(bare[0].title) in _HEADS_OF_HOUSES else None
    names = [organizations.found[index].names for index in organizing]
    if any(
        lexicon.phrase_key(organizations.found[index].name).endswith((" tỉnh", " thành phố"))
        for index in known
    ):
        return None
    places = {place for own in names for name in own for place in _places_in(name)}
    theirs = {
        place
        for index in known
        for name in organizations.found[index].names
        for place in _places_in(name)
    }
    return "organizer-side" if places & theirs else "guest"


_HEADS_OF_HOUSES = frozenset(("hiệu trưởng", "phó hiệu trưởng", "viện trưởng", "giám đốc"))


def _places_in(name: str) -> set[str]:
    words = lexicon.phrase_key(re.sub(r"[-–.,]", " ", name)).split()
    found = set()
    for start in range(len(words)):
        for count in (2, 3):
            phrase = " ".join(words[start : start + count])
            if phrase in lexicon.keys("places", "provinces") and phrase != "việt nam":
                found.add(phrase)
    return found


def organization_roles(
    index: int, organizing: Sequence[int], parties: set[int]
) -> tuple[OrganizationRole, ...]:
    """Return the parts an organisation takes."""
    roles: list[OrganizationRole] = []
    if index in organizing:
        roles.append("organizer")
    if index in parties:
        roles.append("party")
    return tuple(roles) or ("mentioned",)
