"""Who signed with whom, as a table."""

from __future__ import annotations

from collections.abc import Iterable

import htpy as h

from tui.document.relations import Matrix, cells, columns
from tui.locale import _


def matrix_table(of: Matrix, names: Iterable[h.Node]) -> h.Element:
    """Return the table of a matrix, whose rows are called by ``names``."""
    letters = [letter.strip() for letter in columns(of)]
    label = _("Who signed with whom")
    return h.div(".matrix", tabindex="0", role="region", aria_label=label)[
        h.table[
            h.thead[h.tr[h.td, (h.th(scope="col")[letter] for letter in letters)]],
            h.tbody[
                (
                    h.tr[
                        h.th(scope="row")[h.span(".label")[f"{letters[row]} "], name],
                        (_cell(count.strip()) for count in cells(of, row)),
                    ]
                    for row, name in enumerate(names)
                )
            ],
        ]
    ]


def _cell(count: str) -> h.Element:
    return h.td(".some" if count.isdigit() else ".none")[count]
