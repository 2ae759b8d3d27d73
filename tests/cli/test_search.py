"""``ktcn-tui search``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.program import process, run


def test_a_hit_is_a_line_with_its_place_and_the_words_around(event: Path) -> None:
    result = run("search", "do hoai nam", event)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "Bài viết, đoạn 1: Chiều 18/01/2022, TS «Đỗ Hoài Nam» dự lễ ký [/bold] của Sở.",
        "Thành phần, TS Đỗ Hoài Nam: TS «Đỗ Hoài Nam»",
    ]


def test_json_has_an_object_a_line_with_offsets_in_code_points(event: Path) -> None:
    result = run("search", "hoai nam", event, "--json")
    first, second = map(json.loads, result.stdout.splitlines())
    assert first == {
        "event": "le-ky",
        "pane": "article",
        "item": "body[0]",
        "field": "text",
        "start": 24,
        "end": 32,
        "match": "Hoài Nam",
        "rank": "more-marks",
        "reason": "",
        "rule": "strict",
        "reading": "",
        "text": "Chiều 18/01/2022, TS Đỗ Hoài Nam dự lễ ký [/bold] của Sở.",
    }
    assert second["text"][second["start"] : second["end"]] == second["match"]


def test_count_prints_only_the_number(event: Path) -> None:
    assert run("search", "do hoai nam", event, "--count").stdout == "2\n"


def test_nothing_found_is_exit_code_1_with_a_sentence(event: Path) -> None:
    result = run("search", "xin chào", event)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{event}: không tìm thấy “xin chào”. Hãy bớt từ, hoặc gõ không dấu.\n"
    )
    assert run("search", "xin chào", event, "--count").stdout == "0\n"
    assert run("search", "xin chào", event, "--json").stdout == ""


def test_the_closest_hits_come_first(event: Path) -> None:
    text = event.read_text("utf-8").replace("dự lễ ký [/bold] của", "nói về kỷ luật và lễ ky của")
    event.write_text(text, encoding="utf-8")
    lines = run("search", "ky", event).stdout.splitlines()
    assert "«ky»" in lines[0]
    assert len(lines) > 1


def test_telex_says_how_the_query_was_read(event: Path) -> None:
    result = run("search", "ddoox hoaif nam", event)
    assert result.exit_code == 0
    assert result.stderr == "Hiểu theo Telex: đỗ hoài nam\n"
    (line, *_rest) = run("search", "ddoox hoaif nam", event, "--json").stdout.splitlines()
    assert json.loads(line)["reading"] == "đỗ hoài nam"


def test_standard_input_is_searched(event: Path) -> None:
    told = process("search", "hoai nam", "-", "--count", stdin=event.read_bytes())
    assert told.stdout == b"2\n"


def test_without_a_file_the_bundled_event_is_searched() -> None:
    assert int(run("search", "KHCN", "--count").stdout) > 5


def test_a_long_paragraph_is_not_given_again_with_each_hit(event: Path) -> None:
    """400 KB of one letter took 6.2 s, and 4 MiB 680 MB, as each hit copied the paragraph."""
    text = event.read_text("utf-8").replace("dự lễ ký", "zz " * 12_000)
    event.write_text(text, encoding="utf-8")
    result = run("search", "zz", event)
    assert len(result.stdout) < 10_000 * 250
    assert result.stderr == "Có hơn 10000 chỗ khớp; đây là những chỗ đầu tiên.\n"
    objects = [
        json.loads(line) for line in run("search", "zz", event, "--json").stdout.splitlines()
    ]
    assert len(objects) == 10_000
    assert {found["text"] for found in objects} == {""}


def test_how_a_query_was_loosened_is_said(event: Path) -> None:
    result = run("search", "nam hoài", event)
    assert (result.exit_code, result.stderr) == (0, "Các từ đứng rời nhau: nam · hoài\n")
    assert "«Hoài»" in result.stdout
    first = json.loads(run("search", "nam hoài", event, "--json").stdout.splitlines()[0])
    assert (first["rule"], first["rank"], first["reading"]) == ("apart", "apart", "nam · hoài")
    assert run("search", "hoainam", event).stderr == "Không kể dấu cách: Hoài Nam\n"
    assert run("search", "18/1/22", event).stderr.startswith("Hiểu là: ")


def test_what_may_have_been_meant_is_offered(event: Path) -> None:
    result = run("search", "hoài nan", event)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[0] == "Có phải bạn tìm “hoài nam”?"
