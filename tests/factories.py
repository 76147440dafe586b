"""One function per model, with honest defaults. Nothing here commits but an import, which does so while reading."""

from datetime import date
from decimal import Decimal
from typing import Any

from argon2 import PasswordHasher

from intranet.accounts.models import Role, Unit, User
from intranet.categories.models import FigureCategory
from intranet.decisions import confirming, waiving
from intranet.decisions import operations as reports
from intranet.decisions.findings import findings
from intranet.documents import operations as documents
from intranet.documents.models import Document
from intranet.documents.types import Direction, DocumentType, Purpose
from intranet.dossiers.models import ImportBatch, Stage
from intranet.dossiers.operations import upload
from intranet.figures import operations as figures
from intranet.figures.models import FigureEntry, RegisterUse
from intranet.inspections.models import Finding, Inspection, InspectionItem
from intranet.inspections.workflow import Kind, Method, Result, Severity
from intranet.kernel.clock import now
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.overdue import operations as overdue
from intranet.overdue.models import OverdueCase
from intranet.procedures.catalogue import Handling, OnlineLevel, Procedure
from intranet.procedures.models import InternalProcedure, InternalTthc
from intranet.procedures.steps import Step, Steps
from intranet.procedures.workflow import PARTS
from intranet.proposals import operations as proposals
from intranet.proposals.models import Amended, Proposal
from intranet.proposals.workflow import About, Measure
from intranet.records import operations as records
from intranet.reports.current import current_report
from intranet.reports.models import Outline, Report
from intranet.trainings import operations as trainings
from intranet.trainings.models import Attendee, Training
from intranet.trainings.workflow import Mode

# "mat-khau-1" hashed once with little work, so that tests do not spend their time on passwords.
PASSWORD = "mat-khau-1"


def cheap_hash() -> str:
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


UNIT_NAMES = {"TP": "Bộ phận Tư pháp", "VH": "Phòng Văn hóa - Xã hội", "TT": "Trung tâm Phục vụ hành chính công"}


def a_unit(code: str) -> Unit:
    unit = Unit(code=code, name=UNIT_NAMES.get(code, f"Đơn vị {code}"))
    db.session.add(unit)
    db.session.flush()
    return unit


def a_user(username: str, role: Role, unit: Unit) -> User:
    user = User(
        username=username,
        full_name=f"{role.label} {username.capitalize()}",
        role=role,
        unit=unit,
        password_hash=cheap_hash(),
    )
    db.session.add(user)
    db.session.flush()
    return user


def an_inspection(author: User, **change: Any) -> Inspection:
    """A draft of the author's unit, about that unit, of three days in the first quarter of 2026."""
    values: dict[str, Any] = {
        "title": "Kiểm tra niêm yết thủ tục hành chính",
        "inspection_kind": Kind.PERIODIC,
        "method": Method.ON_SITE,
        "theme": "Công khai thủ tục hành chính",
        "basis": "Kế hoạch số 12/KH-UBND ngày 05/01/2026",
        "inspected_unit": author.unit,
        "leader": "Nguyễn Văn Trưởng",
        "secretary": "Trần Thị Ký",
        "started_on": date(2026, 2, 3),
        "ended_on": date(2026, 2, 5),
    } | change
    values.setdefault("occurs_on", values["ended_on"] or values["started_on"])
    return records.create(Inspection(unit=author.unit, **values), author)


def an_item(inspection: Inspection, position: int = 1, **change: Any) -> InspectionItem:
    """A checklist row of the inspection that has passed."""
    values: dict[str, Any] = {"text": "Niêm yết đủ thủ tục hành chính", "result": Result.PASSED} | change
    item = InspectionItem(inspection=inspection, position=position, **values)
    db.session.add(item)
    db.session.flush()
    return item


def a_finding(item: InspectionItem, **change: Any) -> Finding:
    """What the row's failure is, to be mended by the inspected unit by 20/3/2026."""
    item.result = Result.FAILED
    values: dict[str, Any] = {
        "text": "Thiếu hai thủ tục trên bảng niêm yết",
        "severity": Severity.MINOR,
        "responsible_unit": item.inspection.inspected_unit,
        "remedy": "Niêm yết bổ sung",
        "due_on": date(2026, 3, 20),
    } | change
    finding = Finding(item=item, **values)
    db.session.add(finding)
    db.session.flush()
    return finding


def a_ready_inspection(author: User, **change: Any) -> Inspection:
    """An inspection with one passed row and a conclusion: it may be submitted as it is."""
    concluded = {"conclusion": "Đơn vị thực hiện đúng quy định.", "concluded_on": date(2026, 2, 10)}
    inspection = an_inspection(author, **concluded | change)
    an_item(inspection)
    db.session.refresh(inspection)
    return inspection


def an_approved_inspection(author: User, director: User, **change: Any) -> Inspection:
    inspection = a_ready_inspection(author, **change)
    records.act(inspection, "submit", author)
    records.act(inspection, "approve", director)
    return inspection


def a_figure(actor: User, name: str, value: int | None, period: str = "2026-Q1", **more: Any) -> FigureEntry:
    """A figure as it was typed for a period, the first quarter of 2026; `more` are the entry's other columns."""
    entry = FigureEntry(period_code=period, name=name, value=value, entered_by=actor, entered_at=now(), **more)
    db.session.add(entry)
    db.session.flush()
    return entry


def typed_figures(code: str, author: User, **values: int | None) -> None:
    """Figures of a period as somebody typed them; `dossiers__received` stands for dossiers.received."""
    figures.enter(
        Period.parse(code), {name.replace("__", "."): value for name, value in values.items()}, {}, {}, author
    )


def a_report(author: User, code: str = "2026-Q1") -> Report:
    return reports.open_report(Period.parse(code), author)


def a_submitted_report(author: User, code: str = "2026-Q1") -> Report:
    report = a_report(author, code)
    waive_errors(report, author)
    records.act(report, "submit", author)
    return report


def waive_errors(report: Report, actor: User) -> None:
    """Let every error of the checks stand: most tests write reports with hardly a figure."""
    confirming.confirm_all(report, actor, current_report(report.period))
    errors = [one.problem for one in findings(current_report(report.period)) if one.blocks]
    if errors:
        waiving.let_stand(report, errors, "Số liệu thử, để trống có chủ ý.", actor)


def an_approved_report(author: User, director: User, code: str = "2026-Q1") -> Report:
    report = a_submitted_report(author, code)
    records.act(report, "approve", director)
    return report


def an_outline(effective_from: date, **change: Any) -> Outline:
    """A short outline: one heading people write, one that composes itself."""
    text = "# Chỉ đạo {text.direction}\nLời văn có sẵn.\n# Hồ sơ {dossiers}"
    values = {"name": "Đề cương ngắn", "subject": "Kết quả kiểm soát TTHC [[kỳ]]", "text": text} | change
    outline = Outline(effective_from=effective_from, **values)
    db.session.add(outline)
    db.session.flush()
    return outline


def a_procedure(author: User, **change: Any) -> InternalProcedure:
    """A draft of three days in two steps that add up, to apply from 02/02/2026: it may be submitted as it is."""
    steps = (
        Step("Bộ phận Một cửa, công chức tiếp nhận", "Tiếp nhận, kiểm tra hồ sơ", 4, "Giấy tiếp nhận và hẹn trả"),
        Step("Bộ phận Tư pháp, công chức hộ tịch", "Thẩm định, trình ký", 20, "Trích lục"),
    )
    values: dict[str, Any] = {
        "title": "Đăng ký lại khai sinh",
        "code": "QT-TP-01",
        "procedure_code": "1.004884",
        "legal_basis": "Luật Hộ tịch\nNghị định số 123/2015/NĐ-CP",
        "papers": "Tờ khai (bản chính)\nBản sao giấy khai sinh cũ",
        "total_hours": 24,
        "effective_from": date(2026, 2, 2),
        "occurs_on": date(2026, 2, 2),
        "sequence": Steps(steps),
    } | change
    return records.create(InternalProcedure(unit=author.unit, **values), author)


def a_published_procedure(**change: Any) -> Procedure:
    """Đăng ký khai sinh as the catalogue has it, in force since 01/07/2025."""
    values: dict[str, Any] = {
        "code": "1.000100",
        "name": "Đăng ký khai sinh",
        "field_name": "Hộ tịch",
        "handling": Handling.ONE_STOP,
        "online": OnlineLevel.PARTIAL,
        "effective_from": date(2025, 7, 1),
    } | change
    procedure = Procedure(**values)
    db.session.add(procedure)
    db.session.flush()
    return procedure


def an_approved_procedure(author: User, director: User, **change: Any) -> InternalProcedure:
    procedure = a_procedure(author, **change)
    records.act(procedure, "submit", author)
    records.act(procedure, "approve", director)
    return procedure


def an_internal_tthc(author: User, **change: Any) -> InternalTthc:
    """A draft with all its parts: it may be submitted as it is."""
    values: dict[str, Any] = {
        "title": "Cử công chức đi bồi dưỡng",
        "code": "NB-01",
        "occurs_on": date(2026, 2, 2),
        **{name: f"{label}: theo quy định" for name, label in PARTS.items()},
    } | change
    return records.create(InternalTthc(unit=author.unit, **values), author)


def a_document(author: User, **change: Any) -> Document:
    """A plan the ward issued in the first quarter of 2026, filed by the author's unit."""
    values: dict[str, Any] = {
        "direction": Direction.ISSUED,
        "document_type": DocumentType.PLAN,
        "symbol": "53/KH-UBND",
        "issued_on": date(2026, 2, 11),
        "issuer": "UBND phường Tam Thanh",
        "purpose": Purpose.PLAN,
        "summary": "về kiểm soát thủ tục hành chính năm 2026",
    } | change
    return documents.create(values, author)


def a_training(author: User, *attendees: Attendee, **change: Any) -> Training:
    """A course of two days and 12 hours in the first quarter of 2026; one person of the author's unit took part."""
    values: dict[str, Any] = {
        "title": "Kỹ năng số hóa hồ sơ",
        "organiser": "Trung tâm Phục vụ hành chính công tỉnh",
        "mode": Mode.IN_PERSON,
        "started_on": date(2026, 1, 20),
        "ended_on": date(2026, 1, 21),
        "hours": 12,
        "attendees": list(attendees) or [Attendee(author.unit, "Nguyễn Văn Học", 1, "")],
    } | change
    return trainings.create(values, author)


def a_proposal(author: User, **change: Any) -> Proposal:
    """A draft ready to be submitted: 80 hours become 72, ten times a year by one person: 32 million đồng, 10 % less."""
    both: dict[str, Any] = {"fees": 0, "other": 0, "times": 10, "subjects": 1, "days": 5}
    values: dict[str, Any] = {
        "title": "Rút ngắn thời gian chứng thực chữ ký",
        "about": About.PROCEDURE,
        "procedure_code": "2.000884",
        "procedure_name": "Chứng thực chữ ký",
        "is_business": False,
        "measure": Measure.SHORTEN,
        "present_rule": "Người dân phải nộp bản giấy.",
        "problem": "Mất thời gian đi lại.",
        "proposal": "Nhận hồ sơ trực tuyến.",
        "reason": "Dữ liệu đã có sẵn.",
        "amended": [Amended("khoản 1 Điều 24", "Nghị định số 23/2015/NĐ-CP", "bỏ bản giấy")],
        "hours_before": Decimal(80),
        "hours_after": Decimal(72),
        **{f"{name}_{side}": value for name, value in both.items() for side in ("before", "after")},
    } | change
    return proposals.create(values, author)


def an_overdue_case(author: User, **change: Any) -> OverdueCase:
    """A dossier of the author's unit, finished two working days late in the first quarter of 2026, not explained."""
    values: dict[str, Any] = {
        "code": "000.00.14.H37-260105-0102",
        "procedure_name": "Chứng thực di chúc",
        "unit": author.unit,
        "received_on": date(2026, 1, 5),
        "due_on": date(2026, 1, 6),
        "finished_on": date(2026, 1, 8),
    } | change
    return overdue.create(values, author)


def a_cause(code: str) -> FigureCategory:
    """A cause of the catalogue, by its code."""
    return db.session.query(FigureCategory).filter_by(code=code).one()


def a_staged_import(user: User) -> ImportBatch:
    """A file of one dossier of the field Hộ tịch, read and not confirmed."""
    rows = ["Mã hồ sơ;Lĩnh vực;Ngày tiếp nhận;Ngày hẹn trả;Ngày kết thúc;Trạng thái;Hình thức tiếp nhận"]
    rows += ["H37-0001;Hộ tịch;05/02/2026;09/02/2026;06/02/2026;Đã trả kết quả;Trực tuyến"]
    batch = upload("Hệ thống tỉnh", "\n".join(rows).encode(), "ho-so.csv", date(2026, 3, 18), user)
    assert batch.stage is Stage.STAGED
    return batch


def a_register_in_use(register: str, since: date = date(2025, 12, 15)) -> None:
    """The register as the controller says it is used from this day on, whatever it holds."""
    db.session.add(RegisterUse(register=register, used_from=since))
    db.session.flush()
