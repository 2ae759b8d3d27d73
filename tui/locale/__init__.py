"""The language of the screen: Vietnamese and English by gettext.

Messages in the code are English. They are translated when they are shown, never on import, so that
the language can be switched: mark a constant with :func:`N_` and translate it with :func:`_` where
it is shown.
"""

from __future__ import annotations

import gettext
import os
from functools import cache

DOMAIN = "ktcn-tui"
FOLDER = os.path.dirname(__file__)
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
    """Return the compiled catalog of a language, or an empty one if there is no file.

    ``gettext.translation`` is not used because it imports :mod:`locale` and its long tables.
    """
    try:
        with open(f"{FOLDER}/{language}/LC_MESSAGES/{DOMAIN}.mo", "rb") as file:
            return gettext.GNUTranslations(file)
    except FileNotFoundError:
        return gettext.NullTranslations()


def use_everywhere(language: str) -> None:
    """Show messages in ``language``, including those of libraries that use gettext.

    Click calls the functions of :mod:`gettext`, which depend on the text domain and the environment
    of the process (GNU gettext manual, 2.3); both are set here.
    """
    use(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, FOLDER)
    gettext.textdomain(DOMAIN)


def language() -> str:
    """Return the language in use."""
    return _language


def number(value: int) -> str:
    """Return a number in the language in use: ``5.000`` in Vietnamese, ``5,000`` in English."""
    return f"{value:,}".replace(",", "." if _language == "vi" else ",")


def _(message: str) -> str:
    """Return ``message`` in the language in use."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the singular or plural message for ``n`` in the language in use, not yet formatted."""
    return _translations.ngettext(singular, plural, n)


def in_language(language: str, message: str) -> str:
    """Return ``message`` in ``language``, or in English if there is no catalog for it."""
    return _catalog(language if language in LANGUAGES else "en").gettext(message)


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for a marker
    """Mark a message for translation and return it unchanged."""
    return message
