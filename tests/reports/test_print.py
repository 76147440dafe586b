"""The report on paper, held against the measures of Decree 30/2020/NĐ-CP."""

import re
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from paper import MM, Run, an_office, compose, fonts, printed, runs, texts
from reportlab.pdfbase.pdfmetrics import stringWidth

from intranet.kernel.pdf import BOLD, prepare

LONG = " ".join(f"chữ{number}" for number in range(2000))
SUBJECT = "Kết quả công tác kiểm soát thủ tục hành chính Quý I năm 2026"
A4 = (210 * MM, 297 * MM)


def block(kind: str, text: str = "", **more: Any) -> SimpleNamespace:
    return SimpleNamespace(kind=kind, text=text, **more)


def section(number: str, level: int, title: str, *blocks: SimpleNamespace) -> SimpleNamespace:
    return SimpleNamespace(number=number, level=level, title=title, blocks=list(blocks))


def a_table(rows: int = 2) -> SimpleNamespace:
    lines = [[str(row), f"Lĩnh vực {row}", "1.568"] for row in range(1, rows + 1)] + [["", "Tổng cộng", "1.568"]]
    return block("table", caption="Hồ sơ theo lĩnh vực", columns=["TT", "Lĩnh vực", "Tiếp nhận"], rows=lines)


def a_report(**change: Any) -> dict[str, Any]:
    values = {
        "office": an_office(),
        "title": "Báo cáo",
        "subject": SUBJECT,
        "number": None,
        "symbol": "BC-UBND",
        "dated": None,
        "year": 2026,
        "draft": False,
        "sample": False,
        "sections": [
            section("I", 1, "Công tác chỉ đạo"),
            section("1", 2, "Ban hành văn bản", block("paragraph", "Đoạn mở đầu."), block("item", "Gạch đầu dòng;")),
            section("3.1", 3, "Rà soát", block("paragraph", LONG), block("note", "Chú thích nhỏ."), a_table()),
            section("V", 1, "Kiến nghị", block("paragraph", "Lời cuối.")),
        ],
    }
    return values | change


def pdf(**change: Any) -> Any:
    return printed("reports/print.html", **a_report(**change))


@pytest.fixture(scope="module")
def report():
    return pdf(draft=True)


@pytest.fixture(scope="module")
def words(report):
    return " ".join(texts(report))


def sizes(page: Any, text: str) -> set[float]:
    return {round(run.size, 1) for run in runs(page) if text in run.text}


def width(run: Run) -> float:
    """Of the first line of a run, before it is justified."""
    return stringWidth(run.text.split("\n")[0], run.font.split("+")[-1], run.size)


def test_the_head_of_the_first_page_is_complete(report):
    first = texts(report)[0]
    for line in (
        "ỦY BAN NHÂN DÂN PHƯỜNG TAM THANH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Số: ……/BC-UBND",
        "Tam Thanh, ngày …… tháng …… năm 2026",
        f"BÁO CÁO {SUBJECT}",
        "Kính gửi: Ủy ban nhân dân tỉnh Lạng Sơn",
    ):
        assert line in first, line


def test_number_and_place_stand_on_one_line_under_office_and_state(report):
    found = {run.text: run for run in runs(report.pages[0])}
    number = next(run for text, run in found.items() if text.startswith("Số:"))
    place = next(run for text, run in found.items() if text.startswith("Tam Thanh,"))
    assert number.y == pytest.approx(place.y, abs=0.5)
    assert number.x < A4[0] / 2 < place.x + 80
    assert "Italic" in place.font


@pytest.mark.parametrize(
    ("number", "printed_as"), [("235", "Số: 235/BC-UBND"), ("7", "Số: 07/BC-UBND"), (None, "Số: ……/BC-UBND")]
)
def test_a_number_is_padded_and_has_no_spaces(number, printed_as):
    assert printed_as in texts(pdf(number=number))[0]


@pytest.mark.parametrize(
    ("day", "printed_as"),
    [
        (date(2026, 2, 5), "Tam Thanh, ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 18), "Tam Thanh, ngày 18 tháng 3 năm 2026"),
    ],
)
def test_the_date_is_written_as_the_decree_wants_it(day, printed_as):
    assert printed_as in texts(pdf(dated=day))[0]


def test_a_superior_body_stands_above_in_plain_capitals():
    page = pdf(office=an_office(superior="Ủy ban nhân dân phường", body_lines=["Trung tâm"])).pages[0]
    superior = next(run for run in runs(page) if "ỦY BAN NHÂN DÂN" in run.text)
    own = next(run for run in runs(page) if run.text == "TRUNG TÂM")
    assert superior.font.endswith("Tinos-Regular") and own.font.endswith("Tinos-Bold")
    assert superior.y > own.y


@pytest.mark.parametrize("name", ["PHƯỜNG TAM THANH", "XÃ ÍCH KỶ", "PHÒNG VĂN HÓA - XÃ HỘI", "SỞ NỘI VỤ"])
def test_rules_have_the_length_the_decree_gives(name):
    prepare()
    office = an_office(body_lines=["ỦY BAN NHÂN DÂN", name])
    widths = re.findall(r'<hr[^>]* width="([\d.]+)"', compose("reports/print.html", **a_report(office=office)))
    own, motto, subject = map(float, widths)
    assert 1 / 3 <= own / stringWidth(name, BOLD, 12) <= 1 / 2
    assert motto == pytest.approx(stringWidth("Độc lập - Tự do - Hạnh phúc", BOLD, 13), abs=0.5)
    assert 1 / 3 <= subject / stringWidth(SUBJECT, BOLD, 14) <= 1 / 2


def test_the_page_is_a4_and_text_keeps_its_margins(report):
    for page in report.pages:
        assert (page.mediabox.width, page.mediabox.height) == pytest.approx(A4, abs=1)
        body = [run for run in runs(page) if run.y < A4[1] - 20 * MM]
        assert min(run.x for run in body) >= 30 * MM - 0.5
        assert max(run.x + width(run) for run in body) <= A4[0] - 15 * MM + 0.5
        assert min(run.y for run in body) >= 20 * MM - 0.5


def test_pages_are_numbered_in_the_top_margin_from_the_second_on(report):
    above = [[run for run in runs(page) if run.y > A4[1] - 20 * MM] for page in report.pages]
    numbers = [[run for run in page if run.text.isdigit()] for page in above]
    assert numbers[0] == []
    for expected, (run,) in enumerate(numbers[1:], start=2):
        assert run.text == str(expected)
        assert 13 <= run.size <= 14 and run.font.endswith("Tinos-Regular")
        middle = 30 * MM + 165 * MM / 2
        assert run.x == pytest.approx(middle - 7 * len(run.text) / 2, abs=2)


def test_a_paragraph_of_2000_words_is_whole_and_in_the_size_of_the_body(report, words):
    assert all(f"chữ{number} " in words for number in range(2000))
    body = {size for page in report.pages for size in sizes(page, "chữ")}
    assert body == {14.0}


def test_every_size_is_one_the_decree_allows(report):
    found = {round(run.size, 1) for page in report.pages for run in runs(page)}
    assert found <= {11.0, 12.0, 13.0, 14.0}


def test_headings_follow_the_decree(report, words):
    faces = {"I. CÔNG TÁC CHỈ ĐẠO": "Bold", "1. Ban hành văn bản": "Bold", "3.1. Rà soát": "BoldItalic"}
    for heading, face in faces.items():
        assert heading in words
        (run,) = (run for page in report.pages for run in runs(page) if run.text == heading)
        assert run.font.endswith(f"Tinos-{face}"), heading
    assert "- Gạch đầu dòng;" in words and "Chú thích nhỏ." in words


def test_fonts_are_embedded_and_no_letter_is_lost(report, words):
    assert all(name.split("+")[-1].startswith("Tinos-") and embedded for name, embedded in fonts(report).items())
    assert "■" not in words


def test_the_document_closes_with_its_mark_once(words):
    assert words.count("./.") == 1
    assert "Lời cuối./." in words


@pytest.mark.parametrize(("text", "closed"), [("Hết./.", "Hết./."), ("Hết;", "Hết./."), ("Hết", "Hết./.")])
def test_the_closing_mark_is_not_doubled(text, closed):
    sections = [section("I", 1, "Một", block("paragraph", "Đầu."), block("item", text))]
    page = texts(pdf(sections=sections))[0]
    assert f"- {closed}" in page and page.count("./.") == 1 and "Đầu. -" in page


def test_a_report_that_ends_with_a_table_closes_under_it():
    assert "1.568 ./. Nơi nhận:" in texts(pdf(sections=[section("I", 1, "Một", a_table())]))[0]


def test_recipients_stand_level_with_the_signature(report):
    last = report.pages[-1]
    found = {run.text.split("\n")[0]: run for run in runs(last)}
    assert found["Nơi nhận:"].y == pytest.approx(found["TM. ỦY BAN NHÂN DÂN"].y, abs=4)
    assert found["Nơi nhận:"].font.endswith("BoldItalic") and round(found["Nơi nhận:"].size) == 12
    assert round(found["- Như trên;"].size) == 11
    assert found["CHỦ TỊCH"].y - found["Nguyễn Văn Mẫu"].y > 60, "room to sign"
    page = texts(report)[-1]
    listed = "Nơi nhận: - Như trên; - Văn phòng HĐND-UBND tỉnh; - Các phòng chuyên môn; - Lưu: VT, TTPVHCC."
    assert listed in page


def test_the_addressee_is_named_once_among_the_recipients():
    office = an_office(recipients=["Như trên", "Ủy ban nhân dân tỉnh Lạng Sơn", "Đảng ủy phường"])
    assert "Nơi nhận: - Như trên; - Đảng ủy phường; - Lưu:" in texts(pdf(office=office))[-1]


def test_a_report_to_nobody_above_has_no_addressee():
    words = " ".join(texts(pdf(office=an_office(addressee=""))))
    assert "Kính gửi" not in words and "Như trên" not in words


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("sample", [True, False])
def test_each_page_says_whether_it_is_a_draft_or_a_sample(draft, sample):
    pages = texts(pdf(draft=draft, sample=sample))
    assert len(pages) > 2
    assert [("DỰ THẢO" in page, "SỐ LIỆU MẪU" in page) for page in pages] == [(draft, sample)] * len(pages)


def test_headings_of_a_table_stand_on_each_of_its_pages():
    pages = texts(pdf(sections=[section("I", 1, "Một", a_table(rows=120))]))
    assert len(pages) > 2
    for page in pages:
        if re.search(r"Lĩnh vực \d", page):
            assert "TT Lĩnh vực Tiếp nhận" in page
    assert all(f"Lĩnh vực {row} " in " ".join(pages) for row in range(1, 121))


def test_a_table_of_many_columns_stays_on_the_page():
    columns = ["TT", "Lĩnh vực", *(f"Cột số {number}" for number in range(11))]
    table = block("table", caption="", columns=columns, rows=[["1", "Đất đai", *["1.568"] * 11]])
    page = pdf(sections=[section("I", 1, "Một", table)]).pages[0]
    figures = [run for run in runs(page) if "1.568" in run.text]
    assert len(figures) == 11
    assert max(run.x for run in figures) + 20 < A4[0] - 15 * MM
    assert {round(run.size) for run in figures} == {10}


def test_text_never_becomes_markup():
    evil = "<b>đậm</b> & <img src='http://127.0.0.1/x.png'> <pdf:pagenumber>"
    table = block("table", caption=evil, columns=[evil], rows=[[evil]])
    sections = [section("1<i>", 2, evil, block("paragraph", evil), table)]
    office = an_office(place=evil, addressee=evil, signatory_name=evil, recipients=[evil], archive=evil)
    words = " ".join(texts(pdf(sections=sections, subject=evil, symbol="<x>", office=office)))
    assert words.count("<b>đậm</b> & <img src='http://127.0.0.1/x.png'> <pdf:pagenumber>") >= 6
    assert "1<i>." in words and "/<x>" in words


def test_the_file_names_the_report_and_its_office(report):
    assert report.metadata.title == f"Báo cáo {SUBJECT}"
    assert report.metadata.author == "ỦY BAN NHÂN DÂN PHƯỜNG TAM THANH"
    assert [entry["/Title"] for entry in report.outline if isinstance(entry, dict)] == [
        "I. CÔNG TÁC CHỈ ĐẠO",
        "V. KIẾN NGHỊ",
    ]


@pytest.mark.parametrize("paragraphs", range(14, 32))
def test_the_last_sentence_stands_on_the_page_of_the_signature(paragraphs):
    blocks = [block("paragraph", "Một đoạn.") for _ in range(paragraphs)]
    pages = texts(pdf(sections=[section("I", 1, "Một", *blocks, block("paragraph", "Lời cuối."))]))
    assert "Lời cuối./. Nơi nhận:" in pages[-1]
