"""What the parts of a record are called; the messages are looked up where they are shown."""

from __future__ import annotations

from collections.abc import Mapping

from tui.locale import N_
from tui.search.passages import PaneName

PANE_TITLES: Mapping[PaneName, str] = {
    "article": N_("Article"),
    "participants": N_("Participants"),
    "agreements": N_("Agreements"),
    "photos": N_("Photo captions"),
}

EMPTY_PANES: Mapping[PaneName, str] = {
    "article": N_("This record has no article."),
    "participants": N_("This record names no participants."),
    "agreements": N_("This record lists no agreements."),
    "photos": N_("This record has no photos."),
}

SECTIONS = {
    "documents": N_("Documents referred to"),
    "notes": N_("Editor's notes"),
    "event": N_("The event"),
    "source": N_("Source"),
    "related": N_("Further reading"),
    "abbreviations": N_("Abbreviations"),
}
"""The sections behind the article."""

GROUPS = {
    "guests": N_("Guests"),
    "hosts": N_("The organiser's side"),
    "speakers": N_("Speakers and signatories"),
    "people": N_("People mentioned"),
    "organizers": N_("Organiser"),
    "parties": N_("Signing organisations"),
    "organizations": N_("Organisations mentioned"),
}
"""The groups of participants: see :func:`tui.record.groups.participant_groups`."""

FIELDS = {
    "event.start_date": N_("Date:"),
    "event.location": N_("Place:"),
    "event.organizer": N_("Organiser:"),
    "event.keywords": N_("Keyword:"),
    "source.publisher": N_("Publisher:"),
    "source.date_published": N_("Published:"),
    "documents.issuer": N_("Issued by:"),
    "participants.alternate_names": N_("also:"),
    "agreements.parties": N_("with:"),
    "agreements.signed": N_("signed:"),
    "photos.depicts": N_("in it:"),
    "photos.credit": N_("photo by:"),
    "photos.file": N_("file:"),
}
"""What stands before a passage: by its section or pane and its field, without the number."""

PARTS_OF_DAY = {
    "morning": N_("morning"),
    "noon": N_("noon"),
    "afternoon": N_("afternoon"),
    "evening": N_("evening"),
}
