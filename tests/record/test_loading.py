"""From bytes to a record (docs/format.md)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.record.bad_files import problems
from tui.record.bundled import bundled
from tui.record.loading import load, loads
from tui.record.model import Block, Record

DATA = Path(__file__).parents[2] / "data"
HEAD = 'format = 1\n[event]\nid = "e"\nname = "n"\nstart_date = 2022-01-18\n'


def loaded(text: str) -> Record:
    return loads(text.encode(), "event.toml")


@pytest.mark.parametrize("file", sorted(DATA.glob("*.toml")), ids=lambda file: file.name)
def test_every_file_that_comes_with_the_program_is_a_record(file: Path) -> None:
    assert load(file).event.name


def test_the_bundled_event() -> None:
    record = load(bundled())
    assert record.event.id == "hai-phong-khcn-2022-01-18"
    assert record.event.start_date == date(2022, 1, 18)
    assert record.people[0].name == "Đỗ Hoài Nam"
    assert len(record.organizations) == 10
    assert [agreement.valid_from for agreement in record.agreements] == [2021, 2022, 2022]


def test_the_least_event() -> None:
    record = loaded(HEAD)
    assert (record.event.id, record.event.name, record.event.in_language) == ("e", "n", "vi")
    assert record.article.body == ()
    assert record.people == ()
    assert record.photos == ()
    assert record.event.end_date is None


def test_a_record_cannot_be_changed() -> None:
    record = loaded(HEAD)
    with pytest.raises(AttributeError):
        record.event.name = "x"  # type: ignore[misc]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_byte_order_mark_and_line_ends(mark: bytes, end: bytes) -> None:
    text = f'{HEAD}[[notes]]\nabout = "e"\ntext = """\nmột\nhai"""\n'
    data = mark + text.encode().replace(b"\n", end)
    assert loads(data, "event.toml").notes[0].text == "một\nhai"


def test_a_text_is_cleaned_as_its_key_asks() -> None:
    record = loaded(
        HEAD.replace('"n"', '"""\n  Lễ\\tký \\u001b[31m\n\n kết\\u200b """')
        + '[source]\nnote = "\\n một\\r\\n hai\\u0085ba\\t"\ntitle = "một\\nhai"\n'
        + '[[article.body]]\ntext = "\\u202ea\\n\\nb "\nby = "x\\ny"\n'
        + '[[article.body]]\nkind = "list"\nitems = ["a\\nb ", "Đo\\u0302\\u0303"]\n'
    )
    assert record.event.name == "Lễ ký ␛[31m kết"
    assert record.source.note == "một\n hai\nba"
    assert record.source.title == "một hai"
    assert record.article.body[0] == Block(text="�a\n\nb", by="x y")
    assert record.article.body[1].items == ("a\nb", "Đỗ")


def test_a_familiar_text_is_folded_just_so() -> None:
    """Files without odd characters take a shorter way, which must lead to the same."""
    body = (
        '[source]\nnote = "  một\\n\\n hai  "\ntitle = " một \\n hai "\n'
        '[[article.body]]\nkind = "list"\nitems = [" a\\nb "]\n'
        '[[people]]\nid = "p"\nname = "  Đỗ   Hoài\u00a0Nam "\npositions = [{ title = " a  b " }]\n'
    )
    record = loaded(HEAD + body)
    assert record.source.note == "một\n\n hai"
    assert record.source.title == "một hai"
    assert record.article.body[0].items == ("a\nb",)
    assert record.people[0].name == "Đỗ Hoài Nam"
    assert record.people[0].positions[0].title == "a b"
    assert loaded(HEAD + body + "# \u200b") == record


def test_a_word_is_cleaned_before_it_is_compared() -> None:
    record = loaded(HEAD + 'part_of_day = " morning "\norganizer = "o "\n[[organizations]]\n'
                    'id = " o"\nname = "O"\n')  # fmt: skip
    assert record.event.part_of_day == "morning"
    assert record.event.organizer == record.organizations[0].id == "o"


def test_a_plain_name_where_an_id_may_stand() -> None:
    record = loaded(
        HEAD
        + '[source]\npublisher = "Báo"\n[[article.body]]\n'
        + 'kind = "quote"\ntext = "a"\nby = "Ai đó"\n[[people]]\nid = "p"\nname = "P"\n'
        + 'positions = [{ title = "t", organization = "unesco" }]\n'
        + '[[documents]]\nid = "d"\nname = "D"\nissuer = "Chính phủ"\n'
    )
    assert record.people[0].positions[0].organization == "unesco"


@pytest.mark.parametrize("period", ["2022, 2022", "2022-03-01, 2022", "2022, 2022-03-01"])
def test_a_period_may_be_short(period: str) -> None:
    start, end = period.split(", ")
    record = loaded(
        f'{HEAD}end_date = 2022-01-18\n[[organizations]]\nid = "a"\nname = "A"\n[[organizations]]\n'
        f'id = "b"\nname = "B"\n[[agreements]]\nid = "c"\nparties = ["a", "b", "a"]\n'
        f"valid_from = {start}\nvalid_through = {end}\n"
    )
    assert len(record.agreements) == 1


@pytest.mark.parametrize("file", ["photos/1.jpg", "1.jpg", "..a/b..jpg", "a..b", "./a", ""])
def test_a_path_within_the_folder(file: str) -> None:
    record = loaded(f'{HEAD}[[photos]]\nid = "p"\nfile = "{file}"\n')
    assert record.photos[0].file == file


def test_depth_is_counted_from_the_document() -> None:
    """32 lists in one another are another mistake than 33."""

    def reasons(depth: int) -> list[str]:
        text = f"{HEAD}keywords = {'[' * (depth - 1)}{']' * (depth - 1)}"
        return [problem.reason for problem in problems(text.encode())]

    assert reasons(32) == ["This is a list."]
    assert reasons(33) == ["Values are nested deeper than 32 here."]


def test_the_problems_come_with_the_name_that_was_given() -> None:
    assert {problem.file for problem in problems(b"a = 1", "standard input")} == {"standard input"}


def test_a_record_goes_to_builtins_and_back() -> None:
    record = load(bundled())
    raw = msgspec.to_builtins(record, builtin_types=(date,))
    assert msgspec.convert(raw, Record, builtin_types=(date,)) == record
