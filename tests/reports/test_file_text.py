"""The text of files that people drop: what they say, and a sentence where they cannot be read."""

import io
import zipfile

import docx
import pytest
from pypdf import PdfWriter
from werkzeug.datastructures import FileStorage

from intranet.kernel.workflow import Refused
from intranet.reports import file_text
from intranet.reports.file_text import text_of


def dropped(name: str, content: bytes) -> FileStorage:
    return FileStorage(io.BytesIO(content), filename=name)


def a_word_file() -> bytes:
    document = docx.Document()
    document.add_heading("I. KẾT QUẢ", level=1)
    document.add_paragraph("Tiếp nhận 1.568 hồ sơ.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Quá hạn", "11"
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def a_pdf(**options) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if options:
        writer.encrypt(**options)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_file_is_read_as_it_is(encoding):
    assert text_of(dropped("a.txt", "Tiếp nhận 5 hồ sơ.".encode(encoding))) == "Tiếp nhận 5 hồ sơ."


def test_a_word_file_is_read_in_its_order_with_tabs_between_cells():
    assert text_of(dropped("A.DOCX", a_word_file())) == "I. KẾT QUẢ\nTiếp nhận 1.568 hồ sơ.\nQuá hạn\t11"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.xlsx", b"x", "TXT, DOCX hoặc PDF"),
        ("khong-duoi", b"x", "TXT, DOCX hoặc PDF"),
        ("a.txt", b"\x80\x81", "UTF-8"),
        ("a.txt", b"   ", "không có chữ"),
        ("a.docx", b"not a zip", "Không đọc được"),
        ("a.pdf", b"%PDF-1.4 broken", "Không đọc được"),
        ("a.pdf", a_pdf(), "bản quét"),
        ("a.pdf", a_pdf(user_password="x", algorithm="RC4-128"), "mật khẩu"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(name, content, told):
    with pytest.raises(Refused, match=told):
        text_of(dropped(name, content))


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(file_text, "LARGEST", 10)
    with pytest.raises(Refused, match="lớn hơn"):
        text_of(dropped("a.txt", b"x" * 11))


def test_a_word_file_that_unfolds_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(file_text, "UNPACKED", 1000)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "0" * 5000)
    with pytest.raises(Refused, match="quá lớn"):
        text_of(dropped("a.docx", held.getvalue()))
