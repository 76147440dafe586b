"""Whether what a sentence said so far puts its figures into another time, or makes them a part of the whole. Pure."""

import re

from intranet.kernel.period import Period
from intranet.reading.periods import named_periods
from intranet.reading.scope import limits_sentence

REACH = 600  # characters of a sentence on either side of a figure that tell what it is
AIM = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu(?! thi đua)|dự kiến|ước (?:đạt|thực hiện|tính|cả)|kế hoạch giao)"
)
# A period named for something else than to say when: what it is compared with, what came over, whose plan it is.
BESIDE = re.compile(
    r"(?:so với|bằng|hơn|từ|kế hoạch|chương trình|đề án|báo cáo|nhiệm vụ|danh mục|dự toán|chỉ số|nghị quyết|quyết định|"
    r"theo|thuộc|tồn|thực hiện)[^,;.:]{0,40}$"
)
OVER = re.compile(r"[^,;.:]{0,25}(?:chuyển|tồn)")


def is_elsewhere(before: str, said: str, own: Period | None) -> bool:
    """`said` is a sentence in small letters up to the figure, `before` the part of it before the figure's clause."""
    if limits_sentence(before) or AIM.search(said):
        return True
    return own is not None and any(
        one.period.end < own.start and not BESIDE.search(said[: one.start]) and not OVER.match(said[one.end :])
        for one in named_periods(said)
    )
