"""What tells where a proper name begins and ends in Vietnamese text: common words around names.

The lists are closed classes of the language, in small letters: family names, provinces, how offices
and the names of bodies begin. :func:`spelling` is how a word of a text is looked up in them.
"""

from __future__ import annotations

from functools import lru_cache

from tui.text.syllables import compose, parse

FAMILY_NAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào đoàn trịnh "
    "trương mai lâm tạ tô chu châu lưu cao tống phùng hứa hà la lương thái quách kiều đàm nghiêm "
    "vương triệu tăng lò giáp khúc doãn thân nông khuất phí cù tôn thạch lục mạc từ tiêu thiều sử "
    "sầm lã lại hàn giang dư diệp đổng đậu chử cấn bế biện bành ưng thẩm tào quản lữ lạc kỷ quan "
    "bạch ninh ma hầu giàng sùng lô vi lều ngũ hạ văn danh kim mẫn thi bàng âu ấu an âu ân bồ "
    "cung chế đồng đường hoa hùng khổng khương liễu lý lộ mã nhan nhâm ôn phó phương sa thang thi "
    "tất thào thiệu trà triều trác trang úc uông viên vưu y yên".split()
)
"""Family names, and what begins a double one, as in *Tôn Thất* and *Âu Dương*."""

PLACES = frozenset(
    place.strip()
    for place in (
        "an giang, bà rịa, vũng tàu, bạc liêu, bắc giang, bắc kạn, bắc ninh, bến tre, bình dương, "
        "bình định, bình phước, bình thuận, cà mau, cao bằng, cần thơ, đà nẵng, đắk lắk, đắc lắc, "
        "đắk nông, điện biên, đồng nai, đồng tháp, gia lai, hà giang, hà nam, hà nội, hà tây, "
        "hà tĩnh, hải dương, hải phòng, hậu giang, hòa bình, hưng yên, khánh hòa, kiên giang, "
        "kon tum, lai châu, lạng sơn, lào cai, lâm đồng, long an, nam định, nghệ an, ninh bình, "
        "ninh thuận, phú thọ, phú yên, quảng bình, quảng nam, quảng ngãi, quảng ninh, quảng trị, "
        "sóc trăng, sơn la, tây ninh, thái bình, thái nguyên, thanh hóa, thừa thiên, huế, "
        "tiền giang, hồ chí minh, hcm, sài gòn, trà vinh, tuyên quang, vĩnh long, vĩnh phúc, "
        "yên bái, quy nhơn, đà lạt, nha trang, vinh, hạ long, thủ đức, biên hòa, long xuyên, "
        "buôn ma thuột, việt trì, cẩm phả, uông bí, móng cái, tam kỳ, hội an, phan thiết, "
        "pleiku, rạch giá, mỹ tho, tân an, sa đéc, châu đốc, hồng bàng, ngô quyền, lê chân, "
        "hải an, kiến an, đồ sơn, dương kinh, thủy nguyên, an dương, an lão, kiến thụy, "
        "tiên lãng, vĩnh bảo, cát hải, bạch long vĩ, hoàn kiếm, ba đình, đống đa, hai bà trưng, "
        "cầu giấy, thanh xuân, hoàng mai, long biên, tây hồ, hà đông, từ liêm, gia lâm, đông anh, "
        "sóc sơn, mê linh, đông nam bộ, tây nguyên, miền bắc, miền nam, miền trung, việt nam, "
        "trung quốc, nhật bản, hàn quốc, lào, campuchia, thái lan, ấn độ, pháp, đức, anh quốc, "
        "hoa kỳ, mỹ, nga, singapore, úc, australia, indonesia, malaysia, philippines, đông dương, "
        "châu á, châu âu, đông nam á, asean"
    ).split(",")
)
"""Provinces, cities, districts that are often written alone, countries."""

SPELLINGS = (
    ("Đắk Lắk", "Đăk Lăk"),
    ("Đắk Lắk", "Đắc Lắc"),
    ("Đắk Nông", "Đăk Nông"),
    ("Đắk Nông", "Đắc Nông"),
    ("Bắc Kạn", "Bắc Cạn"),
    ("Quy Nhơn", "Qui Nhơn"),
)
"""Names of places that newspapers spell otherwise too."""

COUNTRIES = frozenset(
    "việt nam|trung quốc|nhật bản|hàn quốc|lào|campuchia|thái lan|ấn độ|pháp|đức|anh quốc|hoa kỳ|"
    "mỹ|nga|singapore|úc|australia|indonesia|malaysia|philippines".split("|")
)
"""Those of the places that are countries."""

PLACE_KINDS = frozenset(
    "tỉnh|thành phố|tp|quận|huyện|thị xã|tx|thị trấn|phường|xã|thôn|bản|khu vực|vùng".split("|")
)
"""What stands before the name of a place."""

OFFICES = frozenset(
    "giám đốc|chủ tịch|chủ nhiệm|bí thư|ủy viên|trưởng ban|trưởng phòng|trưởng khoa|trưởng đoàn|"
    "trưởng bộ|trưởng đại|trưởng nhóm|trưởng thôn|trưởng công|hiệu trưởng|hiệu phó|thứ trưởng|"
    "bộ trưởng|viện trưởng|vụ trưởng|cục trưởng|chi cục|tổng cục|tổng giám|tổng bí|tổng thư|"
    "tổng biên|tổng thanh|tổng kiểm|tổng lãnh|thủ tướng|thư ký|đại biểu|đại sứ|đại diện|đại tá|"
    "thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|đại tướng|thượng tướng|"
    "trung tướng|thiếu tướng|chuẩn đô|đô đốc|chánh văn|chánh thanh|chánh án|chuyên viên|"
    "chuyên gia|cố vấn|trợ lý|kế toán|kiểm soát|thống đốc|hội trưởng|đội trưởng|tổ trưởng|"
    "nghệ nhân|nghệ sĩ|đạo diễn|phóng viên|biên tập|thành viên|đồng chủ|quản đốc|ceo".split("|")
)
"""How offices and occupations begin, in one word or two."""

BEFORE_OFFICES = frozenset("nguyên cựu quyền phó cố".split())
"""What may stand before the name of an office."""

TITLES = frozenset(
    "gs|ts|pgs|ths|ks|bs|cn|kts|tskh|gsts|ncs|mc|giáo sư|phó giáo|thạc sĩ|tiến sĩ|kỹ sư|bác sĩ|"
    "luật sư|kiến trúc|cử nhân|nhà giáo|nhà báo|nhà văn|nhà khoa|viện sĩ|đồng chí|đ c".split("|")
)
"""How honorifics begin, in one word or two."""

BODIES = frozenset(
    "bộ|sở|cục|vụ|viện|hội|trường|đại học|học viện|ủy ban|uỷ ban|ubnd|hđnd|công ty|tập đoàn|"
    "tổng công|ngân hàng|ban|trung tâm|liên hiệp|liên đoàn|hiệp hội|đoàn|đảng|đảng bộ|đảng ủy|"
    "tỉnh ủy|thành ủy|huyện ủy|quận ủy|văn phòng|chi cục|tổng cục|phòng|khoa|quỹ|báo|đài|tạp chí|"
    "nhà|bệnh viện|quốc hội|chính phủ|mặt trận|mttq|tòa án|toà án|quân khu|quân chủng|công an|"
    "cơ quan|tổ chức|câu lạc|clb|doanh nghiệp|hợp tác|htx|xí nghiệp|chi nhánh|khu|vườn|thư viện|"
    "bảo tàng|đh|ttxvn|thông tấn|hội đồng|kho bạc|bảo hiểm|đại sứ|tổng lãnh|ủy viên".split("|")
)
"""How the names of bodies begin, in one word or two."""

OFFICES_OF_BODIES = frozenset("văn phòng|thanh tra".split("|"))
"""What makes the name of another body of one: *Văn phòng Chính phủ*, *Thanh tra Chính phủ*."""

WRITINGS = frozenset(
    "quyết định|nghị quyết|nghị định|thông tư|chỉ thị|công văn|tờ trình|hiệp định|thỏa thuận|"
    "biên bản|kết luận|thông báo|hiến pháp|điều lệ|hội nghị|hội thảo|diễn đàn|tọa đàm|lễ".split("|")
)
"""How documents and meetings begin: after *và* they do not go on with the name of a body."""

NAMED_AFTER = frozenset(
    "đường|phố|giải thưởng|học bổng|quảng trường|công viên|tượng đài|nhà hát|bảo tàng|thpt|thcs|"
    "tiểu học|trung học|ngõ|đại lộ".split("|")
)
"""What is called after people: *đường Lê Lợi* names no person."""

SCHOOLS = frozenset("trường|đại học|học viện".split("|"))
"""What a school is called before the person that it bears the name of."""

CENTRAL = frozenset("chính phủ|quốc hội|viện hàn|ngân hàng thế".split("|"))
"""How the names of bodies begin of which no province has its own, ministries apart."""

LOCAL = frozenset(
    "sở|ubnd|uỷ ban|ủy ban|hđnd|hội đồng|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|đảng bộ|phòng|"
    "chi cục|công an|tỉnh đoàn|thành đoàn".split("|")
)
"""How the names of bodies begin that every province has, or every district."""

PLURALS = frozenset("các những nhiều mọi mỗi từng số".split())
"""What says before a common noun that several are meant, or any."""

NUMBERED = frozenset("ngày mùng tháng quý năm lần thứ khóa khoá số".split())
"""What a number behind it belongs to; any other counts what follows."""

COMPOUNDS = frozenset(
    "viên|bộ|ủy|đoàn|phái|thể|kết|trưởng|phó|công tác|đại biểu|khảo sát|kiểm tra|giám sát|"
    "chuyên gia|cán bộ|tham gia|thẩm định|thanh tra".split("|")
)
"""What makes another word of *Đảng*, *Đoàn* and *Hội*: *Đảng bộ*, *Đoàn công tác*, *Hội viên*."""

LEGAL_FORMS = frozenset("group corporation corp jsc inc ltd co".split())
"""What may stand behind the name of a company and is not a piece of another name."""

WOMEN = frozenset("bà chị cô".split())
MEN = frozenset("ông anh".split())
"""The forms of address that tell a woman from a man."""


@lru_cache(4096)
def spelling(word: str) -> str:
    """Return a canonical word in small letters, its tone where these lists have it."""
    syllable = parse(word)
    if syllable is None:
        return word.lower()
    return compose(syllable.onset, syllable.rhyme, syllable.tone)
