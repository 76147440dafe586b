"""The first report of an office nobody has typed anything for: its own names, in every format, and not a fact more."""

import re

import pytest
from docx import Document
from pypdf import PdfReader

PROFILE = {
    "kind": "commune",
    "name": "ỦY BAN NHÂN DÂN\nXÃ NÀ HANG",
    "short-name": "UBND xã Nà Hang",
    "province": "tỉnh Tuyên Quang",
    "place": "Nà Hang",
    "centre": "Trung tâm Phục vụ hành chính công xã Nà Hang",
    "addressee": "UBND tỉnh Tuyên Quang",
}


@pytest.fixture
def exported(app, tmp_path):
    """The words of the report in a format, after the profile was set by the command."""
    runner = app.test_cli_runner()
    given = [word for name, value in PROFILE.items() for word in (f"--{name}", value)]
    assert runner.invoke(args=["office", "set", *given]).exit_code == 0

    def words(form: str) -> str:
        path = tmp_path / f"report.{form}"
        assert runner.invoke(args=["report", "export", "2026-Q3", "--format", form, "-o", str(path)]).exit_code == 0
        return " ".join(READERS[form](path).split())

    return words


def words_of_docx(path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


READERS = {
    "txt": lambda path: path.read_text(encoding="utf-8"),
    "html": lambda path: re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8")),
    "pdf": lambda path: " ".join(page.extract_text() for page in PdfReader(path).pages),
    "docx": words_of_docx,
}


@pytest.mark.parametrize("form", READERS)
def test_what_the_command_sets_is_printed_where_it_belongs(exported, form):
    text = exported(form)
    assert "Kính gửi: UBND tỉnh Tuyên Quang" in text
    assert "Nà Hang, ngày" in text and "XÃ NÀ HANG" in text
    assert "lãnh đạo UBND xã Nà Hang" in text
    assert "công chức Trung tâm Phục vụ hành chính công xã Nà Hang" in text
    if form != "txt":
        assert "Đơn vị báo cáo: ỦY BAN NHÂN DÂN XÃ NÀ HANG, tỉnh Tuyên Quang" in text
        assert "Đơn vị nhận báo cáo: UBND tỉnh Tuyên Quang" in text
    assert not re.search(r"phường|đặc khu|Lạng Sơn|Tam Thanh|của UBND[.;,]", text)
    assert "Lưu:" not in text


def test_it_prints_no_number_and_denies_nothing(exported):
    text = exported("txt")
    body = text[text.index("I. CÔNG TÁC CHỈ ĐẠO") : text.index("Biểu số II.05a KẾT QUẢ")]
    assert not re.search(r"(?<![\d/.])\d+(?:\.\d{3})* (?:hồ sơ|thủ tục|TTHC|PAKN|người|cuộc|khóa|đồng)|\d%", body)
    assert not re.search(r"không phát sinh|[Cc]hưa (?:bố trí|có|được)|không có hồ sơ|tiết kiệm|thư xin lỗi", body)
