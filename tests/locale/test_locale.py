"""Messages are looked up when they are shown, in the language in use."""

from __future__ import annotations

import gettext
import os

import pytest

from tui import locale
from tui.locale import _, ngettext
from tui.locale.system import reason


def test_a_message_is_in_the_language_in_use() -> None:
    locale.use("vi")
    assert (locale.language(), _("Participants")) == ("vi", "Thành phần")
    locale.use("en")
    assert (locale.language(), _("Participants")) == ("en", "Participants")


@pytest.mark.parametrize(
    ("language", "n", "expected"),
    [("vi", 1, "1 ảnh"), ("vi", 5, "5 ảnh"), ("en", 1, "1 photo"), ("en", 5, "5 photos")],
)
def test_a_number_takes_the_form_of_its_language(language: str, n: int, expected: str) -> None:
    locale.use(language)
    assert ngettext("{n} photo", "{n} photos", n).format(n=n) == expected


@pytest.mark.parametrize("language", ["vi", "en"])
def test_libraries_that_use_gettext_speak_the_same_language(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    locale.use_everywhere(language)
    assert gettext.gettext("Options") == _("Options")
    assert os.environ["LANGUAGE"] == language


def test_a_reason_of_the_system_is_in_the_language_in_use() -> None:
    locale.use("vi")
    assert reason(FileNotFoundError(2, "No such file or directory")) == "không có tệp này"
    assert reason(OSError(9999, "Strange error")) == "lỗi hệ thống số 9999"


@pytest.mark.parametrize(
    ("language", "written"), [("vi", ["0", "999", "5.200"]), ("en", ["0", "999", "5,200"])]
)
def test_a_number_is_written_as_the_language_does(language: str, written: list[str]) -> None:
    locale.use(language)
    assert [locale.number(value) for value in (0, 999, 5200)] == written
