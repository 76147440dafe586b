"""The tables a report may place by name; their cells hold figures by name, as its text does. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from intranet.categories.families import Cause, Side, by_cause
from intranet.figures.comparing import COMPARED, change_of
from intranet.figures.fact import Fact
from intranet.figures.facts import Facts
from intranet.figures.formulas import WITHOUT_CAUSE, by_side
from intranet.kernel.formats import UNKNOWN
from intranet.kernel.period import roman
from intranet.reports.wording import capitalised, figure, inline

Row = tuple[str, ...]


@dataclass(frozen=True)
class ReportTable:
    caption: str
    columns: Row
    rows: tuple[Row, ...]


DOSSIERS = (
    ("1", "Kỳ trước chuyển qua", "opening"),
    ("2", "Tiếp nhận trong kỳ", "received"),
    ("", "Tiếp nhận trực tuyến", "received_online"),
    ("", "Tiếp nhận trực tiếp", "received_direct"),
    ("", "Tiếp nhận qua bưu chính công ích", "received_postal"),
    ("3", "Đã giải quyết", "resolved"),
    ("", "Giải quyết trước hạn", "resolved_early"),
    ("", "Giải quyết đúng hạn", "resolved_on_time"),
    ("", "Giải quyết quá hạn", "resolved_late"),
    ("4", "Đang giải quyết", "pending"),
    ("", "Đang giải quyết trong hạn", "pending_in_time"),
    ("", "Đang giải quyết quá hạn", "pending_late"),
    ("5", "Không đủ điều kiện giải quyết", "rejected"),
    ("6", "Tạm dừng", "paused"),
    ("7", "Chuyển kỳ sau", "carried_over"),
)
LEVELS = (
    ("Rất hài lòng", "very_satisfied"),
    ("Hài lòng", "satisfied"),
    ("Bình thường", "neutral"),
    ("Không hài lòng", "dissatisfied"),
    ("Rất không hài lòng", "very_dissatisfied"),
)
PROCEDURES = (
    ("Tổng số TTHC", "total"),
    ("Một cửa", "one_stop"),
    ("Một cửa liên thông", "interlinked"),
    ("Tiếp nhận, trả kết quả qua bưu chính công ích", "postal"),
    ("Trực tuyến toàn trình", "online_full"),
    ("Trực tuyến một phần", "online_partial"),
    ("“4 tại chỗ”", "on_site"),
    ("Đã công khai", "published"),
)
MEASURES = ("received", "resolved", "resolved_late")


def dossiers(facts: Facts) -> ReportTable:
    rows = tuple((ordinal, words, figure(f"dossiers.{leaf}")) for ordinal, words, leaf in DOSSIERS)
    return ReportTable("Kết quả giải quyết hồ sơ TTHC ([[kỳ]])", ("STT", "Nội dung", "Số hồ sơ"), rows)


def dossiers_by_field(facts: Facts) -> ReportTable:
    """The fields in which anything happened or may have, and the totals of the whole office."""
    columns = ("STT", "Lĩnh vực", "Tiếp nhận", "Đã giải quyết", "Giải quyết quá hạn", "Trước và đúng hạn (%)")
    told = [(slug, name) for slug, name in facts.fields if is_told(facts, slug)]
    rows = [
        (
            str(place),
            inline(name),
            *(figure(f"dossiers.by_field.{slug}.{measure}") for measure in MEASURES),
            in_time(facts, slug),
        )
        for place, (slug, name) in enumerate(told, start=1)
    ]
    totals = ("", "Tổng cộng", *(figure(f"dossiers.{measure}") for measure in MEASURES), in_time(facts))
    return ReportTable("Hồ sơ TTHC theo lĩnh vực ([[kỳ]])", columns, (*rows, totals) if rows else ())


def is_told(facts: Facts, slug: str) -> bool:
    """Whether anything is known of a field, and not only that nothing happened there."""
    values = [facts.value(f"dossiers.by_field.{slug}.{measure}") for measure in MEASURES]
    return any(value is not None for value in values) and any(value != 0 for value in values)


def in_time(facts: Facts, slug: str = "") -> str:
    """The share of a field's dossiers, or of all, that were not late; nothing to tell where none was resolved."""
    prefix = f"dossiers.by_field.{slug}" if slug else "dossiers"
    return "-" if facts.are_zero(f"{prefix}.resolved") else figure(f"{prefix}.in_time_rate")


def overdue_by_cause(facts: Facts) -> ReportTable:
    """The causes that occurred under their side, what has no cause yet, and the whole that all of it adds up to."""
    occurred = [cause for cause in facts.causes if facts.above_zero(by_cause(cause.code))]
    sides = [side for side in Side if any(cause.side is side for cause in occurred)]
    rows: list[Row] = []
    for place, side in enumerate(sides, start=1):
        rows.append((roman(place), f"Nguyên nhân {side.label.lower()}", figure(by_side(side))))
        rows += numbered([cause for cause in occurred if cause.side is side])
    rows += numbered([cause for cause in occurred if cause.side is None])
    if facts.above_zero(WITHOUT_CAUSE):
        rows.append(("", "Chưa xác định nguyên nhân", figure(WITHOUT_CAUSE)))
    total = ("", "Tổng số hồ sơ quá hạn", figure("overdue.late"))
    columns = ("STT", "Nguyên nhân", "Số hồ sơ")
    return ReportTable("Nguyên nhân hồ sơ quá hạn ([[kỳ]])", columns, (*rows, total) if rows else ())


def numbered(causes: Sequence[Cause]) -> list[Row]:
    return [
        (str(number), inline(cause.label), figure(by_cause(cause.code))) for number, cause in enumerate(causes, start=1)
    ]


def procedures(facts: Facts) -> ReportTable:
    rows = [(str(n), words, figure(f"procedures.{leaf}")) for n, (words, leaf) in enumerate(PROCEDURES, start=1)]
    return ReportTable("TTHC thuộc thẩm quyền giải quyết ([[kỳ]])", ("STT", "Nội dung", "Số TTHC"), tuple(rows))


def satisfaction(facts: Facts) -> ReportTable:
    are_none = facts.are_zero("satisfaction.ratings")
    rows = [
        (words, figure(f"satisfaction.{leaf}"), "-" if are_none else figure(f"satisfaction.{leaf}_rate"))
        for words, leaf in LEVELS
    ]
    whole = UNKNOWN if facts.value("satisfaction.ratings") is None else "-" if are_none else "100"
    total = ("Tổng số", figure("satisfaction.ratings"), whole)
    return ReportTable(
        "Mức độ hài lòng của tổ chức, cá nhân ([[kỳ]])", ("Mức độ", "Số phiếu", "Tỷ lệ (%)"), (*rows, total)
    )


def comparison(facts: Facts) -> ReportTable:
    """What is known of the period and of an earlier one, side by side; no row where nothing can be compared."""
    columns = ["Chỉ tiêu", facts.period.label]
    for period in facts.earlier.values():
        columns += [period.label, f"So với {period.label}"]
    compared = [name for name in COMPARED if any(f"{side}.{name}.change" in facts.figures for side in facts.earlier)]
    rows = tuple(_compared(name, facts) for name in compared)
    return ReportTable("So sánh với các kỳ trước", tuple(columns), rows)


def _compared(name: str, facts: Facts) -> Row:
    cells = [_label(facts.figures[name]), figure(name)]
    for side in facts.earlier:
        before = f"{side}.{name}"
        cells += [figure(before), _change(before, facts)] if before in facts.figures else ["-", "-"]
    return tuple(cells)


def _label(fact: Fact) -> str:
    return f"{capitalised(COMPARED[fact.name])} (%)" if fact.unit == "%" else capitalised(COMPARED[fact.name])


def _change(before: str, facts: Facts) -> str:
    """+120 (+8,3%): how the figure changed, and by what share of the earlier one."""
    direction = change_of(before, facts)
    if not direction:
        return "-" if direction is None else "0"
    sign, share = "+" if direction > 0 else "−", f"{before}.change_rate"
    told = f" ({sign}{figure(share)}%)" if share in facts.figures else ""
    return f"{sign}{figure(f'{before}.change')}{told}"


TABLES: dict[str, Callable[[Facts], ReportTable]] = {
    "dossiers": dossiers,
    "dossiers_by_field": dossiers_by_field,
    "overdue_by_cause": overdue_by_cause,
    "procedures": procedures,
    "satisfaction": satisfaction,
    "comparison": comparison,
}
