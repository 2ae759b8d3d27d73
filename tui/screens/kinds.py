"""What the kinds of entities are called on the screen."""

from __future__ import annotations

from tui.locale import N_, _
from tui.record.model import Agreement, Document, Entity, Organization, Person, Photo

_KINDS = {
    Person: N_("Person"),
    Organization: N_("Organisation"),
    Agreement: N_("Agreement"),
    Photo: N_("Photo"),
    Document: N_("Document"),
}


def kind_name(entity: Entity) -> str:
    """Return what the entity is, in a word."""
    return _(_KINDS[type(entity)])
