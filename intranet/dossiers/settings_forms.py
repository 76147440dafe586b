"""What may be typed about source systems, and about who handles which field."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import BooleanField

from intranet.accounts.models import Unit
from intranet.kernel.forms import BaseForm, EntityField, day, line
from intranet.kernel.versioned import VersionedForm

PREFIX = "field-"


class SourceForm(VersionedForm):
    name = line("Tên hệ thống", "Hãy nhập tên hệ thống.", longest=200)
    is_expected = BooleanField("Số liệu của kỳ chờ tệp kết xuất của hệ thống này")
    covers_from = day(
        "Đủ hồ sơ từ ngày",
        description="Tệp kết xuất có đủ hồ sơ từ ngày này. Để trống thì lấy ngày đề xuất theo hồ sơ đầu tiên.",
    )
    keeps_applicants = BooleanField("Lưu tên người nộp; chỉ đơn vị giải quyết hồ sơ thấy tên")


class FieldUnitsForm(BaseForm):
    """One choice of unit for each field, by its slug."""

    def chosen(self, fields: Mapping[str, str]) -> dict[str, Unit | None]:
        return {field: self._fields[PREFIX + field].data for field in fields}


def fields_form(fields: Mapping[str, str], present: Mapping[str, Unit], units: Sequence[Unit]) -> FieldUnitsForm:
    """A form over these fields, each with the unit that has it now."""
    columns: dict[str, Any] = {
        PREFIX + field: EntityField(label, blank="— Chưa có đơn vị —", default=present.get(field))
        for field, label in fields.items()
    }
    form = type("TheseFields", (FieldUnitsForm,), columns)()
    for name in columns:
        form[name].offer(units)
    return form
