"""Reading a published list: what is understood, what is refused, and where it says so."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.kernel.tables.headings import key
from intranet.kernel.workflow import Refused
from intranet.procedures.catalogue_reading import read_file
from intranet.procedures.catalogue_row import WRONG_FORM
from intranet.procedures.catalogue_words import COLUMN_OF, HEADINGS, CatalogueColumn, Handling, OnlineLevel, meaning

SAMPLE = Path(__file__).parents[2] / "intranet" / "demo" / "exports" / "danh-muc-tthc.xlsx"
COLUMN_OF_HEADING = {
    "BCCI": "postal",
    "Đã công khai": "is_published",
    "Thời hạn giải quyết (ngày làm việc)": "time_limit_days",
    "Hiệu lực đến hết ngày": "effective_to",
}
HEADS = ("Mã TTHC", "Tên TTHC", "Lĩnh vực", "Cơ chế", "Mức độ trực tuyến", "Hiệu lực từ")


def read(data: bytes):
    return read_file(data, "danh-muc.xlsx")


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read(data)
    return str(refused.value)


def messages(data: bytes) -> list[tuple[int, str, str]]:
    return [(error.row, error.column, error.message) for error in read(data).errors]


def test_the_sample_is_read_whole():
    found = read(SAMPLE.read_bytes())
    assert (found.read, found.errors) == (399, ())
    assert found.rows[0].row == 2
    assert found.rows[0].values == {
        "code": "1.000100",
        "name": "Đăng ký khai sinh",
        "field_name": "Hộ tịch",
        "handling": Handling.ONE_STOP,
        "online": OnlineLevel.PARTIAL,
        "postal": True,
        "on_site": False,
        "time_limit_days": 1,
        "decision": "",
        "effective_from": date(2025, 7, 1),
    }


def test_the_header_is_found_below_title_rows_and_rows_keep_excels_numbers(list_of, row):
    data = list_of(row(online=""), above=(["DANH MỤC THỦ TỤC HÀNH CHÍNH"], [], ["Ngày lập: 18/03/2026"]))
    assert [error.row for error in read(data).errors] == [5]


def test_blank_rows_column_numbers_and_totals_are_no_mistakes(list_of, row):
    numbers = ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]
    data = list_of(numbers, row(), [], ["Tổng số thủ tục: 1"], ["", "", "", "Người lập biểu"])
    found = read(data)
    assert (found.read, found.errors) == (1, ())


def test_a_code_that_a_spreadsheet_made_a_number_is_mended(list_of, row):
    assert read(list_of(row(code=1.0001))).rows[0].values["code"] == "1.000100"


@pytest.mark.parametrize(
    ("change", "column", "beginning"),
    [
        ({"code": ""}, "Mã TTHC", "Hãy ghi nội dung cột “Mã TTHC”"),
        ({"code": "1" * 51}, "Mã TTHC", "Nội dung dài quá 50"),
        ({"name": ""}, "Tên thủ tục hành chính", "Hãy ghi nội dung"),
        ({"field": "***"}, "Lĩnh vực", "Hãy ghi tên lĩnh vực bằng chữ"),
        ({"handling": "Hai cửa"}, "Cơ chế", "Chưa rõ cơ chế này"),
        ({"online": ""}, "Mức độ DVC trực tuyến", "Chưa rõ mức độ này"),
        ({"online": "Mức độ 4"}, "Mức độ DVC trực tuyến", "Chưa rõ mức độ này"),
        ({"since": ""}, "Hiệu lực từ", "Hãy ghi ngày có hiệu lực"),
        ({"since": "31/02/2026"}, "Hiệu lực từ", "Không có ngày"),
        ({"since": "đầu năm 2026"}, "Hiệu lực từ", "Hãy ghi ngày/tháng/năm"),
        ({"since": "01/07/1925"}, "Hiệu lực từ", "Năm phải từ 2000"),
    ],
)
def test_what_cannot_be_taken_is_told_by_row_and_column(list_of, row, change, column, beginning):
    ((number, head, message),) = messages(list_of(row(code="2.000101"), row(**change)))
    assert (number, head) == (3, column)
    assert message.startswith(beginning)


@pytest.mark.parametrize(
    ("heading", "value", "stored"),
    [
        ("BCCI", "x", True),
        ("BCCI", "✓", True),
        ("BCCI", "", False),
        ("BCCI", "-", False),
        ("Đã công khai", "", True),
        ("Đã công khai", "Chưa", False),
        ("Thời hạn giải quyết (ngày làm việc)", "15 ngày làm việc", 15),
        ("Thời hạn giải quyết (ngày làm việc)", 7, 7),
        ("Thời hạn giải quyết (ngày làm việc)", "", None),
        ("Hiệu lực đến hết ngày", "31/05/2026", date(2026, 5, 31)),
    ],
)
def test_what_else_a_list_may_tell(list_of, row, heading, value, stored):
    found = read(list_of([*row(), value], headings=(*HEADS, heading)))
    assert not found.errors
    assert found.rows[0].values[COLUMN_OF_HEADING[heading]] == stored


@pytest.mark.parametrize(
    ("heading", "value", "beginning"),
    [
        ("BCCI", "Có thể", "Hãy ghi “Có” hoặc “Không”"),
        ("BCCI", "?", "Hãy ghi “Có” hoặc “Không”"),
        ("Thời hạn giải quyết", "Trong ngày", "Hãy ghi số ngày làm việc"),
        ("Thời hạn giải quyết", "0", "Hãy ghi số ngày làm việc"),
        ("Thời hạn giải quyết", 2.5, "Hãy ghi số ngày làm việc"),
        ("Hiệu lực đến", "30/06/2025", "Ngày hết hiệu lực đang trước"),
    ],
)
def test_what_else_is_refused(list_of, row, heading, value, beginning):
    ((_, column, message),) = messages(list_of([*row(), value], headings=(*HEADS, heading)))
    assert column == heading and message.startswith(beginning)


def test_a_code_told_twice_alike_is_one_and_told_otherwise_is_refused_at_the_second_row(list_of, row):
    found = read(list_of(row(), row(), row(name="Đăng ký khai tử")))
    assert len(found.rows) == 1
    assert [(error.row, error.value) for error in found.errors] == [(4, "1.000100")]
    assert "dòng 2" in found.errors[0].message


def test_every_fault_of_a_row_is_told_and_the_row_counts_once(list_of, row):
    found = read(list_of(row(handling="?", online="?")))
    assert (found.read, found.rejected, len(found.errors)) == (1, 1, 2)


def test_a_file_without_the_columns_that_decide_is_refused(list_of, row):
    assert "“Lĩnh vực”" in refusal(list_of(["1.1", "Tên"], headings=("Mã TTHC", "Tên TTHC")))
    assert "dòng tiêu đề" in refusal(list_of(["a", "b"], headings=("Một", "Hai")))


def test_two_columns_of_one_meaning_are_not_chosen_between(list_of, row):
    assert "hai cột" in refusal(list_of([*row(), "x"], headings=(*HEADS, "Tên thủ tục")))


def test_an_end_of_which_nobody_knows_the_day_is_asked_for(list_of, row):
    assert "Hiệu lực đến hết ngày" in refusal(list_of([*row(), "31/05/2026"], headings=(*HEADS, "Ngày hết hiệu lực")))


def test_no_heading_means_two_things_and_every_label_is_one():
    assert len(COLUMN_OF) == sum(map(len, HEADINGS.values()))
    assert {column: COLUMN_OF[key(column.label)] for column in CatalogueColumn} == {
        column: column for column in CatalogueColumn
    }


@given(
    st.sampled_from([CatalogueColumn.HANDLING, CatalogueColumn.ONLINE, CatalogueColumn.POSTAL]), st.text(max_size=20)
)
def test_no_text_breaks_the_understanding_of_words(column, text):
    known = {
        CatalogueColumn.HANDLING: set(Handling),
        CatalogueColumn.ONLINE: set(OnlineLevel),
        CatalogueColumn.POSTAL: {True, False},
    }
    assert meaning(column, text) in known[column] | {None}


@pytest.mark.parametrize(
    ("cell", "code"), [(1001193, "1.001193"), ("1001193", "1.001193"), ("1.0001", "1.000100"), (1.0001, "1.000100")]
)
def test_a_code_that_lost_its_point_or_its_zeros_is_the_published_one(list_of, row, cell, code):
    assert read(list_of(row(code=cell))).rows[0].values["code"] == code


@pytest.mark.parametrize("cell", [2, "2", 12.5, "12.5", 1.0011931, "1.0011931", "10011930", "1.001193."])
def test_a_code_that_is_not_of_the_published_form_is_refused_and_not_guessed(list_of, row, cell):
    ((number, column, message),) = messages(list_of(row(code=cell)))
    assert (number, column, message) == (2, "Mã TTHC", WRONG_FORM)


@pytest.mark.parametrize("code", ["1.001193", "1.001193.000.00.00.H37", "QT-01"])
def test_a_code_that_is_whole_or_of_letters_stays_as_it_is(list_of, row, code):
    assert read(list_of(row(code=code))).rows[0].values["code"] == code
