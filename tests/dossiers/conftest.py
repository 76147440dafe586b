"""Exports as source systems write them, made anew from plain rows in each kind of file."""

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
import pytest
from sheets import to_book, to_xlsx

from intranet.dossiers.gathering import Known

EXPORTS = Path(__file__).parents[2] / "intranet" / "demo" / "exports"
DAY, MOMENT = "%d/%m/%Y", "%d/%m/%Y %H:%M"
HEADINGS = ["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc", "Trạng thái", "Hình thức tiếp nhận"]
RIGHT = ["H37-0001", "05/02/2026 08:15", "09/02/2026 17:00", "06/02/2026 10:00", "Đã trả kết quả", "Trực tuyến"]


def to_csv(rows: list[list[Any]], separator: str = ";", bom: bool = True) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows([[written(value) for value in row] for row in rows])
    return file.getvalue().encode("utf-8-sig" if bom else "utf-8")


def written(value: Any) -> str:
    if isinstance(value, datetime):
        return value.strftime(MOMENT)
    return value.strftime(DAY) if isinstance(value, date) else "" if value is None else str(value)


def to_ods(rows: list[list[Any]]) -> bytes:
    """As an office suite writes it: empty cells and the rest of the sheet as one repeated tag."""
    lines = "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)
    rest = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    return ods_file(lines + rest)


def ods_cell(value: Any) -> str:
    if value is None:
        return '<table:table-cell table:number-columns-repeated="1"/>'
    if isinstance(value, datetime | date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def ods_file(lines: str) -> bytes:
    base = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{name}="{base}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="Hồ sơ">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{base}:manifest:1.0"/>')
        parts.writestr("content.xml", content)
    return file.getvalue()


@pytest.fixture(scope="session")
def xlsx():
    return to_xlsx


@pytest.fixture(scope="session")
def book():
    """A workbook of several sheets."""
    return to_book


@pytest.fixture(scope="session")
def ods():
    return to_ods


@pytest.fixture(scope="session")
def ods_of_lines():
    """An .ods file around table rows written out."""
    return ods_file


@pytest.fixture(scope="session")
def text_file():
    """A CSV file of rows."""
    return to_csv


@pytest.fixture(scope="session")
def known() -> Known:
    """An office that reads its files on 20/3/2026."""
    return Known(today=date(2026, 3, 20))


@pytest.fixture
def headings() -> list[str]:
    return list(HEADINGS)


@pytest.fixture
def right():
    """A dossier nothing is wrong with, after a change by heading."""

    def build(**change: Any) -> list[Any]:
        values = dict(zip(("code", "received", "due", "finished", "status", "channel"), RIGHT, strict=True))
        return list((values | change).values())

    return build


@pytest.fixture(scope="session")
def sample():
    """The bytes of one of the sample exports."""
    return lambda name: (EXPORTS / f"{name}.xlsx").read_bytes()


@pytest.fixture(scope="session")
def cells():
    """What openpyxl, which the product does not use, reads from a workbook."""

    def read(data: bytes) -> list[list[Any]]:
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        return [list(row) for row in sheet.iter_rows(values_only=True)]

    return read
