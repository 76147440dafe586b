"""What a file says in totals, to be held against what its system says itself. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from intranet.dossiers.lateness import is_past, midnight
from intranet.dossiers.rows import ImportedRow
from intranet.dossiers.vocabulary import Channel, Status
from intranet.kernel.formats import date_text, moment, number
from intranet.kernel.tables.cells import day_of

SHOWN = 10  # rows of a file, as they were understood
MOST_NAMES = 60  # of units and of fields; more of them are names of something else
NO_CHANNEL = "unknown"
# What a source system's own totals are typed as, and what of ours stands beside it.
COMPARABLE = {
    "dossiers": "Tổng số hồ sơ",
    "resolved": "Đã giải quyết",
    "pending": "Đang giải quyết",
    "late": "Quá hạn",
}


@dataclass(frozen=True)
class ControlTotals:
    """Of the rows that were taken; `not_yet` and `other_offices` were not, or are not ours."""

    dossiers: int
    first_receipt: date | None
    last_receipt: date | None
    by_status: Mapping[str, int]
    by_channel: Mapping[str, int]
    by_unit: Mapping[str, int]
    by_field: Mapping[str, int]
    late: int
    without_due: int
    not_yet: int
    other_offices: int

    def to_json(self) -> dict[str, Any]:
        return vars(self) | {
            "first_receipt": self.first_receipt.isoformat() if self.first_receipt else None,
            "last_receipt": self.last_receipt.isoformat() if self.last_receipt else None,
        }


def totals_of(rows: Sequence[ImportedRow], day: date, not_yet: int = 0, other_offices: int = 0) -> ControlTotals:
    """What is late is late by the end of the day of export: it ended late, or is being handled and past due."""
    statuses = Counter(it.status for it in rows)
    channels = Counter(it.channel for it in rows)
    moment_after = midnight(day + timedelta(days=1))
    received = [it.received_at for it in rows]
    return ControlTotals(
        dossiers=len(rows),
        first_receipt=day_of(min(received)) if received else None,
        last_receipt=day_of(max(received)) if received else None,
        by_status={status.value: statuses[status] for status in Status},
        by_channel={channel.value: channels[channel] for channel in Channel} | {NO_CHANNEL: channels[None]},
        by_unit=named(it.unit for it in rows),
        by_field=named(it.field for it in rows),
        late=sum(is_late(it, moment_after) for it in rows),
        without_due=sum(it.due_at is None for it in rows),
        not_yet=not_yet,
        other_offices=other_offices,
    )


def named(texts: Iterable[str]) -> dict[str, int]:
    return dict(Counter(texts).most_common(MOST_NAMES))


def is_late(it: ImportedRow, moment_after: Any) -> bool:
    if it.due_at is None or it.status in (Status.PAUSED, Status.REJECTED):
        return False
    return is_past(it.due_at, it.finished_at or moment_after)


def first_rows(rows: Iterable[ImportedRow]) -> list[list[str]]:
    """The first rows as they were understood, by the headings below, without applicants."""
    return [list(texts_of(it)) for it, _ in zip(rows, range(SHOWN), strict=False)]


HEADINGS = (
    *("Mã hồ sơ", "Tên TTHC", "Lĩnh vực", "Hình thức tiếp nhận"),
    *("Tiếp nhận", "Hẹn trả", "Tạm dừng", "Kết thúc", "Trạng thái", "Đơn vị"),
)


def texts_of(it: ImportedRow) -> tuple[str, ...]:
    moments = (moment(at) if at else "" for at in (it.received_at, it.due_at, it.paused_at, it.finished_at))
    channel = it.channel.label if it.channel else "Chưa rõ"
    return (it.code, it.procedure_name or it.procedure_code, it.field, channel, *moments, it.status.label, it.unit)


@dataclass(frozen=True)
class TotalLine:
    """One total of a file, beside that of the last one of its system, and beside what the system itself says."""

    label: str
    value: str
    last: str = ""
    typed: str = ""
    difference: str = ""


def lines(
    totals: Mapping[str, Any], last: Mapping[str, Any], typed: Mapping[str, int], both: int, last_both: int
) -> list[TotalLine]:
    """The totals as a person compares them; `both`: dossiers that another system tells of, too."""
    plain = [
        compared_line(COMPARABLE["dossiers"], "dossiers", totals, last, typed),
        TotalLine("Tiếp nhận sớm nhất", day_text(totals, "first_receipt"), day_text(last, "first_receipt")),
        TotalLine("Tiếp nhận muộn nhất", day_text(totals, "last_receipt"), day_text(last, "last_receipt")),
    ]
    late = [
        compared_line(COMPARABLE["late"], "late", totals, last, typed),
        TotalLine("Không có hạn trả", count(totals, "without_due"), count(last, "without_due")),
        TotalLine("Có ở hệ thống khác nữa", number(both), number(last_both) if last else ""),
        TotalLine("Chưa phải hồ sơ, không tính", count(totals, "not_yet"), count(last, "not_yet")),
        TotalLine("Của cơ quan khác", count(totals, "other_offices"), count(last, "other_offices")),
    ]
    statuses = [status_line(status, totals, last, typed) for status in Status]
    channels = [
        TotalLine(label, *(number(it["by_channel"].get(value, 0)) if it else "" for it in (totals, last)))
        for value, label in (*((it.value, it.label) for it in Channel), (NO_CHANNEL, "Chưa rõ hình thức"))
    ]
    return [*plain, *statuses, *late, *channels]


def status_line(
    status: Status, totals: Mapping[str, Any], last: Mapping[str, Any], typed: Mapping[str, int]
) -> TotalLine:
    own, before = totals["by_status"], last["by_status"] if last else {}
    return compared_line(status.label, status.value, own, before, typed)


def compared_line(
    label: str, name: str, totals: Mapping[str, Any], last: Mapping[str, Any], typed: Mapping[str, int]
) -> TotalLine:
    told = typed.get(name)
    if told is None:
        return TotalLine(label, count(totals, name), count(last, name))
    apart = totals[name] - told
    difference = "khớp" if apart == 0 else f"{'thừa' if apart > 0 else 'thiếu'} {number(abs(apart))}"
    return TotalLine(label, count(totals, name), count(last, name), number(told), difference)


def count(totals: Mapping[str, Any], name: str) -> str:
    return number(totals[name]) if totals else ""


def day_text(totals: Mapping[str, Any], name: str) -> str:
    return date_text(date.fromisoformat(totals[name])) if totals and totals[name] else ""
