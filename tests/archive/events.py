"""Archives of made-up events for tests: small ones written out, and many of them by a seed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from tui.archive.opening import OpenArchive, open_archive

PROVINCES = ("Hải Phòng", "Huế", "Cần Thơ", "Lào Cai", "Gia Lai", "Đà Nẵng")
BODIES = ("Sở Khoa học và Công nghệ", "Sở Y tế", "Ủy ban nhân dân", "Hội Sử học", "Bảo tàng")
SHORT = {"Sở Khoa học và Công nghệ": "Sở KH&CN", "Ủy ban nhân dân": "UBND"}
FAMILY, MIDDLE, GIVEN = (
    "Nguyễn Trần Lê Đỗ Bùi",
    "Văn Thị Hoài Quang Tất",
    "Nam Thắng Tuấn Hòa Lan Kỳ",
)
SUBJECTS = ("chuyển đổi số", "khoa học công nghệ", "y tế cộng đồng", "kinh tế biển", "văn hóa")
WORDS = (
    "hai bên trao đổi kinh nghiệm về đào tạo nguồn nhân lực và quản lý nước sạch tại địa phương "
    "để phát triển bền vững nhằm chia sẻ kết quả với nhân dân trong khu vực kỹ thuật mùa mưa lý"
).split()


def text(value: str) -> str:
    """Return a text as TOML has it."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def event(
    id_: str,
    day: str,
    *,
    name: str = "",
    place: str = "",
    bodies: Iterable[str | tuple[str, str]] = (),
    people: Iterable[str] = (),
    offices: Sequence[tuple[str, str, str]] = (),
    agreements: Sequence[tuple[str, str, str]] = (),
    body: str = "",
    photos: Sequence[tuple[str, str]] = (),
    more: str = "",
) -> str:
    """Return an event file.

    Args:
        bodies: Names of organisations, or pairs of a name and an identifier; ids are ``o0`` on.
        people: Names; ids are ``p0`` on.
        offices: Person's id, title, organisation's id or a name.
        agreements: Kind and years, ``2021`` and ``2025`` or empty, between ``o0`` and ``o1``.
        photos: Caption, and the id of who is in it.
    """
    parts = [
        f'format = 1\n\n[event]\nid = "{id_}"\nname = {text(name or "Lễ ký " + id_)}\n'
        f"start_date = {day}\n" + (f"location = {text(place)}\n" if place else "")
    ]
    if body:
        parts.append(f"[[article.body]]\ntext = {text(body)}\n")
    for i, person in enumerate(people):
        held = ", ".join(
            f"{{ title = {text(title)}, organization = {text(at)} }}"
            for who, title, at in offices
            if who == f"p{i}"
        )
        parts.append(f'[[people]]\nid = "p{i}"\nname = {text(person)}\npositions = [{held}]\n')
    for i, known in enumerate(bodies):
        called, identifier = known if isinstance(known, tuple) else (known, "")
        own = f"identifier = {text(identifier)}\n" if identifier else ""
        parts.append(f'[[organizations]]\nid = "o{i}"\nname = {text(called)}\n{own}')
    for i, (kind, first, last) in enumerate(agreements):
        years = "".join(
            f"{key} = {year}\n"
            for key, year in (("valid_from", first), ("valid_through", last))
            if year
        )
        parts.append(
            f'[[agreements]]\nid = "a{i}"\nkind = {text(kind)}\nparties = ["o0", "o1"]\n{years}'
        )
    for i, (caption, who) in enumerate(photos):
        parts.append(f'[[photos]]\nid = "f{i}"\ncaption = {text(caption)}\ndepicts = ["{who}"]\n')
    return "\n".join((*parts, more))


def write(folder: Path, events: dict[str, str]) -> Path:
    """Write event files into a folder, by their names."""
    for name, content in events.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return folder


def opened(folder: Path, environ: dict[str, str] | None = None) -> OpenArchive:
    """Open the archive of a folder, its cache beside it."""
    cache = folder.parent / f"{folder.name}-cache"
    return open_archive([str(folder)], environ or {"XDG_CACHE_HOME": str(cache)})


def generated(number: int, seed: int = 1) -> str:
    """Return the event of a number; the same one each time."""
    r = random.Random(seed * 1_000_003 + number)
    place = r.choice(PROVINCES)
    bodies = [_body(r, place) for _ in range(r.randint(2, 4))]
    people = [f"{r.choice(FAMILY.split())} {r.choice(MIDDLE.split())} {r.choice(GIVEN.split())}"]
    subject = r.choice(SUBJECTS)
    day = date(2015, 1, 1) + timedelta(days=r.randint(0, 4000))
    sentences = [
        f"Ngày {day:%d/%m/%Y}, {bodies[0]} tổ chức lễ ký về {subject} tại {place}.",
        f"TS {people[0]} cho biết {' '.join(r.choices(WORDS, k=12))}.",
        *(" ".join(r.choices(WORDS, k=r.randint(6, 20))).capitalize() + "." for _ in range(4)),
    ]
    first = day.year + r.randint(-1, 1)
    return event(
        f"sk-{number:06}",
        day.isoformat(),
        name=f"Lễ ký về {subject} tại {place}",
        place=place if r.random() < 0.9 else "",
        bodies=list(dict.fromkeys(bodies)),
        people=people,
        offices=[("p0", r.choice(("Giám đốc", "Chủ tịch")), "o0")],
        agreements=[("Thỏa thuận hợp tác", str(first), str(first + r.randint(0, 5)))]
        if len(set(bodies)) > 1 and r.random() < 0.6
        else [],
        body=" ".join(sentences),
        photos=[(f"{people[0]} tại lễ ký", "p0")] if r.random() < 0.5 else [],
        more='[[abbreviations]]\nshort = "LHH"\nlong = "liên hiệp hội"\n'
        if r.random() < 0.1
        else "",
    )


def _body(r: random.Random, place: str) -> str:
    body, at = r.choice(BODIES), r.choice((place, r.choice(PROVINCES)))
    if r.random() < 0.15:
        return body
    if r.random() < 0.3:
        body = SHORT.get(body, body)
    return f"{body} {'tỉnh ' if r.random() < 0.2 else ''}{at}"


def generate(folder: Path, events: int, seed: int = 1) -> Path:
    """Write so many events, a folder a hundred."""
    return write(
        folder, {f"{n // 100:03}/sk-{n:06}.toml": generated(n, seed) for n in range(events)}
    )
