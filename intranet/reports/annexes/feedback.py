"""II.05a: feedback received and handled. Nothing tells it by field, so it is one line. Pure."""

from intranet.figures.facts import Facts
from intranet.reports.annexes.annex import UNTOLD, AnnexCell, AnnexColumn, AnnexContent, AnnexPart, AnnexRow, figure

RECEIVED, HANDLED = "PAKN tiếp nhận", "PAKN đã xử lý"
COLUMNS = (
    AnnexColumn("(1)", "TT", width=5),
    AnnexColumn("(2)", "Lĩnh vực", width=19),
    AnnexColumn("(3)", "Tổng số", RECEIVED, 9),
    AnnexColumn("(4)", "Về quy định hành chính", RECEIVED, 11),
    AnnexColumn("(5)", "Về hành vi hành chính", RECEIVED, 11),
    AnnexColumn("(6)", "Kỳ trước chuyển qua", RECEIVED, 9),
    AnnexColumn("(7)", "Tiếp nhận mới trong kỳ", RECEIVED, 9),
    AnnexColumn("(8)", "Tổng số", HANDLED, 9),
    AnnexColumn("(9)", "Đã công khai kết quả", HANDLED, 9),
    AnnexColumn("(10)", "PAKN đang xử lý", width=9),
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


def feedback(facts: Facts) -> AnnexContent:
    totals = (figure(*(f"feedback.{leaf}" for leaf in leaves)) for leaves in MEASURES)
    return AnnexContent(
        (AnnexPart("", COLUMNS, (AnnexRow((AnnexCell(UNTOLD), AnnexCell("Tổng cộng"), *totals), is_total=True),)),),
        NOTES,
    )
