"""The pages of legal texts: everybody reads them, the controller keeps them."""

import re

import pytest

from intranet.documents import legal_operations as operations
from intranet.documents.models import LegalReference
from intranet.kernel.db import db

INDEX, NEW = "/legal-references/", "/legal-references/new"
SENT = {
    "kind": "decree",
    "number": "999/2026/NĐ-CP",
    "issuer": "Chính phủ",
    "issued_on": "2026-04-01",
    "summary": "về dịch vụ công trực tuyến",
    "in_force_from": "2026-06-01",
    "in_force_to": "",
    "replaced_by": "",
}


def one(number: str) -> LegalReference:
    return db.session.query(LegalReference).filter_by(number=number).one()


def version(text: str) -> str:
    return re.findall(r'name="version"[^>]*value="(\d+)"', text)[0]


@pytest.mark.parametrize("username", ["an", "chi", "dung"])
def test_everybody_reads_the_register(as_user, username):
    page = as_user(username).get(INDEX)
    assert page.status_code == 200 and "118/2025/NĐ-CP" in page.text and "Hết hiệu lực" in page.text
    assert ("Thêm văn bản" in page.text) is (username == "chi")


@pytest.mark.parametrize("username", ["an", "dung", "quan"])
def test_only_the_controller_keeps_it(as_user, username):
    client = as_user(username)
    assert client.get(NEW).status_code == 403 and client.post(NEW, data=SENT).status_code == 403


def test_a_text_is_added_and_found(as_user):
    client = as_user("chi")
    added = client.post(NEW, data=SENT, follow_redirects=True)
    assert "Đã thêm văn bản." in added.text and "Nghị định số 999/2026/NĐ-CP" in added.text
    found = client.get(f"{INDEX}?q=dich vu cong truc tuyen").text
    assert "999/2026/NĐ-CP" in found and "63/2010/NĐ-CP" not in found
    assert "Không có văn bản nào như vậy" in client.get(f"{INDEX}?q=xyzxyz").text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"number": ""}, "Hãy nhập số, ký hiệu."),
        ({"number": "không phải số"}, "Hãy viết số, ký hiệu như"),
        ({"issuer": ""}, "Hãy nhập cơ quan ban hành."),
        ({"kind": "novel"}, "Hãy chọn"),
        ({"in_force_to": "2026-05-31"}, "không sớm hơn ngày có hiệu lực"),
        ({"replaced_by": "1000/2027/NĐ-CP"}, "hết hiệu lực: hãy nhập ngày cuối"),
        ({"replaced_by": "999/2026/NĐ-CP", "in_force_to": "2027-01-01"}, "của văn bản khác"),
        ({"number": "118/2025/NĐ-CP"}, "Đã có Nghị định số 118/2025/NĐ-CP"),
        ({"issued_on": "31/02/2026"}, "ngày"),
        ({"summary": "a" * 501}, "500"),
    ],
)
def test_what_cannot_be_is_refused_where_it_stands_and_nothing_typed_is_lost(as_user, change, sentence):
    refused = as_user("chi").post(NEW, data=SENT | change)
    assert refused.status_code == 422 and sentence in refused.text
    assert "về dịch vụ công trực tuyến" in refused.text or "summary" in change
    assert not db.session.query(LegalReference).filter_by(number="999/2026/NĐ-CP").count()


def test_zero_bytes_and_stray_letters_find_nothing_and_break_nothing(as_user):
    client = as_user("an")
    for sought in ("\x00", "%", "_", "'", "𝔘", "a" * 3000):
        assert client.get(INDEX, query_string={"q": sought}).status_code == 200


def test_a_text_is_changed_and_its_trail_is_shown(as_user):
    client = as_user("chi")
    address = f"/legal-references/{one('118/2025/NĐ-CP').id}"
    opened = client.get(address).text
    known = one("118/2025/NĐ-CP")
    sent = SENT | {"number": known.number, "summary": "về một cửa", "version": version(opened)}
    changed = client.post(address, data=sent, follow_redirects=True)
    assert "Đã lưu Nghị định số 118/2025/NĐ-CP." in changed.text and "về một cửa" in changed.text
    assert "Đã sửa" in changed.text


def test_a_change_over_somebody_else_s_is_not_saved_and_not_lost(as_user):
    client = as_user("chi")
    address = f"/legal-references/{one('118/2025/NĐ-CP').id}"
    sent = SENT | {"number": "118/2025/NĐ-CP", "version": version(client.get(address).text)}
    assert client.post(address, data=sent | {"summary": "về một"}).status_code == 303
    second = client.post(address, data=sent | {"summary": "về hai"})
    assert second.status_code == 409 and "về hai" in second.text
    assert one("118/2025/NĐ-CP").summary == "về một"


def test_a_text_there_is_none_of_is_not_found(as_user):
    assert as_user("chi").get("/legal-references/999999").status_code == 404


def test_the_list_costs_as_many_queries_for_many_texts_as_for_one(app, as_user, cast):
    from sqlalchemy import event

    client, asked = as_user("an"), []
    listening = (db.engine, "before_cursor_execute", lambda *query: asked.append(query[2]))
    client.get(INDEX)
    event.listen(*listening)
    client.get(INDEX)
    few, asked[:] = len(asked), []
    for number in range(50):
        values = {"kind": one("118/2025/NĐ-CP").kind, "issuer": "Chính phủ", "number": f"{number + 2000}/2026/NĐ-CP"}
        operations.create(values, cast("chi"))
    db.session.commit()
    asked[:] = []
    client.get(INDEX)
    event.remove(*listening)
    assert len(asked) == few
