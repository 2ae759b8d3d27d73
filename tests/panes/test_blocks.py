"""Blocks of a section: they are made one by one, each for the same work."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from tests.export.events import FULL
from tests.work import assert_linear
from tui.document.of_record import document
from tui.document.timeline import timeline
from tui.panes.blocks import Axis, RowBlocks, section_rows
from tui.panes.list_form import ListForm
from tui.record.model import Agreement


def test_twice_the_agreements_are_twice_the_work_for_their_bars() -> None:
    """All bars were gathered again for each agreement: with 1,000 of them `z` took 90 ms."""

    def prepare(count: int) -> Callable[[], object]:
        made = document(
            replace(
                FULL,
                agreements=tuple(
                    Agreement(id=f"a{n}", parties=("so",), valid_from=2000 + n % 20)
                    for n in range(count)
                ),
            )
        )
        line = timeline(made)
        assert line is not None
        rows = section_rows(made, "agreements", ListForm())
        return lambda: RowBlocks(rows, ListForm(), Axis(line, 40))[:]

    assert_linear(prepare, 200)
