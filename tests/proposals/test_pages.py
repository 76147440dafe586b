"""The register of proposals: who is kept out, what is asked about, what is reckoned, what becomes of one."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from factories import a_proposal
from pypdf import PdfReader
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.proposals.models import LabourRate, Proposal
from intranet.proposals.workflow import Outcome
from intranet.records import operations as records

TYPED = {
    "title": "Bỏ bản giấy khi chứng thực chữ ký",
    "about": "procedure",
    "procedure_name": "Chứng thực chữ ký",
    "measure": "drop_paper",
    "proposal": "Không yêu cầu bản giấy",
    "amended-0-clause": "điểm b khoản 2 Điều 5",
    "amended-0-text": "Nghị định số 23/2015/NĐ-CP",
    "hours_before": "7,5",
    "hours_after": "5",
    **{f"{name}_{side}": "0" for name in ("fees", "other") for side in ("before", "after")},
    **{f"{name}_{side}": "10" for name in ("times", "subjects") for side in ("before", "after")},
    "days_before": "5",
    "days_after": "3",
}

SENT = "sent_on = '2026-01-01', sent_document = 'x'"


def only():
    return db.session.query(Proposal).one()


@pytest.fixture
def approved(cast):
    proposal = a_proposal(cast("an"))
    records.act(proposal, "submit", cast("an"))
    records.act(proposal, "approve", cast("dung"))
    db.session.commit()
    return proposal


def test_costs_are_reckoned_and_never_typed(as_user):
    typed = TYPED | {"annual_cost_before": "1", "hourly_rate": "1"}
    assert as_user("an").post("/proposals/new", data=typed).status_code == 303
    proposal = only()
    assert proposal.hours_before == Decimal("7.5") and proposal.labour_rate.rate == 40_000
    assert (proposal.cost_before, proposal.cost_after) == (30_000_000, 20_000_000)
    assert proposal.saving_rate == Decimal("33.3") and proposal.days_saved == 2
    page = as_user("an").get(f"/proposals/{proposal.id}").text
    for words in ("30.000.000 đồng", "20.000.000 đồng", "10.000.000 đồng", "33,3%", "điểm b khoản 2 Điều 5", "7,5"):
        assert words in page, words


def test_what_is_typed_is_reckoned_at_once_and_nothing_is_kept(as_user):
    part = {"HX-Request": "true", "HX-Target": "savings"}
    answer = as_user("an").post("/proposals/savings", data=TYPED, headers=part)
    assert answer.status_code == 200 and "10.000.000 đồng" in answer.text and "33,3%" in answer.text
    unfinished = as_user("an").post("/proposals/savings", data=TYPED | {"hours_after": "năm"}, headers=part)
    assert unfinished.status_code == 200 and "Nhập đủ các số" in unfinished.text
    assert db.session.query(Proposal).count() == 0


def test_costs_and_days_that_rise_are_asked_about(as_user):
    rising = TYPED | {"hours_after": "9", "days_after": "8"}
    asked = as_user("an").post("/proposals/new", data=rising)
    assert asked.status_code == 422
    assert "Chi phí tuân thủ tăng từ 30.000.000 đồng lên 36.000.000 đồng" in asked.text
    assert "tăng từ 5 lên 8 ngày" in asked.text
    confirmed = asked.text.split('name="confirmed" value="')[1].split('"')[0]
    assert as_user("an").post("/proposals/new", data=rising | {"confirmed": confirmed}).status_code == 303
    assert "Cần xem lại" in as_user("an").get(f"/proposals/{only().id}").text


def test_what_is_abolished_needs_no_numbers_after(as_user):
    typed = {name: value for name, value in TYPED.items() if not name.endswith("_after")} | {"measure": "abolish"}
    assert as_user("an").post("/proposals/new", data=typed).status_code == 303
    proposal = only()
    assert proposal.cost_after == 0 and proposal.saving_rate == 100
    asked = as_user("an").post("/proposals/new", data=typed | {"measure": "merge"})
    assert asked.status_code == 422 and "Hãy nhập số, ghi 0 nếu không có." in asked.text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": ""}, "Hãy nhập tên phương án."),
        ({"hours_before": "nhiều"}, "Hãy nhập một số, ví dụ 7,5."),
        ({"hours_before": "-1"}, "Hãy nhập một số từ 0 đến 9.999."),
        ({"hours_before": "1,234"}, "hai chữ số sau dấu phẩy"),
        ({"hours_before": "NaN"}, "Hãy nhập một số, ví dụ 7,5."),
        ({"times_after": ""}, "Hãy nhập số, ghi 0 nếu không có."),
        ({"fees_before": "-5"}, "Hãy nhập một số từ 0 đến"),
        ({"amended-1-clause": "Điều 9"}, "Dòng 2: Hãy ghi văn bản cần sửa."),
        ({"fees_before": "1" + "0" * 12, "times_before": "10000", "subjects_before": "10000000"}, "quá lớn"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(as_user, change, sentence):
    answer = as_user("an").post("/proposals/new", data=TYPED | change)
    assert answer.status_code == 422 and sentence in answer.text and "Không yêu cầu bản giấy" in answer.text
    assert db.session.query(Proposal).count() == 0


def test_an_unfinished_proposal_is_not_submitted(as_user, cast):
    proposal = a_proposal(cast("an"), problem="", amended=[])
    answer = as_user("an").post(f"/records/{proposal.id}/submit")
    assert answer.status_code == 422
    assert "Chưa ghi vướng mắc" in answer.text and "Chưa ghi văn bản cần sửa" in answer.text


def test_another_unit_sees_none_of_it(as_user, cast):
    proposal = a_proposal(cast("an"))
    stranger = as_user("binh")
    for path in ("", "/edit", "/paper.pdf"):
        assert stranger.get(f"/proposals/{proposal.id}{path}").status_code == 403
    assert proposal.title not in stranger.get("/proposals/").text
    assert as_user("quan").get("/proposals/").status_code == 403
    assert as_user("an").get("/proposals/77").status_code == 404


def test_a_stale_save_shows_both(as_user, cast):
    proposal = a_proposal(cast("an"))
    address = f"/proposals/{proposal.id}/edit"
    assert as_user("an").post(address, data=TYPED | {"version": proposal.version}).status_code == 303
    stale = as_user("an").post(address, data=TYPED | {"proposal": "Làm cách khác", "version": 1})
    assert stale.status_code == 409 and "Làm cách khác" in stale.text and "Không yêu cầu bản giấy" in stale.text
    db.session.refresh(proposal)
    changed = {label for label, *_ in proposal.trail[0].changes}
    assert {"Nội dung đề xuất", "Văn bản cần sửa, bổ sung", "Số giờ làm hồ sơ, trước"} <= changed


def test_an_approved_one_is_sent_on_and_answered(as_user, approved):
    chi, address = as_user("chi"), f"/proposals/{approved.id}/follow"
    sent = {"document": "Tờ trình số 12/TTr-UBND", "on": today().isoformat()}
    assert as_user("an").post(f"{address}/send", data=sent).status_code == 403
    early = chi.post(f"{address}/accept", data=sent)
    assert early.status_code == 422, "not before it is sent"
    assert chi.post(f"{address}/send", data=sent).status_code == 303
    before = chi.post(f"{address}/refuse", data=sent | {"on": "2020-01-01", "note": "Chưa đủ căn cứ"})
    assert before.status_code == 422 and "trước ngày gửi" in before.text
    without = chi.post(f"{address}/refuse", data=sent)
    assert without.status_code == 422 and "Hãy ghi rõ lý do." in without.text
    assert chi.post(f"{address}/refuse", data=sent | {"note": "Chưa đủ căn cứ"}).status_code == 303
    db.session.refresh(approved)
    assert approved.outcome is Outcome.REFUSED and approved.is_approved
    page = chi.get(f"/proposals/{approved.id}").text
    assert "Chưa đủ căn cứ" in page and "Cấp trên không chấp thuận" in page
    assert chi.post(f"{address}/nonsense", data=sent).status_code == 422


def test_a_draft_is_not_sent_on(as_user, cast):
    proposal = a_proposal(cast("an"))
    sent = {"document": "Tờ trình", "on": "2026-03-01"}
    answer = as_user("chi").post(f"/proposals/{proposal.id}/follow/send", data=sent)
    assert answer.status_code == 422
    db.session.refresh(proposal)
    assert proposal.outcome is Outcome.NOT_SENT


def test_the_paper_tells_all_of_it_and_is_a_draft_until_approved(as_user, cast, approved):
    long = a_proposal(
        cast("an"), problem="Người dân phải đi lại. " * 200, present_rule="Bản giấy.", title="Phương án dài"
    )
    for proposal, is_draft in ((approved, False), (long, True)):
        pdf = PdfReader(BytesIO(as_user("an").get(f"/proposals/{proposal.id}/paper.pdf").data))
        words = " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)
        assert ("DỰ THẢO" in words) is is_draft
        for said in ("32.000.000", "28.800.000", "khoản 1 Điều 24", "Tiết kiệm một năm 3.200.000 đồng (10%)"):
            assert said in words, said
    assert words.count("phải") == 200


def test_excel_gets_what_is_filtered(as_user, cast):
    a_proposal(cast("an"))
    a_proposal(cast("an"), title="Về kinh doanh", is_business=True)

    def titles(query):
        with as_user("an").get(f"/proposals/export.xlsx?{query}") as answer:
            sheet = openpyxl.load_workbook(BytesIO(answer.data)).active
        return [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]

    assert titles("business=yes") == ["Về kinh doanh"]
    assert len(titles("business=no")) == 1 and len(titles("business=x")) == 2
    assert titles("outcome=sent") == []


def test_the_rate_is_a_setting_with_a_day(as_user, cast):
    chi = as_user("chi")
    assert as_user("an").get("/labour-rates/").status_code == 403
    new = {"effective_from": "2026-01-01", "rate": "45.000", "basis": "Số liệu năm 2025"}
    assert chi.post("/labour-rates/new", data=new).status_code == 303
    twice = chi.post("/labour-rates/new", data=new)
    assert twice.status_code == 422 and "Hãy nhập ngày khác" in twice.text
    proposal = a_proposal(cast("an"))
    assert proposal.labour_rate.rate == 45_000 and proposal.cost_before == 36_000_000
    used = chi.post(f"/labour-rates/{proposal.labour_rate_id}", data=new | {"rate": "1"})
    assert used.status_code in (409, 422) and db.session.get(LabourRate, proposal.labour_rate_id).rate == 45_000
    other = db.session.query(LabourRate).filter_by(effective_from=date(2025, 1, 1)).one()
    change = {"effective_from": "2025-01-01", "rate": "41000", "basis": "Đã đối chiếu", "version": other.version}
    assert chi.post(f"/labour-rates/{other.id}", data=change).status_code == 303
    page = chi.get("/labour-rates/").text
    assert "41.000" in page and "40000 → 41000" in page
    for wrong in ("", "0", "-1", "99999999999", "x", "1,5"):
        refused = chi.post("/labour-rates/new", data=new | {"effective_from": "2026-05-01", "rate": wrong})
        assert refused.status_code == 422 and "Số liệu năm 2025" in refused.text, wrong
    assert db.session.query(LabourRate).count() == 2
    assert chi.get("/labour-rates/99").status_code == 404


@pytest.mark.parametrize(
    "broken",
    [
        "UPDATE proposals SET fees_before = -1",
        "UPDATE proposals SET annual_cost_after = -1",
        "UPDATE proposals SET measure = 'abolish'",
        "UPDATE proposals SET outcome = 'sent'",
        "UPDATE proposals SET outcome = 'sent', sent_on = '2026-01-01'",
        f"UPDATE proposals SET {SENT}",
        f"UPDATE proposals SET outcome = 'accepted', outcome_document = 'x', {SENT}",
        f"UPDATE proposals SET outcome = 'accepted', outcome_on = '2026-01-02', {SENT}",
        f"UPDATE proposals SET outcome = 'accepted', outcome_on = '2025-12-31', outcome_document = 'x', {SENT}",
        f"UPDATE proposals SET outcome = 'refused', outcome_on = '2026-01-02', outcome_document = 'x', {SENT}",
        "UPDATE proposals SET measure = 'abolish', annual_cost_after = 0",
        "UPDATE proposals SET about = 'nothing'",
        "UPDATE proposals SET procedure_name = ''",
        "UPDATE proposals SET hours_after = -0.5",
        "UPDATE proposals SET days_before = -1",
        "UPDATE labour_rates SET rate = 0",
        "UPDATE amendments SET text = ''",
    ],
)
def test_the_database_refuses_what_cannot_be(app, cast, broken):
    a_proposal(cast("an"))
    with pytest.raises(IntegrityError):
        db.session.execute(text(broken))


def test_what_the_database_refuses_is_refused_for_that_reason_alone(app, cast):
    """The values of the rows above are taken where they agree with each other."""
    a_proposal(cast("an"))
    sent = f"UPDATE proposals SET outcome = 'refused', outcome_on = '2026-01-02', outcome_document = 'x', {SENT}"
    db.session.execute(text(f"{sent}, outcome_note = 'x'"))
    db.session.execute(text("UPDATE proposals SET measure = 'abolish', annual_cost_after = 0, days_after = 0"))


def test_numbers_may_be_typed_as_offices_write_them(as_user):
    typed = TYPED | {"fees_before": "1.000.000", "hours_before": "1.000,5", "hours_after": "2.5"}
    assert as_user("an").post("/proposals/new", data=typed).status_code == 303
    proposal = only()
    assert (proposal.fees_before, proposal.hours_before, proposal.hours_after) == (
        1_000_000,
        Decimal("1000.5"),
        Decimal("2.5"),
    )
    form = as_user("an").get(f"/proposals/{proposal.id}/edit").text
    assert 'value="1.000.000"' in form and 'value="1.000,5"' in form


def test_a_proposal_without_cost_is_not_submitted(as_user, cast):
    proposal = a_proposal(cast("an"), hours_before=Decimal(0), hours_after=Decimal(0))
    refused = as_user("an").post(f"/records/{proposal.id}/submit")
    assert refused.status_code == 422 and "đang bằng 0" in refused.text and "#costs" in refused.text


def test_days_that_words_tell_otherwise_are_asked_about(as_user):
    asked = as_user("an").post("/proposals/new", data=TYPED | {"proposal": "Giảm 01 ngày so với hiện nay"})
    assert asked.status_code == 422 and "Lời văn ghi giảm 01 ngày" in asked.text and "05 xuống 03" in asked.text
    told = TYPED | {"proposal": "Rút ngắn 02 ngày so với hiện nay"}
    assert as_user("an").post("/proposals/new", data=told).status_code == 303


def test_nothing_is_saved_by_no_rate(as_user):
    db.session.query(LabourRate).update({"effective_from": date(2099, 1, 1)})
    refused = as_user("an").post("/proposals/new", data=TYPED)
    assert refused.status_code == 422 and "Chưa có chi phí một giờ làm việc áp dụng" in refused.text
    assert "Không yêu cầu bản giấy" in refused.text
    part = as_user("an").post("/proposals/savings", data=TYPED, headers={"HX-Request": "true", "HX-Target": "savings"})
    assert part.status_code == 200 and db.session.query(Proposal).count() == 0


def test_saving_again_reckons_by_the_rate_of_the_day_and_an_approved_one_keeps_its_own(as_user, cast, approved):
    draft = a_proposal(cast("an"))
    new = {"effective_from": "2026-01-01", "rate": "50000", "basis": "Số liệu năm 2025"}
    assert as_user("chi").post("/labour-rates/new", data=new).status_code == 303
    for proposal in (draft, approved):
        db.session.refresh(proposal)
        assert proposal.cost_before == 32_000_000, "until it is saved again"
    address = f"/proposals/{draft.id}/edit"
    assert as_user("an").post(address, data=TYPED | {"version": draft.version}).status_code == 303
    db.session.refresh(draft)
    assert draft.hourly_rate == 50_000 and draft.cost_before == 37_500_000
    labels = {label for label, *_ in draft.trail[0].changes}
    assert "Chi phí một giờ làm việc" in labels
    assert "50.000 đồng một giờ" in as_user("an").get(f"/proposals/{draft.id}").text
    assert "40.000 đồng một giờ" in as_user("an").get(f"/proposals/{approved.id}").text


def test_what_is_abolished_is_saved_again_without_a_quarrel(as_user, cast):
    """Empty fields after the change and the noughts that are stored are the same."""
    typed = {name: value for name, value in TYPED.items() if not name.endswith("_after")} | {"measure": "abolish"}
    as_user("an").post("/proposals/new", data=typed)
    again = as_user("an").post(f"/proposals/{only().id}/edit", data=typed | {"version": 1})
    assert again.status_code == 303
