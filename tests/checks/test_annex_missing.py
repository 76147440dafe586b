"""annex-missing: a form or annex is named and does not go with the report."""

import pytest
from checks.corpus import QUARTER, paper, told

from intranet.checks.problem import Level
from intranet.checks.structure.annex_missing import annex_missing
from intranet.figures.facts import Facts, PrintedOffice

FIRES = [
    "I. A\nKết quả giải quyết TTHC (Biểu số II.06b/VPCP/KSTT kèm theo).",
    "I. A\n(Biểu số II.05a kèm theo)",
    "I. A\nKết quả PAKN theo biểu mẫu II.05a đính kèm.",
    "I. A\n(Phụ lục 1 kèm theo)",
    "I. A\nSố liệu chi tiết có phụ lục kèm theo.",
    "I. A\nKết quả giải quyết TTHC (Biểu số II.06b/VPCP/KSTT).",
    "I. A\nChi tiết tại Phụ lục II.",
    "I. A\n(Có biểu tổng hợp gửi kèm theo báo cáo này)",
    "I. A\n(Chi tiết theo Biểu số II.07b phần II)",
    "I. A\nKết quả xử lý tại PHỤ LỤC I đính kèm.",
    "I. A\n(có danh sách kèm theo)",
    "I. A\nTình hình giải quyết hồ sơ (theo mẫu II.06b gửi kèm).\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nBiểu số II.05a/VPCP/KSTT\nSTT\tNội dung",
    "I. A\n(Chi tiết tại Phụ lục 02 kèm theo).\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nPHỤ LỤC I\nSTT\tNội dung",
    "I. A\nSố liệu theo Biểu số II.05a/VPCP/KSTT.",
    "I. A\nKết quả xử lý PAKN (II.05a/VPCP/KSTT kèm theo).",
    "I. A\nKết quả (II.06b).",
    "I. A\nKết quả tại Biểu số II.06b/VPCP/KSTT.",
    "I. A\nKết quả PAKN (Biểu mẫu số II.05a/VPCP/KSTT gửi kèm)",
    "I. A\n(Kèm theo Phụ lục 01)",
    "I. A\nChi tiết theo phụ lục đính kèm báo cáo này.",
    "I. A\n(Phụ biểu 02 kèm theo)",
    "I. A\nTổng hợp số lượng TTHC (BIỂU II.07B KÈM THEO)",
    "I. A\nGửi kèm báo cáo này Biểu II.06a.",
    "I. A\nSố liệu cụ thể được tổng hợp tại các biểu mẫu gửi kèm báo cáo.",
    "I. A\nDanh sách công chức đầu mối được gửi kèm theo báo cáo.",
    "I. A\n(Chi tiết tại Phụ lục I, II kèm theo)./.\nTM. ỦY BAN NHÂN DÂN\nPHỤ LỤC I\nSTT\tNội dung",
    "I. A\nSố liệu tại Phụ lục 01 ban hành kèm theo Báo cáo này.",
]
SILENT = [
    "I. A\n(Biểu số II.06b kèm theo).\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nBiểu số II.06b/VPCP/KSTT\nSTT\tNội dung",
    "I. A\n(Phụ lục 1 kèm theo).\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nPHỤ LỤC I\nSTT\tNội dung",
    "I. A\n(Phụ lục kèm theo).\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nPHỤ LỤC\nSTT\tNội dung",
    "I. A\nSổ theo Mẫu số 04 ban hành kèm theo Thông tư số 03/2025/TT-VPCP.",
    "I. A\nThể thức theo Phụ lục III Nghị định số 30/2020/NĐ-CP.",
    "I. A\nBáo cáo theo biểu mẫu kèm theo Công văn số 123/VP-KSTT.",
    "I. A\nTheo Biểu số II.05a ban hành kèm theo Thông tư số 01/2020/TT-VPCP.",
    "I. A\nDanh mục TTHC ban hành kèm theo Quyết định số 12/QĐ-UBND.",
    "I. A\nGiấy tiếp nhận đúng mẫu 01 của Thông tư số 03/2025/TT-VPCP.",
    "I. A\nHồ sơ kèm theo giấy tờ không đúng quy định.",
    "I. A\nKết quả hồ sơ (Biểu II.06b và II.07b kèm theo).\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nBiểu số II.06b/VPCP\nx\ty\nBiểu số II.07b/VPCP\nSTT\tNội dung",
    "I. A\nBiểu số II.06b. Kết quả giải quyết\nSTT\tNội dung\tSố",
    "I. A\nThông báo theo Mẫu số 05 tại Phụ lục Thông tư số 03/2025/TT-VPCP.",
    "I. A\nCông khai 05 biểu mẫu, tờ khai trên trang điện tử.",
    "I. A\nCó 12 mã QR dán kèm theo bảng niêm yết.",
    "I. A\nQuy chế ban hành kèm theo Quyết định số 301/QĐ-UBND.",
    "I. A\nNiêm yết mẫu đơn, mẫu tờ khai kèm theo từng thủ tục.",
    "I. A\nMục II.05 của kế hoạch.",
    "I. A\nKết quả (II.06b).\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nBIỂU II.06b/VPCP\nSTT\tNội dung",
    "I. A\nTheo Mẫu số 1.4 Phụ lục III Nghị định số 30/2020/NĐ-CP.",
    "I. A\nThực hiện theo Phụ lục I kèm theo Quyết định số 12/QĐ-UBND.",
    "I. A\nBiểu dương 05 cá nhân.",
    "I. A\nCấp Giấy tiếp nhận (Mẫu số 01) và Phiếu bổ sung (Mẫu số 02).",
    "I. A\nHoàn thiện các biểu mẫu điện tử.",
    "I. A\nDanh mục 399 TTHC được niêm yết kèm theo quy trình.",
    "I. A\nVăn bản xin lỗi theo Mẫu số 04 Thông tư số 03/2025/TT-VPCP.",
    "I. A\nSửa đổi Phụ lục II của Quyết định số 301/QĐ-UBND.",
    "I. A\n(Biểu II.06b kèm theo).\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\nBiểu II.06b\nSTT\tNội dung",
    "I. A\nSố liệu theo Phụ lục 1 đính kèm./.\nPhụ lục 1\nSTT\tNội dung",
    "I. A\n(Danh sách kèm theo)./.\nTM. UBND\nDANH SÁCH CÔNG CHỨC ĐẦU MỐI\nTT\tHọ và tên\tChức vụ",
    "I. A\n(Chi tiết tại Phụ lục I, II kèm theo)./.\nTM. UBND\nPHỤ LỤC I\nA\tB\nPHỤ LỤC II\nA\tB",
    "I. A\nNgười dân được cung cấp biểu mẫu, tờ khai kèm theo.",
]


@pytest.mark.parametrize("text", FIRES)
def test_annex_missing_is_told_once(text):
    assert [(one.rule, one.level) for one in annex_missing(paper(text))] == [("annex-missing", Level.ERROR)]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_stays_silent(text):
    assert not told(annex_missing(paper(text)))


def test_each_form_that_is_missing_is_told_by_itself_and_once():
    text = "(Kèm theo các biểu: II.05a, II.06b)\nKết quả tại Biểu số II.05a."
    assert len(list(annex_missing(paper(text)))) == 2


def test_the_forms_of_our_own_report_are_those_its_facts_carry():
    facts = Facts(QUARTER, PrintedOffice(), {}, annexes=("II.05a",))
    text = "Đã xử lý 01 PAKN (Biểu số {} kèm theo)."
    assert not told(annex_missing(paper(text.format("II.05a"), facts=facts, is_own=True)))
    assert told(annex_missing(paper(text.format("II.06b"), facts=facts, is_own=True)))
