"""What people send, as it is taken in: a file's name holds nothing that no eye sees."""

import io

import pytest
from factories import an_inspection
from sqlalchemy import select

from intranet.dossiers.models import ImportBatch
from intranet.kernel.db import db
from intranet.kernel.received import file_name
from intranet.records.models import Attachment

ODD = "Biên\u202e bản\x00\u200b số\x851\u2028 .pdf"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (ODD, "Biên bản số1 .pdf"),
        ("hoso\u202efdp.exe", "hosofdp.exe"),
        ("C:\\thư mục\\a.xlsx", "a.xlsx"),
        ("/etc/a\x00.csv", "a.csv"),
        ("Bie\u0302n ba\u0309n.docx", "Biên bản.docx"),
        ("\u202e\x00.pdf", "tep.pdf"),
        ("\x00\u200f", "tep"),
        ("tờ trình", "tờ trình"),
        ("báo cáo 👍.txt", "báo cáo 👍.txt"),
    ],
)
def test_a_name_is_what_a_person_sees_of_it(sent, kept):
    assert file_name(sent) == kept


def test_an_attachment_and_an_import_are_kept_under_the_name_that_is_seen(app, as_user, cast):
    record = an_inspection(cast("an"))
    content = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"
    sent = {"file": (io.BytesIO(content), ODD)}
    client = as_user("an")
    assert (
        client.post(f"/records/{record.id}/attachments", data=sent, content_type="multipart/form-data").status_code
        == 303
    )
    assert db.session.scalars(select(Attachment.name)).one() == "Biên bản số1 .pdf"
    table = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái\nH37-1;05/02/2026 08:15;Đang xử lý\n".encode()
    form = {"source_name": "Một cửa", "source": "", "file": (io.BytesIO(table), "hồ\u202e sơ\x00.csv")}
    answer = as_user("chi").post("/dossiers/import", data=form, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    assert db.session.scalars(select(ImportBatch.file_name)).one() == "hồ sơ.csv"
