"""The pages of the catalogue: found and filtered, opened, changed, taken over from a file."""

import io
from datetime import date, timedelta

import openpyxl
import pytest
from factories import a_procedure
from sqlalchemy import event, select

from intranet.accounts.models import AccountEntry
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.procedures.catalogue import Handling, OnlineLevel, Procedure

TYPED = {
    "code": "1.000100",
    "name": "Đăng ký khai sinh",
    "field_name": "Hộ tịch",
    "handling": "one_stop",
    "online": "partial",
    "is_published": "y",
    "effective_from": "2025-07-01",
}


@pytest.fixture
def controller(as_user):
    return as_user("chi")


@pytest.fixture
def send(controller):
    """Send a file as the form does."""

    def post(data: bytes, name: str = "danh-muc.xlsx"):
        sent = {"file": (io.BytesIO(data), name)}
        return controller.post("/procedures/import", data=sent, content_type="multipart/form-data")

    return post


@pytest.fixture
def three(procedure):
    procedure()
    procedure(code="2.000200", name="Chuyển mục đích sử dụng đất", field_name="Đất đai", online=OnlineLevel.FULL)
    ended = today() - timedelta(days=1)
    procedure(code="3.000300", name="Đăng ký giám hộ", handling=Handling.INTERLINKED, effective_to=ended)


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("", ["2.000200", "3.000300", "1.000100"]),
        ("q=dang ky", ["3.000300", "1.000100"]),
        ("q=1.0001", ["1.000100"]),
        ("q=100%", []),
        ("field=dat-dai", ["2.000200"]),
        ("online=full", ["2.000200"]),
        ("handling=interlinked", ["3.000300"]),
        ("validity=in_force", ["2.000200", "1.000100"]),
        ("validity=abolished", ["3.000300"]),
        ("validity=upcoming", []),
        ("figure=2026-Q1:procedures.interlinked", ["3.000300"]),
        ("field=Đất", ["2.000200", "3.000300", "1.000100"]),
        ("sort=-code", ["3.000300", "2.000200", "1.000100"]),
    ],
)
def test_the_list_is_searched_filtered_and_sorted(as_user, three, asked, codes):
    text = as_user("an").get(f"/procedures/?{asked}").text
    found = [code for code in ("1.000100", "2.000200", "3.000300") if code in text]
    assert sorted(codes) == found
    assert [text.index(code) for code in codes] == sorted(text.index(code) for code in codes)


def test_a_page_of_the_list_takes_few_queries_however_many_there_are(as_user, procedure):
    client = as_user("an")
    for number in range(20):
        procedure(code=f"1.{number}")
    db.session.commit()
    seen: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: seen.append(args[2]))
    client.get("/procedures/")
    assert len(seen) < 15


def test_the_export_is_a_list_that_can_be_taken_over_again(controller, three, send):
    with controller.get("/procedures/export.xlsx") as answer:
        data = answer.data
    assert len(list(openpyxl.load_workbook(io.BytesIO(data)).active.rows)) == 4
    assert send(data).status_code == 303
    assert "0 mới, 0 thay đổi, 3 giữ nguyên" in controller.get("/procedures/").text


def test_a_procedures_page_tells_all_and_leads_on(as_user, procedure):
    stored = procedure(time_limit_days=3, decision="12/QĐ-UBND", effective_to=date(2099, 1, 1))
    text = as_user("dung").get(f"/procedures/{stored.id}").text
    for words in ("1.000100", "Hộ tịch", "3 ngày làm việc", "12/QĐ-UBND", "01/07/2025", "01/01/2099", "Còn hiệu lực"):
        assert words in text
    assert "/dossiers/?procedure=1.000100" in text and "/proposals/?procedure=1.000100" in text
    assert "/edit" not in text


def test_it_lists_the_internal_procedures_of_its_code_that_the_person_may_see(as_user, cast, procedure):
    own = a_procedure(cast("an"), procedure_code="1.000100", code="QT-01")
    a_procedure(cast("binh"), procedure_code="1.000100", code="QT-02")
    a_procedure(cast("an"), procedure_code="2.000200", code="QT-03")
    page = f"/procedures/{procedure().id}"
    text = as_user("an").get(page).text
    assert f"/internal-procedures/{own.id}" in text
    assert "QT-02" not in text and "QT-03" not in text
    assert "QT-02" in as_user("chi").get(page).text


def test_a_figure_leads_to_what_it_counts(as_user):
    client = as_user("an")
    answer = client.get("/procedures/counted/2026-Q1/procedures.postal")
    assert answer.location == "/procedures/?figure=2026-Q1:procedures.postal"
    assert client.get(answer.location).status_code == 200
    assert client.get("/procedures/counted/2026-Q1/dossiers.received").status_code == 404
    assert client.get("/procedures/counted/2026-Q9/procedures.postal").status_code == 404


def test_one_is_added_and_the_trail_says_by_whom(controller):
    answer = controller.post("/procedures/new", data=TYPED)
    stored = db.session.scalars(select(Procedure)).one()
    assert answer.status_code == 303 and answer.location == f"/procedures/{stored.id}"
    assert (stored.field, stored.postal, stored.is_published) == ("ho-tich", False, True)
    assert "Đã thêm “1.000100 – Đăng ký khai sinh”" in controller.get("/procedures/history").text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"code": ""}, "Hãy nhập mã TTHC"),
        ({"code": "1 000"}, "không có khoảng trắng"),
        ({"name": ""}, "Hãy nhập tên TTHC"),
        ({"field_name": "***"}, "Hãy nhập tên lĩnh vực bằng chữ"),
        ({"handling": ""}, "Hãy chọn cơ chế"),
        ({"online": "all"}, "Hãy chọn một mục"),
        ({"time_limit_days": "0"}, "từ 1 đến 999"),
        ({"effective_from": ""}, "Hãy nhập ngày có hiệu lực"),
        ({"effective_to": "2025-06-30"}, "không sớm hơn"),
    ],
)
def test_what_is_missing_is_asked_for_and_what_was_typed_stays(controller, change, sentence):
    answer = controller.post("/procedures/new", data=TYPED | {"decision": "12/QĐ-UBND"} | change)
    assert answer.status_code == 422
    assert sentence in answer.text and "12/QĐ-UBND" in answer.text
    assert not db.session.scalars(select(Procedure)).all()


def test_a_change_is_written_old_and_new(controller, procedure):
    stored = procedure()
    answer = controller.post(
        f"/procedures/{stored.id}/edit", data=TYPED | {"version": "1", "effective_to": "2026-05-31"}
    )
    assert answer.status_code == 303
    assert stored.effective_to == date(2026, 5, 31)
    note = db.session.scalars(select(AccountEntry.note).where(AccountEntry.action == "change_tthc")).one()
    assert note == "Hiệu lực đến hết ngày: (trống) → 31/05/2026"


def test_whoever_comes_second_sees_both_texts(controller, procedure):
    page, name = f"/procedures/{procedure().id}/edit", "Đăng ký khai sinh lại"
    assert controller.post(page, data=TYPED | {"version": "1", "name": name}).status_code == 303
    answer = controller.post(page, data=TYPED | {"version": "1"})
    assert answer.status_code == 409
    assert name in answer.text and 'value="Đăng ký khai sinh"' in answer.text
    assert db.session.scalars(select(Procedure.name)).one() == name


def test_a_list_is_taken_over_and_the_page_says_how_much(controller, send, list_of, row):
    assert send(list_of(row(), row(code="2.000101"))).status_code == 303
    assert "Đã nhập 2 TTHC: 2 mới, 0 thay đổi, 0 giữ nguyên." in controller.get("/procedures/").text
    assert len(db.session.scalars(select(Procedure)).all()) == 2


def test_with_one_wrong_row_nothing_is_stored_and_each_is_told(send, list_of, row):
    answer = send(list_of(row(), row(code="2.000101", online="Mức 4"), row(code="", name="")))
    assert answer.status_code == 422
    for words in ("2 trong 3 thủ tục", "Mức 4", "Chưa rõ mức độ này", "Hãy ghi nội dung cột “Mã TTHC”", ">3<", ">4<"):
        assert words in answer.text
    assert not db.session.scalars(select(Procedure)).all()


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"abc", "danh-muc.pdf", "Hãy chọn tệp Excel"),
        (b"abc", "danh-muc.xlsx", "Không đọc được tệp"),
        (b"a;b\n1;2\n", "danh-muc.csv", "Không tìm thấy dòng tiêu đề"),
    ],
)
def test_what_is_no_list_is_refused_at_the_field(send, data, name, sentence):
    answer = send(data, name)
    assert answer.status_code == 422
    assert sentence in answer.text


def test_no_file_is_asked_for(controller):
    answer = controller.post("/procedures/import", data={})
    assert answer.status_code == 422
    assert "Hãy chọn tệp danh mục TTHC." in answer.text


def test_an_empty_list_says_that_nothing_changed(controller, send, list_of):
    assert send(list_of()).status_code == 303
    assert "không có TTHC nào" in controller.get("/procedures/").text
