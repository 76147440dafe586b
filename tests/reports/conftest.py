"""What tests of the report share."""

from datetime import UTC, date, datetime

import pytest
from factories import (
    a_cause,
    a_document,
    a_finding,
    a_procedure,
    a_proposal,
    a_ready_inspection,
    a_training,
    an_approved_procedure,
    an_item,
    an_overdue_case,
)

from intranet.documents.types import Direction
from intranet.kernel.clock import as_of
from intranet.kernel.db import db
from intranet.records import operations as records


@pytest.fixture
def one_of_each(cast):
    """The first quarter of 2026 with something in every register, and something in each that does not count."""
    an, dung = cast("an"), cast("dung")
    with as_of(datetime(2026, 2, 2, 3, tzinfo=UTC)):
        inspection = a_ready_inspection(an)
        for position in (2, 3):
            a_finding(an_item(inspection, position))
        db.session.refresh(inspection)
        a_document(an)
        a_document(an, direction=Direction.RECEIVED, symbol="38/KH-UBND")
        a_training(an)
        records.act(a_training(an, title="Khóa đã hủy"), "cancel", an, "Ghi nhầm.")
        an_approved_procedure(an, dung)
        a_procedure(an, code="QT-TP-02")
        explained = {"main_cause": a_cause("HT-01"), "explanation": "Hệ thống lỗi.", "remedy": "Đã trả kết quả."}
        apology = {"apology_number": "01/PXL", "apology_on": date(2026, 1, 5)}
        an_overdue_case(an, **explained, **apology)
        an_overdue_case(an, code="000.00.14.H37-260105-0103")
        proposal = a_proposal(an)
        a_proposal(an, title="Còn là bản nháp")
        for record in (inspection, proposal):
            records.act(record, "submit", an)
            records.act(record, "approve", dung)
