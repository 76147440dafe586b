"""II.05a: feedback received and handled. Nothing tells it by field, so it is one line. Pure."""

from intranet.figures.facts import Facts
from intranet.reports.annexes.annex import UNTOLD, AnnexRow, Cell, Column, Content, Part, figure

RECEIVED, HANDLED = "PAKN tiếp nhận", "PAKN đã xử lý"
COLUMNS = (
    Column("(1)", "TT", width=5),
    Column("(2)", "Lĩnh vực", width=19),
    Column("(3)", "Tổng số", RECEIVED, 9),
    Column("(4)", "Về quy định hành chính", RECEIVED, 11),
    Column("(5)", "Về hành vi hành chính", RECEIVED, 11),
    Column("(6)", "Kỳ trước chuyển qua", RECEIVED, 9),
    Column("(7)", "Tiếp nhận mới trong kỳ", RECEIVED, 9),
    Column("(8)", "Tổng số", HANDLED, 9),
    Column("(9)", "Đã công khai kết quả", HANDLED, 9),
    Column("(10)", "PAKN đang xử lý", width=9),
)
MEASURES = (
    ("opening", "received"),
    ("on_regulation",),
    ("on_conduct",),
    ("opening",),
    ("received",),
    ("handled",),
    ("published",),
    ("pending",),
)
NOTES = (
    "Cột (4), cột (5) phân loại PAKN tiếp nhận mới trong kỳ. (3) = (6) + (7); (7) = (4) + (5); (3) = (8) + (10).",
    "PAKN không được theo dõi theo lĩnh vực nên chỉ ghi dòng tổng.",
)


def feedback(facts: Facts) -> Content:
    totals = (figure(*(f"feedback.{leaf}" for leaf in leaves)) for leaves in MEASURES)
    return Content((Part("", COLUMNS, (AnnexRow((Cell(UNTOLD), Cell("Tổng cộng"), *totals), is_total=True),)),), NOTES)
