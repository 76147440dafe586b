"""What may be typed about a legal text."""

from typing import Any

from wtforms import BooleanField

from intranet.documents.symbol import parse
from intranet.documents.types import DocumentType
from intranet.kernel.forms import EnumField, day, line
from intranet.kernel.versioned import VersionedForm


class LegalReferenceForm(VersionedForm):
    kind = EnumField("Loại văn bản", DocumentType, "Hãy chọn loại văn bản.")
    number = line("Số, ký hiệu", "Hãy nhập số, ký hiệu.", longest=60, description="Ví dụ 118/2025/NĐ-CP.")
    issuer = line("Cơ quan ban hành", "Hãy nhập cơ quan ban hành.", longest=200)
    issued_on = day("Ngày ban hành", description="Để trống nếu chưa rõ.")
    summary = line("Trích yếu", longest=500, description="Viết tiếp sau tên cơ quan, ví dụ: về công tác văn thư.")
    in_force_from = day("Có hiệu lực từ ngày", description="Để trống nếu chưa rõ.")
    in_force_to = day("Hiệu lực đến hết ngày", description="Để trống khi còn hiệu lực.")
    replaced_by = line("Được thay bằng", longest=60, description="Số, ký hiệu của văn bản thay thế, nếu có.")
    is_checked = BooleanField("Đã đối chiếu văn bản gốc")

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether each field can be, and all of it together."""
        if not super().validate(extra_validators):
            return False
        for name, message in self.objections():
            self[name].errors = [*self[name].errors, message]
        return not self.errors

    def objections(self) -> list[tuple[str, str]]:
        """What cannot be, by field."""
        found = []
        if self.number.data and parse(self.number.data) is None:
            found.append(("number", "Hãy viết số, ký hiệu như 118/2025/NĐ-CP hoặc 53/KH-UBND, không có khoảng trắng."))
        if self.in_force_from.data and self.in_force_to.data and self.in_force_to.data < self.in_force_from.data:
            found.append(("in_force_to", "Hãy nhập ngày không sớm hơn ngày có hiệu lực."))
        if self.replaced_by.data and not self.in_force_to.data:
            found.append(("in_force_to", "Văn bản đã được thay thế thì hết hiệu lực: hãy nhập ngày cuối còn hiệu lực."))
        if self.replaced_by.data and self.replaced_by.data == self.number.data:
            found.append(("replaced_by", "Hãy nhập số, ký hiệu của văn bản khác."))
        return found
