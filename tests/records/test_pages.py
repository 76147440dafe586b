"""Steps, files, history and inbox, as people meet them."""

import io
import zipfile

import pytest
from factories import a_ready_inspection, an_approved_inspection, an_inspection
from PIL import Image

from intranet.inspections.models import Inspection
from intranet.kernel.db import db
from intranet.records import attachments
from intranet.records.approval import State
from intranet.records.models import Attachment

PDF = b"%PDF-1.7\n%%EOF\n"


def image(kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (2, 2)).save(buffer, kind)
    return buffer.getvalue()


def office(*parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part in parts:
            archive.writestr(part, "<x/>")
    return buffer.getvalue()


def upload(client, record_id, name, content):
    data = {"file": (io.BytesIO(content), name)}
    return client.post(f"/records/{record_id}/attachments", data=data, content_type="multipart/form-data")


def state_of(record_id):
    return db.session.get(Inspection, record_id).state


def test_submitted_waits_for_the_director_and_returns_there_when_submitted_again(as_user, cast):
    record_id = a_ready_inspection(cast("an")).id
    officer, director = as_user("an"), as_user("dung")
    for _ in range(2):
        assert officer.post(f"/records/{record_id}/submit").status_code == 303
        assert "Kiểm tra niêm yết" in director.get("/inbox").text
        assert director.post(f"/records/{record_id}/send_back", data={"note": "Thiếu"}).status_code == 303
        assert "Không có hồ sơ nào chờ duyệt" in director.get("/inbox").text
        assert "Bị trả lại" in officer.get("/inbox").text
    assert state_of(record_id) is State.RETURNED


def test_a_refusal_keeps_the_reason_that_was_typed_and_says_what_is_missing(as_user, cast):
    record_id = a_ready_inspection(cast("an")).id
    as_user("an").post(f"/records/{record_id}/submit")
    part = {"HX-Request": "true", "HX-Target": "panel"}
    refused = as_user("dung").post(f"/records/{record_id}/send_back", data={"note": " "}, headers=part)
    assert refused.status_code == 422 and "Hãy ghi rõ lý do." in refused.text
    assert refused.text.lstrip().startswith('<section id="panel"')


@pytest.mark.parametrize("action", ["approve", "send_back", "nonsense", "reopen"])
def test_a_step_that_is_not_open_is_refused_with_a_sentence(as_user, cast, action):
    record_id = a_ready_inspection(cast("an")).id
    answer = as_user("an").post(f"/records/{record_id}/{action}", data={"note": "x"})
    assert answer.status_code == 422 and "Không thực hiện được thao tác này" in answer.text
    assert state_of(record_id) is State.DRAFT


def test_two_directors_at_once_the_second_is_told(as_user, cast):
    record = a_ready_inspection(cast("an"))
    as_user("an").post(f"/records/{record.id}/submit")
    seen = {"version": db.session.get(Inspection, record.id).version, "note": "Sửa lại"}
    assert as_user("dung").post(f"/records/{record.id}/approve", data=seen).status_code == 303
    assert as_user("giang").post(f"/records/{record.id}/send_back", data=seen).status_code == 409
    assert state_of(record.id) is State.APPROVED


def test_the_officer_of_another_unit_gets_nowhere(as_user, cast):
    record = an_inspection(cast("an"))
    attachment = attachments.attach(record, file_storage("a.pdf", PDF), cast("an"))
    stranger = as_user("binh")
    assert stranger.post(f"/records/{record.id}/submit").status_code == 403
    assert stranger.get(f"/records/{record.id}/history").status_code == 403
    assert stranger.get(f"/attachments/{attachment.id}").status_code == 403
    assert stranger.post(f"/attachments/{attachment.id}/remove").status_code == 403
    assert upload(stranger, record.id, "b.pdf", PDF).status_code == 403
    assert "Kiểm tra niêm yết" not in stranger.get("/inbox").text


def file_storage(name, content):
    from werkzeug.datastructures import FileStorage

    return FileStorage(io.BytesIO(content), filename=name)


def test_what_is_not_there_is_not_found(as_user):
    client = as_user("an")
    assert client.post("/records/99999/submit").status_code == 404
    assert client.get("/records/99999/history").status_code == 404
    assert client.get("/attachments/99999").status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("biên bản.pdf", PDF),
        ("ảnh.jpg", image("JPEG")),
        ("ảnh.png", image("PNG")),
        ("bảng.xlsx", office("xl/workbook.xml")),
        ("văn bản.DOCX", office("word/document.xml")),
    ],
)
def test_a_file_comes_back_as_it_was_given(as_user, cast, name, content):
    record_id = an_inspection(cast("an")).id
    client = as_user("an")
    assert upload(client, record_id, name, content).status_code == 303
    kept = db.session.query(Attachment).one()
    answer = client.get(f"/attachments/{kept.id}")
    assert answer.data == content and answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.exe", b"MZ", "Chỉ nhận tệp PDF"),
        ("a.pdf", b"<script>", "không đúng với đuôi"),
        ("a.png", image("JPEG"), "không đúng với đuôi"),
        ("a.docx", office("xl/workbook.xml"), "không đúng với đuôi"),
        ("a.xlsx", office("xl/workbook.xml", "xl/vbaProject.bin"), "không đúng với đuôi"),
        ("a.docx", b"PK\x03\x04broken", "không đúng với đuôi"),
        ("a.pdf", b"", "Tệp rỗng"),
        ("../../etc/passwd", PDF, "Chỉ nhận tệp PDF"),
        ("", PDF, "Hãy chọn tệp"),
    ],
)
def test_a_file_that_is_not_taken_is_refused_with_what_to_do(as_user, cast, name, content, sentence):
    record_id = an_inspection(cast("an")).id
    answer = upload(as_user("an"), record_id, name, content)
    assert answer.status_code == 422 and sentence in answer.text
    assert db.session.query(Attachment).count() == 0


def test_a_file_of_20_mb_is_the_largest_taken():
    assert attachments.LARGEST == 20 * 1024 * 1024
    full = PDF.ljust(attachments.LARGEST, b"0")
    assert attachments.objection("a.pdf", full) is None
    assert "lớn hơn 20 MB" in attachments.objection("a.pdf", full + b"0")


def test_a_file_is_removed_only_while_the_record_is_editable(as_user, cast):
    record = a_ready_inspection(cast("an"))
    kept = attachments.attach(record, file_storage("a.pdf", PDF), cast("an")).id
    client = as_user("an")
    client.post(f"/records/{record.id}/submit")
    assert client.post(f"/attachments/{kept}/remove").status_code == 422
    assert upload(client, record.id, "b.pdf", PDF).status_code == 422
    client.post(f"/records/{record.id}/withdraw")
    assert client.post(f"/attachments/{kept}/remove").status_code == 303
    assert db.session.query(Attachment).count() == 0


def test_the_history_tells_everything_and_escapes_it(as_user, cast):
    record = an_approved_inspection(cast("an"), cast("dung"), title="Kiểm tra <b>đậm</b>")
    text = as_user("an").get(f"/records/{record.id}/history").text
    assert "Đã phê duyệt" in text and "Kiểm tra &lt;b&gt;" in text and "<b>đậm" not in text


def test_a_page_cannot_write(as_user, cast):
    record_id = a_ready_inspection(cast("an")).id
    assert as_user("an").get(f"/records/{record_id}/submit").status_code == 405
