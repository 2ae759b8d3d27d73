"""The review of a draft as a value: each step, and what is written in the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.draft.items import CEREMONY, VISIT
from tests.draft.making import draft_of
from tui.draft import review as steps
from tui.draft.entries import Entry, entries
from tui.draft.finding.scan import Place
from tui.draft.review import Review
from tui.draft.unread import next_unread
from tui.draft.writing import write
from tui.record.loading import loads
from tui.record.model import Record

LONE = "\n".join(
    f"Trong phần thi thứ {n}, {name} được khán giả cổ vũ suốt buổi tối hôm ấy."
    for n, name in enumerate(("Nguyễn Thị Ánh Viên", "Nguyễn Tiến Minh", "Lê Quang Liêm"), 1)
)
"""Three people of whom nothing but the form of the name says so."""


def started(text: str) -> Review:
    return steps.start(draft_of(text))


def record_of(review: Review) -> Record:
    return loads(write(review.draft, "bai.txt").encode(), "bai.toml")


def at(review: Review, kind: str, name: str) -> Review:
    """Return the review at the entry of a kind with a name."""
    entry = next(e for e, f in review.facts.items() if e.kind == kind and f.name == name)
    return steps.go_to(review, entry)


def test_the_doubtful_ones_come_first_and_a_decision_goes_on() -> None:
    review = started(LONE)
    assert len(review.left) == 5  # the name of the event, its day, and three people
    assert review.current == review.left[0]
    review = steps.keep(review)
    assert review.current == review.left[0]
    assert len(review.left) == 4


def test_a_doubtful_thing_takes_at_most_two_keys() -> None:
    review = started(LONE)
    pressed = 0
    while review.left:
        review = steps.keep(review)
        pressed += 1
    assert pressed <= 2 * len(started(LONE).left)
    assert "# ?" not in write(review.draft, "bai.txt").split("\n", 3)[3]


def test_what_is_left_out_is_not_written_and_comes_back() -> None:
    review = at(started(LONE), "person", "Nguyễn Tiến Minh")
    without = steps.leave_out(review)
    assert "Nguyễn Tiến Minh" not in [one.name for one in record_of(without).people]
    assert steps.undo(without).draft == review.draft
    assert without.facts[review.current].name == "Nguyễn Tiến Minh"  # the list still shows it


def test_the_day_cannot_be_left_out() -> None:
    review = steps.go_to(started(LONE), Entry("date"))
    assert steps.leave_out(review) == review


def test_a_body_that_is_left_out_stays_in_offices_as_words() -> None:
    review = steps.leave_out(at(started(CEREMONY), "organization", "Thành ủy Hải Phòng"))
    record = record_of(review)
    chau = next(one for one in record.people if one.name == "Lê Tiến Châu")
    assert chau.positions[0].organization == "Thành ủy Hải Phòng"
    assert "Thành ủy Hải Phòng" not in [one.name for one in record.organizations]


def test_an_agreement_whose_party_is_left_out_becomes_a_comment() -> None:
    review = steps.leave_out(at(started(CEREMONY), "organization", "UBND TP Hải Phòng"))
    assert record_of(review).agreements == ()
    assert record_of(review).event.organizer == ""


def test_edges_move_by_words_of_the_article() -> None:
    review = at(started(CEREMONY), "person", "Bùi Thế Duy")
    shorter = steps.move_edge(review, right=True, step=-1)
    assert shorter.facts[review.current].name == "Bùi Thế"
    longer = steps.move_edge(review, right=False, step=-1)
    assert longer.facts[review.current].name == "KH&CN Bùi Thế Duy"
    one = review
    for _ in range(9):
        one = steps.move_edge(one, right=True, step=-1)
    assert one.facts[review.current].name == "Bùi"


def test_two_are_merged_into_the_one_that_is_gone_to() -> None:
    review = at(started(CEREMONY), "organization", "Trung ương Đảng")
    merging = steps.start_merging(review)
    assert merging.merging == review.current
    while merging.facts[merging.current].name != "Bộ Chính trị":
        merging = steps.step(merging, 1)
        assert merging.current.kind == "organization"
    record = record_of(steps.keep(merging))
    joined = next(one for one in record.organizations if one.name == "Bộ Chính trị")
    assert joined.alternate_names == ("Trung ương Đảng",)
    dat = next(one for one in record.people if one.name == "Huỳnh Thành Đạt")
    assert dat.positions[0].organization == joined.id
    assert steps.undo(merging).draft == review.draft
    assert steps.undo(merging).merging is None


def test_roles_go_round() -> None:
    review = at(started(CEREMONY), "person", "Bùi Thế Duy")
    seen = []
    for _ in range(8):
        review = steps.change_role(review)
        seen.append(next(p.roles for p in review.draft.people if p.name == "Bùi Thế Duy"))
    assert len(set(seen)) == 8
    assert seen[-1] == ("guest",)


def test_words_are_added_and_become_another_kind() -> None:
    review = started(CEREMONY)
    text = review.draft.article.blocks[1].text
    start = text.index("Lễ ký kết")
    added = steps.add(review, Place(1, start, start + len("Lễ ký kết")))
    assert added.current in added.left
    assert "Lễ ký kết" in [one.name for one in record_of(added).people]
    body = steps.change_role(added)
    assert "Lễ ký kết" in [one.name for one in record_of(body).organizations]
    assert steps.leave_out(body).draft == review.draft


def test_the_next_words_in_which_nothing_was_found_are_offered() -> None:
    review = started("Ngày 2/9/2024, tại Ba Đình, Festival Ninh Kiều khai mạc với Bộ Y tế.")
    place = next_unread(review.draft, Place(0, 0, 0))
    assert place is not None
    assert review.draft.article.blocks[0].text[place.start : place.end] == "Festival Ninh Kiều"


def test_words_are_selected_by_steps_and_added() -> None:
    review = steps.select(started("Ngày 2/9/2024, tại Ba Đình, lễ hội khai mạc."), Place(0, 0, 0))
    text = review.draft.article.blocks[0].text

    def selected() -> str:
        place = review.selecting
        return text[place.start : place.end] if place else ""

    assert selected() == "Ngày"
    for word in ("2/9/2024", "tại", "Ba"):
        review = steps.move_selection(review, 1)
        assert selected() == word
    review = steps.move_edge(review, right=True, step=1)
    assert selected() == "Ba Đình"
    assert steps.move_selection(review, -1).selecting == Place(0, 15, 18)
    assert steps.undo(review).selecting is None
    added = steps.keep(review)
    assert added.facts[added.current].name == "Ba Đình"
    assert added.selecting is None


def test_the_selection_goes_from_block_to_block_and_stays_at_the_ends() -> None:
    review = steps.select(started(LONE), Place(0, 10_000, 10_000))
    assert review.selecting
    assert review.selecting.block == 1
    assert steps.move_selection(review, -1).selecting.block == 0  # type: ignore[union-attr]
    first = steps.select(review, Place(0, 0, 0))
    assert steps.move_selection(first, -1) == first


def test_the_day_is_taken_from_words_of_the_article() -> None:
    review = started("Lễ hội mở ngày 2/9, theo kế hoạch từ ngày 18 tháng 1 năm 2022 của thành phố.")
    text = review.draft.article.blocks[0].text
    start = text.index("18 tháng 1 năm 2022")
    made = steps.day_from(review, Place(0, start, start + len("18 tháng 1 năm 2022")))
    assert made is not None
    assert record_of(made).event.start_date == date(2022, 1, 18)
    assert not made.draft.event.date_doubt
    assert steps.day_from(review, Place(0, 0, 6)) is None  # "Lễ hội" is not a day
    without_year = steps.day_from(review, Place(0, 11, 20))
    assert without_year is not None
    assert without_year.draft.event.date_doubt == "no year"
    assert without_year.current == Entry("date")
    assert steps.undo(made).draft == review.draft


def test_the_role_of_the_day_is_the_next_one_that_is_told() -> None:
    review = steps.go_to(
        started("Ngày 2/9/2024, lễ hội mở. Bài đăng ngày 5/9/2024, sửa ngày 7/9/2024."),
        Entry("date"),
    )
    days = []
    for _ in range(3):
        review = steps.change_role(review)
        days.append(review.draft.event.start_date.day)
    assert sorted(days) == [2, 5, 7]


def test_a_day_that_is_given_is_without_doubt() -> None:
    review = steps.give_day(started(LONE), date(2024, 5, 1))
    assert record_of(review).event.start_date == date(2024, 5, 1)
    assert Entry("date") not in review.left


KEYS: dict[str, Callable[[Review], Review]] = {
    "y": steps.keep,
    "n": steps.leave_out,
    "u": steps.undo,
    "j": lambda review: steps.step(review, 1),
    "k": lambda review: steps.step(review, -1),
    "A": steps.keep_rest,
    "]": lambda review: steps.move_edge(review, right=True, step=1),
    "[": lambda review: steps.move_edge(review, right=True, step=-1),
    "{": lambda review: steps.move_edge(review, right=False, step=-1),
    "}": lambda review: steps.move_edge(review, right=False, step=1),
    "m": steps.start_merging,
    "t": steps.change_role,
    "a": lambda review: steps.add(review, review.selecting or Place(0, 0, 2)),
    "s": lambda review: steps.select(review, Place(1, 0, 0)),
    "→": lambda review: steps.move_selection(review, 1),
    "←": lambda review: steps.move_selection(review, -1),
    "d": lambda review: steps.day_from(review, review.selecting or Place(1, 0, 200)) or review,
}


@given(st.lists(st.sampled_from(sorted(KEYS)), max_size=40))
def test_whatever_keys_are_pressed_a_record_can_be_written(pressed: list[str]) -> None:
    review = started(CEREMONY + VISIT)
    for key in pressed:
        review = KEYS[key](review)
        assert review.current in review.facts
    record_of(review)


@given(st.lists(st.sampled_from(sorted(set(KEYS) - {"u"})), max_size=30))
def test_undoing_all_leads_back_to_the_draft(pressed: list[str]) -> None:
    first = started(CEREMONY + VISIT)
    review = first
    for key in pressed:
        review = KEYS[key](review)
    while review.past or review.merging or review.selecting:
        review = steps.undo(review)
    assert review.draft == first.draft
    assert review.left == first.left


def test_every_thing_of_a_draft_is_an_entry() -> None:
    draft = draft_of(CEREMONY)
    kinds = {entry.kind for entry, _facts in entries(draft)}
    assert kinds == {
        *("date", "place", "person", "organization", "agreement", "document", "abbreviation"),
        "caption",
    }
