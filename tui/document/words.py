"""What the parts of a document are called; the messages are looked up when a document is made."""

from __future__ import annotations

from tui.locale import N_
from tui.record.model import Agreement, Document, Organization, Person, Photo

BEHIND_THE_ARTICLE = {
    "documents": N_("Documents referred to"),
    "notes": N_("Editor's notes"),
    "event": N_("The event"),
    "relations": N_("Who signed with whom"),
    "source": N_("Source"),
    "related": N_("Further reading"),
    "abbreviations": N_("Abbreviations"),
}
"""The groups behind the article."""

PARTICIPANTS = {
    "guests": N_("Guests"),
    "hosts": N_("The organiser's side"),
    "speakers": N_("Speakers and signatories"),
    "people": N_("People mentioned"),
    "organizers": N_("Organiser"),
    "parties": N_("Signing organisations"),
    "organizations": N_("Organisations mentioned"),
}
"""The groups of participants: see :func:`tui.document.participants.participant_groups`."""

ROLES = {
    "organizer-side": N_("organiser's side"),
    "guest": N_("guest"),
    "speaker": N_("spoke"),
    "signatory": N_("signed"),
    "organizer": N_("organiser"),
    "party": N_("signing party"),
    "mentioned": N_("mentioned"),
}

PARTS_OF_DAY = {
    "morning": N_("morning"),
    "noon": N_("noon"),
    "afternoon": N_("afternoon"),
    "evening": N_("evening"),
}

KINDS = {
    Person: N_("Person"),
    Organization: N_("Organisation"),
    Agreement: N_("Agreement"),
    Photo: N_("Photo"),
    Document: N_("Document"),
}
"""What the kinds of things are called."""

FORMER = N_("former {title}")
"""An office that is no longer held, in the language of the record."""
OFFICE = N_("{title}, {organization}")
"""An office and the body it is held in, in the language of the record."""
PHOTO = N_("Photo {number}")
"""What a photo is called, in the language of the record."""
