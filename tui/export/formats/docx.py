"""A document of Word, set as offices in Vietnam set theirs.

Type, size and margins follow Decree 30/2020/ND-CP on clerical work, appendix I: Times New Roman on
A4, 20 mm above and below, 30 mm on the left, 15 mm on the right, the page number above.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from tui.document.model import Document
from tui.export.errors import extra
from tui.export.language_tag import language_tag
from tui.export.options import Options
from tui.export.outline import LineKind, OutlineLine, outline
from tui.export.photos import Drawn, Photos
from tui.record.model import Photo

with extra("office", of="docx"):
    import docx
    from docx.document import Document as WordDocument
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor
    from docx.text.paragraph import Paragraph

TYPEFACE = "Times New Roman"
TYPEFACE_OF_ROWS = "Courier New"
"""Of the counts of a matrix: all characters of it are of one width."""
_STYLES: Mapping[LineKind, str] = {
    "title": "Title",
    "summary": "Subtitle",
    "section": "Heading 1",
    "headline": "Heading 2",
    "group": "Heading 2",
    "heading": "Heading 3",
    "quote": "Quote",
    "attribution": "Quote",
    "entry": "List Bullet",
    "paragraph": "Body Text",
    "photo": "Caption",
    "name": "Heading 4",
    "caption": "List Continue",
    "point": "List Bullet 2",
    "detail": "List Continue",
    "period": "List Continue",
    "state": "List Continue",
    "role": "List Continue",
}
"""Word's own styles, so that its outline, its table of contents and its templates work."""
_WIDEST, _HIGHEST = 140, 105
"""The room of a photo in millimetres."""
_SIZES = {
    "Title": 18,
    "Caption": 11,
    "Subtitle": 12,
    "Heading 1": 15,
    "Heading 2": 14,
    "Heading 3": 13,
    "Heading 4": 13,
}
_BEFORE: Mapping[LineKind, str] = {"quote": "“", "attribution": "— "}
_AFTER: Mapping[LineKind, str] = {"quote": "”"}


def render(document: Document, options: Options) -> bytes:
    """Return the document as a file of Word."""
    word = docx.Document()
    _set_page(word)
    _set_type(word, language_tag(document))
    properties = word.core_properties
    properties.title = document.title
    properties.author = ""
    properties.comments = ""
    properties.language = language_tag(document)
    body = _Body(word)
    photos = Photos(document.folder)
    for line in outline(document, options.sections_or_all):
        body.add(line)
        thing = document.things.get(line.item)
        if line.kind == "name" and isinstance(thing, Photo) and (drawn := photos.drawn(thing)):
            body.add_photo(drawn, thing.caption)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


class _Body:
    """The paragraphs of a file. Each costs the same: styles are looked up once, places never.

    python-docx looks through all styles for every paragraph, and through all paragraphs for the
    place of the next.
    """

    def __init__(self, word: WordDocument) -> None:
        self._word: Any = word  # asked for its part alone
        self._end: Any = word.element.body.sectPr
        names = {*_STYLES.values(), "Normal"}
        self._styles = {name: word.styles[name].style_id for name in names}

    def add(self, line: OutlineLine) -> None:
        """Add a line as a paragraph; a line feed in it is a break of Word's."""
        paragraph = self._paragraph(_STYLES.get(line.kind, "Normal"))
        if line.label:
            label = paragraph.add_run(f"{line.label} " if line.words else line.label)
            label.italic = bool(line.words) and line.kind != "row"
            if line.kind == "row":
                label.font.name = TYPEFACE_OF_ROWS
        if line.words:
            before, after = _BEFORE.get(line.kind, ""), _AFTER.get(line.kind, "")
            paragraph.add_run(f"{before}{line.words}{after}")

    def add_photo(self, drawn: Drawn, caption: str) -> None:
        """Add a photo, as large as it has room; the caption is for those who cannot see it."""
        scale = min(_WIDEST / drawn.width, _HIGHEST / drawn.height)
        paragraph = self._paragraph("Normal")
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run()
        size = Mm(drawn.width * scale), Mm(drawn.height * scale)
        shape: Any = run.add_picture(BytesIO(drawn.data), *size)
        shape._inline.docPr.set("descr", caption)

    def _paragraph(self, style: str) -> Paragraph:
        element: Any = OxmlElement("w:p")
        self._end.addprevious(element)
        element.style = self._styles[style]
        return Paragraph(element, self._word)


def _set_page(word: WordDocument) -> None:
    (section,) = word.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _set_type(word: WordDocument, language: str) -> None:
    """Give every style a typeface that has all letters of Vietnamese, and the language of the text.

    The headings of Word's template name theirs by theme and for each script; all of that goes.
    """
    root: Any = word.styles.element
    defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    kept = defaults.find(qn("w:rFonts"))
    for fonts in list(root.iter(qn("w:rFonts"))):
        if fonts is not kept:
            fonts.getparent().remove(fonts)
    kept.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        kept.set(qn(f"w:{script}"), TYPEFACE)
    defaults.find(qn("w:lang")).set(qn("w:val"), language)
    for name, size in _SIZES.items():
        style: Any = word.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0x17, 0x2B, 0x2A)
        style.font.italic = False
    normal: Any = word.styles["Normal"]
    normal.font.size = Pt(13)
    normal.paragraph_format.space_after = Pt(6)
    text: Any = word.styles["Body Text"]
    text.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
