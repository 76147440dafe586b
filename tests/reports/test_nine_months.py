"""A commune's nine months, from the exports of its three systems to the approved report and its files."""

from datetime import datetime

import commune
import pytest
from factories import a_cause, a_register_in_use
from sqlalchemy import or_, select

from intranet.accounts import operations as accounts
from intranet.accounts.models import OfficeKind
from intranet.checks.problem import Level
from intranet.decisions import confirming, operations, waiving
from intranet.dossiers import operations as dossiers
from intranet.dossiers.counting import COUNTED
from intranet.dossiers.models import Dossier, Source
from intranet.figures import operations as figures
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.kernel.formats import number
from intranet.kernel.period import Period
from intranet.overdue.explaining import explain
from intranet.overdue.late_list import late_dossiers
from intranet.records import operations as records
from intranet.reports.current import current_report
from intranet.reports.render import FORMATS, txt

PERIOD = Period.parse("2026-9M")
OFFICE = {"kind": OfficeKind.COMMUNE, "name": "UBND xã An Phú", "short_name": "xã An Phú", "place": "An Phú"}
LATE = [
    COUNTED["dossiers.pending_late"](PERIOD),
    *(COUNTED["dossiers.resolved_late"](quarter) for quarter in PERIOD.quarters),
]

# What the commune's registers do not tell, as its officer types it.
TYPED = {
    "documents": {"issued": 0},
    "focal": {"ward_leaders": 1, "centre_leaders": 1, "centre_officers": 3, "units": 2},
    "impact": {"assessed": 0, "issued": 0},
    "procedures": {
        "total": 385,
        "one_stop": 370,
        "interlinked": 15,
        "postal": 300,
        "online_full": 120,
        "online_partial": 150,
        "on_site": 40,
        "published": 385,
    },
    "proposals": {"made": 2, "approved": 1, "cost_before": 12_000_000, "cost_after": 9_000_000},
    "internal_procedures": {"effective": 370, "drafting": 0},
    "feedback": {
        "opening": 0,
        "received": 3,
        "on_regulation": 1,
        "on_conduct": 2,
        "handled": 2,
        "published": 2,
        "pending": 1,
    },
    "satisfaction": {
        "ratings": 500,
        "very_satisfied": 410,
        "satisfied": 84,
        "neutral": 4,
        "dissatisfied": 2,
        "very_dissatisfied": 0,
    },
    "digitisation": {"due": 1044, "done": 1001},
    "payments": {"total": 800, "online": 655, "amount": 31_250_000},
    "staff": {"total": 8, "leaders": 1, "controllers": 2, "desk": 5},
    "equipment": {"computers": 8, "scanners": 2, "printers": 4},
    "trainings": {"courses": 0, "participants": 0, "hours": 0},
    "discipline": {"rewarded": 0, "disciplined": 0},
}


@pytest.fixture
def nine_months(cast):
    """Imported, typed and explained, two days after the period closed; its report is not begun."""
    with as_of(datetime(2026, 9, 18, 3).astimezone()):
        accounts.change_office(OFFICE, cast("quan"))
        for export in commune.EXPORTS:
            commune.take(export)
        for source in db.session.scalars(select(Source)):
            dossiers.cover(source, PERIOD.start, None)
        for register in ("inspections", "overdue"):
            a_register_in_use(register)
        typed = {f"{subject}.{leaf}": value for subject, told in TYPED.items() for leaf, value in told.items()}
        figures.enter(PERIOD, typed, {}, {}, cast("chi"))
        late = late_dossiers(db.session.scalars(select(Dossier.id).where(or_(*LATE))).all())
        words = {"explanation": "Hồ sơ phải xác minh tại nhiều nơi.", "remedy": "Đã trả kết quả cho công dân."}
        explain(late, {"main_cause": a_cause("CQ-04"), "unit": cast("an").unit} | words, cast("an"))
        yield


def test_the_report_is_composed_confirmed_checked_approved_and_exported(nine_months, cast):
    controller, director = cast("chi"), cast("dung")
    report = operations.open_report(PERIOD, controller)
    confirming.confirm_all(report, controller, current_report(PERIOD))

    # Explanations that nobody has approved yet are told, and no more than that: nothing composed is accused.
    assert {(one.problem.level, one.problem.rule) for one in waiving.findings(current_report(PERIOD))} == {
        (Level.WARNING, "approval-pending")
    }
    records.act(report, "submit", controller)
    records.act(report, "approve", director)

    text = txt(current_report(PERIOD)).decode()
    told = commune.TRUTH["periods"][PERIOD.code]["dossiers"]
    assert f"Kỳ trước chuyển qua {told['opening']} hồ sơ. Trong kỳ tiếp nhận {number(told['received'])} hồ sơ" in text
    assert f"Đã giải quyết {number(told['resolved'])} hồ sơ, trong đó trước hạn {told['resolved_early']} hồ sơ" in text
    assert "UBND XÃ AN PHÚ" in text and "……" not in text.replace("Số: ……", "").replace("ngày …… tháng ……", "")
    for kind, made in FORMATS.items():
        assert len(made.render(current_report(PERIOD))) > 5000, kind
