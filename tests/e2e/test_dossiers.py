"""From a system's export to the report, in a real browser: upload, answer, mend, import, explain, open the figures."""

import pytest
import xlsxwriter

pytestmark = pytest.mark.browser

SYSTEM = "Hệ thống Bộ Y tế"
HEADINGS = ["Mã hồ sơ", "Lĩnh vực", "Tiếp nhận lúc", "Hẹn trả", "Kết thúc lúc", "Trạng thái", "Kênh nộp"]
LATE = ["H37-0001", "Y tế", "05/02/2026 08:00", "06/02/2026", "10/02/2026 09:00", "Xong việc", "Trực tuyến"]
EARLY = ["H37-0002", "Y tế", "05/02/2026 08:00", "20/02/2026", "10/02/2026 09:00", "Xong việc", "Trực tuyến"]
PENDING = ["H37-0003", "Y tế", "05/03/2026 08:00", "20/03/2026", "", "Đang xử lý", "Trực tiếp"]
WRONG = [*PENDING[:2], "05/13/2026", *PENDING[3:]]


def export(path, *rows, title="Ngày kết xuất: 18/03/2026"):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([[title], HEADINGS, *rows]):
            sheet.write_row(at, 0, row)
    return path


def upload(chi, path):
    chi.go("/dossiers/import")
    chi.page.get_by_label("Tệp kết xuất").set_input_files(path)
    systems = chi.page.get_by_label("Hệ thống kết xuất tệp")
    if systems.locator("option", has_text=SYSTEM).count():
        systems.select_option(label=SYSTEM)
    else:
        chi.page.get_by_label("Tên hệ thống khác").fill(SYSTEM)
    press(chi, "Đọc tệp và xem trước")


def press(visitor, name):
    visitor.page.get_by_role("button", name=name, exact=True).click()


def sees_next(visitor, sentence, has_scripts):
    """What shows by itself where there are scripts, and after a reload where there are none."""
    words = visitor.page.get_by_text(sentence).first
    if not has_scripts:
        for _ in range(50):
            if words.is_visible():
                break
            visitor.page.wait_for_timeout(100)
            visitor.page.reload()
    words.wait_for()


def answer_about_columns(chi, has_scripts):
    sees_next(chi, "Cột nào là ngày tiếp nhận?", has_scripts)
    chi.page.get_by_label("Cột nào là ngày tiếp nhận?").select_option(index=1)
    chi.page.get_by_label("Cột nào là ngày kết thúc?").select_option(index=1)
    press(chi, "Ghi nhớ và đọc tiếp")


def answer_about_words(chi, has_scripts):
    sees_next(chi, "Từ “Xong việc”", has_scripts)
    chi.page.get_by_label("Từ “Xong việc”").select_option(label="Đã giải quyết")
    press(chi, "Ghi nhớ và đọc tiếp")


def say_it_tells_all(chi):
    """Its first dossier came in the middle of the quarter, so that the system would count from the next one on."""
    chi.go("/dossiers/sources")
    chi.page.get_by_role("link", name=SYSTEM).click()
    chi.page.get_by_label("Đủ hồ sơ từ ngày").fill("2025-12-15")
    press(chi, "Lưu")
    chi.sees(f"Đã lưu “{SYSTEM}”.")


def explain_the_late_one(chi):
    chi.go("/overdue/to-explain?period=2026-Q1")
    chi.sees("0/1")
    chi.page.get_by_label("H37-0001").check()
    chi.page.get_by_role("button", name="Giải trình hồ sơ đã đánh dấu").click()
    chi.page.get_by_label("Đơn vị giải quyết").select_option(index=1)
    chi.page.get_by_label("Nguyên nhân chính").select_option(index=1)
    chi.page.get_by_label("Giải trình").fill("Người ký đi họp cả ngày nên văn bản được ký chậm.")
    press(chi, "Lưu giải trình")
    chi.sees("Đã ghi giải trình cho 1 hồ sơ.")
    chi.sees("1/1")


def open_the_figures(chi):
    chi.go("/reports/2026-Q1")
    press(chi, "Lập báo cáo")
    for name, count in (("dossiers.received", 3), ("dossiers.resolved_late", 1), ("dossiers.pending", 1)):
        chi.go(f"/reports/2026-Q1/figures/{name}")
        chi.page.locator(".list-summary").get_by_text(f"{count} hồ sơ").wait_for()


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_from_an_export_to_the_figures_of_the_report(visit, tmp_path, javascript):
    chi = visit("chi", javascript=javascript)
    upload(chi, export(tmp_path / "y-te.xlsx", LATE, EARLY, WRONG))
    answer_about_columns(chi, javascript)
    answer_about_words(chi, javascript)
    sees_next(chi, "Dòng bị từ chối", javascript)
    chi.sees("05/13/2026")
    upload(chi, export(tmp_path / "y-te-da-sua.xlsx", LATE, EARLY, PENDING))
    sees_next(chi, "Chờ xác nhận", javascript)
    press(chi, "Nhập 3 hồ sơ")
    chi.sees("Đã nhập tệp “y-te-da-sua.xlsx”.")
    say_it_tells_all(chi)
    explain_the_late_one(chi)
    open_the_figures(chi)
    chi.go("/reports/2026-Q1")
    chi.sees("tiếp nhận 03 hồ sơ")


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_an_unknown_layout_is_asked_about_once_and_its_totals_are_compared(visit, tmp_path, javascript):
    chi = visit("chi", javascript=javascript)
    upload(chi, export(tmp_path / "y-te.xlsx", LATE, EARLY, PENDING, title="Danh sách hồ sơ"))
    answer_about_columns(chi, javascript)
    sees_next(chi, "Tệp này được kết xuất ngày nào?", javascript)
    chi.page.get_by_label("Từ “Xong việc”").select_option(label="Đã giải quyết")
    day = chi.page.get_by_label("Tệp này được kết xuất ngày nào?")
    assert day.input_value() == "2026-03-05"
    day.fill("2026-03-18")
    press(chi, "Ghi nhớ và đọc tiếp")
    sees_next(chi, "Tổng số để đối chiếu", javascript)
    chi.page.get_by_label("Tổng số hồ sơ").fill("4")
    chi.page.get_by_label("Quá hạn").fill("1")
    press(chi, "So với tệp")
    chi.sees("thiếu 1")
    chi.sees("khớp")
    press(chi, "Nhập 3 hồ sơ")
    chi.sees("Đã nhập tệp “y-te.xlsx”.")
    upload(chi, export(tmp_path / "y-te 20260320.xlsx", LATE, EARLY, PENDING, title="Danh sách hồ sơ"))
    sees_next(chi, "Chờ xác nhận", javascript)
    chi.sees("20/03/2026 (theo tiêu đề hoặc tên tệp)")
