"""Mistakes that are told together, and those that are not told because others explain them."""

from __future__ import annotations

import pytest
import tomli

from tests.record.bad_files import problems
from tests.reliability import case
from tui.locale import use
from tui.record.diagnosis.places import Places
from tui.record.diagnosis.report import diagnose
from tui.record.limits import MAX_DOTTED, MAX_KEYS, MAX_SIGNS
from tui.record.problems import MAX_PROBLEMS, Problem, RecordError, written

HEAD = 'format = 1\n[event]\nid = "e"\nname = "n"\nstart_date = 2022-01-18\n'


def told(text: str) -> list[tuple[int, str, str]]:
    """Return of each problem its line, its path and its reason."""
    return [(each.line, each.path, each.reason) for each in problems(text.encode())]


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    text = HEAD + '[[people]]\nid = "p"\nnmae = "P"\n'
    assert told(text) == [(8, "people[0].nmae", "There is no key “nmae” here.")]


def test_a_key_that_could_not_be_understood_is_not_missing_as_well() -> None:
    text = HEAD.replace('"n"', "n") + '[[people]]\nid "p"\nname = "P"\n'
    assert [line for line, _, _ in told(text)] == [4, 7]


@pytest.mark.parametrize(
    "lost",
    [
        '[[organisations]]\nid = "so"\nname = "S"\n',
        '[[organizations]\nid = "so"\nname = "S"\n',
        '[[organizations]]\nid = so\nname = "S"\n',
        '[[organizations]]\nid = 5\nname = "S"\n',
        '[[organizations]]\nname = "S"\n',
        'organizations = 5\n',
        'organizations = ["so"]\n',
    ],
)  # fmt: skip
def test_references_are_not_blamed_when_ids_are_lost(lost: str) -> None:
    before, after = ("", lost) if lost.startswith("[") else (lost, "")
    text = f'{before}{HEAD}{after}[[photos]]\nid = "p"\ndepicts = ["so"]\n'
    where = [path for _, path, _ in told(text)]
    assert "photos[0].depicts[0]" not in where
    assert len(where) == 1


@pytest.mark.parametrize("more", ["[source.more]\n", "[[source.more]]\n", "[source]\n"])
def test_a_table_between_braces_is_whole(more: str) -> None:
    text = HEAD.replace("[event]", 'source = { title = "T" }\n[event]') + more
    assert told(text) == [(7, "", "“source” is given already, on line 2.")]


def test_an_unknown_table_that_only_a_header_below_it_names_is_told_at_its_name() -> None:
    text = HEAD + "[programme.morning]\nstart = 9\n"
    assert told(text) == [(6, "programme", "There is no key “programme” here.")]
    (problem,) = problems(text.encode())
    assert problem.source[slice(*problem.span)] == "programme"


def test_a_missing_table_is_missing_at_the_beginning() -> None:
    (problem,) = problems(b"format = 1\n")
    assert (problem.line, problem.column, problem.span) == (1, 1, (0, 0))


def test_references_are_checked_beside_mistakes_of_another_kind() -> None:
    text = HEAD.replace('"n"', "5") + 'organizer = "so"\nlocation = 5\n'
    assert [path for _, path, _ in told(text)] == [
        "event.name",
        "event.organizer",
        "event.location",
    ]


def test_a_block_of_an_unknown_kind_is_not_blamed_for_its_content() -> None:
    text = HEAD + '[[article.body]]\nkind = "table"\nitems = ["a"]\n'
    assert [path for _, path, _ in told(text)] == ["article.body[0].kind"]


def test_a_date_that_is_no_date_is_not_compared() -> None:
    text = HEAD.replace("2022-01-18", '"mai"') + "end_date = 1000-01-01\n"
    assert [path for _, path, _ in told(text)] == ["event.start_date"]


def test_of_a_later_format_nothing_else_is_said() -> None:
    assert told("format = 2\n[programme]\n") == [
        (1, "format", "This file is in format 2; this program reads format 1.")
    ]
    assert f"format {'9' * 20};" in told(f"format = {'9' * 20}")[0][2]
    assert "format …;" in told(f"format = 1{'0' * 20}")[0][2]


def test_toml_of_a_later_format_is_still_toml() -> None:
    assert [line for line, _, _ in told("format = 2\nx = y\n")] == [1, 2]


@pytest.mark.parametrize(
    "much",
    [
        "a = [" + "1," * MAX_SIGNS + "]",
        "".join(f"a{i} = 1\n" for i in range(MAX_KEYS + 1)),
        "a = 1\n" + ("b" + ".c" * 30 + " = 1\n") * (MAX_DOTTED // 30 + 1),
        "a = " + "1" * 70_000,
    ],
)
def test_more_than_any_event_holds(much: str) -> None:
    reason = "There is more in this file than in any event: keys, values or digits."
    assert told(much) == [(1, "", reason)]


def test_there_is_an_end_to_problems() -> None:
    found = problems((HEAD + "[[people]]\n" * (MAX_PROBLEMS * 2)).encode())
    assert len(found) == MAX_PROBLEMS + 1
    assert found[-1].reason == "There are more mistakes from here on."
    assert found[-1].expected == "Fix the ones above first."
    assert found[-1].line > found[0].line
    found = problems((HEAD + "a = b c\n" * (MAX_PROBLEMS * 2)).encode())
    assert len(found) == MAX_PROBLEMS + 1
    notes = "".join(f"[[notes]]\nabout = 'x{i}'\ntext = 'y'\n" for i in range(MAX_PROBLEMS * 2))
    found = problems((HEAD + notes).encode())
    assert len(found) == MAX_PROBLEMS + 1


@case("Suggestions for misspelt ids and keys: a budget of work")
def test_near_words_are_sought_only_so_long() -> None:
    people = "".join(f'[[people]]\nid = "{i:090}"\nname = "P"\n' for i in range(300))
    photo = (
        '[[photos]]\nid = "p"\ndepicts = [\n'
        + "".join(f'"{i:089}x",\n' for i in range(100))
        + "]\n"
    )
    expected = [problem.expected for problem in problems((HEAD + people + photo).encode())]
    assert len(expected) == 100
    assert expected[0].startswith("Did you mean “00")
    assert expected[-1].startswith("Write the id of one of [[people]] or [[organizations]]")


def regress(*lines: str) -> list[tuple[int, str, str]]:
    """Return what is told of a file of these lines after the usual head of five."""
    return told(HEAD + "\n".join(lines) + "\n")


@case("One mistake tells one: a broken item of a list")
def test_a_broken_item_of_a_list_tells_one_mistake() -> None:
    """Reading resumed outside of the list, and each further item was a false mistake."""
    assert regress("keywords = [", '  "a",', "  b,", '  "c",', '  "d",', "]") == [
        (8, "", "“b” is not a valid value.")
    ]
    assert [line for line, _, _ in regress('keywords = ["a", b, "c"]', "location = c")] == [6, 7]
    assert [line for line, _, _ in regress('keywords = ["a", b, "c"', 'location = "c"')] == [6]


@case("One mistake tells one: a broken item of a list")
def test_a_list_goes_on_after_each_broken_item() -> None:
    lines = regress("keywords = [", '  "a,', '  "b" "c",', "  d,", "]", "location = 5")
    assert [line for line, _, _ in lines] == [7, 8, 9, 11]


@case("One mistake tells one: `[article.body]` for `[[article.body]]`")
def test_a_header_with_one_bracket_is_one_mistake() -> None:
    """``[article.body]`` made every later block a key that stands there already."""
    block = ("[[article.body]]", 'text = "a"')
    one = ("[article.body]", 'text = "a"')
    told_once = [(6, "", "A table of [[article.body]] begins with two brackets.")]
    assert regress(*one, *block, *block) == told_once
    assert [line for line, _, _ in regress(*block, *one, *block)] == [8]
    assert [line for line, _, _ in regress(*one, *one, *block)] == [6, 8]
    assert [line for line, _, _ in regress(*one)] == [6]


@case("One mistake tells one: a quote within an id")
def test_a_quote_within_an_id_takes_no_reference_away() -> None:
    found = regress(
        'organizer = "so-khcn"', "[[organizations]]", 'id = "so-"khcn"', 'name = "S"',
        "[[photos]]", 'id = "p"', 'depicts = ["so-khcn"]',
    )  # fmt: skip
    assert found == [(8, "", "There is something after the end of this statement.")]


@case("One mistake tells one: a key with a no-break space")
def test_a_key_with_a_space_that_does_not_break_is_one_mistake() -> None:
    """The block was said to need a text as well."""
    assert regress("[[article.body]]", '\u00a0text = "a"') == [
        (7, "", "This key contains invisible characters.")
    ]


@case("One mistake tells one: a text that is never closed is told where it began")
def test_a_text_that_is_never_closed_is_told_where_it_began() -> None:
    first = ("[[article.body]]", 'text = """', "Chiều 18/01,", "tại Hải Phòng.")
    second = ("[[article.body]]", 'text = """', 'Dự buổi lễ có 3 người."""')
    assert regress(*first, *second) == [(7, "", "This text is never closed.")]
    assert regress(*first, "[[article.body]]", 'text = "a"') == [
        (7, "", "This text is never closed.")
    ]
    assert regress("keywords = [", '  """a', "  b,", '  """c""",', "]", "location = 5") == [
        (7, "", "This text is never closed."),
        (11, "event.location", "This is a number."),
    ]


@case("A byte that is no UTF-8 hides no other mistake")
def test_a_byte_that_is_no_utf_8_hides_no_other_mistake() -> None:
    text = f"{HEAD}nmae = 5\n[[people]]\nid = '\u00e9'\nname = 'P'\n"
    found = problems(text.encode("latin-1"))
    assert [(each.line, each.reason) for each in found] == [
        (6, "There is no key “nmae” here."),
        (8, "The byte 0xE9 is not valid UTF-8 here."),
    ]


def test_an_unknown_table_hides_no_wrong_reference() -> None:
    found = regress('organizer = "so"', "[programme]", 'title = "x"')
    assert [(line, path) for line, path, _ in found] == [(6, "event.organizer"), (7, "programme")]


def test_an_id_that_many_references_name_is_told_where_it_is_misspelt() -> None:
    photo = ("[[photos]]", 'id = "p#"', 'depicts = ["so-khcn"]')
    photos = [line.replace("#", str(i)) for i in range(3) for line in photo]
    (mistake,) = problems((HEAD + "\n".join(
        ["[[organizations]]", 'id = "so-khnc"', 'name = "S"', *photos]
    )).encode())  # fmt: skip
    assert mistake.line == 7
    assert mistake.reason == "Nothing refers to the id “so-khnc”; lines 11, 14, 17 name “so-khcn”."
    assert mistake.expected == "Did you mean “so-khcn”?"


def test_an_id_that_is_nowhere_is_told_once_with_all_its_lines() -> None:
    photo = ("[[photos]]", 'id = "p#"', 'depicts = ["so-khcn"]')
    found = regress(*(line.replace("#", str(i)) for i in range(3) for line in photo))
    assert [(line, reason.partition(". ")[2]) for line, _, reason in found] == [
        (8, "The same on: 11, 14.")
    ]


def test_a_table_that_stands_twice_is_one_mistake() -> None:
    again = (HEAD + "[event]\n" + HEAD.partition("[event]\n")[2]).splitlines()[1:]
    assert told("format = 1\n" + "\n".join(again)) == [
        (6, "", "“event” is given already, on line 2.")
    ]


def test_keys_whose_header_is_lost_are_one_mistake() -> None:
    people = ("[[people]]", 'id = "p"', 'name = "P"', 'id = "q"', 'name = "Q"', 'roles = ["guest"]')
    assert regress(*people) == [(9, "", "“id” is given already, on line 7.")]
    assert told("format = 1\n" + HEAD.partition("[event]\n")[2]) == [
        (2, "id", "Keys of [event] begin here.")
    ]


def test_what_nothing_explains_is_told_as_it_came() -> None:
    """Should the parser ever refuse what the reader that goes on takes."""
    data = HEAD.encode()
    error = tomli.TOMLDecodeError("Odd", HEAD, HEAD.index("id"))
    (problem,) = diagnose(data, "e.toml", error)
    assert str(problem) == "e.toml:3:1: This is not an event file: Odd (at line 3, column 1)."
    (problem,) = diagnose(data, "e.toml", RecursionError("too \x1b deep"))
    assert str(problem) == "e.toml:1:1: This is not an event file: too ␛ deep."


def test_a_valid_file_of_toml_1_1_keeps_its_places() -> None:
    """tree-sitter-toml knows TOML 1.0 alone: its tree of this file is broken."""
    text = HEAD + (
        "[[people]]\nid = 'p'\nname = \"\\e\\x41\"\npositions = [{\n  title = 'a',\n"
        "  # lời chú\n  former = 1,\n}]\n"
    )
    assert [(line, path) for line, path, _ in told(text)] == [(12, "people[0].positions[0].former")]


def test_after_a_text_of_many_lines_that_is_not_closed_the_next_header_is_read() -> None:
    text = HEAD + 'location = """\nHải Phòng\n[[people]]\nid = "p"\n[notes]\n'
    assert [(line, path) for line, path, _ in told(text)] == [
        (6, ""),
        (8, "people[0].name"),
        (10, "notes"),
    ]


def test_spaces_after_what_is_no_value_are_not_part_of_it() -> None:
    (problem,) = problems(f"{HEAD}location = Hải Phòng  # ở đâu\n".encode())
    assert problem.reason == "“Hải Phòng” is not a valid value."
    assert problem.source[slice(*problem.span)] == "Hải Phòng"


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "Yes", "OFF"])
def test_other_words_for_truth_are_answered_by_true_or_false(word: str) -> None:
    (problem,) = problems(f"{HEAD}location = {word}\n".encode())
    assert problem.expected == "Write true or false."


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "location = {}\n",  # no value
        HEAD.replace('"e"', '"e{}"') + '[[people]]\nid = "e{}"\nname = "P"\n',  # an id twice
        HEAD + 'a = 1\n["{}"]\n"{}" = 1\n["{}"]\n',  # a header twice
    ],
)
def test_a_part_of_the_file_is_told_whole_up_to_60_code_points(text: str) -> None:
    def reasons(part: str) -> str:
        found = problems(text.replace("{}", part).encode())
        return "".join(problem.reason + problem.expected for problem in found)

    start = "e" if "e{}" in text else ""
    fits = "x" * (60 - len(start))
    assert f"{start}{fits}" in reasons(fits)
    assert f"{start}{fits}y" not in reasons(f"{fits}y")
    assert f"{start}{fits[:-1]}…" in reasons(f"{fits}y")


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ((), ""),
        (("event",), "event"),
        (("people", 2, "positions", 0, "organization"), "people[2].positions[0].organization"),
        (("event", "[/]"), 'event."[/]"'),
        (("event", ""), 'event.""'),
    ],
)
def test_how_a_path_is_written(path: tuple[str | int, ...], shown: str) -> None:
    assert written(path) == shown


def test_how_a_problem_is_written() -> None:
    problem = Problem(file="e.toml", line=2, column=3, path="event.id", reason="A.", expected="B.")
    assert str(problem) == "e.toml:2:3: event.id: A. B."
    other = Problem(file="e.toml", line=0, column=0, path="", reason="C.")
    assert str(other) == "e.toml: C."
    assert str(RecordError((problem, other))) == f"{problem}\n{other}"


def test_places_can_be_asked_for_in_any_order() -> None:
    places = Places("ab\ncđ\n\ne")
    assert [places.line_and_column(at) for at in (0, 4, 1, 7, 6)] == [
        (1, 1), (2, 2), (1, 2), (4, 1), (3, 1),
    ]  # fmt: skip


def test_a_span_is_of_the_line_as_it_is_shown() -> None:
    text = 'x = 1\n\t a\u200b = "\x1b" # b'
    source, (start, end) = Places(text).source(text.index('"'), text.index(" #"))
    assert source == 'a = "␛" # b'
    assert source[start:end] == '"␛"'


def test_a_span_ends_with_its_line() -> None:
    source, (start, end) = Places('a = """b\nc"""').source(4, 12)
    assert (source, source[start:end]) == ('a = """b', '"""b')


def test_mistakes_are_told_in_the_language_of_the_screen() -> None:
    english = problems(b"format = 2")[0].reason
    use("vi")
    assert problems(b"format = 2")[0].reason
    use("en")
    assert problems(b"format = 2")[0].reason == english
