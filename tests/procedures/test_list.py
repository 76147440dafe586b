"""The two lists: who sees what, what narrows them, what Excel gets."""

from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO

import openpyxl
import pytest
from factories import a_procedure, an_approved_procedure, an_internal_tthc
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from intranet.accounts.permissions import may
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.procedures import tthc_listing
from intranet.procedures.listing import LISTING, standing_today
from intranet.procedures.models import InternalProcedure, in_force
from intranet.procedures.workflow import PARTS, ProcedureStanding
from intranet.records.approval import State
from intranet.records.visibility import visible_to

LIST, TTHC = "/internal-procedures/", "/internal-tthc/"
ROWS = {"HX-Request": "true", "HX-Target": "rows"}
FIRST = date(2026, 1, 1)


@pytest.fixture
def register(app, cast):
    """Of each kind one; named by their codes."""
    an, binh, dung = cast("an"), cast("binh"), cast("dung")
    old = an_approved_procedure(an, dung, code="A", title="Khai sinh")
    an_approved_procedure(
        an, dung, code="A", title="Khai sinh", revision=2, replaces=old, effective_from=date(2026, 3, 2)
    )
    an_approved_procedure(an, dung, code="B", title="Khai tử", effective_from=date(2026, 6, 1))
    an_approved_procedure(
        binh, dung, code="C", title="Trợ cấp", effective_to=date(2026, 2, 28), procedure_code="1.001776"
    )
    a_procedure(an, code="D", title="Kết hôn", effective_from=None)
    db.session.commit()


def on(day):
    return as_of(datetime.combine(day, time(5), UTC))


def found(user, listing=LISTING, **args):
    return [f"{row.code}{getattr(row, 'revision', '')}" for row in listing.every(args, visible_to(user))]


def excel(answer):
    assert answer.status_code == 200 and answer.mimetype.endswith("sheet"), answer.status
    with answer:
        sheet = BytesIO(answer.data)
    head, *rows = openpyxl.load_workbook(sheet).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize("name", ["an", "binh", "chi", "dung", "quan"])
def test_the_list_shows_what_its_reader_may_open(register, cast, name):
    every = db.session.query(InternalProcedure).all()
    seen = sorted(f"{it.code}{it.revision}" for it in every if may(cast(name), "record.view", it))
    assert sorted(found(cast(name))) == seen and ("A1" in seen) == (name not in ("binh", "quan"))


@pytest.mark.parametrize(
    ("args", "codes"),
    [
        ({}, ["D1", "A1", "A2", "B1", "C1"]),
        ({"standing": "in_force"}, ["A2"]),
        ({"standing": "replaced"}, ["A1"]),
        ({"standing": "upcoming"}, ["B1"]),
        ({"standing": "ended"}, ["C1"]),
        ({"standing": "other"}, ["D1", "A1", "A2", "B1", "C1"]),
        ({"state": "draft"}, ["D1"]),
        ({"q": "1.001776"}, ["C1"]),
        ({"q": "khai tu"}, ["B1"]),
        ({"sort": "-code"}, ["D1", "C1", "B1", "A2", "A1"]),
        ({"sort": "date", "standing": "in_force"}, ["A2"]),
        ({"sort": "-date", "state": "approved"}, ["B1", "A2", "C1", "A1"]),
    ],
)
def test_words_filters_and_heads(register, cast, args, codes):
    with on(date(2026, 3, 10)):
        assert found(cast("chi"), **args) == codes


def test_the_unit_narrows_the_list(register, cast):
    assert found(cast("chi"), unit=str(cast("binh").unit_id)) == ["C1"]


def test_each_row_says_how_it_stands_today(register, as_user):
    with on(date(2026, 3, 10)):
        page = as_user("chi").get(LIST).text
    for label in ("Đang áp dụng", "Đã được thay thế", "Chưa đến ngày áp dụng", "Đã ngừng áp dụng", "Bản nháp"):
        assert f'-lt">{label}</span>' in page, label
    assert "3 ngày (24 giờ làm việc)" in page


def test_htmx_gets_the_rows_alone(register, as_user):
    part = as_user("chi").get(f"{LIST}?standing=in_force", headers=ROWS)
    assert part.text.lstrip().startswith('<div id="rows"') and "<h1" not in part.text


def test_the_two_lists_are_told_apart_and_lead_to_each_other(as_user):
    procedures, tthc = as_user("an").get(LIST).text, as_user("an").get(TTHC).text
    assert (
        "các bước bên trong cơ quan để giải quyết một TTHC" in procedures
        and f'href="{TTHC}">TTHC nội bộ</a>.' in procedures
    )
    assert "thủ tục giữa các cơ quan nhà nước với nhau" in tthc and f'href="{LIST}">Quy trình nội bộ</a>.' in tthc


@pytest.mark.parametrize("path", [LIST, TTHC])
def test_the_administrator_has_no_list_and_no_export(as_user, path):
    assert [as_user("quan").get(path + end).status_code for end in ("", "export.xlsx")] == [403, 403]


def test_excel_gets_numbers_days_and_the_standing(register, as_user):
    with on(date(2026, 3, 10)):
        rows = excel(as_user("chi").get(f"{LIST}export.xlsx?sort=code"))
    first = rows[0]
    assert [row["Ký hiệu"] for row in rows] == ["A", "A", "B", "C", "D"]
    assert (first["Tổng thời gian (giờ làm việc)"], first["Tổng thời gian"]) == (24, "3 ngày (24 giờ làm việc)")
    assert (first["Số bước"], first["Phiên bản"], first["Áp dụng từ ngày"].date()) == (2, 1, date(2026, 2, 2))
    assert (first["Trạng thái"], first["Áp dụng hôm nay"]) == ("Đã duyệt", "Đã được thay thế")
    assert (rows[-1]["Áp dụng từ ngày"], rows[-1]["Áp dụng hôm nay"]) == (None, None)


def test_excel_of_an_officer_holds_nothing_of_another_unit(register, as_user):
    assert [row["Ký hiệu"] for row in excel(as_user("binh").get(f"{LIST}export.xlsx"))] == ["C"]


def test_the_list_of_tthc_and_its_excel(app, cast, as_user):
    an_internal_tthc(cast("an"))
    an_internal_tthc(cast("binh"), code="NB-02", title="Khen thưởng", agency="Văn phòng")
    assert found(cast("chi"), tthc_listing.LISTING, q="van phong") == ["NB-02"]
    assert found(cast("an"), tthc_listing.LISTING) == ["NB-01"]
    assert found(cast("chi"), tthc_listing.LISTING, sort="-code") == ["NB-02", "NB-01"]
    (row,) = excel(as_user("an").get(f"{TTHC}export.xlsx"))
    assert row["Mã"] == "NB-01" and all(row[label] == f"{label}: theo quy định" for label in PARTS.values())


REVISIONS = st.lists(
    st.tuples(
        st.sampled_from([State.APPROVED, State.APPROVED, State.DRAFT, State.CANCELLED]),
        st.integers(0, 6),
        st.none() | st.integers(0, 4),
    ),
    min_size=1,
    max_size=4,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(REVISIONS, st.integers(0, 10))
def test_the_query_and_the_page_agree_on_what_is_in_force(cast, revisions, offset):
    """Whatever the days of the revisions: what the database counts is what each page says."""
    an, dung, day = cast("an"), cast("dung"), FIRST + timedelta(offset)
    made = []
    with db.session.begin_nested() as attempt:
        for number, (state, start, length) in enumerate(revisions, 1):
            first = FIRST + timedelta(start)
            last = first + timedelta(length) if length is not None else None
            procedure = a_procedure(an, revision=number, effective_from=first, effective_to=last)
            procedure.state = state
            if state is State.APPROVED:
                procedure.approved_by, procedure.approved_at = dung, procedure.created_at
            made.append(procedure)
        db.session.flush()
        for procedure in made:
            db.session.refresh(procedure, ["revisions"])
        shown = {
            standing: {it.id for it in made if it.standing_on(day, it.revisions) is standing}
            for standing in ProcedureStanding
        }
        counted = set(db.session.scalars(select(InternalProcedure.id).where(in_force(day))))
        assert counted == shown[ProcedureStanding.IN_FORCE] and len(counted) <= 1
        with on(day):
            for standing in ProcedureStanding:
                query = select(InternalProcedure.id).where(standing_today(standing.value))
                assert set(db.session.scalars(query)) == shown[standing], standing
        attempt.rollback()


def queries_of(client, address):
    queries = []

    def note(*call):
        queries.append(call[2])

    event.listen(db.engine, "before_cursor_execute", note)
    assert client.get(address).status_code == 200
    event.remove(db.engine, "before_cursor_execute", note)
    return [query for query in queries if query.startswith("SELECT")]


def test_a_page_of_the_list_costs_the_same_however_many_rows(cast, as_user):
    client = as_user("an")
    a_procedure(cast("an"))
    client.get(LIST)
    few = len(queries_of(client, LIST))
    for number in range(15):
        an_approved_procedure(cast("an"), cast("dung"), code=f"Q{number}")
    assert len(queries_of(client, LIST)) == few <= 10
