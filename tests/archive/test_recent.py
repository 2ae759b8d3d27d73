"""Documents that were looked at last are kept as long as their files are as they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.archive.events import event, opened, write
from tui.archive import recent
from tui.archive.archive import Archive

DAY = date(2024, 6, 30)


def words_of(archive: Archive, query: str) -> list[str]:
    """Return the titles of the events that a query finds."""
    return [seen.document.title for _row, seen in archive.found(archive.ask(query, DAY))]


def test_the_next_letter_reads_no_file_again(tmp_path: Path) -> None:
    """Each letter that was typed read the files of the page in view."""
    names = {f"{n}.toml": event(f"e{n}", f"2024-01-0{n}", name=f"Lễ ký {n}") for n in range(1, 6)}
    found = opened(write(tmp_path / "a", names))
    first = {id(seen.document) for _row, seen in found.archive.found(found.archive.ask("le", DAY))}
    again = {id(s.document) for _row, s in found.archive.found(found.archive.ask("le k", DAY))}
    assert first == again
    assert len(first) == 5
    found.close()


def test_a_file_that_is_other_is_read_again(tmp_path: Path) -> None:
    folder = write(tmp_path / "a", {"1.toml": event("e1", "2024-01-01", name="Lễ ký cũ")})
    found = opened(folder)
    assert words_of(found.archive, "le ky") == ["Lễ ký cũ"]
    write(folder, {"1.toml": event("e1", "2024-01-01", name="Lễ ký rất mới")})
    assert words_of(found.archive, "le ky") == ["Lễ ký rất mới"]
    (folder / "1.toml").unlink()
    assert words_of(found.archive, "le ky") == []
    found.close()


def test_few_and_small_documents_are_kept(tmp_path: Path) -> None:
    names = {
        f"{n}.toml": event(f"e{n}", "2024-01-01", name="Lễ ký") for n in range(recent.MOST + 9)
    }
    names["large.toml"] = event("large", "2024-01-02", name="Lễ ký", body="dài " * recent.LARGEST)
    found = opened(write(tmp_path / "a", names))
    assert len(words_of(found.archive, "le ky")) == recent.MOST + 10
    kept = found.archive._recent._kept.cache_info()
    assert kept.currsize == recent.MOST
    assert kept.misses == recent.MOST + 9
    found.close()
