"""One thing has one name throughout a report. Pure."""

import re
from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.reading.manuscript import Paragraph

# Names of one thing; the first is the one to keep to.
SAME = (
    ("quá hạn", "trễ hạn", "chậm hạn", "trễ hẹn"),
    ("Bộ phận Một cửa", "Bộ phận tiếp nhận và trả kết quả", "Bộ phận TN&TKQ", "Tổ một cửa"),
    ("Trung tâm Phục vụ hành chính công", "Trung tâm Hành chính công", "Trung tâm dịch vụ hành chính công"),
    ("toàn trình", "mức độ 4", "mức độ cao"),
    ("một phần", "mức độ 3"),
    ("dịch vụ bưu chính công ích", "dịch vụ bưu điện", "đường bưu điện"),
    ("hồ sơ kỳ trước chuyển qua", "hồ sơ tồn kỳ trước"),
    ("phòng chuyên môn", "ban chuyên môn", "bộ phận chuyên môn"),
)


def terminology(paper: Paper) -> Iterator[Problem]:
    """A thing that the text calls by two names, at the first place of the name to give up."""
    for names in SAME:
        hits = {name: hit for name in names if (hit := _first(paper, name)) is not None}
        if len(hits) < 2:
            continue
        kept, *others = hits
        for name in others:
            paragraph, start, end = hits[name]
            message = f"Báo cáo gọi cùng một việc là “{kept}” và “{name}”. Hãy dùng một tên."
            yield found("terminology", Level.INFO, message, paragraph, start, end)


def _first(paper: Paper, name: str) -> tuple[Paragraph, int, int] | None:
    pattern = re.compile(rf"(?<!\w){name}(?!\w)", re.IGNORECASE)
    for paragraph in paper.manuscript.body:
        if match := pattern.search(paragraph.text):
            return paragraph, match.start(), match.end()
    return None
