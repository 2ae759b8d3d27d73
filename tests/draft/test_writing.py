"""The event file that is written: valid, word for word, with comments and marks."""

from __future__ import annotations

import re
import unicodedata

import tomli
from hypothesis import given
from hypothesis import strategies as st

from tests.draft.items import CEREMONY, VISIT
from tests.draft.making import draft_of
from tui.draft.article import Article, Block
from tui.draft.drafting import draft
from tui.draft.layout.kinds import arrange
from tui.draft.marks import count_doubts
from tui.draft.model import Draft
from tui.draft.reading.plain import lines_of_text
from tui.draft.writing import wrapped, write
from tui.record.loading import loads
from tui.record.model import Record
from tui.text.cleaning import clean

WORDS = st.sampled_from(
    [
        *"UBND tỉnh Nguyễn Văn Hùng , ( ) : ; - Giám đốc Sở Y tế và ký kết thỏa thuận giữa".split(),
        *"ông bà GS.TS ngày 18/1 tại Ảnh: Trường Đại học . Hội nghị phát biểu # ? [x] =".split(),
        *"Bộ “ ” … của 2022 Quyết định số 12/QĐ-UBND".split(),
        *('"', "\\", '"""', "'''", "\n"),
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=80).map(" ".join)


def record_of(made: Draft) -> Record:
    return loads(write(made, "bai.txt").encode(), "bai.toml")


def said(record: Record) -> list[str]:
    """Return the words of the article of a record, captions and credits in their places."""
    photos = {one.id: one for one in record.photos}
    words = record.article.headline.split()
    for block in record.article.body:
        words += block.text.split()
        words += " ".join(block.items).split()
        for photo in block.photos:
            words += f"{photos[photo].caption} {photos[photo].credit}".split()
    return words


def test_a_draft_is_a_record_of_every_word_in_its_order() -> None:
    for item in (CEREMONY, VISIT):
        assert said(record_of(draft_of(item))) == item.split()


def test_everything_says_where_it_was_read() -> None:
    written = write(draft_of(CEREMONY), "bai.txt")
    assert "  # line 2: Sáng 15/3/2023, tại Hải Phòng" in written
    person = written[written.index('name = "Bùi Thế Duy"') :].splitlines()[0]
    assert "# line 3: …" in person


def test_what_is_doubtful_is_marked_and_counted() -> None:
    written = write(draft_of(VISIT), "bai.txt")
    assert re.search(
        r"^start_date = 2024-09-12  # \? the article gives no year; line 1", written, re.M
    )
    assert count_doubts(written) == len(re.findall(r"# \?", written)) - 1  # the first line explains


def test_a_mark_within_a_text_is_none() -> None:
    assert count_doubts('a = "# ?" # ? look\nb = """\n# ?"""\n# no mark # ?\nc = 1 # ?') == 2


def test_an_agreement_of_one_party_is_a_comment() -> None:
    made = draft_of(
        "Ngày 17/4/2021, Trường Đại học Vinh ký kết hợp tác đào tạo với 30 doanh nghiệp."
    )
    written = write(made, "bai.txt")
    assert "# [[agreements]]" in written
    assert loads(written.encode(), "x.toml").agreements == ()


@given(TEXTS)
def test_any_text_becomes_a_record_of_its_words(text: str) -> None:
    made = draft_of(clean(text + "\nmột dòng nữa"))
    record = record_of(made)
    bullets = re.compile(r"^[-–•+*·▪►●○◦]+$")
    wanted = [word for word in f"{text} một dòng nữa".split() if not bullets.match(word)]
    assert [word for word in said(record) if not bullets.match(word)] == wanted


@given(TEXTS)
def test_every_value_stands_in_the_article(text: str) -> None:
    record = record_of(draft_of(clean(text + "\nmột dòng nữa")))
    whole = " ".join(said(record))
    names = [one.name for one in record.people] + [one.name for one in record.organizations]
    names += [one.name for one in record.documents]
    names += [office.title for person in record.people for office in person.positions]
    flat = re.sub(r"\W", "", whole)
    assert [name for name in names if re.sub(r"\W", "", name) not in flat] == []


@given(st.text(max_size=400))
def test_any_characters_at_all_become_a_record(text: str) -> None:
    article = arrange(lines_of_text(clean(text)))
    if not article.blocks:
        article = Article((Block("paragraph", "x", 1),))
    loads(write(draft(article), "bai.txt").encode(), "x.toml")


@given(st.text(alphabet="ab \\\"đ'", max_size=300))
def test_a_long_text_is_wrapped_and_reads_the_same(text: str) -> None:
    text = " ".join(text.split())
    assert " ".join(tomli.loads(f"t = {wrapped(text)}")["t"].split()) == text
    assert unicodedata.is_normalized("NFC", text)
