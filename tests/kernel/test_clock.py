from datetime import UTC, date, datetime, timedelta

import pytest

from intranet.kernel.clock import VIETNAM, as_of, now, today


def test_now_is_in_utc():
    assert now().utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 14, 16, 59, tzinfo=UTC), date(2026, 3, 14)),
        (datetime(2026, 3, 14, 17, 0, tzinfo=UTC), date(2026, 3, 15)),
    ],
)
def test_today_begins_at_midnight_in_vietnam(moment, day):
    with as_of(moment):
        assert today() == day


def test_vietnam_is_seven_hours_ahead():
    assert datetime(2026, 7, 1, tzinfo=VIETNAM).utcoffset() == timedelta(hours=7)
