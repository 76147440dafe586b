"""placeholder-left: a mark or blank of a template is left."""

import pytest
from checks.corpus import paper, told

from intranet.checks.paper import Paper
from intranet.checks.problem import Level
from intranet.checks.structure.placeholder_left import placeholder_left
from intranet.reading.manuscript import Bound, Manuscript, Paragraph

FIRES = [
    "I. A\nTiếp nhận …… hồ sơ.",
    "I. A\nĐã giải quyết .... hồ sơ, đạt 99%.",
    "I. A\nSố hồ sơ: ___",
    "I. A\nKết quả […] như sau.",
    "I. A\nTiếp nhận {{dossiers.received}} hồ sơ.",
    "UBND PHƯỜNG A\nSố:     /BC-UBND\nTam Thanh, ngày      tháng     năm 2026\nBÁO CÁO\nKết quả [[kỳ]]\nKính gửi: UBND tỉnh\nI. ABC\nx.",
    "I. A\nTiếp nhận xxx hồ sơ.",
    "I. A\nPhường <tên đơn vị> đã thực hiện.",
    "I. A\nThực hiện Kế hoạch ngày    tháng    năm 2026.",
    "I. A\nTODO viết tiếp",
    "I. A\nSố liệu số hóa (bổ sung sau).",
    "I. A\nKế hoạch số …/KH-UBND ngày …/…/2026.",
    "I. A\nĐạt … % kế hoạch.",
    "I. A\nSố hồ sơ quá hạn là ……",
    "I. A\nTiếp nhận XX hồ sơ.",
    "I. A\nCông văn số     /UBND-TTPVHCC về rà soát.",
    "I. A\nTỷ lệ #REF! hồ sơ.",
    "I. A\nGiao cho ??? thực hiện.",
    "I. A\nTổ chức vào ngày .../.../2026 tại phường.",
    "I. A\nTừ ngày       đến ngày       , phường tiếp nhận hồ sơ.",
    "I. A\nTập huấn ... lượt người.",
    "I. A\nKinh phí ................ đồng.",
    "UBND PHƯỜNG A\nSố:     /BC-UBND\nTam Thanh, ngày      tháng     năm 2026\nBÁO CÁO\nKết quả kiểm soát TTHC Quý …/2026\nKính gửi: UBND tỉnh\nI. ABC\nx.",
    "I. A\nTỷ lệ: [điền số]",
    "I. A\nNội dung 1\n………………………………\nII. B\nx",
    "I. A\nHọp ngày xx/xx/2026.",
    "I. A\nNgày 05 tháng    năm 2026, phường họp.",
    "I. A\nĐã ban hành Kế hoạch số ...../KH-UBND.",
    "I. A\nTỷ lệ đạt …%.",
    "I. A\nTrong Quý …/2026 đã làm.",
    "I. A\nPhân công ông/bà ………… phụ trách.",
    "I. A\nTổng số: ...... TTHC.",
    "I. A\nĐơn vị [Tên đơn vị] báo cáo.",
    "I. A\nSố liệu: (cập nhật sau)",
    "I. A\nTiếp nhận _____ hồ sơ trực tuyến.",
    "I. A\nĐạt xx,x%.",
    "I. A\nĐã tiếp nhận ... hồ sơ, giải quyết 5 hồ sơ.",
    "I. A\nBáo cáo quý I/20… của phường.",
    "I. A\nNội dung: [chưa có số liệu]",
    "I. A\n{{phụ lục:II.06b}}",
    "I. A\nKế hoạch ngày      tháng 02 năm 2026.",
    "I. A\nTỷ lệ [ ] %.",
    "I. A\nBáo cáo số ……/BC-UBND ngày …… tháng …… năm 2026 của phường.",
    "I. A\nĐã giải quyết (điền số) hồ sơ.",
    "I. A\nNguyên nhân: (ghi rõ nguyên nhân)",
    "I. A\nSố liệu đang cập nhật.",
    "I. A\nTrong kỳ tiếp nhận (...) hồ sơ.",
    "I. A\nTiếp nhận {số hồ sơ} hồ sơ.",
    "I. A\nUBND phường… báo cáo kết quả.",
]
SILENT = [
    "I. A\nTuyên truyền qua Zalo, Facebook,… của phường.",
    "I. A\nĐăng trên cổng, trang, v.v…",
    "I. A\nGồm hộ tịch, đất đai, chứng thực...",
    "UBND PHƯỜNG A\nSố:     /BC-UBND\nTam Thanh, ngày      tháng     năm 2026\nBÁO CÁO\nKết quả\nKính gửi: UBND tỉnh\nI. ABC\nx.",
    "I. A\nKhẩu hiệu “Nhanh, gọn… và thân thiện”.",
    "I. A\nx.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n……………………",
    "I. A\nVăn bản [1] hướng dẫn.",
    "I. A\nXem tại <https://dichvucong.gov.vn>.",
    "I. A\nĐại hội XX của phường.",
    "I. A\nGhi đủ ngày, tháng, năm sinh.",
    "I. A\nCác kênh Zalo, Facebook......",
    "I. A\nHộ tịch, chứng thực,...;",
    "I. A\nTừ ngày 15/12/2025 đến ngày 14/3/2026.",
    "I. A\nSố 759 đường Trần Đăng Ninh.",
    "I. A\nCông văn số 383/UBND-TTPVHCC ngày 10/3/2026.",
    "I. A\nThư điện tử <abc@langson.gov.vn>.",
    "I. A\nĐối với các lĩnh vực đất đai, xây dựng... hồ sơ được giải quyết đúng hạn.",
    "I. A\nĐã cập nhật, bổ sung số liệu đầy đủ.",
    "I. A\nTheo câu “[…] cắt giảm 30%” của Công điện.",
    "I. A\nKết thúc./.",
    "I. A\nĐề nghị các phòng bổ sung, cập nhật.",
    "UBND PHƯỜNG A\nSố: ……/BC-UBND\nTam Thanh, ngày …… tháng …… năm 2026\nBÁO CÁO\nKết quả\nI. A\nx.\nNơi nhận:\n- Lưu: VT, ...",
    "I. A\nĐăng tin trên cổng, Zalo, loa truyền thanh, v.v...",
    "I. A\nCác lĩnh vực: đất đai, xây dựng, hộ tịch,...",
    "I. A\nTheo quy định (xem chú thích [2]).",
    "I. A\nHồ sơ gồm đơn, bản sao… đều được số hóa.",
    "I. A\nÔng X chuyển hồ sơ.",
    "I. A\nThế kỷ XX.",
    "I. A\nLiên hệ phường @ 24/7.",
    "I. A\nHệ thống A < B.",
    "I. A\nĐã xử lý?",
    "I. A\nCụ thể:\n- Một;\n...",
    "I. A\nQuý I/2026.",
    "I. A\nTỷ lệ 99,1%…",
    "I. A\nSTT\tSố/ký hiệu\tTrích yếu",
    "I. A\nSố/KÝ hiệu",
    "I. A\nHồ sơ nan giải.",
    "I. A\nThời gian từ 03 đến 05 ngày.",
    "I. A\nGhi rõ ngày, tháng, năm.",
    "I. A\nPhiếu ghi đủ ngày tháng năm.",
    "I. A\n[x] Đạt",
    "I. A\nSổ ghi ngày tháng năm sinh của người nộp.",
    "I. A\nHỗ trợ người dân (người cao tuổi, đồng bào dân tộc thiểu số…) nộp hồ sơ.",
    "I. A\nKỹ năng số... còn hạn chế.",
    "I. A\nMáy tính, máy in... được trang bị đầy đủ.",
    "I. A\nSố liệu được cập nhật hằng tháng, hằng năm...",
]


@pytest.mark.parametrize("text", FIRES)
def test_placeholder_left_is_told_once(text):
    assert [(one.rule, one.level) for one in placeholder_left(paper(text))] == [("placeholder-left", Level.ERROR)]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(placeholder_left(paper(text)))


def test_every_blank_of_a_paragraph_is_told():
    assert len(list(placeholder_left(paper("Tiếp nhận …… hồ sơ trực tuyến, giải quyết …… hồ sơ.")))) == 2


def test_a_figure_of_ours_that_is_missing_is_told_by_another_rule():
    bound = (Bound(10, 12, "dossiers.received"),)
    manuscript = Manuscript((Paragraph(0, 1, "Tiếp nhận …… hồ sơ.", bound=bound),))
    assert not told(placeholder_left(Paper(manuscript, is_own=True)))
