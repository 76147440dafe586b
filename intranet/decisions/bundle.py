"""Everything of a report in one ZIP for the e-office: the report, its figures, and the sums to check them by."""

import hashlib
from collections.abc import Callable, Iterator
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from intranet.decisions.check_sheet import check_sheet
from intranet.figures.fact import Fact
from intranet.kernel.spreadsheet import FileColumn, spreadsheet
from intranet.reports.current import CurrentReport
from intranet.reports.render import FORMATS

PAPERS = ("pdf", "docx")
SUMS = "SHA256SUMS.txt"
FIGURES = (
    FileColumn("Tên số liệu", lambda fact: fact.label, 50),
    FileColumn("Mã số liệu", lambda fact: fact.name, 40),
    FileColumn("Giá trị", lambda fact: value(fact), 16),
    FileColumn("Đơn vị tính", lambda fact: fact.unit, 14),
    FileColumn("Nguồn", lambda fact: fact.origin, 16),
    FileColumn("Số mục đứng sau", lambda fact: fact.sources, 16),
)


def value(fact: Fact) -> int | float | None:
    return float(fact.value) if isinstance(fact.value, Decimal) else fact.value


def figures(now: CurrentReport) -> bytes:
    """Every figure as the report has it: frozen with it, or as it stands now."""
    with spreadsheet(f"Số liệu {now.period.code}", FIGURES, now.facts.figures.values()) as file:
        return file.read()


# What stands beside the report, by the name of its file.
BESIDE: dict[str, Callable[[CurrentReport], bytes]] = {
    "so-lieu-{}.xlsx": figures,
    "phieu-kiem-tra-{}.pdf": check_sheet,
}


def bundle(now: CurrentReport) -> bytes:
    """A ZIP of files with plain names, the last of which holds the SHA-256 of all others, as sha256sum checks them."""
    contents = dict(files(now))
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in contents.items())
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in (contents | {SUMS: sums.encode()}).items():
            archive.writestr(dated(name, now), content, ZIP_DEFLATED)
    return packed.getvalue()


def files(now: CurrentReport) -> Iterator[tuple[str, bytes]]:
    code = now.period.code
    yield from ((f"bao-cao-{code}.{it}", FORMATS[it].render(now)) for it in PAPERS if it in FORMATS)
    yield from ((name.format(code), make(now)) for name, make in BESIDE.items())


def dated(name: str, now: CurrentReport) -> ZipInfo:
    """Of the period's last day, so that the same files are packed alike whenever that is."""
    day = now.period.end
    entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.external_attr = 0o644 << 16
    return entry
