"""The forms that go with a report: what they say of a quarter, and that their columns add up. Pure."""

from dataclasses import replace
from datetime import date

import pytest
from annex_facts import SOME, counted
from hypothesis import given
from hypothesis import strategies as st
from quarter import FIELDS, OVERDUE, facts_of, nothing_known, quarter

from intranet.figures.fact import Fact, Origin
from intranet.figures.facts import Facts, PrintedOffice
from intranet.kernel.period import Period
from intranet.reports.annexes.annex import PrintedAnnex, PrintedPart
from intranet.reports.annexes.dossiers import OTHER_FIELDS, TOTALS_ALONE, UNKNOWN_CHANNEL
from intranet.reports.annexes.forms import CODES, FORMS, attached, forms_for, in_order, needed, printed_form
from intranet.reports.annexes.plain import plain

BALANCE = {
    3: (4, 5, 6),
    7: (8, 9, 10),
    11: (12, 13),
}


def annex(code: str, facts: Facts) -> PrintedAnnex:
    found = printed_form(code, facts)
    assert found is not None
    return found


def lines(part: PrintedPart) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in part.rows]


def numbers(line: list[str]) -> dict[int, int]:
    """The figures of a line by the printed number of their column."""
    return {
        place: int(text.replace(".", ""))
        for place, text in enumerate(line, start=1)
        if text[:1].isdigit() and place > 2
    }


def assert_balanced(line: list[str]) -> None:
    of = numbers(line)
    assert set(of) == set(range(3, 14))
    for whole, parts in BALANCE.items():
        assert of[whole] == sum(of[part] for part in parts), (whole, line)
    assert of[3] == of[7] + of[11]


@st.composite
def of_one_field(draw) -> dict[str, int]:
    """Counts that can be: what came in has ended, is pending or is paused."""
    parts = {
        name: draw(st.integers(0, 60))
        for name in (
            *("resolved_early", "resolved_on_time", "resolved_late", "rejected"),
            *("pending_in_time", "pending_late", "paused"),
        )
    }
    whole = sum(parts.values())
    opening = draw(st.integers(0, whole))
    online = draw(st.integers(0, whole - opening))
    direct = draw(st.integers(0, whole - opening - online))
    return parts | {
        "opening": opening,
        "received": whole - opening,
        "received_online": online,
        "received_direct": direct,
        "received_postal": whole - opening - online - direct,
        "resolved": parts["resolved_early"] + parts["resolved_on_time"] + parts["resolved_late"],
        "pending": parts["pending_in_time"] + parts["pending_late"],
    }


NONE = dict.fromkeys(SOME, 0)


# II.06a and II.06b: dossiers by field.


@pytest.mark.parametrize("code", ["II.06a", "II.06b"])
def test_the_sample_quarter_balances(code):
    (line,) = lines(annex(code, quarter()).parts[0])
    assert_balanced(line)
    assert line == ["", "Tổng cộng", *["1.637", "1.568", "0", "69", "1.532", "1.477", "44", "11", "105", "105", "0"]]


def test_the_rejected_are_on_time_and_the_paused_in_time_and_a_note_says_so():
    printed = annex("II.06b", counted({"ho-tich": SOME}))
    of = numbers(lines(printed.parts[0])[0])
    assert (of[9], of[12]) == (1 + 3, 4 + 2)
    assert "Cột (9) gồm cả hồ sơ không đủ điều kiện" in printed.notes[0]
    assert "cột (12) gồm cả hồ sơ tạm dừng" in printed.notes[0]


@given(counts=st.lists(of_one_field(), min_size=1, max_size=len(FIELDS)), left=of_one_field())
def test_every_line_balances_and_the_columns_add_up_to_the_totals(counts, left):
    by_slug = dict(zip((slug for slug, _ in FIELDS), counts, strict=False))
    *fields, totals = lines(annex("II.06b", counted(by_slug, left)).parts[0])
    assert fields or not any(any(of.values()) for of in (*counts, left))
    for line in (*fields, totals):
        assert_balanced(line)
    for column in range(3, 14):
        assert sum(numbers(line)[column] for line in fields) == numbers(totals)[column]


def test_what_no_field_tells_has_a_line_of_its_own():
    told = lines(annex("II.06b", counted({"ho-tich": SOME}, SOME)).parts[0])
    assert [line[1] for line in told] == ["Hộ tịch", OTHER_FIELDS, "Tổng cộng"]
    assert told[0][2:] == told[1][2:]


def test_a_field_without_dossiers_has_no_line():
    told = lines(annex("II.06b", counted({"ho-tich": SOME, "chung-thuc": NONE})).parts[0])
    assert [line[:2] for line in told] == [["1", "Hộ tịch"], ["", "Tổng cộng"]]


def test_typed_totals_stand_alone_with_a_note_why():
    printed = annex("II.06b", quarter())
    assert len(printed.parts[0].rows) == 1 and TOTALS_ALONE in printed.notes
    assert TOTALS_ALONE not in annex("II.06b", counted({"ho-tich": SOME})).notes


def test_fields_that_do_not_make_the_typed_whole_are_not_printed():
    facts = counted({"ho-tich": SOME})
    typed = Fact("dossiers.received", 100, "Tiếp nhận", "hồ sơ", Origin.ENTERED, 1)
    facts = replace(facts, figures=facts.figures | {typed.name: typed})
    assert [line[1] for line in lines(annex("II.06b", facts).parts[0])] == ["Tổng cộng"]


def test_fields_that_come_to_more_than_the_whole_are_not_printed():
    facts = counted({"ho-tich": SOME})
    fewer = replace(facts.figures["dossiers.received"], value=11)
    facts = replace(facts, figures=facts.figures | {fewer.name: fewer})
    assert [line[1] for line in lines(annex("II.06b", facts).parts[0])] == ["Tổng cộng"]


def test_dossiers_of_unknown_channel_are_noted():
    facts = counted({"ho-tich": SOME | {"received_online": 8}})
    assert UNKNOWN_CHANNEL in annex("II.06b", facts).notes
    assert UNKNOWN_CHANNEL not in annex("II.06b", counted({"ho-tich": SOME})).notes


def test_a_missing_figure_is_a_blank_and_not_zero():
    (line,) = lines(annex("II.06b", quarter({"dossiers.paused": None})).parts[0])
    assert (line[10], line[11], line[12]) == ("……", "……", "0")


def test_each_cell_names_the_figures_behind_it():
    row = annex("II.06b", counted({"ho-tich": SOME})).parts[0].rows[0]
    assert row.cells[3].names == ("dossiers.by_field.ho-tich.received_online",)
    assert row.cells[8].names == ("dossiers.by_field.ho-tich.resolved_on_time", "dossiers.by_field.ho-tich.rejected")


# II.05a: feedback.


def test_feedback_balances_in_one_line():
    printed = annex("II.05a", quarter({"feedback.opening": 2, "feedback.handled": 2, "feedback.pending": 1}))
    (line,) = lines(printed.parts[0])
    assert line == ["-", "Tổng cộng", "3", "0", "1", "2", "1", "2", "1", "1"]
    of = numbers(line)
    assert of[3] == of[6] + of[7] == of[8] + of[10] and of[7] == of[4] + of[5]


# II.06g: causes.


def test_causes_are_told_by_field_and_add_up():
    cases = (*(replace(case, field="ho-tich") for case in OVERDUE[:6]), *OVERDUE[6:])
    told = lines(annex("II.06g", quarter(overdue=cases)).parts[0])
    assert [line[1:3] for line in told] == [
        ["Hộ tịch", "4"],
        ["Hộ tịch", "2"],
        ["Chưa rõ lĩnh vực", "5"],
        ["Tổng cộng", "11"],
    ]
    assert [line[4] for line in told[:3]] == ["Chủ quan", "Khách quan", "Khách quan"]


def test_late_dossiers_without_a_case_are_told_too():
    told = lines(annex("II.06g", quarter(overdue=OVERDUE[:9])).parts[0])
    assert told[-2][2:4] == ["2", "Chưa được giải trình"]
    assert sum(int(line[2]) for line in told[:-1]) == int(told[-1][2])


def test_without_cases_the_causes_typed_are_told_without_their_field():
    printed = annex("II.06g", quarter(overdue=()))
    told = lines(printed.parts[0])
    assert [line[1:3] for line in told] == [["-", "4"], ["-", "7"], ["Tổng cộng", "11"]]
    assert "để trống" in printed.notes[0]


def test_more_cases_than_late_dossiers_are_noted():
    facts = quarter({"dossiers.resolved_late": 3})
    assert "cần đối chiếu lại" in " ".join(annex("II.06g", facts).notes)
    assert "cần đối chiếu lại" not in " ".join(annex("II.06g", quarter()).notes)


def test_an_obstacle_of_a_regulation_is_told_once():
    obstacle = {"regulation_procedure": "Cấp giấy phép", "regulation_text": "Nghị định A"}
    cases = [replace(case, regulation_obstacle="Chưa rõ thời hạn", **obstacle) for case in OVERDUE[:2]]
    printed = annex("II.06g", quarter(overdue=(*cases, *OVERDUE[2:])))
    assert lines(printed.parts[1]) == [["1", "Cấp giấy phép", "Chưa rõ thời hạn", "Nghị định A"]]
    assert not printed.notes


def test_a_cause_in_somebodys_own_words_stands_beside_its_label():
    (case,) = [replace(OVERDUE[0], cause_text="Mất điện {{cả}} tuần.")]
    told = lines(annex("II.06g", quarter(overdue=(case,))).parts[0])
    assert told[0][3].endswith("sai trạng thái: Mất điện {cả} tuần")


# II.07b: procedures.


def test_procedures_are_the_communes_and_the_provinces_are_left_open():
    printed = annex("II.07b", quarter())
    assert lines(printed.parts[0])[0][2:] == ["399", "-", "399", "399", "-", "399", "12", "-", "12"]
    assert lines(printed.parts[1])[0][1:] == ["Ủy ban nhân dân phường Tam Thanh", "2"]


# Every form.


@pytest.mark.parametrize(
    "facts", [quarter(), nothing_known(), counted({"ho-tich": SOME})], ids=["real", "none", "counted"]
)
@pytest.mark.parametrize("code", CODES)
def test_each_row_fills_its_columns_and_widths_fill_the_page(code, facts):
    for part in annex(code, facts).parts:
        assert all(len(row.cells) == len(part.columns) for row in part.rows)
        assert [column.number for column in part.columns] == [f"({n})" for n in range(1, len(part.columns) + 1)]
        assert sum(column.width for column in part.columns) == 100
        assert sum(head.span for head in part.heads) == len(part.columns)


@pytest.mark.parametrize("code", CODES)
def test_a_figure_nobody_knows_is_never_printed_as_a_number(code):
    for part in annex(code, nothing_known()).parts:
        for row in part.rows:
            assert all(cell.text == "……" for cell in row.cells if cell.names)


def test_a_form_says_its_period_its_unit_and_who_reports_to_whom():
    printed = annex("II.06b", quarter())
    assert printed.name == "Biểu số II.06b" and printed.unit == "số hồ sơ TTHC" and printed.is_landscape
    assert printed.period == "Quý I/2026 (từ ngày 15/12/2025 đến ngày 14/03/2026)"
    assert (printed.reporter, printed.receiver) == ("Ủy ban nhân dân phường Tam Thanh", "UBND tỉnh Lạng Sơn")


def test_a_form_tells_offices_of_one_name_apart_by_their_province():
    ward = PrintedOffice(name="UBND\nphường Nông Trang", province="tỉnh Phú Thọ")
    assert annex("II.06b", quarter(office=ward)).reporter == "UBND phường Nông Trang, tỉnh Phú Thọ"
    told = replace(ward, name="UBND phường Nông Trang, tỉnh Phú Thọ")
    assert annex("II.06b", quarter(office=told)).reporter == told.name
    assert annex("II.06b", quarter(office=PrintedOffice(province="tỉnh Phú Thọ"))).reporter == ""


# Which forms a report carries.


def test_causes_go_with_a_report_that_has_late_dossiers():
    assert needed(quarter()) == ("II.05a", "II.06b", "II.06g", "II.07b")
    assert needed(quarter({"dossiers.resolved_late": 0})) == ("II.05a", "II.06b", "II.07b")
    assert needed(facts_of({})) == ("II.05a", "II.06b", "II.07b")


def test_forms_are_data_with_a_day_from_which_they_apply():
    assert [since for since, _ in FORMS] == sorted(since for since, _ in FORMS)
    assert forms_for(Period.parse("2025-Q2")) == () and forms_for(Period.parse("2026-Q1")) == FORMS[-1][1]
    assert FORMS[0][0] == date(2025, 7, 1)
    assert not any(form.is_checked for form in FORMS[0][1])


def test_what_is_chosen_stands_once_and_in_the_order_of_the_forms():
    assert in_order(["II.07b", "II.05a", "II.05a", "II.99"], Period.parse("2026-Q1")) == ("II.05a", "II.07b")


def test_only_what_is_attached_is_printed_and_a_form_not_known_is_none():
    facts = replace(quarter(), annexes=("II.07b",))
    assert [one.code for one in attached(facts)] == ["II.07b"]
    assert attached(quarter()) == () and printed_form("II.99", facts) is None


def test_plain_text_has_a_tab_between_cells_and_a_heading_for_each_column():
    text = plain(attached(replace(quarter(), annexes=("II.06b", "II.07b"))))
    assert "Biểu số II.06b\n" in text and "\n\nBiểu số II.07b\n" in text
    assert "\tSố hồ sơ tiếp nhận: Tổng số\t" in text and "(1)\t(2)\t(3)" in text
    assert "\tTổng cộng\t1.637\t1.568\t0\t69" in text


def test_facts_keep_which_forms_go_with_them():
    facts = replace(quarter(), annexes=("II.05a", "II.06b"))
    assert Facts.from_json(facts.to_json()) == facts
    older = {name: value for name, value in facts.to_json().items() if name != "annexes"}
    assert Facts.from_json(older).annexes == ()
