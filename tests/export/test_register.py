"""The register of the agreements of several events."""

from __future__ import annotations

from datetime import date

from tests.export.events import EMPTY, FULL
from tui.document.of_record import document
from tui.export import register


def test_every_agreement_of_every_document_is_a_row() -> None:
    day = date(2026, 1, 1)
    files = ((FULL, "a"), (EMPTY, "b"), (FULL, "c"))
    documents = [document(each, day, file) for each, file in files]
    first, second = register.rows(documents)
    assert first == register.Row(
        name="Thỏa thuận",
        kind="",
        parties=("Sở", "Viện"),
        about=("tư vấn",),
        signed=date(2022, 1, 18),
        valid_from=2021,
        valid_through=2025,
        state="expired",
        event="Lễ ký",
        file="a",
    )
    assert second.file == "c"


def test_a_row_has_a_field_for_each_column() -> None:
    assert len(register.Row.__struct_fields__) == len(register.COLUMNS)
