"""Twice as large a record takes the page twice the work."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from tests.benchmarks.generate import counted
from tests.export.events import FULL
from tests.work import assert_linear
from tui.document.of_record import document
from tui.export.formats import html
from tui.export.options import Options
from tui.record.model import Agreement, Block, Organization, Person, Photo


def test_twice_the_record_is_twice_the_work_for_the_page() -> None:
    def prepare(count: int) -> Callable[[], object]:
        numbers = range(count)
        record = replace(
            FULL,
            people=(
                *FULL.people,
                *(Person(id=f"p{n}", name=f"Người {counted(n)}") for n in numbers),
            ),
            organizations=(
                *FULL.organizations,
                *(Organization(id=f"o{n}", name=f"Viện {counted(n)} Bờ Biển") for n in numbers),
            ),
            agreements=tuple(
                Agreement(id=f"a{n}", parties=("so", f"o{n}"), valid_from=2000 + n % 20)
                for n in numbers
            ),
            photos=(
                *FULL.photos,
                *(Photo(id=f"f{n}", caption="Lễ ký", depicts=(f"p{n}",)) for n in numbers),
            ),
            article=replace(
                FULL.article,
                body=tuple(Block(text=f"Người {counted(n)} và Sở đã ký.") for n in numbers),
            ),
        )
        return lambda: html.render(document(record), Options())

    assert_linear(prepare, 100)
