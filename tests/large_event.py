"""A large event as a department would write it, all made up: 300 people and 40 agreements.

It has what small events lack: names that share a given name or a beginning, bodies whose names
hold those of others, many mentions, quotes, lists, headings and notes, and periods of every kind
around :data:`TODAY`. Names of people are drawn from lists of Vietnamese surnames, middle names and
given names; who bears such a name is not meant. The same seed gives the same event.

``python -m tests.large_event FILE`` writes it to a file to look at; ``KTCN_TODAY=2024-06-30``
shows its agreements in every state.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

PEOPLE, ORGANIZATIONS, AGREEMENTS, PHOTOS, PARAGRAPHS = 300, 60, 40, 60, 200
TODAY = date(2024, 6, 30)
"""The day around which the periods of the agreements lie."""

HEADLINE = "Bốn mươi văn bản, ba trăm người và một hội nghị để thử"

SURNAMES = (
    *("Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan"),
    *("Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Tạ"),
)
MIDDLE_NAMES = (
    *("Văn", "Thị", "Đức", "Minh", "Quang", "Hữu", "Thanh", "Ngọc", "Anh", "Xuân", "Hoài", "Tất"),
    *("Thị Thu", "Thị Minh", "Quốc", "Công", "Bá"),
)
GIVEN_NAMES = (
    *("Nam", "Tuấn", "Tuấn", "Anh", "Minh", "Hà", "Hoa", "Hùng", "Dũng", "Thắng", "Thủy", "Lan"),
    *("Hương", "Bình", "Sơn", "Tâm", "An", "Khoa", "Đạt", "Quân", "Thành", "Hải", "Yến", "Phúc"),
)
HONORIFICS = ("", "", "", "ThS", "TS", "TS", "PGS.TS", "GS.TS")
OFFICES = ("Giám đốc", "Phó Giám đốc", "Trưởng phòng", "Viện trưởng", "Hiệu trưởng", "Trưởng khoa")
FIELDS = (
    *("trồng trọt", "chăn nuôi", "thủy sản", "vật liệu", "năng lượng", "cơ khí", "điện tử"),
    *("dược liệu", "môi trường", "đo lường", "sở hữu trí tuệ", "chuyển đổi số"),
)
KINDS = ("Thỏa thuận hợp tác", "Chương trình phối hợp", "Biên bản ghi nhớ", "Hợp đồng nghiên cứu")
HEADINGS = ("Việc đã làm", "Việc sẽ làm", "Ý kiến các bên", "Nhìn từ cơ sở", "Những con số")
SAYINGS = (
    "đã làm xong phần việc về {field} sớm hơn hẹn",
    "cần thêm {number} người cho nhóm {field}",
    "muốn {body} cùng tham gia các đề tài {field}",
    "sẽ mở {number} lớp về {field} trong năm tới",
    "đề nghị các bên góp ý cho kế hoạch {field}",
    "nhắc lại rằng kết quả {field} phải đến được với người dùng",
)


class _Person(NamedTuple):
    id: str
    name: str
    honorific: str
    office: str
    body: int


class _Event:
    """The event while it is made: what is drawn stands before what speaks of it."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.bodies = [_body(number) for number in range(1, ORGANIZATIONS + 1)]
        self.people = self._people()

    def _people(self) -> list[_Person]:
        names: dict[str, None] = {}
        while len(names) < PEOPLE:
            lists = (SURNAMES, MIDDLE_NAMES, GIVEN_NAMES)
            names[" ".join(self.random.choice(words) for words in lists)] = None
        return [
            _Person(
                f"nguoi-{number}",
                name,
                self.random.choice(HONORIFICS),
                self.random.choice(OFFICES),
                self.random.randrange(ORGANIZATIONS),
            )
            for number, name in enumerate(names, 1)
        ]

    def saying(self) -> str:
        return self.random.choice(SAYINGS).format(
            field=self.random.choice(FIELDS),
            number=self.random.randint(2, 90),
            body=self.random.choice(self.bodies),
        )

    def sentence(self) -> str:
        """Return a sentence in which somebody is named in one of the ways that newspapers have."""
        person = self.random.choice(self.people)
        body = self.bodies[person.body]
        called = self.random.choice(
            (
                f"{person.honorific} {person.name}, {person.office} {body},",
                f"{person.office} {body} {person.name}",
                f"Theo {person.name}, {body}",
                f"{'Bà' if ' Thị ' in person.name else 'Ông'} {person.name}",
                f"Đại diện {body}",
            )
        ).strip()
        verb = "" if called.startswith("Theo") else " cho biết đơn vị"
        return f"{called}{verb} {self.saying()}."

    def block(self, number: int) -> str:
        """Return a paragraph, and before every tenth a heading, a list or a quote."""
        before = {
            1: f'kind = "heading"\ntext = "{self.random.choice(HEADINGS)} ({number // 10 + 1})"',
            4: f'kind = "list"\nitems = ["{self.sentence()}", "{self.sentence()}"]',
            7: f'kind = "quote"\ntext = "Đơn vị tôi {self.saying()}."\n'
            f'by = "{self.random.choice(self.people).id}"',
        }.get(number % 10)
        text = " ".join(self.sentence() for _ in range(self.random.randint(2, 5)))
        paragraph = f'[[article.body]]\ntext = "{text}"'
        return f"[[article.body]]\n{before}\n{paragraph}" if before else paragraph

    def person(self, person: _Person) -> str:
        roles = ("organizer-side", "guest", "guest", "speaker", "signatory", "mentioned")
        former = "true" if self.random.random() < 0.2 else "false"
        return (
            f'[[people]]\nid = "{person.id}"\nname = "{person.name}"\n'
            + (f'honorific_prefix = "{person.honorific}"\n' if person.honorific else "")
            + f'roles = ["{self.random.choice(roles)}"]\n'
            f'[[people.positions]]\ntitle = "{person.office}"\n'
            f'organization = "don-vi-{person.body + 1}"\nformer = {former}'
        )

    def agreement(self, number: int) -> str:
        parties = self.random.sample(range(1, ORGANIZATIONS + 1), 3 if number % 8 == 0 else 2)
        kind, field = self.random.choice(KINDS), self.random.choice(FIELDS)
        listed = ", ".join(f'"don-vi-{party}"' for party in parties)
        about = ", ".join(f'"{name}"' for name in self.random.sample(FIELDS, number % 5))
        return (
            f'[[agreements]]\nid = "van-ban-{number}"\nname = "{kind} số {number} về {field}"\n'
            f'kind = "{kind}"\nparties = [{listed}]\nabout = [{about}]\n{_period(number)}'
        )

    def photo(self, number: int) -> str:
        shown = self.random.sample(self.people, 1 + number % 3)
        named = ", ".join(person.name for person in shown)
        listed = ", ".join(f'"{person.id}"' for person in shown)
        return (
            f'[[photos]]\nid = "anh-{number}"\ncaption = "{named} tại buổi họp thứ {number}"\n'
            f"depicts = [{listed}]"
        )

    def note(self, number: int) -> str:
        return f'[[notes]]\nabout = "van-ban-{number}"\ntext = "Ghi chú cho bản thảo {number}."'


def event(seed: int = 1) -> str:
    """Return the event as the text of an event file."""
    made = _Event(seed)
    parts = [
        'format = 1\n[event]\nid = "su-kien-lon"\nname = "Hội nghị thử của ba trăm người"\n'
        'start_date = 2024-06-28\nend_date = 2024-06-30\nlocation = "Nơi thử"\n'
        'organizer = "don-vi-1"\n[source]\nnote = "Sự kiện do máy đặt ra để thử, không có thật."\n'
        f'[article]\nheadline = "{HEADLINE}"'
    ]
    parts += [made.block(number) for number in range(1, PARAGRAPHS + 1)]
    parts += [made.person(person) for person in made.people]
    parts += [
        f'[[organizations]]\nid = "don-vi-{number}"\nname = "{body}"\n'
        f'roles = ["{"party" if number % 2 else "mentioned"}"]'
        for number, body in enumerate(made.bodies, 1)
    ]
    parts += [made.agreement(number) for number in range(1, AGREEMENTS + 1)]
    parts += [made.photo(number) for number in range(1, PHOTOS + 1)]
    parts += [made.note(number) for number in range(1, AGREEMENTS + 1, 4)]
    return "\n".join(parts) + "\n"


def _body(number: int) -> str:
    """Return the name of a body; every third holds that of the one before it."""
    return f"Phòng Thử nghiệm, Đơn vị {number - 1}" if number % 3 == 0 else f"Đơn vị {number}"


def _period(number: int) -> str:
    """Return when an agreement was signed and runs: each kind of period, one after the other."""
    shift = number // 8
    return (
        f"signed = 2021-0{1 + shift}-15\nvalid_from = 2021\nvalid_through = {2028 - shift}",
        f"valid_from = {2016 - shift}\nvalid_through = {2019 + shift % 4}",
        f"valid_from = 2022\nvalid_through = 2024-{7 + shift % 5:02}-01",
        f"signed = 2024-06-2{shift}\nvalid_from = {2025 + shift}\nvalid_through = {2030 + shift}",
        f"signed = 2023-1{shift % 3}-0{1 + shift}",
        f"valid_from = {2018 + shift}",
        f"signed = 2020-03-1{shift}\nvalid_through = {2023 + shift}",
        "",
    )[number % 8]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(event(), "utf-8")
