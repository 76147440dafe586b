"""What the registers give a report: what counts, on which days, in which states, and what it is chosen over."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from factories import (
    a_cause,
    a_document,
    a_procedure,
    a_proposal,
    a_register_in_use,
    a_training,
    an_approved_procedure,
    an_internal_tthc,
    an_overdue_case,
    typed_figures,
)

from intranet.categories.families import by_cause
from intranet.documents.types import Direction, DocumentType
from intranet.figures import operations as figures
from intranet.figures.collecting.collect import collect
from intranet.figures.fact import Origin
from intranet.figures.figures_of import figure_names, figures_of
from intranet.figures.registers import set_use
from intranet.kernel.clock import as_of
from intranet.kernel.period import Period
from intranet.proposals import operations as proposals
from intranet.records import operations as records
from intranet.records.approval import State
from intranet.trainings.models import Attendee

Q1 = Period.parse("2026-Q1")
EDGES = [
    (date(2025, 12, 14), 0),
    (date(2025, 12, 15), 1),
    (date(2026, 3, 14), 1),
    (date(2026, 3, 15), 0),
]
# The first and the last moment of the quarter in Vietnam, and their neighbours.
MOMENTS = [
    (datetime(2025, 12, 14, 16, 59, 59, tzinfo=UTC), 0),
    (datetime(2025, 12, 14, 17, 0, 0, tzinfo=UTC), 1),
    (datetime(2026, 3, 14, 16, 59, 59, tzinfo=UTC), 1),
    (datetime(2026, 3, 14, 17, 0, 0, tzinfo=UTC), 0),
]
NEXT_YEAR = datetime(2027, 1, 5, tzinfo=UTC)
STATES = [State.DRAFT, State.SUBMITTED, State.RETURNED, State.APPROVED, State.CANCELLED]


@pytest.fixture(autouse=True)
def _registers_in_use(request, app):
    """What counts is asked of registers that are in use; those of the last part begin without."""
    if "unused" not in request.keywords:
        for key in ("documents", "trainings", "internal-procedures", "proposals", "overdue"):
            a_register_in_use(key, date(2025, 6, 15))


def value(name: str, period: Period = Q1):
    return collect(period).value(name)


def brought_to(record, state: State, cast):
    """The record in this state, by the office's own steps."""
    steps = {
        State.SUBMITTED: ["submit"],
        State.RETURNED: ["submit", "send_back"],
        State.APPROVED: ["submit", "approve"],
        State.CANCELLED: ["cancel"],
    }
    for step in steps.get(state, []):
        actor = cast("dung") if step in ("approve", "send_back") else cast("an")
        records.act(record, step, actor, "Để thử.")
    return record


# Documents.


@pytest.mark.parametrize(("day", "counted"), EDGES)
def test_a_document_counts_by_its_own_date(cast, day, counted):
    a_document(cast("an"), issued_on=day)
    facts = collect(Q1)
    assert facts.value("documents.issued") == len(facts.documents) == counted


def test_a_document_received_is_told_and_not_counted(cast):
    a_document(cast("an"), direction=Direction.RECEIVED, issuer="UBND tỉnh Lạng Sơn", symbol="38/KH-UBND")
    facts = collect(Q1)
    assert facts.value("documents.issued") == 0
    (note,) = facts.documents
    assert (note.kind, note.symbol, note.issuer, note.is_issued) == (
        "Kế hoạch",
        "38/KH-UBND",
        "UBND tỉnh Lạng Sơn",
        False,
    )


def test_a_cancelled_document_counts_and_is_told_nowhere(cast):
    brought_to(a_document(cast("an")), State.CANCELLED, cast)
    facts = collect(Q1)
    assert facts.value("documents.issued") == 0 and facts.documents == ()


def test_documents_are_told_by_date(cast):
    for day in (date(2026, 3, 10), date(2026, 2, 11), date(2026, 2, 20)):
        a_document(cast("an"), issued_on=day, document_type=DocumentType.LETTER, symbol=f"{day.day}/UBND")
    assert [note.symbol for note in collect(Q1).documents] == ["11/UBND", "20/UBND", "10/UBND"]


# Training.


@pytest.mark.parametrize(("day", "counted"), EDGES)
def test_a_course_counts_by_its_last_day(cast, day, counted):
    a_training(cast("an"), started_on=date(2025, 12, 1), ended_on=day)
    facts = collect(Q1)
    assert facts.value("trainings.courses") == len(facts.trainings) == counted


@pytest.mark.parametrize("state", STATES)
def test_a_course_counts_approved_or_not_but_not_cancelled(cast, state):
    brought_to(a_training(cast("an")), state, cast)
    assert value("trainings.courses") == (0 if state is State.CANCELLED else 1)
    assert len(collect(Q1).trainings) == value("trainings.courses")


def test_hours_are_those_of_courses_and_participants_are_heads(cast):
    unit = cast("an").unit
    a_training(cast("an"), Attendee(unit, "Nguyễn Văn A", 1, ""), Attendee(unit, "", 20, ""), hours=8)
    a_training(cast("an"), Attendee(cast("binh").unit, "", 5, ""), hours=4, title="Khóa khác")
    facts = collect(Q1)
    assert [facts.value(f"trainings.{leaf}") for leaf in ("courses", "participants", "hours")] == [2, 26, 12]
    assert {facts.figures[f"trainings.{leaf}"].sources for leaf in ("courses", "participants", "hours")} == {2}
    assert sorted(note.participants for note in facts.trainings) == [5, 21]


def test_a_course_is_told_with_its_form_and_organiser(cast):
    a_training(cast("an"))
    (note,) = collect(Q1).trainings
    assert (note.mode, note.hours, note.participants) == ("Tập trung", 12, 1)
    assert note.organiser == "Trung tâm Phục vụ hành chính công tỉnh"


# Internal procedures.


@pytest.mark.parametrize("state", STATES)
def test_a_procedure_is_in_work_until_it_is_approved_and_then_in_force(cast, state):
    with as_of(datetime(2026, 1, 5, tzinfo=UTC)):
        brought_to(a_procedure(cast("an")), state, cast)
    counted = (value("internal_procedures.effective"), value("internal_procedures.drafting"))
    assert counted == {State.APPROVED: (1, 0), State.CANCELLED: (0, 0)}.get(state, (0, 1))


@pytest.mark.parametrize(("moment", "counted"), [(at, 1 if place < 3 else 0) for place, (at, _) in enumerate(MOMENTS)])
def test_a_draft_is_in_work_where_it_was_begun_by_the_periods_last_moment(cast, moment, counted):
    with as_of(moment):
        a_procedure(cast("an"))
    assert value("internal_procedures.drafting") == counted
    assert len(collect(Q1).procedures) == counted


@pytest.mark.parametrize(
    ("since", "until", "in_force"),
    [
        (date(2026, 3, 14), None, 1),
        (date(2026, 3, 15), None, 0),
        (date(2025, 7, 1), date(2026, 3, 14), 1),
        (date(2025, 7, 1), date(2026, 3, 13), 0),
    ],
)
def test_a_procedure_is_in_force_on_the_periods_last_day(cast, since, until, in_force):
    an_approved_procedure(cast("an"), cast("dung"), effective_from=since, effective_to=until)
    assert value("internal_procedures.effective") == in_force


def test_of_one_code_the_last_approved_revision_alone_is_in_force(cast):
    first = an_approved_procedure(cast("an"), cast("dung"), effective_from=date(2025, 7, 1))
    second = an_approved_procedure(
        cast("an"), cast("dung"), revision=2, replaces=first, effective_from=date(2026, 2, 2)
    )
    facts = collect(Q1)
    assert facts.value("internal_procedures.effective") == 1
    assert [note.effective_from for note in facts.procedures] == [second.effective_from]


def test_procedures_are_named_where_they_are_new_or_in_work_and_tthc_apart(cast):
    with as_of(datetime(2026, 1, 5, tzinfo=UTC)):
        an_approved_procedure(cast("an"), cast("dung"), title="Mới")
        an_approved_procedure(cast("an"), cast("dung"), title="Cũ", code="C", effective_from=date(2025, 7, 1))
        a_procedure(cast("an"), title="Đang làm", code="B")
        an_internal_tthc(cast("an"), title="Nội bộ")
        brought_to(an_internal_tthc(cast("an"), title="Nội bộ đã duyệt", code="NB-02"), State.APPROVED, cast)
    facts = collect(Q1)
    assert facts.value("internal_procedures.effective") == 2
    assert facts.value("internal_procedures.drafting") == 1
    assert {(note.name, note.is_tthc, note.is_in_force) for note in facts.procedures} == {
        ("Mới", False, True),
        ("Đang làm", False, False),
        ("Nội bộ", True, False),
        ("Nội bộ đã duyệt", True, True),
    }


# Proposals.


@pytest.mark.parametrize("state", STATES)
def test_a_proposal_is_made_once_submitted_and_its_costs_count_once_approved(cast, state):
    with as_of(datetime(2026, 2, 2, 3, tzinfo=UTC)):
        brought_to(a_proposal(cast("an")), state, cast)
    facts = collect(Q1)
    made = state in (State.SUBMITTED, State.RETURNED, State.APPROVED)
    is_approved = state is State.APPROVED
    assert facts.value("proposals.made") == len(facts.proposals) == made
    assert facts.value("proposals.approved") == is_approved
    assert facts.value("proposals.cost_before") == (32_000_000 if is_approved else 0)
    assert facts.value("proposals.cost_saved") == (3_200_000 if is_approved else 0)
    assert facts.value("proposals.saving_rate") == (Decimal("10.0") if is_approved else None)


@pytest.mark.parametrize(("moment", "counted"), MOMENTS)
@pytest.mark.parametrize("name", ["proposals.made", "proposals.approved"])
def test_a_proposal_counts_by_its_moment_in_vietnam(cast, name, moment, counted):
    before = datetime(2025, 12, 1, tzinfo=UTC) if name == "proposals.approved" else moment
    with as_of(before):
        proposal = brought_to(a_proposal(cast("an")), State.SUBMITTED, cast)
    with as_of(moment):
        records.act(proposal, "approve", cast("dung"))
    facts = collect(Q1)
    assert facts.value(name) == counted
    assert facts.value("proposals.cost_before") == 32_000_000 * counted
    assert len(facts.proposals) == counted


def test_a_proposal_counts_as_made_by_its_first_submission(cast):
    with as_of(datetime(2025, 12, 1, tzinfo=UTC)):
        proposal = brought_to(a_proposal(cast("an")), State.RETURNED, cast)
    with as_of(datetime(2026, 2, 2, tzinfo=UTC)):
        records.act(proposal, "submit", cast("an"))
    assert (value("proposals.made"), value("proposals.made", Q1.previous)) == (0, 1)


def test_a_proposal_cancelled_after_its_submission_counts_nowhere(cast):
    with as_of(datetime(2026, 2, 2, tzinfo=UTC)):
        proposal = brought_to(a_proposal(cast("an")), State.RETURNED, cast)
        records.act(proposal, "cancel", cast("an"), "Trùng.")
    assert value("proposals.made") == 0 and collect(Q1).proposals == ()


def test_a_reopened_proposal_saves_nothing_for_now(cast):
    with as_of(datetime(2026, 2, 2, tzinfo=UTC)):
        proposal = brought_to(a_proposal(cast("an")), State.APPROVED, cast)
        records.act(proposal, "reopen", cast("dung"), "Tính lại.")
    assert (value("proposals.made"), value("proposals.approved"), value("proposals.cost_before")) == (1, 0, 0)


def test_costs_of_several_proposals_are_added_up(cast):
    with as_of(datetime(2026, 2, 2, tzinfo=UTC)):
        for title, fees in (("Một", 0), ("Hai", 1_000)):
            both = {"fees_before": fees, "fees_after": fees}
            brought_to(a_proposal(cast("an"), title=title, **both), State.APPROVED, cast)
    fact = collect(Q1).figures["proposals.cost_after"]
    assert (fact.value, fact.sources) == (28_800_000 * 2 + 10_000, 2)
    assert sum(note.cost_after for note in collect(Q1).proposals) == fact.value


def test_a_proposal_is_told_with_its_gains_and_how_far_it_is(cast):
    with as_of(datetime(2026, 2, 2, 3, tzinfo=UTC)):
        proposal = brought_to(a_proposal(cast("an"), is_business=True, days_after=3), State.APPROVED, cast)
    (note,) = collect(Q1).proposals
    assert (note.title, note.about, note.procedure) == (proposal.title, "TTHC", "Chứng thực chữ ký")
    assert (note.measure, note.unit, note.stage) == ("Rút ngắn thời gian", "Bộ phận Tư pháp", "Đã duyệt")
    assert (note.cost_before, note.cost_after, note.days_before, note.days_after) == (32_000_000, 28_800_000, 5, 3)
    with as_of(datetime(2026, 2, 9, 3, tzinfo=UTC)):
        proposals.follow(proposal, "send", "Tờ trình 12/TTr-UBND", date(2026, 2, 9), "", cast("chi"))
    assert collect(Q1).proposals[0].stage == "Đã gửi cấp trên"


# Overdue cases.


@pytest.mark.parametrize(
    ("received", "due", "finished", "counted"),
    [
        (date(2025, 12, 1), date(2025, 12, 10), date(2025, 12, 14), 0),
        (date(2025, 12, 1), date(2025, 12, 10), date(2025, 12, 15), 1),
        (date(2026, 2, 1), date(2026, 2, 10), date(2026, 3, 14), 1),
        (date(2026, 2, 1), date(2026, 2, 10), date(2026, 3, 20), 1),  # late, and still open at the end
        (date(2026, 2, 1), date(2026, 2, 10), None, 1),
        (date(2026, 3, 1), date(2026, 3, 14), None, 1),
        (date(2026, 3, 1), date(2026, 3, 15), None, 0),
        (date(2026, 3, 1), date(2026, 3, 15), date(2026, 3, 20), 0),
    ],
)
def test_a_case_counts_where_it_ended_late_or_was_late_at_the_end(cast, received, due, finished, counted):
    cause = {"main_cause": a_cause("CQ-01"), "explanation": "Quá nhiều việc."}
    with as_of(NEXT_YEAR):
        an_overdue_case(cast("an"), received_on=received, due_on=due, finished_on=finished, **cause)
    facts = collect(Q1)
    assert facts.value("overdue.explained") == facts.value("overdue.by_cause.CQ-01") == counted
    assert facts.value("overdue.by_side.internal") == len(facts.overdue) == counted


@pytest.mark.parametrize("state", STATES)
def test_a_case_is_explained_in_whatever_state_but_cancelled(cast, state):
    case = an_overdue_case(cast("an"), main_cause=a_cause("HT-01"), explanation="Hệ thống lỗi.")
    brought_to(case, state, cast)
    counted = 0 if state is State.CANCELLED else 1
    facts = collect(Q1)
    assert facts.value("overdue.explained") == facts.value("overdue.by_cause.HT-01") == counted


@pytest.mark.parametrize(
    ("told", "explained", "caused"),
    [({}, 0, 0), ({"explanation": "Có lý do."}, 0, 0), ({"main_cause": "HT-01"}, 0, 1),
     ({"main_cause": "HT-01", "explanation": "Có lý do."}, 1, 1)],
)  # fmt: skip
def test_a_case_is_explained_by_a_cause_and_words(cast, told, explained, caused):
    if "main_cause" in told:
        told = told | {"main_cause": a_cause(told["main_cause"])}
    an_overdue_case(cast("an"), **told)
    facts = collect(Q1)
    assert (facts.value("overdue.explained"), facts.value("overdue.by_cause.HT-01")) == (explained, caused)
    assert [(case.is_explained, bool(case.cause)) for case in facts.overdue] == [(bool(explained), bool(caused))]


def test_a_contributing_cause_counts_for_nothing(cast):
    an_overdue_case(cast("an"), main_cause=a_cause("HT-01"), contributing=[a_cause("CQ-01")])
    assert (value("overdue.by_cause.HT-01"), value("overdue.by_cause.CQ-01")) == (1, 0)


def test_apologies_are_cases_with_one(cast):
    an_overdue_case(cast("an"), apology_number="01/PXL", apology_on=date(2026, 1, 5))
    an_overdue_case(cast("an"), code="000.00.14.H37-260105-0103")
    assert value("overdue.apologies") == 1


def test_causes_of_the_register_stand_over_those_typed_and_add_up_to_the_late_dossiers(cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__resolved_late=3, dossiers__pending_late=0)
    figures.enter(Q1, {"overdue.by_cause.CQ-02": 3, "overdue.explained": 3}, {}, {}, cast("chi"))
    for number, code in enumerate(("HT-01", "HT-01", "CQ-01")):
        an_overdue_case(cast("an"), code=f"H37-{number}", main_cause=a_cause(code), explanation="Có lý do.")
    facts = collect(Q1)
    causes = {cause.code: facts.value(by_cause(cause.code)) for cause in facts.causes}
    assert {code: count for code, count in causes.items() if count} == {"HT-01": 2, "CQ-01": 1}
    assert sum(causes.values()) == facts.value("overdue.late") == 3
    assert (facts.value("overdue.by_side.internal"), facts.value("overdue.by_side.external")) == (1, 2)
    assert facts.value("overdue.unexplained") == facts.value("overdue.without_cause") == 0
    assert facts.figures["overdue.late"].origin is Origin.COMPUTED


def test_a_cause_no_longer_in_use_is_told_where_a_case_names_it(cast):
    cause = a_cause("KQ-01")
    cause.effective_to = date(2026, 2, 1)
    assert by_cause("KQ-01") not in collect(Q1).figures
    an_overdue_case(cast("an"), main_cause=cause, explanation="Bão.")
    facts = collect(Q1)
    assert facts.value(by_cause("KQ-01")) == 1 and "KQ-01" in {cause.code for cause in facts.causes}
    assert by_cause("KQ-01") in figure_names(Q1)


def test_more_cases_than_late_dossiers_leave_no_negative_number(cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__resolved_late=1, dossiers__pending_late=0)
    for number in range(3):
        an_overdue_case(cast("an"), code=f"H37-{number}", main_cause=a_cause("HT-01"), explanation="Có lý do.")
    assert (value("overdue.unexplained"), value("overdue.without_cause"), value("overdue.late")) == (0, 0, 1)


def test_a_case_open_at_the_end_uses_the_register_though_it_ended_later(cast):
    typed_figures("2026-Q1", cast("chi"), overdue__explained=9)
    with as_of(NEXT_YEAR):
        an_overdue_case(cast("an"), finished_on=date(2026, 4, 1))
    assert value("overdue.explained") == 0


# What a register gives, and what was typed. Here nobody has set from when they are in use.


@pytest.mark.unused
def test_a_register_in_use_gives_the_figure_over_what_was_typed(cast):
    typed_figures("2026-Q1", cast("chi"), trainings__courses=7, trainings__hours=3)
    a_training(cast("an"))
    fact = figures_of(Q1)["trainings.courses"]
    assert (fact.value, fact.origin, fact.sources) == (1, Origin.RECORDS, 1)
    assert (fact.typed, fact.recorded.value, fact.why) == (7, 1, "sổ tập huấn dùng từ ngày 15/12/2025")
    assert value("trainings.hours") == 12


@pytest.mark.unused
def test_a_register_in_use_gives_zero_too(cast):
    typed_figures("2026-Q1", cast("chi"), trainings__courses=7)
    a_training(cast("an"), started_on=date(2025, 6, 1), ended_on=date(2025, 6, 2))
    fact = figures_of(Q1)["trainings.courses"]
    assert (fact.value, fact.origin, fact.sources) == (0, Origin.RECORDS, 0)


@pytest.mark.unused
@pytest.mark.parametrize("state", [None, State.CANCELLED])
def test_a_register_nobody_uses_leaves_the_typed_figure(cast, state):
    typed_figures("2026-Q1", cast("chi"), trainings__courses=7)
    if state:
        brought_to(a_training(cast("an")), state, cast)
    fact = figures_of(Q1)["trainings.courses"]
    assert (fact.value, fact.origin, fact.sources) == (7, Origin.ENTERED, 1)
    assert fact.why == "sổ tập huấn chưa có mục nào"


@pytest.mark.unused
def test_a_register_nobody_uses_gives_nothing(app):
    figures = figures_of(Q1)
    assert not [name for name, fact in figures.items() if fact.value is not None]
    assert figures["trainings.courses"].why == "sổ tập huấn chưa có mục nào"


@pytest.mark.unused
@pytest.mark.parametrize(("day", "origin"), [(date(2026, 3, 14), Origin.RECORDS), (date(2026, 3, 15), Origin.ENTERED)])
def test_a_register_is_in_use_from_the_quarter_of_its_first_record_on(cast, day, origin):
    typed_figures("2026-Q1", cast("chi"), trainings__courses=7)
    a_training(cast("an"), started_on=day, ended_on=day)
    assert figures_of(Q1)["trainings.courses"].origin is origin


@pytest.mark.unused
def test_a_course_in_november_says_nothing_of_the_quarters_before(cast):
    typed_figures("2026-Q1", cast("chi"), trainings__courses=5)
    a_training(cast("an"), started_on=date(2026, 11, 3), ended_on=date(2026, 11, 3))
    first = figures_of(Q1)["trainings.courses"]
    assert (first.value, first.origin) == (5, Origin.ENTERED)
    assert first.why == "sổ tập huấn chỉ dùng từ ngày 15/09/2026"
    year = figures_of(Period.parse("2026-Y"))["trainings.courses"]
    assert (year.value, year.why) == (None, "chưa có số của Quý II/2026, Quý III/2026")


@pytest.mark.unused
def test_the_controller_says_otherwise_from_when_a_register_is_in_use(cast):
    typed_figures("2026-Q1", cast("chi"), trainings__courses=5)
    a_training(cast("an"), started_on=date(2026, 11, 3), ended_on=date(2026, 11, 3))
    set_use("trainings", date(2025, 12, 15), cast("chi"))
    assert value("trainings.courses") == 0
    set_use("trainings", date(2025, 12, 16), cast("chi"))
    assert value("trainings.courses") == 5
    set_use("trainings", None, cast("chi"))
    assert value("trainings.courses") == 5


@pytest.mark.unused
def test_an_old_text_somebody_sent_us_says_nothing_of_when_the_register_of_documents_began(cast):
    typed_figures("2026-Q1", cast("chi"), documents__issued=3)
    a_document(cast("an"), direction=Direction.RECEIVED, issued_on=date(2013, 7, 31), symbol="63/2010/NĐ-CP")
    assert value("documents.issued") == 3
    a_document(cast("an"), issued_on=date(2026, 2, 11))
    assert value("documents.issued") == 1


@pytest.mark.unused
def test_one_register_in_use_says_nothing_of_another(cast):
    typed_figures("2026-Q1", cast("chi"), trainings__courses=7, documents__issued=3)
    a_training(cast("an"))
    assert value("documents.issued") == 3
