"""The pages of a period's figures: who is kept out, what is missing, what is invalid, what happens."""

import re
from datetime import UTC, datetime

import pytest
from factories import a_figure
from sqlalchemy import func, select

from intranet.figures.models import FigureEntry, current_entries, current_values
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period

Q1 = Period.parse("2026-Q1")
PART = {"HX-Request": "true", "HX-Target": "sums"}
PAGE, CHECK, HISTORY = "/figures/2026-Q1", "/figures/2026-Q1/check", "/figures/2026-Q1/history"
BALANCE = {
    "dossiers.opening": "69",
    "dossiers.received": "1.568",
    "dossiers.resolved": "1488",
    "dossiers.pending": "41",
    "dossiers.rejected": "44",
}


def value_of(page: str, name: str) -> str:
    """What stands in an input; of a figure that may only be read, nothing."""
    found = re.search(rf'<input[^>]* id="{re.escape(name)}"[^>]*>', page)
    assert found, f"no input {name}"
    value = re.search(r' value="([^"]*)"', found[0])
    return value[1] if value else ""


def count() -> int:
    return db.session.scalar(select(func.count(FigureEntry.id)))


def seen() -> str:
    return str(db.session.scalar(select(func.max(FigureEntry.id))) or 0)


@pytest.mark.parametrize("username", ["an", "binh", "quan"])
def test_only_controllers_and_directors_see_the_figures(as_user, username):
    client = as_user(username)
    for address in ("/figures/", PAGE, HISTORY):
        assert client.get(address).status_code == 403
    for address in (PAGE, CHECK):
        assert client.post(address, data={"staff.desk": "4"}).status_code == 403
    assert count() == 0


def test_the_director_reads_and_types_nothing(as_user, cast):
    a_figure(cast("chi"), "dossiers.received", 1568)
    director = as_user("dung")
    page = director.get(PAGE).text
    assert "1.568" in page and "Chưa nhập" in page and "Quá hạn" not in page
    assert "<input" not in page.split('class="figures"')[1]
    assert director.post(PAGE, data={"staff.desk": "4"}).status_code == 403
    assert director.post(CHECK, data={"staff.desk": "4"}).status_code == 403
    assert count() == 1


@pytest.mark.parametrize("code", ["2026-Q5", "2026", "1999-Q1", "2026-q1", "nam-nay", "0"])
def test_a_period_that_is_none_is_not_found_and_says_how_to_write_one(as_user, code):
    chi = as_user("chi")
    asked = [chi.get(f"/figures/{code}"), chi.get(f"/figures/{code}/history")]
    for answer in (*asked, chi.post(f"/figures/{code}"), chi.post(f"/figures/{code}/check")):
        assert answer.status_code == 404 and "Hãy nhập kỳ báo cáo theo mẫu 2026-Q1" in answer.text


def test_the_index_shows_how_far_each_period_of_two_years_has_come(as_user, cast):
    chi = cast("chi")
    for name in ("staff.desk", "staff.total", "inspections.done", "dossiers.by_field.khong-con.received"):
        a_figure(chi, name, 4)
    a_figure(chi, "staff.leaders", 1)
    a_figure(chi, "staff.leaders", None)
    with as_of(datetime(2026, 3, 16, 3, tzinfo=UTC)):
        page = as_user("chi").get("/figures/").text
    assert "2/92 số liệu đã nhập" in page
    assert page.count("số liệu đã nhập") == 14
    assert page.index("Năm 2026") < page.index("Năm 2025")
    assert page.count("Đang diễn ra") == 4  # the second quarter, 6 months, 9 months, the year
    assert page.count("Chưa bắt đầu") == 2  # the third and the fourth quarter


def test_the_page_shows_every_figure_people_type_and_none_a_register_gives(as_user):
    page = as_user("chi").get(PAGE).text
    assert page.count(" data-figure ") == 118
    for name in ("dossiers.opening", "dossiers.by_field.y-te.resolved_late", "overdue.by_cause.KH-99"):
        assert value_of(page, name) == ""
    assert "inspections." not in page
    assert "Còn thiếu 92/92 số liệu." in page and "0/92" in page


def test_a_period_before_the_categories_were_in_use_asks_only_what_was_known_then(as_user):
    page = as_user("chi").get("/figures/2025-Q1").text
    assert "by_field" not in page and "by_cause" not in page and page.count(" data-figure ") == 68


def test_what_is_typed_is_saved_and_shown_with_who_and_when(as_user, cast):
    chi = as_user("chi")
    saved = chi.post(PAGE, data={**BALANCE, "dossiers.paused": "64", "payments.amount": "18 025 000"})
    assert (saved.status_code, saved.location) == (303, PAGE)
    assert current_values(Q1) == {
        **{name: int(text.replace(".", "")) for name, text in BALANCE.items()},
        "dossiers.paused": 64,
        "payments.amount": 18_025_000,
    }
    page = chi.get(PAGE).text
    assert "Đã lưu 7 số liệu của Quý I/2026." in page and "7/92" in page
    assert value_of(page, "payments.amount") == "18.025.000"
    assert f"{cast('chi').full_name} nhập lúc" in page
    assert 'href="/figures/2026-Q1/history?name=dossiers.paused"' in page


def test_saving_again_without_a_change_writes_nothing_and_says_so(as_user):
    chi = as_user("chi")
    chi.post(PAGE, data={"staff.desk": "4"})
    chi.post(PAGE, data={"staff.desk": "4", "staff.total": "", "seen": seen()})
    assert count() == 1 and "Không có số liệu nào thay đổi." in chi.get(PAGE).text


def test_a_field_left_empty_is_missing_and_a_zero_is_not(as_user):
    chi = as_user("chi")
    chi.post(PAGE, data={"impact.assessed": "0", "impact.issued": ""})
    assert current_values(Q1) == {"impact.assessed": 0}
    page = chi.get(PAGE).text
    assert value_of(page, "impact.assessed") == "0" and value_of(page, "impact.issued") == ""
    assert "Còn thiếu 91/92 số liệu." in page


def test_a_whole_table_may_be_said_to_be_zero_where_it_is_empty(as_user):
    typed = {"dossiers.by_field.ho-tich.received": "12", "dossiers.by_field.y-te.received": ""}
    as_user("chi").post(PAGE, data={**typed, "zeros.dossiers-by-field": "y", "overdue.explained": ""})
    values = current_values(Q1)
    assert len(values) == 36 and values["dossiers.by_field.ho-tich.received"] == 12
    assert sum(values.values()) == 12
    as_user("chi").post(PAGE, data={"zeros.overdue": "y", "overdue.explained": ""})
    assert len(current_values(Q1)) == 36 + 14  # the causes; what stands above their table is not in it


@pytest.mark.parametrize("wrong", ["1.5", "-3", "ba", "1,568", "9" * 20, "0.568", "١٢"])
def test_a_wrong_number_is_told_at_its_field_and_nothing_typed_is_lost(as_user, wrong):
    refused = as_user("chi").post(PAGE, data={"staff.desk": wrong, "staff.total": "6", "staff.leaders": "1 "})
    assert refused.status_code == 422 and count() == 0
    page = refused.text
    assert value_of(page, "staff.desk") == wrong and value_of(page, "staff.total") == "6"
    assert re.search(r'id="staff.desk-error"><p>Hãy nhập số', page)
    assert '<a href="#staff.desk">Công chức tiếp nhận</a>' in page
    assert re.search(r'id="staff.desk"[^>]* aria-describedby="[^"]*staff.desk-error"[^>]* aria-invalid="true"', page)


def test_a_wrong_cell_of_a_table_is_told_under_its_row(as_user):
    name = "dossiers.by_field.ho-tich.resolved"
    page = as_user("chi").post(PAGE, data={name: "12,5"}).text
    assert value_of(page, name) == "12,5"
    assert re.search(rf'<td class="fig-errors" colspan="4"><div[^>]* id="{name}-error"><p>Hãy nhập số', page)


@pytest.mark.parametrize(
    ("days", "field", "sentence"),
    [
        (("2025-09-11", ""), "to", "Hãy nhập ngày cuối của khoảng tính."),
        (("", "2026-03-15"), "from", "Hãy nhập ngày đầu của khoảng tính."),
        (("2026-03-15", "2025-09-11"), "to", "Hãy nhập ngày cuối không sớm hơn ngày đầu."),
        (("hôm qua", "2026-03-15"), "from", "Hãy nhập ngày theo dạng"),
        (("1999-01-01", "2026-03-15"), "from", "Hãy kiểm tra lại năm"),
    ],
)
def test_a_window_has_two_days_in_order(as_user, days, field, sentence):
    window = {"window.digitisation.from": days[0], "window.digitisation.to": days[1]}
    refused = as_user("chi").post(PAGE, data={"digitisation.due": "8141", **window})
    assert refused.status_code == 422 and count() == 0
    assert sentence in refused.text.split(f'id="window.digitisation.{field}-error"')[1][:200]
    assert value_of(refused.text, "digitisation.due") == "8141"
    assert value_of(refused.text, "window.digitisation.from") == days[0]


def test_a_window_is_kept_with_its_figures_and_shown_again(as_user, cast):
    window = {"window.digitisation.from": "2025-09-11", "window.digitisation.to": "15/03/2026"}
    chi = as_user("chi")
    assert chi.post(PAGE, data={"digitisation.due": "8141", **window}).status_code == 303
    (entry,) = db.session.scalars(select(FigureEntry))
    assert [f"{day:%d/%m/%Y}" for day in entry.window] == ["11/09/2025", "15/03/2026"]
    page = chi.get(PAGE).text
    assert value_of(page, "window.digitisation.from") == "2025-09-11"
    assert "11/09/2025 đến hết ngày 15/03/2026" in as_user("dung").get(PAGE).text


@pytest.mark.parametrize(
    "nothing",
    [
        {"window.digitisation.from": "2025-09-11", "window.digitisation.to": "2026-03-15"},
        {"source.digitisation": "Sổ số hóa"},
    ],
)
def test_days_and_a_source_without_a_figure_are_refused_rather_than_lost(as_user, nothing):
    refused = as_user("chi").post(PAGE, data=nothing)
    assert refused.status_code == 422 and "Hãy nhập ít nhất một số liệu của nhóm này" in refused.text
    assert all(value_of(refused.text, name) == text for name, text in nothing.items())


def test_a_source_is_kept_with_the_figures_of_its_group(as_user):
    chi = as_user("chi")
    chi.post(PAGE, data={"staff.desk": "4", "focal.units": "3", "source.staff": "Sổ nhân sự, 16/3/2026"})
    kept = dict(db.session.execute(select(FigureEntry.name, FigureEntry.source_document)).all())
    assert kept == {"staff.desk": "Sổ nhân sự, 16/3/2026", "focal.units": ""}
    for username in ("chi", "dung"):
        assert "Nguồn số liệu: Sổ nhân sự, 16/3/2026" in as_user(username).get(PAGE).text
    assert "Nguồn: Sổ nhân sự, 16/3/2026" in chi.get(HISTORY).text


def test_a_source_that_only_stands_there_is_not_written_to_figures_nobody_touched(as_user, cast):
    a_figure(cast("chi"), "staff.total", 9, source_document="Quyết định số 5")
    a_figure(cast("chi"), "equipment.printers", 6, source_document="Sổ tài sản")
    chi = as_user("chi")
    page = chi.get(PAGE).text
    assert value_of(page, "source.staff") == "Sổ tài sản" and "Nguồn: Quyết định số 5" in page
    shown = {"staff.total": "9", "equipment.printers": "6", "source.staff": "Sổ tài sản", "seen": seen()}
    assert chi.post(PAGE, data=shown | {"equipment.scanners": "5"}).status_code == 303
    kept = {entry.name: entry.source_document for entry in current_entries(Q1)}
    assert kept == {
        "staff.total": "Quyết định số 5",
        "equipment.printers": "Sổ tài sản",
        "equipment.scanners": "Sổ tài sản",
    }
    assert chi.post(PAGE, data=shown | {"source.staff": "Sổ mới", "seen": seen()}).status_code == 303
    assert {entry.source_document for entry in current_entries(Q1) if entry.value == 9} == {"Sổ mới"}


def test_a_contradiction_may_be_saved_and_is_named_in_words(as_user):
    chi = as_user("chi")
    assert chi.post(PAGE, data={**BALANCE, "dossiers.paused": "0"}).status_code == 303
    page = chi.get(PAGE).text
    assert "1 chỗ chưa khớp:" in page and "= 1.637, nhưng" in page and "= 1.573: thiếu 64." in page
    assert '<a href="#dossiers.paused">Tạm dừng</a>' in page


def test_while_typing_the_sums_are_checked_and_nothing_is_written(as_user):
    chi = as_user("chi")
    odd = chi.post(CHECK, data={**BALANCE, "dossiers.paused": "0"}, headers=PART)
    assert odd.status_code == 200 and odd.text.lstrip().startswith('<div id="sums"')
    assert "= 1.573: thiếu 64." in odd.text and "Còn thiếu 86/92" in odd.text
    right = chi.post(CHECK, data={**BALANCE, "dossiers.paused": "64"}, headers=PART)
    assert "chưa khớp" not in right.text and "đều khớp" in right.text
    assert count() == 0


def test_while_typing_a_number_nobody_can_read_is_named_and_counts_as_missing(as_user):
    part = as_user("chi").post(CHECK, data={"staff.desk": "bốn"}, headers=PART)
    assert part.status_code == 200 and "Còn thiếu 92/92" in part.text
    assert '<a href="#staff.desk">Công chức tiếp nhận</a>: Hãy nhập số nguyên' in part.text


def test_without_a_script_the_check_shows_the_whole_page_with_what_was_typed(as_user):
    page = as_user("chi").post(CHECK, data={**BALANCE, "dossiers.paused": "0"})
    assert page.status_code == 200 and "chưa lưu" in page.text and "thiếu 64." in page.text
    assert value_of(page.text, "dossiers.received") == "1.568"
    assert count() == 0


def test_the_period_before_is_a_hint_and_what_it_passed_on_is_another(as_user, cast):
    chi = cast("chi")
    for name, value in {"dossiers.pending": 41, "dossiers.paused": 64, "dossiers.opening": 3, "staff.desk": 4}.items():
        a_figure(chi, name, value)
    a_figure(chi, "overdue.by_cause.CQ-01", 1568)
    page = as_user("chi").get("/figures/2026-Q2").text
    assert "Quý I/2026: 4</span>" in page and "Quý I/2026 chuyển qua: 105" in page
    assert "Quý I/2026: 3<" not in page
    assert "Quý I/2026: </span>1.568" in page and "Số nhỏ dưới mỗi ô là của Quý I/2026." in page
    assert "chuyển qua: 105" not in as_user("chi").get("/figures/2026-H1").text


def test_half_a_year_compares_with_last_years_half_and_takes_nothing_over_from_it(as_user, cast):
    for name, value in {"dossiers.pending": 41, "dossiers.paused": 64, "dossiers.opening": 3}.items():
        a_figure(cast("chi"), name, value, period="2025-H1")
    page = as_user("chi").get("/figures/2026-H1").text
    assert "6 tháng đầu năm 2025: 3</span>" in page and "chuyển qua" not in page.split("6 tháng đầu năm 2025: 3")[1]


def test_the_first_and_the_last_year_have_no_neighbour(as_user):
    chi = as_user("chi")
    assert "Quý II/2000" in chi.get("/figures/2000-Q1").text
    assert "Năm 2099" in chi.get("/figures/2100-Y").text


def test_two_people_at_once_with_different_figures_both_stand(as_user, cast):
    start = seen()
    a_figure(cast("giang"), "staff.total", 6)
    chi = as_user("chi")
    saved = chi.post(PAGE, data={"seen": start, "staff.total": "", "staff.desk": "4"})
    assert saved.status_code == 303
    assert current_values(Q1) == {"staff.total": 6, "staff.desk": 4}
    assert "1 số liệu người khác vừa nhập được giữ nguyên." in chi.get(PAGE).text


def test_two_people_at_once_with_the_same_figure_are_shown_both_and_nothing_is_lost(as_user, cast):
    start = seen()
    a_figure(cast("giang"), "staff.total", 6)
    a_figure(cast("giang"), "focal.units", 2)
    chi = as_user("chi")
    typed = {"staff.total": "7", "staff.desk": "4", "focal.units": "", "source.staff": "Sổ của tôi"}
    answer = chi.post(PAGE, data={"seen": start, **typed})
    assert answer.status_code == 409
    assert current_values(Q1) == {"staff.total": 6, "staff.desk": 4, "focal.units": 2}
    shown = answer.text.split("fig-conflicts")[1].split("</table>")[0]
    assert "<strong>6</strong>" in shown and "<strong>7</strong>" in shown and cast("giang").full_name in shown
    assert "1 số liệu khác của bạn đã lưu." in shown
    assert value_of(answer.text, "staff.total") == "7" and value_of(answer.text, "source.staff") == "Sổ của tôi"
    assert value_of(answer.text, "focal.units") == "2", "what they filled must not be emptied by a second save"
    again = {name: value_of(answer.text, name) for name in ("seen", *typed)}
    assert chi.post(PAGE, data=again).status_code == 303
    assert current_values(Q1) == {"staff.total": 7, "staff.desk": 4, "focal.units": 2}


def test_the_history_tells_who_typed_what_newest_first(as_user, cast):
    chi = as_user("chi")
    chi.post(PAGE, data={"staff.desk": "4", "staff.total": "6"})
    chi.post(PAGE, data={"staff.desk": "1568"})
    chi.post(PAGE, data={"staff.desk": ""})
    page = as_user("dung").get(HISTORY).text
    rows = [re.sub(r"\s+", " ", row) for row in re.findall(r"<tr>\s*<td>.*?</tr>", page, flags=re.S)]
    assert len(rows) == 4 and cast("chi").full_name in page
    assert "<td>1.568</td> <td>Để trống</td>" in rows[0]
    assert "<td>4</td> <td>1.568</td>" in rows[1]
    assert all("<td>Chưa nhập</td>" in row for row in rows[2:])


def test_the_history_of_one_figure_is_its_own(as_user):
    chi = as_user("chi")
    chi.post(PAGE, data={"staff.desk": "4", "staff.total": "6"})
    page = chi.get(f"{HISTORY}?name=staff.desk").text
    assert "Chỉ những lần nhập “Công chức tiếp nhận”" in page and "Tổng số nhân sự" not in page
    assert chi.get(f"{HISTORY}?name=staff.leaders").status_code == 404
    assert chi.get(f"{HISTORY}?name=nothing").status_code == 404


def test_an_empty_history_says_so(as_user):
    assert "Chưa ai nhập số liệu của kỳ này." in as_user("chi").get(HISTORY).text


def test_a_long_history_is_turned_page_by_page(as_user, cast):
    for value in range(101):
        a_figure(cast("chi"), "staff.desk", value)
    chi = as_user("chi")
    first, second = chi.get(HISTORY).text, chi.get(f"{HISTORY}?page=2&name=staff.desk").text
    assert "Trang 1/2, 101 lần nhập" in first and "<td>100</td>" in first and "Trang sau" in first
    assert "<td>0</td>" in second and "name=staff.desk" in second and "Trang trước" in second
    for odd in ("99", "0", "-1", "x", "9" * 30):
        assert chi.get(f"{HISTORY}?page={odd}").status_code == 200


def test_a_figure_of_a_category_no_longer_kept_goes_by_its_name(as_user, cast):
    a_figure(cast("chi"), "dossiers.by_field.cu.received", 7)
    assert "dossiers.by_field.cu.received" in as_user("chi").get(HISTORY).text
    assert as_user("chi").get(PAGE).status_code == 200


def test_pages_cost_a_handful_of_queries(as_user, cast, queries):
    chi, client = cast("chi"), as_user("chi")
    for period in ("2026-Q1", "2025-Q4"):
        for name in ("staff.desk", "staff.total", "dossiers.received", "overdue.by_cause.CQ-01"):
            a_figure(chi, name, 4, period)
    for address, most in (("/figures/", 12), (PAGE, 18), (HISTORY, 8)):
        client.get(address)
        queries.clear()
        client.get(address)
        assert len(queries) <= most, (address, queries)


def test_no_get_writes(as_user):
    for address in ("/figures/", f"{PAGE}?staff.desk=4", f"{HISTORY}?staff.desk=4"):
        as_user("chi").get(address)
    assert count() == 0
