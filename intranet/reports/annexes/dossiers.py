"""II.06a, II.06b: how dossiers were received and resolved, field by field.

Who is rejected has ended, and who is paused has time: both forms count them so, and their note says it. Pure.
"""

from collections.abc import Callable

from intranet.categories.families import by_field
from intranet.figures.fact import Origin
from intranet.figures.facts import Facts
from intranet.reports.annexes.annex import AnnexCell, AnnexColumn, AnnexContent, AnnexPart, AnnexRow, figure

RECEIVED, RESOLVED, PENDING = "Số hồ sơ tiếp nhận", "Số hồ sơ đã giải quyết", "Số hồ sơ đang giải quyết"
COLUMNS = (
    AnnexColumn("(1)", "TT", width=4),
    AnnexColumn("(2)", "Lĩnh vực giải quyết", width=18),
    AnnexColumn("(3)", "Tổng số", RECEIVED, 7),
    AnnexColumn("(4)", "Trực tuyến", RECEIVED, 7),
    AnnexColumn("(5)", "Trực tiếp, bưu chính công ích", RECEIVED, 9),
    AnnexColumn("(6)", "Kỳ trước chuyển qua", RECEIVED, 8),
    AnnexColumn("(7)", "Tổng số", RESOLVED, 7),
    AnnexColumn("(8)", "Trước hạn", RESOLVED, 7),
    AnnexColumn("(9)", "Đúng hạn", RESOLVED, 7),
    AnnexColumn("(10)", "Quá hạn", RESOLVED, 6),
    AnnexColumn("(11)", "Tổng số", PENDING, 7),
    AnnexColumn("(12)", "Trong hạn", PENDING, 7),
    AnnexColumn("(13)", "Quá hạn", PENDING, 6),
)
# What each column from (3) on adds up.
MEASURES = (
    ("opening", "received"),
    ("received_online",),
    ("received_direct", "received_postal"),
    ("opening",),
    ("resolved", "rejected"),
    ("resolved_early",),
    ("resolved_on_time", "rejected"),
    ("resolved_late",),
    ("pending", "paused"),
    ("pending_in_time", "paused"),
    ("pending_late",),
)
ALL = tuple(dict.fromkeys(leaf for leaves in MEASURES for leaf in leaves))
NOTES = (
    "Cột (9) gồm cả hồ sơ không đủ điều kiện giải quyết (từ chối, trả lại, rút, dừng); "
    "cột (12) gồm cả hồ sơ tạm dừng, chờ bổ sung.",
    "(3) = (4) + (5) + (6); (7) = (8) + (9) + (10); (11) = (12) + (13); (3) = (7) + (11).",
)
TOTALS_ALONE = "Số liệu theo từng lĩnh vực chưa đủ để lập các cột của biểu này nên chỉ ghi dòng tổng."
OTHER_FIELDS = "Lĩnh vực khác, chưa rõ lĩnh vực"
UNKNOWN_CHANNEL = "Có hồ sơ chưa rõ cách nộp: không tính vào cột (4), cột (5) nhưng có trong cột (3)."


def dossiers(facts: Facts) -> AnnexContent:
    rows = by_fields(facts)
    totals = AnnexRow((AnnexCell(), AnnexCell("Tổng cộng"), *cells(whole)), is_total=True)
    notes = (*NOTES, *(() if rows else (TOTALS_ALONE,)), *((UNKNOWN_CHANNEL,) if has_unknown_channel(facts) else ()))
    return AnnexContent((AnnexPart("", COLUMNS, (*rows, totals)),), notes)


def whole(leaf: str) -> str:
    return f"dossiers.{leaf}"


def cells(name: Callable[[str], str]) -> tuple[AnnexCell, ...]:
    return tuple(figure(*map(name, leaves)) for leaves in MEASURES)


def by_fields(facts: Facts) -> tuple[AnnexRow, ...]:
    """A row for each field that has dossiers, and one for what no field tells; none where they are not the whole."""
    known = [(slug, name) for slug, name in facts.fields if is_known(facts, slug)]
    rest = [AnnexCell(plus=(whole(leaf),), minus=tuple(by_field(slug, leaf) for slug, _ in known)) for leaf in ALL]
    left = [cell.value(facts) for cell in rest]
    if not known or any(value is None or value < 0 for value in left) or (any(left) and not are_counted(facts)):
        return ()
    told = [(slug, name) for slug, name in known if not facts.are_zero(*(by_field(slug, leaf) for leaf in ALL))]
    rows = [
        AnnexRow((AnnexCell(str(place)), AnnexCell(name), *cells(lambda leaf, slug=slug: by_field(slug, leaf))))  # type: ignore[misc]
        for place, (slug, name) in enumerate(told, start=1)
    ]
    return (*rows, *((other_fields(len(rows) + 1, [slug for slug, _ in known]),) if any(left) else ()))


def other_fields(place: int, known: list[str]) -> AnnexRow:
    """What is left of the whole once every field is told."""
    rest = (
        AnnexCell(
            plus=tuple(map(whole, leaves)), minus=tuple(by_field(slug, leaf) for slug in known for leaf in leaves)
        )
        for leaves in MEASURES
    )
    return AnnexRow((AnnexCell(str(place)), AnnexCell(OTHER_FIELDS), *rest))


def is_known(facts: Facts, slug: str) -> bool:
    return all(facts.value(by_field(slug, leaf)) is not None for leaf in ALL)


def are_counted(facts: Facts) -> bool:
    """Whether the whole is counted of the same dossiers as the fields are, and nobody typed any of it."""
    return all(facts.figures[whole(leaf)].origin is Origin.RECORDS for leaf in ALL)


def has_unknown_channel(facts: Facts) -> bool:
    channels = figure(*(whole(f"received_{channel}") for channel in ("online", "direct", "postal"))).value(facts)
    received = facts.value("dossiers.received")
    return channels is not None and received is not None and channels < received
