"""personal-data: a citizen is named."""

import pytest
from reports.checks.corpus import paper, told

from intranet.reports.checks.personal_data import personal_data
from intranet.reports.checks.problem import Level

FIRES = [
    "Hồ sơ của ông Nguyễn Văn An giải quyết quá hạn do chưa bổ sung giấy tờ.",
    "01 phản ánh của bà Nông Thị Bích về việc chậm trả kết quả.",
    "Công dân Hoàng Văn Thái phản ánh thái độ phục vụ.",
    "Hồ sơ đăng ký khai sinh cho Trần Minh Khôi bị trả lại.",
    "Người nộp hồ sơ: Lê Thị Hoa, CCCD 020189001234.",
    "Hộ ông Vi Văn Định đề nghị cấp giấy chứng nhận.",
    "Anh Phạm Quang Huy đã được xin lỗi bằng văn bản.",
]
SILENT = [
    "Đồng chí Nguyễn Văn An, Chủ tịch UBND phường chỉ đạo.",
    "Ông Nguyễn Văn An - Phó Giám đốc Trung tâm phụ trách.",
    "Trung tâm đặt tại số 759 đường Trần Đăng Ninh, phường Tam Thanh.",
    "Trường THCS Hoàng Văn Thụ; phường Lương Văn Tri.",
    "Giao công chức Trần Thị Bích làm đầu mối.",
    "Hồ sơ mã 000.00.17.H37-260105-0001 quá hạn 03 ngày.",
    "Các ông, bà trưởng phòng chịu trách nhiệm thi hành.",
]


@pytest.mark.parametrize("text", FIRES)
def test_personal_data_is_told(text):
    problems = list(personal_data(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("personal-data", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(personal_data(paper(text)))
