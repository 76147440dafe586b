"""The dashboard: what it counts, and that each of its numbers opens exactly the dossiers it counts."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import count
from urllib.parse import parse_qsl, urlsplit

import pytest
from page_client import parsed
from sqlalchemy import event, select
from werkzeug.test import TestResponse

from intranet.accounts.models import Unit
from intranet.dossiers import operations, settings_operations
from intranet.dossiers.counting import seen_by
from intranet.dossiers.listing import LISTING
from intranet.dossiers.models import Dossier, Source
from intranet.dossiers.totals import days_of, week_of
from intranet.dossiers.vocabulary import Status
from intranet.kernel.clock import VIETNAM, as_of
from intranet.kernel.db import db
from intranet.procedures.catalogue import Handling, OnlineLevel, Procedure

PAGE = "/dossiers/dashboard"
NUMBER = re.compile(r"^[\d.]+")
FRIDAY = datetime(2026, 2, 6, 10, tzinfo=VIETNAM)
NUMBERS = count(1)


@pytest.fixture
def sampled(cast, sample):
    """The dossiers of the sample quarter, with fields of two units and one field nobody handles."""
    units = {unit.code: unit for unit in db.session.query(Unit)}
    fields = {"chung-thuc": units["TT"], "ho-kinh-doanh": units["TP"], "dat-dai": units["TP"], "van-hoa": units["VH"]}
    with as_of(datetime(2026, 3, 20, 3, tzinfo=UTC)):
        settings_operations.assign(fields, cast("chi"))
        for name in ("tinh", "bo-tu-phap"):
            batch, _ = operations.import_at_once(name, sample(name), f"{name}.xlsx", None, cast("chi"))
            operations.confirm(batch, True, cast("chi"))
    db.session.commit()


@pytest.fixture
def catalogued():
    """Every fourth procedure of the sample in the catalogue fully online, every fourth partly, every fourth not."""
    codes = db.session.scalars(select(Dossier.procedure_code).distinct().order_by(Dossier.procedure_code)).all()
    for at, level in enumerate(OnlineLevel):
        db.session.add_all(a_procedure_of(code, level) for code in codes[at::4])
    db.session.commit()


def a_procedure_of(code: str, level: OnlineLevel) -> Procedure:
    told = {"name": f"Thủ tục {code}", "field_name": "Hộ tịch", "handling": Handling.ONE_STOP}
    return Procedure(code=code, online=level, effective_from=date(2026, 1, 1), **told)


@pytest.fixture
def dossier(cast):
    """Makes a dossier of the officer An's unit, by the days that matter."""
    source = Source(name="Hệ thống tỉnh")
    db.session.add(source)

    def make(received=FRIDAY - timedelta(days=20), due=None, finished=None, status=Status.PENDING, **change) -> Dossier:
        days = {name: moment and moment.astimezone(UTC) for name, moment in
                (("received", received), ("due", due), ("finished", finished))}  # fmt: skip
        given = {f"{name}_at": moment for name, moment in days.items()}
        given |= {f"{name}_on": moment and moment.astimezone(VIETNAM).date() for name, moment in days.items()}
        rest = {"code": f"H37-{next(NUMBERS)}", "procedure_code": "1.001", "procedure_name": "Khai sinh"}
        rest |= {"field": "ho-tich", "unit_id": cast("an").unit_id, "exported_on": FRIDAY.date(), "status": status}
        found = Dossier(source=source, **given | rest | change)
        db.session.add(found)
        db.session.flush()
        return found

    return make


def links(response: TestResponse) -> dict[str, int]:
    """The numbers of a page by the list each of them opens."""
    found = ((a.attrs["href"], NUMBER.match(a.text())) for a in parsed(response.text).select("a"))
    return {href: int(text[0].replace(".", "")) for href, text in found if text}


AS_PART = {"HX-Request": "true", "HX-Target": "rows"}


def listed(client, user, address: str) -> int:
    """How many dossiers the list at an address has; it counts itself up to a thousand. Its part of the page says so."""
    told = re.search(r"<strong>([^<]+)</strong> hồ sơ", client.get(address, headers=AS_PART).text)
    if told and told[1].isdecimal():
        return int(told[1])
    asked = dict(parse_qsl(urlsplit(address).query))
    return len(list(LISTING.every(asked, seen_by(user)))) if told else 0


def urgent_ids(client, which: str) -> set[int]:
    text = client.get(f"/dossiers/?urgent={which}").text
    return {int(key) for key in re.findall(r'href="/dossiers/(\d+)"', text)}


@pytest.mark.parametrize(("who", "least"), [("chi", 100), ("an", 60), ("dung", 100)])
def test_every_number_opens_exactly_the_dossiers_it_counts(sampled, catalogued, as_user, cast, who, least):
    client = as_user(who)
    found = links(client.get(f"{PAGE}?period=2026-Q1"))
    assert len(found) >= least
    for address, number in found.items():
        assert listed(client, cast(who), address) == number, address


@pytest.mark.parametrize("period", ["2026-Q2", "2026-H1", "2026-Y", "2025-Q4"])
def test_so_does_every_number_of_another_period(sampled, as_user, cast, period):
    client = as_user("chi")
    for address, number in links(client.get(f"{PAGE}?period={period}")).items():
        assert listed(client, cast("chi"), address) == number, address


def test_the_headline_tells_the_figures_of_the_sample_quarter(sampled, as_user):
    found = links(as_user("chi").get(f"{PAGE}?period=2026-Q1"))
    figures = {name: found[f"/dossiers/?figure=2026-Q1:dossiers.{name}"] for name in
               ("opening", "received", "resolved", "late", "pending", "paused", "in_hand", "ended")}  # fmt: skip
    expected = {"opening": 69, "received": 1568, "resolved": 1488, "late": 11, "pending": 41, "paused": 64}
    assert figures == expected | {"in_hand": 69 + 1568, "ended": 1488 + 44}


@pytest.mark.parametrize("group", ["field", "unit", "level", "received_week", "ended_week"])
def test_the_lines_of_a_table_add_up_to_its_last_line(sampled, catalogued, as_user, group):
    found = links(as_user("chi").get(f"{PAGE}?period=2026-Q1"))
    lines: dict[str, int] = {}
    for address, number in found.items():
        whole, _, rest = address.partition("&")
        if rest.startswith(f"{group}="):
            lines[whole] = lines.get(whole, 0) + number
    assert lines and lines == {whole: found[whole] for whole in lines}


def test_weeks_are_cut_where_the_period_begins_and_ends(dossier, as_user):
    """The quarter ends on Saturday 14/3/2026, and the next one begins on the Sunday of the same week."""
    for day in (9, 14, 15):
        dossier(received=datetime(2026, 3, day, 8, tzinfo=VIETNAM))
    for period, number, label in (("2026-Q1", 2, "09/03 – 14/03"), ("2026-Q2", 1, "15/03 – 15/03")):
        page = as_user("chi").get(f"{PAGE}?period={period}")
        assert label in page.text
        assert links(page)[f"/dossiers/?figure={period}:dossiers.received&received_week=2026-W11"] == number


def test_weeks_that_have_not_begun_are_left_out(dossier, as_user):
    dossier()
    with as_of(FRIDAY):
        page = as_user("chi").get(PAGE).text
    assert "02/02 – 08/02" in page and "09/02 – 15/02" not in page


def test_the_week_of_a_day_is_the_iso_one():
    assert week_of(date(2026, 1, 1)) == "2026-W01" and week_of(date(2027, 1, 3)) == "2026-W53"
    assert days_of("2026-W01") == (date(2025, 12, 29), date(2026, 1, 4))


@pytest.mark.parametrize("week", ["2026-W54", "2025-W53", "2026-W00", "2026-W1", "9999-W52", "2026-W٠١", ""])
def test_what_is_no_week_is_refused(week):
    with pytest.raises(ValueError):
        days_of(week)


def test_soon_is_due_by_the_end_of_the_second_working_day_and_late_from_the_moment_after(dossier, as_user):
    """On a Friday the second working day is Tuesday; the weekend does not count."""
    minute = timedelta(minutes=1)
    tuesday = datetime(2026, 2, 10, 23, 59, tzinfo=VIETNAM)
    late, soon = [dossier(due=FRIDAY - minute)], [dossier(due=FRIDAY), dossier(due=tuesday)]
    dossier(due=tuesday + minute)
    dossier(due=None)
    for due in (FRIDAY - minute, FRIDAY):
        dossier(due=due, status=Status.PAUSED)
        dossier(due=due, status=Status.RESOLVED, finished=FRIDAY - timedelta(days=1))
    with as_of(FRIDAY):
        client = as_user("an")
        counted = links(client.get(PAGE))
        assert urgent_ids(client, "late") == {it.id for it in late}
        assert urgent_ids(client, "soon") == {it.id for it in soon}
    assert (counted["/dossiers/?urgent=late"], counted["/dossiers/?urgent=soon"]) == (1, 2)


def test_soon_leaps_over_a_holiday(dossier, as_user):
    """30/4 and 1/5/2026 are holidays, a Thursday and a Friday: from Wednesday, two working days reach Tuesday."""
    dossier(received=FRIDAY, due=datetime(2026, 5, 5, 17, tzinfo=VIETNAM))
    dossier(received=FRIDAY, due=datetime(2026, 5, 6, 8, tzinfo=VIETNAM))
    with as_of(datetime(2026, 4, 29, 10, tzinfo=VIETNAM)):
        assert links(as_user("an").get(PAGE))["/dossiers/?urgent=soon"] == 1


def test_an_officer_sees_the_own_unit_only(dossier, cast, as_user):
    dossier()
    dossier(unit_id=cast("binh").unit_id)
    dossier(unit_id=None, field="")
    address = "/dossiers/?figure=2026-Q1:dossiers.received"
    numbers = {who: links(as_user(who).get(f"{PAGE}?period=2026-Q1"))[address] for who in ("an", "binh", "chi")}
    assert numbers == {"an": 1, "binh": 1, "chi": 3}


def test_what_names_no_unit_and_no_field_has_a_line_of_its_own(dossier, as_user, cast):
    nowhere = dossier(unit_id=None, field="")
    dossier()
    client = as_user("chi")
    found = links(client.get(f"{PAGE}?period=2026-Q1"))
    for group in ("unit", "field"):
        address = f"/dossiers/?figure=2026-Q1:dossiers.received&{group}=-"
        assert found[address] == 1 and f"/dossiers/{nowhere.id}" in client.get(address).text


def test_the_level_is_the_one_the_catalogue_tells(dossier, as_user):
    for level in OnlineLevel:
        db.session.add(a_procedure_of(f"1.{level}", level))
        dossier(procedure_code=f"1.{level}")
    strange, nameless = dossier(procedure_code="9.999"), dossier(procedure_code="")
    client = as_user("chi")
    found = links(client.get(f"{PAGE}?period=2026-Q1"))
    base = "/dossiers/?figure=2026-Q1:dossiers.received&level="
    assert {it: found[f"{base}{it}"] for it in ("full", "partial", "none", "-")} == {
        "full": 1, "partial": 1, "none": 1, "-": 2
    }  # fmt: skip
    page = client.get(f"{base}-").text
    assert all(f'"/dossiers/{it.id}"' in page for it in (strange, nameless)) and "Chưa có trong danh mục" in page
    assert "Toàn trình" in client.get(f"{base}full").text


def test_the_list_narrows_to_a_procedure_by_a_link(dossier, as_user):
    this, other = dossier(procedure_code="2.000815"), dossier()
    page = as_user("chi").get("/dossiers/?procedure=2.000815").text
    assert f'"/dossiers/{this.id}"' in page and f'"/dossiers/{other.id}"' not in page
    assert "find-procedure" in page and "find-procedure" not in as_user("chi").get("/dossiers/").text


@pytest.mark.parametrize(
    "asked", ["urgent=never", "level=most", "received_week=2026-W77", "procedure=%00", "procedure=" + "9" * 101]
)
def test_the_list_ignores_what_is_none_of_its_choices(dossier, as_user, asked):
    dossier()
    assert "Bỏ tìm và lọc" not in as_user("chi").get(f"/dossiers/?{asked}").text


@pytest.mark.parametrize("period", ["", "2026-Q9", "hôm nay"])
def test_without_a_period_it_is_the_one_that_runs(dossier, as_user, period):
    dossier()
    with as_of(FRIDAY):
        assert (
            '<h2 id="figures-title">Quý I/2026</h2>' in as_user("chi").get(PAGE, query_string={"period": period}).text
        )


def test_a_period_without_dossiers_says_so(dossier, as_user):
    dossier()
    page = as_user("chi").get(f"{PAGE}?period=2020-Q1").text
    assert "Kỳ này không có hồ sơ nào" in page and "<table" not in page


def test_an_empty_database_tells_what_to_do(as_user):
    assert 'href="/dossiers/import"' in as_user("chi").get(PAGE).text
    assert "/dossiers/import" not in (text := as_user("an").get(PAGE).text) and "Chưa có hồ sơ nào" in text


def test_the_list_leads_to_it(as_user):
    assert f'href="{PAGE}"' in as_user("an").get("/dossiers/").text


def test_its_queries_are_as_many_for_one_dossier_as_for_all(dossier, as_user, request):
    dossier()
    few = queries_of(as_user("chi"))
    request.getfixturevalue("sampled")
    assert queries_of(as_user("chi")) == few < 16


def queries_of(client) -> int:
    asked = []
    listener = ("before_cursor_execute", lambda *args: asked.append(args[2]))
    event.listen(db.engine, *listener)
    client.get(f"{PAGE}?period=2026-Q1")
    event.remove(db.engine, *listener)
    return len(asked)
