"""The workbook and the document of Word, opened by readers of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from msgspec.structs import replace
from PIL import Image

from tests.export.events import EMPTY, FULL, of_five
from tests.export.hostile import TODAY, everything, the_bundled_event
from tests.hostile.harm import harm
from tests.reliability import case
from tui import locale
from tui.document.model import Document
from tui.document.of_record import document
from tui.export import rendered
from tui.export.errors import ExportError, MissingExtraError
from tui.export.options import Options


def workbook(shown: Document) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(_bytes("xlsx", shown)))


def _bytes(name: str, shown: Document) -> bytes:
    data = rendered(name, shown, Options())
    assert isinstance(data, bytes)
    return data


def test_the_workbook_has_a_sheet_for_each_table() -> None:
    locale.use("vi")
    book = workbook(document(FULL, TODAY, file="le-ky.toml"))
    assert book.sheetnames == ["Thỏa thuận", "Thành phần", "Chú thích ảnh"]
    rows = list(book["Thỏa thuận"].iter_rows(values_only=True))
    assert rows[0][4:8] == ("Ngày ký", "Từ", "Đến", "Tình trạng")
    assert rows[1][4:8] == (datetime(2022, 1, 18), 2021, 2025, "còn hiệu lực")


def test_a_workbook_of_nothing_has_its_headings() -> None:
    assert workbook(document(EMPTY))["Agreements"].max_row == 1


def test_the_article_alone_is_no_workbook() -> None:
    with pytest.raises(ExportError):
        rendered("xlsx", document(FULL), Options(sections=["article"]))


@case("Hostile strings: all in one record, in a workbook: no formula, no link")
def test_no_cell_of_a_hostile_record_is_a_formula_or_a_link() -> None:
    shown = everything()
    data = _bytes("xlsx", shown)
    book = openpyxl.load_workbook(BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert len(cells) > 1000
    with ZipFile(BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name]


def test_a_formula_in_a_record_is_text_in_a_cell() -> None:
    agreement = replace(FULL.agreements[0], name='=HYPERLINK("https://example.org")')
    book = workbook(document(replace(FULL, agreements=(agreement,)), TODAY))
    cell = book["Agreements"]["A2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("https://example.org")', "s")


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    photo = replace(FULL.photos[0], caption="𝄞" * 20_000)
    book = workbook(document(replace(FULL, photos=(photo,)), TODAY))
    held = book["Photo captions"]["B2"].value
    assert isinstance(held, str)
    assert held.endswith("𝄞…")
    assert len(held.encode("utf-16-le")) // 2 <= 32_767


def test_the_document_of_word_has_words_own_headings() -> None:
    locale.use("vi")
    word = docx.Document(BytesIO(_bytes("docx", the_bundled_event())))
    found = [(p.style.name, p.text) for p in word.paragraphs if p.style is not None]
    titles = [text for name, text in found if name == "Heading 1"]
    assert titles == ["Bài viết", "Thành phần", "Thỏa thuận", "Chú thích ảnh"]
    assert found[0][0] == "Title"
    assert ("Heading 3", "Ba văn bản, ba đối tác") in found
    assert word.core_properties.title == the_bundled_event().title


def test_the_counts_of_a_matrix_stand_below_each_other_in_word() -> None:
    names = [f"Viện {n}" for n in range(5)]
    word = docx.Document(BytesIO(_bytes("docx", document(of_five(*names)))))
    counts = [
        run.text.rstrip()
        for paragraph in word.paragraphs
        for run in paragraph.runs
        if run.font.name == "Courier New"
    ]
    assert counts[:2] == ["  A B C D E", "A – 3 2 1 1"]
    assert len(counts) == 6


def test_a_photo_stands_under_its_number_drawn_anew(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "a secret place"
    Image.new("RGB", (2000, 1000), "red").save(tmp_path / "a.jpg", exif=exif)
    (tmp_path / "b.jpg").write_bytes(b"no picture")
    first = replace(FULL.photos[0], file="a.jpg")
    photos = (first, replace(first, id="anh-2", file="b.jpg"))
    word_file = _bytes("docx", document(replace(FULL, photos=photos), folder=str(tmp_path)))
    word = docx.Document(BytesIO(word_file))
    (shape,) = word.inline_shapes
    assert shape._inline.docPr.get("descr") == "TS Lê An phát biểu"
    assert (round(shape.width.mm), round(shape.height.mm)) == (140, 70)
    with ZipFile(BytesIO(word_file)) as archive:
        (name,) = [each for each in archive.namelist() if each.startswith("word/media/")]
        held = archive.read(name)
    assert b"secret" not in held
    assert Image.open(BytesIO(held)).size == (960, 480)
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert texts[texts.index("Ảnh 1") + 1 :][:2] == ["", "TS Lê An phát biểu"]
    assert texts[texts.index("Ảnh 2") + 1] == "TS Lê An phát biểu"


def test_every_style_of_the_document_has_one_typeface() -> None:
    with ZipFile(BytesIO(_bytes("docx", the_bundled_event()))) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert styles.count("<w:rFonts") == 1
    assert 'w:ascii="Times New Roman"' in styles
    assert '<w:lang w:val="vi"' in styles


@case("Hostile strings: all in one record, in a document of Word")
def test_a_hostile_record_is_text_in_word() -> None:
    word = docx.Document(BytesIO(_bytes("docx", everything())))
    assert harm("\n".join(p.text for p in word.paragraphs), allowed="\n") == []
    assert len(word.paragraphs) > 1000


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (the_bundled_event, ("Thỏa thuận hợp tác", "GS.TS Đỗ Hoài Nam đã phát biểu")),
        (everything, ("onerror=alert(1)", "onerror=alert(1)")),
    ],
    ids=["bundled", "hostile"],
)
@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("xlsx", "csv:Text - txt - csv (StarCalc):44,34,76"),
        ("docx", "txt:Text (encoded):UTF8"),
    ],
)
def test_libreoffice_opens_it(
    name: str, target: str, shown: Callable[[], Document], words: tuple[str, str], tmp_path: Path
) -> None:
    if (office := shutil.which("soffice")) is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / f"event.{name}").write_bytes(_bytes(name, shown()))
    subprocess.run(
        [
            office,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            *("--headless", "--convert-to", target),
            *("--outdir", tmp_path, tmp_path / f"event.{name}"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert words[name == "docx"] in (tmp_path / f"event.{target[:3]}").read_text("utf-8-sig")


@pytest.mark.parametrize(("name", "module"), [("xlsx", "xlsxwriter"), ("docx", "docx")])
def test_without_the_extra_one_sentence_says_what_to_install(
    name: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delitem(sys.modules, f"tui.export.formats.{name}", raising=False)
    with pytest.raises(MissingExtraError, match=r"pip install 'ktcn-tui\[office\]'"):
        rendered(name, document(FULL), Options())
