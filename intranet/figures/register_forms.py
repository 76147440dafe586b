"""What may be typed about the day from which a register is in use."""

from intranet.kernel.forms import day
from intranet.kernel.versioned import VersionedForm


class UseForm(VersionedForm):
    used_from = day(
        "Dùng từ ngày",
        description="Kỳ bắt đầu từ ngày này trở đi lấy số theo sổ, kể cả số 0. Để trống thì dùng ngày đề xuất.",
    )
