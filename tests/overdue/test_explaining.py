"""From late dossiers to their cases: which are late, who sees them, one explanation for several of them."""

import re
from datetime import UTC, date, datetime

import pytest
from factories import a_cause, an_overdue_case
from sqlalchemy import select

from intranet.accounts.models import Unit
from intranet.dossiers.vocabulary import Status
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.overdue.models import OverdueCase
from intranet.overdue.progress import explained_of
from intranet.records import operations as records
from intranet.records.approval import State

Q1 = Period.parse("2026-Q1")
LIST = "/overdue/to-explain?period=2026-Q1"
LATER = date(2026, 1, 8)


def unit(code):
    return db.session.query(Unit).filter_by(code=code).one()


def told(*dossiers, **change):
    values = {"dossier": [str(it.id) for it in dossiers], "main_cause": str(a_cause("HT-01").id)}
    return values | {"explanation": "Hệ thống lỗi hai ngày"} | change


def address(*dossiers):
    return "/overdue/explain?period=2026-Q1&" + "&".join(f"dossier={it.id}" for it in dossiers)


def cases():
    return {case.code: case for case in db.session.scalars(select(OverdueCase))}


@pytest.fixture
def late(a_dossier):
    """Two late dossiers of TP, one of VH, one whose unit nobody knows; beside them one that ended in time."""
    tp, vh = unit("TP"), unit("VH")
    a_dossier("IN-TIME", tp, finished=date(2026, 1, 6))
    return [
        a_dossier("TP-1", tp, finished=LATER),
        a_dossier("TP-2", tp),
        a_dossier("VH-1", vh, finished=LATER),
        a_dossier("NO-UNIT", finished=LATER),
    ]


def test_the_late_dossiers_of_a_period_are_listed_to_who_may_see_them(as_user, late):
    everything = as_user("chi").get(LIST).text
    assert all(it.code in everything for it in late) and "IN-TIME" not in everything
    assert "<strong>0/4</strong>" in everything and "Chưa rõ đơn vị" in everything
    own = as_user("an").get(LIST).text
    assert "TP-1" in own and "TP-2" in own and "<strong>0/2</strong>" in own
    assert "VH-1" not in own and "NO-UNIT" not in own
    director = as_user("dung").get(LIST).text
    assert "VH-1" in director and 'name="dossier"' not in director
    assert as_user("quan").get(LIST).status_code == 403


@pytest.mark.parametrize(("told", "codes"), [("", {"TP-2"}), ("done", {"TP-1"}), ("all", {"TP-1", "TP-2"})])
def test_the_list_shows_what_is_not_explained_unless_asked(as_user, cast, late, told, codes):
    an_overdue_case(cast("an"), code="TP-1", main_cause=a_cause("HT-01"), explanation="Lỗi")
    page = as_user("an").get(f"{LIST}&told={told}").text
    assert {code for code in ("TP-1", "TP-2") if code in page} == codes
    assert "<strong>1/2</strong>" in page


def test_a_case_begun_is_linked_and_one_cancelled_counts_for_nothing(as_user, cast, late):
    begun = an_overdue_case(cast("an"), code="TP-1", main_cause=a_cause("HT-01"))
    gone = an_overdue_case(cast("an"), code="TP-2", main_cause=a_cause("HT-01"), explanation="Lỗi")
    records.act(gone, "cancel", cast("an"), "Nhầm")
    page = as_user("an").get(LIST).text
    assert f'href="/overdue/{begun.id}">Có hồ sơ, chưa đủ' in page
    assert f'href="/overdue/{gone.id}">Hồ sơ trong sổ đã bị hủy' in page
    assert "<strong>0/2</strong>" in page and 'name="dossier"' not in page


def test_several_dossiers_get_one_explanation(as_user, late):
    an = as_user("an")
    first, second = late[:2]
    asked = an.get(address(first, second)).text
    assert asked.count('name="dossier"') == 2 and "TP-1" in asked and "TP-2" in asked
    answer = an.post(address(first, second), data=told(first, second, remedy="Đã báo tỉnh"))
    assert answer.status_code == 303 and answer.location == LIST
    made = cases()
    assert set(made) == {"TP-1", "TP-2"}
    assert made["TP-1"].finished_on == LATER and made["TP-2"].finished_on is None
    for case in made.values():
        assert case.state is State.DRAFT and case.is_explained and case.unit.code == "TP"
        assert (case.received_on, case.due_on) == (date(2026, 1, 5), date(2026, 1, 6))
        assert (case.procedure_name, case.remedy, case.author.username) == ("Chứng thực di chúc", "Đã báo tỉnh", "an")
    assert "<strong>2/2</strong>" in an.get(LIST).text and explained_of(Q1) == (2, 4)


def test_a_case_without_a_cause_is_filled_and_keeps_what_was_written(as_user, cast, late):
    an_overdue_case(cast("chi"), code="TP-1", unit=unit("TP"), finished_on=None, explanation="Lời của đơn vị")
    assert as_user("an").post(address(late[0]), data=told(late[0], remedy="Đã báo tỉnh")).status_code == 303
    case = cases()["TP-1"]
    assert (case.explanation, case.remedy, case.finished_on) == ("Lời của đơn vị", "Đã báo tỉnh", LATER)
    assert case.main_cause.code == "HT-01" and case.occurs_on == LATER


def test_what_a_colleague_explained_meanwhile_is_said_and_nothing_is_half_done(as_user, cast, late):
    first, second = late[:2]
    an_overdue_case(cast("an"), code="TP-2", main_cause=a_cause("HT-01"), explanation="Lời của đồng nghiệp")
    answer = as_user("an").post(address(first, second), data=told(first, second, explanation="Lời của tôi"))
    assert answer.status_code == 409
    assert "Hồ sơ TP-2 đã có giải trình." in answer.text and "Lời của tôi" in answer.text
    assert set(cases()) == {"TP-2"}
    assert as_user("an").post(address(first, second), data=told(first)).status_code == 303
    assert cases()["TP-2"].explanation == "Lời của đồng nghiệp"


def test_a_case_of_another_author_stays_to_its_unit(as_user, cast, late):
    an_overdue_case(cast("an"), code="TP-1")
    answer = as_user("chi").post(address(late[0]), data=told(late[0]))
    assert answer.status_code == 409 and "do đơn vị đó giải trình" in answer.text
    assert cases()["TP-1"].main_cause is None


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"dossier": []}, "Hãy đánh dấu ít nhất một hồ sơ."),
        ({"main_cause": ""}, "Hãy chọn nguyên nhân chính."),
        ({"explanation": ""}, "Hãy ghi giải trình."),
        ({"main_cause": "9999"}, "Hãy chọn một mục trong danh sách."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(as_user, late, change, sentence):
    answer = as_user("an").post(address(late[0]), data=told(late[0], remedy="Đoạn đã gõ") | change)
    assert answer.status_code == 422 and sentence in answer.text and "Đoạn đã gõ" in answer.text
    assert "TP-1" in answer.text and not cases()


def test_a_cause_named_as_main_does_not_contribute_as_well(as_user, late):
    cause = str(a_cause("HT-01").id)
    answer = as_user("an").post(address(late[0]), data=told(late[0], contributing=cause))
    assert answer.status_code == 422 and "Nguyên nhân chính không ghi lại ở đây" in answer.text


def test_what_the_cause_asks_for_is_asked(as_user, late):
    odd = told(late[0], main_cause=str(a_cause("KH-99").id))
    asked = as_user("an").post(address(late[0]), data=odd)
    assert asked.status_code == 422 and "chưa ghi rõ là gì" in asked.text and not cases()
    confirmed = asked.text.split('name="confirmed" value="')[1].split('"')[0]
    assert as_user("an").post(address(late[0]), data=odd | {"confirmed": confirmed}).status_code == 303


def test_dossiers_that_are_not_ones_own_are_not_explained(as_user, late):
    for method in ("GET", "POST"):
        for dossier in late[2:]:
            answer = as_user("an").open(address(dossier), method=method, data=told(dossier) if method == "POST" else {})
            assert answer.status_code == 403
    assert as_user("dung").get(address(late[0])).status_code == 403
    assert not cases()


@pytest.mark.parametrize(
    ("asked", "status", "sentence"),
    [("", 422, "Chưa đánh dấu hồ sơ nào"), ("dossier=88", 404, ""), ("dossier=x", 404, ""),
     ("&".join(f"dossier={n}" for n in range(101)), 422, "nhiều nhất 100 hồ sơ")],
)  # fmt: skip
def test_an_address_that_names_no_late_dossier_is_refused(as_user, asked, status, sentence):
    answer = as_user("an").get(f"/overdue/explain?{asked}")
    assert answer.status_code == status and sentence in answer.text


def test_who_ticked_nothing_is_told_so_over_the_list(as_user, late):
    answer = as_user("an").get("/overdue/explain?period=2026-Q1")
    assert answer.status_code == 422 and "Hãy đánh dấu những hồ sơ cần giải trình." in answer.text
    assert "TP-1" in answer.text and "TP-2" in answer.text


def test_a_dossier_in_time_needs_no_explanation(as_user, a_dossier):
    dossier = a_dossier("OK", unit("TP"), finished=date(2026, 1, 6))
    answer = as_user("an").get(address(dossier))
    assert answer.status_code == 422 and "không quá hạn nên không cần giải trình" in answer.text


def test_the_controller_says_which_unit_a_dossier_belongs_to(as_user, late):
    chi, known, unknown = as_user("chi"), late[2], late[3]
    asked = chi.get(address(known, unknown))
    assert 'name="unit"' in asked.text and 'name="unit"' not in chi.get(address(known)).text
    answer = chi.post(address(known, unknown), data=told(known, unknown))
    assert answer.status_code == 422 and "Hãy chọn đơn vị giải quyết các hồ sơ đó." in answer.text and not cases()
    chosen = told(known, unknown, unit=str(unit("TT").id))
    assert chi.post(address(known, unknown), data=chosen).status_code == 303
    assert {code: case.unit.code for code, case in cases().items()} == {"VH-1": "VH", "NO-UNIT": "TT"}


def test_a_dossier_late_by_an_hour_gets_its_case(as_user, a_dossier):
    day = {"due": datetime(2026, 1, 6, 10), "finished": datetime(2026, 1, 6, 11)}
    dossier = a_dossier("HOUR", unit("TP"), **day)
    assert "quá chưa đủ một ngày làm việc" in as_user("an").get(LIST).text
    assert as_user("an").post(address(dossier), data=told(dossier)).status_code == 303
    case = cases()["HOUR"]
    assert case.finished_on == case.due_on and explained_of(Q1) == (1, 1)
    assert "quá chưa đủ một ngày làm việc" in as_user("an").get(f"/overdue/{case.id}").text


def test_what_is_due_later_in_a_running_period_is_not_late_yet(app, a_dossier):
    a_dossier("SOON", due=date(2026, 3, 12))
    for hour, late in ((2, 0), (3, 1)):  # nine and ten o'clock in Vietnam
        with as_of(datetime(2026, 3, 12, hour, tzinfo=UTC)):
            assert explained_of(Q1) == (0, late)


def test_what_was_pending_and_late_at_the_end_is_late_though_it_was_refused_afterwards(app, a_dossier):
    a_dossier("AFTER", finished=date(2026, 3, 20), status=Status.REJECTED)
    assert explained_of(Q1) == (0, 1) and explained_of(Period.parse("2026-Q2")) == (0, 0)


def test_the_register_tells_how_far_its_period_is(as_user, late):
    page = as_user("chi").get("/overdue/?period=2026-Q1").text
    assert "<strong>0/4</strong>" in page and re.search(r'href="/overdue/to-explain\?period=2026-Q1"', page)
    assert "hồ sơ trễ của" not in as_user("chi").get("/overdue/?period=2025-Q1").text


def test_cases_that_no_late_dossier_has_stay_in_sight_once_dossiers_count(as_user, cast, a_dossier, exported):
    a_dossier("IN-TIME", unit("TP"), finished=date(2026, 1, 6))
    for code in ("NOWHERE", "IN-TIME"):
        an_overdue_case(cast("an"), code=code)
    assert "NOWHERE" not in as_user("an").get(LIST).text
    exported(date(2026, 3, 16))
    page = as_user("an").get(LIST).text
    assert "không có trong dữ liệu hồ sơ" in page and "ghi hồ sơ này không trễ" in page
    assert "NOWHERE" in page and "NOWHERE" not in as_user("binh").get(LIST).text


@pytest.mark.parametrize("odd", ["a\x00b", "9" * 40, "<script>alert(1)</script>", "ư" * 11_000, "-1"])
def test_odd_values_are_no_more_than_refused(as_user, late, odd):
    fields = ("unit", "main_cause", "contributing", "cause_text", "explanation", "remedy", "prevention", "version")
    for dossier in (odd, str(late[0].id)):
        sent = dict.fromkeys(fields, odd) | {"dossier": dossier, "confirmed": odd}
        assert as_user("chi").post(address(late[0]), data=sent).status_code == 422
    assert not cases()


def test_the_progress_can_be_had_alone(as_user, late):
    part = as_user("chi").get(LIST, headers={"HX-Request": "true", "HX-Target": "progress"}).text
    assert "<strong>0/4</strong>" in part and "<table" not in part
