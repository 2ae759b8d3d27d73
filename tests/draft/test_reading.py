"""Articles in the forms in which they are saved, and files that hold none."""

from __future__ import annotations

import io
import textwrap
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.draft.items import CEREMONY
from tui.draft.article import Article
from tui.draft.drafting import draft
from tui.draft.reading.article_error import ArticleError, NotTextError
from tui.draft.reading.files import article_of
from tui.draft.writing import write
from tui.record.loading import loads

LINES = CEREMONY.splitlines()
PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>{LINES[0]} | Báo</title>
<meta property="og:url" content="https://example.org/tin/1">
<meta property="article:published_time" content="2023-03-16T08:00:00+07:00"></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/thoi-su">Thời sự</a></li></ul></nav>
<div class="main"><span>Thời sự</span><h1>{LINES[0]}</h1><div class="content">
<p>{LINES[1]}</p><p>{LINES[2]}</p>
<figure><img src="1.jpg"><figcaption>Quang cảnh lễ ký. Ảnh: Hồng Phong</figcaption></figure>
<p style="text-align:center"><img src="2.jpg"></p><p style="text-align:center"><em>Bắt tay
nhau sau lễ ký</em></p>
<p>{LINES[4]}</p><blockquote>Đây là dấu mốc mới.</blockquote><ul><li>Điều một</li></ul>
</div><div class="related"><h3>Tin liên quan</h3><p>{"Một tin khác hẳn. " * 9}</p></div></div>
<footer><p>Bản quyền thuộc về báo. {"Giấy phép. " * 20}</p></footer></body></html>"""


def docx(paragraphs: list[tuple[str, str]]) -> bytes:
    """Return a DOCX file of paragraphs, each with the name of its style."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    ).replace("&", "&amp;")
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        content = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", content)
    return written.getvalue()


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.text[:24].strip()) for block in article.blocks]


def test_the_article_of_a_page_is_told_from_what_stands_around_it() -> None:
    article = article_of(PAGE.encode(), "x.html")
    assert kinds(article) == [
        ("headline", LINES[0][:24].strip()),
        ("paragraph", LINES[1][:24].strip()),
        ("paragraph", LINES[2][:24].strip()),
        ("caption", "Quang cảnh lễ ký."),
        ("caption", "Bắt tay nhau sau lễ ký"),
        ("paragraph", LINES[4][:24].strip()),
        ("quote", "Đây là dấu mốc mới."),
        ("list", "Điều một"),
    ]
    assert article.published == date(2023, 3, 16)
    assert article.url == "https://example.org/tin/1"
    assert article.blocks[3].credit == "Ảnh: Hồng Phong"


def test_a_page_gives_the_year_that_its_article_does_not_tell() -> None:
    page = PAGE.replace("15/3/2023", "15/3").replace("giai đoạn 2023-2025 ", "")
    event = draft(article_of(page.encode(), "x.html")).event
    assert (event.start_date, event.date_doubt) == (date(2023, 3, 15), "")


def test_a_page_becomes_a_record_with_its_source() -> None:
    written = write(draft(article_of(PAGE.encode(), "x.html")), "x.html")
    record = loads(written.encode(), "x.toml")
    assert record.source.url == "https://example.org/tin/1"
    assert record.source.date_published == date(2023, 3, 16)


def test_a_page_without_an_article_says_what_to_do() -> None:
    page = "<html><body><nav>" + "<a href=x>Tin</a>" * 50 + "</nav></body></html>"
    with pytest.raises(ArticleError, match=r"^x\.html: no article was found on this page"):
        article_of(page.encode(), "x.html")


@pytest.mark.parametrize("page", ["<div>" * 9000, "</p>" * 9000, "<p" * 500, "<!--", "<![CDATA["])
def test_a_hostile_page_ends_in_a_sentence(page: str) -> None:
    with pytest.raises(ArticleError):
        article_of(page.encode(), "x.html")


def test_controls_of_a_page_are_made_harmless() -> None:
    page = PAGE.replace("Sáng", "Sáng&#27;[31m&#8238;")
    written = write(draft(article_of(page.encode(), "x.html")), "x.html")
    assert not {"\x1b", "\u202e"} & set(written)


def test_markdown_tells_its_parts() -> None:
    text = f"# {LINES[0]}\n\n{LINES[1]}\n\n## Mục\n\n> Lời dẫn.\n\n- một\n- hai\n\n"
    text += "![Ảnh lễ ký](1.jpg)\n"
    assert [kind for kind, _ in kinds(article_of(text.encode(), "bai.md"))] == [
        *("headline", "paragraph", "heading", "quote", "list", "list", "caption"),
    ]


def test_a_text_that_an_editor_has_wrapped_is_read_in_paragraphs() -> None:
    wrapped = "\n\n".join("\n".join(textwrap.wrap(line, 60)) for line in LINES)
    assert len(article_of(wrapped.encode(), "x.txt").blocks) == len(LINES)


def test_docx_is_read_with_its_styles() -> None:
    data = docx([("Title", LINES[0]), ("Normal", LINES[1]), ("Caption", "Quang cảnh lễ ký")])
    article = article_of(data, "bai.docx")
    assert [kind for kind, _ in kinds(article)] == ["headline", "paragraph", "caption"]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 no archive",
        docx([])[:-40],
        docx([("Normal", "</w:t>")]),
        docx([("Normal", "<!DOCTYPE x [<!ENTITY a 'b'>]>")]),
    ],
    ids=["no archive", "cut short", "not well-formed", "with entities"],
)
def test_a_damaged_docx_ends_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"^x\.docx: this DOCX file cannot be read"):
        article_of(data, "x.docx")


def test_a_docx_that_grows_beyond_measure_is_refused() -> None:
    data = docx([("Normal", "a" * (33 * 1024 * 1024))])
    assert len(data) < 1024 * 1024
    with pytest.raises(ArticleError):
        article_of(data, "x.docx")


def test_pdf_is_read_or_told_how_to_be() -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(ArticleError, match=r"^x\.pdf: this PDF file cannot be read"):
        article_of(b"%PDF-1.7 damaged", "x.pdf")
    article = article_of(pdf("Hanoi, 15/3/2023: the ministry signs an agreement."), "x.pdf")
    assert article.blocks[0].text == "Hanoi, 15/3/2023: the ministry signs an agreement."
    with pytest.raises(ArticleError, match="pictures of pages and no text"):
        article_of(pdf(""), "x.pdf")


def test_a_locked_pdf_file_ends_in_a_sentence() -> None:
    pytest.importorskip("pypdfium2")
    key = "(" + "x" * 32 + ")"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [{key} {key}]"
    locked = pdf("A word").replace(b"/Root 1 0 R", f"/Root 1 0 R {lock}".encode())
    with pytest.raises(ArticleError, match="may be damaged or locked"):
        article_of(locked, "x.pdf")


def pdf(text: str) -> bytes:
    """Return the smallest PDF file of one page with a line of text."""
    content = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET" if text else ""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 200] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    written = "%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return f"{written}xref\n0 6\n0000000000 65535 f \n{table}{end}".encode()


def test_without_pypdfium2_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(ArticleError, match=r"pip install 'ktcn-tui\[pdf\]'"):
        article_of(pdf("x"), "x.pdf")


@pytest.mark.parametrize("data", [b"", b"   \n\n ", "﻿".encode(), b"a", b"1 2. - " * 9])
def test_an_empty_file_ends_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"^x\.txt: there is no article in it"):
        article_of(data, "x.txt")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\0" * 99, 1),
        (f"{CEREMONY[:40]}\0".encode(), 1 + len(CEREMONY[:40].encode())),
        (f"{CEREMONY[:40]}\0".encode("utf-16"), 3 + 2 * 40),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1),
        (b"GIF89a" + bytes(range(1, 32)), 1),
        (b"\x7fELF\x02\x01\x01" + bytes(90), 8),
        (b"{\\rtf1\\ansi a letter that a word processor wrote}", 1),
    ],
    ids=["nothing but NUL", "a NUL in a text", "a NUL in UTF-16", "PNG", "GIF", "a program", "RTF"],
)
def test_a_file_that_is_no_text_is_told_with_the_place(data: bytes, place: int) -> None:
    with pytest.raises(NotTextError, match=rf"^x\.txt, byte {place}: this is not text\. Save"):
        article_of(data, "x.txt")


def test_a_zip_file_that_is_no_docx_says_what_to_do() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("bai.txt", CEREMONY)
    with pytest.raises(ArticleError, match=r"^x\.zip: no document is in this ZIP file\. Give"):
        article_of(packed.getvalue(), "x.zip")


@given(st.binary(max_size=300), st.sampled_from(["x.txt", "x.html", "x.md", "x.docx"]))
def test_any_bytes_become_a_record_or_a_sentence(data: bytes, name: str) -> None:
    try:
        article = article_of(data, name)
    except ArticleError:
        return
    loads(write(draft(article), name).encode(), "x.toml")
