"""The tables of an index, for every engine: what is asked of an archive without reading its files.

``event`` is in the order of days: so are its docids, with gaps between days for events that come
later; ``entities`` are the numbers of all that the event has of ``entity``, and ``periods`` the
first and last days of its agreements, by which facets are counted without a look elsewhere.
``entity`` holds all that events are narrowed by, of five sorts: organisations, people, kinds of
agreements, places and years. Days are ordinals, as :meth:`datetime.date.toordinal` counts them.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

VERSION = 5
"""Of the tables and of the terms; an index of another one is rebuilt."""

Sort: TypeAlias = Literal["o", "p", "k", "l", "y"]
ORGANIZATION: Sort = "o"
PERSON: Sort = "p"
KIND: Sort = "k"
PLACE: Sort = "l"
YEAR: Sort = "y"
SORTS = "opkly"
"""The sorts. The number of an entity is :data:`STEP` times another, and the place of its sort."""
STEP = 8

TABLES = """
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE folder(id {integer} PRIMARY KEY, path {blob} NOT NULL UNIQUE, modified {integer});
CREATE TABLE file(
  folder {integer}, name {blob}, size {integer}, modified {integer}, inode {integer},
  docid {integer}, PRIMARY KEY(folder, name)){clustered};
CREATE TABLE event(
  docid {integer} PRIMARY KEY, day {integer}, id TEXT, name TEXT, place {integer},
  folder {integer}, file {blob}, people {integer}, organizations {integer},
  agreements {integer}, photos {integer}, entities {blob}, periods {blob}{terms});
CREATE TABLE dead(docid {integer} PRIMARY KEY, day {integer});
CREATE TABLE entity(
  id {integer} PRIMARY KEY, sort TEXT, key TEXT, name TEXT, n {integer}, UNIQUE(sort, key));
CREATE TABLE spelling(
  entity {integer}, name TEXT, n {integer}, PRIMARY KEY(entity, name)){clustered};
CREATE TABLE generic(
  generic {integer}, place {integer}, entity {integer}, PRIMARY KEY(generic, place)){clustered};
CREATE TABLE agreement(
  id {integer} PRIMARY KEY, docid {integer}, local TEXT, name TEXT, kind {integer},
  start {integer}, through {integer}, period TEXT);
CREATE TABLE party(
  entity {integer}, through {integer}, agreement {integer}, place {integer},
  PRIMARY KEY(entity, through, agreement)){clustered};
CREATE TABLE position(
  person {integer}, day {integer}, docid {integer}, organization {integer}, title TEXT,
  former {integer}, PRIMARY KEY(person, day, docid, organization, title, former)){clustered};
CREATE TABLE photo(
  entity {integer}, docid {integer}, number {integer},
  PRIMARY KEY(entity, docid, number)){clustered};
CREATE TABLE word(folded TEXT, written TEXT, PRIMARY KEY(folded, written)){clustered};
CREATE TABLE own(term TEXT PRIMARY KEY){clustered};
"""

INDEXES = """
CREATE INDEX IF NOT EXISTS event_day ON event(day, docid);
CREATE INDEX IF NOT EXISTS entity_n ON entity(sort, n);
CREATE INDEX IF NOT EXISTS agreement_docid ON agreement(docid, start, through);
CREATE INDEX IF NOT EXISTS agreement_through ON agreement(through, start);
CREATE INDEX IF NOT EXISTS party_agreement ON party(agreement, entity);
CREATE INDEX IF NOT EXISTS position_organization ON position(organization, day);
CREATE INDEX IF NOT EXISTS photo_docid ON photo(docid);
CREATE INDEX IF NOT EXISTS position_docid ON position(docid);
CREATE INDEX IF NOT EXISTS generic_entity ON generic(entity);
CREATE INDEX IF NOT EXISTS file_broken ON file(docid) WHERE docid = 0;
"""
"""Made when the tables are full, which is quicker."""

FAR = date.max.toordinal()
"""The end of an agreement that gives none but has a beginning."""
RESOLVED = "identity"
"""The name in ``meta`` of what the authorities of the archive were when it was read."""


def statements(script: str, **words: str) -> list[str]:
    """Return the statements of a script, with the words of an engine filled in."""
    return [part for part in script.format(**words).split(";") if part.strip()]


def sort_of(entity: int) -> str:
    """Return the sort of an entity by its number."""
    return SORTS[entity % STEP]


def facet(entity: int) -> str:
    """Return the term of the events that an entity is in."""
    return f":{entity}"
