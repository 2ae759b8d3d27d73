"""A large event, and large text, made of plain words: the same for the same seed, and about nobody.

``python -m tests.benchmarks.generate FILE`` writes the event to a file to look at.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

PEOPLE, ORGANIZATIONS, AGREEMENTS, PHOTOS, PARAGRAPHS = 5_000, 200, 1_000, 2_000, 2_000
FIRST_WORDS = "Đoạn đầu của bài viết dài"
"""What the article of the large event begins with."""

DIGITS = ("Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín")
WORDS = """
ánh ao ấp áp ẩm bàn bạn băng bằng bậc bến biển bình bóng bộ bờ buổi bước bưởi cá cao cánh cát cảng
cầu cây chân chè chiều chín chợ chuyến chương cỏ con cổ cờ cơm cuối cùng cửa dài dân dòng dốc dừa đá
đàn đảo đất đậu đèn đẹp đêm đến điện đò đồi đồng đời đũa đưa đường ếch gà gạo gần ghế giáo giấy gió
giọng giờ giữa gốc gửi hai hàng hát hạt hè hiền hoa hòa hồ hồng hội hộp hơi huyện hương hướng kênh
kế khách khăn khéo khoa khói không khúc kiến kính kỹ lá làng lành lặng lầu lễ lịch liền lò lối lớn
lúa lụa luống lửa lưới mái mành mặt mầm mẫu mây mèo miền mỏng mọc mộc mới mùa muối mượt mười nắng
nấm nền nếp ngày ngân ngọn nguồn người nhà nhạc nhẹ nhiều nhịp nhỏ như nón nông nước nương ong ổi
phà phía phiên phố phượng qua quà quanh quạt quen quế rau rặng rể rộng ruộng rừng sách sáng sân sen
sóng sông sổ sớm suối sương tay tàu tấm tập tên thác tháng thành thắng thế thơm thu thủy thuyền thư
tiếng tím tỉnh tốt trà trái trăng trầm trầu tre trên trời trống trường tuổi tường vàng vải vẽ vị
viên vịnh vòng vỏ vui vùng vườn vượt xã xanh xe xóm xuân xuồng xương ý yên yêu
""".split()


def counted(number: int) -> str:
    """Return a number spelled digit by digit, e.g. ``Một Không Hai``: a name that is nobody's."""
    return " ".join(DIGITS[int(digit)] for digit in str(number))


def sentence(random: Random, words: int) -> str:
    """Return so many words as a sentence."""
    text = " ".join(random.choices(WORDS, k=words))
    return text[0].upper() + text[1:]


def paragraph(random: Random, sentences: int) -> str:
    """Return sentences of 8 to 20 words each."""
    return " ".join(f"{sentence(random, random.randint(8, 20))}." for _ in range(sentences))


def text(size: int, seed: int = 1) -> str:
    """Return paragraphs, one a line, of at least ``size`` bytes in UTF-8 and little more."""
    random = Random(seed)
    lines: list[str] = []
    while size > 0:
        lines.append(paragraph(random, 5))
        size -= len(lines[-1].encode()) + 1
    return "\n".join(lines)


def person(number: int) -> str:
    return f"Người {counted(number)}"


def organization(number: int) -> str:
    return f"Đơn vị {counted(number)}"


def event(seed: int = 1) -> str:
    """Return the large event as the text of an event file: about 2 MB."""
    random = Random(seed)
    parts = [
        'format = 1\n[event]\nid = "large"\nname = "Buổi gặp mặt lớn để thử"\n'
        'start_date = 2022-01-18\nlocation = "Nơi thử"\norganizer = "o1"\n'
        '[article]\nheadline = "Bài viết dài để thử"'
    ]
    parts += [_block(random, number) for number in range(1, PARAGRAPHS + 1)]
    parts += [_person(random, number) for number in range(1, PEOPLE + 1)]
    parts += [
        f'[[organizations]]\nid = "o{number}"\nname = "{organization(number)}"\nroles = ["party"]'
        for number in range(1, ORGANIZATIONS + 1)
    ]
    parts += [_agreement(random, number) for number in range(1, AGREEMENTS + 1)]
    parts += [_photo(random, number) for number in range(1, PHOTOS + 1)]
    return "\n".join(parts) + "\n"


def _block(random: Random, number: int) -> str:
    opening = FIRST_WORDS if number == 1 else sentence(random, 4)
    named = person(random.randint(1, PEOPLE))
    return f'[[article.body]]\ntext = "{opening}, {named}. {paragraph(random, 4)}"'


def _person(random: Random, number: int) -> str:
    role = random.choice(("guest", "speaker", "signatory", "mentioned"))
    return (
        f'[[people]]\nid = "p{number}"\nname = "{person(number)}"\nroles = ["{role}"]\n'
        f'[[people.positions]]\ntitle = "{sentence(random, 3)}"\n'
        f'organization = "o{random.randint(1, ORGANIZATIONS)}"'
    )


def _agreement(random: Random, number: int) -> str:
    first, second = random.sample(range(1, ORGANIZATIONS + 1), 2)
    start = random.randint(2015, 2024)
    return (
        f'[[agreements]]\nid = "a{number}"\nname = "{sentence(random, 6)}"\n'
        f'kind = "Thỏa thuận hợp tác"\nparties = ["o{first}", "o{second}"]\n'
        f"valid_from = {start}\nvalid_through = {start + random.randint(0, 10)}"
    )


def _photo(random: Random, number: int) -> str:
    shown = random.randint(1, PEOPLE)
    return (
        f'[[photos]]\nid = "i{number}"\ncaption = "{sentence(random, 6)}, {person(shown)}"\n'
        f'depicts = ["p{shown}"]'
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(event(), "utf-8")
