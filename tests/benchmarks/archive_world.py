"""Made-up events of a large archive: who is in many of them and who in few, as in a real one.

An event of a number is always the same. It comes as a file, or as what the index takes of one
(:class:`Entry`), made without reading: sentences and names bring their terms along, so that a
million take minutes. Names are drawn from long lists by weights of 1 / rank (Zipf's law).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import accumulate, product
from pathlib import Path
from random import Random
from unicodedata import normalize

from msgspec import Struct

from tests.archive.events import FAMILY, event
from tui.archive.entry import Entry, Held, Mention, Signed
from tui.archive.identity import organization_key, person_key
from tui.archive.reading import BATCH, Batch
from tui.archive.scan import Found
from tui.archive.terms import Terms
from tui.document.model import Text
from tui.document.texts import Texts
from tui.text.canonical import canonical

FIRST_DAY, DAYS = date(1996, 1, 1), 10_000
_ONSETS = "b c ch d đ g h kh l m n ng nh ph q s t th tr v x".split()
_RIMES = (
    "a an ang ao ay ăm ân e em ê ên i in inh o on ông ô ơ ơn u un ung ư ưng iên uyên oai".split()
)
_TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_FAMILIES = (
    *FAMILY.split(),
    *"Phạm Hoàng Phan Vũ Đặng Hồ Ngô Dương Đinh Đào Mai Trịnh Cao".split(),
)
_MIDDLES = "Văn Thị Đức Minh Hữu Quang Ngọc Thanh Xuân Thu Hồng Đình Quốc Anh Gia Bảo Hoài".split()
_GIVENS = (
    "An Bình Châu Dũng Đạt Giang Hà Hải Hạnh Hiếu Hoa Hùng Hương Khoa Lan Linh Long Mai".split()
)
_BODIES = "Sở|Viện|Trường Đại học|Hội|Trung tâm|Chi cục|Ban|Công ty|Liên hiệp hội|Bảo tàng".split(
    "|"
)
_FIELDS = (
    "Khoa học và Công nghệ|Y tế|Kinh tế|Nông nghiệp|Lịch sử|Văn hóa|Xây dựng|Thủy lợi|Năng lượng|"
    "Công nghệ thông tin|Môi trường|Giáo dục|Du lịch|Giao thông|Luật|Ngôn ngữ|Toán học|Vật liệu"
).split("|")
_PLACES = (
    "Hà Nội|Hải Phòng|Huế|Đà Nẵng|Cần Thơ|Nghệ An|Thanh Hóa|Quảng Ninh|Lâm Đồng|Khánh Hòa|Cà Mau|"
    "Lào Cai|Sơn La|Gia Lai|An Giang|Bắc Ninh|Hà Tĩnh|Quảng Trị|Đồng Nai|Tây Ninh|Vĩnh Long"
).split("|")
_KINDS = ("Thỏa thuận hợp tác", "Biên bản ghi nhớ", "Hợp đồng", "Kế hoạch phối hợp")
_OFFICES = ("Giám đốc", "Phó Giám đốc", "Chủ tịch", "Viện trưởng", "Hiệu trưởng", "Trưởng phòng")
_SENTENCES, _ARTICLES = 20_000, 10_000


class Facts(Struct, frozen=True):
    """What happened at an event."""

    day: date
    name: str
    place: str
    bodies: tuple[str, ...]
    people: tuple[str, ...]
    offices: tuple[tuple[str, str, str], ...]
    agreements: tuple[tuple[str, int, int], ...]
    sentences: tuple[str, ...]
    photos: tuple[tuple[str, str], ...]


class World:
    """The events of an archive, by their numbers."""

    def __init__(self, seed: int = 1) -> None:
        self._seed = seed
        self._terms = Terms()
        r = Random(seed)
        self.bodies = _Drawn([f"{b} {f} {p}" for b, f, p in product(_BODIES, _FIELDS, _PLACES)], r)
        self.people = _Drawn(
            [f"{a} {b} {c}" for a, b, c in product(_FAMILIES, _MIDDLES, _GIVENS)], r
        )
        self.places = _Drawn(list(_PLACES), r)

    @cached_property
    def sentences(self) -> Sequence[str]:
        """The sentences that articles are made of."""
        r = Random(self._seed)
        syllables = [normalize("NFC", a + b[0] + t + b[1:]) for a, b, t in _all_syllables()]
        words = _Drawn(syllables, r)
        return [_sentence(r, words) for _ in range(_SENTENCES)]

    @cached_property
    def articles(self) -> Sequence[tuple[str, ...]]:
        """The sentences of articles; many events have one of another event's."""
        r = Random(self._seed)
        return [tuple(r.choices(self.sentences, k=r.randint(20, 50))) for _ in range(_ARTICLES)]

    def facts(self, number: int) -> Facts:
        """Return what happened at the event of a number."""
        r, day = self._begun(number)
        bodies = tuple(dict.fromkeys(self.bodies.draw(r) for _ in range(r.randint(3, 8))))
        people = tuple(dict.fromkeys(self.people.draw(r) for _ in range(r.randint(2, 8))))
        sentences = r.choice(self.articles)
        first = day.year
        kinds = r.sample(_KINDS, r.choice((0, 0, 1, 1, 2))) if len(bodies) > 1 else ()
        return Facts(
            day=day,
            name=sentences[0].rstrip("."),
            place=self.places.draw(r),
            bodies=bodies,
            people=people,
            offices=tuple(
                (f"p{i}", r.choice(_OFFICES), f"o{r.randrange(len(bodies))}")
                for i in range(len(people))
            ),
            agreements=tuple((kind, first, first + r.randint(1, 6)) for kind in kinds),
            sentences=sentences[1:],
            photos=tuple((sentence, "p0") for sentence in sentences[1 : 1 + r.randint(0, 3)]),
        )

    def day(self, number: int) -> date:
        """Return the day of the event of a number."""
        return self._begun(number)[1]

    def _begun(self, number: int) -> tuple[Random, date]:
        r = Random(self._seed * 1_000_003 + number)
        return r, FIRST_DAY + timedelta(days=int(DAYS * r.random() ** 0.6))

    def file(self, number: int) -> str:
        """Return the file of an event."""
        facts = self.facts(number)
        return event(
            f"sk-{number:07}",
            facts.day.isoformat(),
            name=facts.name,
            place=facts.place,
            bodies=facts.bodies,
            people=facts.people,
            offices=facts.offices,
            agreements=[(kind, str(a), str(b)) for kind, a, b in facts.agreements],
            body=" ".join(facts.sentences),
            photos=facts.photos,
        )

    def entry(self, number: int, file: Found) -> Entry:
        """Return what the index takes of the file of an event."""
        facts = self.facts(number)
        bodies = [organization_key(name) for name in facts.bodies]
        people = [person_key(name) for name in facts.people]
        names = (facts.place, *facts.bodies, *facts.people)
        texts = (
            *(self._of_text(name) for name in names),
            self._of_text(facts.name, *facts.sentences),
        )
        return Entry(
            file=file,
            day=facts.day.toordinal(),
            id=f"sk-{number:07}",
            name=facts.name,
            place=facts.place,
            organizations=tuple(map(Mention, bodies, facts.bodies)),
            people=tuple(map(Mention, people, facts.people)),
            positions=tuple(
                Held(people[int(who[1:])], title, bodies[int(at[1:])], former=False)
                for who, title, at in facts.offices
            ),
            agreements=tuple(
                _signed(i, agreed, bodies) for i, agreed in enumerate(facts.agreements)
            ),
            depicted=tuple((people[0], i) for i in range(len(facts.photos))),
            photos=len(facts.photos),
            terms=" ".join(texts),
            rare=(),
        )

    def read(self, files: Sequence[Found]) -> Iterator[Batch]:
        """Give the entries of files by the numbers in their names, as a reader of files does."""
        for at in range(0, len(files), BATCH):
            some = files[at : at + BATCH]
            entries = tuple(self.entry(number_of(file), file) for file in some)
            yield Batch(entries, (), tuple(self._terms.news()))

    @lru_cache(3 * _ARTICLES)  # noqa: B019  # one world a run
    def _of_text(self, *words: str) -> str:
        texts = Texts(Text("article", "", "", canonical(each)) for each in words)
        return self._terms.of(texts)


class _Drawn:
    """Things drawn by weights of 1 / rank, their order by chance."""

    def __init__(self, things: Sequence[str], r: Random) -> None:
        self._things = r.sample(things, len(things))
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(things))))

    def draw(self, r: Random) -> str:
        return self._things[bisect_left(self._weights, r.random() * self._weights[-1])]


def files(folder: Path, world: World, numbers: range) -> Path:
    """Write event files, a folder a month."""
    for number in numbers:
        path = _path(folder, world.day(number), number)
        path.write_text(world.file(number), "utf-8")
    return folder


def number_of(file: Found) -> int:
    """Return the number of the event of a file."""
    return int(file.name[3:10])


def _path(folder: Path, day: date, number: int) -> Path:
    month = folder / f"{day:%Y}" / f"{day:%m}"
    month.mkdir(parents=True, exist_ok=True)
    return month / f"sk-{number:07}.toml"


def _signed(number: int, agreed: tuple[str, int, int], bodies: Sequence[str]) -> Signed:
    kind, first, last = agreed
    return Signed(
        id=f"a{number}",
        name=kind,
        kind=kind,
        parties=tuple(bodies[:2]),
        start=date(first, 1, 1).toordinal(),
        through=date(last, 12, 31).toordinal(),
        period=f"{first}-{last}",
    )


def _all_syllables() -> Iterator[tuple[str, str, str]]:
    return product(_ONSETS, _RIMES, _TONES)


def _sentence(r: Random, words: _Drawn) -> str:
    text = " ".join(words.draw(r) for _ in range(r.randint(8, 20)))
    return text[0].upper() + text[1:] + "."
