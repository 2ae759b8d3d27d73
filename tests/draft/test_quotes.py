"""Whose words a block is, and who is in a photo."""

from __future__ import annotations

import pytest

from tests.draft.items import CEREMONY
from tests.draft.making import draft_of
from tui.draft import changes
from tui.draft.article import Article, Block, BlockKind
from tui.draft.drafting import draft
from tui.draft.entries import Entry
from tui.draft.writing import write
from tui.record.loading import loads
from tui.record.model import Record

LEAD = (
    "Ông Huỳnh Thành Đạt, Bộ trưởng Bộ Khoa học và Công nghệ, và ông Lê Tiến Châu, Bí thư Thành ủy"
    " Hải Phòng, dự hội nghị."
)
SPEECH = "“Khoa học và công nghệ là động lực của phát triển; chúng ta sẽ đi nhanh hơn.”"


def record(*blocks: tuple[BlockKind, str]) -> Record:
    article = Article(tuple(Block(kind, text, n) for n, (kind, text) in enumerate(blocks, 1)))
    return loads(write(draft(article), "bai.txt").encode(), "bai.toml")


@pytest.mark.parametrize(
    "blocks",
    [
        (("paragraph", f"{SPEECH[:-2]}”, ông Huỳnh Thành Đạt nhấn mạnh."),),
        (("paragraph", f"{SPEECH} - Ông Huỳnh Thành Đạt."),),
        (("paragraph", "Ông Huỳnh Thành Đạt nhấn mạnh:"), ("paragraph", SPEECH)),
        (("paragraph", "Ông Huỳnh Thành Đạt nhấn mạnh:"), ("quote", SPEECH.strip("“”"))),
    ],
)
def test_the_one_who_says_it_is_told(blocks: tuple[tuple[BlockKind, str], ...]) -> None:
    last = record(("paragraph", LEAD), *blocks).article.body[-1]
    assert last.by == "huynh-thanh-dat"


@pytest.mark.parametrize(
    "text",
    [
        SPEECH,  # nobody is named
        f"{SPEECH[:-2]}”, ông Huỳnh Thành Đạt và ông Lê Tiến Châu nhấn mạnh.",
        "Ông Huỳnh Thành Đạt nói về “động lực” của phát triển trong giai đoạn tới của thành phố.",
        f"{SPEECH[:-2]}”, bài viết về ông Huỳnh Thành Đạt.",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert record(("paragraph", LEAD), ("paragraph", text)).article.body[-1].by == ""


def test_a_photo_depicts_the_people_whom_its_caption_names() -> None:
    made = draft_of(CEREMONY)
    written = loads(write(made, "bai.txt").encode(), "bai.toml")
    assert written.photos[0].depicts == ("huynh-thanh-dat", "nguyen-van-tung")
    tung = next(one for one in made.people if one.name == "Nguyễn Văn Tùng")
    without = changes.without(made, Entry("person", tung.key))
    again = loads(write(without, "bai.txt").encode(), "bai.toml")
    assert again.photos[0].depicts == ("huynh-thanh-dat",)
