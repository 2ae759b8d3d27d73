"""Whom a person or an organisation of one event is in its archive."""

from __future__ import annotations

from array import array

from tui.archive.archive import Archive, Facet
from tui.archive.dossier import about
from tui.archive.dossier_events import local_ids
from tui.archive.schema import ORGANIZATION, PERSON
from tui.archive.store import EventRow
from tui.record.model import Record


def entity_of(archive: Archive, row: EventRow, record: Record, id_: str) -> Facet | None:
    """Return whom an id in the file of an event is in the archive; none for what is nobody."""
    store = archive.stores[row.shard]
    sql = "SELECT place, entities FROM event WHERE docid = ?"
    for place, blob in store.database.rows(sql, (row.docid,)):
        meant = {store.generics.entity(each, place) for each in array("I", bytes(blob))}
        for entity in store.entities(meant).values():
            if entity.sort in (ORGANIZATION, PERSON) and id_ in local_ids(
                store, entity, row, record
            ):
                return about(archive, entity.sort, entity.key)
    return None
