"""The reader that goes on after mistakes reads of a sound file what the parser reads."""

from __future__ import annotations

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tests.record.fuzz import plain
from tui.record.diagnosis.tree import Tree

KEYS = st.lists(st.sampled_from("ab"), min_size=1, max_size=3).map(".".join)
VALUES = st.sampled_from(
    ["1", "{}", "[]", "{a=1}", "{a.b=1}", "[{a=1}]", "{a={}, a.b=1}", "{a=1, a.b=2}", "{a=1, a=2}"]
)
STATEMENTS = (
    st.builds("[{}]".format, KEYS)
    | st.builds("[[{}]]".format, KEYS)
    | st.builds("{} = {}".format, KEYS, VALUES)
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n# a\n",
        "a.b.c = 1\na.b.d = 2\n[a.e]\nf = 3",
        "[a.b]\nc = 1\n[a]\nd = 2\n[[e.f]]\n[[e.f]]\ng = 3\n[e.f.h]\ni = 4\n[[e.f.j]]\n[[e.f.j]]\n",
        "[a.b.c]\n[a]\nb.x = 1\n",
        "a = [1, [2, 3], {b = 4, c.d = [5]},]\n",
        "a = [ # x\n 1, # y\n # z\n]\n",
        '"a b" = 1\n\'c.d\' = 2\n"" = 3\n1 = 4\n-_ = 5\n',
        'a = \'\'\'\n\'a\' \'\'b\'\'\'\'\'\nc = """"""\nd = """\\\n   e"""""\n',
        "a = 1979-05-27 07:32:00Z\nb = 07:32:00\nc = +1_000\nd = 0xFF\ne = -inf\nf = 1e3\ng = 0\n",
        "a = true # b\nc = false",
        "a = {\n b = 1,\n c = [\n  2,\n ],\n}\n",
        'a = "\\u00e1\\n\\"\\\\"\n',
    ],
)
def test_the_tree_holds_what_the_parser_reads(text: str) -> None:
    tree = Tree(text)
    assert not tree.slips
    assert repr(plain(tree.root)) == repr(tomli.loads(text))


@given(st.lists(STATEMENTS, max_size=5).map("\n".join))
def test_tables_are_joined_and_refused_as_by_the_parser(text: str) -> None:
    tree = Tree(text)
    try:
        parsed = tomli.loads(text)
    except tomli.TOMLDecodeError:
        assert tree.slips
    else:
        assert not tree.slips
        assert repr(plain(tree.root)) == repr(parsed)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a = 1\n[a.b]\n", "“a” is given already, on line 1."),
        ("[a]\nb = 1\n[a.b.c]\n", "“b” is given already, on line 2."),
        ("[a]\n[[a]]\n", "“a” is given already, on line 1."),
        ("a.b = 1\n[a]\n", "“a” is given already, on line 1."),
        ("[a.b]\n[a]\nb.c = 1\n", "“b” is given already, on line 1."),
        ('"""a""" = 1\n', "A key is missing here."),
        ("'a = 1\n", "This text is not closed on its line."),
        ("a = [1\n", "This list is not closed."),
        ("a = [\n  1,\n[[b]]\n", "This list is not closed."),
        ("a = {b = 1\n", "This table is not closed."),
        ("a = {b = 1\n[c]\n", "This table is not closed."),
        ("a = {b}\n", "There is no “=” after the key “b”."),
        ("a = [1 2]\n", "A comma is missing here."),
        ("a = [ # \x01\n]\n", "There is a control character, ␁, in this comment."),
        ("a = 1 # \x01\n", "There is a control character, ␁, in this comment."),
        ("a = '\x7f'\n", "There is a control character, ␡, in this text."),
        ('a = "\r"\n', "There is a control character, ␍, in this text."),
        ("a = # \r\n", "A value is missing here."),
    ],
)
def test_one_mistake_is_told_once(text: str, reason: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # whatever the parser says
        tomli.loads(text.replace("\r\n", "\n"))
    assert [slip.reason for slip in Tree(text).slips][:1] == [reason]
