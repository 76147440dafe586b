"""II.07b: how many TTHC the ward handles, by level, and which of them "4 tại chỗ".

The ward's own TTHC are those of the commune level; districts are no more since 01/7/2025, so neither are their
columns. Pure.
"""

from intranet.figures.facts import Facts
from intranet.reports.annexes.annex import UNTOLD, AnnexRow, Cell, Column, Content, Part, figure

COMPETENCE, ONE_STOP, INTERNAL = "TTHC thuộc thẩm quyền giải quyết", "TTHC theo cơ chế một cửa", "Quy trình nội bộ"
COUNT = (
    Column("(1)", "TT", width=5),
    Column("(2)", "Đơn vị", width=23),
    Column("(3)", "Tổng số", COMPETENCE, 8),
    Column("(4)", "Cấp tỉnh", COMPETENCE, 8),
    Column("(5)", "Cấp xã", COMPETENCE, 8),
    Column("(6)", "Tổng số", ONE_STOP, 8),
    Column("(7)", "Cấp tỉnh", ONE_STOP, 8),
    Column("(8)", "Cấp xã", ONE_STOP, 8),
    Column("(9)", "Tổng số", INTERNAL, 8),
    Column("(10)", "Cấp tỉnh", INTERNAL, 8),
    Column("(11)", "Cấp xã", INTERNAL, 8),
)
ON_SITE = (Column("(1)", "TT", width=10), Column("(2)", "Đơn vị", width=60), Column("(3)", "Số TTHC", width=30))
NOTES = (
    "Biểu không còn cột cấp huyện, từ ngày 01/7/2025. Cấp xã là các TTHC thuộc thẩm quyền của phường; "
    "cột cấp tỉnh không thuộc số liệu của phường.",
    "Nhóm cột một cửa gồm cả TTHC một cửa liên thông; quy trình nội bộ là quy trình đang áp dụng vào ngày cuối kỳ.",
)
LEVELS = (
    ("procedures.total",),
    ("procedures.one_stop", "procedures.interlinked"),
    ("internal_procedures.effective",),
)


def procedures(facts: Facts) -> Content:
    unit = Cell(" ".join(facts.office.body_lines) or UNTOLD)
    told = [cell for names in LEVELS for cell in (figure(*names), Cell(UNTOLD), figure(*names))]
    on_site = AnnexRow((Cell("1"), unit, figure("procedures.on_site")))
    return Content(
        (
            Part("I. Số lượng TTHC, quy trình nội bộ", COUNT, (AnnexRow((Cell("1"), unit, *told)),)),
            Part("II. TTHC thực hiện theo cơ chế “4 tại chỗ”", ON_SITE, (on_site,)),
        ),
        NOTES,
    )
