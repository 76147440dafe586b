"""What may be typed about the catalogue."""

from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, IntegerField
from wtforms.validators import NumberRange, Optional, Regexp

from intranet.kernel.forms import BaseForm, EnumField, day, line
from intranet.kernel.versioned import VersionedForm
from intranet.procedures import portal
from intranet.procedures.catalogue import Procedure
from intranet.procedures.catalogue_row import LONGEST_CODE, LONGEST_LIMIT, LONGEST_TEXT
from intranet.procedures.catalogue_words import Handling, OnlineLevel

LABELS = Procedure.labels
NO_SPACE = Regexp(r"^\S+$", message="Hãy nhập mã không có khoảng trắng, ví dụ 1.000100.")


class CatalogueForm(VersionedForm):
    code = line(LABELS["code"], "Hãy nhập mã TTHC, ví dụ 1.000100.", NO_SPACE, longest=LONGEST_CODE)
    name = line(LABELS["name"], "Hãy nhập tên TTHC.", longest=LONGEST_TEXT)
    field_name = line(LABELS["field_name"], "Hãy nhập lĩnh vực, ví dụ Hộ tịch.", longest=LONGEST_TEXT)
    handling = EnumField(LABELS["handling"], Handling, "Hãy chọn cơ chế giải quyết.")
    online = EnumField(LABELS["online"], OnlineLevel, "Hãy chọn mức độ trực tuyến.")
    postal = BooleanField("Tiếp nhận, trả kết quả qua bưu chính công ích (BCCI)")
    on_site = BooleanField("Giải quyết “4 tại chỗ”")
    is_published = BooleanField("Đã công khai", default=True)
    time_limit_days = IntegerField(
        LABELS["time_limit_days"],
        [Optional(), NumberRange(1, LONGEST_LIMIT, f"Hãy nhập số ngày làm việc từ 1 đến {LONGEST_LIMIT}.")],
        description="Để trống khi quyết định công bố không ghi số ngày.",
    )
    decision = line(LABELS["decision"], longest=LONGEST_TEXT, description="Số, ký hiệu và ngày của quyết định.")
    effective_from = day(LABELS["effective_from"], "Hãy nhập ngày có hiệu lực.")
    effective_to = day(
        LABELS["effective_to"],
        description="Ghi ngày cuối còn hiệu lực khi TTHC bị bãi bỏ; đến hết ngày ấy vẫn được tính.",
    )


class CatalogueUploadForm(BaseForm):
    file = FileField(
        "Tệp danh mục",
        [FileRequired("Hãy chọn tệp danh mục TTHC.")],
        description="Excel, ODS hoặc CSV, có các cột như ghi bên dưới.",
    )


class PortalForm(VersionedForm):
    pattern = line(
        "Mẫu địa chỉ",
        "Hãy nhập địa chỉ trang của TTHC.",
        longest=portal.LONGEST,
        description=f"Chỗ của mã TTHC ghi là {portal.PLACE}. Để biết mẫu, hãy mở một TTHC trên Cổng rồi chép địa chỉ.",
    )
