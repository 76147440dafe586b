"""`flask figures set` types figures as the page does, or says why not and writes nothing."""

import json

import pytest
from factories import a_document, a_figure, a_register_in_use
from sqlalchemy import func, select

from intranet.figures.models import FigureEntry, current_entries, current_values
from intranet.kernel.db import db
from intranet.kernel.period import Period

Q1 = Period.parse("2026-Q1")
STAFF = ("staff.total=9", "staff.leaders=1", "staff.controllers=1", "staff.desk=7")


@pytest.fixture
def run(app):
    def invoke(*words: str, by: str = "chi"):
        db.session.commit()
        return app.test_cli_runner().invoke(args=["figures", "set", *words, *(["--by", by] if by else [])])

    return invoke


@pytest.fixture
def refused(run):
    """What a command that ought to be refused says; nothing may come of it."""

    def invoke(*words: str, **who: str) -> str:
        before = db.session.scalar(select(func.count(FigureEntry.id)))
        answer = run(*words, **who)
        assert answer.exit_code == 1 and answer.stdout == "" and answer.stderr.strip()
        assert db.session.scalar(select(func.count(FigureEntry.id))) == before
        return answer.stderr

    return invoke


def test_figures_are_typed_and_what_changed_is_told(run, cast):
    a_figure(cast("chi"), "staff.desk", 6)
    answer = run("2026-Q1", *STAFF, "--source", " Báo cáo số 12/BC-TTPVHCC ")
    told = json.loads(answer.stdout)
    assert answer.exit_code == 0 and answer.stderr == ""
    assert (told["period"], told["by"]) == ("2026-Q1", "chi")
    assert set(told["changed"]) == {"staff.total", "staff.leaders", "staff.controllers", "staff.desk"}
    assert told["changed"]["staff.desk"] == {
        "label": "Công chức tiếp nhận",
        "before": 6,
        "value": 7,
        "from": None,
        "to": None,
        "source": "Báo cáo số 12/BC-TTPVHCC",
    }
    assert current_values(Q1)["staff.total"] == 9
    assert {entry.entered_by.username for entry in current_entries(Q1)} == {"chi"}


def test_the_same_again_changes_nothing(run):
    run("2026-Q1", *STAFF)
    assert json.loads(run("2026-Q1", *STAFF).stdout)["changed"] == {}


@pytest.mark.parametrize("written", ["18025000", "18.025.000", "18 025 000"])
def test_money_is_written_as_on_the_page(run, written):
    assert run("2026-Q1", f"payments.amount={written}").exit_code == 0
    assert current_values(Q1)["payments.amount"] == 18_025_000


def test_nothing_after_the_sign_takes_a_figure_back(run):
    run("2026-Q1", "focal.units=4")
    assert json.loads(run("2026-Q1", "focal.units=").stdout)["changed"]["focal.units"]["value"] is None
    assert current_values(Q1) == {}


@pytest.mark.parametrize("code", ["2026-Q4", "2026-H1", "2026-9M", "2026-Y"])
def test_every_period_takes_figures(run, code):
    assert run(code, "feedback.received=3").exit_code == 0
    assert current_values(Period.parse(code)) == {"feedback.received": 3}


def test_contradictions_are_named_and_nothing_is_written(refused):
    said = refused("2026-Q1", "focal.units=4", *STAFF[:3], "staff.desk=8")
    assert "mâu thuẫn" in said and "Tổng số nhân sự Bộ phận Một cửa 9" in said


def test_a_contradiction_with_what_stands_is_named_too(refused, run):
    run("2026-Q1", *STAFF)
    assert "mâu thuẫn" in refused("2026-Q1", "staff.desk=8")


def test_what_contradicted_before_and_elsewhere_hinders_nobody(run, cast):
    a_figure(cast("chi"), "payments.total", 1)
    a_figure(cast("chi"), "payments.online", 2)
    assert run("2026-Q1", "focal.units=4").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2026-Q5", "staff.total=9"), "Hãy nhập kỳ báo cáo theo mẫu 2026-Q1"),
        (("2026-Q1",), "Hãy nêu ít nhất một số liệu"),
        (("2026-Q1", "staff.total"), "không có dạng TÊN=SỐ"),
        (("2026-Q1", "staff.khong=1"), "Không có số liệu nào tên là staff.khong"),
        (("2026-Q1", "satisfaction.very_satisfied_rate=99.1"), "không nhập tay"),
        (("2026-Q1", "satisfaction.very_satisfied_rate=99,1"), "không nhập tay"),
        (("2026-Q1", "inspections.done=3"), "không nhập tay"),
        (("2026-Q1", "staff.total=99.1"), "Hãy nhập số nguyên không âm"),
        (("2026-Q1", "staff.total=99,1"), "Hãy nhập số nguyên không âm"),
        (("2026-Q1", "staff.total=chín"), "Hãy nhập số nguyên không âm"),
        (("2026-Q1", "staff.total=-1"), "Hãy nhập số nguyên không âm"),
        (("2026-Q1", "staff.total=99999999999999999999"), "không lớn hơn"),
        (("2026-Q1", "staff.desk=1", "staff.desk=2"), "nêu hai lần"),
        (("2026-Q1", "staff.desk=1", "--source", "x" * 301), "tối đa 300 ký tự"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(refused, words, said):
    assert said in refused(*words)


def test_every_fault_is_told_at_once(refused):
    said = refused("2026-Q1", "staff.khong=1", "staff.desk=chín")
    assert "staff.khong" in said and "staff.desk" in said


@pytest.mark.parametrize(
    ("by", "said"),
    [("", "Hãy nêu người nhập"), ("ai-day", "Không có người dùng nào"), ("an", "không có quyền"), ("dung", "quyền")],
)
def test_only_who_may_type_on_the_page_may_here(refused, by, said):
    assert said in refused("2026-Q1", "staff.desk=4", by=by)


def test_an_account_that_is_switched_off_types_nothing(refused, cast):
    cast("chi").is_active = False
    assert "ngừng hoạt động" in refused("2026-Q1", "staff.desk=4")


def test_what_a_register_gives_by_now_is_not_typed(refused, cast):
    a_register_in_use("documents")
    a_document(cast("an"))
    assert "đã lấy từ hồ sơ hoặc sổ theo dõi" in refused("2026-Q1", "documents.issued=4")


def test_days_of_their_own_are_kept_where_the_page_asks_for_them(run):
    days = ("--from", "2025-12-09", "--to", "10/03/2026")
    changed = json.loads(run("2026-Q1", "digitisation.due=10", "digitisation.done=9", *days).stdout)["changed"]
    assert (changed["digitisation.due"]["from"], changed["digitisation.due"]["to"]) == ("2025-12-09", "2026-03-10")
    assert {(one.counted_from is None) for one in current_entries(Q1)} == {False}


def test_the_days_of_the_period_are_no_days_of_their_own(run):
    days = ("--from", "2025-12-15", "--to", "2026-03-14")
    assert run("2026-Q1", "digitisation.due=10", "staff.desk=4", *days).exit_code == 0
    assert {one.counted_from for one in current_entries(Q1)} == {None}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("staff.desk=4", "--from", "2025-12-09", "--to", "2026-03-10"), "Phải tính đúng kỳ"),
        (("digitisation.due=4", "--from", "2025-12-09"), "Hãy nêu cả ngày đầu"),
        (("digitisation.due=4", "--to", "2025-12-09"), "Hãy nêu cả ngày đầu"),
        (("digitisation.due=4", "--from", "2026-03-10", "--to", "2025-12-09"), "không sớm hơn ngày đầu"),
        (("digitisation.due=4", "--from", "hôm qua", "--to", "2025-12-09"), "không phải là một ngày"),
        (("digitisation.due=4", "--from", "0202-01-01", "--to", "2025-12-09"), "không phải là một ngày"),
    ],
)
def test_days_that_cannot_be_are_refused(refused, words, said):
    assert said in refused("2026-Q1", *words)


def test_days_and_source_that_are_not_given_stay_as_they_were(run):
    run("2026-Q1", "digitisation.due=10", "--from", "2025-12-09", "--to", "2026-03-10", "--source", "Kho số hóa")
    changed = json.loads(run("2026-Q1", "digitisation.due=11").stdout)["changed"]["digitisation.due"]
    assert (changed["from"], changed["source"]) == ("2025-12-09", "Kho số hóa")
