"""How the record of an event is cited."""

from __future__ import annotations

from datetime import date

from tui.record.citation import citation
from tui.record.model import Event, Organization, Record, Source

EVENT = Event(
    id="e", name="Lễ ký kết", start_date=date(2022, 1, 18), location="Hải Phòng", organizer="so"
)
ORGANIZATIONS = (
    Organization(id="so", name="Sở Khoa học"),
    Organization(id="vien", name="Viện Kinh tế"),
)


def cited(source: Source, event: Event = EVENT) -> str:
    return citation(Record(format=1, event=event, source=source, organizations=ORGANIZATIONS))


def test_a_citation_names_publisher_title_place_date_and_address() -> None:
    source = Source(
        publisher="vien",
        title="Ký kết hợp tác",
        url="https://example.vn/1",
        date_published=date(2022, 1, 20),
    )
    assert cited(source) == (
        "Viện Kinh tế. “Ký kết hợp tác”. Hải Phòng, 20/01/2022. https://example.vn/1."
    )


def test_a_publisher_may_be_a_plain_name() -> None:
    assert cited(Source(publisher="Báo Hải Phòng")).startswith("Báo Hải Phòng. “")


def test_the_event_stands_in_for_what_the_source_lacks() -> None:
    assert cited(Source()) == "Sở Khoa học. “Lễ ký kết”. Hải Phòng, 18/01/2022."


def test_what_is_not_known_leaves_no_mark() -> None:
    bare = Event(id="e", name="Lễ ký kết", start_date=date(2022, 1, 18))
    assert cited(Source(), bare) == "“Lễ ký kết”. 18/01/2022."
