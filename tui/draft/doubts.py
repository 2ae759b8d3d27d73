"""Why something in a draft wants a look, in the language of the screen."""

from __future__ import annotations

from tui.draft.model import Doubt
from tui.locale import N_, _

_REASONS: dict[Doubt, str] = {
    "no headline": N_("the article has no headline"),
    "no date": N_("the article gives no date"),
    "no year": N_("the article gives no year"),
    "year from other dates": N_("the year is that of other dates in the article"),
    "date of publication": N_("the day of publication: the article gives no other"),
    "name alone": N_("it may be a person: only the form of the name says so"),
    "form of a caption": N_("it may be a caption: only its form says so"),
    "one party": N_("only one party was found"),
    "parties guessed": N_("the parties are the ones named in the sentence"),
    "unknown body": N_("it may not be an organization"),
}


def reason(doubt: Doubt) -> str:
    """Return why; empty for no doubt."""
    return _(_REASONS[doubt]) if doubt else ""
