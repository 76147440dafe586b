"""sum-table: the rows of a table do not add up to its totals."""

import pytest
from checks.corpus import paper, told

from intranet.checks.arithmetic.sum_table import sum_table
from intranet.checks.problem import Level

HEAD = "STT\tLĩnh vực\tTiếp nhận\tĐã giải quyết\tTỷ lệ (%)\n"
FIRES = [
    f"{HEAD}1\tHộ tịch\t100\t95\t95\n2\tĐất đai\t200\t180\t90\n\tTổng cộng\t310\t275\t91,7",
    "Lĩnh vực | Tiếp nhận | Quá hạn\nHộ tịch | 433 | 2\nChứng thực | 216 | 0\nTổng | 649 | 11",
    "TT\tĐơn vị\tSố hồ sơ\nTổng số\t\t90\n1\tPhòng Kinh tế\t40\n2\tPhòng Văn hóa\t60",
    "Nội dung\tTháng 1\tTháng 2\nTrực tuyến\t1.200\t1.100\nTrực tiếp\t-\t10\nCộng\t1.200\t1.100",
]
SILENT = [
    f"{HEAD}1\tHộ tịch\t100\t95\t95\n2\tĐất đai\t200\t180\t90\n\tTổng cộng\t300\t275\t91,7",
    "Lĩnh vực | Tiếp nhận | Quá hạn\nHộ tịch | 433 | 2\nChứng thực | 216 | 0\nTổng | 649 | 2",
    "STT\tNội dung\tSố lượng\nI\tCấp tỉnh\t30\n1\tHộ tịch\t10\n2\tĐất đai\t20\nII\tCấp xã\t5\n\tTổng cộng\t35",
    "STT\tNội dung\tSố lượng\n1\tTổng số hồ sơ\t100\n1.1\tTrực tuyến\t90\n1.2\tTrực tiếp\t10\n2\tĐã giải quyết\t95",
    "Nội dung\tSố hồ sơ\nTiếp nhận\t100\nĐã giải quyết\t95",
    "Lĩnh vực\tTỷ lệ\nHộ tịch\t95\nĐất đai\t90\nTổng\t92",
    "Lĩnh vực\tTiếp nhận\nHộ tịch\t100\nĐất đai\tchưa có\nTổng\t300",
    "Hộ tịch 100 hồ sơ, đất đai 200 hồ sơ, tổng 310.",
]


@pytest.mark.parametrize("text", FIRES)
def test_sum_table_is_told(text):
    problems = list(sum_table(paper(text)))
    assert problems and {(one.rule, one.level) for one in problems} == {("sum-table", Level.ERROR)}
    assert all(one.spots[0].start < one.spots[0].end and len(one.spots) > 1 for one in problems)


@pytest.mark.parametrize("text", SILENT)
def test_what_adds_up_or_is_grouped_stays_silent(text):
    assert not told(sum_table(paper(text)))


def test_the_cell_of_the_total_is_marked():
    (problem, *_) = sum_table(paper(FIRES[1]))
    spot = problem.spots[0]
    assert paper(FIRES[1]).manuscript.paragraphs[spot.place].text[spot.start : spot.end].strip() == "11"


def test_our_own_tables_are_held_against_the_figures_instead():
    assert not told(sum_table(paper(FIRES[0], is_own=True)))
