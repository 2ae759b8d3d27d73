"""What is told of a query, step by step: numbers are never more than what there is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.archive.events import event, opened, write
from tui.archive import answer
from tui.archive.answer import Answer, answers
from tui.archive.archive import PAGE, Archive
from tui.archive.progress import Progress
from tui.archive.question import Question
from tui.archive.sighting import Sighting
from tui.archive.store import EventRow

SEEMING = 4 * PAGE
"""Events that only seem to have the words."""
DAY = date(2024, 6, 30)
TRUE, VAIN = 130, 60


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Events with *khoa học công nghệ*, and as many with its pairs of words apart."""
    folder = tmp_path_factory.mktemp("answer") / "a"
    texts = ["Ngành khoa học công nghệ."] * TRUE + ["Khoa học; học, công. Công nghệ."] * VAIN
    found = opened(
        write(
            folder,
            {
                f"{n}.toml": event(
                    f"e{n}",
                    f"20{10 + n % 10}-01-0{1 + n % 7}",
                    place="Huế",
                    bodies=["Sở Y tế Huế", "Hội Sử học"],
                    agreements=[("Thỏa thuận", "2021", "2025")],
                    body=text,
                )
                for n, text in enumerate(texts)
            },
        )
    )
    yield found.archive
    found.close()


def told(archive: Archive, query: str) -> list[Answer]:
    return list(answers(archive, query, DAY, lambda: False))


def test_numbers_under_words_are_of_events_that_have_them(archive: Archive) -> None:
    question = archive.ask("khoa học công nghệ", DAY)
    assert archive.count(question) == (TRUE + VAIN, False)
    found = told(archive, "khoa học công nghệ")
    counts = [each.count for each in found if each.count is not None]
    assert all(count <= TRUE for count, _more in counts)
    assert all(is_more for _count, is_more in counts[:-1])
    assert counts[-1] == (TRUE, False)
    facets = found[-1].facets
    assert facets is not None
    assert (facets.events, facets.capped) == (TRUE, False)
    assert {facet.events for facet in facets.by_sort["l"]} == {TRUE}
    assert found[-1].states["in-force"] == TRUE


def test_no_more_files_are_read_than_are_counted(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer, "MOST_COUNTED", 60)
    last = told(archive, "khoa học công nghệ")[-1]
    assert last.count is not None
    assert last.count[1]
    assert 60 <= last.count[0] < 60 + PAGE
    assert last.facets is not None
    assert last.facets.capped


def test_of_all_events_facets_are_capped_at_once_and_then_exact(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer, "AT_ONCE", 20)
    monkeypatch.setattr(answer, "MOST_EXACT", 30)
    monkeypatch.setattr(answer, "MOST_IN_FACETS", 25)
    all_told = [each.facets for each in told(archive, "") if each.facets]
    assert (all_told[0].events, all_told[0].capped) == (20, True)
    assert (all_told[-1].events, all_told[-1].capped) == (TRUE + VAIN, False)
    assert all_told[-1].states["in-force"] == TRUE + VAIN
    narrowed = [each.facets for each in told(archive, "nơi:Huế") if each.facets]
    assert (narrowed[-1].events, narrowed[-1].capped) == (25, True)


def test_words_that_only_seem_to_be_there_are_loosened(tmp_path: Path) -> None:
    """Words one after the other, but in two paragraphs, keep no looser rule away."""
    two = '[[article.body]]\ntext = "Ông Nguyễn Văn Tùng và bà Nguyễn"\n'
    two += '[[article.body]]\ntext = "Tùng ngày ấy nói."\n'
    folder = write(tmp_path / "a", {"1.toml": event("mot", "2020-01-01", more=two)})
    found = opened(folder).archive
    question = found.ask("nguyễn tùng", DAY)
    assert (question.rule, found.count(question)) == ("strict", (1, False))
    assert [each.row.id for each in told(found, "nguyễn tùng")[-1].listed] == ["mot"]
    assert [row.id for row, _seen in found.found(question)] == ["mot"]
    found.close()


def vain(folder: Path) -> Archive:
    """Return an archive whose events have words, but not together."""
    files = {
        f"{n}.toml": event(
            f"e{n}", f"20{10 + n % 10}-01-01", name="Hội thảo", body="Rừng ngập mặn."
        )
        for n in range(SEEMING)
    }
    return opened(write(folder / "a", files)).archive


def test_it_is_told_how_many_were_looked_at_while_none_has_the_words(tmp_path: Path) -> None:
    """Of words that no text has together there may be many candidates."""
    found = vain(tmp_path)
    steps = told(found, "hội thảo rừng ngập")
    waited = [each for each in steps if each.vain]
    assert waited
    assert [each.vain for each in waited] == sorted({each.vain for each in waited})
    assert all(each.after is not None and not each.listed for each in waited)
    assert (steps[-1].listed, steps[-1].vain, steps[-1].count) == ((), 0, (0, False))
    stopped = answers(found, "hội thảo rừng ngập", DAY, lambda: True)
    assert [*stopped] == []
    found.close()


def test_words_that_no_text_has_cost_each_candidate_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once for each rule; and it is told as often, however many there are."""
    found = vain(tmp_path)
    looked: list[tuple[str, int]] = []
    look = Archive.look

    def counted(archive: Archive, question: Question, row: EventRow) -> Sighting | None:
        looked.append((question.rule, row.docid))
        return look(archive, question, row)

    monkeypatch.setattr(Archive, "look", counted)
    monkeypatch.setattr(answer, "_MOST_UNTOLD", PAGE)
    steps = told(found, "hội thảo rừng ngập")
    rules = {rule for rule, _docid in looked}
    assert len(looked) == len(set(looked)) == len(rules) * SEEMING
    waited = [each.vain for each in steps if each.vain]
    assert [later - earlier for earlier, later in pairwise(waited)] == [PAGE] * 2
    found.close()


def test_who_waits_for_a_search_is_told_how_many_are_looked_at(tmp_path: Path) -> None:
    found = vain(tmp_path)
    heard: list[Progress] = []
    question = found.ask("hội thảo rừng ngập", DAY)
    assert [*found.found(question, report=heard.append)] == []
    rounds = len(heard) // (SEEMING)
    assert rounds >= 1
    assert [each.done for each in heard] == [*range(1, SEEMING + 1)] * rounds
    assert {each.total for each in heard} == {SEEMING}
    found.close()
