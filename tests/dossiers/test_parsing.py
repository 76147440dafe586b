"""One row: every reason to reject it, everything that is read rightly."""

from datetime import UTC, date, datetime

import pytest

from intranet.dossiers import parsing
from intranet.dossiers.columns import match
from intranet.dossiers.day_columns import ListDays
from intranet.dossiers.header import Header
from intranet.dossiers.lists import DossierList
from intranet.dossiers.parsing import DossierRowReader
from intranet.dossiers.plausible import Bounds
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.vocabulary import Channel, Status
from intranet.kernel.tables import moments
from intranet.kernel.tables.headings import key

MORE = ["Ngày tạm dừng", "Mã TTHC", "Tên thủ tục", "Lĩnh vực", "Đơn vị xử lý"]
NOTHING = Remembered()
BOUNDS = Bounds(date(2026, 3, 20))
NEAR_YEARS = moments.WRONG_YEAR.format(first=2006, last=2036)


def too_late(what: str) -> str:
    return f"{what} sau ngày kết xuất 20/03/2026. Hãy kiểm tra lại ngày này và ngày kết xuất của tệp."


def list_of(texts: list[str], is_text: bool = False) -> DossierList:
    return DossierList("", Header(1, tuple(texts)), lambda: iter(()), is_text)


@pytest.fixture
def reader(headings):
    def build(remembered: Remembered = NOTHING, is_text: bool = False) -> DossierRowReader:
        known = [*headings, *MORE]
        at = match([key(text) for text in known], remembered).at
        return DossierRowReader(at, list_of(known, is_text), remembered, ListDays.plain(BOUNDS))

    return build


@pytest.mark.parametrize("code", ["260305000123456010", 999999999999999.0, 260305000123456])
def test_a_code_of_digits_is_taken_as_a_text_and_where_a_number_holds_it_whole(reader, right, code):
    assert reader().read(2, right(code=code)).code == (code if isinstance(code, str) else str(int(code)))


def test_a_right_row_is_a_dossier_in_utc(reader, right):
    row = reader().read(7, [*right(), "05/02/2026 09:00", "1.000100", "Đăng ký khai sinh", "Hộ tịch", "Phòng A"])
    assert (row.row, row.code, row.status, row.channel) == (7, "H37-0001", Status.RESOLVED, Channel.ONLINE)
    assert row.received_at == datetime(2026, 2, 5, 1, 15, tzinfo=UTC)
    assert row.due_at == datetime(2026, 2, 9, 10, tzinfo=UTC)
    assert row.paused_at == datetime(2026, 2, 5, 2, tzinfo=UTC)
    assert row.finished_at == datetime(2026, 2, 6, 3, tzinfo=UTC)
    assert (row.procedure_code, row.procedure_name) == ("1.000100", "Đăng ký khai sinh")
    assert (row.field, row.unit) == ("Hộ tịch", "Phòng A")


@pytest.mark.parametrize(
    ("change", "column", "value", "message"),
    [
        ({"code": ""}, "Mã hồ sơ", "", parsing.NO_CODE),
        ({"code": " \u00a0"}, "Mã hồ sơ", "", parsing.NO_CODE),
        ({"code": "H" * 101}, "Mã hồ sơ", "H" * 101, parsing.LONG_CODE),
        ({"code": 260305000123456000.0}, "Mã hồ sơ", "260305000123456000", parsing.ROUNDED_CODE),
        ({"code": 10**15}, "Mã hồ sơ", "1000000000000000", parsing.ROUNDED_CODE),
        ({"received": ""}, "Ngày tiếp nhận", "", parsing.NO_RECEIVED),
        ({"received": "  "}, "Ngày tiếp nhận", "", parsing.NO_RECEIVED),
        ({"received": "30/02/2026"}, "Ngày tiếp nhận", "30/02/2026", moments.IMPOSSIBLE),
        ({"received": "05/02/26"}, "Ngày tiếp nhận", "05/02/26", moments.HOW_TO_WRITE),
        ({"received": "-"}, "Ngày tiếp nhận", "-", parsing.NO_RECEIVED),
        ({"received": "01/01/0001"}, "Ngày tiếp nhận", "01/01/0001", parsing.NO_RECEIVED),
        ({"received": "21/03/2026"}, "Ngày tiếp nhận", "21/03/2026", too_late("Ngày tiếp nhận 21/03/2026")),
        ({"finished": "06/12/2026 10:00"}, "Ngày kết thúc", "06/12/2026 10:00", too_late("Ngày kết thúc 06/12/2026")),
        ({"finished": "NULL"}, "Ngày kết thúc", "NULL", parsing.NO_FINISHED),
        ({"received": 46058.0}, "Ngày tiếp nhận", "46058", moments.NOT_A_DATE),
        ({"received": "05/02/1999"}, "Ngày tiếp nhận", "05/02/1999", NEAR_YEARS),
        ({"due": "05/02/2037"}, "Ngày hẹn trả", "05/02/2037", NEAR_YEARS),
        ({"due": "04/02/2026 17:00"}, "Ngày hẹn trả", "04/02/2026 17:00", parsing.DUE_FIRST),
        ({"due": "05/02/2026 08:00"}, "Ngày hẹn trả", "05/02/2026 08:00", parsing.DUE_FIRST),
        ({"due": date(2026, 2, 4)}, "Ngày hẹn trả", "04/02/2026", parsing.DUE_FIRST),
        ({"finished": "04/02/2026"}, "Ngày kết thúc", "04/02/2026", parsing.FINISHED_FIRST),
        ({"finished": "05/02/2026 08:14"}, "Ngày kết thúc", "05/02/2026 08:14", parsing.FINISHED_FIRST),
        ({"finished": ""}, "Ngày kết thúc", "", parsing.NO_FINISHED),
        ({"finished": "", "status": "Từ chối"}, "Ngày kết thúc", "", parsing.NO_FINISHED),
        ({"finished": "hôm qua"}, "Ngày kết thúc", "hôm qua", moments.HOW_TO_WRITE),
        ({"status": ""}, "Trạng thái", "", parsing.NO_STATUS),
        ({"status": "Lạ"}, "Trạng thái", "Lạ", parsing.UNKNOWN_STATUS),
    ],
)
def test_a_wrong_row_is_rejected_once_with_its_place_and_what_to_do(change, column, value, message, reader, right):
    asked = reader()
    assert asked.read(12, right(**change)) is None
    (error,) = asked.errors
    assert (error.row, error.column, error.value, error.message) == (12, column, value, message)


def test_every_fault_of_a_row_is_told(reader, right):
    asked = reader()
    assert asked.read(3, right(code="", received="31/04/2026", status="Lạ")) is None
    assert [error.column for error in asked.errors] == ["Mã hồ sơ", "Trạng thái", "Ngày tiếp nhận"]


def test_an_impossible_day_of_pause_is_rejected_too(reader, right):
    asked = reader()
    assert asked.read(3, [*right(), "32/01/2026"]) is None
    assert [(error.column, error.message) for error in asked.errors] == [("Ngày tạm dừng", moments.IMPOSSIBLE)]


def test_a_column_the_file_lacks_is_named_as_the_office_names_it(reader, right):
    lacking = DossierRowReader({}, list_of([]), Remembered(), ListDays.plain(BOUNDS))
    assert lacking.read(2, []) is None
    assert {error.column for error in lacking.errors} == {"Mã hồ sơ", "Trạng thái", "Ngày tiếp nhận"}


def test_a_row_after_a_wrong_one_is_read(reader, right):
    asked = reader()
    assert asked.read(2, right(code="")) is None
    assert asked.read(3, right()) is not None and not asked.errors


@pytest.mark.parametrize("change", [{"due": ""}, {"due": None}, {"channel": ""}, {"channel": "Bồ câu"}])
def test_a_row_may_lack_its_due_day_or_channel(change, reader, right):
    row = reader().read(2, right(**change))
    assert row is not None and (row.due_at is None or row.channel is None)


def test_an_unknown_channel_is_doubted(reader, right):
    asked = reader()
    asked.read(5, right(channel="Bồ câu"))
    (doubt,) = asked.doubts
    assert (doubt.row, doubt.column, doubt.value) == (5, "Hình thức tiếp nhận", "Bồ câu")
    assert doubt.message == parsing.UNKNOWN_CHANNEL


def test_what_has_not_ended_has_no_day_of_its_end(reader, right):
    asked = reader()
    row = asked.read(5, right(status="Đang xử lý"))
    assert row.finished_at is None
    assert [doubt.message for doubt in asked.doubts] == [parsing.STILL_OPEN]


def test_a_due_day_without_an_hour_lasts_the_whole_day(reader, right):
    for due in ("09/02/2026", date(2026, 2, 9), datetime(2026, 2, 9), "09/02/2026 00:00"):
        assert reader().read(2, right(due=due)).due_at == datetime(2026, 2, 9, 16, 59, 59, tzinfo=UTC)
    assert reader().read(2, right(due="05/02/2026")).due_at == datetime(2026, 2, 5, 16, 59, 59, tzinfo=UTC)


def test_an_end_without_an_hour_on_the_day_of_receipt_is_not_before_it(reader, right):
    row = reader().read(2, right(finished="05/02/2026"))
    assert row.finished_at == row.received_at


def test_spaces_decomposed_letters_and_numbers_as_text_are_read_rightly(reader, right):
    change = {"code": " H37-0001 ", "status": "Đa\u0303 tra\u0309  kê\u0301t qua\u0309 ", "channel": "TRỰC TUYẾN"}
    assert reader().read(2, right(**change)).content == reader().read(2, right()).content
    assert reader().read(2, right(code=1234.0)).code == reader().read(2, right(code="1234")).code == "1234"


@pytest.mark.parametrize(("cell", "code"), [(1.0001, "1.000100"), ("1.000100", "1.000100"), (2.001234, "2.001234")])
def test_a_procedure_code_a_spreadsheet_took_for_a_number_is_mended(cell, code, reader, right):
    assert reader().read(2, [*right(), "", cell]).procedure_code == code


def test_remembered_words_win(reader, right):
    remembered = Remembered(
        statuses={"la": Status.PAUSED, "da tra ket qua": Status.PENDING}, channels={"": Channel.POSTAL}
    )
    asked = reader(remembered)
    assert asked.read(2, right(status="Lạ", channel="")).channel is Channel.POSTAL
    assert asked.read(2, right(status="LẠ")).status is Status.PAUSED
    assert asked.read(2, right()).status is Status.PENDING


def test_a_short_row_of_a_text_file_ends_in_empty_cells(reader, right):
    row = reader(is_text=True).read(2, right())
    assert row is not None and row.unit == "" and row.paused_at is None


def test_a_row_with_more_cells_than_headings_is_rejected_in_a_text_file_only(reader, right):
    long = [*right(), "", "", "", "", "", "", "thừa"]
    asked = reader(is_text=True)
    assert asked.read(4, long) is None
    assert [(error.value, error.message) for error in asked.errors] == [("thừa", parsing.TOO_MANY_CELLS)]
    assert asked.read(5, long[:-1]) is not None
    assert reader().read(4, long) is not None
