"""Text files in each charset and with each separator; what could be two charsets is refused."""

import unicodedata

import pytest

from intranet.dossiers.importing import read_file
from intranet.dossiers.lost_words import LOST_LETTERS
from intranet.kernel.tables import charsets, delimited, limits
from intranet.kernel.tables.cells import CellFault, text_of
from intranet.kernel.tables.lost_letters import LostLetters, restored
from intranet.kernel.tables.reading import tables
from intranet.kernel.workflow import Refused

ROWS = [["Mã hồ sơ", "Trạng thái", "Người nộp"], ["H37-1", "Đã trả kết quả", "Nguyễn Thị Ưởng"]]
TEXT = "\r\n".join(";".join(row) for row in ROWS)
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def to_1258(text: str) -> bytes:
    """As Vietnamese Windows writes it: each tone behind its vowel, hats and horns with it."""
    decomposed = "".join(apart(letter) for letter in unicodedata.normalize("NFC", text))
    return decomposed.encode("cp1258")


def apart(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(part for part in parts if part in TONES)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES)) + tone


ENCODINGS = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-16-le with mark": lambda text: ("\ufeff" + text).encode("utf-16-le"),
    "utf-16-be with mark": lambda text: ("\ufeff" + text).encode("utf-16-be"),
    "windows-1258": to_1258,
    "decomposed": lambda text: unicodedata.normalize("NFD", text).encode(),
}


def texts(data: bytes, name: str) -> list[list[str]]:
    return [[text_of(cell) for cell in cells] for _, cells in tables(data, name)[0].rows()]


def refusal(data: bytes, name: str = "a.csv") -> str:
    with pytest.raises(Refused) as refused:
        texts(data, name)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", delimited.SEPARATORS)
@pytest.mark.parametrize("ending", ["csv", "txt", "tsv"])
def test_every_encoding_and_separator_gives_the_same_texts(encoding, separator, ending):
    data = ENCODINGS[encoding](TEXT.replace(";", separator))
    assert texts(data, f"a.{ending}") == ROWS


def test_letters_of_windows_1258_are_composed():
    cell = list(tables(to_1258(TEXT), "a.csv")[0].rows())[1][1][2]
    assert cell == unicodedata.normalize("NFC", cell) == "Nguyễn Thị Ưởng"


def test_a_text_that_two_charsets_read_alike_is_read():
    assert texts("Hà Nội".replace("ộ", "ô").encode("cp1258") + b";x", "a.csv") == [["Hà Nôi", "x"]]


@pytest.mark.parametrize(
    "data",
    [
        "Mã h? so;Ðang x? lý".encode("cp1252"),  # windows-1252, with what it lacks lost
        "Mã hồ sơ;Trạng thái".encode()[:-1] + b"\xc3;",  # UTF-8 with a broken letter
        TEXT.encode()[:-1] + b"\xff",
        "Måned;Dossier".encode("cp1252"),
        "Hå s¬;Ngµy".encode("cp1252"),  # TCVN3
        "Maõ hoà sô;Traïng thaùi;Ñöôøng".encode("cp1252"),  # VNI
        "ph\xf2ng".encode("latin-1"),  # a tone behind a consonant
        "\ufeffMã".encode("utf-16-le") + b"x",
        b"\x81\x8d;",
    ],
)
def test_bytes_of_no_charset_that_is_known_for_sure_are_refused(data):
    assert refusal(data) == charsets.UNKNOWN_CHARSET


def test_signs_nobody_sees_are_cleaned_from_texts():
    data = "Mã\u200b hồ\u200f sơ;\u202bTrạng thái\u202c;\0a\ufeffb\u00ad\u2060".encode()
    assert texts(data, "a.csv") == [["Mã hồ sơ", "Trạng thái", "ab"]]


def test_a_nul_inside_a_text_makes_it_no_utf_16():
    assert texts(b"H37-1\0\0;a\0;b\0", "a.csv") == [["H37-1", "a", "b"]]


def test_the_separator_is_the_one_that_parts_the_rows_alike():
    addresses = [f"H37-{number}\tsố 1, ngõ 2, tổ 3, phường 4, tỉnh 5\tx; y" for number in range(5)]
    assert [len(row) for row in texts("\n".join(addresses).encode(), "a.csv")] == [3] * 5


def test_the_first_line_may_name_a_tab_as_the_separator():
    assert texts(b"sep=\t\r\na;b\tc,d\r\n", "a.csv") == [["a;b", "c,d"]]


def test_the_right_separator_names_the_broken_row():
    data = b'a|b|c\nd|e|f\ng|"h|i\nj|k|l'
    assert refusal(data) == delimited.BROKEN.format(row=3)


def test_a_row_with_content_far_to_the_right_is_refused():
    assert refusal(b";" * 200 + b"x") == limits.TOO_WIDE
    assert len(texts(b"a" + b";" * 200, "a.csv")) == 1


def test_a_text_with_tabs_may_be_named_xls_as_excel_opens_it():
    assert texts(TEXT.replace(";", "\t").encode("utf-16"), "a.xls") == ROWS
    assert refusal(TEXT.encode(), "a.xls") == limits.DAMAGED
    assert refusal(TEXT.replace(";", "\t").encode(), "a.xlsx") == limits.DAMAGED


def test_an_error_written_as_text_is_a_fault():
    row = next(tables(b"#REF!;#N/A;########;#1 Tr\xe1\xba\xa7n", "a.csv")[0].rows())[1]
    assert row == [CellFault("#REF!"), CellFault("#N/A"), CellFault("########"), "#1 Trần"]


LOSSY = "Mã hồ sơ;Đơn vị;Trạng thái\nH37-1;UBND phường;Đang xử lý\nH37-2;Phòng Kinh tế;Đang xử lý".encode(
    "cp1258", "replace"
)


def test_a_file_that_lost_its_tones_is_read_with_the_holes_it_has():
    assert texts(LOSSY, "a.csv")[0] == ["M? h? sơ", "Đơn v?", "Tr?ng thái"]


def test_letters_that_were_lost_are_found_again_in_words_that_are_known():
    table = restored(tables(LOSSY, "a.csv")[0], WORDS)
    rows = [[text_of(cell) for cell in cells] for _, cells in table.rows()]
    assert rows[:2] == [["Ma ho sơ", "Đơn vi", "Trang thái"], ["H37-1", "UBND phư?ng", "Đang x? l?"]]


WORDS = {word: word for word in ("ma ho so", "trang thai", "don vi", "dang xu ly", "dang xu lo")}
MEANINGS = {word: word for word in ("ngay ket xuat", "truc tuyen", "truc tiep", "ban", "ben")} | {
    "ngay hen tra": "due",
    "ngay han tra": "due",
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ngày k?t xu?t: 18/03/2026", "Ngày ket xuat: 18/03/2026"),
        ("Tr?c tuy?n", "Truc tuyen"),
        ("Tr?c ?uy?n", "Truc tuyen"),
        ("b?n", "b?n"),  # which may mean two things
        ("Ngày h?n tr?", "Ngày hen tra"),  # of the two that fit, both mean the same
        ("Trực tuyến?", "Trực tuyến?"),
        ("Nguy?n V?n A", "Nguy?n V?n A"),
    ],
)
def test_a_lost_letter_is_only_found_where_it_can_mean_one_thing(text, found):
    assert LostLetters(MEANINGS).restored(text) == found


def test_a_table_that_lost_nothing_stays_as_it_is():
    table = tables(TEXT.encode(), "a.csv")[0]
    assert restored(table, WORDS) is table


def test_dossiers_of_a_file_that_lost_its_tones_are_read_with_a_doubt(headings, right, known, text_file):
    rows = [["Ngày kết xuất: 18/03/2026"], headings, *(right(code=f"H37-{number}") for number in range(3))]
    text = text_file(rows, ",", bom=False).decode()
    whole = read_file(text.encode(), "a.csv", known)
    found = read_file(text.encode("cp1258", "replace"), "a.csv", known)
    assert (found.rows, found.questions, found.exported_on) == (whole.rows, (), whole.exported_on)
    assert LOST_LETTERS in [doubt.message for doubt in found.warnings]
    assert LOST_LETTERS not in [doubt.message for doubt in whole.warnings]
