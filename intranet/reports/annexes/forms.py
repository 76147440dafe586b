"""Which forms a report may carry, from which day on, and which it carries by itself.

They follow the codes of Thông tư 01/2020/TT-VPCP, as the ward's reports still do; none was held against the forms of
the Thông tư 5/2025/TT-VPCP yet, so each says that it must be. Pure.
"""

from collections.abc import Iterable
from datetime import date

from intranet.figures.facts import Facts
from intranet.kernel.period import Period
from intranet.reports.annexes.annex import Form, PrintedAnnex, printed
from intranet.reports.annexes.causes import causes
from intranet.reports.annexes.dossiers import dossiers
from intranet.reports.annexes.feedback import feedback
from intranet.reports.annexes.procedures import procedures

BASIS = "Mã biểu theo Thông tư 01/2020/TT-VPCP"
TO_BE_CHECKED = "Cần đối chiếu văn bản gốc"


def always(facts: Facts) -> bool:
    return True


def never(facts: Facts) -> bool:
    return False


def has_late(facts: Facts) -> bool:
    return facts.above_zero("overdue.late")


FORMS: tuple[tuple[date, tuple[Form, ...]], ...] = (
    (
        date(2025, 7, 1),
        (
            Form(
                "II.05a",
                "Kết quả tiếp nhận, xử lý phản ánh, kiến nghị của tổ chức, cá nhân về quy định hành chính",
                "phản ánh, kiến nghị (PAKN)",
                BASIS,
                feedback,
                always,
                is_landscape=True,
            ),
            Form(
                "II.06a",
                "Tình hình, kết quả giải quyết TTHC tại đơn vị trực tiếp giải quyết",
                "số hồ sơ TTHC",
                BASIS,
                dossiers,
                never,
                is_landscape=True,
            ),
            Form(
                "II.06b",
                "Tình hình, kết quả giải quyết TTHC của UBND cấp xã",
                "số hồ sơ TTHC",
                BASIS,
                dossiers,
                always,
                is_landscape=True,
            ),
            Form(
                "II.06g",
                "Nguyên nhân quá hạn đối với các trường hợp tồn đọng trong giải quyết TTHC",
                "số hồ sơ TTHC",
                "Mã biểu theo Thông tư 02/2017/TT-VPCP, Thông tư 01/2020/TT-VPCP",
                causes,
                has_late,
            ),
            Form(
                "II.07b",
                "Tổng hợp số lượng TTHC",
                "TTHC, quy trình nội bộ",
                BASIS,
                procedures,
                always,
                is_landscape=True,
            ),
        ),
    ),
)
CODES = tuple(dict.fromkeys(form.code for _, forms in FORMS for form in forms))


def forms_for(period: Period) -> tuple[Form, ...]:
    """The newest set in force on the period's last day; none before the first."""
    in_force = [forms for since, forms in FORMS if since <= period.end]
    return in_force[-1] if in_force else ()


def needed(facts: Facts) -> tuple[str, ...]:
    """The codes of what a report carries while nobody chose otherwise."""
    return tuple(form.code for form in forms_for(facts.period) if form.is_needed(facts))


def in_order(codes: Iterable[str], period: Period) -> tuple[str, ...]:
    """The chosen ones that are in force, each once, as the forms are listed."""
    chosen = set(codes)
    return tuple(form.code for form in forms_for(period) if form.code in chosen)


def attached(facts: Facts) -> tuple[PrintedAnnex, ...]:
    """The forms that go with a report, filled."""
    return tuple(printed(form, facts) for form in forms_for(facts.period) if form.code in facts.annexes)


def printed_form(code: str, facts: Facts) -> PrintedAnnex | None:
    """One form, attached or not, to look at."""
    return next((printed(form, facts) for form in forms_for(facts.period) if form.code == code), None)
