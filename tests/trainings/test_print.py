"""The list of who took part, read back from the PDF."""

from datetime import date
from io import BytesIO
from types import SimpleNamespace

import pytest
from factories import a_training
from paper import an_office, fonts, printed, runs, texts
from pypdf import PdfReader

from intranet.records import operations as records
from intranet.trainings.models import Attendee
from intranet.trainings.workflow import Mode

DESK = SimpleNamespace(name="Trung tâm Phục vụ hành chính công")


def a_line(full_name="", headcount=1, result="", unit=DESK):
    return SimpleNamespace(full_name=full_name, headcount=headcount, result=result, unit=unit)


def a_course(*lines, **change):
    attendances = list(lines) or [a_line("Lê Văn An", result="Đạt"), a_line(headcount=12)]
    values = {
        "title": "Kỹ năng số hóa hồ sơ",
        "organiser": "Trung tâm Phục vụ hành chính công tỉnh",
        "mode": Mode.ONLINE,
        "started_on": date(2026, 2, 5),
        "ended_on": date(2026, 2, 6),
        "hours": 8,
        "place": "Phòng họp trực tuyến",
        "sending_document": "Công văn số 12/UBND-VP ngày 01/02/2026.",
        "result": "Học viên đều đạt.",
        "attendances": attendances,
        "participants": sum(line.headcount for line in attendances),
        "author": SimpleNamespace(full_name="Nguyễn Thị Lập"),
        "approved_by": None,
    }
    return SimpleNamespace(**values | change)


def pdf(record, draft=True, sample=False):
    return printed("trainings/paper.html", record=record, office=an_office(), draft=draft, sample=sample)


def words(record, **change):
    return " ".join(texts(pdf(record, **change)))


def test_the_sheet_tells_the_course_and_who_took_part():
    told = words(a_course())
    for sentence in (
        "ỦY BAN NHÂN DÂN PHƯỜNG TAM THANH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "DANH SÁCH THAM DỰ TẬP HUẤN Kỹ năng số hóa hồ sơ",
        "Đơn vị tổ chức: Trung tâm Phục vụ hành chính công tỉnh.",
        "Hình thức: trực tuyến; địa điểm: Phòng họp trực tuyến.",
        "từ ngày 05/02/2026 đến ngày 06/02/2026, 08 giờ.",
        "Văn bản cử đi: Công văn số 12/UBND-VP ngày 01/02/2026.",
        "Số người tham dự: 13 người.",
        "1 Lê Văn An Trung tâm Phục vụ hành chính công 01 Đạt",
        "2 Ghi theo số người Trung tâm Phục vụ hành chính công 12",
        "Tổng số 13",
        "Học viên đều đạt.",
        "Nguyễn Thị Lập",
    ):
        assert sentence in told, sentence
    assert ".." not in told


def test_what_is_not_known_leaves_no_trace():
    told = words(a_course(place="", sending_document="", result="", ended_on=date(2026, 2, 5)))
    assert "Thời gian: ngày 05/02/2026, 08 giờ." in told
    assert not any(label in told for label in ("địa điểm", "Văn bản cử đi", "Kết quả của khóa", "None"))


@pytest.mark.parametrize(("draft", "sample"), [(True, False), (False, False), (True, True), (False, True)])
def test_every_page_is_marked_until_the_course_is_approved(draft, sample):
    people = [a_line(f"Học viên {number:02}") for number in range(1, 61)]
    for page in texts(pdf(a_course(*people), draft=draft, sample=sample)):
        assert ("DỰ THẢO" in page) == draft and ("SỐ LIỆU MẪU" in page) == sample


def test_sixty_people_stand_complete_and_in_full_size():
    people = [a_line(f"Học viên {number:02}", result="Hoàn thành") for number in range(1, 61)]
    sheet = pdf(a_course(*people, result=""))
    told = " ".join(texts(sheet))
    assert len(sheet.pages) > 1
    for number in range(1, 61):
        assert f"{number} Học viên {number:02} {DESK.name} 01 Hoàn thành" in told
    assert "Tổng số 60" in told
    assert all("TT Họ tên Đơn vị" in page for page in texts(sheet) if "Học viên" in page), "headings stand again"
    sizes = {round(run.size) for page in sheet.pages for run in runs(page) if "Học viên" in run.text}
    assert sizes == {12}
    assert all(fonts(sheet).values()) and "■" not in told


def test_long_names_and_results_keep_their_size_and_the_other_columns_their_width():
    name, result = "Công Tằng Tôn Nữ " * 5 + "Hạnh", "đạt loại giỏi, đề nghị cử đi học lớp nâng cao " * 4
    sheet = pdf(a_course(a_line(name, result=result.strip()), a_line("Lê Văn An")))
    told = " ".join(texts(sheet))
    assert name in told and result.strip() in told and DESK.name in told
    assert min(round(run.size) for page in sheet.pages for run in runs(page)) >= 11


@pytest.mark.parametrize("approved", [False, True])
def test_the_register_gives_the_sheet_and_the_approved_one_is_no_draft(as_user, cast, approved):
    an = cast("an")
    training = a_training(an, Attendee(an.unit, "Lê Văn An", 1, "Đạt"))
    if approved:
        records.act(training, "submit", an)
        records.act(training, "approve", cast("dung"))
    answer = as_user("an").get(f"/trainings/{training.id}/paper.pdf")
    assert (
        answer.mimetype == "application/pdf" and f"tap-huan-{training.id}.pdf" in answer.headers["Content-Disposition"]
    )
    (page,) = texts(PdfReader(BytesIO(answer.data)))
    assert "Lê Văn An" in page and ("DỰ THẢO" in page) is not approved
    assert (cast("dung").full_name in page) is approved


def test_an_empty_draft_prints_too(as_user, cast):
    training = a_training(cast("an"), attendees=[])
    answer = as_user("an").get(f"/trainings/{training.id}/paper.pdf")
    assert "Số người tham dự: 00 người." in texts(PdfReader(BytesIO(answer.data)))[0]
