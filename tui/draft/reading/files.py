"""From the bytes of a file to its article: the form it is in, its encoding, the cleaning door."""

from __future__ import annotations

import re

from tui.draft.article import Article
from tui.draft.layout.kinds import arrange
from tui.draft.reading.article_error import ArticleError
from tui.draft.reading.encoding import decode
from tui.draft.reading.plain import lines_of_markdown, lines_of_text
from tui.locale import _
from tui.text.cleaning import clean

_MARKUP = re.compile(rb"(?i)<(?:!doctype html|html|head|body|article|div|p|h1|meta)[\s>]")
_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})""")
_SAMPLE = 4096
_FEWEST_LETTERS = 20


def article_of(data: bytes, name: str) -> Article:
    """Return the article in the content of a file, whose ``name`` helps to tell its form.

    Raises:
        ArticleError: It cannot be read, or there is no article in it.
    """
    article = _read(data, name)
    if sum(sum(map(str.isalpha, block.text)) for block in article.blocks) < _FEWEST_LETTERS:
        sentence = _("{file}: there is no article in it. Copy the text of one into a file.")
        raise ArticleError(sentence.format(file=name))
    return article


def _read(data: bytes, name: str) -> Article:
    if data.startswith(b"%PDF"):
        from tui.draft.reading.pdf import text_of_pdf

        return arrange(lines_of_text(clean(text_of_pdf(data, name))))
    if data.startswith(b"PK\x03\x04"):
        from tui.draft.reading.word import lines_of_docx

        return arrange(lines_of_docx(data, name))
    ending = name.lower().rpartition(".")[2]
    declared = _CHARSET.search(data[:_SAMPLE])
    text = decode(data, name, declared[1].decode("ascii") if declared else "")
    if ending in ("html", "htm", "xhtml") or _MARKUP.search(data[:_SAMPLE].replace(b"\0", b"")):
        from tui.draft.reading.web import article_of_page

        return article_of_page(text, name)
    text = clean(text)
    if ending in ("md", "markdown"):
        return arrange(lines_of_markdown(text))
    return arrange(lines_of_text(text))
