"""II.06g: why dossiers were late, by field and cause, and which causes lie in the regulations themselves. Pure."""

from collections import Counter

from intranet.categories.families import Cause, by_cause
from intranet.figures.facts import Facts
from intranet.reports.annexes.annex import UNTOLD, AnnexCell, AnnexColumn, AnnexContent, AnnexPart, AnnexRow, figure
from intranet.reports.wording import inline

SUMMARY = (
    AnnexColumn("(1)", "TT", width=7),
    AnnexColumn("(2)", "Lĩnh vực", width=23),
    AnnexColumn("(3)", "Số hồ sơ", width=12),
    AnnexColumn("(4)", "Nguyên nhân quá hạn", width=40),
    AnnexColumn("(5)", "Ghi chú", width=18),
)
REGULATIONS = (
    AnnexColumn("(1)", "TT", width=7),
    AnnexColumn("(2)", "Tên TTHC", width=28),
    AnnexColumn("(3)", "Nội dung vướng mắc", width=37),
    AnnexColumn("(4)", "Văn bản quy định", width=28),
)
UNKNOWN_FIELD, UNKNOWN_CAUSE = "Chưa rõ lĩnh vực", "Chưa xác định nguyên nhân"
NOT_IN_REGISTER = "Chưa được giải trình"
BY_CAUSE_ALONE = "Nguyên nhân chưa được theo dõi theo từng lĩnh vực nên cột (2) để trống."
TOO_MANY = "Số hồ sơ trong sổ theo dõi nhiều hơn tổng số hồ sơ quá hạn của kỳ; cần đối chiếu lại."
NO_REGULATION = "Không có hồ sơ nào được giải trình là quá hạn do vướng mắc của quy định."
Line = tuple[str, AnnexCell, str, str]  # the field, how many, the cause, a remark


def causes(facts: Facts) -> AnnexContent:
    told = lines(facts)
    rows = [
        AnnexRow((AnnexCell(str(place)), AnnexCell(field), count, AnnexCell(cause), AnnexCell(remark)))
        for place, (field, count, cause, remark) in enumerate(told, start=1)
    ]
    totals = AnnexRow(
        (AnnexCell(), AnnexCell("Tổng cộng"), figure("overdue.late"), AnnexCell(), AnnexCell()), is_total=True
    )
    summary = AnnexPart("I. Tổng hợp theo lĩnh vực", SUMMARY, (*rows, totals))
    return AnnexContent(
        (summary, AnnexPart("II. Nguyên nhân do quy định", REGULATIONS, regulations(facts))), notes(facts)
    )


def lines(facts: Facts) -> list[Line]:
    """What the cases tell, and how many late dossiers have none; without cases, what is known by cause alone."""
    if not facts.overdue:
        occurred = [cause for cause in facts.causes if facts.above_zero(by_cause(cause.code))]
        return [(UNTOLD, figure(by_cause(it.code)), it.label, side(it)) for it in occurred]
    fields, known = dict(facts.fields), {cause.code: cause for cause in facts.causes}
    places = {slug: place for place, slug in enumerate(fields)}
    found = Counter((case.field, case.cause, inline(case.cause_text)) for case in facts.overdue)
    told = [
        (
            fields.get(field, UNKNOWN_FIELD),
            AnnexCell(str(count)),
            cause_words(known.get(code), more),
            side(known.get(code)),
        )
        for (field, code, more), count in sorted(
            found.items(), key=lambda it: (places.get(it[0][0], len(places)), it[0])
        )
    ]
    untold = untold_cases(facts)
    return [*told, *([(UNTOLD, AnnexCell(str(untold)), NOT_IN_REGISTER, "")] if untold > 0 else [])]


def untold_cases(facts: Facts) -> int:
    """Late dossiers without a case; below 0 where there are more cases than late dossiers."""
    late = facts.value("overdue.late")
    return 0 if late is None else int(late) - len(facts.overdue)


def cause_words(cause: Cause | None, more: str) -> str:
    words = cause.label if cause else UNKNOWN_CAUSE
    return f"{words}: {more}" if more else words


def side(cause: Cause | None) -> str:
    return cause.side.label if cause and cause.side else ""


def regulations(facts: Facts) -> tuple[AnnexRow, ...]:
    """Each obstacle once, however many dossiers it kept."""
    told = dict.fromkeys(
        (inline(case.regulation_procedure), inline(case.regulation_obstacle), inline(case.regulation_text))
        for case in facts.overdue
        if case.regulation_obstacle
    )
    rows = (AnnexRow((AnnexCell(str(place)), *map(AnnexCell, texts))) for place, texts in enumerate(told, start=1))
    return tuple(rows) or (AnnexRow((AnnexCell(UNTOLD),) * len(REGULATIONS)),)


def notes(facts: Facts) -> tuple[str, ...]:
    told = (
        (BY_CAUSE_ALONE, not facts.overdue and facts.above_zero("overdue.late")),
        (TOO_MANY, bool(facts.overdue) and untold_cases(facts) < 0),
        (NO_REGULATION, bool(facts.overdue) and not any(case.regulation_obstacle for case in facts.overdue)),
    )
    return tuple(sentence for sentence, holds in told if holds)
