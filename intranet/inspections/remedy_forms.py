"""What a unit may type about a remedy."""

from flask_wtf.file import MultipleFileField

from intranet.kernel.forms import BaseForm, day, text
from intranet.records.attachments import MEDIA_TYPES


class RemedyForm(BaseForm):
    text = text("Đã khắc phục thế nào", "Hãy ghi đã khắc phục thế nào.")
    done_on = day("Ngày khắc phục xong", "Hãy nhập ngày khắc phục xong.")
    file = MultipleFileField(
        "Minh chứng",
        description="Chọn được nhiều tệp PDF, DOCX, XLSX, JPG hoặc PNG, mỗi tệp tối đa 20 MB.",
        render_kw={"accept": ",".join(MEDIA_TYPES)},
    )
