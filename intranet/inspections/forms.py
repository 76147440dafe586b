"""What a person may type about an inspection as a whole."""

from types import SimpleNamespace
from typing import Any
from zlib import crc32

from intranet.inspections.models import Inspection
from intranet.inspections.workflow import Kind, Method
from intranet.kernel.formats import shown
from intranet.kernel.forms import EntityField, EnumField, day, line, text
from intranet.kernel.versioned import VersionedForm

LABELS = Inspection.labels


class InspectionForm(VersionedForm):
    title = line(
        LABELS["title"],
        "Hãy nhập tên cuộc kiểm tra.",
        description="Ví dụ: Kiểm tra việc niêm yết, công khai thủ tục hành chính.",
    )
    inspection_kind = EnumField(LABELS["inspection_kind"], Kind, "Hãy chọn loại kiểm tra.")
    method = EnumField(LABELS["method"], Method, "Hãy chọn cách kiểm tra.")
    inspected_unit = EntityField(LABELS["inspected_unit"], "Hãy chọn đơn vị được kiểm tra.")
    theme = text(LABELS["theme"], "Hãy ghi nội dung, chuyên đề kiểm tra.", render_kw={"rows": 3})
    basis = text(
        LABELS["basis"],
        "Hãy ghi căn cứ của cuộc kiểm tra.",
        description="Mỗi căn cứ một dòng, đủ số, ngày, cơ quan ban hành.",
        render_kw={"rows": 3},
    )
    started_on = day(LABELS["started_on"], "Hãy nhập ngày bắt đầu kiểm tra.")
    ended_on = day(LABELS["ended_on"], description="Để trống khi chưa biết.")
    place = line(LABELS["place"])
    leader = line(LABELS["leader"], "Hãy nhập họ tên trưởng đoàn.")
    secretary = line(LABELS["secretary"], "Hãy nhập họ tên thư ký.")
    members = text(LABELS["members"], longest=3000, description="Mỗi người một dòng.", render_kw={"rows": 3})
    representatives = text(
        LABELS["representatives"],
        longest=3000,
        description="Mỗi người một dòng: họ tên, chức vụ.",
        render_kw={"rows": 3},
    )


class ConclusionForm(VersionedForm):
    ended_on = day("Ngày kết thúc kiểm tra")
    concluded_on = day(LABELS["concluded_on"], description="Ngày ra thông báo kết luận.")
    conclusion = text(LABELS["conclusion"], render_kw={"rows": 6})


PLAN = tuple(name for name in LABELS if name not in ("conclusion", "concluded_on"))
CONCLUSION = ("ended_on", "concluded_on", "conclusion")


def as_stored(inspection: Inspection, names: tuple[str, ...]) -> SimpleNamespace:
    """These fields as one thing whose version follows from their own values: saving others does not disturb it."""
    values: dict[str, Any] = {name: getattr(inspection, name) for name in names}
    return SimpleNamespace(version=crc32("\n".join(map(shown, values.values())).encode()), **values)
