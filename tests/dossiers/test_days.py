"""How the days of a whole column are read: as they surely are, or asked about; never silently as other days."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intranet.dossiers.gathering import Known
from intranet.dossiers.importing import read as read_tables
from intranet.dossiers.importing import read_file
from intranet.dossiers.plausible import Bounds, bound_of
from intranet.dossiers.questions import UNKNOWN
from intranet.dossiers.remembered import ReadingChoice, Remembered
from intranet.kernel.tables.cells import CellFault
from intranet.kernel.tables.reading import Table

HEADS = ["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc", "Trạng thái", "Hình thức tiếp nhận"]
TITLE = ["Ngày kết xuất: 18/03/2026"]
EXPORTED = date(2026, 3, 18)
RECEIVED = "order:ngay tiep nhan"
# Each column as a system writes it, and how a spreadsheet of another country leaves it.
SPELLINGS = {
    "text": lambda at: f"{at:%d/%m/%Y %H:%M}",
    "iso": lambda at: f"{at:%Y-%m-%d %H:%M:%S}",
    "time first": lambda at: f"{at:%H:%M %d/%m/%Y}",
    "comma": lambda at: f"{at:%d/%m/%Y, %H:%M}",
    "08h00": lambda at: f"{at:%d/%m/%Y %Hh%M}",
    "compact": lambda at: f"{at:%Y%m%d%H%M%S}",
    "serial": lambda at: (at - datetime(1899, 12, 30)) / timedelta(days=1),
    "date": lambda at: at,
}


def half_swapped(at):
    return at.replace(day=at.month, month=at.day) if at.day <= 12 else f"{at:%d/%m/%Y %H:%M}"


def month_first(at):
    return f"{at:%m/%d/%Y %H:%M}"


def rows_of(dossiers, received=SPELLINGS["text"], due=None, finished=None):
    due, finished = due or received, finished or received
    return [
        [
            f"H37.14-{came:%y%m%d}-{number:04}",
            received(came),
            due(came + timedelta(days=days, hours=2)),
            finished(end) if end else "",
            "Đã trả kết quả" if end else "Đang xử lý",
            "Trực tuyến",
        ]
        for number, (came, days, end) in enumerate(dossiers)
    ]


@pytest.fixture(scope="module")
def read(xlsx):
    def read(rows, heads=HEADS, **known):
        known.setdefault("today", date(2026, 11, 29))
        return read_file(xlsx([TITLE, heads, *rows]), "a.xlsx", Known(**known))

    return read


CAME = st.datetimes(datetime(2025, 12, 1, 7), datetime(2026, 3, 10, 17)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


@st.composite
def dossier_worlds(draw):
    """When each came, for how many days it was allowed, and when it ended."""
    found = []
    for came in draw(st.lists(CAME, min_size=1, max_size=12)):
        end = came + timedelta(hours=draw(st.integers(1, 150)))
        found.append((came, draw(st.integers(1, 30)), draw(st.sampled_from([end, None]))))
    return found


def said(found):
    return [(row.received_at, row.due_at, row.finished_at) for row in found.rows]


@settings(deadline=None, max_examples=40)
@given(world=dossier_worlds(), names=st.tuples(*[st.sampled_from(sorted(SPELLINGS))] * 3))
def test_right_columns_are_read_and_never_asked_about(world, names, read):
    columns = [SPELLINGS[name] for name in names]
    found = read(rows_of(world, *columns))
    assert not found.questions and not found.errors
    assert said(found) == said(read(rows_of(world, SPELLINGS["date"])))


@settings(deadline=None, max_examples=40)
@given(world=dossier_worlds(), names=st.tuples(*[st.sampled_from(["text", "iso", "time first", "comma", "08h00"])] * 2))
def test_a_column_in_two_unambiguous_spellings_is_read(world, names, read):
    first, second = (SPELLINGS[name] for name in names)
    turns = iter(range(1000))
    found = read(rows_of(world, lambda at: first(at) if next(turns) % 2 else second(at)))
    assert not found.questions and said(found) == said(read(rows_of(world, SPELLINGS["date"])))


@settings(deadline=None, max_examples=60)
@given(world=dossier_worlds())
def test_half_swapped_receipts_are_asked_about_where_a_row_is_changed_and_the_answer_mends_them(world, read):
    is_changed = any(came.day <= 12 and came.day != came.month for came, _, _ in world)
    rows = rows_of(world, half_swapped, SPELLINGS["iso"])
    found = read(rows)
    assert (RECEIVED in {question.key for question in found.questions}) == is_changed
    if is_changed:
        assert not found.rows and found.undecided and not found.questions[0].is_remembered
        mended = read(rows, answers={question.key: "dates_swapped" for question in found.questions})
        assert not mended.questions and said(mended) == said(read(rows_of(world, SPELLINGS["date"])))


def exchanged(at):
    return at.replace(day=at.month, month=at.day) if at.day <= 12 else at


@pytest.mark.parametrize("spelling", ["date", "iso", "text"])
def test_single_receipts_that_their_codes_show_to_be_exchanged_are_asked_about(spelling, read):
    came = [datetime(2026, 2, day, 8, 30) for day in (13, 16, 17, 18, 19, 20, 23, 24, 25, 26, 5, 4)]
    dossiers = [(at, 330, None) for at in came]
    right, wrong = rows_of(dossiers, SPELLINGS["date"]), rows_of(dossiers, SPELLINGS["date"])
    for row, at in zip(wrong, came, strict=True):
        row[1] = SPELLINGS[spelling](exchanged(at))
    title = {"exported_on": date(2026, 11, 18)}
    (question,) = (found := read(wrong, **title)).undecided
    assert "có 2 hồ sơ" in question.text and "05/02/2026" in question.text and not found.rows
    assert [option.value for option in question.options] == [UNKNOWN, "by_code"]
    mended = read(wrong, answers={question.key: "by_code"}, **title)
    assert not mended.questions and said(mended) == said(read(right, **title))
    assert [(doubt.column, doubt.count) for doubt in mended.warnings] == [("Ngày tiếp nhận", 2)]
    left = read(wrong, answers={question.key: UNKNOWN}, **title)
    assert not left.questions and len(left.rows) == 12 and said(left) != said(mended)


@settings(deadline=None, max_examples=60)
@given(world=dossier_worlds())
def test_columns_with_the_month_first_are_asked_about_and_remembered(world, read):
    is_changed = any(came.day != came.month for came, _, _ in world)
    rows = rows_of(world, month_first)
    found = read(rows)
    keys = {question.key: question for question in found.questions}
    assert (RECEIVED in keys) == is_changed
    if is_changed:
        choices = {key: ReadingChoice("month_first", "") for key in keys}
        assert all(question.is_remembered for question in found.questions)
        mended = read(rows, remembered=Remembered(choices=choices))
        assert not mended.questions and said(mended) == said(read(rows_of(world, SPELLINGS["date"])))


ONE = [(datetime(2026, 1, 5, 8), 2, datetime(2026, 1, 6, 10)), (datetime(2026, 2, 2, 9), 3, datetime(2026, 2, 9, 9))]


def test_days_up_to_twelve_with_the_month_first_are_asked_about(read):
    found = read(rows_of(ONE, month_first))
    assert [question.key for question in found.questions] == [
        *(RECEIVED, "order:ngay ket thuc", "order:ngay hen tra")
    ] and all(question.is_decisive for question in found.questions)
    assert "01/05/2026 08:00" in found.questions[0].text and "H37.14-260105-0000" in found.questions[0].text
    assert not found.rows


@pytest.mark.parametrize("form", ["(MM/DD/YYYY)", "(tháng/ngày/năm)", "(mm/dd/yyyy hh:mm)"])
def test_a_heading_that_says_the_month_stands_first_is_asked_about_and_remembered(form, read):
    heads = [*HEADS[:2], f"Ngày hẹn trả {form}", *HEADS[3:]]
    dossiers = [(datetime(2026, 3, 1, 8), days, None) for days in (8, 9, 10)]
    rows = rows_of(dossiers, SPELLINGS["iso"], month_first)
    (question,) = read(rows, heads).undecided
    assert question.key == "order:ngay hen tra" and "Tiêu đề cột" in question.text
    remembered = Remembered(choices={question.key: ReadingChoice("month_first", "")})
    mended = read(rows, heads, remembered=remembered)
    assert not mended.questions and said(mended) == said(read(rows_of(dossiers)))
    heads[2] = "Ngày hẹn trả (dd/MM/yyyy hh:mm)"
    assert not read(rows_of(dossiers), heads).questions


def test_a_column_that_somebody_lets_stand_is_read_as_it_stands(read):
    answers = dict.fromkeys((RECEIVED, "order:ngay ket thuc", "order:ngay hen tra"), UNKNOWN)
    found = read(rows_of(ONE, month_first), answers=answers)
    assert not found.undecided
    assert {(error.row, error.column) for error in found.errors} >= {(3, "Ngày tiếp nhận")}


def test_half_swapped_due_days_are_asked_about_though_nothing_contradicts_them(read):
    dossiers = [(datetime(2026, 1, 3, 8), 2, None), (datetime(2026, 1, 12, 8), 4, None)]
    (question,) = read(rows_of(dossiers, SPELLINGS["iso"], half_swapped)).questions
    assert question.key == "order:ngay hen tra" and not question.is_remembered
    assert [option.value for option in question.options] == [UNKNOWN, "dates_swapped"]


def test_an_answer_that_a_later_file_contradicts_is_asked_again(read):
    remembered = Remembered(choices={RECEIVED: ReadingChoice("month_first", "")})
    later = [*ONE, (datetime(2026, 2, 20, 9), 3, None)]
    (question,) = read(rows_of(later, SPELLINGS["text"], SPELLINGS["iso"]), remembered=remembered).questions
    assert question.key == RECEIVED and not question.is_remembered
    found = read(
        rows_of(later, SPELLINGS["text"], SPELLINGS["iso"]), remembered=remembered, answers={RECEIVED: UNKNOWN}
    )
    assert not found.questions and len(found.rows) == 3


def test_years_of_two_digits_are_asked_about_once_and_remembered(read):
    rows = rows_of(ONE, lambda at: f"{at:%d/%m/%y}", *[SPELLINGS["iso"]] * 2)
    (question,) = read(rows).questions
    assert question.key == RECEIVED and question.is_remembered and question.is_decisive
    assert [option.value for option in question.options] == ["day_first", "month_first", "year_first"]
    remembered = Remembered(choices={RECEIVED: ReadingChoice("day_first", "")})
    found = read(rows, remembered=remembered)
    assert [row.received_at.date() for row in found.rows] == [date(2026, 1, 4), date(2026, 2, 1)]


def test_a_list_in_its_order_shows_the_exchanged_days_where_codes_carry_none(read):
    days = [datetime(2026, 1, 1, 8) + timedelta(days=number) for number in range(60)]
    days = [day for day in days if day.day <= 12]
    rows = rows_of([(day, 2, None) for day in days], month_first, SPELLINGS["iso"])
    for number, row in enumerate(rows):
        row[0] = f"HS-{number}"
        row[2] = ""
    found = read(rows, exported_on=date(2026, 12, 31), today=date(2026, 12, 31))
    assert RECEIVED in {question.key for question in found.questions}


@pytest.mark.parametrize(
    ("heads", "cells", "due"),
    [
        (["Ngày hẹn trả", "Giờ hẹn trả"], [date(2026, 1, 7), time(16, 30)], datetime(2026, 1, 7, 9, 30)),
        (["Ngày hẹn trả", "Giờ"], ["07/01/2026", "16h30"], datetime(2026, 1, 7, 9, 30)),
        (["Ngày hẹn trả", "Giờ hẹn trả"], ["07/01/2026", 0.6875], datetime(2026, 1, 7, 9, 30)),
        (["Ngày hẹn trả", "Giờ hẹn trả"], ["07/01/2026 16:30", "16:30"], datetime(2026, 1, 7, 9, 30)),
        (["Ngày hẹn trả", "Giờ hẹn trả"], ["07/01/2026", ""], datetime(2026, 1, 7, 16, 59, 59)),
    ],
)
def test_an_hour_beside_its_day_is_joined_to_it(heads, cells, due, read):
    row = rows_of(ONE[:1])[0]
    found = read([[*row[:2], *cells, *row[3:]]], [*HEADS[:2], *heads, *HEADS[3:]])
    assert not found.errors and found.rows[0].due_at.replace(tzinfo=None) == due


@pytest.mark.parametrize("hour", ["25:00", "sáng", "09:00"])
def test_an_hour_that_is_none_or_contradicts_its_day_refuses_the_row(hour, read):
    row = rows_of(ONE[:1])[0]
    (error,) = read([[*row[:3], hour, *row[3:]]], [*HEADS[:3], "Giờ hẹn trả", *HEADS[3:]]).errors
    assert (error.column, error.value) == ("Giờ hẹn trả", hour)


def test_a_column_of_one_unreadable_kind_is_refused_once_and_its_rows_are_held_back(read):
    rows = rows_of([*ONE, *ONE], lambda at: f"tuần {at:%W}", *[SPELLINGS["iso"]] * 2)
    for number, row in enumerate(rows):
        row[0] = f"HS-{number}"
    found = read(rows)
    (error,) = found.errors
    assert (error.row, error.column, error.value) == (3, "Ngày tiếp nhận", "tuần 01")
    assert "4 ô" in error.message and len(found.rejected) == 4 and not found.rows


def test_dossiers_without_a_due_day_are_told_with_what_that_does(read):
    rows = rows_of(ONE)
    rows[0][2], rows[1][2] = "", "-"
    assert [(doubt.row, doubt.message, doubt.count) for doubt in read(rows).warnings] == [
        (0, "2 hồ sơ không có hạn trả nên được tính là trước hạn và không bao giờ quá hạn.", 2)
    ]


def test_a_receipt_after_the_export_is_refused_unless_its_code_tells_the_same_day(read):
    rows = rows_of([(datetime(2026, 3, 19, 8), 3, None), (datetime(2026, 3, 19, 9), 3, None)])
    rows[1][0] = "H37.14-260310-0001"
    found = read(rows)
    assert [row.row for row in found.rows] == [3]
    (error,) = found.errors
    assert (error.row, error.column) == (4, "Ngày tiếp nhận") and "sau ngày kết xuất 18/03/2026" in error.message


def test_the_day_of_export_is_the_one_a_person_told_else_the_files_else_today():
    today = date(2026, 11, 29)
    assert bound_of(Known(today, exported_on=date(2026, 3, 1)), EXPORTED) == date(2026, 3, 1)
    assert bound_of(Known(today), EXPORTED) == EXPORTED
    assert bound_of(Known(today), date(2062, 3, 18)) == bound_of(Known(today), None) == today
    assert Bounds(EXPORTED).last_year == 2036


def test_the_day_in_a_files_name_is_held_against_its_rows_as_a_titles_is(xlsx):
    def read(rows):
        return read_file(xlsx([HEADS, *rows]), "ho_so_20260318.xlsx", Known(date(2026, 11, 29)))

    rows = rows_of(ONE)
    rows[1][3] = "06/10/2026"
    found = read(rows)
    assert "sau ngày kết xuất 18/03/2026" in found.errors[0].message and len(found.rows) == 1
    assert (found.dated.day, found.dated.question) == (EXPORTED, None)
    months = [["HS-1", "03/04/2026", "03/09/2026", "", "Đang xử lý", "Trực tuyến"]]
    assert [question.key for question in read(months).questions] == [RECEIVED, "order:ngay hen tra"]


def test_a_formula_without_a_value_refuses_its_row_and_what_stands_for_none_does_not(known):
    tables = [Table("", lambda: enumerate([HEADS, *rows], 1))]
    rows = rows_of(ONE)
    rows[0][2], rows[1][2] = CellFault(), CellFault("#N/A")
    found = read_tables(tables, known)
    (error,) = found.errors
    assert (error.row, error.column, error.message) == (2, "Ngày hẹn trả", CellFault().message)
    assert [row.due_at for row in found.rows] == [None]


def test_a_column_of_formulas_without_values_is_refused_once(known):
    rows = rows_of([*ONE])
    for row in rows:
        row[2] = CellFault()
    found = read_tables([Table("", lambda: enumerate([HEADS, *rows], 1))], known)
    (error,) = found.errors
    assert error.message.endswith(CellFault().message) and len(found.rejected) == 2
