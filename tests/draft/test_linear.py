"""Twice the article takes twice the work, whatever it is made of."""

from __future__ import annotations

import pytest

from tests.draft.items import CEREMONY
from tests.work import MOST, work
from tui.draft.drafting import draft
from tui.draft.reading.files import article_of
from tui.draft.writing import write

SYLLABLES = "An Bình Cường Dũng Hạnh Khang Long Minh Nam Phúc Quân Sơn Tâm Uyên Vinh Xuân".split()
COUNT = 60


def name(number: int) -> str:
    parts = (SYLLABLES[number // 16**place % 16] for place in range(3))
    return f"Nguyễn {' '.join(parts)}"


FORMS = {
    "the same again": lambda n: f"{CEREMONY}\n",
    "people with offices": lambda n: f"Ông {name(n)}, Giám đốc Sở {name(n)[7:]} phát biểu; ",
    "a list of names": lambda n: f"{name(n)} và ",
    "an office for many": lambda n: f"các Thứ trưởng: {name(n)}, ",
    "bodies": lambda n: f"Công ty {name(n)[7:]} tổ chức Hội thảo. ",
    "agreements": lambda n: f"Công ty {name(n)[7:]} ký kết hợp đồng với Viện {name(n)[7:]}. ",
    "documents": lambda n: f"UBND tỉnh ban hành Quyết định số {n}/QĐ-UBND ngày 1/2/2023. ",
    "dates": lambda n: f"Sáng 1/{n % 12 + 1}, tại Hà Nội. ",
    "short forms": lambda n: f"Trung tâm {name(n)[7:]} (TT{n}). ",
    "lines": lambda n: f"Dòng thứ {n} của bài viết\n",
    "captions": lambda n: f"Quang cảnh hội nghị {n}. Ảnh: {name(n)}/TTXVN ",
    "brackets": lambda n: "((((((((",
    "quotes": lambda n: "“\"'",
    "capitals": lambda n: "Sở Giáo Dục Và Đào Tạo ",
    "places": lambda n: "tại công ty (tại đơn vị ",
    "letters": lambda n: "PVN đã ký kết với EVN và JICA, ",
    "one word": lambda n: "aaaaaaaaaa",
}
MARKUP = {
    "paragraphs": lambda n: f"<p>{CEREMONY}</p>",
    "open elements": lambda n: "<div><p>",
    "closed elements": lambda n: "</div></p>",
    "open inline elements": lambda n: "<b><i>a",
    "links": lambda n: f"<li><a href=x>Tin khác {n}</a></li>",
    "lines to read on": lambda n: "<p>Tin liên quan</p>",
    "rows": lambda n: f"<table><tr><td>{n}<td>{name(n)}<tr><td>{n}<td>{name(n)}</table>",
    "nested tables": lambda n: "<table><tr><td>a",
    "cells": lambda n: "<td>a",
    "attributes": lambda n: '<p class="caption" id=x style="text-align:center">a</p>',
}


def drafting(text: str, file: str) -> None:
    write(draft(article_of(text.encode(), file)), file)


@pytest.mark.parametrize("form", FORMS)
def test_a_text_takes_linear_work(form: str) -> None:
    once, twice = (
        "".join(map(FORMS[form], range(count))) + "\nMột dòng cuối cùng nữa của bài."
        for count in (COUNT, 2 * COUNT)
    )
    drafting(once, "x.txt")  # what is read or compiled once is not counted
    assert work(lambda: drafting(twice, "x.txt")) < MOST * work(lambda: drafting(once, "x.txt"))


@pytest.mark.parametrize("form", MARKUP)
def test_a_page_takes_linear_work(form: str) -> None:
    article = f"<body><p>{CEREMONY}</p><p>{CEREMONY}</p>"
    once, twice = (
        article + "".join(map(MARKUP[form], range(count))) for count in (COUNT, 2 * COUNT)
    )
    drafting(once, "x.html")
    assert work(lambda: drafting(twice, "x.html")) < MOST * work(lambda: drafting(once, "x.html"))
