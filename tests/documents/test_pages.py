"""The register of documents: who is kept out, what is missing, what is asked about, what happens."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from factories import a_document
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from intranet.documents.models import Document
from intranet.documents.types import Direction, DocumentType, Purpose
from intranet.kernel.db import db
from intranet.records.approval import State

TYPED = {
    "direction": "issued",
    "document_type": "plan",
    "symbol": "53/KH-UBND",
    "issued_on": "2026-02-11",
    "issuer": "UBND phường Tam Thanh",
    "purpose": "plan",
    "summary": "về kiểm soát thủ tục hành chính năm 2026",
}


def only():
    return db.session.query(Document).one()


def exported(client, query=""):
    """The symbols in the Excel file."""
    with client.get(f"/documents/export.xlsx{query}") as answer:
        sheet = openpyxl.load_workbook(BytesIO(answer.data)).active
    return {row[1] for row in sheet.iter_rows(min_row=2, values_only=True)}


def confirmation(page):
    return page.text.split('name="confirmed" value="')[1].split('"')[0]


def test_a_document_is_filed_and_called_by_its_type_and_symbol(as_user):
    answer = as_user("an").post("/documents/new", data=TYPED)
    assert answer.status_code == 303
    document = only()
    assert document.title == "Kế hoạch số 53/KH-UBND" and document.occurs_on == date(2026, 2, 11)
    page = as_user("an").get(f"/documents/{document.id}").text
    assert "Kế hoạch số 53/KH-UBND ngày 11/02/2026 của UBND phường Tam Thanh về kiểm soát" in page
    assert "Trình duyệt" not in page and "Bản nháp" not in page


def test_a_symbol_that_does_not_fit_is_asked_about_and_taken_once_confirmed(as_user):
    odd = TYPED | {"document_type": "decision"}
    asked = as_user("an").post("/documents/new", data=odd)
    assert asked.status_code == 422 and "“KH” là của kế hoạch" in asked.text and "53/KH-UBND" in asked.text
    assert db.session.query(Document).count() == 0
    answer = confirmation(asked)
    other = as_user("an").post("/documents/new", data=odd | {"symbol": "5/KH-UBND", "confirmed": answer})
    assert other.status_code == 422, "another doubt is asked about anew"
    assert as_user("an").post("/documents/new", data=odd | {"confirmed": answer}).status_code == 303
    assert "Cần xem lại" in as_user("an").get(f"/documents/{only().id}").text


def test_the_same_document_twice_and_a_day_to_come_are_asked_about(as_user, cast):
    a_document(cast("an"))
    twice = as_user("an").post("/documents/new", data=TYPED)
    assert twice.status_code == 422 and "đã có trong sổ" in twice.text
    ahead = as_user("an").post("/documents/new", data=TYPED | {"symbol": "54/KH-UBND", "issued_on": "2099-01-01"})
    assert ahead.status_code == 422 and "ở sau hôm nay" in ahead.text
    assert as_user("an").post("/documents/new", data=TYPED | {"issued_on": "2025-02-11"}).status_code == 303


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(as_user):
    answer = as_user("an").post("/documents/new", data=TYPED | {"symbol": "", "issued_on": "31/02/2026"})
    assert answer.status_code == 422
    for sentence in ("Hãy nhập số, ký hiệu", "Hãy nhập ngày theo dạng", "31/02/2026", TYPED["summary"]):
        assert sentence in answer.text


def test_another_unit_sees_none_of_it(as_user, cast):
    document = a_document(cast("an"))
    stranger = as_user("binh")
    assert "53/KH-UBND" not in stranger.get("/documents/").text
    for method, path in (("get", ""), ("get", "/edit"), ("post", "/edit")):
        assert getattr(stranger, method)(f"/documents/{document.id}{path}").status_code == 403
    assert exported(stranger) == set()
    assert "53/KH-UBND" in as_user("chi").get("/documents/").text
    assert as_user("quan").get("/documents/").status_code == 403
    assert as_user("an").get("/documents/999").status_code == 404


def test_excel_gets_what_is_filtered(as_user, cast):
    a_document(cast("an"))
    a_document(cast("an"), direction=Direction.RECEIVED, symbol="38/KH-UBND", issuer="UBND tỉnh Lạng Sơn")
    a_document(cast("an"), document_type=DocumentType.LETTER, symbol="383/UBND-TTPVHCC", purpose=Purpose.REVIEW)
    client = as_user("an")

    def symbols(query):
        return exported(client, query)

    assert symbols("") == {"53/KH-UBND", "38/KH-UBND", "383/UBND-TTPVHCC"}
    assert symbols("?direction=received") == {"38/KH-UBND"}
    assert symbols("?purpose=review") == {"383/UBND-TTPVHCC"}
    assert symbols("?type=plan&period=2026-Q1") == {"53/KH-UBND", "38/KH-UBND"}
    assert symbols("?q=lang son") == {"38/KH-UBND"}
    assert symbols("?q=383") == {"383/UBND-TTPVHCC"}


def test_a_change_goes_to_the_trail_and_a_stale_one_shows_both(as_user, cast):
    document = a_document(cast("an"))
    client, address = as_user("an"), f"/documents/{document.id}/edit"
    first = client.post(address, data=TYPED | {"summary": "về việc khác", "version": document.version})
    assert first.status_code == 303
    db.session.refresh(document)
    assert ["Trích yếu", TYPED["summary"], "về việc khác"] in document.trail[0].changes
    stale = client.post(address, data=TYPED | {"summary": "về việc thứ ba", "version": 1})
    assert stale.status_code == 409 and "về việc khác" in stale.text and "về việc thứ ba" in stale.text


def test_a_mistake_is_cancelled_with_a_reason_and_can_be_restored(as_user, cast):
    document = a_document(cast("an"))
    client, steps = as_user("an"), f"/records/{document.id}"
    assert client.post(f"{steps}/cancel").status_code == 422
    assert client.post(f"{steps}/cancel", data={"note": "Ghi hai lần"}).status_code == 303
    db.session.refresh(document)
    assert document.state is State.CANCELLED
    page = client.get(f"/documents/{document.id}").text
    assert "Ghi hai lần" in page and "/edit" not in page
    assert client.post(f"/documents/{document.id}/edit", data=TYPED).status_code == 422
    assert "Đã hủy" in client.get("/documents/").text
    assert as_user("binh").post(f"{steps}/restore").status_code == 403
    assert client.post(f"{steps}/restore").status_code == 303
    db.session.refresh(document)
    assert document.is_editable


def test_no_document_waits_in_an_inbox(as_user, cast):
    a_document(cast("an"))
    assert "53/KH-UBND" not in as_user("an").get("/inbox").text


@pytest.mark.parametrize("column", ["symbol", "issuer"])
def test_the_database_keeps_no_document_without_it(app, cast, column):
    a_document(cast("an"))
    with pytest.raises(IntegrityError):
        db.session.execute(text(f"UPDATE documents SET {column} = ''"))
