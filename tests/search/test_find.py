"""What a search gives back: spans, ranks, reasons, order (S9 to S13)."""

from __future__ import annotations

import pytest

from tests.reliability import case
from tests.search.texts import highlights, passages, spans
from tui.document.model import Text
from tui.document.texts import Texts
from tui.search.find import by_rank, closeness, find, first_found
from tui.search.hits import ABBREVIATION, EXACT, KEYS, SUBSET, Found, Hit
from tui.search.scan import MOST_HITS, SearchCancelledError

KHCN = (("KH&CN", "khoa học và công nghệ"),)


def test_hits_of_all_passages_come_in_reading_order() -> None:
    searched = passages("Hà Nội, ha noi", "không", "HÀ NỘI")
    assert find(searched, "ha noi").hits == (
        Hit(0, 0, 6, SUBSET),
        Hit(0, 8, 14, EXACT),
        Hit(2, 0, 6, SUBSET),
    )


def test_exact_marks_come_before_fewer_marks_and_abbreviations_after_both() -> None:
    searched = passages("khoa hoc va cong nghe; KH&CN; Khoa học và công nghệ")
    found = find(searched, "khoa hoc va cong nghe")
    assert [hit.rank for hit in found.hits] == [EXACT, ABBREVIATION, SUBSET]
    assert [hit.rank for hit in by_rank(found.hits)] == [EXACT, SUBSET, ABBREVIATION]


def test_a_tone_elsewhere_and_the_other_of_i_and_y_are_exact_marks() -> None:
    searched = passages("hòa bình; kĩ thuật; quí")
    for query in ("hoà bình", "kỹ thuật", "quý"):
        assert [hit.rank for hit in find(searched, query).hits] == [EXACT]


def test_an_abbreviation_is_explained_and_a_literal_match_is_not() -> None:
    searched = passages("Bộ KH&CN; khoa học và công nghệ", own=KHCN)
    found = find(searched, "khcn")
    assert [hit.reason for hit in found.hits] == ["", "KH&CN = khoa học và công nghệ"]
    assert [hit.rank for hit in found.hits] == [EXACT, ABBREVIATION]


def test_every_abbreviation_of_a_query_is_explained() -> None:
    searched = passages("Ủy ban nhân dân thành phố Hải Phòng")
    (hit,) = find(searched, "UBND TP Hải Phòng").hits
    assert hit.reason == "UBND = ủy ban nhân dân; TP = thành phố"


def test_the_meaning_that_the_event_gives_wins_over_the_shipped() -> None:
    text = "đại học; đơn hàng"
    assert highlights("ĐH", text, own=(("ĐH", "đơn hàng"),)) == ["đơn hàng"]
    assert highlights("ĐH", text) == ["đại học"]


def test_an_abbreviation_of_the_event_alone_is_read_both_ways() -> None:
    own = (("LHH", "Liên hiệp các Hội"),)
    assert highlights("LHH Khoa học", "Liên hiệp các Hội Khoa học", own=own) == [
        "Liên hiệp các Hội Khoa học"
    ]
    assert highlights("liên hiệp các hội khoa", "LHH Khoa học", own=own) == ["LHH Khoa"]
    assert highlights("liên hiệp các hội khoa", "LHH Khoa học") == []


def test_an_abbreviation_with_va_in_it_is_read_like_one_with_a_sign() -> None:
    own = (("PT và TH", "phát thanh và truyền hình"),)
    for short in ("PT và TH", "PT&TH", "PTTH"):
        assert highlights("đài phát thanh và truyền hình", f"Đài {short}", own=own) == [
            f"Đài {short}"
        ]
        assert highlights(f"đài {short}", "Đài Phát thanh & Truyền hình", own=own) == [
            "Đài Phát thanh & Truyền hình"
        ]


def test_an_abbreviation_without_letters_does_no_harm() -> None:
    assert highlights("a", "a &", own=(("&", "&"), ("", "a"), ("a", ""))) == ["a"]


def test_a_date_in_another_form_says_which_date_it_is() -> None:
    searched = passages("18/1; 18-01-2022; ngày 18 tháng 1 năm 2022")
    found = find(searched, "18-1-2022")
    assert spans(found, searched) == ["18/1", "18-01-2022", "ngày 18 tháng 1 năm 2022"]
    assert {(hit.rank, hit.reason) for hit in found.hits} == {(ABBREVIATION, "18/01/2022")}


def test_a_date_as_typed_is_exact_and_highlighted_whole() -> None:
    searched = passages("ngày 18/01/2022")
    assert find(searched, "18/01/2022").hits == (Hit(0, 0, 15, EXACT),)


def test_a_date_without_a_year_has_none_where_the_event_has_none() -> None:
    searched = Texts([Text("article", "a", "text", "ngày 18/1; 18/01/2022")])
    (hit,) = find(searched, "ngày 18 tháng 1").hits
    assert (hit.start, hit.end, hit.reason) == (0, 9, "18/01")


def test_a_query_that_is_only_partly_a_date_is_literal() -> None:
    assert highlights("chiều 18/1/2022", "Chiều 18/1/2022, chiều 18-01-2022") == ["Chiều 18/1/2022"]


def test_telex_is_read_only_when_nothing_else_is_found() -> None:
    searched = passages("ddoox Đỗ")
    assert find(searched, "ddoox").reading == ""
    searched = passages("Đỗ Hoài Nam")
    found = find(searched, "ddoox hoaif nam")
    assert (found.reading, found.method) == ("đỗ hoài nam", "Telex")
    assert find(searched, "d9o64 hoai2 nam").method == "VNI"
    assert found.hits == (Hit(0, 0, 11, KEYS, "typed in Telex"),)


def test_telex_can_be_refused_and_is_not_read_in_quotes() -> None:
    searched = passages("Đỗ Hoài Nam")
    assert find(searched, "ddoox", up_to="strict").hits == ()
    assert find(searched, '"ddoox"').hits == ()


def test_there_is_no_reading_when_it_finds_nothing_either() -> None:
    found = find(passages("Hà Nội"), "ddoox")
    assert (found.hits, found.reading) == ((), "")


def test_a_match_does_not_cross_passages() -> None:
    assert find(passages("Hà", "Nội"), "ha noi").hits == ()
    assert find(passages("Hà ", " Nội"), "ha noi").hits == ()
    assert find(passages("KH", "CN KHCN"), "khcn").hits == (Hit(1, 3, 7, EXACT),)


def test_no_passages_and_empty_passages_have_no_hits() -> None:
    assert find(Texts([]), "a").hits == ()
    assert find(passages("", "", ""), "a").hits == ()
    assert find(passages("", "a", ""), "a").hits == (Hit(1, 0, 1, EXACT),)


def test_a_match_that_fails_by_its_marks_hides_no_other_that_overlaps_it() -> None:
    assert highlights("á a", "a á a") == ["á a"]
    assert highlights("ha há", "ha ha há") == ["ha há"]


def test_what_was_highlighted_stays_while_an_input_method_composes() -> None:
    for typed in ("đ", "đo", "đô", "đỗ", "d", "do", "dô", "dỗ"):
        (highlight,) = highlights(typed, "Đỗ.")
        assert "Đỗ".startswith(highlight)
    for typed in ("t", "tu", "tuy", "tuye", "tuyê", "tuyên", "tuyển", "tuyen", "tuyển "):
        assert highlights(typed, "Tuyển sinh"), typed


def test_and_may_be_written_or_spoken_anywhere() -> None:
    text = "khoa học & kỹ thuật và công nghệ & môi trường"
    for query in (
        "khoa học và kỹ thuật & công nghệ và môi trường",
        "khoa hoc & ky thuat va cong nghe & moi truong",
    ):
        assert highlights(query, text) == [text]


@pytest.mark.parametrize("signs", ["%", "→", "😀", "...", "§"])
def test_signs_are_found_as_they_are(signs: str) -> None:
    assert highlights(signs, f"100{signs} ")[0] == signs


def test_a_sign_inside_a_grapheme_is_highlighted_with_all_of_it() -> None:
    assert highlights("🏽", "👍🏽👍🏽") == ["👍🏽", "👍🏽"]


@pytest.mark.parametrize("query", ["", " ", "\n", '"', '""', "\u0301", "\x00", "?!", "”", "' '"])
def test_a_query_without_words_finds_nothing_that_is_not_there(query: str) -> None:
    assert highlights(query, "Đỗ Hoài Nam") == []


def test_a_highlight_takes_the_marks_that_stand_beside_its_letters() -> None:
    assert highlights("q", "q\u0303 x") == ["q\u0303"]
    assert highlights("qx", "q\u0303x\u0303y") == ["q\u0303x\u0303"]
    assert highlights("x", "q\u0303x") == []


def test_a_long_query_is_found_like_a_short_one() -> None:
    text = " ".join(f"từ{number}" for number in range(2_000))
    assert highlights(text.replace("từ", "tu"), f"a {text}, b") == [text]
    assert highlights(text.replace("từ1999", "tứ1999"), text) == []
    assert highlights("a" * 1_000, "a" * 1_001) == ["a" * 1_000]
    assert highlights("a" * 1_000 + "b", "a" * 1_001) == []


def test_hits_are_values_that_sort_in_reading_order() -> None:
    hits = find(passages("a b a", "a"), "a").hits
    assert list(hits) == sorted(hits)


@pytest.mark.parametrize("typed", ["cow", "bus", "taxi", "gas", "sofa", "car", "soon", "there"])
def test_a_word_of_another_language_is_not_read_as_telex(typed: str) -> None:
    """*cow* found the *cơ* of *cơ quan*, and *bus* a *bú*."""
    text = "cơ cơm bú tãi gá sòa cả sôn thể"
    assert highlights(typed, text) == []


def test_a_reading_of_keys_is_of_whole_words() -> None:
    assert highlights("hocj", "học, họcx") == ["học"]
    assert highlights("khoa hoj", "khoa học") == []


def test_words_in_capitals_beside_others_are_not_keys() -> None:
    assert highlights("chinhs phur US", "chính phủ US") == ["chính phủ US"]


@pytest.mark.parametrize(("query", "text"), [("C.A", "ca"), ("A.I", "ai"), ("A.I", "Ai")])
def test_an_acronym_with_points_is_no_word_in_small_letters(query: str, text: str) -> None:
    assert highlights(query, f"{text}; CA AI") in (["CA"], ["AI"])


def test_an_ampersand_alone_finds_no_piece_of_a_word() -> None:
    assert highlights("&", "vào và & vàng") == ["và", "&"]


def test_a_query_in_quotes_is_of_whole_words() -> None:
    assert highlights('"hải ph"', "Hải Phòng") == []
    assert highlights('"hải ph', "Hải Phòng") == ["Hải Ph"]
    assert highlights('"hải phòng"', "Hải Phòng") == ["Hải Phòng"]


@case("Search: 10,000 hits at most, and that there are more is said")
def test_of_more_hits_than_anyone_walks_over_the_first_are_given() -> None:
    """On 4 MiB of ``a a a`` the key ``a`` took 39 s."""
    searched = passages("a " * (MOST_HITS + 5), "b a")
    found = find(searched, "a")
    assert (len(found.hits), found.has_more) == (MOST_HITS, True)
    assert found.hits[-1].start == 2 * (MOST_HITS - 1)
    found = find(passages("a " * MOST_HITS), "a")
    assert (len(found.hits), found.has_more) == (MOST_HITS, False)


def test_a_part_of_the_texts_can_be_searched_alone() -> None:
    searched = passages("hà nội", "ha noi hà", "hà", "")
    for among in (range(0, 1), range(1, 3), range(2, 4), range(3, 9), range(4, 4)):
        found = find(searched, "ha", among=among)
        assert found.hits == tuple(hit for hit in find(searched, "ha").hits if hit.text in among)
    assert find(passages("Đỗ", "x"), "ddoox", among=range(1)).hits == ()


def test_the_first_hits_are_those_of_the_first_texts_that_have_any() -> None:
    """The screen shows them with the letter that was typed, and the rest behind that."""
    searched = passages(*["gió mây " * 30] * 500, "hà nội", *["gió " * 30] * 500, "ha noi")
    assert first_found(searched, "hà nội", 501) == (range(0), Found())
    for query, start in (("hà", 0), ("ha noi", 499), ("ha", 700), ("gió", 1_001), ("gió", 4)):
        among, found = first_found(searched, query, start)
        assert found.hits == find(searched, query, among=among).hits
        assert found.has_more == (0 < len(among) < len(searched))
        hits = [hit for hit in found.hits if hit.text >= start]
        whole = [hit for hit in find(searched, query).hits if hit.text >= start]
        assert hits == whole[: len(hits)]
        assert bool(hits) == bool(whole)


def test_first_hits_are_not_looked_for_in_more_than_is_read_in_no_time() -> None:
    long = passages(*["gió " * 1_000] * 400, "hà")
    assert first_found(long, "hà", 0) == (range(0), Found())
    assert first_found(long, "hà", 300)[1].hits == (Hit(400, 0, 2),)
    assert first_found(passages("gió " * 300_000), "gió", 0) == (range(0), Found())


def test_a_search_that_is_given_up_has_no_answer() -> None:
    asked = iter([False, True])
    with pytest.raises(SearchCancelledError):
        find(passages("a " * 5_000), "a", is_cancelled=lambda: next(asked))


def test_of_one_rank_whole_words_come_first_and_the_capitals_that_were_typed() -> None:
    searched = passages("hàn Hàn hà Hà HÀ")
    assert [
        searched[0].words[hit.start : hit.end + 1].strip()
        for hit in by_rank(find(searched, "hà").hits, closeness(searched, "hà"))
    ] == ["hà", "Hà", "HÀ", "hàn", "Hàn"]
