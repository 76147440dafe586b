"""The list of inspections: who sees what, what narrows it, what Excel gets, and what it costs."""

from datetime import UTC, date, datetime, time
from io import BytesIO

import openpyxl
import pytest
from factories import a_finding, a_ready_inspection, an_approved_inspection, an_inspection, an_item
from sqlalchemy import event

from intranet.accounts.permissions import may
from intranet.inspections import listing as inspections
from intranet.inspections.listing import LISTING, seen_by
from intranet.inspections.workflow import Kind, Remedy
from intranet.kernel import listing
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.records import operations

LIST, EXPORT = "/inspections/", "/inspections/export.xlsx"
ROWS = {"HX-Request": "true", "HX-Target": "rows"}
QUERIES = 10


@pytest.fixture(params=["few", "many"])
def either_way(request, monkeypatch):
    """Short lists are sorted, long ones are walked: both must show the same."""
    if request.param == "many":
        monkeypatch.setattr(listing, "COUNTED", 0)


@pytest.fixture
def register(app, cast, either_way):
    """Inspections of three units, in several states; by title, so that tests can name them."""
    an, binh, chi, dung = (cast(name) for name in ("an", "binh", "chi", "dung"))
    an_inspection(an, title="An tự lập", inspection_kind=Kind.SELF_CHECK)
    an_approved_inspection(chi, dung, title="Chi về An, đã duyệt", inspected_unit=an.unit)
    a_ready_inspection(chi, title="Chi về An, bản nháp", inspected_unit=an.unit)
    an_approved_inspection(binh, dung, title="Đơn vị khác, đã duyệt", **days(2025, 12, 14))
    to_mend = a_ready_inspection(chi, title="Chi về Bình, An khắc phục", inspected_unit=binh.unit, **days(2025, 12, 15))
    a_finding(an_item(to_mend, 2), responsible_unit=an.unit)
    db.session.refresh(to_mend)
    operations.act(to_mend, "submit", chi)
    operations.act(to_mend, "approve", dung)
    db.session.commit()


def days(year, month, day):
    ended_on = date(year, month, day)
    return {"started_on": ended_on, "ended_on": ended_on, "occurs_on": ended_on}


def on(day):
    return as_of(datetime.combine(day, time(5), UTC))


def titles(user, **args):
    return [row.title for row in LISTING.every(args, seen_by(user))]


def excel(answer):
    assert answer.status_code == 200, answer.status
    with answer:
        sheet = openpyxl.load_workbook(BytesIO(answer.data)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_an_officer_sees_own_units_and_what_concerns_it_once_approved(register, cast):
    assert set(titles(cast("an"))) == {"An tự lập", "Chi về An, đã duyệt", "Chi về Bình, An khắc phục"}
    assert set(titles(cast("binh"))) == {"Đơn vị khác, đã duyệt", "Chi về Bình, An khắc phục"}


@pytest.mark.parametrize("name", ["an", "binh", "chi", "dung", "quan"])
def test_the_list_shows_what_its_reader_may_open(register, cast, name):
    every = db.session.query(inspections.Inspection).all()
    assert sorted(titles(cast(name))) == sorted(it.title for it in every if may(cast(name), "record.view", it))


def test_the_administrator_has_no_list_and_no_export(as_user):
    assert [as_user("quan").get(address).status_code for address in (LIST, EXPORT)] == [403, 403]


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ({"q": "an da duyet"}, ["Chi về An, đã duyệt"]),
        ({"q": "khac don vi"}, ["Đơn vị khác, đã duyệt"]),
        ({"q": "bộ phận tư pháp", "state": "draft"}, ["Chi về An, bản nháp", "An tự lập"]),
        ({"period": "2025-Q4"}, ["Đơn vị khác, đã duyệt"]),
        ({"period": "2026-Q1", "state": "approved"}, ["Chi về An, đã duyệt", "Chi về Bình, An khắc phục"]),
        ({"kind": "self_check"}, ["An tự lập"]),
        ({"kind": "self_check", "sort": "unit"}, ["An tự lập"]),
        ({"state": "submitted"}, []),
        ({"period": "2019-Q1"}, []),
        ({"unit": "999999"}, []),
    ],
)
def test_words_and_filters_narrow_the_list(register, cast, args, expected):
    assert titles(cast("chi"), **args) == expected


def test_the_unit_filter_is_about_the_unit_that_was_inspected(register, cast):
    about_binh = titles(cast("dung"), unit=str(cast("binh").unit_id))
    assert about_binh == ["Chi về Bình, An khắc phục", "Đơn vị khác, đã duyệt"]


def test_the_newest_comes_first_and_heads_sort(register, cast):
    chi = cast("chi")
    assert titles(chi)[-1] == "Đơn vị khác, đã duyệt" == titles(chi, sort="date")[0]
    assert titles(chi, sort="title") == [
        "An tự lập",
        "Chi về An, bản nháp",
        "Chi về An, đã duyệt",
        "Chi về Bình, An khắc phục",
        "Đơn vị khác, đã duyệt",
    ]
    assert titles(chi, sort="-title") == titles(chi, sort="title")[::-1]
    assert titles(chi, sort="unit") == titles(chi, sort="-unit")[::-1]
    assert {titles(chi, sort="unit")[0], titles(chi, sort="unit")[2]} <= {*titles(chi, unit=str(cast("an").unit_id))}


@pytest.mark.parametrize(
    "query",
    ["page=abc", "page=-1", "page=99999999999999999999", "sort=;drop", "state=x", "kind=1", "unit=abc", "unit=-1"],
)
def test_odd_addresses_show_the_list(register, as_user, query):
    page = as_user("chi").get(f"{LIST}?{query}")
    assert page.status_code == 200 and "An tự lập" in page.text


@pytest.mark.parametrize(
    "query", ["unit=99999999999999999999", "period=2026-Q9", "q=%00%EF%BF%BF", "q=%22*%22", "q=%ff", "q=NEAR("]
)
def test_hostile_addresses_are_answered(register, as_user, query):
    assert as_user("chi").get(f"{LIST}?{query}").status_code == 200


def test_the_page_marks_its_order_counts_and_leads_to_each_inspection(register, as_user):
    page = as_user("chi").get(f"{LIST}?sort=-title&q=chi+ve").text
    assert 'aria-sort="descending"' in page and page.count("aria-sort") == 1
    assert 'value="chi ve"' in page and '<input type="hidden" name="sort" value="-title" form="find">' in page
    assert page.count('class="list-title"') == 3


def test_htmx_gets_the_rows_alone_with_the_address_to_show(register, as_user):
    part = as_user("chi").get(f"{LIST}?q=chi&state=&page=1", headers=ROWS)
    assert part.text.lstrip().startswith('<div id="rows"') and "<h1" not in part.text
    assert part.headers["HX-Push-Url"] == "/inspections/?q=chi"


def test_the_list_offers_periods_that_have_begun_and_the_one_asked_for(app, cast, as_user):
    with on(date(2026, 3, 20)):
        page = as_user("chi").get(f"{LIST}?period=2019-H1").text
    for code in ("2026-Q2", "2025-9M", "2024-Y", "2020-Y"):
        assert f'<option value="{code}"' in page, code
    for code in ("2026-Q3", "2024-Q1", "2019-Y"):
        assert f'<option value="{code}"' not in page, code
    assert '<option value="2019-H1" selected>6 tháng đầu năm 2019</option>' in page


def test_an_empty_list_says_what_to_do_next(as_user, app, cast):
    assert "Hãy bấm “Thêm cuộc kiểm tra”" in as_user("an").get(LIST).text
    assert "Thêm cuộc kiểm tra" not in as_user("dung").get(LIST).text
    assert "bớt điều kiện lọc" in as_user("an").get(f"{LIST}?q=xyz").text


def test_findings_are_counted_and_late_remedies_marked(app, cast, as_user):
    an = cast("an")
    inspection = a_ready_inspection(an)
    mended, late = a_finding(an_item(inspection, 2)), a_finding(an_item(inspection, 3))
    mended.state = Remedy.VERIFIED
    db.session.flush()
    db.session.refresh(inspection)
    with on(date(2026, 3, 21)):
        page = " ".join(as_user("an").get(LIST).text.split())
        assert "2 (còn 1)" in page and "Quá hạn" not in page, "a remedy is owed once the inspection is approved"
    operations.act(inspection, "submit", an)
    operations.act(inspection, "approve", cast("dung"))
    with on(late.due_on):
        assert "Quá hạn" not in as_user("an").get(LIST).text
    with on(date(2026, 3, 21)):
        assert "Quá hạn" in as_user("an").get(LIST).text
        head, row = excel(as_user("an").get(EXPORT))
    assert dict(zip(head, row, strict=True))["Quá hạn khắc phục"] == "quá hạn"


@pytest.mark.parametrize("query", ["", "?state=approved&sort=title", "?q=chi&page=7", "?unit=1&sort=-unit"])
@pytest.mark.parametrize("name", ["an", "chi"])
def test_excel_gets_exactly_the_filtered_rows(register, as_user, cast, name, query):
    args = dict(part.split("=") for part in query[1:].split("&")) if query else {}
    head, *rows = excel(as_user(name).get(EXPORT + query))
    assert head[0] == "Cuộc kiểm tra" and [row[0] for row in rows] == titles(cast(name), **args)


def test_excel_gets_all_pages_with_real_days_and_text_as_text(app, cast, as_user):
    for number in range(25):
        an_inspection(cast("an"), title=f"=1+{number}")
    head, *rows = excel(as_user("an").get(EXPORT))
    assert len(rows) == 25 and {row[0] for row in rows} == {f"=1+{number}" for number in range(25)}
    first = dict(zip(head, rows[0], strict=True))
    assert (first["Từ ngày"].date(), first["Đến ngày"].date()) == (date(2026, 2, 3), date(2026, 2, 5))
    assert (first["Loại"], first["Trạng thái"], first["Số tồn tại"]) == ("Định kỳ", "Bản nháp", 0)


def statements(client, address):
    """Every query one request makes, after the first has warmed what is kept."""
    client.get(address)
    seen = []

    def note(connection, cursor, statement, parameters, context, many):
        seen.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        client.get(address)
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return [(statement, parameters) for statement, parameters in seen if statement.startswith("SELECT")]


@pytest.mark.parametrize("query", ["", "?q=chi", "?unit=1&kind=periodic&sort=unit"])
def test_a_page_costs_a_handful_of_queries_however_long_it_is(app, cast, as_user, query):
    an_inspection(cast("chi"), inspected_unit=cast("an").unit)
    short = len(statements(as_user("chi"), LIST + query))
    for _ in range(30):
        a_finding(an_item(an_inspection(cast("chi"), title="Chi", inspected_unit=cast("an").unit)))
    assert short <= QUERIES and len(statements(as_user("chi"), LIST + query)) <= QUERIES


@pytest.mark.parametrize("name", ["an", "dung"])
@pytest.mark.parametrize(
    "query", ["", "?sort=title", "?sort=-unit", "?unit=1", "?period=2026-Q1", "?state=approved", "?page=2"]
)
def test_a_long_list_is_walked_in_its_order_and_never_sorted(app, cast, as_user, monkeypatch, name, query):
    monkeypatch.setattr(listing, "COUNTED", 0)
    for _ in range(3):
        an_approved_inspection(cast("an"), cast("dung"))
    for statement, parameters in statements(as_user(name), LIST + query):
        plan = db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        steps = [row[3] for row in plan]
        assert not any("TEMP B-TREE" in step for step in steps), (statement, steps)
        assert not any(step.startswith(("SCAN records", "SCAN inspections", "SCAN findings")) for step in steps), steps
