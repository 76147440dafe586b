"""The pages of an import: upload, questions, preview, confirm, undo."""

import io
import re
from datetime import timedelta

import openpyxl
import pytest
from sqlalchemy import select

from intranet.accounts.models import AccountEntry
from intranet.dossiers import staging
from intranet.dossiers.brought_up import questions_of
from intranet.dossiers.models import DatedBy, Dossier, ImportBatch, ImportFile, Source, SourceRow, Stage
from intranet.kernel.db import db

SYSTEM = "Hệ thống Bộ Y tế"


@pytest.fixture
def controller(as_user):
    return as_user("chi")


@pytest.fixture
def upload(controller):
    """Send a file as the form does; the answer, and the batch where one was made."""

    def send(data: bytes, name: str = "a.xlsx", **typed):
        day = {"exported_on": "2026-03-18"}
        sent = {"source_name": SYSTEM, "file": (io.BytesIO(data), name)} | day | typed
        answer = controller.post("/dossiers/import", data=sent, content_type="multipart/form-data")
        return answer, db.session.scalar(select(ImportBatch).order_by(ImportBatch.id.desc()))

    return send


def page_of(batch: ImportBatch) -> str:
    return f"/dossiers/imports/{batch.id}"


def asked(batch: ImportBatch) -> str:
    """The name of the one question that is open."""
    (question,) = questions_of(batch.told)
    return question.name


@pytest.fixture
def staged(upload, xlsx, headings, right):
    """A batch of two right rows, not confirmed yet."""
    _, batch = upload(xlsx([headings, right(), right(code="H37-2")]))
    return batch


def test_an_upload_is_read_and_nothing_counts_yet(upload, controller, xlsx, headings, right):
    answer, batch = upload(xlsx([headings, right(), right(code="H37-2")]))
    assert answer.status_code == 303 and answer.location == page_of(batch)
    assert batch.stage is Stage.STAGED and (batch.read, batch.created) == (2, 2)
    assert "Nhập 2 hồ sơ" in controller.get(page_of(batch)).text
    assert not db.session.scalars(select(Dossier)).all()


def test_a_confirmed_import_counts_and_its_file_is_forgotten(staged, controller):
    answer = controller.post(f"{page_of(staged)}/confirm")
    assert answer.status_code == 303
    assert staged.stage is Stage.PUBLISHED
    assert sorted(it.code for it in db.session.scalars(select(Dossier))) == ["H37-0001", "H37-2"]
    assert db.session.get(ImportFile, staged.id) is None


def test_a_second_confirmation_is_refused_and_changes_nothing(staged, controller):
    controller.post(f"{page_of(staged)}/confirm")
    again = controller.post(f"{page_of(staged)}/confirm")
    assert again.status_code == 422 and "không còn chờ xác nhận" in again.text
    assert len(db.session.scalars(select(Dossier)).all()) == 2


def test_rejected_rows_are_shown_and_hold_the_import_back(upload, controller, xlsx, headings, right):
    _, batch = upload(xlsx([headings, right(), right(code="H37-2", received="13/13/2026")]))
    shown = controller.get(page_of(batch)).text
    assert "13/13/2026" in shown and "Nhập 1 hồ sơ" in shown
    held = controller.post(f"{page_of(batch)}/confirm")
    assert held.status_code == 422 and "Có 1 dòng bị từ chối" in held.text
    assert not db.session.scalars(select(Dossier)).all()
    assert controller.post(f"{page_of(batch)}/confirm", data={"skips_rejected": "y"}).status_code == 303
    assert [it.code for it in db.session.scalars(select(Dossier))] == ["H37-0001"]


def test_the_workbook_of_rejected_rows_can_be_mended_and_imported(upload, controller, xlsx, headings, right):
    _, batch = upload(xlsx([["Người nộp", *headings], ["Lê Văn A", *right(code="H37-2", received="x")]]))
    with controller.get(f"{page_of(batch)}/rejected.xlsx") as answer:
        book = openpyxl.load_workbook(io.BytesIO(answer.data))
    head, row = book.active.iter_rows(values_only=True)
    assert head == ("Người nộp", *headings, "Dòng trong tệp", "Cần sửa")
    assert row[0] is None and row[1] == "H37-2" and row[-2] == 2 and "Ngày tiếp nhận:" in row[-1]
    mended = io.BytesIO()
    book.active["C2"] = "05/02/2026"
    book.save(mended)
    _, batch = upload(mended.getvalue(), source_name="", source=str(batch.source_id))
    assert batch.stage is Stage.STAGED and batch.rejected == 0 and batch.created == 1


def test_the_rejected_rows_of_each_list_stand_under_its_own_headings(upload, controller, book, headings, right):
    other = [*headings[:4], "Tình trạng", "Kênh nộp"]
    rows = [headings, right(received="x"), other, right(code="H37-2", due="y")]
    _, batch = upload(book({"Quý I": rows, "Quý II": [headings, right(code="H37-3", due="z")]}))
    with controller.get(f"{page_of(batch)}/rejected.xlsx") as answer:
        sheets = openpyxl.load_workbook(io.BytesIO(answer.data)).worksheets
    assert [[row[:5] for row in sheet.iter_rows(values_only=True)] for sheet in sheets] == [
        [tuple(headings[:5]), tuple(right(received="x")[:5]), tuple(right(code="H37-3", due="z")[:5])],
        [tuple(other[:5]), tuple(right(code="H37-2", due="y")[:5])],
    ]
    assert [[row[-3:-1] for row in sheet.iter_rows(values_only=True)][1:] for sheet in sheets] == [
        [("Quý I", 2), ("Quý II", 2)],
        [("Quý I", 4)],
    ]
    shown = controller.get(page_of(batch)).text
    assert "Trang “Quý II”" in shown


def test_which_sheets_are_read_is_asked_once_and_what_is_left_out_is_told(upload, controller, book, headings, right):
    def file(first: str, second: str) -> bytes:
        return book({first: [headings, right()], second: [headings[:5], right(code="H37-2")[:5]]})

    _, batch = upload(file("Quý I", "Trễ quý I"))
    assert batch.stage is Stage.ASKING
    assert "“Quý I” và “Trễ quý I”. Đọc trang nào?" in controller.get(page_of(batch)).text
    controller.post(f"{page_of(batch)}/answers", data={asked(batch): "alike"})
    assert batch.stage is Stage.STAGED and batch.read == 1
    _, later = upload(file("Quý II", "Trễ quý II"))
    assert later.stage is Stage.STAGED and later.read == 1
    assert "Trang “Trễ quý II” cũng có danh sách hồ sơ, không đọc" in controller.get(page_of(later)).text
    assert "Chỉ đọc các trang tính có đủ cột nhất" in controller.get(f"/dossiers/sources/{later.source_id}").text


def test_what_is_not_read_holds_the_import_back_until_somebody_says_so(upload, controller, book, headings, right):
    _, batch = upload(book({"Sheet1": [headings, right()], "Sheet2": [right(code="H37-0002")]}))
    shown = controller.get(page_of(batch)).text
    assert "Phần chưa đọc của tệp" in shown and "Trang “Sheet2”, từ dòng 1" in shown
    held = controller.post(f"{page_of(batch)}/confirm", data={"skips_rejected": "y"})
    assert held.status_code == 422 and "Tệp còn phần có hồ sơ chưa được đọc" in held.text
    assert not db.session.scalars(select(Dossier)).all()
    assert controller.post(f"{page_of(batch)}/confirm", data={"skips_unread": "y"}).status_code == 303
    assert "Phần không đọc của tệp khi nhập" in controller.get(page_of(batch)).text


def test_no_rejected_row_is_no_workbook(staged, controller):
    assert controller.get(f"{page_of(staged)}/rejected.xlsx").status_code == 404


def test_what_is_not_sure_is_asked_once_and_remembered(upload, controller, xlsx, headings, right):
    heads = ["Kết thúc lúc" if text == "Ngày kết thúc" else text for text in headings]
    rows = [right(status="Xong việc"), right(code="H37-2")]
    _, batch = upload(xlsx([heads, *rows]))
    assert batch.stage is Stage.ASKING
    assert "Cột nào là ngày kết thúc?" in controller.get(page_of(batch)).text
    unanswered = controller.post(f"{page_of(batch)}/answers", data={asked(batch): ""})
    assert unanswered.status_code == 422 and "Hãy chọn một câu trả lời." in unanswered.text
    controller.post(f"{page_of(batch)}/answers", data={asked(batch): "ket thuc luc"})
    assert batch.stage is Stage.ASKING
    assert "Từ “Xong việc”" in controller.get(page_of(batch)).text
    controller.post(f"{page_of(batch)}/answers", data={asked(batch): "resolved"})
    assert batch.stage is Stage.STAGED and (batch.created, batch.rejected) == (2, 0)
    _, later = upload(xlsx([heads, *rows, right(code="H37-3", status="xong  việc")]))
    assert later.stage is Stage.STAGED and later.rejected == 0


def test_a_word_left_open_rejects_its_rows_and_is_asked_again_next_time(upload, controller, xlsx, headings, right):
    rows = xlsx([headings, right(status="Lạ"), right(code="H37-2")])
    _, batch = upload(rows)
    controller.post(f"{page_of(batch)}/answers", data={asked(batch): "unknown"})
    assert batch.stage is Stage.STAGED and (batch.created, batch.rejected) == (1, 1)
    assert upload(rows)[1].stage is Stage.ASKING


def test_one_column_cannot_be_two_things(upload, controller, xlsx, right):
    _, batch = upload(xlsx([["Mã hồ sơ", "Ngày A", "Ngày B", "Trạng thái"], ["H1", "05/02/2026", "", "Đang xử lý"]]))
    questions = questions_of(batch.told)
    names = [question.name for question in questions]
    one = questions[0].options[0].value
    answer = controller.post(f"{page_of(batch)}/answers", data=dict.fromkeys(names, one))
    assert answer.status_code == 422 and "Cột này đã được chọn làm" in answer.text
    assert batch.stage is Stage.ASKING


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.xlsx", "Tệp không có dòng nào"),
        (b"%PDF-1.4", "a.pdf", "Hãy chọn tệp Excel"),
        (b"PK\x03\x04 broken", "a.xlsx", "Chưa đọc được tệp"),
        ("Kính gửi;ông bà".encode(), "a.csv", "Không tìm thấy dòng tiêu đề"),
    ],
)
def test_what_is_no_list_of_dossiers_is_said_plainly(upload, controller, data, name, sentence):
    answer, batch = upload(data, name)
    assert answer.status_code == 303 and batch.stage is Stage.FAILED
    assert sentence in controller.get(page_of(batch)).text
    assert db.session.get(ImportFile, batch.id) is None


def test_the_upload_asks_for_a_file_and_one_system(upload, staged, controller):
    answer = controller.post("/dossiers/import", data={"source_name": ""})
    assert answer.status_code == 422
    assert "Hãy chọn tệp kết xuất." in answer.text and "Hãy chọn một hệ thống" in answer.text
    answer, _ = upload(b"x", source=str(staged.source_id))
    assert answer.status_code == 422 and "Hãy chọn một hệ thống" in answer.text
    answer, _ = upload(b"x", exported_on="2099-01-01")
    assert answer.status_code == 422 and "không thể sau hôm nay" in answer.text and SYSTEM in answer.text


def test_the_day_of_export_is_the_one_typed_before_that_of_the_title(upload, xlsx, headings, right):
    title = ["Ngày kết xuất: 17/03/2026"]
    assert str(upload(xlsx([title, headings, right()]), exported_on="")[1].exported_on) == "2026-03-17"
    assert str(upload(xlsx([title, headings, right()]), exported_on="2026-03-20")[1].exported_on) == "2026-03-20"


def test_a_file_put_aside_leaves_nothing(staged, controller):
    assert controller.post(f"{page_of(staged)}/discard").status_code == 303
    assert staged.stage is Stage.DISCARDED
    assert not db.session.scalars(select(SourceRow)).all() and db.session.get(ImportFile, staged.id) is None
    assert controller.post(f"{page_of(staged)}/confirm").status_code == 422


def test_an_import_is_undone_as_a_whole(staged, controller):
    controller.post(f"{page_of(staged)}/confirm")
    assert controller.post(f"{page_of(staged)}/undo").status_code == 303
    assert staged.stage is Stage.UNDONE and not db.session.scalars(select(Dossier)).all()
    assert controller.post(f"{page_of(staged)}/undo").status_code == 422


def test_a_file_imported_before_is_recognised(upload, controller, xlsx, headings, right):
    data = xlsx([headings, right()])
    _, first = upload(data)
    controller.post(f"{page_of(first)}/confirm")
    _, second = upload(data, "b.xlsx")
    assert "giống hệt tệp “a.xlsx”" in controller.get(page_of(second)).text
    assert (second.created, second.unchanged) == (0, 1)


def test_a_reading_that_was_cut_off_is_begun_anew(staged, controller):
    staged.stage = Stage.STAGING
    db.session.commit()
    assert controller.post(f"{page_of(staged)}/read_again").status_code == 422
    staged.touched_at -= timedelta(minutes=5)
    db.session.commit()
    assert "bị dừng giữa chừng" in controller.get(page_of(staged)).text
    assert controller.post(f"{page_of(staged)}/read_again").status_code == 303
    assert staged.stage is Stage.STAGED and staged.created == 2
    assert len(db.session.scalars(select(SourceRow)).all()) == 2


def test_a_fault_while_reading_fails_the_batch_and_not_the_site(upload, controller, monkeypatch, xlsx, headings, right):
    monkeypatch.setattr(staging, "store", lambda *_: 1 / 0)
    _, batch = upload(xlsx([headings, right()]))
    assert batch.stage is Stage.FAILED
    assert "Phần mềm gặp lỗi" in controller.get(page_of(batch)).text


def test_progress_is_shown_while_a_file_is_read(staged, controller):
    staged.stage, staged.read, staged.stored = Stage.STAGING, 100_000, 5_000
    db.session.commit()
    shown = controller.get(page_of(staged)).text
    assert "5.000/100.000" in shown and f'hx-get="{page_of(staged)}"' in shown
    part = controller.get(page_of(staged), headers={"HX-Request": "true", "HX-Target": "import"}).text
    assert part.lstrip().startswith('<div id="import"')


def test_imports_are_listed_and_filtered(staged, controller):
    assert "a.xlsx" in controller.get("/dossiers/import").text
    assert "a.xlsx" in controller.get("/dossiers/import?q=A.XL").text
    assert "a.xlsx" not in controller.get("/dossiers/import?stage=undone").text
    assert "a.xlsx" not in controller.get("/dossiers/import?source=999").text


def test_applicants_are_kept_only_where_the_system_is_set_so_and_for_the_unit_alone(
    upload, controller, as_user, cast, xlsx, headings, right
):
    data = xlsx([["Người nộp", "Đơn vị giải quyết", *headings], ["Lê Văn A", cast("an").unit.name, *right()]])
    _, batch = upload(data, exported_on="2026-03-18")
    controller.post(f"{page_of(batch)}/confirm")
    assert db.session.scalar(select(Dossier.applicant)) == ""
    source = db.session.get(Source, batch.source_id)
    typed = {"name": source.name, "is_expected": "y", "version": source.version}
    controller.post(f"/dossiers/sources/{source.id}", data=typed | {"keeps_applicants": "y"})
    _, batch = upload(data, exported_on="2026-03-20")
    controller.post(f"{page_of(batch)}/confirm")
    dossier = db.session.scalar(select(Dossier))
    assert dossier.applicant == "Lê Văn A"
    assert "Lê Văn A" in as_user("an").get(f"/dossiers/{dossier.id}").text
    assert "Lê Văn A" not in controller.get(f"/dossiers/{dossier.id}").text
    controller.post(f"/dossiers/sources/{source.id}", data=typed | {"version": source.version})
    db.session.refresh(dossier)
    assert dossier.applicant == "" and set(db.session.scalars(select(SourceRow.applicant))) == {""}


def test_a_file_name_is_shown_without_what_nobody_sees(upload, controller, xlsx, headings, right):
    _, batch = upload(xlsx([headings, right()]), "h\u0000ồ\u202e sơ" + "a" * 300 + ".xlsx")
    assert len(batch.file_name) == 200 and batch.file_name.endswith(".xlsx") and batch.stage is Stage.STAGED
    assert controller.get(page_of(batch)).status_code == 200


def test_a_file_that_tells_no_day_is_asked_for_it_and_is_dated_so(upload, controller, xlsx, headings, right):
    _, batch = upload(xlsx([headings, right()]), exported_on="")
    assert batch.stage is Stage.ASKING
    shown = controller.get(page_of(batch)).text
    assert "Tệp này được kết xuất ngày nào?" in shown and 'value="2026-02-06"' in shown
    future = controller.post(f"{page_of(batch)}/answers", data={asked(batch): "2099-01-01"})
    assert future.status_code == 422 and "không thể sau hôm nay" in future.text
    assert controller.post(f"{page_of(batch)}/answers", data={asked(batch): ""}).status_code == 422
    controller.post(f"{page_of(batch)}/answers", data={asked(batch): "2026-02-07"})
    assert (batch.stage, str(batch.exported_on), batch.dated_by) == (Stage.STAGED, "2026-02-07", DatedBy.PERSON)


def test_the_day_in_a_files_name_is_taken_and_told(upload, controller, xlsx, headings, right):
    _, batch = upload(xlsx([headings, right()]), "ho-so 20260318.xlsx", exported_on="")
    assert (batch.stage, str(batch.exported_on), batch.dated_by) == (Stage.STAGED, "2026-03-18", DatedBy.TITLE)
    assert "18/03/2026 (theo tiêu đề hoặc tên tệp)" in controller.get(page_of(batch)).text


def test_a_title_in_the_future_is_asked_about(upload, controller, xlsx, headings, right):
    _, batch = upload(xlsx([["Ngày kết xuất: 18/03/2062"], headings, right()]), exported_on="")
    assert batch.stage is Stage.ASKING and "18/03/2062, sau hôm nay" in controller.get(page_of(batch)).text


def test_totals_are_compared_with_what_the_system_says_and_kept_with_the_batch(staged, controller):
    shown = controller.get(page_of(staged)).text
    assert "Tổng số để đối chiếu" in shown and "Tiếp nhận sớm nhất" in shown and "05/02/2026" in shown
    wrong = controller.post(f"{page_of(staged)}/compare", data={"dossiers": "-1", "late": "x"})
    assert wrong.status_code == 422 and "Hãy ghi số hồ sơ" in wrong.text and "Hãy nhập một số nguyên" in wrong.text
    assert controller.post(f"{page_of(staged)}/compare", data={"dossiers": "3", "late": "0"}).status_code == 303
    assert staged.compared == {"dossiers": 3, "late": 0}
    assert "thiếu 1" in controller.get(page_of(staged)).text
    controller.post(f"{page_of(staged)}/confirm", data={"dossiers": "2"})
    assert staged.stage is Stage.PUBLISHED and staged.compared == {"dossiers": 2}
    assert "khớp" in controller.get(page_of(staged)).text
    trail = db.session.scalars(select(AccountEntry.note).where(AccountEntry.action == "compare_import")).all()
    assert len(trail) == 2 and "tổng số hồ sơ 3, quá hạn 0" in trail[0]


def test_the_totals_of_the_last_import_stand_beside(upload, staged, controller, xlsx, headings, right):
    controller.post(f"{page_of(staged)}/confirm")
    rows = [right(code=f"H37-{number}") for number in range(5)]
    _, batch = upload(xlsx([headings, *rows]), exported_on="2026-03-20")
    row = re.search(r"Tổng số hồ sơ</td>.*?</tr>", controller.get(page_of(batch)).text, re.DOTALL)
    assert re.findall(r">([0-9]+)<", row[0]) == ["5", "2"]


def test_an_older_export_reopens_nothing_before_somebody_says_so(upload, staged, controller, xlsx, headings, right):
    controller.post(f"{page_of(staged)}/confirm")
    _, batch = upload(xlsx([headings, right(status="Đang xử lý", finished="")]), exported_on="2026-03-19")
    assert batch.reopened == 1 and "1 hồ sơ đã kết thúc sẽ trở lại" in controller.get(page_of(batch)).text
    held = controller.post(f"{page_of(batch)}/confirm")
    assert held.status_code == 422 and batch.stage is Stage.STAGED
    assert controller.post(f"{page_of(batch)}/confirm", data={"reopens": "y"}).status_code == 303
    assert db.session.scalar(select(Dossier.finished_at).where(Dossier.code == "H37-0001")) is None


def test_an_export_of_an_earlier_day_reopens_nothing(upload, staged, controller, xlsx, headings, right):
    controller.post(f"{page_of(staged)}/confirm")
    _, batch = upload(xlsx([headings, right(status="Đang xử lý", finished="")]), exported_on="2026-03-17")
    assert batch.reopened == 0
    controller.post(f"{page_of(batch)}/confirm")
    assert db.session.scalar(select(Dossier.finished_at).where(Dossier.code == "H37-0001")) is not None
    assert "đủ hồ sơ từ ngày" in controller.get(page_of(upload(xlsx([headings, right()]))[1])).text
