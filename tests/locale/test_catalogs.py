"""Every message of the source is translated, in both languages, and nothing else is."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from string import Formatter

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tui.locale import DOMAIN, LANGUAGES
from tui.locale import FOLDER as FOLDER_NAME
from tui.locale.click_messages import MESSAGES

FOLDER = Path(FOLDER_NAME)
PACKAGE = FOLDER.parent
CLICK_PLURALS = (
    "Did you mean {possibility}?",
    "Got unexpected extra argument ({args})",
    "Option {name!r} requires an argument.",
    "{value!r} is not {choice}.",
)

END = (".", ":", "?", "…")
"""What ends a sentence or a label."""


def extracted(folder: Path) -> set[tuple[str, ...]]:
    """Return the messages of the Python files of a folder: one form, or singular and plural."""
    found = extract_from_dir(folder, [("**.py", "python")])
    return {(text,) if isinstance(text, str) else tuple(text) for _, _, text, _, _ in found}


@cache
def catalog(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def forms(texts: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts or ())


def messages(language: str) -> list[Message]:
    return [message for message in catalog(language) if message.id]


def fields(text: str) -> set[str]:
    """Return the names of the placeholders of a message."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_missing_or_unused(language: str) -> None:
    held = {forms(message.id) for message in messages(language)}
    source = extracted(PACKAGE)
    assert sorted(source - held) == [], "missing: see “Messages” in docs/development.md"
    assert sorted(held - source) == [], "unused: see “Messages” in docs/development.md"


def test_no_message_stands_in_an_f_string_alone() -> None:
    """Babel does not see it there, and its translation would be dropped."""
    seen = {text for texts in extracted(PACKAGE) for text in texts}
    unseen = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}: {given.value!r}"
        for path in PACKAGE.rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("_", "N_", "ngettext")
        for given in call.args
        if isinstance(given, ast.Constant) and str(given.value) not in seen
    ]
    assert unseen == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_untranslated_fuzzy_or_obsolete(language: str) -> None:
    assert [message.id for message in messages(language) if not all(forms(message.string))] == []
    assert [message.id for message in messages(language) if message.fuzzy] == []
    assert list(catalog(language).obsolete) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_has_as_many_forms_as_its_language(language: str) -> None:
    number = catalog(language).num_plurals
    assert number == {"vi": 1, "en": 2}[language]
    plurals = [message for message in messages(language) if message.pluralizable]
    assert [message.id for message in plurals if len(forms(message.string)) != number] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_what_the_message_does(language: str) -> None:
    differing = []
    for message in messages(language):
        known = set[str]().union(*map(fields, forms(message.id)))
        for text in forms(message.string):
            # A form for “one” may leave the number out.
            needed = fields(forms(message.id)[-1 if text == forms(message.string)[-1] else 0])
            if not needed <= fields(text) <= known:
                differing.append(message.id)
    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_begins_and_ends_as_the_message_does(language: str) -> None:
    differing = [
        (source, text)
        for message in messages(language)
        for source, text in zip(forms(message.id)[-1:], forms(message.string)[-1:], strict=True)
        if (source[-1:] in END, source[:1].isspace(), source[-1:].isspace())
        != (text[-1:] in END, text[:1].isspace(), text[-1:].isspace())
    ]
    assert differing == []


def test_english_is_as_it_stands_in_the_source() -> None:
    assert [m.id for m in messages("en") if forms(m.id) != forms(m.string)] == []


def test_the_messages_of_click_are_still_those_of_click() -> None:
    installed = {form for texts in extracted(Path(click.__file__).parent) for form in texts}
    assert {*MESSAGES, *CLICK_PLURALS} - installed == set()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("ổ cắm", "socket"),
        ("Tệp sự kiện lớn nhất là", "Tệp không được quá"),
        ("thứ con trỏ đang chỉ", "mục con trỏ đang chỉ"),
        ("có phải định gõ", "có phải bạn muốn gõ"),
        ("Các phím làm gì ở chỗ đang đứng", "Tác dụng của các phím ở màn hình này"),
        ("Nơi:", "Địa điểm:"),
        ("Phía tổ chức", "Phía đơn vị tổ chức"),
        ("được giữ nguyên", "chương trình không ghi đè"),
        ("không có quyền với tệp", "không có quyền truy cập tệp"),
        ("ây không phải năm", "Đây không phải là năm hợp lệ"),
        ("Lùi", "Quay lại"),
    ],
)
def test_messages_are_worded_as_an_editor_would(wrong: str, right: str) -> None:
    said = "\n".join(form for message in messages("vi") for form in forms(message.string))
    assert wrong not in said
    assert right.lower() in said.lower()


def test_to_copy_is_sao_chep() -> None:
    said = "\n".join(form for message in messages("vi") for form in forms(message.string)).lower()
    assert said.count("chép") == said.count("sao chép")
