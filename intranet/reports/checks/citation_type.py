"""The word for a text fits its number. Pure."""

from collections.abc import Iterator

from intranet.reports.checks.paper import Paper
from intranet.reports.checks.problem import Level, Problem, found
from intranet.reports.prose.citations import Citation, citations

# The first group of a symbol, and the words that fit it.
FITTING = {
    "NĐ": ("Nghị định",),
    "NQ": ("Nghị quyết",),
    "TT": ("Thông tư",),
    "TTLT": ("Thông tư liên tịch",),
    "QĐ": ("Quyết định",),
    "CT": ("Chỉ thị",),
    "CĐ": ("Công điện",),
    "KH": ("Kế hoạch",),
    "TB": ("Thông báo",),
    "HD": ("Hướng dẫn",),
    "BC": ("Báo cáo",),
    "TTr": ("Tờ trình",),
    "CTr": ("Chương trình",),
    "ĐA": ("Đề án",),
    "QC": ("Quy chế",),
    "QyĐ": ("Quy định",),
    "BB": ("Biên bản",),
    "GM": ("Giấy mời",),
    "KL": ("Kết luận",),
    "VBHN": ("Văn bản hợp nhất",),
    "PL": ("Pháp lệnh",),
    "UBTVQH": ("Pháp lệnh", "Nghị quyết"),
    "QH": ("Luật", "Bộ luật", "Nghị quyết"),
}
LETTER = ("Công văn",)
ANY = "Văn bản"


def citation_type(paper: Paper) -> Iterator[Problem]:
    """A citation whose type word another number would have: "Quy định số 02/2025/QĐ-UBND"."""
    for paragraph in paper.manuscript.body:
        for one in citations(paragraph.text):
            fitting = fitting_words(one)
            if one.is_again or one.kind in ("", ANY) or one.kind in fitting:
                continue
            message = (
                f"“{one.kind} số {one.number}”: số, ký hiệu này là của {' hoặc '.join(fitting).lower()}. "
                "Hãy sửa tên loại hoặc số, ký hiệu."
            )
            yield found("citation-type", Level.WARNING, message, paragraph, one.start, one.end)


def fitting_words(one: Citation) -> tuple[str, ...]:
    """The type words a number fits; one without a type in its symbol is an official letter."""
    group = one.number.split("/")[-1].split("-")[0].rstrip("0123456789")
    return FITTING.get(group, LETTER)
