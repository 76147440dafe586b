"""`flask dossiers import`, as scripts rely on it."""

import json
from datetime import date

import pytest
from sqlalchemy import func, select

from intranet.dossiers.models import Dossier, ImportBatch, Source, Stage
from intranet.kernel.db import db


@pytest.fixture
def run(app, tmp_path):
    """Import a file of these bytes: the exit status, what was said as JSON, and what was said to people."""

    def run(data: bytes, *options: str, name: str = "a.xlsx", source: str = "Hệ thống tỉnh"):
        path = tmp_path / name
        path.write_bytes(data)
        result = app.test_cli_runner().invoke(args=["dossiers", "import", str(path), "--source", source, *options])
        return result.exit_code, json.loads(result.stdout) if result.stdout.strip() else None, result.stderr

    return run


def stored() -> list[str]:
    db.session.expire_all()
    return sorted(db.session.scalars(select(Dossier.code)))


def test_an_import_tells_its_counts_as_json_and_an_unknown_source_is_made(run, xlsx, headings, right):
    status, told, _ = run(xlsx([headings, right(), right(code="H37-2")]))
    assert status == 0
    assert told == {"read": 2, "created": 2, "updated": 0, "unchanged": 0, "rejected": [], "unread": []}
    assert stored() == ["H37-0001", "H37-2"]
    assert db.session.scalar(select(Source.name)) == "Hệ thống tỉnh"
    assert db.session.scalars(select(ImportBatch)).one().stage is Stage.PUBLISHED


def test_importing_again_changes_nothing(run, xlsx, headings, right):
    data = xlsx([headings, right()])
    run(data)
    assert run(data)[1] == {"read": 1, "created": 0, "updated": 0, "unchanged": 1, "rejected": [], "unread": []}
    assert db.session.scalar(select(func.count(Source.id))) == 1


def test_a_dry_run_tells_and_writes_nothing(run, xlsx, headings, right):
    status, told, _ = run(xlsx([headings, right()]), "--dry-run")
    assert (status, told["created"]) == (0, 1)
    assert stored() == [] and not db.session.scalars(select(Source)).all()


def test_one_rejected_row_and_nothing_is_written(run, xlsx, headings, right):
    status, told, said = run(xlsx([["Danh sách"], headings, right(), right(code="H37-2", received="31/02/2026")]))
    assert status == 1 and stored() == []
    (error,) = told["rejected"]
    assert error.keys() == {"sheet", "row", "column", "value", "message"}
    assert (error["row"], error["column"], error["value"]) == (4, "Ngày tiếp nhận", "31/02/2026")
    assert "Có 1 dòng bị từ chối nên chưa ghi gì." in said and "--skip-rejected" in said


def test_sheets_of_the_same_columns_are_imported_together(run, book, headings, right):
    status, told, _ = run(book({name: [headings, right(code=f"H37-{name}")] for name in ("1", "2")}))
    assert status == 0 and stored() == ["H37-1", "H37-2"] and told["unread"] == []


def test_a_second_list_that_was_not_read_is_named_and_nothing_is_written(run, book, headings, right):
    other = [headings[:5], right(code="H37-2")[:5]]
    status, told, said = run(book({"Quý I": [headings, right()], "Trễ": other}), "--skip-rejected")
    assert status == 1 and stored() == []
    assert [(part["sheet"], part["row"]) for part in told["unread"]] == [("Trễ", 1)]
    assert "dòng 1 của trang “Trễ”" in said and "Đọc trang nào?" in said


def test_a_broken_row_below_a_subtotal_is_told_with_its_sheet(run, book, headings, right):
    rows = [headings, right(), ["Cộng", None, 1], right(code="", received=46063.625), right(code="H37-2")]
    status, told, _ = run(book({"Quý I": rows, "Quý II": [headings, right(code="H37-3")]}))
    assert status == 1 and stored() == []
    assert {(error["sheet"], error["row"]) for error in told["rejected"]} == {("Quý I", 4)}


def test_rejected_rows_are_skipped_on_demand(run, xlsx, headings, right):
    status, told, _ = run(xlsx([headings, right(), right(code="")]), "--skip-rejected")
    assert status == 0 and stored() == ["H37-0001"]
    assert (told["read"], told["created"], len(told["rejected"])) == (2, 1, 1)


def test_the_day_of_export_may_be_given(run, xlsx, headings, right):
    run(xlsx([["Ngày kết xuất: 18/03/2026"], headings, right()]), "--exported-on", "2026-03-20")
    assert db.session.scalar(select(Dossier.exported_on)) == date(2026, 3, 20)


def test_what_is_odd_but_taken_is_said_beside_the_json(run, xlsx, headings, right):
    status, told, said = run(xlsx([headings, right(channel="Thư bồ câu")]))
    assert status == 0 and told["created"] == 1 and "“Thư bồ câu”" in said


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"x", "a.pdf", "Hãy chọn tệp Excel"),
        (b"PK\x03\x04", "a.xlsx", "tệp"),
        ("Mã;Ngày\nH1;05/02/2026".encode(), "a.csv", "Không tìm thấy dòng tiêu đề"),
        ("Mã hồ sơ;Ngày A;Ngày B;Trạng thái\nH1;;;Đang xử lý".encode(), "a.csv", "Cột nào là ngày tiếp nhận?"),
    ],
)
def test_what_is_no_list_of_dossiers_is_refused_in_a_sentence(run, data, name, sentence):
    status, told, said = run(data, name=name)
    assert status == 1 and told is None and sentence in said and stored() == []


def test_a_file_that_is_not_there_is_named(app):
    result = app.test_cli_runner().invoke(args=["dossiers", "import", "khong-co.xlsx", "--source", "A"])
    assert result.exit_code == 1 and "Không đọc được tệp khong-co.xlsx" in result.stderr


def test_a_source_needs_a_name(run, xlsx, headings, right):
    status, told, said = run(xlsx([headings, right()]), source="  ")
    assert status == 1 and told is None and "Hãy ghi tên hệ thống" in said
