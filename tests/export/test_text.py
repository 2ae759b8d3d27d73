"""The plain text of an event."""

from __future__ import annotations

from tests.export.events import EMPTY, FULL
from tui import locale
from tui.document.model import SectionName
from tui.document.of_record import document
from tui.document.summary import summary
from tui.export.formats.text import render
from tui.export.options import Options

ARTICLE = """\
Lễ ký
=====
18/01/2022–19/01/2022 · chiều · Hải Phòng · 1 người · 2 tổ chức · 1 thỏa thuận · 1 ảnh

Bài viết
========

Ba đơn vị ký
------------

Đoạn một.
Dòng hai.

Đề mục

  “Rất tốt.”
  — TS Lê An

  • một
  • hai

  ▣ Ảnh 1. TS Lê An phát biểu

Văn kiện được nhắc tới
Nghị quyết
  Nơi ban hành: Bộ
"""

LISTS = """\
Thành phần
==========

Đại biểu
TS Lê An
  Nguyên Giám đốc Sở
  phát biểu

Đơn vị ký kết
Sở
  còn gọi: Sở A
  đơn vị tổ chức

Viện

Thỏa thuận
==========

Viện
  Thỏa thuận
  2021–2025
  còn hiệu lực
  với: Sở
  tư vấn
  ký ngày: 18/01/2022

Chú thích ảnh
=============

Ảnh 1
  TS Lê An phát biểu
  trong ảnh: TS Lê An
  người chụp: Bình
"""


def test_an_article_is_plain_text() -> None:
    locale.use("vi")
    assert render(document(FULL), Options(sections=["article"])).startswith(ARTICLE)


def test_an_abbreviation_is_a_line() -> None:
    assert "\nAbbreviations\nTS = tiến sĩ\n" in render(
        document(FULL), Options(sections=["article"])
    )


def test_lists_are_plain_text() -> None:
    locale.use("vi")
    text = render(document(FULL), Options(sections=["participants", "agreements", "photos"]))
    assert text.partition("1 ảnh\n\n")[2] == LISTS


def test_panes_are_in_reading_order_however_they_are_asked_for() -> None:
    orders: list[list[SectionName]] = [["photos", "article"], ["article", "photos"]]
    asked, in_order = (render(document(FULL), Options(sections=sections)) for sections in orders)
    assert asked == in_order


def test_a_paragraph_is_a_line_however_long() -> None:
    import msgspec

    from tui.record.model import Article, Block

    long = "chữ " * 500 + "cuối"
    record = msgspec.structs.replace(EMPTY, article=Article(body=(Block(text=long),)))
    assert f"\n{long}\n" in render(document(record), Options())


def test_an_empty_pane_says_so_in_the_language_of_the_screen() -> None:
    assert "\nThis record has no photos.\n" in render(document(EMPTY), Options())
    locale.use("vi")
    assert "\nBản ghi này không có ảnh.\n" in render(document(EMPTY), Options())


def test_the_summary_leaves_out_what_there_is_none_of() -> None:
    assert summary(EMPTY) == "18/01/2022"
    assert summary(FULL).endswith(
        "afternoon · Hải Phòng · 1 person · 2 organisations · 1 agreement · 1 photo"
    )
