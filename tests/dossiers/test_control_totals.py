"""The totals of a file, held against the last import's and against what the source system itself says."""

from datetime import date

import pytest

from intranet.dossiers.control_totals import COMPARABLE, first_rows, lines, totals_of
from intranet.dossiers.importing import read_file

DAY = date(2026, 3, 18)


@pytest.fixture
def totals(xlsx, headings, right, known):
    def run(*rows):
        return read_file(xlsx([["Ngày kết xuất: 18/03/2026"], headings, *rows]), "a.xlsx", known)

    return run


def test_what_is_late_is_late_by_the_end_of_the_day_of_export(totals, right):
    found = totals(
        right(code="H37-1"),
        right(code="H37-2", finished="10/02/2026 09:00"),
        right(code="H37-3", status="Đang xử lý", finished="", due="18/03/2026 17:00"),
        right(code="H37-4", status="Đang xử lý", finished="", due="19/03/2026"),
        right(code="H37-5", status="Tạm dừng", finished=""),
        right(code="H37-6", status="Từ chối", finished="10/02/2026 09:00"),
    )
    assert found.totals.late == 2  # one that ended late, one that is being handled past its due moment


def test_rows_are_counted_by_what_they_say_and_what_is_no_dossier_yet_apart(totals, right):
    found = totals(
        right(code="H37-1", received="05/02/2026"),
        right(code="H37-2", received="01/02/2026", channel="Qua BCCI", due=""),
        right(code="H37-3", received="06/02/2026", channel="", status="Đang xử lý", finished=""),
        right(code="H37-4", status="Mới đăng ký", received="", due="", finished=""),
        right(code="", status="Chờ tiếp nhận", received="x", finished=""),
    )
    it = found.totals
    assert not found.errors and found.read == 3
    assert (it.dossiers, it.not_yet, it.without_due) == (3, 2, 1)
    assert (it.first_receipt, it.last_receipt) == (date(2026, 2, 1), date(2026, 2, 6))
    assert it.by_status == {"pending": 1, "paused": 0, "resolved": 2, "rejected": 0}
    assert it.by_channel == {"online": 1, "direct": 0, "postal": 1, "unknown": 1}


def test_the_first_rows_are_shown_as_understood_and_name_no_applicant(xlsx, headings, right, known):
    rows = [["Lê Văn A", *right(code=f"H37-{number}")] for number in range(12)]
    found = read_file(xlsx([["Người nộp", *headings], *rows]), "a.xlsx", known)
    shown = first_rows(found.rows)
    assert len(shown) == 10 and not any("Lê Văn A" in cell for row in shown for cell in row)
    assert shown[0][0] == "H37-0" and "Trực tuyến" in shown[0] and "Đã giải quyết" in shown[0]


def test_a_file_without_a_row_has_totals(known):
    it = totals_of((), DAY)
    assert (it.dossiers, it.first_receipt, it.late) == (0, None, 0)
    assert [line.value for line in lines(it.to_json(), {}, {}, 0, 0)][:3] == ["0", "", ""]


def test_the_differences_from_what_the_system_says_are_told(totals, right):
    own = totals(right(), right(code="H37-2", finished="10/02/2026")).totals.to_json()
    before = totals(right()).totals.to_json()
    found = {it.label: it for it in lines(own, before, {"dossiers": 3, "resolved": 2, "late": 0}, 1, 0)}
    whole, resolved, late = (found[COMPARABLE[name]] for name in ("dossiers", "resolved", "late"))
    assert (whole.value, whole.last, whole.typed, whole.difference) == ("2", "1", "3", "thiếu 1")
    assert resolved.difference == "khớp" and late.difference == "thừa 1"
    assert found["Có ở hệ thống khác nữa"].value == "1" and found[COMPARABLE["pending"]].difference == ""
