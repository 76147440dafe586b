"""The register of overdue dossiers: who is kept out, what is refused, what is asked about, what is counted."""

import re
from datetime import UTC, date, datetime
from io import BytesIO

import openpyxl
import pytest
from factories import a_cause, an_overdue_case
from pypdf import PdfReader
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from intranet.accounts.models import Unit
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.overdue.counting import of_period
from intranet.overdue.models import OverdueCase
from intranet.records import operations as records

CODE = "000.00.14.H37-260105-0102"


def unit(code):
    return db.session.query(Unit).filter_by(code=code).one()


def typed(**change):
    values = {
        "code": CODE,
        "procedure_name": "Chứng thực di chúc",
        "unit": str(unit("TP").id),
        "received_on": "2026-01-05",
        "due_on": "2026-01-06",
        "finished_on": "2026-01-08",
    }
    return values | {name: str(value) for name, value in change.items()}


def only():
    return db.session.query(OverdueCase).one()


def test_an_officer_explains_a_late_dossier(as_user):
    main, other = a_cause("HT-01"), a_cause("CQ-04")
    told = typed(main_cause=main.id, contributing=other.id, explanation="Hệ thống lỗi hai ngày", remedy="Đã báo tỉnh")
    assert as_user("an").post("/overdue/new", data=told).status_code == 303
    case = only()
    assert case.is_explained and case.contributing == [other] and case.occurs_on == date(2026, 1, 8)
    assert case.workdays_late == 2
    page = as_user("an").get(f"/overdue/{case.id}").text
    for words in (main.label, other.label, "Khách quan".lower(), "Hệ thống lỗi hai ngày", "2 ngày làm việc"):
        assert words in page, words


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"code": ""}, "Hãy nhập mã hồ sơ."),
        ({"due_on": "2026-01-01"}, "Ngày hẹn trả trước ngày tiếp nhận"),
        ({"finished_on": "2026-01-06"}, "nên không quá hạn"),
        ({"finished_on": "", "due_on": "2099-01-01"}, "chưa đến hạn nên chưa quá hạn"),
        ({"finished_on": "30/02/2026"}, "Hãy nhập ngày theo dạng"),
        ({"apology_number": "12/PXL"}, "Đã có số thư xin lỗi. Hãy nhập cả ngày."),
        ({"apology_on": "2026-01-05"}, "Đã có ngày thư xin lỗi. Hãy nhập cả số."),
        ({"rescheduled_again_to": "2026-01-12"}, "Hãy nhập ngày hẹn lại lần đầu."),
        ({"main_cause": "9999"}, "Hãy chọn một mục trong danh sách."),
        ({"unit": "9999"}, "Hãy chọn một mục trong danh sách."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(as_user, change, sentence):
    answer = as_user("an").post("/overdue/new", data=typed(explanation="Đoạn đã gõ") | change)
    assert answer.status_code == 422 and sentence in answer.text and "Đoạn đã gõ" in answer.text
    assert db.session.query(OverdueCase).count() == 0


def test_the_main_cause_does_not_contribute_as_well(as_user):
    cause = a_cause("HT-01").id
    answer = as_user("an").post("/overdue/new", data=typed(main_cause=cause, contributing=cause))
    assert answer.status_code == 422 and "Nguyên nhân chính không ghi lại ở đây" in answer.text


def test_a_dossier_is_in_the_register_once(as_user, cast):
    case = an_overdue_case(cast("an"))
    answer = as_user("an").post("/overdue/new", data=typed())
    assert answer.status_code == 422 and "đã có trong sổ" in answer.text
    records.act(case, "cancel", cast("an"), "Nhầm")
    assert "đã bị hủy" in as_user("an").post("/overdue/new", data=typed()).text


def test_what_breaks_the_rule_is_asked_about_and_shown(as_user):
    odd = typed(
        main_cause=a_cause("KH-99").id, apology_number="12/PXL", apology_on="2026-01-07", rescheduled_to="2026-01-09"
    )
    asked = as_user("an").post("/overdue/new", data=odd)
    assert asked.status_code == 422
    assert "muộn hơn quy định" in asked.text and "chưa ghi rõ là gì" in asked.text
    confirmed = asked.text.split('name="confirmed" value="')[1].split('"')[0]
    assert as_user("an").post("/overdue/new", data=odd | {"confirmed": confirmed}).status_code == 303
    assert "muộn hơn quy định" in as_user("an").get(f"/overdue/{only().id}").text
    refused = as_user("an").post(f"/records/{only().id}/submit")
    assert refused.status_code == 422 and "Chưa ghi giải trình." in refused.text and "ghi rõ là gì" in refused.text


def test_another_unit_sees_none_of_it_and_the_controller_enters_for_any(as_user, cast):
    case = an_overdue_case(cast("an"))
    stranger = as_user("binh")
    for path in ("", "/edit", "/paper.pdf"):
        assert stranger.get(f"/overdue/{case.id}{path}").status_code == 403
    assert CODE not in stranger.get("/overdue/").text
    assert CODE not in stranger.get("/overdue/causes?period=2026-Q1").text
    assert as_user("quan").get("/overdue/causes").status_code == 403
    assert as_user("an").get("/overdue/88").status_code == 404
    foreign = stranger.post("/overdue/new", data=typed(code="khác"))
    assert foreign.status_code == 422, "an officer enters cases of the own unit alone"
    assert as_user("chi").post("/overdue/new", data=typed(code="000-1", unit=unit("VH").id)).status_code == 303
    assert "000-1" in stranger.get("/overdue/").text


def test_the_unit_explains_what_the_controller_entered(as_user, cast):
    assert as_user("chi").post("/overdue/new", data=typed()).status_code == 303
    case = only()
    told = typed(main_cause=a_cause("CQ-04").id, explanation="Quên kết thúc hồ sơ", version=case.version)
    assert as_user("an").post(f"/overdue/{case.id}/edit", data=told).status_code == 303
    assert as_user("an").post(f"/records/{case.id}/submit").status_code == 303
    assert as_user("dung").post(f"/records/{case.id}/approve").status_code == 303
    db.session.refresh(case)
    assert case.is_approved
    changes = {label: (old, new) for entry in case.trail for label, old, new in entry.changes}
    assert changes["Giải trình"] == ("(trống)", "Quên kết thúc hồ sơ")


def test_a_stale_save_shows_both(as_user, cast):
    case = an_overdue_case(cast("an"), explanation="Lời cũ")
    told = typed(explanation="Lời của tôi", version=case.version)
    changed = typed(explanation="Lời của người khác", version=case.version)
    assert as_user("an").post(f"/overdue/{case.id}/edit", data=changed).status_code == 303
    answer = as_user("an").post(f"/overdue/{case.id}/edit", data=told)
    assert answer.status_code == 409 and "Lời của tôi" in answer.text and "Lời của người khác" in answer.text


@pytest.fixture
def quarter(cast):
    """Four cases: three of Q1/2026 in two units, one of them without a cause; one finished the day after."""
    an, chi, vh = cast("an"), cast("chi"), unit("VH")
    ht, cq = a_cause("HT-01"), a_cause("CQ-04")
    an_overdue_case(an, code="A-1", main_cause=ht, explanation="x")
    an_overdue_case(an, code="A-2", main_cause=cq)
    an_overdue_case(chi, code="B-1", unit=vh)
    with as_of(datetime(2026, 4, 1, tzinfo=UTC)):
        late = {"received_on": date(2026, 3, 2), "due_on": date(2026, 3, 20), "finished_on": date(2026, 3, 25)}
        an_overdue_case(an, code="A-3", main_cause=ht, **late)
    mistaken = an_overdue_case(an, code="A-4", main_cause=ht)
    records.act(mistaken, "cancel", an, "Nhầm")
    db.session.commit()


def codes(client, query):
    with client.get(f"/overdue/export.xlsx?{query}") as answer:
        sheet = openpyxl.load_workbook(BytesIO(answer.data)).active
    return {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)}


def test_the_list_is_narrowed_by_period_cause_and_explanation(as_user, quarter):
    chi = as_user("chi")
    assert codes(chi, "period=2026-Q1") == {"A-1", "A-2", "B-1"}
    assert codes(chi, "period=2026-Q2") == {"A-3"}
    assert codes(chi, "cause=HT-01&period=2026-Q1") == {"A-1"}
    assert codes(chi, "cause=none") == {"B-1"}
    assert codes(chi, "cause=internal") == {"A-2"}
    assert codes(chi, "explained=yes") == {"A-1"}
    assert codes(chi, "period=2026-Q1&explained=no") == {"A-2", "B-1"}
    assert codes(chi, "q=A 2") == {"A-2"}
    assert codes(as_user("an"), "period=2026-Q1") == {"A-1", "A-2"}


def test_every_count_of_the_causes_leads_to_exactly_its_rows(as_user, quarter):
    chi = as_user("chi")
    page = chi.get("/overdue/causes?period=2026-Q1").text
    links = re.findall(r'href="/overdue/\?([^"]+)">(\d+)<', page)
    assert len(links) > 6
    for query, count in links:
        assert len(codes(chi, query.replace("&amp;", "&"))) == int(count), query
    assert "Chưa có nguyên nhân" in page and "<rect" in page and "style=" not in page
    assert "Không có hồ sơ quá hạn nào" in chi.get("/overdue/causes?period=2025-Q1").text


@pytest.mark.parametrize("asked", ["", "2026-Q9", "x" * 100])
def test_a_period_that_is_none_is_that_of_today(as_user, asked):
    with as_of(datetime(2026, 1, 20, tzinfo=UTC)):
        assert "Quý I/2026" in as_user("chi").get(f"/overdue/causes?period={asked}").text


@pytest.mark.parametrize(
    ("due_on", "finished_on", "periods"),
    [
        (date(2025, 12, 12), date(2025, 12, 15), {"2026-Q1"}),
        (date(2025, 12, 12), date(2025, 12, 16), {"2025-Q4", "2026-Q1"}),
        (date(2026, 3, 13), date(2026, 3, 14), {"2026-Q1"}),
        (date(2026, 3, 14), date(2026, 3, 15), {"2026-Q1", "2026-Q2"}),
        (date(2026, 3, 15), date(2026, 3, 16), {"2026-Q2"}),
        (date(2026, 3, 14), None, {"2026-Q1", "2026-Q2"}),
    ],
)
def test_a_case_counts_where_it_ended_and_wherever_it_was_open_at_the_end(app, cast, due_on, finished_on, periods):
    with as_of(datetime(2026, 4, 1, tzinfo=UTC)):
        an_overdue_case(cast("an"), received_on=date(2025, 12, 1), due_on=due_on, finished_on=finished_on)
    counted = {
        code
        for code in ("2025-Q4", "2026-Q1", "2026-Q2")
        if db.session.scalars(select(OverdueCase).where(of_period(Period.parse(code)))).all()
    }
    if due_on <= date(2025, 12, 14) and finished_on == date(2025, 12, 15):
        periods = periods | {"2025-Q4"}  # open on the quarter's last day, the 14th
    assert counted == periods


def test_the_paper_tells_all_of_it(as_user, cast):
    case = an_overdue_case(
        cast("an"), main_cause=a_cause("HT-01"), explanation="Lỗi đồng bộ. " * 100, remedy="Đã báo tỉnh",
        apology_number="07/PXL", apology_on=date(2026, 1, 5), rescheduled_to=date(2026, 1, 9),
    )  # fmt: skip
    pdf = PdfReader(BytesIO(as_user("an").get(f"/overdue/{case.id}/paper.pdf").data))
    words = " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)
    for said in ("DỰ THẢO", CODE, "quá hạn 02 ngày làm việc", "07/PXL ngày 05/01/2026", "09/01/2026", "Đã báo tỉnh"):
        assert said in words, said
    assert words.count("đồng bộ") >= 100


@pytest.mark.parametrize(
    "broken",
    [
        "UPDATE overdue_cases SET code = ''",
        "UPDATE overdue_cases SET due_on = '2020-01-01'",
        "UPDATE overdue_cases SET finished_on = received_on",
        "UPDATE overdue_cases SET apology_number = '1'",
        "UPDATE overdue_cases SET rescheduled_again_to = '2026-02-01'",
        "UPDATE overdue_cases SET main_cause_id = 9999",
    ],
)
def test_the_database_refuses_what_cannot_be(app, cast, broken):
    an_overdue_case(cast("an"))
    with pytest.raises(IntegrityError):
        db.session.execute(text(broken))
