"""What may be typed about the evidence of figures."""

import re
from typing import Any

from wtforms import Field
from wtforms.validators import ValidationError

from intranet.kernel.forms import line
from intranet.kernel.versioned import VersionedForm

# A browser runs what other kinds of addresses say, or opens files of the reader's own machine.
ADDRESS = re.compile(r"https?://[^\s/\\<>\"']+[^\s<>\"]*", re.IGNORECASE)


def is_address(form: Any, field: Field) -> None:
    if field.data and not ADDRESS.fullmatch(field.data):
        raise ValidationError("Hãy nhập đường dẫn bắt đầu bằng http:// hoặc https://, không có dấu cách.")


class EvidenceForm(VersionedForm):
    link = line(
        "Đường dẫn",
        "",
        is_address,
        longest=1000,
        description="Nơi đọc được văn bản hoặc số liệu gốc, ví dụ trên hệ thống quản lý văn bản.",
    )
