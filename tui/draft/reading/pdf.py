"""PDF with text, by pypdfium2: the extra ``pdf`` of this program."""

from __future__ import annotations

from tui.draft.reading.article_error import ArticleError
from tui.locale import _

_MOST_PAGES = 200
_MOST_LETTERS = 4 * 1024 * 1024


def text_of_pdf(data: bytes, name: str) -> str:
    """Return the text of a PDF file, a blank line between its pages.

    Raises:
        ArticleError: pypdfium2 is not installed, the file is damaged, or it holds pictures alone.
    """
    try:
        import pypdfium2
    except ImportError as error:
        sentence = _("{file}: reading PDF needs pypdfium2: pip install 'ktcn-tui[pdf]'")
        raise ArticleError(sentence.format(file=name)) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        sentence = _("{file}: this PDF file cannot be read; it may be damaged or locked.")
        raise ArticleError(sentence.format(file=name)) from error
    pages: list[str] = []
    try:
        for number in range(min(len(document), _MOST_PAGES)):
            pages.append(document[number].get_textpage().get_text_range())
            if sum(map(len, pages)) > _MOST_LETTERS:
                break
    finally:
        document.close()
    text = "\n".join(pages)
    if not text.strip():
        sentence = _(
            "{file}: this PDF file has pictures of pages and no text. Copy the text of it."
        )
        raise ArticleError(sentence.format(file=name))
    return text
