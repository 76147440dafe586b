"""A catalogue as it is published, made anew from plain rows, and one procedure of it."""

import io
from datetime import date
from typing import Any

import pytest
import xlsxwriter
from factories import a_published_procedure

HEADINGS = ("Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Cơ chế", "Mức độ DVC trực tuyến", "Hiệu lực từ")
RIGHT = {
    "code": "1.000100",
    "name": "Đăng ký khai sinh",
    "field": "Hộ tịch",
    "handling": "Một cửa",
    "online": "Một phần",
    "since": date(2025, 7, 1),
}


@pytest.fixture
def list_of():
    """The bytes of a workbook of these rows below the usual headings, or below others."""

    def make(*rows: list[Any], headings: tuple[str, ...] = HEADINGS, above: tuple[list[Any], ...] = ()) -> bytes:
        file = io.BytesIO()
        with xlsxwriter.Workbook(file, {"default_date_format": "dd/mm/yyyy"}) as book:
            sheet = book.add_worksheet("Danh mục")
            for at, row in enumerate((*above, list(headings), *rows)):
                for column, value in enumerate(row):
                    sheet.write(at, column, value)
        return file.getvalue()

    return make


@pytest.fixture
def row():
    """One right row; what is named is told otherwise."""
    return lambda **change: list((RIGHT | change).values())


@pytest.fixture
def procedure(app):
    """Stores a procedure, told otherwise where named."""
    return a_published_procedure
