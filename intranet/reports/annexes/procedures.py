"""II.07b: how many TTHC the ward handles, by level, and which of them "4 tại chỗ".

The ward's own TTHC are those of the commune level; districts are no more since 01/7/2025, so neither are their
columns. Pure.
"""

from intranet.figures.facts import Facts
from intranet.reports.annexes.annex import UNTOLD, AnnexCell, AnnexColumn, AnnexContent, AnnexPart, AnnexRow, figure

COMPETENCE, ONE_STOP, INTERNAL = "TTHC thuộc thẩm quyền giải quyết", "TTHC theo cơ chế một cửa", "Quy trình nội bộ"
COUNT = (
    AnnexColumn("(1)", "TT", width=5),
    AnnexColumn("(2)", "Đơn vị", width=23),
    AnnexColumn("(3)", "Tổng số", COMPETENCE, 8),
    AnnexColumn("(4)", "Cấp tỉnh", COMPETENCE, 8),
    AnnexColumn("(5)", "Cấp xã", COMPETENCE, 8),
    AnnexColumn("(6)", "Tổng số", ONE_STOP, 8),
    AnnexColumn("(7)", "Cấp tỉnh", ONE_STOP, 8),
    AnnexColumn("(8)", "Cấp xã", ONE_STOP, 8),
    AnnexColumn("(9)", "Tổng số", INTERNAL, 8),
    AnnexColumn("(10)", "Cấp tỉnh", INTERNAL, 8),
    AnnexColumn("(11)", "Cấp xã", INTERNAL, 8),
)
ON_SITE = (
    AnnexColumn("(1)", "TT", width=10),
    AnnexColumn("(2)", "Đơn vị", width=60),
    AnnexColumn("(3)", "Số TTHC", width=30),
)
COUNTED = (
    "Nhóm cột một cửa gồm cả TTHC một cửa liên thông; quy trình nội bộ là quy trình đang áp dụng vào ngày cuối kỳ."
)
LEVELS = (
    ("procedures.total",),
    ("procedures.one_stop", "procedures.interlinked"),
    ("internal_procedures.effective",),
)


def procedures(facts: Facts) -> AnnexContent:
    unit = AnnexCell(" ".join(facts.office.body_lines) or UNTOLD)
    told = [cell for names in LEVELS for cell in (figure(*names), AnnexCell(UNTOLD), figure(*names))]
    on_site = AnnexRow((AnnexCell("1"), unit, figure("procedures.on_site")))
    return AnnexContent(
        (
            AnnexPart("I. Số lượng TTHC, quy trình nội bộ", COUNT, (AnnexRow((AnnexCell("1"), unit, *told)),)),
            AnnexPart("II. TTHC thực hiện theo cơ chế “4 tại chỗ”", ON_SITE, (on_site,)),
        ),
        (levels(facts.office.called), COUNTED),
    )


def levels(office: str) -> str:
    return (
        f"Biểu không còn cột cấp huyện, từ ngày 01/7/2025. Cấp xã là các TTHC thuộc thẩm quyền của {office}; "
        f"cột cấp tỉnh không thuộc số liệu của {office}."
    )
