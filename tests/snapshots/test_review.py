"""The screen of a review as it was accepted, at the two usual sizes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.draft.items import VISIT
from tests.draft.making import draft_of
from tests.draft.test_review import LONE
from tui import locale
from tui.app import ReviewApp
from tui.draft.writing import write
from tui.record.loading import loads
from tui.screens.review import ReviewScreen
from tui.settings import Settings

Compare = Callable[..., bool]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
def test_review(snap_compare: Compare, size: tuple[int, int]) -> None:
    locale.use("vi")
    draft = draft_of(VISIT + LONE)
    record = loads(write(draft, "bai.txt").encode(), "x")
    screen = ReviewScreen(draft, lambda _draft: "")
    app = ReviewApp(record, Settings(language="vi", theme=""), screen)
    assert snap_compare(app, press=("y", "n"), terminal_size=size)
