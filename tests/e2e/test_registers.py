"""The other registers in a real browser: recorded by an officer, approved by the director, told in the report."""

import pytest

pytestmark = pytest.mark.browser

PROPOSAL = "Giảm giấy tờ khi chứng thực chữ ký"
COURSE = "Kỹ năng số hóa hồ sơ tại Bộ phận Một cửa"
PROCEDURE = "Chứng thực bản sao từ bản chính"
CODE = "000.00.14.H37-260105-0102"
EXPLANATION = "Phần mềm không đồng bộ nên hồ sơ kết thúc chậm trên hệ thống"


def press(visitor, name):
    visitor.page.get_by_role("button", name=name, exact=True).click()


def fill(visitor, **values):
    for name, text in values.items():
        visitor.page.locator(f"[id='{name}']").fill(text)


def choose(visitor, **labels):
    for name, label in labels.items():
        visitor.page.locator(f"[id='{name}']").select_option(label=label)


def submit(visitor):
    press(visitor, "Trình duyệt")
    visitor.page.locator("#panel").get_by_text("Chờ duyệt").first.wait_for()


def approve(dung, text):
    dung.go("/inbox")
    dung.page.locator("main").get_by_role("link", name=text).first.click()
    press(dung, "Phê duyệt")
    dung.page.locator("#panel").get_by_text("Đã duyệt bởi").wait_for()


def explain_an_overdue_dossier(an):
    an.go("/overdue/")
    an.page.get_by_role("link", name="Thêm hồ sơ quá hạn").first.click()
    fill(an, code=CODE, procedure_name="Chứng thực di chúc")
    fill(an, received_on="2026-01-05", due_on="2026-01-06", finished_on="2026-01-08")
    choose(an, main_cause="Lỗi hệ thống, đồng bộ hoặc liên thông dữ liệu")
    fill(an, explanation=EXPLANATION, apology_number="12/PXL", apology_on="2026-01-07")
    press(an, "Lưu")
    an.sees("muộn hơn quy định")
    an.page.get_by_label("Đúng như vậy, cứ lưu").check()
    press(an, "Lưu")
    an.sees("2 ngày làm việc")
    submit(an)


def propose_a_simplification(an, javascript):
    an.go("/proposals/new")
    fill(an, title=PROPOSAL, procedure_name="Chứng thực chữ ký", proposal="Không yêu cầu bản giấy")
    choose(an, about="TTHC", measure="Bớt giấy tờ")
    fill(an, present_rule="Phải nộp bản giấy", problem="Đi lại hai lần")
    fill(an, **{"amended-0-clause": "khoản 1 Điều 24", "amended-0-text": "Nghị định số 23/2015/NĐ-CP"})
    for side, hours, days in (("before", "7,5", "5"), ("after", "5", "3")):
        zeros = {f"{name}_{side}": "0" for name in ("fees", "other")}
        fill(an, **zeros, **{f"times_{side}": "10", f"subjects_{side}": "10"})
        fill(an, **{f"hours_{side}": hours, f"days_{side}": days})
    if javascript:
        an.page.locator("#savings").get_by_text("10.000.000 đồng").wait_for()
    press(an, "Lưu")
    an.sees("10.000.000 đồng")
    submit(an)


def record_a_training(an):
    an.go("/trainings/new")
    fill(an, title=COURSE, organiser="Trung tâm Phục vụ hành chính công tỉnh", hours="12")
    fill(an, started_on="2026-01-20", ended_on="2026-01-21")
    choose(an, mode="Trực tuyến")
    fill(an, **{"attendees-0-full_name": "Lê Văn An", "attendees-1-headcount": "4"})
    choose(an, **{"attendees-0-unit": "Bộ phận Tư pháp", "attendees-1-unit": "Bộ phận Tư pháp"})
    press(an, "Lưu")
    an.sees("Lê Văn An")
    submit(an)


def draft_an_internal_procedure(an, javascript):
    an.go("/internal-procedures/new")
    fill(an, title=PROCEDURE, procedure_code="2.000815", code="QT-TP-01", time="1", effective_from="2026-03-02")
    fill(an, legal_basis="Nghị định số 23/2015/NĐ-CP", papers="Bản chính giấy tờ cần chứng thực")
    steps = (("Bộ phận Một cửa", "Tiếp nhận, kiểm tra hồ sơ", "2"), ("Công chức tư pháp", "Đối chiếu, trình ký", "4"))
    for number, (doer, task, hours) in enumerate(steps):
        row = {"doer": doer, "task": task, "hours": hours, "outcome": "Hồ sơ"}
        fill(an, **{f"steps-{number}-{name}": text for name, text in row.items()})
    if javascript:
        an.page.locator("#sum").get_by_text("2 giờ").first.wait_for()
    press(an, "Lưu")
    press(an, "Trình duyệt")
    an.page.locator("#panel [role=alert]").wait_for()
    if not javascript:
        an.page.get_by_role("link", name="Quay lại hồ sơ").click()
    an.page.get_by_role("link", name="Sửa", exact=True).click()
    fill(an, **{"steps-1-hours": "6"})
    press(an, "Lưu")
    submit(an)


def file_a_document(an):
    an.go("/documents/new")
    choose(an, direction="Ban hành", document_type="Kế hoạch", purpose="Kế hoạch")
    fill(an, symbol="53/KH-UBND", issued_on="2026-02-11", issuer="UBND phường", summary="về kiểm soát TTHC năm 2026")
    press(an, "Lưu")
    an.sees("Kế hoạch số 53/KH-UBND ngày 11/02/2026 của UBND phường về kiểm soát TTHC năm 2026")


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_what_the_registers_hold_is_told_in_the_report(visit, javascript):
    an, dung, chi = (visit(username, javascript=javascript) for username in ("an", "dung", "chi"))
    explain_an_overdue_dossier(an)
    propose_a_simplification(an, javascript)
    record_a_training(an)
    draft_an_internal_procedure(an, javascript)
    file_a_document(an)
    for text in (CODE, PROPOSAL, COURSE, PROCEDURE):
        approve(dung, text)
    chi.go("/figures/2026-Q1")
    fill(chi, **{"dossiers.resolved_late": "1", "dossiers.pending_late": "0"})
    press(chi, "Lưu số liệu")
    chi.sees("Đã lưu 2 số liệu")
    chi.go("/reports/2026-Q1")
    press(chi, "Lập báo cáo")
    for told in ("53/KH-UBND", COURSE, "Lỗi hệ thống, đồng bộ hoặc liên thông dữ liệu"):
        chi.sees(told)
