"""What may be typed about a day that is worked, or off, other than usual."""

from intranet.kernel.day_changes import DayKind
from intranet.kernel.forms import EnumField, day, text
from intranet.kernel.versioned import VersionedForm


class DayChangeForm(VersionedForm):
    day = day("Ngày", "Hãy nhập ngày.")
    kind = EnumField("Là ngày", DayKind, "Hãy chọn ngày nghỉ hay ngày làm việc.")
    reason = text(
        "Lý do, căn cứ",
        "Hãy nhập lý do hoặc văn bản thông báo.",
        longest=500,
        description="Ví dụ: nghỉ thay cho thứ Bảy 10/01/2026, kèm số và ngày của văn bản thông báo.",
        render_kw={"rows": 3},
    )
