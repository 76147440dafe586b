"""Spreadsheets as source systems export them."""

import io
from typing import Any

import xlsxwriter


def to_book(sheets: dict[str, list[list[Any]]]) -> bytes:
    """A workbook of these sheets, each of its rows."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "dd/mm/yyyy hh:mm"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value is not None:
                        sheet.write(at, column, value)
    return file.getvalue()


def to_xlsx(rows: list[list[Any]], merged: tuple[str, ...] = (), formulas: dict[str, str] | None = None) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "dd/mm/yyyy hh:mm"}) as book:
        sheet = book.add_worksheet("Hồ sơ")
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(at, column, value)
        for place in merged:
            sheet.merge_range(place, rows[int(place[1]) - 1][ord(place[0]) - ord("A")])
        for place, error in (formulas or {}).items():
            sheet.write_formula(place, "=1/0", None, error)
    return file.getvalue()
