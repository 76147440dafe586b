"""What a person may type about a document."""

from intranet.documents.models import Document
from intranet.documents.types import Direction, DocumentType, Purpose
from intranet.kernel.forms import EnumField, day, line, text
from intranet.kernel.versioned import VersionedForm

LABELS = Document.labels


class DocumentForm(VersionedForm):
    direction = EnumField("Ban hành hay đến", Direction, "Hãy chọn văn bản ban hành hay văn bản đến.")
    document_type = EnumField(LABELS["document_type"], DocumentType, "Hãy chọn loại văn bản.")
    symbol = line(
        LABELS["symbol"],
        "Hãy nhập số, ký hiệu của văn bản.",
        longest=100,
        description="Ghi như trên văn bản, ví dụ 53/KH-UBND.",
    )
    issued_on = day(LABELS["issued_on"], "Hãy nhập ngày ban hành.")
    issuer = line(LABELS["issuer"], "Hãy nhập cơ quan ban hành.", description="Ví dụ: Bộ Tư pháp.")
    purpose = EnumField(LABELS["purpose"], Purpose, "Hãy chọn việc mà văn bản phục vụ.")
    summary = text(
        LABELS["summary"],
        "Hãy ghi trích yếu nội dung.",
        longest=2000,
        description="Ghi tiếp sau tên cơ quan, ví dụ: về kiểm soát thủ tục hành chính năm 2026.",
        render_kw={"rows": 3},
    )
