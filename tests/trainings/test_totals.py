"""A year of training by unit, by person, and who has had none; each figure with what stands behind it."""

from datetime import UTC, date, datetime
from html import unescape
from io import BytesIO

import openpyxl
import pytest
from factories import a_training, a_unit, a_user
from page_client import parsed
from page_client import words as words_of

from intranet.accounts.models import Role, Unit
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records import operations as records
from intranet.trainings.models import Attendee
from intranet.trainings.totals import Amounts, given_name_first, totals

YEAR = Period.parse("2026-Y")


@pytest.fixture
def units(app):
    return {unit.code: unit for unit in db.session.query(Unit)}


@pytest.fixture
def year(cast, units):
    """An officer's two courses of the year, a controller's one, and what does not count."""
    an, chi, tp, vh = cast("an"), cast("chi"), units["TP"], units["VH"]
    learner = Attendee(tp, an.full_name, 1, "")
    a_training(an, learner, Attendee(tp, "Lê Thị Hoa", 1, ""), Attendee(vh, "", 4, ""), title="Khóa một", hours=10)
    a_training(an, learner._replace(full_name=an.full_name.upper()), title="Khóa hai", hours=4)
    a_training(chi, Attendee(vh, "Nông Văn Đức", 1, ""), title="Khóa ba", hours=6)
    a_training(chi, learner, title="Năm trước", started_on=date(2025, 12, 14), ended_on=date(2025, 12, 14), hours=3)
    mistaken = a_training(an, learner, title="Ghi nhầm", hours=7)
    records.act(mistaken, "cancel", an, "Ghi hai lần")
    db.session.commit()


def table(page, title):
    """The rows below a heading of the page: the cells' words, and the addresses in them."""
    rows = []
    for row in section_of(page, title).select("tr"):
        cells = [words_of(cell) for cell in row.select("td, th")]
        rows.append((cells, [link.attrs["href"] for link in row.select("a")]))
    return rows[1:]


def words(page, title):
    return words_of(section_of(page, title))


def section_of(page, title):
    return parsed(page).select_one(f"section[aria-labelledby={title}]")


def test_units_add_up_and_a_course_of_several_counts_once_in_the_whole(cast, year, units):
    found = totals(YEAR, cast("chi"))
    assert [(it.unit, it.amounts) for it in found.units] == [
        ("Bộ phận Tư pháp", Amounts(courses=2, participations=3, hours=14, person_hours=24)),
        ("Phòng Văn hóa - Xã hội", Amounts(courses=2, participations=5, hours=16, person_hours=46)),
    ]
    assert found.whole == Amounts(courses=3, participations=8, hours=20, person_hours=70)
    assert found.whole.participations == sum(it.amounts.participations for it in found.units)


def test_a_person_is_one_row_however_the_name_was_typed(cast, year):
    found = totals(YEAR, cast("chi"))
    told = [(it.full_name.lower(), it.unit, it.courses, it.hours) for it in found.people]
    assert told == [
        (cast("an").full_name.lower(), "Bộ phận Tư pháp", 2, 14),
        ("lê thị hoa", "Bộ phận Tư pháp", 1, 10),
        ("nông văn đức", "Phòng Văn hóa - Xã hội", 1, 6),
    ]


def test_one_name_in_two_units_is_two_people(cast, units):
    both = [Attendee(units[code], "Lê Văn An", 1, "") for code in ("TP", "VH")]
    a_training(cast("chi"), *both)
    assert [(it.unit, it.courses) for it in totals(YEAR, cast("chi")).people] == [
        ("Bộ phận Tư pháp", 1),
        ("Phòng Văn hóa - Xã hội", 1),
    ]


def test_a_course_counts_in_the_year_of_the_reports_it_ended_in(cast):
    over_the_end = (date(2025, 12, 12), date(2025, 12, 16)), (date(2026, 12, 12), date(2026, 12, 16))
    one_day = ((day, day) for day in (date(2025, 12, 14), date(2025, 12, 15), date(2026, 12, 14), date(2026, 12, 15)))
    for hours, (first, last) in enumerate((*over_the_end, *one_day)):
        a_training(cast("an"), title=f"Khóa {hours}", started_on=first, ended_on=last, hours=10**hours)
    assert totals(YEAR, cast("an")).whole.hours == 1 + 10**3 + 10**4


def test_a_course_of_which_nobody_is_recorded_yet_counts_as_a_course(cast):
    a_training(cast("an"), attendees=[])
    found = totals(YEAR, cast("chi"))
    assert found.whole == Amounts(courses=1, participations=0, hours=12, person_hours=0)
    assert found.units == () and found.people == ()


def test_an_officer_gets_the_totals_of_the_courses_of_their_unit(cast, year):
    assert totals(YEAR, cast("an")).whole.courses == 2
    found = totals(YEAR, cast("binh"))
    assert found.whole == Amounts(0, 0, 0, 0) and found.units == () and found.people == ()


def test_who_has_had_none_are_the_accounts_named_in_no_course(cast, year, units):
    chi, dung, giang, quan = (cast(name) for name in ("chi", "dung", "giang", "quan"))
    binh = cast("binh")
    found = totals(YEAR, chi)
    assert set(found.people_without) == {binh, chi, dung, giang, quan}
    assert [unit.code for unit in found.units_without] == ["TT"]


def test_a_name_typed_without_diacritics_is_still_known(cast, units):
    chi = cast("chi")
    chi.full_name = "Lý Thu Hà"
    a_training(cast("an"), Attendee(units["TT"], "LY THU HA", 1, ""))
    assert chi not in totals(YEAR, chi).people_without


def test_who_left_or_belongs_to_a_closed_unit_is_not_missed(cast, app):
    closed = a_unit("CU")
    closed.is_active = False
    gone = a_user("xa", Role.OFFICER, closed)
    gone.is_active = False
    db.session.flush()
    found = totals(YEAR, cast("chi"))
    assert gone not in found.people_without and closed not in found.units_without


def test_an_officer_learns_who_of_their_unit_had_none_in_any_course(cast, units):
    """Somebody whom the controller sent has had a course, though the officer does not see it."""
    an, binh = cast("an"), cast("binh")
    assert totals(YEAR, binh).people_without == (binh,) and totals(YEAR, binh).units_without == (binh.unit,)
    a_training(cast("chi"), Attendee(units["VH"], binh.full_name, 1, ""))
    found = totals(YEAR, binh)
    assert found.people_without == () and found.units_without == () and found.units == ()
    assert totals(YEAR, an).people_without == (an,)


def test_people_stand_by_their_given_name():
    names = ["Nguyễn Văn Đức", "Hoàng Thị An", "Bế Thị Hồng", "Cao Văn An", "Ân"]
    assert sorted(names, key=given_name_first) == [
        "Ân",
        "Cao Văn An",
        "Hoàng Thị An",
        "Nguyễn Văn Đức",
        "Bế Thị Hồng",
    ]


def test_every_figure_leads_to_a_list_of_as_many_courses(as_user, year):
    chi = as_user("chi")
    page = chi.get("/trainings/totals?year=2026").text
    rows = [*table(page, "units-title"), *table(page, "people-title")]
    assert [cells[0].lower() for cells, _ in rows][2] == "cộng" and len(rows) == 6
    for cells, links in rows:
        figures = [cell for cell in cells[1:] if cell[0].isdigit()]
        assert len(links) == len(figures) and len(set(links)) == 1, cells
        listed = chi.get(unescape(links[0])).text
        assert f"<strong>{figures[0]}</strong> khóa tập huấn khớp" in listed, cells
        assert "Ghi nhầm" not in listed and "Năm trước" not in listed


def test_the_page_says_what_it_counts_and_who_is_missing(as_user, cast, year):
    page = as_user("chi").get("/trainings/totals?year=2026").text
    assert "từ 15/12/2025 đến hết 14/12/2026" in page and "Chỉ gồm các khóa do đơn vị bạn lập" not in page
    missing = words(page, "without-title")
    assert cast("chi").full_name in missing and cast("an").full_name not in missing
    assert "Trung tâm Phục vụ hành chính công" in missing
    own = as_user("an").get("/trainings/totals?year=2026").text
    assert "Chỉ gồm các khóa do đơn vị bạn lập" in own and "Nông Văn Đức" not in own
    assert "Đơn vị nào, người nào cũng đã dự ít nhất một khóa." in words(own, "without-title")


def test_an_empty_year_says_so(as_user):
    page = as_user("chi").get("/trainings/totals?year=2024").text
    assert "Chưa có khóa tập huấn nào trong năm." in page and "Tải Excel" not in page


@pytest.mark.parametrize("asked", ["abc", "1", "99999999999", "", "2026-Y", "\u0000"])
def test_a_year_that_is_none_is_this_year(as_user, asked):
    with as_of(datetime(2026, 12, 20, tzinfo=UTC)):
        assert "Tập huấn năm 2027" in as_user("chi").get("/trainings/totals", query_string={"year": asked}).text


@pytest.mark.parametrize(("asked", "around"), [(2000, ["2001"]), (2026, ["2025", "2027"]), (2100, ["2099"])])
def test_the_years_before_and_after_are_a_click_away(as_user, asked, around):
    page = as_user("chi").get(f"/trainings/totals?year={asked}").text
    assert [part.split('"')[0] for part in page.split("/trainings/totals?year=")[1:]] == around


def test_people_go_to_excel_as_they_stand_on_the_page(as_user, cast, year):
    with as_user("chi").get("/trainings/totals.xlsx?year=2026") as answer:
        assert "tap-huan-2026.xlsx" in answer.headers["Content-Disposition"]
        head, *rows = openpyxl.load_workbook(BytesIO(answer.data)).active.iter_rows(values_only=True)
    assert head == ("Họ tên", "Đơn vị", "Số khóa", "Số giờ")
    assert [(name.lower(), *rest) for name, *rest in rows] == [
        (cast("an").full_name.lower(), "Bộ phận Tư pháp", 2, 14),
        ("lê thị hoa", "Bộ phận Tư pháp", 1, 10),
        ("nông văn đức", "Phòng Văn hóa - Xã hội", 1, 6),
    ]
    with as_user("binh").get("/trainings/totals.xlsx?year=2026") as answer:
        assert openpyxl.load_workbook(BytesIO(answer.data)).active.max_row == 1


def test_the_administrator_is_kept_out(as_user):
    assert as_user("quan").get("/trainings/totals").status_code == 403
    assert as_user("quan").get("/trainings/totals.xlsx").status_code == 403
