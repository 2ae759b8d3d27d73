"""The structure of the Vietnamese syllable: onset, rhyme and tone.

The tables follow the orthography taught in schools, and include the few rhymes and syllables of
loanwords and place names (``soóc``, ``tuýp``, ``Bắc Kạn``). Syllables here are in NFC and lower
case; the position of the tone mark does not matter (``hòa`` = ``hoà``, search.md, S4).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from tui.text.folding import fold
from tui.text.marks import TONES, split_tone, with_tone

ONSETS = ("", *"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split())
"""All onsets; ``gi`` and ``qu`` are onsets of their own."""

RHYMES = tuple(
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oc oe oem oen "
    "oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut "
    "uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt "
    "ươu ưt ưu y yêm yên yêng yêt yêu".split()
)
"""All rhymes without tone, as written after most onsets."""

NO_CLOSED = frozenset("ă â".split())
"""Vowels that need a consonant or semivowel after them."""

IRREGULAR = tuple("boa buýt moay phuy puy voan đắk kạn kon kông lắk pắk".split())
"""Syllables of loanwords and place names that break the rules; each has only this tone."""

OPEN_Y = frozenset("h k l m s t v qu".split())
"""Onsets after which a final ``i`` may be written ``y`` and the reverse (search.md, S5)."""

_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = (TONES["sắc"], TONES["nặng"])
_FRONT = frozenset("eêiy")
_LABIALS = frozenset("b m p ph v".split())
_AFTER_QU = frozenset(
    "a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et "
    "ê êch ên ênh êt êu i ich in inh it iu ơ ơi ơn ôc y ych yên yêt yn ynh yt yu".split()
)
_GLIDES = ("oa", "oă", "oe", "uâ", "uê", "uơ", "uy")
_VOWELS = frozenset("aăâeêioôơuưy")
_MARKED_VOWELS = frozenset("ăâêôơư")


class Syllable(Struct, frozen=True):
    """A syllable in its parts; ``tone`` is a combining character, or empty for the level tone."""

    onset: str
    rhyme: str
    tone: str


def is_syllable(text: str) -> bool:
    """Tell whether ``text`` is one valid Vietnamese syllable, in NFC and any case."""
    return parse(text) is not None


def has_letters_of_syllable(letters: str) -> bool:
    """Tell whether folded ``letters`` are those of a valid syllable, whatever its marks."""
    return letters in _folded_syllables()


def parse(text: str) -> Syllable | None:
    """Return the parts of ``text``, in NFC and any case, or ``None`` if it is not a syllable."""
    if not 0 < len(text) <= 8:
        return None
    bare, tones = split_tone(text.lower())
    if len(tones) > 1:
        return None
    known = _bare_syllables().get(bare)
    if known is None:
        return None
    onset, rhyme, only = known
    return Syllable(onset, rhyme, tones) if not only or tones in only else None


def syllables() -> Iterator[str]:
    """Yield every valid syllable once, with the tone where :func:`compose` puts it."""
    for onset, rhyme, only in _bare_syllables().values():
        for tone in only or ("", *TONES.values()):
            yield compose(onset, rhyme, tone)


def compose(onset: str, rhyme: str, tone: str) -> str:
    """Return the syllable with these parts, its tone at the traditional, more common position.

    That is ``hòa``, ``khỏe``, ``thủy``, but ``hoàn``, ``thuở``.
    """
    stem = onset[:-1] if onset == "gi" and rhyme.startswith("i") else onset
    if not tone:
        return stem + rhyme
    place = _tone_place(rhyme)
    return stem + rhyme[:place] + with_tone(rhyme[place], tone) + rhyme[place + 1 :]


def _tone_place(rhyme: str) -> int:
    marked = [i for i, letter in enumerate(rhyme) if letter in _MARKED_VOWELS]
    if marked:
        return marked[-1]
    vowels = sum(letter in _VOWELS for letter in rhyme)
    if vowels == 1:
        return 0
    return 1 if vowels == 3 or vowels < len(rhyme) else 0


@cache
def _folded_syllables() -> frozenset[str]:
    return frozenset(map(fold, _bare_syllables()))


@cache
def _bare_syllables() -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Map each syllable without tone to onset, rhyme and its possible tones, () for all."""
    table: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for onset in ONSETS:
        for rhyme in _rhymes_after(onset):
            only = _STOP_TONES if rhyme.endswith(_STOPS) else ()
            table[compose(onset, rhyme, "")] = (onset, rhyme, only)
    for syllable in IRREGULAR:
        bare, tone = split_tone(syllable)
        onset = max((o for o in ONSETS if bare.startswith(o)), key=len)
        table.setdefault(bare, (onset, bare[len(onset) :], (tone,)))
    return table


def _rhymes_after(onset: str) -> Iterator[str]:
    if onset == "qu":
        yield from _AFTER_QU
        return
    for rhyme in RHYMES:
        if rhyme not in NO_CLOSED and _fits(onset, rhyme):
            yield rhyme


def _fits(onset: str, rhyme: str) -> bool:
    """Tell whether ``rhyme`` may follow ``onset``, which is not ``qu``."""
    front = rhyme[0] in _FRONT
    if rhyme[0] == "y" and len(rhyme) > 1:
        return onset == ""
    if rhyme == "y":
        return onset in OPEN_Y or onset in ("", "th")
    if rhyme.startswith("iê"):
        return onset not in ("", "c", "g", "ng")
    if onset in _LABIALS and rhyme.startswith(_GLIDES):
        return False
    match onset:
        case "k" | "gh" | "ngh":
            return front
        case "c" | "g" | "ng":
            return not front
        case "gi":
            return rhyme not in ("ia", "iu")
        case _:
            return True
