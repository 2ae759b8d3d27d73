"""What part people and organisations take: who is of the hosts, a guest, speaks, signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from tui.draft import lexicon
from tui.draft.finding.organizations import Organizations
from tui.draft.finding.organizing import is_said_of, presides
from tui.draft.finding.people import FoundPerson, Seen
from tui.record.model import OrganizationRole, PersonRole

_SPEECH_AFTER = 60
_LONGEST_LEAD = 200
_FARTHEST = 1_000
"""A sentence is looked at no farther than this from a name, or many names would be square work."""


class Hosts(Struct, frozen=True):
    """Who holds the event: indices of organisations; ``receive`` tells that they have guests."""

    organizations: tuple[int, ...] = ()
    receive: bool = False


def person_roles(
    person: FoundPerson, organizations: Organizations, hosts: Hosts, *, signing: bool, speaks: bool
) -> tuple[PersonRole, ...]:
    """Return the parts a person takes, in the order of the format.

    ``signing`` tells that something is signed, ``speaks`` that an office speaks that is theirs.
    """
    roles: set[PersonRole] = {"speaker"} if speaks else set()
    for seen in person.seen + person.given:
        if _speaks(seen):
            roles.add("speaker")
        if signing and _signs(seen):
            roles.add("signatory")
    at_home = _is_at_home(person, organizations, hosts)
    if at_home or any(presides(seen.block, seen.mention) for seen in person.seen):
        roles.add("organizer-side")
    elif any(map(_is_guest, person.seen)):
        roles.add("guest")
    if not roles & {"guest", "organizer-side"}:
        stands_for = {_stands_for(seen, organizations) for seen in person.seen}
        side = _side(person, organizations, hosts.organizations)
        if stands_for & set(hosts.organizations):
            side = "organizer-side"
        if side == "organizer-side" or (side == "guest" and roles):
            roles.add(side)
    order: tuple[PersonRole, ...] = ("organizer-side", "guest", "speaker", "signatory")
    return tuple(role for role in order if role in roles) or ("mentioned",)


def _is_at_home(person: FoundPerson, organizations: Organizations, hosts: Hosts) -> bool:
    """Tell whether a person is of the hosts: by a side, an office, or what is done."""
    for seen in person.seen:
        before, after = _around(seen)
        if _receives(seen) or any(
            lexicon.form(f"roles.{form}").match(after) for form in ("gives", "hosts_after")
        ):
            return True
        if lexicon.form("roles.for_hosts").search(before) and not any(map(_leads, person.seen)):
            return True
        if hosts.receive and lexicon.form("roles.with_hosts").search(before):
            return True
        if not _is_guest(seen):
            continue
        if side_of(seen, organizations) in hosts.organizations:
            return True
        if _is_of_their_place(before, organizations, hosts.organizations):
            return True
    return False


def _stands_for(seen: Seen, organizations: Organizations) -> int | None:
    """*A, đại diện Trường B*: return the index of B."""
    text, end = seen.block.text, seen.mention.name.end
    match = lexicon.form("roles.stands_for").match(text, end)
    bodies = seen.block.bodies_within(match.end(), match.end() + 1) if match else []
    return organizations.of(text, bodies[0]) if bodies else None


def _is_of_their_place(before: str, organizations: Organizations, hosts: Sequence[int]) -> bool:
    """*Về phía tỉnh A có …*, where the committee of A holds the event."""
    sides = list(lexicon.form("roles.from_place").finditer(before))
    if not sides or re.search(r"\bphía\b", before[sides[-1].end() :]):
        return False
    place = lexicon.phrase_key(sides[-1][1])
    return any(
        lexicon.phrase_key(name).endswith(f" {place}")
        for index in hosts
        for name in organizations.found[index].names
    )


def _around(seen: Seen) -> tuple[str, str]:
    """Return the sentence of a mention before the name, and what follows its offices."""
    name, text = seen.mention.name, seen.block.text
    start, end = seen.block.sentences.span(name.left)
    after = max([name.end, *(office.end for office in seen.mention.offices)])
    after = max(name.end, after if after >= name.end else name.end)
    left = min([name.left, *(one.start for one in seen.mention.offices if one.end < name.start)])
    before = seen.block.lead[-_LONGEST_LEAD:] + text[max(start, left - _FARTHEST) : left]
    return before, text[after : min(max(end, after), after + _FARTHEST)]


def _speaks(seen: Seen) -> bool:
    before, after = _around(seen)
    if lexicon.form("roles.says_after").match(after[:_SPEECH_AFTER]):
        return True
    if is_said_of(seen.block, seen.mention, "roles.joint_saying"):
        return True
    if _signs(seen):
        return False  # *Thay mặt hai đơn vị, A và B đã ký*
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
        or _leads(seen)
    )


def _leads(seen: Seen) -> bool:
    """*Đoàn do A dẫn đầu*: A leads the guests."""
    before, after = _around(seen)
    return bool(
        re.search(r"\bdo (?:(?:[^.;]|\.(?=\S)){1,240}(?:và|cùng) )?$", before)
        and lexicon.form("roles.leads").match(after)
    )


def _receives(seen: Seen) -> bool:
    """*Tiếp đoàn có A*: A is of the house."""
    return lexicon.form("roles.host_before").search(_around(seen)[0]) is not None


def side_of(seen: Seen, organizations: Organizations) -> int | None:
    """Return the organisation on whose side someone is: *Về phía Trường X có A, Hiệu trưởng*."""
    name, text = seen.mention.name, seen.block.text
    start = max(seen.block.sentences.span(name.left)[0], name.left - _FARTHEST)
    found, surely, end = None, False, start
    for body in seen.block.bodies_within(start, name.left):
        match = lexicon.form("roles.side").search(text, max(start, body.start - 30), body.start)
        if match and (match["side"] or not surely):
            found, surely = organizations.of(text, body), bool(match["side"])
            end = body.end
    other = found is not None and re.search(r"\bphía\b", text[end : name.left])
    return None if other else found  # *về phía A có …; phía B có …*


def _signs(seen: Seen) -> bool:
    before, _after = _around(seen)
    return is_said_of(seen.block, seen.mention, "roles.signs_after") or bool(
        lexicon.form("roles.signs_before").search(before)
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
        title = lexicon.phrase_key(bare[0].title).removeprefix("quyền ")
        if title in _HEADS_OF_HOUSES:
            return "organizer-side"
        of_state = any(organizations.found[i].head in _OF_STATE for i in organizing)
        return "guest" if title in _LEADERS_OF_STATE and not of_state else None
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
    if places & theirs:
        return "organizer-side"
    heads = {organizations.found[index].head for index in known}
    of_government = any(organizations.found[i].head in _GOVERNMENTS for i in organizing)
    if of_government and not theirs and heads <= _DEPARTMENTS:
        return None
    of_ministry = any(organizations.found[i].head == "bộ" for i in organizing)
    return None if of_ministry and heads <= _OF_MINISTRIES else "guest"


_HEADS_OF_HOUSES = frozenset(("hiệu trưởng", "phó hiệu trưởng", "viện trưởng", "giám đốc"))


_LEADERS_OF_STATE = frozenset(
    deputy + title
    for deputy in ("", "phó ")
    for title in ("thủ tướng", "thủ tướng chính phủ", "chủ tịch nước", "chủ tịch quốc hội")
)
_OF_STATE = frozenset(("chính phủ", "văn phòng chính phủ", "quốc hội", "văn phòng quốc hội"))
_GOVERNMENTS = frozenset(("ubnd", "ủy ban nhân dân", "tỉnh ủy", "thành ủy"))
_OF_MINISTRIES = frozenset(("cục", "vụ", "tổng cục", "thanh tra", "văn phòng"))
_DEPARTMENTS = frozenset(("sở", "ban", "phòng", "thanh tra", "công an", "văn phòng"))


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
