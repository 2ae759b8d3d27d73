"""``ktcn-tui site``: an archive as pages that lead to each other."""

from __future__ import annotations

import csv
import os
import re
import shutil
import signal
from contextlib import closing
from datetime import date
from io import StringIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image

from tests.cli.program import ROOT, run
from tests.export.looking import looked_at
from tests.hostile.harm import harm
from tests.reliability import case
from tui.archive.opening import open_archive
from tui.commands import site_pages
from tui.commands.archives import asked
from tui.export.site import index, paging

SAMPLE = ROOT / "data" / "archive"


@pytest.fixture
def some(tmp_path: Path) -> Path:
    """Return a folder with some events of the sample archive."""
    folder = tmp_path / "events"
    folder.mkdir()
    for path in sorted(SAMPLE.glob("*.toml"))[-6:]:
        shutil.copy(path, folder)
    return folder


def made(folder: Path, *options: str) -> Path:
    out = folder.parent / "out"
    result = run("--lang", "vi", "site", folder, out, *options)
    assert result.exit_code == 0, result.stderr
    return out


def test_there_is_a_page_an_event_an_index_and_the_register(some: Path) -> None:
    out = made(some)
    pages = {path.name for path in out.iterdir()}
    events = {name for name in pages if not re.match("about-|agreements|index", name)}
    assert len(events) == len(list(some.glob("20*.toml")))
    assert {"index.html", "agreements.html", "agreements.csv"} <= pages
    assert [name for name in pages if name.startswith("about-")]
    index = (out / "index.html").read_text("utf-8")
    assert all(f'href="{name}"' in index for name in events)


def test_every_address_leads_to_a_page_and_every_anchor_to_a_place(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("site", SAMPLE, out).exit_code == 0
    pages = {path.name: path.read_text("utf-8") for path in out.glob("*.html")}
    assert_all_addresses_lead_somewhere(pages)


def assert_all_addresses_lead_somewhere(pages: dict[str, str]) -> None:
    ids = {name: set(re.findall(r' id="([^"]+)"', text)) for name, text in pages.items()}
    wrong = []
    addresses = 0
    for name, text in pages.items():
        for address in re.findall(r'<a [^>]*?href="([^"]+)"', text):
            page, _hash, anchor = unquote(address).partition("#")
            addresses += 1
            if page == "agreements.csv":
                continue
            if (page or name) not in pages or (anchor and anchor not in ids[page or name]):
                wrong.append((name, address))
    assert wrong == []
    assert addresses > 100


def test_many_events_are_listed_by_year_on_several_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "MOST_ON_A_PAGE", 3)
    monkeypatch.setattr(index, "NEWEST", 4)
    out = tmp_path / "out"
    result = run("--lang", "en", "site", SAMPLE, out)
    pages = {path.name: path.read_text("utf-8") for path in out.glob("*.html")}
    assert result.stderr.startswith(f"{len(pages)} pages will be made")
    years = {name for name in pages if name.startswith("events-")}
    assert {"events-2016.html", "events-2025.html", "events-2025-2.html"} <= years
    assert all(f'href="{name}"' in pages["index.html"] for name in years if name.count("-") == 1)
    assert 'href="events-2025-2.html"' in pages["events-2025.html"]
    assert pages["index.html"].count('<li class="item"><h4') == 4
    listed = [re.findall(r'<li class="item"><h3[^>]*><a href="([^"]+)"', pages[y]) for y in years]
    events = set(pages) - years - {"index.html"}
    events -= {name for name in events if name.startswith(("about-", "agreements"))}
    assert sorted(name for names in listed for name in names) == sorted(events)
    assert max(map(len, listed)) == 3
    register = {name for name in pages if name.startswith("agreements")}
    rows = sum(pages[name].count("<tr>") - 1 for name in register)
    held = (out / "agreements.csv").read_text("utf-8-sig")
    assert rows == len(list(csv.reader(StringIO(held, newline="")))) - 1
    assert len(register) == -(-rows // 3)
    assert_all_addresses_lead_somewhere(pages)


def test_the_register_has_every_agreement(some: Path) -> None:
    out = made(some)
    held = (out / "agreements.csv").read_text("utf-8-sig")
    rows = list(csv.reader(StringIO(held, newline="")))[1:]
    page = (out / "agreements.html").read_text("utf-8")
    assert len(rows) == page.count("<tr>") - 1 > 0


def test_photos_are_held_where_the_files_of_the_archive_are(some: Path) -> None:
    Image.new("RGB", (40, 30), "red").save(some / "a.png")
    path = next(path for path in sorted(some.glob("*.toml")) if "[[photos]]" in path.read_text())
    written = path.read_text("utf-8").replace("[[photos]]\n", '[[photos]]\nfile = "a.png"\n', 1)
    path.write_text(written, "utf-8")
    out = made(some)
    assert sum(page.read_text("utf-8").count("<img ") for page in out.glob("*.html")) == 1
    with closing(open_archive([str(some)], os.environ)) as opened:
        planned = site_pages.plan(opened.archive, asked(opened, ""), "x")
        bare = site_pages.pages(opened.archive, planned, date(2024, 6, 30), has_files=False)
        assert not any(b"<img " in data for _address, data in bare)


def test_it_says_beforehand_how_many_pages_it_will_make(some: Path, tmp_path: Path) -> None:
    result = run("--lang", "en", "site", some, tmp_path / "out")
    pages = len(list((tmp_path / "out").glob("*.html")))
    assert result.stderr.splitlines()[0] == f"{pages} pages will be made in {tmp_path}/out."
    assert result.stdout == ""


def test_a_query_and_a_title(some: Path) -> None:
    out = made(some, "--query", "năm:2026", "--title", "Năm <2026>")
    index = (out / "index.html").read_text("utf-8")
    assert "<h1>Năm &lt;2026&gt;</h1>" in index
    assert len(list(out.glob("*-2026-*.html"))) == 1
    assert not list(out.glob("*-2025-*.html"))


def test_where_nothing_is_found_nothing_is_made(some: Path, tmp_path: Path) -> None:
    assert run("site", some, tmp_path / "out", "--query", "khôngcóchữnày").exit_code == 1
    assert not (tmp_path / "out").exists()


def test_a_folder_with_something_in_it_is_left_as_it_is(some: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine").touch()
    assert run("site", some, out).exit_code == 2
    assert [path.name for path in out.iterdir()] == ["mine"]
    (out / "mine").unlink()
    assert run("site", some, out).exit_code == 0
    assert (out / "index.html").exists()


@case("A site that is interrupted leaves nothing")
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_interrupted_it_leaves_nothing(
    some: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    whole = site_pages.pages

    def cut_short(*arguments: object, **named: object) -> object:
        yield next(whole(*arguments, **named))  # type: ignore[arg-type]
        raise error

    monkeypatch.setattr(site_pages, "pages", cut_short)
    before = sorted(tmp_path.iterdir())
    result = run("site", some, tmp_path / "out")
    assert result.exit_code == (130 if isinstance(error, KeyboardInterrupt) else 2)
    assert sorted(tmp_path.iterdir()) == before


@case("A site that is ended by a signal leaves nothing")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_ended_by_a_signal_it_leaves_nothing(
    some: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    whole = site_pages.pages

    def ended(*arguments: object, **named: object) -> object:
        yield next(whole(*arguments, **named))  # type: ignore[arg-type]
        os.kill(os.getpid(), number)
        yield from whole(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(site_pages, "pages", ended)
    heard = signal.getsignal(signal.SIGTERM)
    before = sorted(tmp_path.iterdir())
    assert run("site", some, tmp_path / "out").exit_code == 130
    assert sorted(tmp_path.iterdir()) == before
    assert signal.getsignal(signal.SIGTERM) is heard


@case("Hostile strings: the hostile event among the pages of a site")
def test_a_hostile_event_is_text_on_all_pages(some: Path) -> None:
    shutil.copy(ROOT / "data" / "hostile-event.toml", some / "2022-hostile.toml")
    out = made(some)
    for path in out.iterdir():
        text = path.read_text("utf-8-sig")
        assert harm(text, allowed="\n\r") == [], path.name
        assert "<script>alert" not in text
        assert "<img" not in text


@case("A site in Chromium: no request but for its pages, nothing that axe-core finds")
def test_chromium_and_axe_find_nothing(some: Path) -> None:
    out = made(some)
    dossier = next(out.glob("about-*.html"))
    seen = looked_at([out / "index.html", out / "agreements.html", dossier])
    for path, each in seen.items():
        assert set(each["requests"]) == {path.as_uri()}
        assert (each["violations"], each["dialogs"], each["console"]) == ([], [], []), path
