"""What each figure counts, from the days things happened: the definition the database is measured by."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dossier_figures import MEASURES, Dossier, counted_in, figures, late
from hypothesis import given
from hypothesis import strategies as st

from intranet.categories.catalogue import CATALOGUE
from intranet.dossiers.vocabulary import ENDED, Channel, Status
from intranet.figures.identities import contradictions
from intranet.kernel.period import Period

PERIOD = Period.parse("2026-Q1")  # 15/12/2025 to 14/3/2026
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def at(text: str | None) -> datetime | None:
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=VIETNAM) if text else None


def dossier(
    received: str = "05/02/2026 08:00",
    status: Status = Status.PENDING,
    finished: str | None = None,
    due: str | None = "12/02/2026 17:00",
    paused: str | None = None,
    channel: Channel | None = Channel.ONLINE,
) -> Dossier:
    return Dossier("H37-1", channel, status, at(received), at(due), at(paused), at(finished), "Hộ tịch")


def counts(one: Dossier, period: Period = PERIOD) -> set[str]:
    return set(counted_in(one, period)) - {"received", "received_online"}


@pytest.mark.parametrize(
    ("received", "measure"),
    [
        ("14/12/2025 23:59", "opening"),
        ("15/12/2025 00:00", "received"),
        ("14/03/2026 23:59", "received"),
    ],
)
def test_receipt_counts_by_its_day_in_vietnam(received, measure):
    assert measure in set(counted_in(dossier(received, due=None), PERIOD))


def test_what_comes_after_the_period_or_ended_before_it_counts_nowhere():
    assert not counts(dossier("15/03/2026 00:00"))
    assert not counts(dossier("01/12/2025 08:00", Status.RESOLVED, "14/12/2025 23:59"))


@pytest.mark.parametrize("channel", list(Channel))
def test_receipt_counts_by_channel(channel):
    assert {"received", f"received_{channel.value}"} <= set(counted_in(dossier(channel=channel), PERIOD))


def test_without_a_channel_it_is_received_all_the_same():
    assert {name for name in counted_in(dossier(channel=None), PERIOD) if "received" in name} == {"received"}


@pytest.mark.parametrize(
    ("finished", "measure"),
    [
        ("11/02/2026 23:59", "resolved_early"),
        ("12/02/2026 00:00", "resolved_on_time"),
        ("12/02/2026 17:00", "resolved_on_time"),
        ("12/02/2026 17:01", "resolved_late"),
        ("01/03/2026 08:00", "resolved_late"),
    ],
)
def test_a_result_is_early_on_time_or_late(finished, measure):
    assert counts(dossier(status=Status.RESOLVED, finished=finished)) == {"resolved", measure}


def test_a_result_without_a_due_day_is_early():
    assert counts(dossier(status=Status.RESOLVED, finished="01/03/2026 08:00", due=None)) == {
        "resolved",
        "resolved_early",
    }


def test_what_is_refused_after_its_due_day_is_neither_resolved_nor_late():
    refused = dossier(status=Status.REJECTED, finished="01/03/2026 08:00")
    assert counts(refused) == {"rejected"} and not late([refused], PERIOD)


@pytest.mark.parametrize("status", sorted(ENDED))
def test_what_ends_two_days_after_the_period_is_pending_in_it(status):
    one = dossier("10/03/2026 08:00", status, "16/03/2026 08:00", due="20/03/2026 17:00")
    assert counts(one) == {"carried_over", "pending", "pending_in_time"}
    assert "opening" in counts(one, PERIOD.next)


@pytest.mark.parametrize(
    ("due", "measure"),
    [
        ("14/03/2026 17:00", "pending_late"),
        ("14/03/2026 23:59", "pending_late"),
        ("15/03/2026 00:00", "pending_in_time"),
        (None, "pending_in_time"),
    ],
)
def test_pending_is_late_where_the_due_day_is_over_when_the_period_closes(due, measure):
    assert counts(dossier(due=due)) == {"carried_over", "pending", measure}


@pytest.mark.parametrize(
    ("status", "paused", "finished", "is_paused"),
    [
        (Status.PAUSED, None, None, True),
        (Status.PAUSED, "14/03/2026 23:59", None, True),
        (Status.PAUSED, "15/03/2026 00:00", None, False),
        (Status.PENDING, "10/03/2026 08:00", None, False),
        (Status.RESOLVED, "10/03/2026 08:00", "20/03/2026 08:00", True),
        (Status.RESOLVED, "16/03/2026 08:00", "20/03/2026 08:00", False),
        (Status.REJECTED, None, "20/03/2026 08:00", False),
    ],
)
def test_a_pause_counts_from_its_day_and_is_never_late(status, paused, finished, is_paused):
    one = dossier(status=status, paused=paused, finished=finished)
    assert counts(one) == {"carried_over", *(("paused",) if is_paused else ("pending", "pending_late"))}
    assert bool(late([one], PERIOD)) is not is_paused


def test_every_figure_has_a_name_of_the_catalogue_and_is_zero_without_dossiers():
    names = {name for name in CATALOGUE if name.startswith("dossiers.")}
    assert figures([], PERIOD) == dict.fromkeys(names, 0)
    assert {f"dossiers.{measure}" for measure in MEASURES} == names


MOMENTS = st.datetimes(datetime(2025, 11, 1), datetime(2026, 7, 1)).map(lambda day: day.replace(tzinfo=VIETNAM))
STATES = st.sampled_from(list(Status))


@st.composite
def any_dossier(draw: st.DrawFn) -> Dossier:
    received, status = draw(MOMENTS), draw(STATES)
    later = st.timedeltas(timedelta(0), timedelta(days=90)).map(lambda after: received + after)
    return Dossier(
        code=draw(st.text("0123456789", min_size=3, max_size=3)),
        channel=draw(st.sampled_from(list(Channel))),
        status=status,
        received_at=received,
        due_at=draw(st.none() | later),
        paused_at=draw(st.none() | later),
        finished_at=draw(later) if status in ENDED else None,
        field=draw(st.sampled_from(["", "Hộ tịch", "Đất đai"])),
    )


@given(st.lists(any_dossier(), max_size=20))
def test_the_sums_hold_for_whatever_dossiers_there_are(found):
    for period in (PERIOD, PERIOD.next, Period.parse("2026-H1")):
        known = figures(found, period)
        assert not contradictions({name: value for name, value in known.items() if name in CATALOGUE})
        assert known["dossiers.resolved_late"] + known["dossiers.pending_late"] == len(late(found, period))
    carried, opening = figures(found, PERIOD)["dossiers.carried_over"], figures(found, PERIOD.next)["dossiers.opening"]
    assert carried == opening


@given(st.lists(any_dossier(), max_size=20))
def test_a_half_year_flows_as_its_quarters_and_stands_as_the_last(found):
    first, second, half = (figures(found, Period.parse(code)) for code in ("2026-Q1", "2026-Q2", "2026-H1"))
    for name in ("received", "resolved", "resolved_late", "rejected"):
        assert half[f"dossiers.{name}"] == first[f"dossiers.{name}"] + second[f"dossiers.{name}"]
    for name in ("pending", "paused", "pending_late", "carried_over"):
        assert half[f"dossiers.{name}"] == second[f"dossiers.{name}"]
    assert half["dossiers.opening"] == first["dossiers.opening"]
