"""What becomes of an approved proposal above: who writes it down, in what order, and what the trail keeps."""

from datetime import UTC, date, datetime

import pytest
from factories import a_proposal

from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused
from intranet.proposals import operations
from intranet.proposals.models import Proposal
from intranet.proposals.workflow import Outcome
from intranet.records.approval import State
from intranet.records.operations import act

APPROVED = datetime(2026, 2, 5, 18, tzinfo=UTC)  # one in the morning of the 6th in Vietnam
LATER = datetime(2026, 3, 10, 2, tzinfo=UTC)
LETTER = "Tờ trình số 12/TTr-UBND"


@pytest.fixture
def approved(cast):
    proposal = a_proposal(cast("an"))
    with as_of(APPROVED):
        act(proposal, "submit", cast("an"))
        act(proposal, "approve", cast("dung"))
    db.session.commit()
    return proposal


@pytest.fixture
def sent(approved, cast):
    with as_of(LATER):
        operations.follow(approved, "send", LETTER, date(2026, 2, 9), "", cast("chi"))
    db.session.commit()
    return approved


def state_of(proposal):
    db.session.expire_all()
    return db.session.get(Proposal, proposal.id)


def refusal(call, *arguments):
    with as_of(LATER), pytest.raises(Refused) as refused:
        call(*arguments)
    db.session.rollback()
    return str(refused.value)


def test_each_step_is_in_the_trail_with_its_document_and_day(sent, cast):
    with as_of(LATER):
        answer = "Quyết định số 90/QĐ-UBND"
        operations.follow(sent, "accept", answer, date(2026, 3, 2), "Thực hiện từ quý II", cast("chi"))
    first, second = sent.trail[1], sent.trail[0]
    assert first.summary == f"Đã gửi cấp trên: {LETTER}, ngày 09/02/2026" and first.actor.username == "chi"
    assert first.changes == [["Văn bản gửi", "(trống)", LETTER], ["Ngày gửi", "(trống)", "09/02/2026"]]
    assert (second.action, second.note) == ("accept", "Thực hiện từ quý II")
    assert ["Văn bản trả lời", "(trống)", answer] in second.changes
    assert sent.outcome is Outcome.ACCEPTED and sent.state is State.APPROVED


@pytest.mark.parametrize(
    ("action", "day", "sentence"),
    [
        ("send", date(2026, 2, 5), "Phương án được duyệt ngày 06/02/2026"),
        ("send", date(2026, 3, 11), "ở sau hôm nay"),
    ],
)
def test_it_is_sent_between_its_approval_and_today(approved, cast, action, day, sentence):
    assert sentence in refusal(operations.follow, approved, action, LETTER, day, "", cast("chi"))
    assert state_of(approved).outcome is Outcome.NOT_SENT
    with as_of(LATER):
        operations.follow(approved, action, LETTER, date(2026, 2, 6), "", cast("chi"))


@pytest.mark.parametrize(
    ("action", "day", "note", "sentence"),
    [
        ("accept", date(2026, 2, 8), "", "Ngày trả lời trước ngày gửi (09/02/2026)"),
        ("accept", date(2026, 3, 11), "", "ở sau hôm nay"),
        ("refuse", date(2026, 3, 1), " ", "Hãy ghi rõ lý do."),
        ("send", date(2026, 3, 1), "", "Không thực hiện được thao tác này"),
    ],
)
def test_an_answer_follows_and_a_refusal_has_a_reason(sent, cast, action, day, note, sentence):
    assert sentence in refusal(operations.follow, sent, action, "QĐ 90", day, note, cast("chi"))
    assert state_of(sent).outcome is Outcome.SENT


@pytest.mark.parametrize("username", ["an", "dung"])
def test_nobody_but_the_controller_writes_it_down(approved, cast, username):
    assert "Không thực hiện" in refusal(
        operations.follow, approved, "send", LETTER, date(2026, 2, 9), "", cast(username)
    )


def test_what_was_written_by_mistake_is_taken_back_step_by_step(sent, cast):
    chi = cast("chi")
    with as_of(LATER):
        operations.follow(sent, "refuse", "Công văn số 5", date(2026, 3, 2), "Chưa đủ căn cứ", chi)
        operations.take_back(sent, "Nhầm phương án", chi)
        assert (sent.outcome, sent.outcome_on, sent.outcome_note) == (Outcome.SENT, None, "")
        assert ["Văn bản trả lời", "Công văn số 5", "(trống)"] in sent.trail[0].changes
        operations.take_back(sent, "Ghi nhầm số", chi)
    db.session.commit()
    found = state_of(sent)
    assert (found.outcome, found.sent_on, found.sent_document) == (Outcome.NOT_SENT, None, "")
    assert found.trail[0].summary == "Đã bỏ lần ghi: đã gửi cấp trên" and found.trail[0].note == "Ghi nhầm số"
    assert "Không thực hiện" in refusal(operations.take_back, found, "Nữa", chi)


def test_what_was_sent_stays_as_it_was_sent_until_that_is_taken_back(sent, cast):
    assert "đã gửi cấp trên" in refusal(act, sent, "reopen", cast("dung"), "Sửa số liệu")
    with as_of(LATER):
        operations.take_back(sent, "Chưa gửi", cast("chi"))
        act(sent, "reopen", cast("dung"), "Sửa số liệu")
    assert sent.state is State.RETURNED


def test_all_else_of_an_approved_proposal_is_locked(sent, cast):
    sent.hours_after = 1
    with pytest.raises(Refused):
        db.session.flush()
    db.session.rollback()
    sent.amended = []
    with pytest.raises(Refused):
        db.session.flush()


def test_the_page_offers_each_what_is_theirs(as_user, sent):
    address = f"/proposals/{sent.id}"
    page = as_user("chi").get(address).text
    for words in (LETTER, "ngày 09/02/2026", "follow/accept", "follow/refuse", "follow/take_back"):
        assert words in page
    for username in ("an", "dung"):
        shown = as_user(username).get(address).text
        assert LETTER in shown and "/follow/" not in shown
        assert as_user(username).post(f"{address}/follow/take_back", data={"note": "x"}).status_code == 403
    assert state_of(sent).outcome is Outcome.SENT


def test_taking_back_asks_why_and_a_stale_page_is_told(as_user, sent):
    chi, address = as_user("chi"), f"/proposals/{sent.id}/follow/take_back"
    asked = chi.post(address, data={"note": " "})
    assert asked.status_code == 422 and "Hãy ghi lý do, ví dụ" in asked.text
    seen = sent.version
    assert chi.post(address, data={"note": "Ghi nhầm", "version": seen}).status_code == 303
    again = {"document": LETTER, "on": "2026-02-10", "version": seen}
    assert chi.post(f"/proposals/{sent.id}/follow/send", data=again).status_code == 409
    assert state_of(sent).outcome is Outcome.NOT_SENT


def test_what_is_not_there_is_not_found(as_user):
    assert as_user("chi").post("/proposals/77/follow/send").status_code == 404


@pytest.mark.parametrize("odd", ["", "a\x00b", "9" * 40, "NaN", "31/02/2026", "9999-12-31", "ư" * 20_000, "🏛️" * 50])
def test_no_odd_value_is_more_than_refused(app, as_user, cast, sent, odd):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    draft = a_proposal(cast("an"))
    names = (
        "document",
        "on",
        "note",
        "version",
        "measure",
        "hours_before",
        "fees_after",
        "subjects_after",
        "days_after",
    )
    typed = dict.fromkeys((*names, "amended-0-text", "amended-99999-text"), odd)
    for username, address in (("an", f"{draft.id}/edit"), ("chi", f"{sent.id}/follow/accept"), ("an", "savings")):
        with as_user(username).post(f"/proposals/{address}", data=typed) as answer:
            assert answer.status_code < 500, address
    with as_user("an").get(f"/proposals/?business={odd}&outcome={odd}&sort={odd}") as answer:
        assert answer.status_code == 200
