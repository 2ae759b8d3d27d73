"""What the one who keeps an archive says of who is who: the file ``archive.toml`` in its folder.

Like the authority files of libraries: a name, the others it goes by, and one identifier for all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256

import tomli
from msgspec import MsgspecError, Struct, convert

from tui import __version__
from tui.archive import schema
from tui.archive.errors import ArchiveError
from tui.archive.identity import IDENTIFIED, identified, organization_key, person_key
from tui.archive.scan import AUTHORITIES
from tui.archive.schema import ORGANIZATION, PERSON
from tui.locale import _
from tui.record.limits import within_limits
from tui.record.loading import clean_texts
from tui.record.problems import UnreadableError
from tui.record.reading import read, shown_name
from tui.text.abbreviations import table_bytes
from tui.text.cleaning import clean_line


class Named(Struct, frozen=True, forbid_unknown_fields=True):
    """Someone with an identifier, and the names that mean no one else in this archive."""

    identifier: str
    name: str
    alternate_names: tuple[str, ...] = ()


class AuthorityFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The content of ``archive.toml``."""

    organizations: tuple[Named, ...] = ()
    people: tuple[Named, ...] = ()


class Authorities:
    """Whom names mean by the authority files of the roots."""

    def __init__(self, files: Iterable[AuthorityFile] = (), digest: str = "") -> None:
        self.digest = digest
        """Changes with all by which keys are made; an index of another one is rebuilt."""
        self._keys: dict[tuple[str, str], str] = {}
        self.names: dict[tuple[str, str], str] = {}
        """What to call who has a key."""
        for file in files:
            self._add(ORGANIZATION, file.organizations)
            self._add(PERSON, file.people)

    def _add(self, sort: str, all_named: Iterable[Named]) -> None:
        key_of = organization_key if sort == ORGANIZATION else person_key
        for named in all_named:
            key = identified(named.identifier)
            self.names[sort, key] = named.name
            for name in (named.name, *named.alternate_names):
                self._keys.setdefault((sort, key_of(name)), key)

    def key(self, sort: str, key: str) -> str:
        """Return the key of what this key names."""
        return key if key.startswith(IDENTIFIED) else self._keys.get((sort, key), key)


def authorities(roots: Iterable[bytes]) -> Authorities:
    """Return what the authority files of the roots say; there need be none.

    Raises :exc:`ArchiveError` for a file that says nothing sound.
    """
    files: list[AuthorityFile] = []
    digest = sha256(f"{schema.VERSION} {__version__} ".encode() + table_bytes())
    for root in roots:
        path = os.path.join(root, AUTHORITIES)  # noqa: PTH118  # Path takes no bytes
        if os.path.isfile(path):  # noqa: PTH113  # Path takes no bytes
            data = _content(path)
            digest.update(data)
            files.append(_read(data, path))
    return Authorities(files, digest.hexdigest())


def _content(path: bytes) -> bytes:
    try:
        return read(os.fsdecode(path))
    except UnreadableError as error:
        raise ArchiveError(str(error)) from error


def _read(data: bytes, path: bytes) -> AuthorityFile:
    try:
        text = data.decode()
        if not within_limits(text):
            raise ValueError
        raw = tomli.loads(text)
        clean_texts(raw)
        return convert(raw, AuthorityFile)
    except (ValueError, RecursionError, MsgspecError) as error:
        sentence = _(
            "{file} is not an authority file: {reason}. It has [[organizations]] and [[people]], "
            "each with identifier, name and alternate_names."
        )
        shown = shown_name(os.fsdecode(path))
        raise ArchiveError(sentence.format(file=shown, reason=_reason(error))) from error


def _reason(error: Exception) -> str:
    return clean_line(str(error)).rstrip(".")[:120] or _("it is too large")
