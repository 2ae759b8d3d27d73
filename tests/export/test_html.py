"""The page: one file, tied together by name, that nothing of a record can make do anything."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PIL import Image

from tests.export.events import EMPTY, FULL, of_five
from tests.export.hostile import (
    TODAY,
    everything,
    in_every_field,
    matrices,
    the_bundled_event,
)
from tests.export.looking import looked_at
from tests.hostile.harm import harm
from tests.hostile.strings import HOSTILE
from tests.reliability import case
from tui import locale
from tui.document.model import SECTIONS, Document, SectionName
from tui.document.of_record import document
from tui.export.formats.html import render
from tui.export.options import Options
from tui.export.page.linking import MOST_LIT
from tui.record.model import Organization


class Page(HTMLParser):
    """A page with its elements, each with its attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("meta", "link", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def named(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


@cache
def bundled_page() -> Page:
    locale.use("vi")
    return Page(render(the_bundled_event(), Options()))


def page(shown: Document, *sections: SectionName) -> Page:
    return Page(render(shown, Options(sections=sections)))


def test_it_is_well_formed_and_has_the_four_sections() -> None:
    made = bundled_page()
    assert made.html.startswith('<!doctype html><html lang="vi">')
    assert made.open == []
    assert [each["id"] for each in made.named("section") if "pane" in each["class"]] == [
        f"_{name}" for name in SECTIONS
    ]


def test_ids_are_there_once_and_every_link_leads_to_one() -> None:
    made = bundled_page()
    ids = [each["id"] for _tag, each in made.elements if "id" in each]
    assert len(ids) == len(set(ids))
    targets = {each["href"] for each in made.named("a")}
    assert {target[1:] for target in targets} <= set(ids)
    assert {"#do-hoai-nam", "#so-khcn", "#photo-1", "#nghi-quyet-45"} <= targets


def test_pointing_at_a_name_is_a_rule_for_all_its_mentions() -> None:
    made = bundled_page()
    (item,) = (each for each in made.named("li") if each.get("id") == "do-hoai-nam")
    number = re.findall(r"\bt(\d+)\b", item["class"])[0]
    marks = [each for each in made.named("a") if f"t{number}" in each.get("class", "").split()]
    assert len(marks) >= 4
    pointed_at = f":is(.t{number},.c{number}):is(:hover,:focus,:target)"
    assert f":root:has({pointed_at}) .t{number}" in made.html


def test_an_agreement_carries_its_parties_and_a_photo_who_is_in_it() -> None:
    made = bundled_page()
    items = [each for each in made.named("li") if each.get("class", "").startswith("item")]
    classes = {each["id"]: each["class"].split() for each in items}
    number = classes["vien-kinh-te"][1][1:]
    assert f"c{number}" in classes["thoa-thuan-vien-kinh-te"]
    assert f"c{number}" in classes["photo-2"]
    assert f"c{number}" not in classes["photo-1"]


def test_a_name_whose_section_is_not_shown_is_no_link() -> None:
    made = page(the_bundled_event(), "article")
    assert "#do-hoai-nam" not in {each["href"] for each in made.named("a")}
    assert made.named("svg") == []


def test_the_timeline_is_there_with_a_mark_at_today() -> None:
    made = bundled_page()
    assert len([each for each in made.named("svg") if each["class"] == "bar"]) == 3
    assert [each["class"] for each in made.named("rect")] == ["in-force"] * 3
    assert [each["width"] for each in made.named("rect")] == ["100.00%", "80.00%", "80.00%"]
    assert "hôm nay, 30/06/2024" in "".join(made.texts)


def test_headings_leave_no_level_out() -> None:
    for made in (bundled_page(), page(document(FULL)), page(document(EMPTY)), page(everything())):
        level = 0
        for tag, _attributes in made.elements:
            if re.fullmatch("h[1-6]", tag):
                assert int(tag[1]) <= level + 1
                level = int(tag[1])


def test_the_policy_lets_nothing_be_but_the_pages_own_style() -> None:
    made = bundled_page()
    (policy,) = (
        each["content"]
        for each in made.named("meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    )
    style = made.html.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not [name for _tag, each in made.elements for name in each if name.startswith("on")]
    assert not [each for _tag, each in made.elements if "style" in each]


def test_linked_data_stands_in_it() -> None:
    script = bundled_page().html.partition('<script type="application/ld+json">')[2]
    held = json.loads(script.partition("</script>")[0])
    assert held["@graph"][0]["@type"] == "Event"


def test_what_is_gathered_from_many_events_is_a_page_too() -> None:
    made = page(replace(the_bundled_event(), record=None))
    assert made.named("script") == []
    assert made.named("h1")


@case("Hostile strings: all in one record, in the page: text, no element, no attribute")
def test_hostile_strings_are_text() -> None:
    made = page(everything())
    assert made.open == []
    assert harm(made.html, allowed="\n") == []
    kinds = {tag for tag, _attributes in made.elements}
    harmless = (*bundled_page().elements, *page(document(FULL)).elements)
    assert kinds <= {tag for tag, _attributes in harmless}
    assert [each["src"] for each in made.named("img")] == []
    assert len(made.named("script")) == 1
    text = "".join(made.texts)
    for name in ("HTML", "Markdown", "markup: click"):
        assert HOSTILE[name] in text


def test_who_signed_with_whom_is_a_table() -> None:
    names = [f"Viện {n}" for n in range(5)]
    made = page(document(of_five(*names)))
    assert len(made.named("th")) == 10
    assert [each["class"] for each in made.named("td") if "class" in each].count("some") == 20
    table = made.html.partition("<table>")[2].partition("</table>")[0]
    assert re.findall(r'href="#(o\d)"', table) == ["o0", "o1", "o2", "o3", "o4"]
    ids = [each["id"] for _tag, each in made.elements if "id" in each]
    assert len(ids) == len(set(ids))
    assert {each["href"][1:] for each in made.named("a")} <= set(ids)


def test_a_language_that_is_none_is_not_said() -> None:
    made = page(replace(document(FULL), language="a␛[31m"))
    assert made.named("html")[0]["lang"] == "en"


def test_of_very_many_things_the_first_light_up_and_all_are_links() -> None:
    many = tuple(Organization(id=f"o{n}", name=f"Viện {n} Việt Nam") for n in range(MOST_LIT + 5))
    shown = document(replace(FULL, organizations=(*FULL.organizations, *many)), TODAY)
    made = page(shown)
    assert made.html.count(":root:has(") == MOST_LIT
    assert f"#o{MOST_LIT + 4}" in {each["href"] for each in made.named("a")}


def test_a_photo_is_drawn_anew_into_the_page(tmp_path: Path) -> None:
    image = Image.new("RGB", (2000, 1000), "red")
    image.save(tmp_path / "a.png", pnginfo=None)
    record = replace(FULL, photos=(replace(FULL.photos[0], file="a.png"),))
    (image_element,) = page(document(record, folder=str(tmp_path))).named("img")
    assert image_element["src"].startswith("data:image/jpeg;base64,")
    assert (image_element["width"], image_element["height"]) == ("960", "480")
    assert image_element["alt"] == record.photos[0].caption
    assert page(document(record)).named("img") == []


def looked_at_pages(made: dict[str, str], folder: Path) -> dict[str, Any]:
    """Return what Chromium and axe-core tell of pages, by name."""
    paths = [folder / f"{name}.html" for name in made]
    for path in paths:
        path.write_text(made[path.stem], "utf-8")
    return {path.stem: seen for path, seen in looked_at(paths).items()}


@case("The page in Chromium: no request, no dialog, nothing that axe-core finds")
def test_chromium_asks_for_nothing_and_axe_finds_nothing(tmp_path: Path) -> None:
    locale.use("vi")
    seen = looked_at_pages(
        {
            "bundled": bundled_page().html,
            "full": render(document(FULL), Options()),
            "empty": render(document(EMPTY), Options()),
            "hostile": render(everything(), Options()),
            "matrix": render(matrices()[0], Options()),
        },
        tmp_path,
    )
    for name, each in seen.items():
        lit = each.pop("lit")
        assert {request for request in each.pop("requests") if not request.startswith("data:")} == {
            (tmp_path / f"{name}.html").as_uri()
        }
        assert each == {"violations": [], "dialogs": [], "console": []}, name
        assert lit or name == "empty"


@case("Hostile strings: each in every field and in a matrix, in Chromium: no request, no dialog")
def test_no_hostile_string_makes_chromium_do_anything(tmp_path: Path) -> None:
    shown = [*in_every_field().values(), *matrices()]
    paths = [tmp_path / f"{number}.html" for number in range(len(shown))]
    for path, each in zip(paths, shown, strict=True):
        path.write_text(render(each, Options()), "utf-8")
    for path, seen in looked_at(paths, with_axe=False).items():
        assert (seen["requests"], seen["dialogs"], seen["console"]) == ([path.as_uri()], [], [])


def test_the_rule_lights_every_mention_in_chromium(tmp_path: Path) -> None:
    seen = looked_at_pages({"page": bundled_page().html}, tmp_path)
    lit = seen["page"]["lit"]
    assert {"Sở KH&CN Hải Phòng", "Sở KH&CN", "Sở Khoa học và Công nghệ Hải Phòng"} <= set(lit)
    assert "Viện Kinh tế Việt Nam" not in lit
