"""The facts of a real quarter, the first of 2026, and what a report says when they change. Pure."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from intranet.categories.catalogue import CATALOGUE, Category, Definition, Family, definitions
from intranet.categories.families import Cause, Side
from intranet.figures.comparing import Earlier, beside
from intranet.figures.fact import Fact, Origin
from intranet.figures.facts import Facts, PrintedOffice
from intranet.figures.formulas import computed
from intranet.figures.notes import (
    DocumentNote,
    FindingNote,
    InspectionNote,
    OverdueNote,
    ProcedureNote,
    ProposalNote,
    TrainingNote,
)
from intranet.kernel.period import Period

FIELDS = (("ho-tich", "Hộ tịch"), ("chung-thuc", "Chứng thực"), ("ho-kinh-doanh", "Hộ kinh doanh"))
CAUSES = (
    Cause("CQ-04", "Cập nhật, kết thúc hồ sơ trên hệ thống chậm hoặc sai trạng thái", Side.INTERNAL),
    Cause("HT-01", "Lỗi hệ thống, đồng bộ hoặc liên thông dữ liệu", Side.EXTERNAL),
    Cause("KQ-01", "Bất khả kháng", Side.EXTERNAL),
)

# Causes, findings, training, proposals, internal procedures and the number of payments are invented: the real report
# does not tell them.
FIGURES: dict[str, int] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))

NOTICE_BOARD = FindingNote(
    text="Bảng niêm yết còn thiếu TTHC mới được công bố.",
    severity="Nhẹ",
    unit="Phòng Kinh tế, Hạ tầng và Đô thị",
    remedy="Bổ sung bản niêm yết theo danh mục mới nhất",
    due_on=date(2026, 2, 27),
    state="Đã khắc phục",
    closed=True,
)
STATUS = replace(
    NOTICE_BOARD,
    text="Trạng thái hồ sơ cập nhật chậm trên hệ thống",
    severity="Trung bình",
    remedy="Cập nhật trạng thái hồ sơ trong ngày",
)
APOLOGY = replace(
    NOTICE_BOARD,
    text="Hồ sơ quá hạn chưa có văn bản xin lỗi",
    unit="Bộ phận Tư pháp",
    remedy="Gửi văn bản xin lỗi, hẹn lại ngày trả kết quả",
    due_on=date(2026, 3, 31),
    state="Chờ xác nhận",
    closed=False,
)
ON_SITE = InspectionNote(
    id=1,
    title="Kiểm tra niêm yết, công khai TTHC",
    kind="Định kỳ",
    method="Trực tiếp",
    unit="Phòng Kinh tế, Hạ tầng và Đô thị",
    started_on=date(2026, 1, 20),
    ended_on=date(2026, 1, 21),
    basis="Kế hoạch số 12/KH-UBND ngày 05/01/2026",
    findings=(NOTICE_BOARD, STATUS),
)
BY_SYSTEM = replace(
    ON_SITE,
    id=2,
    title="Kiểm tra việc giải quyết hồ sơ hộ tịch, chứng thực",
    method="Qua hệ thống",
    unit="Bộ phận Tư pháp",
    started_on=date(2026, 2, 5),
    ended_on=date(2026, 2, 5),
    findings=(APOLOGY,),
)
SELF_CHECK = replace(
    BY_SYSTEM,
    id=3,
    title="Tự kiểm tra việc tiếp nhận, trả kết quả",
    kind="Tự kiểm tra",
    unit="Trung tâm Phục vụ hành chính công",
    started_on=date(2026, 3, 10),
    ended_on=date(2026, 3, 11),
    findings=(),
)
INSPECTIONS = (ON_SITE, BY_SYSTEM, SELF_CHECK)
PROVINCE, WARD = "UBND tỉnh Lạng Sơn", "UBND phường Tam Thanh"
PLAN = DocumentNote("Kế hoạch", "53/KH-UBND", date(2026, 2, 11), WARD, "kiểm soát TTHC năm 2026")
FROM_ABOVE = replace(PLAN, symbol="38/KH-UBND", issued_on=date(2026, 2, 5), issuer=PROVINCE, is_issued=False)
LETTER = DocumentNote("Công văn", "110a/UBND-TTPVHCC", date(2026, 2, 20), WARD, "chọn TTHC để rà soát")
DOCUMENTS = (FROM_ABOVE, PLAN, LETTER, replace(LETTER, symbol="383/UBND-TTPVHCC", issued_on=date(2026, 3, 10)))
ONLINE = TrainingNote(
    "Hướng dẫn nộp hồ sơ trực tuyến", date(2026, 1, 14), date(2026, 1, 14), 34, "Trực tuyến", "Sở Nội vụ", 4
)
TRAININGS = (
    ONLINE,
    TrainingNote("Nghiệp vụ kiểm soát TTHC", date(2026, 2, 24), date(2026, 2, 25), 12, "Tập trung", PROVINCE, 4),
)
SHORTER = ProposalNote(
    title="Rút ngắn thời hạn thẩm định",
    about="TTHC",
    procedure="Cấp giấy phép xây dựng",
    measure="Rút ngắn thời gian",
    unit="Phòng Kinh tế, Hạ tầng và Đô thị",
    stage="Chờ duyệt",
    is_business=False,
    is_approved=False,
    cost_before=16_000_000,
    cost_after=9_600_000,
    days_before=5,
    days_after=3,
)
FEWER_PAPERS = replace(
    SHORTER,
    title="Bỏ bản sao giấy tờ đã có trong cơ sở dữ liệu",
    procedure="Đăng ký hộ kinh doanh",
    measure="Cắt giảm giấy tờ",
    stage="Đã gửi cấp trên",
    is_business=True,
    is_approved=True,
    cost_before=32_000_000,
    cost_after=28_800_000,
    days_after=5,
)
PROPOSALS = (SHORTER, FEWER_PAPERS)
BIRTH = ProcedureNote("Đăng ký khai sinh", "QT-HT-01", False, True, date(2026, 2, 2))
PROCEDURES = (
    BIRTH,
    replace(BIRTH, name="Đăng ký kết hôn", symbol="QT-HT-02", effective_from=date(2025, 7, 1)),
    ProcedureNote("Chứng thực bản sao", "QT-CT-01", False, False),
    ProcedureNote("Cử công chức đi tập huấn", "NB-01", True, False),
)
OVERDUE = tuple(
    OverdueNote(
        code=f"000.00.14.H37-260105-{number:04}",
        cause="CQ-04" if number <= 4 else "HT-01",
        is_explained=number < 11,
        remedy="Trả kết quả, cập nhật lại trạng thái" if number <= 4 else "Báo lỗi cho đơn vị quản lý hệ thống.",
        prevention="Đối chiếu danh sách hồ sơ đến hạn mỗi ngày",
    )
    for number in range(1, 12)
)
OFFICE = PrintedOffice(
    name="Ủy ban nhân dân\nphường Tam Thanh",
    centre="Trung tâm Phục vụ hành chính công phường Tam Thanh",
    place="Tam Thanh",
    address="số 759 đường Trần Đăng Ninh",
    addressee="UBND tỉnh Lạng Sơn",
    recipients=("UBND tỉnh Lạng Sơn", "Trang thông tin điện tử phường"),
    archive="VT",
    signing_authority="TM. ỦY BAN NHÂN DÂN",
    signatory_post="CHỦ TỊCH",
)


def known_definitions() -> dict[str, Definition]:
    fields = [Category(Family.FIELD, slug, name) for slug, name in FIELDS]
    return definitions([*fields, *(Category(Family.CAUSE, it.code, it.label, it.side) for it in CAUSES)])


def figures(values: Mapping[str, int | Decimal | None]) -> dict[str, Fact]:
    """Every figure of the catalogue, entered where there is a value, else missing; then all that follows from them."""
    facts = {
        name: Fact(
            name,
            values.get(name),
            definition.label,
            definition.unit,
            Origin.MISSING if values.get(name) is None else Origin.ENTERED,
        )
        for name, definition in known_definitions().items()
    }
    return computed(facts, FIELDS, CAUSES)


def facts_of(values: Mapping[str, int | Decimal | None], **change: Any) -> Facts:
    """A report on these values and no records."""
    known: dict[str, Any] = {
        "period": Period.parse("2026-Q1"),
        "office": OFFICE,
        "figures": figures(values),
        "fields": FIELDS,
        "causes": CAUSES,
    }
    return Facts(**known | change)


def quarter(values: Mapping[str, int | Decimal | None] | None = None, **change: Any) -> Facts:
    """The real quarter; `values` replace some of its figures, `change` its other parts."""
    known: dict[str, Any] = {
        "inspections": INSPECTIONS,
        "documents": DOCUMENTS,
        "trainings": TRAININGS,
        "proposals": PROPOSALS,
        "procedures": PROCEDURES,
        "overdue": OVERDUE,
        "windows": {"digitisation": (date(2025, 9, 11), date(2026, 3, 15))},
    }
    return facts_of(FIGURES | dict(values or {}), **known | change)


def nothing_known(**change: Any) -> Facts:
    return facts_of({}, **change)


def all_the_same(value: int) -> Facts:
    """Every figure of the catalogue that is typed or counted has this value."""
    return facts_of({name: value for name in known_definitions() if name not in COMPUTED})


COMPUTED = {
    name for name, definition in CATALOGUE.items() if not definition.typed and not name.startswith("inspections.")
}


def with_earlier(facts: Facts, **values: Mapping[str, int | Decimal]) -> Facts:
    """The facts with those of the quarter before and of the one a year ago, of which `values` are known by side."""
    periods = {"previous": facts.period.previous, "last_year": replace(facts.period, year=facts.period.year - 1)}
    earlier = {side: Earlier(periods[side], figures(known)) for side, known in values.items()}
    known = {**facts.figures, **beside(facts.figures, facts.period, earlier)}
    return replace(facts, figures=known, earlier={side: periods[side] for side in values})
