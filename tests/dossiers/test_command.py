"""`flask dossiers import`, as scripts rely on it."""

import json
from datetime import date

import pytest
from sqlalchemy import func, select

from intranet.dossiers.models import Dossier, ImportBatch, Source, Stage
from intranet.kernel.clock import today
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


def counts(told: dict) -> dict:
    return {name: told[name] for name in ("read", "created", "updated", "unchanged", "rejected", "unread")}


def test_an_import_tells_its_counts_as_json_and_an_unknown_source_is_made(run, xlsx, headings, right):
    status, told, _ = run(xlsx([headings, right(), right(code="H37-2")]))
    assert status == 0
    assert counts(told) == {"read": 2, "created": 2, "updated": 0, "unchanged": 0, "rejected": [], "unread": []}
    assert stored() == ["H37-0001", "H37-2"]
    assert db.session.scalar(select(Source.name)) == "Hệ thống tỉnh"
    assert db.session.scalars(select(ImportBatch)).one().stage is Stage.PUBLISHED


def test_importing_again_changes_nothing(run, xlsx, headings, right):
    data = xlsx([headings, right()])
    run(data)
    assert counts(run(data)[1]) == {"read": 1, "created": 0, "updated": 0, "unchanged": 1, "rejected": [], "unread": []}
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
    assert "dòng 1 của trang “Trễ”" in said and "Đọc trang nào?" in said and ".." not in said


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
    status, told, said = run(xlsx([headings, right(channel="")]))
    assert status == 0 and told["created"] == 1 and "Chưa rõ hình thức tiếp nhận này" in said


@pytest.mark.parametrize(("column", "word"), [("status", "Xong việc"), ("channel", "Thư bồ câu")])
def test_a_word_of_a_decisive_column_that_nobody_knows_rejects_its_rows(run, xlsx, headings, right, column, word):
    status, told, said = run(xlsx([headings, right(), right(code="H37-2", **{column: word})]))
    assert status == 1 and stored() == [] and f"“{word}”" in said
    assert [(error["row"], error["value"]) for error in told["rejected"]] == [(3, word)]
    assert run(xlsx([headings, right(), right(code="H37-2", **{column: word})]), "--skip-rejected")[0] == 0
    assert stored() == ["H37-0001"]


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"x", "a.pdf", "Hãy chọn tệp Excel"),
        (b"PK\x03\x04", "a.xlsx", "tệp"),
        ("Mã;Ngày\nH1;05/02/2026".encode(), "a.csv", "Không tìm thấy dòng tiêu đề"),
    ],
)
def test_what_is_no_list_of_dossiers_is_refused_in_a_sentence(run, data, name, sentence):
    status, told, said = run(data, name=name)
    assert status == 1 and told is None and sentence in said and stored() == []


def test_what_has_to_be_asked_is_told_as_json_and_nothing_is_written(run, xlsx):
    vague = [["Mã hồ sơ", "Ngày A", "Ngày B", "Trạng thái"], ["H1", "05/02/2026", "06/02/2026", "Đang xử lý"]]
    status, told, said = run(xlsx(vague), "--skip-rejected")
    assert status == 1 and stored() == [] and not db.session.scalars(select(Source)).all()
    assert counts(told) == {"read": 0, "created": 0, "updated": 0, "unchanged": 0, "rejected": [], "unread": []}
    asked = {question["text"]: question["options"] for question in told["questions"]}
    assert asked["Cột nào là ngày tiếp nhận?"] == [
        "Cột B – Ngày A (ví dụ: 05/02/2026)",
        "Cột C – Ngày B (ví dụ: 06/02/2026)",
    ]
    assert "Cột nào là ngày tiếp nhận?" in said and (told["totals"], told["exported_on"]) == ({}, None)


def test_what_is_asked_beside_an_import_is_told_in_its_json(run, xlsx, headings, right):
    _, told, _ = run(xlsx([headings, right(status="Xong việc")]), "--exported-on", "2026-03-18")
    assert [question["text"] for question in told["questions"]] == [
        "Từ “Xong việc” ở mục trạng thái (1 dòng) nghĩa là gì?"
    ]
    assert run(xlsx([headings, right()]), "--exported-on", "2026-03-18")[1]["questions"] == []


def test_a_file_that_is_not_there_is_named(app):
    result = app.test_cli_runner().invoke(args=["dossiers", "import", "khong-co.xlsx", "--source", "A"])
    assert result.exit_code == 1 and "Không đọc được tệp khong-co.xlsx" in result.stderr


def test_a_source_needs_a_name(run, xlsx, headings, right):
    status, told, said = run(xlsx([headings, right()]), source="  ")
    assert status == 1 and told is None and "Hãy ghi tên hệ thống" in said


def test_the_day_of_export_and_where_it_comes_from_are_told(run, xlsx, headings, right):
    plain, titled = xlsx([headings, right()]), xlsx([["Ngày kết xuất: 18/03/2026"], headings, right()])
    where = [
        run(plain, "--exported-on", "2026-03-20"),
        run(titled),
        run(plain, name="ho-so 20260319.xlsx"),
        run(plain),
    ]
    days = [(told["exported_on"], told["exported_on_from"]) for _, told, _ in where]
    assert days[:3] == [("2026-03-20", "option"), ("2026-03-18", "file"), ("2026-03-19", "file")]
    assert days[3] == (today().isoformat(), "today")
    assert "nên lấy ngày hôm nay" in where[3][2] and "--exported-on" in where[3][2]
    assert not any("nên lấy ngày hôm nay" in said for _, _, said in where[:3])


def test_a_day_of_export_to_come_is_refused(run, xlsx, headings, right):
    status, told, said = run(xlsx([["Ngày kết xuất: 18/03/2062"], headings, right()]))
    assert status == 1 and told["read"] == 0 and "18/03/2062, sau hôm nay" in said and stored() == []
    assert run(xlsx([headings, right()]), "--exported-on", "2099-01-01")[0] == 1 and stored() == []


def test_an_older_export_without_a_day_reopens_nothing(run, xlsx, headings, right):
    run(xlsx([headings, right()]), "--exported-on", "2026-03-18")
    older = xlsx([headings, right(status="Đang xử lý", finished="")])
    status, told, said = run(older)
    assert status == 1 and "1 hồ sơ đã kết thúc sẽ trở lại chưa kết thúc" in said and "--exported-on" in said
    assert db.session.scalar(select(Dossier.finished_at)) is not None
    status, told, said = run(older, "--exported-on", "2026-03-19")
    assert status == 0 and told["updated"] == 1 and "1 hồ sơ đã kết thúc trở lại" in said


def test_totals_and_the_proposed_day_are_told_as_read(run, xlsx, headings, right):
    rows = [right(), right(code="H37-2", status="Mới đăng ký", received=""), right(code="H37-3", due="")]
    _, told, _ = run(xlsx([headings, *rows]), "--exported-on", "2026-03-18")
    assert told["covers_from"] == "2026-03-15"
    assert told["totals"]["by_status"] == {"pending": 0, "paused": 0, "resolved": 2, "rejected": 0}
    assert told["totals"]["by_channel"] == {"online": 2, "direct": 0, "postal": 0, "unknown": 0}
    assert {name: told["totals"][name] for name in ("first_receipt", "last_receipt", "late", "without_due")} == {
        "first_receipt": "2026-02-05",
        "last_receipt": "2026-02-05",
        "late": 0,
        "without_due": 1,
    }
    assert told["totals"]["not_yet"] == 1


def test_two_spellings_of_a_code_are_one_dossier_and_two_columns_of_codes_are_asked_about(run, xlsx, headings, right):
    codes = ["H37.14-260205-0001", "h37.14–260205–0001", "H37.14 -260205-0001."]
    status, told, _ = run(xlsx([headings, *(right(code=code) for code in codes)]))
    assert (status, told["read"], stored()) == (0, 1, ["H37.14-260205-0001"])
    twice = [["Mã hồ sơ", *headings], *(["G1", *right(code=code)] for code in codes)]
    status, told, said = run(xlsx(twice))
    assert status == 1 and told["read"] == 0 and "Cột nào là mã hồ sơ?" in said


def test_one_dossier_that_two_systems_number_in_two_shapes_is_one(run, xlsx, headings, right):
    run(xlsx([headings, right(code="H57.132-260205-0001"), right(code="H57.132-260205-0002")]), source="Tỉnh")
    same = right(code="000.57.132-260205-0001")
    other = right(code="000.57.132-260205-0002", received="05/02/2026 09:30")
    _, told, _ = run(xlsx([headings, same, other]), source="Bộ")
    assert told["totals"]["in_two_systems"] == 1
    assert stored() == ["000.57.132-260205-0002", "H57.132-260205-0001", "H57.132-260205-0002"]
