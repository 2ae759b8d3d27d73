"""The people and organisations of the event, in groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from tui.export.labels import GROUPS
from tui.locale import N_, _
from tui.panes.pane import Pane
from tui.record.model import Organization, Person
from tui.search.passages import PaneName, Passage
from tui.widgets.flow import Block, Part
from tui.widgets.item_list import ItemList

ROLES = {
    "organizer-side": N_("organiser's side"),
    "guest": N_("guest"),
    "speaker": N_("spoke"),
    "signatory": N_("signed"),
    "organizer": N_("organiser"),
    "party": N_("signing party"),
    "mentioned": N_("mentioned"),
}


def role_names(member: Person | Organization) -> str:
    """Return the parts that a participant had, in one line."""
    return ", ".join(_(ROLES[role]) for role in member.roles)


class ParticipantsPane(ItemList, Pane):
    """Who took part."""

    PANE: ClassVar[PaneName] = "participants"
    NUMBER: ClassVar[int] = 2
    HELP = N_("Who took part: people with their offices, and organisations.")

    def make_blocks(self) -> Iterator[Block]:
        items = self.items()  # in the order of the groups
        for number, group in enumerate(self.index.groups):
            yield Block((Part(_(GROUPS[group.name]), look="heading"),), gap=int(number > 0))
            for member, (item, passages) in zip(group.members, items, strict=False):
                yield Block((*self._parts(passages), *self._roles(member)), id=item)

    def _parts(self, passages: list[tuple[int, Passage]]) -> Iterator[Part]:
        for key, passage in passages:
            if passage.field == "name":
                yield Part(passage.text, key, "title")
            elif passage.field.startswith("positions"):
                yield Part(passage.text, key, "detail", "", 2)
            else:
                yield Part(passage.text, key, "detail", _("also:") + " ", 2)

    def _roles(self, member: Person | Organization) -> Iterator[Part]:
        """Yield the roles that the heading of the group does not tell already."""
        told = {"guest", "organizer-side", "party", "mentioned"}
        if roles := [role for role in member.roles if role not in told]:
            yield Part(", ".join(_(ROLES[r]) for r in roles), -1, "label", "· ", 2)
