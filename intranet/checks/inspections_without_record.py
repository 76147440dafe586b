"""Inspections are told with their day, their subject and what they found. Pure."""

import re
from collections.abc import Iterator

from intranet.checks.arithmetic.sums import shown
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.checks.substance import DAY, lacking, sections_about

NAME = "inspections.done"
SUBJECT = re.compile(r"kiểm tra")
WANTED = {
    "ngày kiểm tra": DAY,
    "đơn vị được kiểm tra": re.compile(
        r"phòng |bộ phận|trung tâm|đơn vị|tổ |trạm|trường|văn phòng|công chức|lĩnh vực|các phường|các xã|ban "
    ),
    "kết quả kiểm tra": re.compile(
        r"phát hiện|tồn tại|sai sót|hạn chế|thiếu|khắc phục|chấn chỉnh|vi phạm|chấp hành|"
        r"thực hiện (?:tốt|đúng|đầy đủ|nghiêm)|bảo đảm|đảm bảo|kết luận|đạt yêu cầu|chưa đạt|nhắc nhở|"
        r"rút kinh nghiệm|đúng quy định"
    ),
}


def inspections_without_record(paper: Paper) -> Iterator[Problem]:
    """Inspections that are counted, and no section tells when, of whom and with what result."""
    counted = [one for one in paper.told.get(NAME, ()) if one.value > 0]
    if not counted:
        return
    told = [lacking(paragraphs, WANTED) for paragraphs in sections_about(paper, SUBJECT)]
    fewest = min(told, key=len, default=tuple(WANTED))
    if not fewest:
        return
    first = counted[0]
    message = (
        f"Báo cáo nêu {shown(first.value)} cuộc kiểm tra nhưng chưa ghi {', '.join(fewest)}. "
        "Hãy nêu từng cuộc: ngày, đơn vị được kiểm tra, tồn tại và việc khắc phục."
    )
    paragraph = paper.paragraph(first)
    yield found("inspections-without-record", Level.ERROR, message, paragraph, first.start, first.end, figures=(NAME,))
