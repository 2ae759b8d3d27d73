"""One suite for all engines: SQLite, a server of PostgreSQL, two servers that share the years."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.archive.events import event, generate, opened, write
from tests.archive.servers import programs, server
from tests.cli.program import run
from tests.search.test_properties import without_marks
from tui.archive.archive import Archive
from tui.archive.dossier import dossier
from tui.archive.errors import ArchiveError, QueryError
from tui.archive.identity import organization_key
from tui.archive.opening import open_archive
from tui.archive.query import Narrowing, parse
from tui.archive.register import Agreement, register
from tui.archive.serving import fill_servers
from tui.archive.store import EventRow
from tui.archive.whom import completions, named, whom
from tui.document.of_record import document
from tui.document.texts import Texts
from tui.export.formats import text
from tui.export.options import Options
from tui.search.find import find

DAY = date(2024, 6, 30)
EVENTS = int(os.environ.get("EVENTS", "150"))
PIECES = int(os.environ.get("PIECES", "60"))
"""In the long form ``EVENTS=2000 PIECES=2000``: every event is looked at for every piece."""
QUERIES = (
    *("", "khoa học", "khoa", "kho", "k", "đ", "đỗ", "Đỗ Hoài", "đỗ hoài n", "khoa h", "kỹ thuật"),
    *("KH&CN", "khcn", "ubnd", "ủy ban nhân dân", "sở khoa học và công nghệ hải phòng", "lhh"),
    *('"hoa"', "hòa", "2016-05-01", "01/05", "ngày 1 tháng 5 năm 2016", ".", "xyz không có"),
    *("-khoa", "khoa học -hội", '-"chuyển đổi số"', "tổ chức:sở", 'tổ chức:"Sở Y tế Huế"'),
    *("người:nam", "loại:thỏa thuận", "nơi:huế năm:2018..2020", "-nơi:huế", "năm:..2016"),
    *("hiệu lực:2018", "hiệu lực:hôm nay", "-hiệu lực:hôm nay", "hiệu lực:đã hết nơi:Huế"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = generate(tmp_path_factory.mktemp("engines") / "a", EVENTS)
    return write(folder, {"x'\\.toml": event("la", "2019-02-03", name="Lễ 'ký' \\ & | ! :* <->")})


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[str, str]]:
    if programs() is None:
        pytest.skip("PostgreSQL is not installed")
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with server() as one, server() as two:
        yield one, two


@pytest.fixture(scope="module")
def plain(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    cache = {"XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache"))}
    found = opened(folder, cache)
    yield found.archive
    found.close()


@pytest.fixture(scope="module", params=["sqlite", "postgresql", "two servers"])
def archive(request: pytest.FixtureRequest, folder: Path) -> Iterator[Archive]:
    if request.param == "sqlite":
        yield request.getfixturevalue("plain")
        return
    urls = list(request.getfixturevalue("servers"))
    if request.param == "postgresql":
        urls = urls[:1]
    fill_servers(urls, [str(folder)])
    found = open_archive(urls, {})
    yield found.archive
    found.close()


def ids(archive: Archive, query: str) -> list[tuple[int, str]]:
    question = archive.ask(query, DAY)
    return [(row.day, row.id) for row, _seen in archive.found(question)]


def parties(agreement: Agreement) -> list[str]:
    """Return who the parties are; another server may know them by another spelling."""
    return sorted(organization_key(party.name) for party in agreement.parties)


def candidates(archive: Archive, query: str) -> set[str]:
    question = archive.ask(query, DAY)
    return {row.id for row in archive.page(question, limit=10_000)}


@pytest.fixture(scope="module")
def texts(plain: Archive) -> dict[str, Texts]:
    """The texts of each event."""
    events = plain.page(plain.everything(), limit=10_000)
    return {row.id: document(plain.record(row)).texts for row in events}


@pytest.fixture(scope="module")
def in_the_files(plain: Archive) -> dict[str, list[tuple[int, str]]]:
    """What each query finds without a server."""
    return {query: sorted(ids(plain, query)) for query in QUERIES}


@pytest.fixture(scope="module")
def with_find(texts: dict[str, Texts]) -> dict[str, set[str]]:
    """In which events each query that is words alone is found by the search of one event."""
    return {
        query: {id_ for id_, shown in texts.items() if find(shown, query, up_to="strict").hits}
        for query in QUERIES
        if query and not {":", "-"} & set(query)
    }


def test_a_query_finds_what_it_finds_in_the_files(
    archive: Archive, in_the_files: dict[str, list[tuple[int, str]]]
) -> None:
    for query, expected in in_the_files.items():
        found = ids(archive, query)
        assert sorted(found) == expected, query
        days = [day for day, _id in found]
        assert days == sorted(days, reverse=True), query
        assert {id_ for _day, id_ in found} <= candidates(archive, query), query


def test_no_event_in_which_find_finds_it_is_missed(
    archive: Archive, with_find: dict[str, set[str]]
) -> None:
    for query, expected in with_find.items():
        assert {id_ for _day, id_ in ids(archive, query)} == expected, query


def test_no_event_is_missed_for_any_piece_of_a_text(
    plain: Archive, texts: dict[str, Texts]
) -> None:
    """Pieces of the texts themselves, without marks, or cut; in the long form of thousands."""
    r = random.Random(11)
    for _ in range(PIECES):
        words = r.choice(list(texts.values())).text.split()
        at = r.randrange(len(words))
        piece = " ".join(words[at : at + r.randint(1, 4)])[: r.randint(1, 30)]
        piece = without_marks(piece) if r.random() < 0.5 else piece
        if any(isinstance(part, Narrowing) or part.refused for part in parse(piece).parts):
            continue
        found = candidates(plain, piece)
        missed = {id_ for id_ in set(texts) - found if find(texts[id_], piece, up_to="strict").hits}
        assert not missed, piece


def test_pages_go_on_where_the_one_before_ended(archive: Archive) -> None:
    question = archive.ask("khoa học", DAY)
    all_at_once = archive.page(question, limit=10_000)
    in_pages: list[EventRow] = []
    after = None
    while rows := archive.page(question, after, limit=7):
        in_pages += rows
        after = rows[-1]
    assert tuple(in_pages) == all_at_once


@pytest.mark.parametrize("query", ["", "khoa học", "nơi:huế", "hiệu lực:2018"])
def test_counts_and_facets_are_those_of_the_files(
    archive: Archive, plain: Archive, query: str
) -> None:
    question, other = archive.ask(query, DAY), plain.ask(query, DAY)
    assert archive.count(question) == plain.count(other)
    assert archive.count(question, 5) == (5, True)
    found, expected = archive.facets(question, most=1_000), plain.facets(other, most=1_000)
    assert {s: {(f.key, f.events) for f in facets} for s, facets in found.by_sort.items()} == {
        s: {(f.key, f.events) for f in facets} for s, facets in expected.by_sort.items()
    }
    assert (found.events, found.capped) == (expected.events, expected.capped)
    assert found.states == expected.states
    rows = archive.page(question, limit=10_000)
    assert archive.facets_of(rows, DAY, most=1_000).by_sort.keys() == found.by_sort.keys()


def test_the_totals_that_an_index_keeps_are_those_of_its_events(archive: Archive) -> None:
    question = archive.ask("", DAY)
    counted, kept = (
        found.by_sort
        for found in (archive.facets(question, most=1_000), archive.totals(DAY, 1_000))
    )
    for sort, facets in counted.items():
        assert {(f.key, f.events) for f in facets} == {(f.key, f.events) for f in kept[sort]}
    assert archive.totals(DAY).states == archive.facets(question).states
    assert archive.totals(DAY).events == EVENTS + 1


def test_names_and_completions_are_the_same(archive: Archive, plain: Archive) -> None:
    for beginning in ("", "s", "sở ", "sở kh", "huế", "đ"):
        found = {(f.key, f.events) for f in named(archive, "op", beginning, 1_000)}
        assert found == {(f.key, f.events) for f in named(plain, "op", beginning, 1_000)}
    completed = completions(archive, "tổ chức:sở y", 12)
    assert completed
    assert [c.events for c in completed] == sorted((c.events for c in completed), reverse=True)


def test_the_register_is_the_same(archive: Archive, plain: Archive) -> None:
    for query in ("", "nơi:huế", 'tổ chức:"Sở Y tế Huế"', "hiệu lực:hôm nay", "khoa học"):
        found, expected = (
            [
                (a.event.day, a.event.id, a.id, a.period, a.state, parties(a))
                for a in register(each, each.ask(query, DAY), DAY)
            ]
            for each in (archive, plain)
        )
        assert sorted(found, key=str) == sorted(expected, key=str)
        assert [f[0] for f in found] == sorted((f[0] for f in found), reverse=True)


def test_a_dossier_tells_the_same_events(archive: Archive, plain: Archive) -> None:
    (about,) = whom(archive, "Sở Y tế Huế")
    (other,) = whom(plain, "Sở Y tế Huế")
    found, expected = dossier(archive, about, DAY), dossier(plain, other, DAY)
    assert found.document.summary == expected.document.summary
    assert len(found.document.texts) == len(expected.document.texts)
    assert text.render(found.document, Options()).startswith("Sở Y tế Huế\n")


def test_a_mistake_is_said(archive: Archive) -> None:
    with pytest.raises(QueryError, match="No organisation"):
        archive.ask("tổ chức:không đâu có", DAY)


def test_a_server_is_filled_and_asked_by_commands(folder: Path, servers: tuple[str, str]) -> None:
    one, two = servers
    assert run("index", "--to", one, "--to", two, folder).stdout.endswith(f": {EVENTS + 1}\n")
    assert len(run(one, two).stdout.splitlines()) == EVENTS + 1
    assert run("search", "khoa học", one, two).exit_code == 0
    assert run("agreements", one, "--in-force", "2018").exit_code == 0
    assert run("show", "--about", "Sở Y tế Huế", one, two).exit_code == 0
    mixed = run("search", "khoa", one, folder)
    assert (mixed.exit_code, mixed.stdout) == (2, "")


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with pytest.raises(ArchiveError, match="server"):
        open_archive([f"postgresql:///x?host={tmp_path}"], {})


def test_a_server_without_an_archive_is_said(servers: tuple[str, str]) -> None:
    url = servers[0].replace("/postgres?", "/template1?")
    with pytest.raises(ArchiveError, match="no archive on the server"):
        open_archive([url], {})


def test_what_a_server_answers_is_cleaned(folder: Path, servers: tuple[str, str]) -> None:
    import psycopg

    fill_servers(servers[:1], [str(folder)])
    with psycopg.connect(servers[0], autocommit=True) as connection:
        connection.execute("UPDATE ktcn_tui.event SET name = E'x\\x1b]0;y\\x07z\\n'")
        connection.execute("UPDATE ktcn_tui.record SET content = E'\\\\x1b'")
    found = open_archive(servers[:1], {})
    rows = found.archive.page(found.archive.everything())
    assert {row.name for row in rows} == {"x␛]0;y␇z"}
    assert list(found.archive.found(found.archive.ask("khoa", DAY))) == []
    found.close()


def test_an_event_of_too_many_words_is_found_all_the_same(
    tmp_path: Path, servers: tuple[str, str]
) -> None:
    body = " ".join(f"từ{n}" for n in range(90_000))
    folder = write(tmp_path / "a", {"1.toml": event("to", "2020-01-01", body=body)})
    fill_servers(servers[:1], [str(folder)])
    found = open_archive(servers[:1], {})
    for query in ("từ77777", "từ5 từ6", "đi từ đâu"):
        expected = [] if query == "đi từ đâu" else ["to"]
        assert [id_ for _day, id_ in ids(found.archive, query)] == expected
    found.close()
