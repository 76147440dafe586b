"""What a person may type about a report, its sections, its forms and its outline."""

from wtforms import BooleanField, HiddenField, SelectMultipleField
from wtforms.validators import Regexp

from intranet.kernel.forms import day, line, text, whole_number
from intranet.kernel.versioned import VersionedForm
from intranet.reports.duties.models import ReportDuty

NUMBER = Regexp(r"^[0-9]{1,6}[a-z]?$", message="Hãy chỉ nhập số, ví dụ 235 hoặc 110a; ký hiệu sau số được in sẵn.")


class SectionForm(VersionedForm):
    """`base` is the text that the editor was opened with, from which what others saved meanwhile grew, too."""

    text = text("Nội dung", longest=50_000)
    base = HiddenField("Nội dung lúc mở")


class IssueForm(VersionedForm):
    number = line("Số", "", NUMBER, description="Chỉ nhập số, ví dụ 235. Để trống nếu chưa có: bản in chừa chỗ điền.")
    issued_on = day("Ngày ban hành", description="Để trống nếu chưa có.")


class OutlineForm(VersionedForm):
    name = line("Tên đề cương", "Hãy nhập tên đề cương.")
    subject = line(
        "Trích yếu báo cáo",
        "Hãy nhập trích yếu báo cáo.",
        longest=500,
        description="Dòng in dưới chữ “BÁO CÁO”. Viết [[kỳ]] ở chỗ cần ghi tên kỳ báo cáo.",
    )
    effective_from = day(
        "Có hiệu lực từ ngày",
        "Hãy nhập ngày có hiệu lực.",
        description="Báo cáo của kỳ kết thúc từ ngày này trở đi dùng đề cương này, cho đến đề cương mới hơn.",
    )
    is_for_year = BooleanField("Chỉ dùng cho báo cáo năm")
    text = text("Các đề mục", "Hãy nhập các đề mục.", longest=100_000)


class DutyForm(VersionedForm):
    is_owed = BooleanField(ReportDuty.labels["is_owed"])
    working_days = whole_number(
        ReportDuty.labels["working_days"],
        "Hãy nhập số ngày làm việc.",
        description="Báo cáo được gửi chậm nhất vào ngày làm việc thứ bấy nhiêu. Ghi 0 nếu gửi ngay ngày chốt số liệu.",
    )
    owed_from = day(
        ReportDuty.labels["owed_from"],
        description="Kỳ chốt số liệu trước ngày này không bị coi là quá hạn. "
        "Để trống: từ ngày cơ quan bắt đầu dùng hệ thống.",
    )


class AnnexesForm(VersionedForm):
    """The codes of the forms that a report is to carry."""

    annexes = SelectMultipleField("Biểu kèm theo", validate_choice=False, choices=[])
