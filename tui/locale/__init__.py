"""The language of the screen: Vietnamese and English by gettext.

Messages in the code are English and are looked up when they are shown, never on import, so that
one process can change its language: mark a constant with :func:`N_` and translate it with :func:`_`
where it is shown.
"""

from __future__ import annotations

import gettext
import os
from functools import cache
from pathlib import Path

DOMAIN = "ktcn-tui"
FOLDER = Path(__file__).parent
LANGUAGES = ("vi", "en")

_translations: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def use(language: str) -> None:
    """Show messages in ``language``, one of :data:`LANGUAGES`, from now on."""
    global _translations, _language
    _translations = _catalog(language)
    _language = language


@cache
def _catalog(language: str) -> gettext.NullTranslations:
    """Return the compiled catalog of a language; without one, messages stay as they are.

    ``gettext.translation`` would import the whole list of the world's locales to find the file.
    """
    try:
        with (FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except FileNotFoundError:
        return gettext.NullTranslations()


def use_everywhere(language: str) -> None:
    """Show messages in ``language``, those of libraries too that look them up by gettext.

    Click asks the functions of :mod:`gettext`, which go by the domain and the environment of the
    process (GNU gettext, 2.3): both are set.
    """
    use(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)


def language() -> str:
    """Return the language in use."""
    return _language


def number(value: int) -> str:
    """Return a number as the language writes it: ``5.000`` in Vietnamese, ``5,000`` in English."""
    return f"{value:,}".replace(",", "." if _language == "vi" else ",")


def _(message: str) -> str:
    """Return ``message`` in the language in use."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the form of the message for ``n`` things; the number is not filled in."""
    return _translations.ngettext(singular, plural, n)


def in_language(language: str, message: str) -> str:
    """Return ``message`` in the language of a record: English, where it is none of ours."""
    return _catalog(language if language in LANGUAGES else "en").gettext(message)


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for a marker
    """Mark a message for translation and return it as it is."""
    return message
