"""What may be typed about a field or an overdue cause."""

from wtforms import IntegerField
from wtforms.validators import NumberRange, Optional, Regexp

from intranet.categories.families import Asks, Family, Side
from intranet.kernel.forms import EnumField, day, line
from intranet.kernel.versioned import VersionedForm

LAST = 999
CODE = Regexp(r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", message="Hãy dùng chữ không dấu và số, nối bằng gạch nối.")
FIXED = "Số liệu mang mã này, nên lưu rồi thì không đổi được."


class FieldForm(VersionedForm):
    label = line("Tên", "Hãy nhập tên.", longest=150)
    position = IntegerField(
        "Thứ tự",
        [Optional(), NumberRange(1, LAST, f"Hãy nhập số thứ tự từ 1 đến {LAST}.")],
        description="Các mục từ chỗ này lùi lại. Mục mới để trống thì đứng cuối.",
    )
    official_code = line("Mã chính thức", longest=30, description="Để trống cho đến khi có mã của biểu mẫu chính thức.")
    effective_from = day(
        "Dùng từ ngày", "Hãy nhập ngày bắt đầu dùng.", description="Có trong những kỳ kết thúc từ ngày này."
    )
    effective_to = day("Dùng đến hết ngày", description="Để trống khi còn dùng. Nhập ngày để ngừng dùng.")


class CauseForm(FieldForm):
    side = EnumField("Nhóm nguyên nhân", Side, "Hãy chọn chủ quan hay khách quan.")
    asks = EnumField("Hỏi thêm", Asks, blank="Không hỏi thêm", description="Điều người giải trình phải ghi thêm.")


class NewFieldForm(FieldForm):
    code = line("Mã", "", CODE, longest=40, description=f"Để trống thì lấy theo tên, ví dụ ho-tich. {FIXED}")


class NewCauseForm(CauseForm):
    code = line("Mã", "Hãy nhập mã, ví dụ CQ-07.", CODE, longest=40, description=f"Ví dụ CQ-07. {FIXED}")


FORMS = {Family.FIELD: FieldForm, Family.CAUSE: CauseForm}
NEW_FORMS = {Family.FIELD: NewFieldForm, Family.CAUSE: NewCauseForm}
