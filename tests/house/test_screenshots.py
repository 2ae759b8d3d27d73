"""The pictures in docs/screenshots/ hold all they need, and a real browser shows them right."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT

PICTURES = sorted((ROOT / "docs" / "screenshots").glob("*.svg"))
VIETNAMESE = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĐỖ"
MEASURE = """
<script>
const font = getComputedStyle(document.querySelector("svg g text")).fontFamily;
const pen = document.createElement("canvas").getContext("2d");
pen.font = "20px " + font;
const widths = [...LETTERS].map(letter => pen.measureText(letter).width);
document.body.textContent = JSON.stringify(widths);
</script>
"""


def test_there_are_pictures() -> None:
    assert "event-120" in {path.stem for path in PICTURES}


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_fetches_nothing_and_asks_for_a_monospaced_face(path: Path) -> None:
    svg = path.read_text("utf-8")
    assert "@font-face" not in svg
    assert re.findall(r"url\((?!#)|<image|<script|xlink:href|@import", svg) == []
    assert set(re.findall(r"(\w+);", "".join(re.findall(r"font-family:[^;]*;", svg)))) == {
        "monospace"
    }


@pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed")
def test_a_browser_has_every_vietnamese_letter_in_the_monospaced_face(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    script = MEASURE.replace("LETTERS", json.dumps("m" + VIETNAMESE))
    svg = PICTURES[0].read_text("utf-8")
    page.write_text(f'<meta charset="utf-8"><body>{svg}{script}</body>', "utf-8")
    told = subprocess.run(
        [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
            *(f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", page.as_uri()),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    found = re.search(r"\[[\d.,]+\]", told.stdout)
    assert found, told.stdout[-1000:] + told.stderr[-1000:]
    widths = json.loads(found[0])
    assert len(widths) == 1 + len(VIETNAMESE)
    assert widths[0] > 0
    assert {round(width, 2) for width in widths} == {round(widths[0], 2)}
