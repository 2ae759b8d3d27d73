"""The Markdown of an event, read by a Markdown reader."""

from __future__ import annotations

from html import unescape
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.export.events import EMPTY, FULL, of_five
from tui import locale
from tui.document.of_record import document
from tui.export.formats.markdown import escaped, render
from tui.export.options import Options
from tui.record.model import Article, Block
from tui.text.cleaning import clean, clean_line

COMMONMARK = MarkdownIt("commonmark")
GITHUB = MarkdownIt("gfm-like", {"linkify": False})
LOOKS_LIKE_MARKDOWN = (
    *("# x", "x #", "- x", "+ x", "* x", "1. x", "1) x", "> x", "---", "===", "```", "~~~", "***"),
    *("*x*", "__x__", "`x`", "[x](y)", "![x](y)", "<b>x</b>", "<https://x.y>", "&amp;", "&#65;"),
    *("| a | b |", "~~x~~", "\\", "\\*", "x\\", "[x]: y", "KH&CN", "a_b_c", "2021-2025", "- [ ] x"),
    *(
        "=",
        "-",
        "1.",
        "a\nb",
        "a\n---",
        "a\n\nb",
        "a\n- b",
        "a\n# b",
        "x  \ny",
        "    x",
        "a\n    b",
    ),
)


def rendered_text(markdown: MarkdownIt, block: str) -> str:
    """Return the text of the one paragraph that a block of Markdown is read as."""
    html = markdown.render(block)
    assert html.startswith("<p>")
    assert html.count("<p>") == 1
    inner = html.removeprefix("<p>").removesuffix("</p>\n").replace("<br />\n", "\n")
    assert "<" not in inner
    return unescape(inner)


def paragraph(text: str) -> str:
    record = msgspec.structs.replace(EMPTY, article=Article(body=(Block(text=text),)))
    return (
        render(document(record), Options(sections=["article"]))
        .split("\n## Article\n\n")[1]
        .split("\n\n### ")[0]
    )


def shown(text: str) -> str:
    """Return a text as Markdown can show it: the white space at the ends of its lines goes."""
    return "\n".join(line.strip() for line in text.split("\n"))


@pytest.mark.parametrize("text", LOOKS_LIKE_MARKDOWN)
@pytest.mark.parametrize("markdown", [COMMONMARK, GITHUB], ids=["commonmark", "gfm"])
def test_text_that_looks_like_markdown_is_text(markdown: MarkdownIt, text: str) -> None:
    assert rendered_text(markdown, paragraph(text)) == shown(text)


TEXTS = st.text(st.sampled_from("ab1 đ&;#*_`~[]()<>!|\\-+=.:\n\"'x"), min_size=1, max_size=24)


@given(TEXTS.map(clean).filter(str.strip))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    text = text.strip()
    assert rendered_text(COMMONMARK, paragraph(text)) == shown(text)


@given(TEXTS.map(clean_line).filter(bool))
def test_any_line_is_a_heading_and_an_entry_as_it_was(line: str) -> None:
    heading = COMMONMARK.render(f"# {escaped(line)}")
    assert unescape(heading) == f"<h1>{line}</h1>\n"
    entry = COMMONMARK.render(f"- **{escaped(line)}**")
    assert unescape(entry).splitlines()[1] == f"<li><strong>{line}</strong></li>"


def test_an_event_has_headings_lists_and_quotes() -> None:
    locale.use("vi")
    html = COMMONMARK.render(render(document(FULL), Options()))
    for part in (
        "<h1>Lễ ký</h1>",
        "<h2>Bài viết</h2>",
        "<h3>Ba đơn vị ký</h3>",
        "<h4>Đề mục</h4>",
        "<p>Đoạn một.<br />\nDòng hai.</p>",
        "<blockquote>\n<p>Rất tốt.</p>\n<p>— TS Lê An</p>\n</blockquote>",
        "<li>một</li>\n<li>hai</li>\n</ul>\n<ul>\n<li>▣ Ảnh 1. TS Lê An phát biểu</li>",
        "<li><strong>TS Lê An</strong>\n<ul>\n<li>Nguyên Giám đốc Sở</li>\n<li>phát biểu</li>\n",
        "<li>https://example.org/a_b</li>",
    ):
        assert part in html


def test_a_matrix_is_a_block_of_code_in_which_nothing_is_markup() -> None:
    names = ("# x", "- `x` <b>", "```", "&amp; *x*", "Viện")
    html = COMMONMARK.render(render(document(of_five(*names)), Options(sections=["article"])))
    code = html.partition("<pre><code>")[2].partition("</code></pre>")[0]
    assert unescape(code).splitlines() == [
        "  A B C D E",
        "A – 3 2 1 1  # x",
        "B 3 – 2 1 1  - `x` <b>",
        "C 2 2 – 1 1  ```",
        "D 1 1 1 – 2  &amp; *x*",
        "E 1 1 1 2 –  Viện",
    ]


def test_there_are_no_two_blank_lines_and_no_trailing_space() -> None:
    lines = render(document(FULL), Options()).split("\n")
    assert [line for line in lines if line != line.rstrip()] == []
    assert ("", "") not in pairwise(lines[:-1])
