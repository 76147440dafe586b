"""personal-data: a citizen is named."""

import pytest
from checks.corpus import paper, told

from intranet.checks.personal_data import personal_data
from intranet.checks.problem import Level

FIRES = [
    "Hồ sơ của ông Nguyễn Văn An giải quyết quá hạn do chưa bổ sung giấy tờ.",
    "01 phản ánh của bà Nông Thị Bích về việc chậm trả kết quả.",
    "Công dân Hoàng Văn Thái phản ánh thái độ phục vụ.",
    "Hồ sơ đăng ký khai sinh cho Trần Minh Khôi bị trả lại.",
    "Người nộp hồ sơ: Lê Thị Hoa, CCCD 020189001234.",
    "Hộ ông Vi Văn Định đề nghị cấp giấy chứng nhận.",
    "Anh Phạm Quang Huy đã được xin lỗi bằng văn bản.",
    "Hồ sơ số 12 (Lê Văn Dũng) quá hạn do thiếu giấy tờ.",
    "Chủ hồ sơ: NGUYỄN VĂN TUẤN.",
    "Căn cước công dân số 020 190 001 234.",
    "TT\tHọ và tên\tLĩnh vực\n1\tNguyễn Thị Hòa\tĐất đai\n2\tTrần Văn Sơn\tHộ tịch",
    "Công dân (SĐT: 0977.123.456) phản ánh chậm trả kết quả hồ sơ.",
    "02 hồ sơ quá hạn gồm: Trần Văn Hải (đất đai), Lê Thị Thu (hộ tịch).",
    "Hồ sơ của vợ chồng ông Lý A Sùng bị trả lại.",
    "Anh Hoàng Quốc Việt nộp hồ sơ nhưng không được hướng dẫn.",
    "Người được cấp: Lò Văn Păn.",
    "Phản ánh của Hứa Văn Sỹ ở khối 2.",
]
SILENT = [
    "Đồng chí Nguyễn Văn An, Chủ tịch UBND phường chỉ đạo.",
    "Ông Nguyễn Văn An - Phó Giám đốc Trung tâm phụ trách.",
    "Trung tâm đặt tại số 759 đường Trần Đăng Ninh, phường Tam Thanh.",
    "Trường THCS Hoàng Văn Thụ; phường Lương Văn Tri.",
    "Giao công chức Trần Thị Bích làm đầu mối.",
    "Hồ sơ mã 000.00.17.H37-260105-0001 quá hạn 03 ngày.",
    "Các ông, bà trưởng phòng chịu trách nhiệm thi hành.",
    "TT\tHọ và tên\tChức vụ\n1\tNguyễn Thị Hòa\tPhó Chủ tịch\n2\tTrần Văn Sơn\tCông chức",
    "Khu phố Hoàng Văn Thụ, Lương Văn Tri đã xử lý xong hồ sơ.",
    "Đường dây nóng tiếp nhận phản ánh của công dân: 0912.345.678.",
    "Hồ sơ chuyển cho Hà Nội, Cao Bằng; đồng bộ dữ liệu của Thái Nguyên.",
    "Tổ công tác do ông Trần Văn Lợi làm Tổ trưởng đã tiếp 12 lượt công dân.",
    "Cử các đồng chí: Nguyễn Văn An, Trần Thị Bình, Lê Văn Cường tiếp nhận hồ sơ.",
    "Nội dung./.\nCHỦ TỊCH\nNguyễn Văn Bình",
    "Hồ sơ của Đoàn Thanh niên phường; hồ sơ cho Long Biên.",
    "Thành viên: bà Hoàng Thị Lan - Tư pháp; ông Lê Văn Bé - Địa chính.",
    "Người phát ngôn: ông Vũ Văn Tiến.",
]


@pytest.mark.parametrize("text", FIRES)
def test_personal_data_is_told(text):
    problems = list(personal_data(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("personal-data", Level.ERROR)}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(personal_data(paper(text)))
