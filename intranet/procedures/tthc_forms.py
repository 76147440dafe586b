"""What a person may type about a TTHC nội bộ. Parts may wait; only submitting asks for all of them."""

from intranet.kernel.forms import line, text
from intranet.kernel.versioned import VersionedForm
from intranet.procedures.models import InternalTthc
from intranet.procedures.workflow import PARTS

LABELS, ROWS = InternalTthc.labels, {"rows": 3}


class TthcForm(VersionedForm):
    title = line(LABELS["title"], "Hãy nhập tên TTHC nội bộ.")
    code = line(LABELS["code"], "Hãy nhập mã hoặc ký hiệu của TTHC nội bộ.", longest=60)
    course = text(PARTS["course"], render_kw={"rows": 6}, description="Mỗi bước một dòng.")
    manner = text(PARTS["manner"], render_kw=ROWS, description="Trực tiếp, qua bưu chính hay trên hệ thống nào.")
    papers = text(PARTS["papers"], render_kw=ROWS, description="Mỗi giấy tờ một dòng; cuối cùng là số bộ hồ sơ.")
    time_limit = text(PARTS["time_limit"], render_kw=ROWS)
    subjects = text(PARTS["subjects"], render_kw=ROWS)
    agency = text(PARTS["agency"], render_kw=ROWS)
    outcome = text(PARTS["outcome"], render_kw=ROWS)
    fee = text(PARTS["fee"], render_kw=ROWS)
    form_template = text(PARTS["form_template"], render_kw=ROWS)
    conditions = text(PARTS["conditions"], render_kw=ROWS)
    legal_basis = text(PARTS["legal_basis"], render_kw=ROWS, description="Mỗi căn cứ một dòng.")
