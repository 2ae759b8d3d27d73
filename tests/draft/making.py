"""Short ways from the words of an article to what is found in them."""

from __future__ import annotations

from datetime import date

from tui.draft.article import Article, Block
from tui.draft.drafting import draft
from tui.draft.layout.kinds import arrange
from tui.draft.model import Draft, DraftPosition
from tui.draft.reading.plain import lines_of_text

TODAY = date(2024, 1, 31)


def draft_of(text: str, day: date | None = None) -> Draft:
    """Return the draft of a plain text, made on a day of 2024."""
    return draft(arrange(lines_of_text(text)), day=day, today=TODAY)


def sentence(text: str) -> Draft:
    """Return the draft of one paragraph and nothing else."""
    return draft(Article((Block("paragraph", text, 1),)), today=TODAY)


def people(made: Draft) -> dict[str, list[str]]:
    """Return the people of a draft: for each name the offices, as *title @ body*."""
    names: dict[int | str, str] = {one.key: one.name for one in made.organizations}
    return {
        person.name: [_office(office, names) for office in person.positions]
        for person in made.people
    }


def _office(office: DraftPosition, names: dict[int | str, str]) -> str:
    title = f"nguyên {office.title}" if office.former else office.title
    body = office.organization
    return title if body is None else f"{title} @ {names.get(body, body)}"


def bodies(made: Draft) -> list[str]:
    """Return the names of the organisations of a draft, the fullest of each."""
    return [one.name for one in made.organizations]
