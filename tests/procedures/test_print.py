"""The printed sheets of a quy trình nội bộ and of a TTHC nội bộ, read back from the PDF."""

from datetime import date
from io import BytesIO
from types import SimpleNamespace

import pytest
from factories import a_procedure, an_approved_procedure, an_internal_tthc
from paper import an_office, fonts, printed, runs, texts
from pypdf import PdfReader

from intranet.procedures.steps import Step, Sum, step_time, time_text
from intranet.procedures.workflow import PARTS

STEPS = (
    Step("Bộ phận Một cửa", "Tiếp nhận, kiểm tra hồ sơ", 4, "Giấy tiếp nhận"),
    Step("Bộ phận Tư pháp", "Thẩm định hồ sơ", 20, "Dự thảo trích lục"),
)
LONG = " ".join(f"chữ{number}" for number in range(550))


def a_sheet(steps=STEPS, whole=24, **change):
    shown = [
        SimpleNamespace(position=place, hours_text=step_time(it.hours), **vars(it)) for place, it in enumerate(steps, 1)
    ]
    values = {
        "title": "Đăng ký lại khai sinh",
        "code": "QT-TP-01",
        "revision": 2,
        "procedure_code": "1.004884",
        "time_text": time_text(whole),
        "effective_from": date(2026, 3, 2),
        "effective_to": None,
        "replaces": SimpleNamespace(revision=1),
        "legal_basis": "Luật Hộ tịch\nNghị định số 123/2015/NĐ-CP",
        "papers": "Tờ khai (bản chính)\nBản sao giấy khai sinh",
        "steps": shown,
        "sum": Sum(tuple(it.hours for it in steps), whole),
        "author": SimpleNamespace(full_name="Nguyễn Thị An"),
        "approved_by": SimpleNamespace(full_name="Trần Văn Dũng"),
    }
    return SimpleNamespace(**values | change)


def a_tthc(**change):
    parts = [(name, label, change.get(name, f"Nói về {label}")) for name, label in PARTS.items()]
    people = {"author": SimpleNamespace(full_name="Nguyễn Thị An"), "approved_by": None}
    return SimpleNamespace(title="Cử công chức đi học", code="NB-01", parts=parts, **people)


def pdf(record, folder="internal_procedures", **change):
    context = {"office": an_office(), "draft": False, "sample": False, "record": record}
    return printed(f"{folder}/paper.html", **context | change)


def words(record, folder="internal_procedures", **change):
    return " ".join(texts(pdf(record, folder, **change)))


def test_the_sheet_tells_all_facts_in_order():
    text = words(a_sheet())
    expected = [
        "ỦY BAN NHÂN DÂN PHƯỜNG TAM THANH",
        "QUY TRÌNH NỘI BỘ Giải quyết thủ tục hành chính: Đăng ký lại khai sinh",
        "Ký hiệu: QT-TP-01; phiên bản 02.",
        "Mã thủ tục hành chính: 1.004884.",
        "Tổng thời gian giải quyết: 3 ngày (24 giờ làm việc).",
        "Áp dụng từ ngày 02 tháng 3 năm 2026, thay phiên bản 01.",
        "Căn cứ Luật Hộ tịch; Căn cứ Nghị định số 123/2015/NĐ-CP.",
        "- Tờ khai (bản chính); - Bản sao giấy khai sinh.",
        "1 Bộ phận Một cửa Tiếp nhận, kiểm tra hồ sơ 4 giờ Giấy tiếp nhận",
        "2 Bộ phận Tư pháp Thẩm định hồ sơ 20 giờ Dự thảo trích lục",
        "Cộng 24 giờ (3 ngày)",
        "NGƯỜI LẬP",
        "Nguyễn Thị An Trần Văn Dũng",
    ]
    places = [text.find(part) for part in expected]
    assert -1 not in places, expected[places.index(-1)]
    assert places == sorted(places) and "None" not in text and "■" not in text


def test_a_sheet_uses_only_tinos_and_embeds_it():
    for document in (pdf(a_sheet()), pdf(a_tthc(), "internal_tthc")):
        assert all(name.split("+")[-1].startswith("Tinos-") and inside for name, inside in fonts(document).items())


@pytest.mark.parametrize("folder", ["internal_procedures", "internal_tthc"])
@pytest.mark.parametrize("draft", [True, False])
def test_each_page_is_marked_as_long_as_it_is_a_draft(folder, draft):
    record = a_sheet(STEPS * 12, 288) if folder == "internal_procedures" else a_tthc(course=LONG)
    pages = texts(pdf(record, folder, draft=draft))
    assert len(pages) > 1 and ["DỰ THẢO" in page for page in pages] == [draft] * len(pages)


def test_a_long_task_is_printed_whole_and_not_shrunk():
    """A cell taller than the page would be made smaller; the task stands below the table instead."""
    document = pdf(a_sheet((STEPS[0], Step("Tư pháp", LONG, 20))))
    text = " ".join(texts(document)) + " "
    assert all(f"chữ{number} " in text for number in range(550)) and "Xem nội dung bước 2 dưới bảng" in text
    assert {round(run.size, 1) for page in document.pages for run in runs(page) if "chữ" in run.text} == {14.0}


def test_the_tallest_row_there_can_be_is_not_shrunk():
    widest = "W" * 100 + " " + "m" * 199
    document = pdf(a_sheet((Step(widest, "W" * 400, 24, widest),)))
    cells = [run for page in document.pages for run in runs(page) if set(run.text) <= {"W", "m"}]
    assert cells and {round(run.size, 1) for run in cells} == {12.0}
    letters = "".join(run.text for run in cells)
    assert (letters.count("W"), letters.count("m")) == (600, 398)


def test_a_hundred_steps_fill_pages_under_their_heads():
    document = pdf(a_sheet(STEPS * 50, 1200))
    pages = texts(document)
    assert len(pages) > 3 and all("Nội dung công việc" in page for page in pages[:-1])
    assert " ".join(pages).count("Giấy tiếp nhận") == 50


def test_a_sheet_just_begun_leaves_room_to_write():
    nothing = {"procedure_code": "", "effective_from": None, "legal_basis": "", "papers": "", "replaces": None}
    text = words(a_sheet((), 24, **nothing, approved_by=None), draft=True)
    assert "Áp dụng từ ngày …… tháng …… năm ……" in text and "None" not in text and "thay phiên bản" not in text


def test_hours_that_do_not_add_up_are_said_on_the_sheet():
    assert "thừa 8 giờ so với tổng thời gian 2 ngày (16 giờ làm việc)" in words(a_sheet(whole=16))
    assert "đúng bằng" not in words(a_sheet())


@pytest.mark.parametrize("folder", ["internal_procedures", "internal_tthc"])
def test_text_never_becomes_markup(folder):
    evil = "<b>đậm</b> <img src='http://127.0.0.1/x.png'> & <pdf:pagenumber>"
    step = Step(evil, evil, 24, evil)
    record = a_sheet((step,), title=evil, papers=evil, legal_basis=evil) if "proc" in folder else a_tthc(fee=evil)
    assert words(record, folder).count("<img src=") >= (5 if "proc" in folder else 1)


def test_the_sheet_of_a_tthc_numbers_its_eleven_parts():
    text = words(a_tthc(), "internal_tthc")
    assert "THỦ TỤC HÀNH CHÍNH NỘI BỘ Cử công chức đi học" in text and "Mã: NB-01." in text
    for number, label in enumerate(PARTS.values(), 1):
        assert f"{number}. {label} Nói về {label}" in text
    assert "Nói về Căn cứ pháp lý./." in text


def test_a_part_of_a_thousand_words_is_whole_and_not_shrunk():
    long = " ".join(f"dòng{number}" for number in range(1000))
    document = pdf(a_tthc(legal_basis=long, course=long), "internal_tthc")
    text = " ".join(texts(document)).replace("./.", " ")
    assert all(text.count(f"dòng{number} ") == 2 for number in range(1000))
    assert {round(run.size, 1) for page in document.pages for run in runs(page) if "dòng" in run.text} == {14.0}


def sheet_of(client, address):
    answer = client.get(f"{address}/paper.pdf")
    assert answer.status_code == 200 and answer.mimetype == "application/pdf"
    with answer:
        return " ".join(texts(PdfReader(BytesIO(answer.data))))


def test_a_stored_procedure_prints_as_a_draft_until_approved(as_user, cast):
    drafted = a_procedure(cast("an"))
    approved = an_approved_procedure(cast("an"), cast("dung"), code="QT-TP-02")
    text = sheet_of(as_user("an"), f"/internal-procedures/{drafted.id}")
    assert "DỰ THẢO" in text and "QT-TP-01; phiên bản 01" in text and "Thẩm định, trình ký 20 giờ Trích lục" in text
    assert "DỰ THẢO" not in sheet_of(as_user("an"), f"/internal-procedures/{approved.id}")


def test_a_stored_tthc_prints(as_user, cast):
    tthc = an_internal_tthc(cast("an"))
    text = sheet_of(as_user("chi"), f"/internal-tthc/{tthc.id}")
    assert "DỰ THẢO" in text and "11. Căn cứ pháp lý Căn cứ pháp lý: theo quy định./." in text
